import Testing

@testable import Markdown

@Suite struct RawHTMLTests {
  @Test(arguments: [
    "a<br>b", "H<sub>2</sub>O", "x<sup>2</sup>", "<kbd>Ctrl</kbd>", "<bdi lang=\"ko\">책</bdi>",
    "<bdo dir=\"rtl\">x</bdo>", "<abbr title=\"a &amp; b\">c</abbr>", "<b>a <i>b</i></b>",
    "a<wbr>b", "<span lang=\"de-DE\">x</span>", "<ins>a</ins> <del>b</del>",
  ]) func harmlessElementsStay(markdown: String) throws {
    let parsed = try Parsed(markdown)
    #expect(parsed.html == "<p>\(markdown)</p>\n")
    #expect(parsed.messages.isEmpty)
  }

  @Test(arguments: [
    ("<B>a</B>", "<b>a</b>"), ("a<br/>b", "a<br>b"), ("a<BR />b", "a<br>b"),
    ("<kbd class=\"x\" onclick=\"y()\" style='z'>a</kbd>", "<kbd>a</kbd>"),
    ("<abbr title='\"><script>'>a</abbr>", "<abbr title=\"&quot;&gt;&lt;script&gt;\">a</abbr>"),
    ("<span dir=\"up\" lang=\"x y\">a</span>", "<span>a</span>"),
    ("<b title=a title=b>c</b>", "<b title=\"a\">c</b>"),
    ("a <!-- why --> b", "a  b"), ("a<!-- x --><b>b</b>", "a<b>b</b>"),
  ]) func whatMayStayIsWrittenAnew(markdown: String, html: String) throws {
    let parsed = try Parsed(markdown)
    #expect(parsed.html == "<p>\(html)</p>\n")
    #expect(parsed.messages.isEmpty)
  }

  /// The text of what is dropped stays, scripts and styles excepted; one finding tells of each kind.
  @Test(arguments: [
    ("a <script>b</script> c", "<p>a  c</p>\n", "'script'", 3),
    ("a <style>b</style> c", "<p>a  c</p>\n", "'style'", 3),
    ("a <iframe src=x>b</iframe>", "<p>a b</p>\n", "'iframe'", 3),
    ("a <svg onload=x>b", "<p>a b</p>\n", "'on…', 'svg'", 3),
    ("a <button>b</button>", "<p>a b</p>\n", "'button'", 3),
    ("a <input autofocus>", "<p>a </p>\n", "'input'", 3),
    ("a <img src=x onerror=y>", "<p>a <img src=\"x\" alt=\"\" /></p>\n", "'on…'", 3),
    ("한 <x>a</x> <y>b</y> <x>c</x>", "<p>한 a b c</p>\n", "'x' (2), 'y'", 3),
  ]) func elementsThatAreNotAllowedGo(
    markdown: String, html: String, names: String, column: Int
  ) throws {
    let parsed = try Parsed(markdown)
    #expect(parsed.html == html)
    let finding = try #require(parsed.diagnostics.first)
    #expect(finding.id == .htmlDropped)
    #expect(finding.message == "HTML was removed, and its text kept: \(names)")
    #expect(finding.location.description == "guide.md:1:\(column)")
    #expect(parsed.diagnostics.count == 1)
  }

