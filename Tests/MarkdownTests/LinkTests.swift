import Testing

@testable import Markdown

@Suite struct LinkTests {
  @Test(arguments: [
    ("a [b](c.md)", ["1:3"]), ("a\n  [b](c) [d](e)", ["2:3", "2:10"]), ("# 책 [b](c)", ["1:5"]),
    ("- a\n  [b](c)\n- [d](e)", ["2:3", "3:3"]), ("> 책\n> [b](c)", ["2:3"]),
    ("1. a\n\n   - b [c](d)", ["3:8"]), ("a [b][r]\n\n[r]: c", ["1:3"]), ("책 ![b](c)", ["1:3"]),
    ("<http://x.example>", ["1:1"]), ("`a\nb` [b](c)", ["2:4"]), ("a\\\n[b](c)", ["2:1"]),
    ("**a [b](c)**", ["1:5"]), ("> a\n[b](c)", ["2:1"]), ("a\r\n책책 [b](c)\r\n", ["2:4"]),
    ("---\ntitle: x\n---\n\na [b](c)", ["5:3"]),
    ("x | y\n--|--\n[a](b) | 책 [c](d)", ["3:1", "3:12"]),
    ("x | y\n--|--\n\\| [a](b) | `\\|` \\| [c](d)", ["3:4", "3:21"]),
    ("> x | y\n> --|--\n> [a](b) | [c](d)", ["3:3", "3:12"]),
    ("- x | y\n  --|--\n  [a](b) | [c](d)\n\n[e](f)", ["3:3", "3:12", "5:1"]),
    ("a [b](c)\nx | [y](z)\n--|--\n\n[e](f)", ["1:3", "2:5", "5:1"]),
    ("[a ![b](c) d](e)", ["1:1", "1:4"]), ("a\\\nb\n  [b](c)\\\n[d](e)", ["3:3", "4:1"]),
    ("a\n>[b](c)\n> x\n> >[d](e)", ["2:2", "4:4"]), ("> a\n  [b](c)", ["2:3"]),
    ("a\\\r\n책 [b](c)", ["2:3"]), ("a [b\nc](d) [e](f)\n [g](h)", ["1:3", "2:7", "3:2"]),
  ]) func aLinkKnowsItsPlace(markdown: String, places: [String]) throws {
    let links = try Parsed(markdown).document.links
    #expect(links.map(\.location.description) == places.map { "guide.md:\($0)" })
  }

  @Test(arguments: [
    ("[a](b.md#c \"d & e\")", "b.md#c", "d & e"), ("[a](<b c>)", "b c", ""),
    ("[a](b&amp;c)", "b&c", ""),
    ("[a](b\\|c)", "b|c", ""), ("[a](책.md)", "책.md", ""), ("[a]()", "", ""),
    ("<mailto:a@b.example>", "mailto:a@b.example", ""), ("[a](%7Bx%7D)", "%7Bx%7D", ""),
    ("[a](javascript:x)", "javascript:x", ""),
  ]) func theTargetIsWhatIsMeant(markdown: String, destination: String, title: String) throws {
    let link = try #require(try Parsed(markdown).document.links.first)
    #expect(link.destination == destination)
    #expect(link.title == title)
    #expect(!link.isImage)
  }

  @Test func anImageHasItsTextFromAllThatStandsInIt() throws {
    let parsed = try Parsed("![a *b* `c` [d](e) ![f](g)](h \"i\")")
    #expect(parsed.document.links.map(\.destination) == ["h"])
    #expect(parsed.document.links[0].alternative == "a b c d f")
    #expect(parsed.document.links[0].isImage)
    #expect(parsed.html == "<p><img src=\"h\" alt=\"a b c d f\" title=\"i\" /></p>\n")
  }

  @Test func anImageCanBeInALink() throws {
    let parsed = try Parsed("[a ![b](c) d](e)")
    #expect(parsed.html == "<p><a href=\"e\">a <img src=\"c\" alt=\"b\" /> d</a></p>\n")
    #expect(
      parsed.document.markup?.marks.map(\.hole) == [
        .linkStart(link: 0), .image(link: 1), .linkEnd(link: 0),
      ])
  }

  @Test func rawHTMLInAnImageIsNotReportedTwice() throws {
    let parsed = try Parsed("![a <b>c</b> <script>](d)")
    #expect(
      parsed.html == "<p><img src=\"d\" alt=\"a c \" /></p>\n"
        || parsed.html.contains("alt=\"a c\""))
    #expect(!parsed.html.contains("<script"))
  }

  @Test func referencesReachIntoCellsAndOutOfThem() throws {
    let parsed = try Parsed("a | b\n--|--\n[x][r] | [r]\n\n[r]: /t 'u'\n")
    #expect(parsed.html.contains("<td><a href=\"/t\" title=\"u\">x</a></td>"))
    #expect(parsed.html.contains("<td><a href=\"/t\" title=\"u\">r</a></td>"))
  }
}
