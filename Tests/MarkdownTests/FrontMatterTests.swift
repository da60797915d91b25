import Base
import Testing

@testable import Markdown

@Suite struct FrontMatterTests {
  @Test(arguments: ["\n", "\r\n", "\r"]) func knownKeysAreRead(ending: String) throws {
    let lines = [
      "---", "title: 'Rollen: wer tut was'", "description: Eine Zeile", "order: 3",
      "ms.contentlocale: de-DE",
      "ms.translationtype: MT", "ms.sourcegitcommit: abc", "ms.lasthandoff: 1/16/2019",
      "ms.date: 09/24/2018", "keywords: [a, b]", "---", "Text", "",
    ]
    let parsed = try Parsed(lines.joined(separator: ending))
    let metadata = parsed.document.metadata
    #expect(metadata.title == "Rollen: wer tut was")
    #expect(metadata.description == "Eine Zeile")
    #expect(metadata.order == 3)
    #expect(metadata.contentLocale == "de-DE")
    #expect(metadata.isMachineTranslated)
    #expect(metadata.sourceCommit == "abc")
    #expect(metadata.handoffDate == "2019-01-16")
    #expect(parsed.html == "<p>Text</p>\n")
    let notice = "a machine translated this document, and no one has reviewed it"
    #expect(parsed.messages.count == 1)
    #expect(
      parsed.messages.first?.hasPrefix("guide.md:6:1: note: \(notice) [translation/machine]")
        == true)
  }

  @Test(arguments: [
    ("ms.date: 09/24/2018", "2018-09-24"), ("ms.lasthandoff: 2021-07-09", "2021-07-09"),
    ("ms.lasthandoff: 7/9/2021", "2021-07-09"), ("ms.lasthandoff: a/b/2021", "a/b/2021"),
    ("ms.lasthandoff: 1/2/21", "1/2/21"), ("ms.lasthandoff:", nil),
    ("ms.lasthandoff: 07/09/2021\nms.date: 01/01/2000", "2021-07-09"),
    ("ms.date: 01/01/2000\nms.lasthandoff: 07/09/2021", "2021-07-09"),
  ]) func datesCompareAsText(yaml: String, date: String?) throws {
    #expect(try Parsed("---\n\(yaml)\n---\n").document.metadata.handoffDate == date)
  }

  /// Front matter behind comments is read, and only if it looks like front matter.
  @Test(arguments: [
    ("<!-- c -->\n---\ntitle: T\n---\n# A\n", "T", "<h1>A</h1>\n"),
    ("<!--\nc\n-->\n\n---\ntitle: T\n---\n# A\n", "T", "<h1>A</h1>\n"),
    ("<!-- a -->\n<!-- b -->\n---\r\ntitle: T\r\n---\r\n# A\n", "T", "<h1>A</h1>\n"),
    ("\n---\ntitle: T\n---\n# A\n", "T", "<h1>A</h1>\n"),
    (" \r\n\r\n---\ntitle: T\n---\n# A\n", "T", "<h1>A</h1>\n"),
    ("\n---\n\n# A\n", "A", nil), ("\n---\ntext\n---\n# A\n", "A", nil),
    ("<!-- c -->\n---\ntext\n\n---\n# A\n", "A", nil),
    ("<!-- c -->\n---\ntitle: T\n", "Guide", nil),
    ("<!-- c --> b\n---\ntitle: T\n---\n# A\n", "A", nil),
  ]) func commentsMayComeFirst(text: String, title: String, html: String?) throws {
    let parsed = try Parsed(text)
    #expect(parsed.document.title == title)
    if let html { #expect(parsed.html == html) }
  }

  /// Places behind such front matter are those of the file.
  @Test func placesBehindCommentsAreThoseOfTheFile() throws {
    let text = "<!-- c\n-->\n---\ntitle: T\n---\n\n| A | B |\n| - | - |\n| x | [y](z.md) |\n"
    #expect(try Parsed(text).document.links.map(\.location.line) == [9])
    let broken = try Parsed("<!-- c -->\n---\ntitle: T\ntitle: U\n---\n")
    #expect(broken.messages.allSatisfy { $0.hasPrefix("guide.md:4:") }, "\(broken.messages)")
  }

  @Test func aByteOrderMarkIsNoText() throws {
    let parsed = try Parsed("\u{FEFF}---\ntitle: Roles\n---\n# A\n")
    #expect(parsed.document.title == "Roles")
    #expect(parsed.html == "<h1>A</h1>\n")
  }

  @Test(arguments: [
    ("# A\n", "A"), ("## B\n\n# A\n", "A"), ("text\n", "Guide"), ("---\ntitle:\n---\n# A\n", "A"),
    ("---\ntitle: no\n---\n# A\n", "no"), ("## B\n### C\n", "B"), ("<!-- c -->\n\n### B\n", "B"),
    ("## B\n## C\n", "Guide"), ("### B\n## C\n", "Guide"), ("a\n\n## B\n", "Guide"),
    ("![](p.png)\n\n## B\n", "Guide"), ("> ## B\n", "Guide"), ("##\n", "Guide"),
  ]) func theTitleComesFromTheFrontMatterElseTheHeadingElseTheKey(
    markdown: String, title: String
  ) throws {
    #expect(try Parsed(markdown).document.title == title)
  }

  @Test(arguments: [
    ("index", "Index"), ("get-started", "Get started"), ("api/user_guide", "User guide"),
    ("api/index", "Api"), ("-", "-"), ("ärger-x", "Ärger x"),
  ]) func aDocumentWithoutAnyTitleHasTheWordsOfItsFile(key: String, title: String) throws {
    let (document, _) = DocumentParser.parse(
      SourceFile(path: "\(key).md", bytes: Array("a\n".utf8)),
      .init(key: key, locale: "en", isResponsibilityDocument: false))
    #expect(document?.title == title && document?.ownTitle == nil)
  }

  /// Headings of all levels, in every order, behind text or not: one is the page's first at most, and
  /// the page adds its title where there is none.
  @Test(arguments: ["", "a\n\n", "<!-- a -->\n\n"], [true, false])
  func onlyOneHeadingIsThePagesFirst(lead: String, hasTitle: Bool) throws {
    let levels = (0..<64).map { [$0 % 4 + 1, $0 / 4 % 4 + 1, $0 / 16 + 1] }
    for levels in levels where levels.filter({ $0 == 1 }).count < 2 {
      let headings = levels.map { String(repeating: "#", count: $0) + " H\($0)\n\n" }.joined()
      let front = hasTitle ? "---\ntitle: T\n---\n" : ""
      let document = try Parsed(front + lead + headings).document
      let count = document.plainHTML.components(separatedBy: "<h1").count - 1
      #expect(document.headings.map(\.level) == levels)
      #expect(document.holdsTitle == (count == 1))
      let isFirst =
        levels[0] == 1
        || (!hasTitle && lead != "a\n\n" && levels.dropFirst().allSatisfy { $0 > levels[0] })
      #expect(document.beginsWithTitle == isFirst)
      let own = isFirst ? "H\(levels[0])" : count == 1 ? "H1" : "Guide"
      #expect(document.title == (hasTitle ? "T" : own))
    }
  }

  @Test(arguments: [
    ("a `b` *c*", "a `b` *c*"), ("<img src=\"/x.svg\" alt=\"C++\"> In C++ &amp; C", "In C++ & C"),
    ("<p>A <b>bold</b> claim</p><p>more</p>", "A bold claim more"), ("a < b & c", "a < b & c"),
    ("use <name> here", "use <name> here"), ("<img src=x>", nil), ("a<br>b<!-- c -->", "a b"),
    ("a <script>x()</script> b", "a b"), ("&lt;b&gt;", "<b>"),
  ]) func aDescriptionIsPlainText(description: String, plain: String?) throws {
    let quoted = description.replacing("\"", with: "\\\"")
    let metadata = try Parsed("---\ndescription: \"\(quoted)\"\n---\n").document.metadata
    #expect(metadata.description == description && metadata.plainDescription == plain)
  }

  @Test(arguments: [
    ("---\ntitle: a", "guide.md:1:1: warning: the front matter has no end"),
    ("---\n\ntitle: [a]\n---\n", "guide.md:3:8: warning: 'title' must be text, not a list"),
    ("---\norder: first\n---\n", "guide.md:2:8: warning: 'order' must be a number"),
    ("---\norder: [1]\n---\n", "guide.md:2:8: warning: 'order' must be a number"),
    ("\u{FEFF}---\ntitle: a\ntitle: b\n---\n", "guide.md:3:1: warning: 'title' is written twice"),
    ("---\ntitle: \"a\n---\n", "guide.md:3:1: warning: "),
    ("---\n책: 임: x\n---\n", "guide.md:2:5: warning: "),
  ]) func defectsAreReportedAtTheirPlace(markdown: String, message: String) throws {
    let messages = try Parsed(markdown).messages
    #expect(messages.count == 1)
    #expect(messages.first?.hasPrefix(message) == true, "\(messages)")
  }

  @Test(arguments: [
    ("title: &name A\nother: *name\n", "A"), ("title: A\ncascade: !x {v: 1}\n", "A"),
    ("title: A\n<<: *base\n", "A"), ("title: A\n? [a, b]\n: c\n", "A"),
    ("title: A\norder: 1.5\n", "A"), ("title: *name\n", "H"), ("title: A\nx: {a: 1, a: 2}\n", "A"),
    ("title: A\n1: one\ntrue: two\n", "A"), ("title: !!str A\n", "A"),
    ("title: |\n  A\n  b\n", "A b"),
    ("title: \"A\\e\"\n", "A\u{FFFD}"), ("weight: 10\ntitle: A\n", "A"),
    ("date: 2024-01-01T00:00:00Z\n", "H"),
  ]) func whatOtherToolsWriteIsNoDefect(yaml: String, title: String) throws {
    let parsed = try Parsed("---\n\(yaml)---\n# H\n")
    #expect(parsed.document.title == title)
    #expect(parsed.messages.isEmpty)
    #expect(parsed.html == "<h1>H</h1>\n")
  }

  @Test(arguments: [
    ("title: A: b\n", "H"), ("title: A\n\tx: 1\n", "H"), ("title: A\nx: [1\n", "A"),
    ("title: @a\n", "H"),
    ("title: 'A\n", "H"), ("title: A\nx: y: z\n", "A"), ("title: A\nx: !e!y z\n", "A"),
  ]) func brokenYAMLIsOneWarning(yaml: String, title: String) throws {
    let parsed = try Parsed("---\n\(yaml)---\n# H\n")
    #expect(parsed.document.title == title)
    #expect(parsed.diagnostics.map(\.id) == [.frontMatterInvalid])
    #expect(!parsed.diagnostics.containsError)
    #expect(parsed.html == "<h1>H</h1>\n")
  }

  @Test(arguments: ["[", "{a: ", "- ", "a: &x [", "? "])
  func hostileYAMLStaysBounded(piece: String) throws {
    let yaml = String(repeating: piece, count: 80 * 1024 / piece.utf8.count)
    let parsed = try Parsed("---\nt: \(yaml)\n---\n# H\n")
    #expect(parsed.document.title == "H")
    #expect(!parsed.diagnostics.containsError)
  }

  @Test(arguments: [
    ("title = \"Backups\"\nweight = 2", "Backups", 2.0), ("title = 'a\\b'", "a\\b", nil),
    ("title=\"\"\"\nLong\ntitle\"\"\"", "Long title", nil),
    ("title = \"\\u00e9\\\"x\"", "\u{E9}\"x", nil),
    ("tags = [\n  \"title = 'x'\", # ]\n]\ntitle = \"A\"", "A", nil),
    ("x = {title = 'n'}\ntitle = 'A' # c", "A", nil),
    ("title = 'A'\n[extra]\ntitle = 'B'\nweight = 3", "A", nil),
    ("title = 'A'\ntitle = 'B'", "A", nil),
    ("title = \"A", "H", nil), ("= = =\n[[", "H", nil), ("weight = 1_000", "H", nil),
    ("'title' = 'A'", "A", nil),
    ("date = 2024-01-01T00:00:00Z\ndraft = false\ntitle = 'A'", "A", nil),
  ]) func tomlIsRead(toml: String, title: String, order: Double?) throws {
    for ending in ["\n", "\r\n"] {
      let text = "+++\n\(toml)\n+++\n# H\n".replacing("\n", with: ending)
      let parsed = try Parsed("\u{FEFF}" + text)
      #expect(parsed.document.title == title)
      #expect(parsed.document.metadata.order == order)
      #expect(parsed.messages.isEmpty)
      #expect(parsed.html == "<h1>H</h1>\n")
    }
  }

  /// A lone object in the first line is not text, unless text continues below it.
  @Test(arguments: [
    ("{\"title\": \"Backups\", \"weight\": 2}\n\nText.", "Backups"),
    ("{\"title\": \"Backups\"}  \r\n\r\n# Other\n", "Backups"),
    ("{\"title\": \"Backups\"}\nText.", nil), ("{title}\n\nText.", nil),
    ("{{< note >}}\n\nText.", nil),
  ])
  func jsonMayBeOneLine(text: String, title: String?) throws {
    #expect(try Parsed(text).document.metadata.title == title)
  }

  @Test func jsonIsRead() throws {
    let parsed = try Parsed("{\n\"title\": \"A\",\n\"weight\": 3\n}\n# H\n")
    #expect(parsed.document.title == "A" && parsed.document.metadata.order == 3)
    #expect(parsed.html == "<h1>H</h1>\n")
  }

  @Test(arguments: [
    "---\ntitle: A\n---", "---\ntitle: A\n...", "---\r\ntitle: A\r\n---\r\n", "+++\ntitle='A'\n+++",
  ])
  func theEndOfFrontMatterMayEndTheFile(text: String) throws {
    let parsed = try Parsed(text)
    #expect(parsed.document.title == "A" && parsed.html.isEmpty && parsed.messages.isEmpty)
  }

  @Test(arguments: [
    "---\n- a\n---\n", "---\ntext\n---\n", "---\n\nSome text.\n", "{\ntext\n", "+++\ntext\n",
  ])
  func aBreakBeforeTextIsNoFrontMatter(text: String) throws {
    let parsed = try Parsed(text)
    #expect(!parsed.html.isEmpty && parsed.messages.isEmpty)
  }

  @Test func frontMatterWithoutAnEndStaysText() throws {
    let parsed = try Parsed("---\ntitle: a\n\n# B\n")
    #expect(parsed.html == "<hr />\n<p>title: a</p>\n<h1>B</h1>\n")
    #expect(parsed.document.title == "B")
  }

  @Test(arguments: [
    ("----\ntitle: a\n---\n", "<hr />\n<h2>title: a</h2>\n"), ("--- x\n", "<p>--- x</p>\n"),
    (" ---\na\n", "<hr />\n<p>a</p>\n"), ("a\n---\n", "<h1>a</h1>\n"),
  ]) func whatIsNoFrontMatterIsMarkdown(markdown: String, html: String) throws {
    let parsed = try Parsed(markdown)
    #expect(parsed.html == html)
    #expect(parsed.messages.isEmpty)
  }

  @Test(arguments: [
    "---\n---\nA\n", "---\n...\nA\n", "---  \n# nothing\n---\t\nA", "---\n~\n---\nA",
  ])
  func emptyFrontMatterIsNone(markdown: String) throws {
    let parsed = try Parsed(markdown)
    #expect(parsed.html == "<p>A</p>\n")
    #expect(parsed.messages.isEmpty)
  }
}
