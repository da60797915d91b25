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

  @Test(arguments: [
    ("a <script>b</script>", "<script>", 3), ("a <iframe src=x></iframe>", "<iframe src=x>", 3),
    ("a <img src=x onerror=y>", "<img src=x onerror=y>", 3), ("a <svg/onload=x>", nil, 0),
    ("a <b>b", "<b>", 3), ("a</b>", "</b>", 2), ("a <a href=\"x\">b</a>", "<a href=\"x\">", 3),
    ("a <style>b</style>", "<style>", 3), ("a <?php x ?>", "<?php x ?>", 3),
    ("a <!DOCTYPE html>", "<!DOCTYPE html>", 3), ("a <![CDATA[x]]>", "<![CDATA[x]]>", 3),
    ("*a <b>b* c</b>", "<b>", 4), ("a <button>b</button>", "<button>", 3),
    ("a <b/onclick=x>b</b>", "</b>", 17), ("a <input autofocus>", "<input autofocus>", 3),
  ]) func allElseIsShownAsTextAndReported(markdown: String, shown: String?, column: Int) throws {
    let parsed = try Parsed(markdown)
    #expect(!parsed.html.contains(/<(script|iframe|img|svg|b|\/b|a|style|button|input|\?|!)/))
    guard let shown else { return }
    let finding = try #require(parsed.diagnostics.first)
    #expect(finding.id == .htmlEscaped)
    #expect(finding.message == "raw HTML '\(shown)' is shown as text")
    #expect(finding.location.description == "guide.md:1:\(column)")
    let escaped = shown.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
    #expect(parsed.html.contains(escaped))
  }

  @Test(arguments: [
    (
      "<div>\ntext &amp; *x* & <b>bold</b>\n</div>\n\nafter\n",
      "<p>&lt;div&gt;\ntext &amp; *x* &amp; <b>bold</b>\n&lt;/div&gt;</p>\n<p>after</p>\n"
    ),
    ("<script>\nalert(1)\n</script>\n", "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>\n"),
    ("<svg onload=\"x\">\n", "<p>&lt;svg onload=&quot;x&quot;&gt;</p>\n"),
    ("<style>\n*{}\n</style>\n", "<p>&lt;style&gt;\n*{}\n&lt;/style&gt;</p>\n"),
    ("<iframe src='x'>\n</iframe>\n", "<p>&lt;iframe src=&#39;x&#39;&gt;\n&lt;/iframe&gt;</p>\n"),
    (
      "<table><tr><td>x</td></tr></table>\n",
      "<p>&lt;table&gt;&lt;tr&gt;&lt;td&gt;x&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</p>\n"
    ),
    ("<!-- open\n\ntext\n", "<p>&lt;!-- open\n\ntext</p>\n"),
    ("<a href=\"x\">\nlink</a>\n", "<p>&lt;a href=&quot;x&quot;&gt;\nlink&lt;/a&gt;</p>\n"),
    ("- a\n- <div>\n", "<ul>\n<li>a</li>\n<li>\n<p>&lt;div&gt;</p>\n</li>\n</ul>\n"),
  ]) func aBlockIsShownAsTextAndReportedOnce(markdown: String, html: String) throws {
    let parsed = try Parsed(markdown)
    #expect(parsed.html == html)
    #expect(parsed.diagnostics.map(\.id) == [.htmlEscaped])
  }

  @Test(arguments: [
    ("<!-- for authors -->\n\ntext\n", "<p>text</p>\n"),
    ("<!-- a\n\nb -->\ntext\n", "<p>text</p>\n"),
    ("<!-- a --> text\n", "<p> text</p>\n"), ("<!-- a --> b <!-- c --> d\n", "<p> b  d</p>\n"),
    ("<!---->\n", ""), ("<!-->\n", ""), ("<!-- a -->\n<!-- b -->\n", ""),
    ("# A <!-- b -->\n", "<h1>A </h1>\n"), ("<b>x</b>\n", "<p><b>x</b></p>\n"),
  ]) func commentsGoAndTheTextBehindThemStays(markdown: String, html: String) throws {
    let parsed = try Parsed(markdown)
    #expect(parsed.html == html)
    #expect(parsed.messages.isEmpty)
  }

  @Test(arguments: ["{{title}}", "{{{body}}}", "{{> layout}}", "{{=<% %>=}}", "${x}", "<%= x %>"])
  func templateSyntaxIsText(text: String) throws {
    let escaped = text.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    #expect(try Parsed("# \(text)\n\n\(text)\n").html == "<h1>\(escaped)</h1>\n<p>\(escaped)</p>\n")
  }

  @Test func fenceInformationIsEscaped() throws {
    let html = try Parsed("```x\"><script>\n<b>&\n```\n").html
    #expect(
      html
        == "<pre><code class=\"language-x&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;\n</code></pre>\n"
    )
  }
}
