import Testing

@testable import Markdown

/// Lists and paragraphs as HTML in a cell are clauses, as those faked by breaks are.
@Suite struct HTMLCellTests {
  private func parse(_ cell: String) throws -> Parsed {
    try Parsed("# A\n\nTask | Text\n--- | ---\na | \(cell)\n", responsibilities: true)
  }

  @Test(arguments: [
    ("Intro: <ul><li>one</li><li>two <b>b</b></li></ul> End.", ["Intro:", "one", "two b", "End."]),
    ("Net <p>Cables.</p><p>Radio.</p>", ["Net", "Cables.", "Radio."]),
    ("<ol><li>one<li>two</ol>", ["one", "two"]),
    ("<ul><li>one<ul><li>deep</li></ul></li><li>two</li></ul>", ["one", "deep", "two"]),
    ("<ul><li><p>one</p><p>more</p></li></ul>", ["one more"]),
    ("<div>a</div><div>b</div>", ["a", "b"]), ("a<br><br>b", ["a", "b"]), ("&nbsp;", []),
    ("a<br>&nbsp;<br>b", ["a", "b"]), ("a<br><br>- b<br><br>- c", ["a", "b", "c"]),
    ("<details><summary>s</summary>t</details>", ["s", "t"]),
    ("<table><tr><td>1</td><td>2</td></tr></table>", ["1", "2"]), ("<ul></ul>", []),
  ]) func blocksAreClauses(cell: String, clauses: [String]) throws {
    let parsed = try parse(cell)
    #expect(try parsed.document.texts().clauses == [clauses])
    #expect(parsed.messages.isEmpty)
  }

  @Test(arguments: [
    (
      "a <ul><li>b</li><li>c<ol><li>d</li></ol></li></ul>",
      "<p class=\"clause\" id=\"1\">a </p><ul class=\"clauses\"><li class=\"clause\" id=\"2\">b</li>"
        + "<li class=\"clause\" id=\"3\">c<ol class=\"clauses\"><li class=\"clause\" id=\"4\">d</li>"
        + "</ol></li></ul>"
    ),
    (
      "<kbd>a<br><br>b</kbd>",
      "<p class=\"clause\" id=\"1\"><kbd>a</kbd></p><p class=\"clause\" id=\"2\"><kbd>b</kbd></p>"
    ),
  ]) func listsKeepTheirShape(cell: String, html: String) throws {
    #expect(try parse(cell).html.contains(html))
  }
}
