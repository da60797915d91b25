import Testing

@testable import Adoption

/// Targets of links change; every other byte stays.
@Suite struct LinkRewriterTests {
  @Test(arguments: [
    ("[a](b.fr.md#x)", "[a](b.md#x)"), ("![p](<b.fr.md> \"t\")", "![p](b.md \"t\")"),
    ("[r]: b.fr.md 'title'", "[r]: b.md 'title'"), ("<img src=\"b.fr.md\">", "<img src=\"b.md\">"),
    ("`[a](b.fr.md)` [a](b.fr.md)", "`[a](b.fr.md)` [a](b.md)"),
    ("```\n[a](b.fr.md)\n```\n[a](b.fr.md)", "```\n[a](b.fr.md)\n```\n[a](b.md)"),
    ("[a](c.md) [b](https://x/b.fr.md) \\[a](", "[a](c.md) [b](https://x/b.fr.md) \\[a]("),
    ("[[a](b.fr.md)](b.fr.md)\r\n", "[[a](b.md)](b.md)\r\n"), ("[a](b.fr.md", "[a](b.md"),
    ("| [a](b.fr.md) | x |", "| [a](b.md) | x |"), ("", ""), ("\\", "\\"), ("](", "]("),
  ])
  func onlyTargetsChange(text: String, expected: String) {
    let result = LinkRewriter.rewrite(Array(text.utf8)) { $0 == "b.fr.md" ? "b.md" : nil }
    #expect(String(decoding: result, as: UTF8.self) == expected)
  }

  @Test(arguments: ["](<", "`", "[", "](a(", "src=\"", "``` ` ", "\\"])
  func noLineCostsItsSquare(piece: String) {
    let text = Array(String(repeating: piece, count: 60_000).utf8)
    let result = LinkRewriter.rewrite(text) { _ in nil }
    #expect(result == text)
  }
}
