import Base
import TestSupport
import Testing

@testable import Markdown

/// Bare addresses, strikethrough, tasks, and footnotes, as GitHub reads them.
@Suite struct ExtensionTests {
  static let workers = 2
  static let extensions = ["strikethrough", "autolink", "tasklist", "footnotes"]

  @Test(arguments: 0..<workers) func textsRenderAsTheReferenceRendersThem(worker: Int) throws {
    let count = caseCount("ROLEBOOK_EXTENSION_CASES", default: 4_000) / Self.workers
    let documents = (0..<count).map { number in
      var generator = ExtensionGenerator(seed: UInt64(worker * 1_000_000 + number))
      return generator.document()
    }
    let references = try Reference.render(documents, extensions: Self.extensions)
    try #require(references.count == documents.count)
    var mismatches: [String] = []
    var notes = 0
    for (number, (markdown, expected)) in zip(documents, references).enumerated() {
      if expected.contains("<section") { notes += 1 }
      let actual = try Parsed(markdown).html
      guard actual != expected, !Self.isKnown(expected, actual) else { continue }
      mismatches.append(
        "seed \(worker * 1_000_000 + number):\n\(markdown)--- expected\n\(expected)--- actual\n\(actual)"
      )
    }
    #expect(notes > count / 4)
    // Emphasis beside tildes within a word, and a mail address that runs into another address.
    #expect(
      mismatches.count * 100 <= count, "\(mismatches.count) of \(count); \(mismatches.first ?? "")")
  }

  /// Intended differences from `cmark-gfm` 0.29.0.gfm.6.
  ///
  /// Tasks in quotations, and in items that begin on the line of another item, are tasks. The box
  /// of a task in a loose list is in its paragraph. A footnote directly after an address is one. An
  /// address ends where emphasis does, and has no backslashes. Emphasis wins over strikethrough that
  /// overlaps it, and tildes are punctuation to it. References in a note's text count after those in
  /// the text around.
  private static func isKnown(_ expected: String, _ actual: String) -> Bool {
    if withoutBoxes(expected) == withoutBoxes(actual) { return true }
    if expected.contains(/href="[^"]*(%5B%5E|\*|%5C|`)/) { return true }
    return (expected + actual).contains(/<em>|<strong>/) && (expected + actual).contains(/~|<del>/)
      && plain(actual) == plain(expected)
  }

  private static func withoutBoxes(_ html: String) -> String {
    html.replacing(/<input[^>]*>|\[[ xX]\]/, with: "").replacing(/\s+|<\/?p>/, with: "")
  }

  /// Text without tags and without what is syntax in one rendering alone.
  private static func plain(_ html: String) -> String {
    html.replacing(/<[^>]*>|[~*_]|\s/, with: "")
  }

  @Test(arguments: [
    ("a ~~b~~ ~c~ ~~~d~~~", "<p>a <del>b</del> <del>c</del> ~~~d~~~</p>\n"),
    ("~~a **b** [c](d)~~", "<p><del>a <strong>b</strong> <a href=\"d\">c</a></del></p>\n"),
    ("\\~~a~ `~~b~~`", "<p>~<del>a</del> <code>~~b~~</code></p>\n"),
    (
      "- [x] a\n- [ ] b",
      """
      <ul>
      <li><input type="checkbox" checked="" disabled="" /> a</li>
      <li><input type="checkbox" disabled="" /> b</li>
      </ul>

      """
    ),
    (
      "see www.a.example/b_c, a@b.example.",
      """
      <p>see <a href="http://www.a.example/b_c">www.a.example/b_c</a>, \
      <a href="mailto:a@b.example">a@b.example</a>.</p>

      """
    ),
    (
      "[https://a.example](b) <a href=\"c\">https://d.example</a>",
      """
      <p><a href="b">https://a.example</a> <a href="c">https://d.example</a></p>

      """
    ),
    (
      "(see https://a.example/b_(c)) [https://a.example]",
      """
      <p>(see <a href="https://a.example/b_(c)">https://a.example/b_(c)</a>) \
      [<a href="https://a.example">https://a.example</a>]</p>

      """
    ),
    ("x [^no] \\[^1]\n\n[^1]: y", "<p>x [^no] [^1]</p>\n"),
  ])
  func textIsRead(markdown: String, html: String) throws {
    #expect(try Parsed(markdown).html == html)
  }

  /// A definition in another is freed with it, and reported once.
  @Test(arguments: [
    "[^a]:\n    [^b]:\n", "[^a]: x\n\n    [^b]: y\n", "[^a]: x\n\n    [^b]: y\n\n        [^c]: z\n",
  ])
  func unusedFootnotesMayBeInOthers(markdown: String) throws {
    let count = markdown.count { $0 == "^" }
    let parsed = try Parsed("Text.\n\n" + markdown)
    #expect(parsed.html == "<p>Text.</p>\n")
    #expect(parsed.diagnostics.map(\.id) == Array(repeating: .footnoteUnused, count: count))
    #expect(
      parsed.diagnostics.map(\.location.line) == parsed.diagnostics.map(\.location.line).sorted())
    let used = try Parsed("Text.[^b]\n\n" + markdown)
    #expect(used.document.footnotes.map(\.label) == ["b"])
    #expect(used.diagnostics.count == count - 1)
  }

  @Test func footnotesAreNumberedByTheFirstReference() throws {
    let parsed = try Parsed(
      "[^b] [^a] [^B]\n\n> [^a]: one\n\n[^b]: two\n    more\n\n        code\n[^c]: three\n[^a]: four\n"
    )
    #expect(parsed.document.footnotes.map(\.label) == ["b", "a"])
    #expect(parsed.document.footnotes.map(\.useCount) == [2, 1])
    #expect(parsed.html.contains("<p>two\nmore</p>\n<pre><code>code\n</code></pre>"))
    #expect(!parsed.html.contains("three") && !parsed.html.contains("four"))
    #expect(
      parsed.messages == [
        "guide.md:9:1: warning: nothing refers to the footnote 'c', which is not shown "
          + "[document/unused-footnote]\n  hint: write [^c] in the text, or delete the footnote",
        "guide.md:10:1: warning: the footnote 'a' is defined twice, and this one is not shown "
          + "[document/unused-footnote]\n  hint: rename it, or delete it",
      ])
  }

  @Test func footnotesReachCellsAndFacts() throws {
    let parsed = try Parsed(
      "# H\n\na | b\n-|-\nBackups[^1] | R[^1]\n\n[^1]: Only *if* ordered.\n    c | d\n    -|-\n    e | f\n",
      responsibilities: true)
    #expect(parsed.document.rows.first?.title == "Backups")
    #expect(parsed.document.cells.map(\.text).contains("R"))
    #expect(try parsed.document.texts().sections.first?.contains("Only if ordered.") == true)
    #expect(parsed.document.tables.count == 2)
  }

  @Test(arguments: [
    ("a https://\u{1F600}.example [^x] b", "guide.md:1:21"),
    ("- a\n  > b ~~c~~ [^x]", "guide.md:2:13"),
    ("[^1]: see [^x]\n\n[^1]", "guide.md:1:11"),
    ("a | b\n-|-\nc \\| d | é [^x]", "guide.md:3:12"),
  ])
  func findingsNameThePlaceInTheFile(markdown: String, place: String) throws {
    let finding = try #require(
      Parsed(markdown).diagnostics.first { $0.id == .footnoteUndefined })
    #expect(finding.text.hasPrefix(place + ":"))
  }

  @Test func linksKnowTheirPlaces() throws {
    let parsed = try Parsed("a www.a.example\nb https://b.example\n\n[^1]: c@d.example\n\n[^1]")
    #expect(
      parsed.document.links.map { "\($0.location.line):\($0.location.column)" }
        == ["1:3", "2:3", "4:7"])
  }

  @Test func diagramsAreShownAsCodeAndNamedOnce() throws {
    let parsed = try Parsed("```mermaid\na\n```\n\n```mermaid\nb\n```\n\n```swift\nc\n```\n")
    #expect(parsed.html.contains("<code class=\"language-mermaid\">a"))
    #expect(
      parsed.messages == [
        "guide.md:1:1: note: 2 blocks of mermaid are shown as code; this is the first "
          + "[document/code-not-drawn]\n  hint: publish a picture beside it, such as an SVG file"
      ])
  }

  @Test func spacesOfFixedWidthAtTheEndsOfCellsAreWhiteSpace() throws {
    let parsed = try Parsed(
      "a | b\n-|-\n\u{A0}c d&nbsp; | \u{3000}R\u{200B}\n", responsibilities: true)
    #expect(parsed.document.rows.map(\.title) == ["c d"])
    #expect(parsed.document.cells.map(\.text) == ["a", "b", "c d", "R"])
  }

  @Test func translatorsSeeFootnotesWithoutTheirMarkers() throws {
    let file = SourceFile(
      path: "guide.md", bytes: Array("A[^1] b.\n\n[^1]: In May\n    of this year.\n".utf8))
    let units = MarkdownUnits(file).units
    #expect(units.map(\.text) == ["A[^1] b.", "In May of this year."])
    #expect(units.map(\.kind) == [.paragraph, .paragraph])
  }
}
