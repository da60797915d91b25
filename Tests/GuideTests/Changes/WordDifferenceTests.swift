import TestSupport
import Testing

@testable import Guide

/// Words that changed are marked, and both texts can be put together again.
@Suite struct WordDifferenceTests {
  private static func shown(_ difference: WordDifference) -> String {
    difference.parts.map { part in
      switch part.kind {
      case .same: part.text
      case .removed: "[-\(part.text)-]"
      case .added: "{+\(part.text)+}"
      }
    }.joined()
  }

  @Test(arguments: [
    ("We watch it.", "We watch it.", "We watch it."),
    ("We watch devices.", "We monitor devices.", "We [-watch-]{+monitor+} devices."),
    ("a b c d", "a x y d", "a [-b c-]{+x y+} d"), ("", "new", "{+new+}"), ("old", "", "[-old-]"),
    ("印刷を管理する", "印刷を設定する", "印刷を[-管理-]{+設定+}する"),
    ("one two", "one two three", "one two{+ three+}"),
  ]) func wordsThatChangedAreMarked(old: String, new: String, marked: String) {
    #expect(Self.shown(WordDifference(from: old, to: new)) == marked)
  }

  @Test func bothTextsCanBePutTogether() {
    var random = RandomNumbers(seed: 15)
    let pieces = ["we", "you", "it", " ", "  ", "\n", ".", "漢", "字", "é", "🙂", "<b>", "**"]
    for _ in 0..<caseCount("DIFFERENCES", default: 2_000) {
      let texts = (0..<2).map { _ in
        (0..<random.number(in: 0...40)).map { _ in random.pick(pieces) }.joined()
      }
      let parts = WordDifference(from: texts[0], to: texts[1]).parts
      #expect(parts.filter { $0.kind != .added }.map(\.text).joined() == texts[0])
      #expect(parts.filter { $0.kind != .removed }.map(\.text).joined() == texts[1])
    }
  }

  @Test func longTextsWithNothingInCommonAreReplaced() {
    let old = (0..<3_000).map { "a\($0)" }.joined(separator: " ")
    let new = (0..<3_000).map { "b\($0)" }.joined(separator: "-")
    let parts = WordDifference(from: old, to: new).parts
    #expect(parts.map(\.kind) == [.removed, .added])
  }
}
