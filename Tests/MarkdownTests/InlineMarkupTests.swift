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
    #expect(InlineMarkup.end(ofOpaqueAt: position, in: Array(text.utf8)) == end)
  }

  /// Runs that are all of other lengths take no work by their square.
  @Test func runsThatNeverCloseAreLookedAtOnce() {
    let text = Array((1..<3_000).map { String(repeating: "`", count: $0) + "a" }.joined().utf8)
    let ends = text.indices.filter { InlineMarkup.end(ofOpaqueAt: $0, in: text) != nil }
    #expect(ends.isEmpty)
  }
}