  @Test(arguments: [
    ("a <b>b", "<p>a b</p>\n", "'b'", "1:3"), ("a</b>", "<p>a</p>\n", "'b'", "1:2"),
    ("*a <b>b* c</b>", "<p><em>a b</em> c</p>\n", "'b' (2)", "1:4"),
    ("<div>\n\ntext\n", "<p>text</p>\n", "'div'", "1:1"),
    ("text\n\n</div>\n", "<p>text</p>\n", "'div'", "3:1"),
    ("<div><b>x</div>\n", "<div>\nx\n</div>\n", "'b'", "1:6"),
    ("<!-- open\n\ntext\n", "", "'!--'", "1:1"),
    ("- a\n- <div>\n", "<ul>\n<li>a</li>\n<li></li>\n</ul>\n", "'div'", "2:3"),
  ]) func tagsWithoutPartnerGo(
    markdown: String, html: String, names: String, place: String
  ) throws {
    let parsed = try Parsed(markdown)
    #expect(parsed.html == html)
    #expect(
      parsed.diagnostics.map(\.message) == [
        "unmatched HTML tags were removed: \(names)"
      ])
    #expect(parsed.diagnostics.map(\.location.description) == ["guide.md:\(place)"])
  }

  @Test(arguments: [
    ("a <?php x ?> b", "<p>a  b</p>\n"), ("a <!DOCTYPE html> b", "<p>a  b</p>\n"),
    ("a <![CDATA[x]]> b", "<p>a  b</p>\n"),
  ]) func whatNoElementIsGoes(markdown: String, html: String) throws {
    #expect(try Parsed(markdown).html == html)
  }

  @Test(arguments: [
    (
      "<div>\ntext &amp; *x* & <b>bold</b>\n</div>\n\nafter\n",
      "<div>\ntext &amp; *x* &amp; <b>bold</b>\n</div>\n<p>after</p>\n"
    ),
    (
      "<details>\n<summary>More</summary>\n\nHidden **text**.\n\n</details>\n",
      "<details>\n<summary>\nMore\n</summary>\n<p>Hidden <strong>text</strong>.</p>\n</details>\n"
    ),
    (
      "<details open onclick=x>\n\nsome **text**</details>\n\nafter\n",
      "<details open>\n<p>some <strong>text</strong></p>\n</details>\n<p>after</p>\n"
    ),
    (
      "<div align=\"center\">\n\n## A\n\n</div>\n",
      "<div class=\"align-center\">\n<h2>A</h2>\n</div>\n"
    ),
    ("<p>a<p>b\n", "<p>a</p>\n<p>b</p>\n"),
    ("<ul><li>a<li>b</ul>\n", "<ul>\n<li>\na\n</li>\n<li>\nb\n</li>\n</ul>\n"),
    ("<h2 id=\"x\">A <em>b</em></h2>\n", "<h1 id=\"x\">A <em>b</em></h1>\n"),
    ("<center>a</center>\n", "<div class=\"align-center\">\na\n</div>\n"),
    (
      "<pre><code class=\"language-js\">a &lt; b\n\nc</code></pre>\n",
      "<pre><code class=\"language-js\">a &lt; b\n\nc</code></pre>\n"
    ),
    ("<a href=\"x\">\nlink</a>\n", "<p><a href=\"x\">\nlink</a></p>\n"),
    ("a <a href=\"x&amp;y\" title=t>b</a>\n", "<p>a <a href=\"x&amp;y\" title=\"t\">b</a></p>\n"),
    ("[a <a href=\"x\">b</a>](c)\n", "<p><a href=\"c\">a b</a></p>\n"),
    ("<a href=\"x\">[b](c)</a>\n", "<p><a href=\"c\">b</a></p>\n"),
    (
      "<img src=a.png width=20 height=\"3x\" alt='\"'>\n",
      "<p><img src=\"a.png\" alt=\"&quot;\" width=\"20\" /></p>\n"
    ),
    ("para <div>b</div> rest\n", "<p>para</p>\n<div>\nb\n</div>\n<p> rest</p>\n"),
    ("<li>a</li>\n", "<p>a</p>\n"), ("<td>a</td>\n", "<p>a</p>\n"),
    (
      "> <div>\n>\n> a\n>\n> </div>\n",
      "<blockquote>\n<div>\n<p>a</p>\n</div>\n</blockquote>\n"
    ),
  ]) func harmlessBlocksStay(markdown: String, html: String) throws {
    let parsed = try Parsed(markdown)
    #expect(parsed.html == html)
    #expect(parsed.diagnostics.filter { $0.id != .htmlDropped }.isEmpty)
  }

  @Test(arguments: [
    "<div>\n<!-- a\n\nb\n\n-->\nc</div>\n", "<div><script>\na\n\nb</script></div>\n\nc\n",
    "<div><!-- a --\n\n- b\n\n-->\n\nc\n</div>\n",
  ]) func whatACommentOrScriptCoversOverBlankLinesGoes(markdown: String) throws {
    let html = try Parsed(markdown).html
    #expect(html.contains("c"))
    #expect(!html.contains("a") && !html.contains("b"))
  }

  @Test(arguments: [
    "<!-->]<!--\n-->|b\n-|-\n<div\n", "<div><!--\n\n|a|b|\n|-|-|\n|-->|d|\n|e|f|\n\n</div>\n",
    "<div><script>\n\n|a|b|\n|-|-|\n|c|</script>|\n\n</div>\n",
  ]) func noTableIsDivided(markdown: String) throws {
    let parsed = try Parsed(markdown, responsibilities: true)
    let table = try #require(parsed.document.tables.first)
    #expect(parsed.document.cells.count == table.lines.count * 2)
    #expect(parsed.html.contains("</th>\n<th>"))
  }

  /// A table that a comment covers goes as a whole, and the next one keeps its own columns.
  @Test(arguments: ["|a|\n|-|\n", "|a|b|c|\n|-|-|-|\n|d|e|f|\n", "|a|b|\n|-|-|\n|c|d|\n"])
  func coveredTablesGo(table: String) throws {
    let parsed = try Parsed(
      "<div><!--\n\n\(table)\n--></div>\n\n|e|f|\n|-|-|\n|g|h|\n", responsibilities: true)
    #expect(parsed.document.tables.map(\.columnCount) == [2])
    #expect(parsed.document.cells.map(\.text) == ["e", "f", "g", "h"])
  }

  /// The text of a script in a line of tags goes with it, once.
  @Test(arguments: [
    ("<div markdown=\"1\">\n<p>x <script>*a* [y](z)</script> k</p>\n</div>\n", "guide.md"),
    ("<p>x <style>*a*</style></p>\n", "guide.mdx"), ("`a\n<p>x</p>`\n", "guide.mdx"),
    ("<p>a</p> | b\n-|-\nc|d\n", "guide.mdx"),
  ])
  func linesOfTagsAreCleaned(markdown: String, path: String) throws {
    let parsed = try Parsed(markdown, path: path)
    #expect(!parsed.html.contains("*") && !parsed.html.contains("\u{FFFD}"), "\(parsed.html)")
  }

  /// A form feed divides the words of a tag, in each reader of it.
  @Test(arguments: [
    "<p\u{0C}>", "<div\u{0C}x", "<pre\u{0C}>", "<script\u{0C}>", "<foo\u{0C}a=\"b\">",
  ])
  func formFeedsInTagsAreSpace(tag: String) throws {
    let text = "\(tag)\na|b\n-|-\nc|d\n\n|e|f|g|\n|-|-|-|\n|h|i|j|\n"
    let parsed = try Parsed(text, responsibilities: true)
    let spaced = try Parsed(text.replacing("\u{0C}", with: " "), responsibilities: true)
    #expect(parsed.document.tables.map(\.columnCount) == spaced.document.tables.map(\.columnCount))
  }

  /// A comment before a table with cells that only HTML implies speaks for all of it.
  @Test func commentsSpeakForTablesWithImpliedRows() throws {
    let parsed = try Parsed(
      "# T\n\n<!-- rolebook-ignore link/unresolved -->\n\n<table>\n<tr><td>a<td>b</tr>\n"
        + "<tbody><td>c</tbody>\n</table>\n")
    #expect(parsed.document.suppressions.count == 1)
  }

  @Test(arguments: [
    ("<!-- for authors -->\n\ntext\n", "<p>text</p>\n"),
    ("<!-- a\n\nb -->\ntext\n", "<p>text</p>\n"),
    ("<!-- a --> text\n", "<p>text</p>\n"), ("<!-- a --> b <!-- c --> d\n", "<p>b  d</p>\n"),
    ("<!---->\n", ""), ("<!-->\n", ""), ("<!-- a -->\n<!-- b -->\n", ""),
    ("# A <!-- b -->\n", "<h1>A </h1>\n"), ("<b>x</b>\n", "<p><b>x</b></p>\n"),
  ]) func commentsGoAndTheTextBehindThemStays(markdown: String, html: String) throws {
    let parsed = try Parsed(markdown)
    #expect(parsed.html == html)
    #expect(parsed.messages.isEmpty)
  }

  @Test(arguments: ["{{title}}", "{{{body}}}", "{{> layout}}", "{{=<% %>=}}", "${x}", "<%= x %>"])
  func templateSyntaxInCodeIsText(text: String) throws {
    let escaped = text.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    #expect(
      try Parsed("# `\(text)`\n\n`\(text)`\n").html
        == "<h1><code>\(escaped)</code></h1>\n<p><code>\(escaped)</code></p>\n")
  }

  @Test func fenceInformationIsEscaped() throws {
    let html = try Parsed("```x\"><script>\n<b>&\n```\n").html
    #expect(
      html
        == "<pre><code class=\"language-x&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;\n</code></pre>\n"
    )
  }
}
