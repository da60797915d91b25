import Testing

@testable import Adoption

/// Links of wikis lead to the files that they name.
@Suite struct WikiLinkTests {
  private let links = WikiLinks([
    "en/plan.md", "en/Team roles.md", "de/plan.md", "de/work/paint.md", "en/work/paint.md",
    "en/work/day one.md",
  ])

  @Test(arguments: [
    ("[[Team roles]]", "[Team roles](Team%20roles.md)"),
    ("[[team-roles|the team]]", "[the team](Team%20roles.md)"),
    ("[[the team|Team-roles]]", "[the team](Team%20roles.md)"),
    (
      "See [[paint]], and [[day one#First Hour|it]].",
      "See [paint](work/paint.md), and [it](work/day%20one.md#first-hour)."
    ),
    ("| [[paint\\|Paint it]] | R |", "| [Paint it](work/paint.md) | R |"),
    ("[[work/paint]] `[[paint]]`", "[work/paint](work/paint.md) `[[paint]]`"),
  ])
  func linksLeadToFiles(text: String, expected: String) {
    let read = links.linked(Array(text.utf8), in: "en/plan.md")
    #expect(read.map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  @Test func linksLeadUp() {
    let read = links.linked(Array("[[plan]]".utf8), in: "de/work/paint.md")
    #expect(read.map { String(decoding: $0, as: UTF8.self) } == "[plan](../plan.md)")
  }

  /// Other brackets, code, pictures, and pages that no file is stay as they are.
  @Test(arguments: [
    "[[nobody]]", "![[plan]]", "`[[plan]]`", "```\n[[plan]]\n```", "[[a|b|c]]", "[[#here]]", "[[",
    "[[]]",
    "[[[plan]]]", "[x](plan.md)", "[[plan", "",
  ])
  func otherTextStays(text: String) {
    #expect(links.linked(Array(text.utf8), in: "en/work/day one.md") == nil)
  }
}
