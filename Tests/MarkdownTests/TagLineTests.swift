import Base
import Testing

@testable import Markdown

/// Markdown between the tags of HTML, and tags of JSX.
@Suite struct TagLineTests {
  @Test(arguments: [
    (
      "<details>\n<summary>**A**</summary>\n\nb\n</details>\n",
      "<details><summary><strong>A</strong></summary><p>b</p></details>"
    ),
    ("<p>\n**A:** `b`<br />\n</p>\n", "<p><strong>A:</strong><code>b</code><br></p>"),
    (
      "- <p>[a](b.md) c</p>\n- d\n",
      "<ul><li><a href=\"b.md\">a</a>c</li><li>d</li></ul>"
    ),
    (
      "<div>\n    <div>\n        **a**\n    </div>\n</div>\n",
      "<div><div><p><strong>a</strong></p></div></div>"
    ),
    ("<div>\n- a\n- b\n</div>\n", "<div><ul><li>a</li><li>b</li></ul></div>"),
    (
      "<div>a</div>\n\n<div>**b** <b>c</b></div>\n",
      "<div>a</div><div><strong>b</strong><b>c</b></div>"
    ),
    ("a\n<p>**b**</p>\n", "<p>a</p><p><strong>b</strong></p>"),
    ("<p>a</p>\n---\n", "<p>a</p><hr/>"),
    ("<i>\n*a*\n</i>\n", "<p><i><em>a</em></i></p>"),
    (
      "<div>\n<table>\n<tr><td>a</td></tr>\n</table>\n</div>\n\n*b*\n",
      "<div><table><tbody><tr><td>a</td></tr></tbody></table></div><p><em>b</em></p>"
    ),
    ("<pre>\n**a**\n</pre>\n", "<pre><code>**a**</code></pre>"),
  ]) func markdownIsReadBetweenTagsOfMDX(markdown: String, html: String) throws {
    let parsed = try Parsed(markdown, path: "guide.mdx")
    #expect(Self.folded(parsed.html) == Self.folded(html), "\(parsed.html)")
    #expect(parsed.messages.isEmpty)
  }

  @Test(arguments: [
    "<aside markdown=\"1\" class=\"q\">\n  <i>\n  Some *b*.\n  </i>\n  <p markdown=\"1\">\n[l](m.md)\n  </p>\n</aside>\n",
    "<div markdown=\"block\">\n*b* and [l](m.md)\n</div>\n",
    "<p markdown=\"1\">*b* [l](m.md)</p>\n",
    "<div class=\"g\" markdown>\n\n*b* [l](m.md)\n\n</div>\n",
    "<div markdown>\n- *b*\n- [l](m.md)\n</div>\n",
    "- a\n\n  <div markdown=\"1\">\n  *b* [l](m.md)\n  </div>\n",
  ]) func markdownIsReadInElementsThatSaySo(markdown: String) throws {
    let parsed = try Parsed(markdown)
    #expect(parsed.html.contains("<em>b</em>") && parsed.html.contains("<a href=\"m.md\">l</a>"))
    #expect(!parsed.html.contains("&lt;") && !parsed.html.contains("\u{FFFD}"))
    #expect(parsed.messages.isEmpty)
    // The following text is the same as without it.
    let after = try Parsed(markdown + "\n<div>\n*c*\n</div>\n")
    #expect(after.html.contains("*c*"))
  }

  @Test(arguments: [
    "<div>\n*c*\n</div>\n", "<div markdown=\"0\">\n*c*\n</div>\n",
    "<div>\n*c* markdown\n</div>\n",
  ]) func markdownIsTextInOtherElements(markdown: String) throws {
    #expect(try Parsed(markdown).html.contains("*c*"))
  }

  @Test(
    arguments: [
      "<img src={require(\"/a.png\").default} alt=\"A\" width=\"90%\" />",
      "<img src={require('/a.png').default} style={{width: \"50%\"}} />",
      "<img src={useBaseUrl(\"/a.png\")} />", "<img\n  src={'/a.png'}\n  width={50}\n/>",
      "<img {...props} src=\"/a.png\" alt={alt} />",
    ], ["guide.md", "guide.mdx"]) func picturesOfJSXArePictures(tag: String, path: String) throws
  {
    for text in [tag, "a \(tag) b", "- \(tag)", "<p>\(tag)</p>"] {
      let parsed = try Parsed(text + "\n", path: path)
      #expect(parsed.document.links.map(\.destination) == ["/a.png"], "\(text)")
      #expect(!parsed.html.contains("{") && !parsed.html.contains("require"))
      #expect(parsed.messages.isEmpty)
    }
  }

  @Test func aPictureThatCodeNamesIsLeftOutAndReported() throws {
    let parsed = try Parsed("a <img src={logo} /> b\n", path: "guide.mdx")
    #expect(parsed.html == "<p>a  b</p>\n" && parsed.document.links.isEmpty)
    #expect(parsed.diagnostics.map(\.id) == [.templateCode])
  }

  @Test func placesBetweenTagsAreTheFiles() throws {
    let parsed = try Parsed(
      "<p>[a](b)</p>\n\n<div>\n[c](d)\n</div>\n\n<img src=\"e\" />\n", path: "guide.mdx")
    #expect(
      parsed.document.links.map(\.location.description)
        == ["guide.mdx:1:4", "guide.mdx:4:1", "guide.mdx:7:1"])
  }

  @Test(arguments: [
    "<p>", "<div>\n", "</div>\n", "<div markdown>\n", "<img src={", "<a {\"", "<p>**a\n",
    "    <p>\n",
    "<table>\n</p>\n", "<a b='{", "<!--\n<p>\n",
  ]) func hostileTagsStayLinear(piece: String) throws {
    func time(_ bytes: Int) -> Duration {
      let text = Array(String(repeating: piece, count: bytes / piece.utf8.count).utf8)
      return ContinuousClock().measure {
        _ = DialectRewriter.rewrite(text, firstLine: 1, isMDX: true, InputLimits())
      }
    }
    _ = time(1_000)
    #expect(time(160_000) < .seconds(20))
    let text = "# A\n\n" + String(repeating: piece, count: 2_000)
    _ = try Parsed(text, path: "guide.mdx")
  }

  /// HTML without the white space that pages fold.
  private static func folded(_ html: String) -> String {
    html.replacing("\n", with: "").replacing(" ", with: "").replacing("/>", with: ">")
  }
}
