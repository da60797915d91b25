import Testing

@testable import Markdown

@Suite struct ClauseTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let cell: String
    let html: String
    let clauses: [String]

    init(_ cell: String, _ html: String, _ clauses: [String]) {
      (self.cell, self.html, self.clauses) = (cell, html, clauses)
    }

    var testDescription: String { cell }
  }

  static let cases = [
    Case("one", "<p class=\"clause\" id=\"1\">one</p>", ["one"]),
    Case("", "", []),
    Case(
      "one<br><br>two", "<p class=\"clause\" id=\"1\">one</p><p class=\"clause\" id=\"2\">two</p>",
      ["one", "two"]),
    Case(
      "one <br /> <BR/> <br>two",
      "<p class=\"clause\" id=\"1\">one </p><p class=\"clause\" id=\"2\">two</p>", ["one", "two"]),
    Case("one<br>two", "<p class=\"clause\" id=\"1\">one<br>two</p>", ["one\ntwo"]),
    Case("one<br><br>", "<p class=\"clause\" id=\"1\">one</p>", ["one"]),
    Case("<br>one<br>", "<p class=\"clause\" id=\"1\">one</p>", ["one"]),
    Case(
      "lead:<br>- a<br>- b",
      "<div class=\"clause\" id=\"1\"><p>lead:</p><ul><li>a</li><li>b</li></ul></div>",
      ["lead:\na\nb"]),
    Case(
      "lead<br>-a<br>– b<br>—c<br>--d<br>• e",
      "<div class=\"clause\" id=\"1\"><p>lead</p><ul><li>a</li><li>b</li><li>c</li><li>d</li>"
        + "<li>e</li></ul></div>", ["lead\na\nb\nc\nd\ne"]),
    Case(
      "lead<br><br>- a<br><br>- b<br><br>end",
      "<p class=\"clause\" id=\"1\">lead</p><ul class=\"clauses\">"
        + "<li class=\"clause\" id=\"2\">a</li><li class=\"clause\" id=\"3\">b</li></ul>"
        + "<p class=\"clause\" id=\"4\">end</p>", ["lead", "a", "b", "end"]),
    Case(
      "a<br>-5 degrees<br>- 5 items",
      "<div class=\"clause\" id=\"1\"><p>a<br>-5 degrees</p><ul><li>5 items</li></ul></div>",
      ["a\n-5 degrees\n5 items"]),
    Case("-5 degrees", "<p class=\"clause\" id=\"1\">-5 degrees</p>", ["-5 degrees"]),
    Case("-nix", "<p class=\"clause\" id=\"1\">-nix</p>", ["-nix"]),
    Case(
      "- one", "<ul class=\"clauses\"><li class=\"clause\" id=\"1\">one</li></ul>", ["one"]),
    Case(
      "lead<br>- **bold** x<br>- [link](/u)<br>-`code`",
      "<div class=\"clause\" id=\"1\"><p>lead</p><ul><li><strong>bold</strong> x</li>"
        + "<li><a href=\"/u\">link</a></li><li><code>code</code></li></ul></div>",
      ["lead\nbold x\nlink\ncode"]),
    Case(
      "<br>- a<br> <br>- b",
      "<ul class=\"clauses\"><li class=\"clause\" id=\"1\">a</li>"
        + "<li class=\"clause\" id=\"2\">b</li></ul>", ["a", "b"]),
    Case(
      "lead<br>-\u{A0}a<br>-\u{3000}b",
      "<div class=\"clause\" id=\"1\"><p>lead</p><ul><li>a</li><li>b</li></ul></div>",
      ["lead\na\nb"]),
    Case(
      "a **b<br><br>c** d", "<p class=\"clause\" id=\"1\">a <strong>b<br><br>c</strong> d</p>",
      ["a b c d"]),
    Case("a **b<br>c", "<p class=\"clause\" id=\"1\">a **b<br>c</p>", ["a **b\nc"]),
    Case("one<br>-", "<p class=\"clause\" id=\"1\">one<br>-</p>", ["one\n-"]),
    Case("one<br>---", "<p class=\"clause\" id=\"1\">one<br>---</p>", ["one\n---"]),
    Case("a<br>*b* c", "<p class=\"clause\" id=\"1\">a<br><em>b</em> c</p>", ["a\nb c"]),
    Case(
      "one<br><!-- why -->", "<p class=\"clause\" id=\"1\">one</p>", ["one"]),
    Case("<!-- only -->", "", []),
    Case(
      "one<br><br><!-- why --><br><br>two",
      "<p class=\"clause\" id=\"1\">one</p><p class=\"clause\" id=\"2\">two</p>", ["one", "two"]),
    Case(
      "<!-- why -->- one", "<ul class=\"clauses\"><li class=\"clause\" id=\"1\">one</li></ul>",
      ["one"]),
    Case(
      "![map](/m.png)", "<p class=\"clause\" id=\"1\"><img src=\"/m.png\" alt=\"map\" /></p>",
      ["map"]),
    Case("one [](/u)<br>", "<p class=\"clause\" id=\"1\">one <a href=\"/u\"></a></p>", ["one"]),
    Case(
      "one<br>[](/u)", "<p class=\"clause\" id=\"1\">one<a href=\"/u\"></a></p>", ["one"]),
  ]

  @Test(arguments: cases) func aDescriptionIsCutIntoClauses(example: Case) throws {
    let parsed = try Parsed(
      "T | D\n--|--\ntitle | \(example.cell)\n", responsibilities: true)
    let texts = try parsed.document.texts()
    #expect(texts.clauses == [example.clauses])
    #expect(texts.description(ofRow: 0) == example.clauses.joined(separator: "\n"))
    #expect(parsed.document.rows.map(\.clauseCount) == [example.clauses.count])
    let start = try #require(parsed.html.range(of: "<td class=\"description\">"))
    let end = try #require(parsed.html.range(of: "</td>"))
    #expect(parsed.html[start.upperBound..<end.lowerBound] == example.html)
    #expect(parsed.messages.isEmpty)
  }

  @Test func aFakedListInAnOrdinaryTableBecomesReal() throws {
    let parsed = try Parsed("T | D\n--|-:\na | lead<br>- b<br>- c\nx | y<br>z\n")
    #expect(parsed.document.rows.isEmpty)
    #expect(
      parsed.html.contains("<td align=\"right\"><p>lead</p><ul><li>b</li><li>c</li></ul></td>"))
    #expect(parsed.html.contains("<td align=\"right\">y<br>z</td>"))
  }

  @Test func furtherColumnsAddTheirClauses() throws {
    let parsed = try Parsed(
      "T | D | E\n--|--|--\na | b<br><br>c | d [l](/u)\n", responsibilities: true)
    let row = try #require(parsed.document.rows.first)
    #expect(try parsed.document.texts().clauses == [["b", "c", "d l"]])
    #expect(row.clauseCount == 3)
    #expect(row.links == 0..<1)
    #expect(
      parsed.html.contains(
        "<td class=\"description\"><p class=\"clause\" id=\"1\">d <a href=\"/u\">l</a></p></td>"))
  }
}
