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
    let notice = "a machine translated this document, and nobody has read it over"
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

  @Test func aByteOrderMarkIsNoText() throws {
    let parsed = try Parsed("\u{FEFF}---\ntitle: Roles\n---\n# A\n")
    #expect(parsed.document.title == "Roles")
    #expect(parsed.html == "<h1>A</h1>\n")
  }

  @Test(arguments: [
    ("# A\n", "A"), ("## B\n\n# A\n", "A"), ("text\n", "guide"), ("---\ntitle:\n---\n# A\n", "A"),
    ("---\ntitle: no\n---\n# A\n", "no"),
  ]) func theTitleComesFromTheFrontMatterElseTheHeadingElseTheKey(
    markdown: String, title: String
  ) throws {
    #expect(try Parsed(markdown).document.title == title)
  }

  @Test(arguments: [
    ("---\ntitle: a", "guide.md:1:1: error: front matter begins here and never ends"),
    ("---\n- a\n---\n", "guide.md:2:1: error: front matter must be a mapping, not a list"),
    ("---\ntext\n---\n", "guide.md:2:1: error: front matter must be a mapping, not text"),
    ("---\n\ntitle: [a]\n---\n", "guide.md:3:8: error: 'title' must be text, not a list"),
    ("---\norder: first\n---\n", "guide.md:2:8: error: 'order' must be a whole number"),
    ("---\norder: [1]\n---\n", "guide.md:2:8: error: 'order' must be a whole number"),
    ("---\r\na: b\r\ntitle: *x\r\n---\r\n", "guide.md:3:8: error: an alias; write the value out"),
    ("\u{FEFF}---\ntitle: a\ntitle: b\n---\n", "guide.md:3:1: error: 'title' is written twice"),
    ("---\ntitle: \"a\n---\n", "guide.md:3:1: error: "),
    ("---\n책: 임: x\n---\n", "guide.md:2:5: error: "),
  ]) func defectsAreReportedAtTheirPlace(markdown: String, message: String) throws {
    let messages = try Parsed(markdown).messages
    #expect(messages.count == 1)
    #expect(messages.first?.hasPrefix(message) == true, "\(messages)")
  }

  @Test func frontMatterWithoutAnEndStaysText() throws {
    let parsed = try Parsed("---\ntitle: a\n\n# B\n")
    #expect(parsed.html == "<hr />\n<p>title: a</p>\n<h1>B</h1>\n")
    #expect(parsed.document.title == "B")
  }

  @Test(arguments: [
    ("----\ntitle: a\n---\n", "<hr />\n<h2>title: a</h2>\n"), ("--- x\n", "<p>--- x</p>\n"),
    (" ---\na\n", "<hr />\n<p>a</p>\n"), ("a\n---\n", "<h2>a</h2>\n"),
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
