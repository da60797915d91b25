import TestSupport
import Testing

@testable import Alignment

/// Which row of a source each row of a translation renders.
@Suite struct RowAlignerTests {
  /// A row, written `section|clauses|length|links and tokens|anchor`.
  private static func features(_ rows: [String]) -> [RowFeatures] {
    rows.map { row in
      let fields = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let words = fields[3].split(separator: " ").map(String.init)
      let tokens = words.filter { !$0.contains("/") }.joined(separator: " ")
      let count = max(1, Int(fields[1]) ?? 0)
      let length = max(0, ((Int(fields[2]) ?? 0) - tokens.count) / count)
      return RowFeatures(
        section: Int(fields[0]), anchor: fields.count > 4 ? fields[4] : nil,
        links: words.filter { $0.contains("/") }, title: tokens,
        clauses: Array(repeating: String(repeating: "-", count: length), count: count))
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let source: [String]
    let target: [String]
    /// The source row of each row of the translation.
    let expected: [Int?]

    init(_ name: String, _ source: [String], _ target: [String], _ expected: [Int?]) {
      self.name = name
      self.source = source
      self.target = target
      self.expected = expected
    }

    var testDescription: String { name }
  }

  /// Five rows of two sections with links, tokens, and one with neither.
  private static let rows = [
    "0|1|200|MDM a/policies", "0|2|300|b/support", "0|1|150|SOC2 IT c/security",
    "1|3|800|VPN d/network", "1|1|90|",
  ]

  @Test(arguments: [
    Case("one to one", rows, rows, [0, 1, 2, 3, 4]),
    Case(
      "one to one in a longer language", rows,
      rows.map { $0.replacing("200", with: "260").replacing("800", with: "1100") }, [0, 1, 2, 3, 4]),
    Case(
      "one to one without anything but order", ["0|1|100|", "0|1|100|", "0|1|100|"],
      ["0|1|120|", "0|1|90|", "0|1|100|"], [0, 1, 2]),
    Case("one row dropped at the start", rows, Array(rows.dropFirst()), [1, 2, 3, 4]),
    Case("one row dropped inside", rows, [rows[0], rows[2], rows[3], rows[4]], [0, 2, 3, 4]),
    Case("the row without anchors dropped", rows, Array(rows.dropLast()), [0, 1, 2, 3]),
    Case("all rows dropped", rows, [], []),
    Case(
      "one row added inside", rows,
      [rows[0], "0|1|180|NEW1 e/new", rows[1], rows[2], rows[3], rows[4]], [0, nil, 1, 2, 3, 4]),
    Case("one row added at the end", rows, rows + ["1|2|400|F5 f/other"], [0, 1, 2, 3, 4, nil]),
    Case(
      "two rows changed places", rows, [rows[1], rows[0], rows[2], rows[3], rows[4]],
      [1, 0, 2, 3, 4]),
    Case(
      "a row with links and one without changed places", rows,
      [rows[0], rows[1], rows[2], rows[4], rows[3]], [0, 1, 2, 4, 3]),
    Case(
      "all in reverse", rows, ["1|1|90|", rows[3], rows[2], rows[1], rows[0]], [4, 3, 2, 1, 0]),
    Case(
      "two rows merged", rows,
      [rows[0], "0|3|450|SOC2 IT b/support c/security", rows[3], rows[4]], [0, 2, 3, 4]),
    Case(
      "a row moved to the other section", rows,
      [rows[1], rows[2], rows[3], rows[4], "1|1|200|MDM a/policies"], [1, 2, 3, 4, 0]),
    Case(
      "a row without anchors moved to the other section", rows,
      ["0|1|90|", rows[0], rows[1], rows[2], rows[3]], [4, 0, 1, 2, 3]),
    Case(
      "dropped without anything to tell by: none is guessed",
      ["0|1|100|", "0|1|100|", "0|1|100|"], ["0|1|100|", "0|1|100|"], [nil, nil]),
    Case(
      "dropped with lengths and clauses to tell by",
      ["0|1|80|", "0|6|900|", "0|2|300|"], ["0|1|85|", "0|2|320|"], [0, 2]),
    Case(
      "a short and a long row exchanged, with nothing but their lengths to tell by",
      ["0|1|60|", "0|8|1500|"], ["0|8|1450|", "0|1|70|"], [1, 0]),
    Case(
      "links to one target in two rows do not settle either",
      ["0|1|100|a/x", "0|1|400|a/x", "0|1|100|b/y"], ["0|1|110|a/x", "0|1|380|a/x", "0|1|90|b/y"],
      [0, 1, 2]),
    Case(
      "links that a translation lost", rows,
      rows.map { row in
        row.split(separator: "|", omittingEmptySubsequences: false).prefix(3).joined(separator: "|")
          + "|"
      }, [0, 1, 2, 3, 4]),
    Case(
      "headings that are not aligned", rows, rows.map { "-" + $0.dropFirst() }, [0, 1, 2, 3, 4]),
    Case(
      "an id settles a row against all else",
      ["0|1|100|a/x|one", "0|1|100|b/y|two"], ["0|1|100|a/x|two", "0|1|100|b/y|one"], [1, 0]),
    Case(
      "an id that no row has keeps its row alone",
      ["0|1|100|a/x|one", "0|1|100|b/y|two"], ["0|1|100|a/x|three", "0|1|100|b/y"], [nil, 1]),
    Case(
      "an id that is there twice settles the first",
      ["0|1|100||one", "0|1|100||two"], ["0|1|100||one", "0|1|100||one"], [0, nil]),
  ]) func pairs(_ table: Case) {
    let pairs = RowAligner.align(
      source: Self.features(table.source), target: Self.features(table.target))
    var found = [Int?](repeating: nil, count: table.target.count)
    for pair in pairs {
      #expect(found[pair.target] == nil, "row \(pair.target) is paired twice")
      found[pair.target] = pair.source
      #expect((0...1).contains(pair.score))
    }
    #expect(Set(pairs.map(\.source)).count == pairs.count)
    #expect(found == table.expected)
  }

  @Test func pairsThatLittleSpeaksForAreUncertain() throws {
    let pairs = RowAligner.align(
      source: Self.features(["0|1|100|A1 a/x"]), target: Self.features(["-|9|100|B2 b/y"]))
    #expect(pairs.allSatisfy { $0.score < RowAligner.uncertainBelow })
  }

  @Test func largeTablesThatAgree() {
    let rows = Self.features((0..<20_000).map { "\($0 / 15)|1|\($0 % 300)|x/\($0) N\($0)" })
    let pairs = RowAligner.align(source: rows, target: rows)
    #expect(pairs.map(\.source) == pairs.map(\.target))
    #expect(pairs.count == 20_000)
  }

  /// Nine million combinations, and nothing but lengths and clauses to tell rows by.
  @Test func largeTablesWithoutAnchorsAreAlignedAlongTheirDiagonal() {
    var random = RandomNumbers(seed: 5)
    let rows = (0..<3_000).map { _ in
      "0|\(random.number(in: 1...6))|\(random.number(in: 60...1500))|"
    }
    var target = rows
    target.remove(at: 1_000)
    target.insert("0|2|444|", at: 2_000)
    let pairs = RowAligner.align(source: Self.features(rows), target: Self.features(target))
    let right = pairs.count { pair in
      let moved = (1_001...2_000).contains(pair.source) ? 1 : 0
      return pair.target == pair.source - moved
    }
    #expect(right >= 2_990)
    #expect(pairs.count - right <= 2)
  }

  /// Pairs whose evidence is weak are made, but with a score that is reported.
  @Test(arguments: [
    (
      "a row that moved to the other section with nothing to tell it by but its length",
      ["0|1|90|", rows[0], rows[1], rows[2], rows[3]], 4
    ),
    (
      "a row in the place of another, with none of its links and another shape",
      [rows[0], "0|1|40|", rows[2], rows[3], rows[4]], 1
    ),
    (
      "a row in the place of another, with other links",
      [rows[0], rows[1], rows[2], rows[3], "1|4|700|e/lift E7"], 4
    ),
  ]) func aDoubtfulPairIsReported(name: String, target: [String], doubtful: Int) {
    let pairs = RowAligner.align(source: Self.features(Self.rows), target: Self.features(target))
    for pair in pairs {
      let isCertain = pair.score >= RowAligner.uncertainBelow
      #expect(isCertain == (pair.source != doubtful), "\(name): \(pair)")
    }
    #expect(pairs.count >= 4)
  }

  @Test func eachPartOfTheEvidenceSaysWhatItIsAbout() throws {
    let source = Self.features(["0|1|200|MDM a/policies", "0|3|900|", "1|1|150|"])
    let target = Self.features(["0|1|190|MDM a/policies", "0|3|850|", "0|1|160|"])
    let pairs = RowAligner.align(source: source, target: target)
    let evidence = RowAligner.evidence(source: source, target: target, pairs: pairs)
    #expect(evidence.count == 3)
    let (first, second) = (try #require(evidence.first), try #require(evidence.dropFirst().first))
    #expect(first.links > 1 && first.keptTokens > 0.5)
    #expect(second.clauses > 0.2 && second.length > 0.2 && second.structure > 0.2)
    #expect(second.links.magnitude < 0.5)
    #expect(evidence.map(\.section).map { $0 > 0 } == [true, true, false])
  }

  @Test(arguments: [
    ("a/b.md", ["a/b.md"]), ("../x/Name.md#Part", ["../x/name.md", "../x/name.md#Part"]),
    ("https://example.com/de-de/a", ["https://example.com/a"]),
    ("https://example.com/zh-hans/a", ["https://example.com/a"]),
    ("../user-support/on-site.md", ["../user-support/on-site.md"]), ("#part", ["#part"]), ("", []),
  ]) func whatOfALinkStaysTheSame(destination: String, keys: [String]) {
    #expect(linkKeys(destination) == keys)
  }

  @Test(arguments: [
    ("Café Infrastruktur", "cafe infrastructures", 1, 1), ("МОСКВА", "москва", 1, 1),
    ("管理者", "资料管理", 1, 0), ("Fenster 365 offen", "نافذة ٣٦٥ مفتوحة", 1, 0),
    ("用Ｗｉｎｄｏｗｓ", "Windows", 1, 1), ("nichts", "rien", 0, 0),
  ]) func wordsThatTwoLanguagesShare(left: String, right: String, whole: Int, beginnings: Int) {
    let words = [left, right].map { text in
      WordScanner.words(
        of: RowFeatures(section: nil, anchor: nil, links: [], title: text, clauses: []))
    }
    #expect(Set(words[0].whole).intersection(words[1].whole).count == whole)
    #expect(Set(words[0].beginnings).intersection(words[1].beginnings).count == beginnings)
  }

  @Test(arguments: [
    ("Use MDM and Microsoft 365 now", ["mdm", "365"]),
    ("Der IT-Betrieb von SharePoint", ["it", "sharepoint"]),
    ("정책 MDM을 적용", ["mdm"]), ("使用Windows10设备", ["windows10"]), ("Plain Words only", []),
    ("a 7 B", []), ("OneNote’s OneDrive", ["onenote", "onedrive"]), ("", []),
  ]) func wordsThatTranslationKeeps(text: String, expected: [String]) {
    #expect(keptTokens(in: text) == Set(expected))
  }
}
