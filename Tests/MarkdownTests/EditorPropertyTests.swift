import Foundation
import TestSupport
import Testing

@testable import Markdown

/// With any line ends, an edit of front matter changes only its own key.
@Suite struct EditorPropertyTests {
  /// Line ends of one reader or another, and characters that some readers stop at.
  private static let odd = [
    "\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{0B}", "\u{0C}", "\u{00}", "\u{01}",
    "\u{1B}", "\u{1C}", "\u{1D}", "\u{1E}", "\u{1F}", "\u{7F}", "\u{80}", "\u{9F}", "\u{A0}",
    "\u{FEFF}", "\u{200B}", "\u{2060}", "\u{FFFE}", "é", "\u{1F600}", "\t",
  ]

  /// A text with front matter in which what must be kept is numbered.
  private struct Sample {
    var text = ""
    var kept: [String] = []
    private var random: RandomNumbers
    private let ending: String

    init(seed: UInt64) {
      random = RandomNumbers(seed: seed)
      ending = random.pick(["\n", "\r", "\r\n", "\n"])
      if random.once(in: 8) { text += "\u{FEFF}" }
      text += "---" + ending
      let place = random.number(in: 0...3)
      for key in 0..<4 {
        if key == place, !random.once(in: 4) { text += own() }
        text += random.once(in: 4) ? "# \(keep())\(noise())" + ending : ""
        text += member(key)
      }
      text += random.pick(["---", "...", "--- "]) + ending
      for _ in 0..<6 { text += noise() + "\(keep()) text" + noise() + ending + ending }
    }

    private mutating func keep() -> String {
      kept.append("keep\(kept.count)x")
      return kept[kept.count - 1]
    }

    private mutating func noise() -> String {
      var text = ""
      while !random.once(in: 3) { text += random.pick(odd) + random.pick(["", " ", "w"]) }
      return text
    }

    /// Noise that YAML reads as one value.
    private mutating func quiet() -> String {
      let breaks = ["\u{85}", "\u{2028}", "\u{2029}"]
      var text = ""
      while !random.once(in: 2) { text += random.pick(breaks) + random.pick(["", " ", "é"]) }
      return text
    }

    private mutating func own() -> String {
      switch random.number(in: 0...3) {
      case 0: "stamp: old" + ending
      case 1: "stamp:" + ending + "  of: {a: \"1\"}" + ending
      case 2: "\"stamp\": \"one\(quiet())two\"" + ending
      default: "stamp:" + ending + "- 1" + ending + "- \"2\(quiet())\"" + ending
      }
    }

    private mutating func member(_ key: Int) -> String {
      let name = "k\(key)"
      switch random.number(in: 0...5) {
      case 0: return "\(name): \(keep())" + ending
      case 1: return "\(name): \"\(keep())\(quiet())\(keep())\"" + ending
      case 2: return "\(name): |" + ending + "  \(keep())" + ending + "  \(keep())" + ending
      case 3: return "\(name): [\(keep()), \"\(quiet())\(keep())\"]" + ending
      case 4: return "\(name): '\(keep())\(quiet())'  # \(keep())\(quiet())# \(keep())" + ending
      default: return "\(name): \(keep())\(noise())" + ending
      }
    }
  }

  @Test func nothingButTheKeyChanges() throws {
    let seed = ProcessInfo.processInfo.environment["ROLEBOOK_SEED"].flatMap(UInt64.init) ?? 20
    var (edited, refused) = (0, 0)
    for number in 0..<UInt64(caseCount("ROLEBOOK_EDITOR_CASES", default: 4_000)) {
      let sample = Sample(seed: seed &+ number)
      let bytes = Array(sample.text.utf8)
      guard
        let result = try? FrontMatterEditor.setting(
          "stamp", to: ["stamp:", "  of: \"new\""], in: bytes, path: "a.md")
      else {
        refused += 1
        continue
      }
      edited += 1
      check(sample, bytes, result, "ROLEBOOK_SEED=\(seed &+ number)")
    }
    #expect(edited > refused / 5, "\(edited) edited, \(refused) refused")
  }

  /// Holds an edited text to the original, read from both ends.
  private func check(_ sample: Sample, _ before: [UInt8], _ after: [UInt8], _ seed: String) {
    let head = zip(before, after).prefix { $0 == $1 }.count
    let tail = zip(before[head...].reversed(), after[head...].reversed()).prefix { $0 == $1 }.count
    let gone = String(decoding: before[head..<(before.count - tail)], as: UTF8.self)
    #expect(!gone.contains("keep"), "\(seed): lost \(gone.debugDescription)")
    var rest = Substring(String(decoding: after, as: UTF8.self))
    for word in sample.kept {
      guard let range = rest.firstRange(of: word) else {
        Issue.record("\(seed): '\(word)' is gone: \(sample.text.debugDescription)")
        return
      }
      rest = rest[range.upperBound...]
    }
    let again = try? FrontMatterEditor.setting(
      "stamp", to: ["stamp:", "  of: \"new\""], in: after, path: "a.md")
    #expect(again == after, "\(seed): a second edit changes more")
  }
}
