import Base
import Exchange
import Foundation
import Guide
import GuideFixtures
import TestSupport
import Testing

/// However a file of letters is written, an import changes the letters that it should and nothing else.
@Suite struct MatrixEditPropertyTests {
  private static let parties = ["provider", "customer", "auditor"]
  private static let rowCount = 4

  /// A file of letters in which what must be kept is numbered.
  private struct Sample {
    var text = ""
    var kept: [String] = []
    private var random: RandomNumbers
    private let ending: String

    /// Characters that some readers take for the end of a line, or ignore.
    private static let odd = ["\u{85}", "\u{2028}", "\u{2029}", "\u{200B}", "é", "\u{1F600}", "\t"]

    init(seed: UInt64) {
      random = RandomNumbers(seed: seed)
      ending = random.pick(["\n", "\n", "\r\n", "\r"])
      if random.once(in: 4) { text += "\u{FEFF}" }
      text += comment(0)
      add("sections:")
      add("  work:")
      if random.once(in: 2) { add("    raci: {provider: RA}") }
      add("    responsibilities:")
      for row in 0..<rowCount { addRow("row-\(row)") }
      if random.once(in: 3) { text += comment(2) }
      if random.once(in: 6) { text.removeLast() }
    }

    private mutating func add(_ line: String) {
      let isOpen = line.hasSuffix(":") || line.hasSuffix("}") || line.hasSuffix("\"")
      text += line + (isOpen && random.once(in: 3) ? " # \(keep())\(noise())" : "") + ending
      if random.once(in: 6) { text += ending }
    }

    private mutating func comment(_ indentation: Int) -> String {
      guard random.once(in: 2) else { return "" }
      return String(repeating: " ", count: indentation) + "# \(noise())\(keep())\(noise())" + ending
    }

    private mutating func keep() -> String {
      kept.append("keep\(kept.count)x")
      return kept[kept.count - 1]
    }

    private mutating func noise() -> String {
      random.once(in: 2) ? random.pick(Self.odd) + random.pick(["", " ", "w"]) : ""
    }

    private mutating func addRow(_ id: String) {
      text += comment(6)
      let key = "      " + random.pick([id, "\"\(id)\"", "'\(id)'"]) + ":"
      switch random.number(in: 0...6) {
      case 0: add(key)
      case 1: add(key + " {}")
      case 2: add(key + " {raci: {provider: RA, customer: C}}")
      case 3: add(key + " {title: \"\(keep())\", raci: {provider: RA}, evidence: {provider: 1}}")
      case 4:
        add(key)
        add("        title: \"\(keep())\(noise())\"")
      default:
        add(key)
        if random.once(in: 2) { add("        title: \"\(keep())\(noise())\"") }
        add("        raci:")
        for (party, letters) in [("provider", "RA"), ("customer", "C")] {
          text += comment(10)
          add("          \(party): " + random.pick([letters, "\"\(letters)\"", "'\(letters)'"]))
        }
      }
    }
  }

  private static let source = """
    # Title

    ## Work {#work}

    | Task | What |
    | --- | --- |
    \((0..<rowCount).map { "| <a name=\"row-\($0)\"></a>Task \($0) | Do it. |" }
      .joined(separator: "\n"))

    """

  private func guide(_ raci: String) throws -> Guide {
    try GuideFixture([
      "guide.yml": "source_locale: en\nlocales: [en]\nparties: [provider, customer, auditor]\n",
      "en/x.md": Self.source, "raci/x.yml": raci,
    ]).guide
  }

  private func letters(_ guide: Guide) -> [String: [String: String]] {
    let rows = guide.documents.first?.responsibilities ?? []
    return Dictionary(
      rows.map { ($0.id, $0.letters.mapValues(\.text)) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func nothingButTheLettersChanges() throws {
    let seed = UInt64(caseCount("ROLEBOOK_SEED", default: 14))
    var (edited, refused) = (0, 0)
    for number in 0..<UInt64(caseCount("ROLEBOOK_EDITOR_CASES", default: 1_500)) {
      let name = "ROLEBOOK_SEED=\(seed + number)"
      let sample = Sample(seed: seed + number)
      var random = RandomNumbers(seed: ~(seed + number))
      let guide = try guide(sample.text)
      let before = letters(guide)
      guard before.count == Self.rowCount, guide.documents.first?.raci?.isBroken == false else {
        continue
      }
      var wanted = before
      for _ in 0..<random.number(in: 1...3) {
        let id = "row-\(random.number(in: 0...(Self.rowCount - 1)))"
        let party = random.pick(Self.parties)
        let text = random.pick(["RA", "C", "I", ""])
        wanted[id]?[party] = text.isEmpty ? nil : text
      }
      let csv =
        "ID,D,S,R,provider,customer,auditor,State,URL\n"
        + (0..<Self.rowCount).map { row in
          let own = wanted["row-\(row)"] ?? [:]
          return "row-\(row),,,,\(Self.parties.map { own[$0] ?? "" }.joined(separator: ",")),,\n"
        }.joined()
      let file = SourceFile(path: "raci/x.yml", bytes: Array(sample.text.utf8))
      let matrix = try EditedMatrix(
        file: Array(csv.utf8), sheet: nil, parties: Self.parties.map { ($0, [$0]) })
      let outcome = try MatrixImport(guide: guide, preference: .theirs).outcome(of: matrix) { _ in
        file
      }
      guard outcome.conflicts.isEmpty else {
        #expect(outcome.changes.isEmpty)
        refused += 1
        continue
      }
      guard let change = outcome.changes.first else {
        #expect(wanted == before, "\(name): nothing was written")
        continue
      }
      edited += 1
      check(sample, Array(sample.text.utf8), change.bytes, name)
      let after = String(decoding: change.bytes, as: UTF8.self)
      #expect(letters(try self.guide(after)) == wanted, "\(name): \(after.debugDescription)")
    }
    #expect(edited > 2 * refused, "\(edited) edited, \(refused) refused")
  }

  private func check(_ sample: Sample, _ before: [UInt8], _ after: [UInt8], _ name: String) {
    #expect(
      before.starts(with: [0xEF, 0xBB, 0xBF]) == after.starts(with: [0xEF, 0xBB, 0xBF]),
      "\(name): the byte order mark is gone")
    // A comment behind letters that go may go with its line.
    var rest = Substring(String(decoding: after, as: UTF8.self))
    let gone = sample.kept.filter { word in
      guard let range = rest.firstRange(of: word) else { return true }
      rest = rest[range.upperBound...]
      return false
    }
    let isOfLetters = gone.allSatisfy { word in
      let lines = sample.text.split { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
      return lines.contains { line in
        line.contains(word) && (line.contains("provider:") || line.contains("customer:"))
      }
    }
    #expect(isOfLetters, "\(name): lost \(gone): \(sample.text.debugDescription)")
  }
}
