import Base
import Markdown
import Testing

/// HTML that waits on the disk is what it was.
@Suite struct StoredHTMLTests {
  private let texts = (0..<50).map { number in
    "# Title \(number)\n\n[link](a.md) ![p](p.png)\n\n> [!NOTE]\n> Ü \(number)\n\n"
      + String(repeating: "a|b\n-|-\nc|d\n\n", count: number)
  }

  private func parse(_ text: String, _ spool: Spool?) throws -> Document {
    let parsed = DocumentParser.parse(
      SourceFile(path: "x.md", bytes: Array(text.utf8)),
      .init(key: "x", locale: "en-US", isResponsibilityDocument: false), spool: spool)
    return try #require(parsed.document)
  }

  @Test func spooledDocumentsComeBack() async throws {
    let spool = try #require(Spool())
    let documents = try await withThrowingTaskGroup(of: (Int, Document).self) { group in
      for (index, text) in texts.enumerated() {
        group.addTask { (index, try parse(text, spool)) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for (index, text) in texts.enumerated() {
      let document = try #require(documents[index])
      let (spooled, held) = (try document.body.html(), try parse(text, nil).body.html())
      #expect(spooled.bytes == held.bytes)
      #expect(spooled.marks.map(\.offset) == held.marks.map(\.offset))
      #expect(spooled.marks.map(\.hole) == held.marks.map(\.hole))
    }
  }
}
