import Markdown
import Testing

/// The ends of pieces of Markdown that no translator writes.
@Suite struct InlineMarkupTests {
  /// A run of backticks without another of its length is text, and no part of it opens a span
  /// (CommonMark 0.30, section 6.1).
  @Test(arguments: [
    ("`a`", 0, 3), ("``a`", 0, nil), ("``a`", 1, nil), ("``a``", 0, 5), ("\\``a`", 2, 5),
    (String(repeating: "`", count: 81) + "a" + String(repeating: "`", count: 81), 0, nil),
  ]) func codeSpansEndWithTheirRun(text: String, position: Int, end: Int?) {
    var searches = InlineMarkup.Searches()
    #expect(InlineMarkup.end(ofOpaqueAt: position, in: Array(text.utf8), &searches) == end)
  }

  /// Runs that are all of other lengths take no work by their square.
  @Test func runsThatNeverCloseAreLookedAtOnce() {
    let text = Array((1..<3_000).map { String(repeating: "`", count: $0) + "a" }.joined().utf8)
    var searches = InlineMarkup.Searches()
    let ends = text.indices.filter {
      InlineMarkup.end(ofOpaqueAt: $0, in: text, &searches) != nil
    }
    #expect(ends.isEmpty)
  }

  /// A search that remembers earlier ones finds the same ends as a new one.
  @Test func earlierSearchesChangeNoEnd() {
    var state: UInt64 = 11
    for _ in 0..<2_000 {
      let text = (0..<24).flatMap { _ -> [UInt8] in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        let pieces = ["{{", "}}", "{%", "%}", "{#a", "}", "<!--", "-->", "\n", "a"]
        return Array(pieces[Int(state >> 33) % pieces.count].utf8)
      }
      var searches = InlineMarkup.Searches()
      for position in text.indices {
        var none = InlineMarkup.Searches()
        #expect(
          InlineMarkup.end(ofOpaqueAt: position, in: text, &searches)
            == InlineMarkup.end(ofOpaqueAt: position, in: text, &none),
          "\(String(decoding: text, as: UTF8.self)) at \(position)")
      }
    }
  }
}
