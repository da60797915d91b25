import Base
import Testing

@testable import Markdown

/// Other tools' additions to Markdown.
@Suite struct DialectTests {
  private func alert(_ kind: String, _ title: String? = nil, _ content: String) -> String {
    """
    <div class="alert alert-\(kind)" role="note">
    <p class="alert-title">\(title ?? kind.uppercased())</p>
    \(content)</div>

    """
  }

  @Test(arguments: [
    (":::note\na\n:::\n", "note", nil), (":::warning[Take care]\na\n:::\n", "warning", "Take care"),
    (":::note Title\na\n:::\n", "note", "Title"), ("::: tip Title\na\n:::\n", "tip", "Title"),
    (":::danger\na\n:::\n", "caution", nil), (":::tip{title=\"T\"}\na\n:::\n", "tip", "T"),
    ("::: {.callout-note title=\"T\"}\na\n:::\n", "note", "T"),
    (":::{seealso}\na\n:::\n", "note", nil),
    ("!!! note \"Title\"\n    a\n", "note", "Title"), ("??? info \"T\"\n    a\n", "note", "T"),
    ("???+ bug\n\n    a\n", "caution", nil), ("!!! danger \"\"\n\ta\n", "caution", nil),
    ("> [!note]+ Title\n> a\n", "note", "Title"), ("> [!TIP] Title\n> A\n", "tip", "Title"),
    ("> [!attention]\n> a\n", "warning", nil), ("```{hint} T\na\n```\n", "tip", "T"),
    ("{% hint style=\"info\" %}\na\n{% endhint %}\n", "note", nil), (":::note\na\n", "note", nil),
    (":::note\r\na\r\n:::\r\n", "note", nil),
  ]) func alertsInTheirSpellings(markdown: String, kind: String, title: String?) throws {
    let parsed = try Parsed(markdown)
    let text = markdown.contains("> A") ? "A" : "a"
    #expect(parsed.html == alert(kind, title, "<p>\(text)</p>\n"))
    #expect(parsed.messages.isEmpty)
  }

  @Test func alertsNest() throws {
    let parsed = try Parsed("::::note\na\n\n:::tip\nb\n:::\n\nc\n::::\n\nd\n")
    #expect(
      parsed.html == alert(
        "note", nil, "<p>a</p>\n\(alert("tip", nil, "<p>b</p>\n"))<p>c</p>\n") + "<p>d</p>\n")
  }

  /// Alerts and blocks around them, as Markdown and as the HTML of each by itself.
  private var blocks: [(markdown: String, html: String)] {
    [
      ("!!! note\n    a\n", alert("note", nil, "<p>a</p>\n")),
      ("!!! warning \"T\"\n\n    b\n", alert("warning", "T", "<p>b</p>\n")),
      ("??? question \"Why?\"\n    c\n", alert("note", "Why?", "<p>c</p>\n")),
      ("???+ warning\n    d\n", alert("warning", nil, "<p>d</p>\n")),
      (
        "!!! tip\n    - e\n\n        !!! danger\n            f\n",
        alert(
          "tip", nil,
          "<ul>\n<li>\n<p>e</p>\n\(alert("caution", nil, "<p>f</p>\n"))</li>\n</ul>\n")
      ),
      (":::tip\ng\n:::\n", alert("tip", nil, "<p>g</p>\n")),
      ("> [!NOTE]+ H\n> h\n", alert("note", "H", "<p>h</p>\n")),
      ("> i\n", "<blockquote>\n<p>i</p>\n</blockquote>\n"),
      ("j\n", "<p>j</p>\n"),
    ]
  }

  @Test func alertsInARowAreBoxesOfTheirOwn() throws {
    for first in blocks {
      for second in blocks {
        for third in blocks {
          let row = [first, second, third]
          // Two quotations in a row are one, in Markdown too; a paragraph's lines as well.
          let isOne = zip(row, row.dropFirst()).contains {
            $0.markdown.hasPrefix(">") && $1.markdown.hasPrefix(">")
          }
          if isOne { continue }
          let parsed = try Parsed(row.map(\.markdown).joined(separator: "\n\n"))
          #expect(parsed.html == row.map(\.html).joined())
          #expect(parsed.messages.isEmpty)
        }
      }
    }
  }

  @Test(arguments: ["", "    - x\n", "    | a | b |\n    |---|---|\n    | c | d |\n"])
  func alertsWithoutABlankLineBetweenAreBoxesOfTheirOwn(content: String) throws {
    func box(_ kind: String) throws -> String {
      try Parsed("!!! \(kind)\n    \(kind)\n\(content)").html
    }
    let kinds = ["note", "tip", "warning", "caution", "important"]
    let parsed = try Parsed(
      kinds.map { "!!! \($0)\n    \($0)\n\(content)" }.joined() + "\n> q\n")
    #expect(
      parsed.html == (try kinds.map(box).joined()) + "<blockquote>\n<p>q</p>\n</blockquote>\n")
    #expect(parsed.messages.isEmpty)
  }

  @Test func anAlertInAListStaysInItsItem() throws {
    let parsed = try Parsed("- a\n\n  :::tip\n  b\n  :::\n\n- c\n\n  !!! note\n      d\n")
    #expect(parsed.html.contains("<p>b</p>") && parsed.html.contains("<p>d</p>"))
    #expect(parsed.html.components(separatedBy: "<li>").count == 3)
    #expect(!parsed.html.contains(":::") && !parsed.html.contains("!!!"))
  }

  @Test func anUnclosedAlertEndsAtAHeading() throws {
    let parsed = try Parsed(":::note\na\n\n# B\n\nc\n")
    #expect(parsed.html == alert("note", nil, "<p>a</p>\n") + "<h1>B</h1>\n<p>c</p>\n")
  }

  @Test(arguments: [
    "```\n:::note\n{{< x >}}\n```\n", "    :::note\n", "`{{< x >}}` `:x:`\n",
    "!!! Wow this is text\n",
    "a:b:c 12:30:45 httpx://a:x:b\n", "import duties are paid\n", "export of goods\n", "$ {x}\n",
  ]) func codeAndProseStay(markdown: String) throws {
    let parsed = try Parsed(markdown)
    let text = markdown.split(separator: "\n").first { !$0.hasPrefix("```") } ?? ""
    let shown = text.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("`", with: "").trimmingPrefix(" ")
    let html = parsed.html.replacing("<code>", with: "").replacing("</code>", with: "")
    #expect(html.contains(shown.drop { $0 == " " }), "\(parsed.html)")
    #expect(parsed.messages.isEmpty)
  }

  @Test(arguments: [
    ("a {{< x \"y\" >}}b{{< /x >}} c\n", "<p>a b c</p>\n"), ("{{% x %}}\n\na\n", "<p>a</p>\n"),
    ("a {{ site.x }} b\n", "<p>a  b</p>\n"), ("{% if x %}\na\n{% endif %}\n", "<p>a</p>\n"),
    ("{% raw %}{{ x }}{% endraw %}\n", "<p>{{ x }}</p>\n"),
    ("import T from '@theme/T';\n\na\n", "<p>a</p>\n"),
    ("<Tabs groupId=\"x\">\n\na\n\n</Tabs>\n", "<p>a</p>\n"),
    ("<Foo\n  bar={1}\n/>\n\na\n", "<p>a</p>\n"), ("[!INCLUDE [x](y.md)]\n\na\n", "<p>a</p>\n"),
    ("--8<-- \"x.md\"\n\na\n", "<p>a</p>\n"),
    ("::: zone pivot=\"a\"\na\n::: zone-end\n", "<p>a</p>\n"),
    ("{{< figure\n  src=\"x\" >}}\n\na\n", "<p>a</p>\n"), ("{! x.md !}\n\na\n", "<p>a</p>\n"),
  ]) func templateCodeIsLeftOutAndReported(markdown: String, html: String) throws {
    let parsed = try Parsed(markdown)
    #expect(parsed.html == html)
    #expect(!parsed.diagnostics.isEmpty)
    #expect(parsed.diagnostics.allSatisfy { $0.id == .templateCode && $0.severity == .warning })
  }

  @Test(arguments: [
    ("``` {.yaml .numberLines}\na\n```\n", "yaml"), ("```{.yaml}\na\n```\n", "yaml"),
    ("```{r, echo=FALSE}\na\n```\n", "r"), ("```{code-block} python\na\n```\n", "python"),
    ("```yaml {.x}\na\n```\n", "yaml"),
  ]) func fencesNameLanguagesInBraces(markdown: String, language: String) throws {
    #expect(try Parsed(markdown).html.contains("<code class=\"language-\(language)\">a"))
  }

  @Test func aContainerOfANameWithDotsIsTemplateCode() throws {
    let parsed = try Parsed(
      "a\n\n::: fastapi.Request\n    options:\n        members: []\n\n        - b\n\nc\n\n::: x.y\nd\n"
    )
    #expect(parsed.html == "<p>a</p>\n<p>c</p>\n<p>d</p>\n")
    #expect(parsed.diagnostics.map(\.id) == [.templateCode])
    #expect(parsed.diagnostics.first?.message.hasPrefix("2 containers") == true)
  }

  @Test func templateCodeIsCountedOnceAKind() throws {
    let parsed = try Parsed(String(repeating: "a {{< b >}} {{ c }}\n\n", count: 500))
    #expect(parsed.diagnostics.map(\.location.description) == ["guide.md:1:3", "guide.md:1:13"])
    #expect(parsed.diagnostics.first?.message.hasPrefix("500 shortcodes") == true)
  }

  @Test(arguments: [
    ("# A {#x .y}\n", "x"), ("# A { #x }\n", "x"), ("# A {: #x}\n", "x"), ("# A\n{: #x}\n", "x"),
    ("# A\n{: #x .y key=\"v w\"}\n", "x"), ("A\n===\n{: #x}\n", "x"), ("# A {/* #x */}\n", "x"),
    ("# A {\u{0C}#x\u{0C}}\n", "x"), ("# A {#x\u{0C}.y}\n", "x"),
    ("# A #\n{: #x}\n", "x"), ("# A {.y}\n", nil), ("# A\n{: .y}\n", nil),
  ]) func headingsTakeAttributes(markdown: String, anchor: String?) throws {
    let parsed = try Parsed(markdown)
    #expect(parsed.document.headings.map(\.title) == ["A"])
    #expect(parsed.document.headings.first?.anchor == anchor)
    #expect(parsed.messages.isEmpty && !parsed.html.contains("{"))
  }

  /// Attributes with and without the colon, by what each block is without them.
  @Test(arguments: ["{: .x}", "{.x}", "{ .x .y }", "{#i}", "{ #i .x k=\"v w\" }", "{:.x}"])
  func attributesAreNoText(list: String) throws {
    let hasID = list.contains("#")
    for (block, isInline) in [
      ("![p](a.png)", true), ("[l](b.md)", true), ("text `c`", true), ("text", false),
      ("- item", false), ("> quote", false), ("| a | b |\n|---|---|\n| c | d |", false),
      ("# A", false), ("A\n===", false), ("[l](b.md) and more", false),
    ] {
      let plain = try Parsed("\(block)\n\nend\n")
      let inline = ["\(block)\(list)", "\(block)\(list) more"]
      for source in (isInline ? inline : []) + ["\(block)\n\(list)"] {
        let parsed = try Parsed("\(source)\n\nend\n")
        #expect(!parsed.html.contains("{") && parsed.messages.isEmpty, "\(source)")
        #expect(
          parsed.html.components(separatedBy: "<").count
            == plain.html.components(separatedBy: "<").count
            + (hasID && parsed.document.headings.isEmpty ? 2 : 0), "\(parsed.html)")
        let names =
          parsed.document.anchors.map(\.name) + parsed.document.headings.compactMap(\.anchor)
        #expect(names.contains("i") == hasID)
      }
    }
  }

  /// An id is no text in another language.
  @Test(arguments: ["{ #creating-the-settings-only-once-for-all }", "{#what-is-done-by-the-crew}"])
  func idsHaveNoLanguage(id: String) throws {
    let parsed = DocumentParser.parse(
      SourceFile(path: "a.md", bytes: Array("# 使用\n\n## 设置 \(id)\n\n文本。\n".utf8)),
      .init(key: "a", locale: "zh", isResponsibilityDocument: false))
    #expect(parsed.diagnostics.map(\.text) == [] && parsed.document?.foreignTexts.isEmpty == true)
  }

  @Test func anIDAloneIsAnAnchor() throws {
    let parsed = try Parsed("a\n\n{#b}\n\n## C\n")
    #expect(parsed.document.anchors.map(\.name) == ["b"])
    #expect(!parsed.html.contains("{"))
  }

  @Test(arguments: [
    "{placeholder}", "{ \"json\": 1 }", "{a=b}", "{.5}", "{.js,.ts}", "{...}", "{#1}", "{ }", "{.}",
    "{#}", "{.a b}", "{.a} and", "{a, b}", "{.a}{.b} c", "{ .env, .git }",
  ]) func bracesOfTextStayText(text: String) throws {
    for source in [text, "a\n\(text)", "- \(text)", "a \(text)", "| a |\n|---|\n| \(text) |"] {
      let shown = text.replacing("\"", with: "&quot;")
      #expect(try Parsed(source + "\n").html.contains(shown), "\(source)")
    }
  }

  @Test func attributesUnderATableAreNoRow() throws {
    let parsed = try Parsed("a | b\n--|--\nc | d |\n{: #x caption=\"C\"}\n\ntext\n{: #y}\n")
    #expect(parsed.document.anchors.map(\.name) == ["x", "y"])
    #expect(parsed.html.components(separatedBy: "<tr").count == 3)
    #expect(!parsed.html.contains("caption") && parsed.messages.isEmpty)
  }

  @Test(arguments: [
    ("Done :white_check_mark:\n", "<p>Done ✅</p>\n"), (":x::heavy_check_mark:\n", "<p>❌✔️</p>\n"),
    (":no_such_name: a:x:b\n", "<p>:no_such_name: a:x:b</p>\n"), (":+1:!\n", "<p>👍!</p>\n"),
  ]) func emojiAreWrittenByName(markdown: String, html: String) throws {
    #expect(try Parsed(markdown).html == html)
  }

  @Test func placesAreTheFiles() throws {
    let parsed = try Parsed(":::note\n{{ a }} [x](javascript:a)\n\n!!! tip\n    [y](z)\n:::\n")
    #expect(
      parsed.document.links.map(\.location.description) == ["guide.md:2:9", "guide.md:5:5"])
  }

  @Test(arguments: [
    "{{", "{{<", "{%", "<A ", "<A b={", "{:", ":::note\n", ":::\n", "!!! note\n", "[!INCLUDE [",
    "`", "{#x", "\u{0B}", "\u{0C}", "{/*", "!!! note\n    a\n",
    "!!! note\n\n", "!!! note\n\n\n\n    a\n\n", "{.a}\n",
    "a `b`{.c}",
    "# A\n{: #x}\n", "{{< a >}}", ":x", "{% raw %}", "<Foo>", "  :::note\n", "> :::note\n",
  ]) func hostileShapesStayLinear(piece: String) throws {
    func time(_ bytes: Int) -> Duration {
      let text = Array(String(repeating: piece, count: bytes / piece.utf8.count).utf8)
      return ContinuousClock().measure {
        _ = DialectRewriter.rewrite(text, firstLine: 1, isMDX: true, InputLimits())
      }
    }
    _ = time(1_000)
    #expect(time(160_000) < .seconds(20))
  }
}
