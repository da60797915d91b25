import Foundation
import TestSupport
import Testing

/// The bundled guide is the best example of the product: its text proves its letters.
@Suite struct BundledGuideTests {
  /// Each row has exactly one A, so each row says who is accountable, in every language.
  @Test(arguments: [
    ("en-US", "accountable for"), ("de-DE", "rechenschaftspflichtig"), ("fr-FR", "répond"),
    ("ko-KR", "최종 책임"), ("sv-SE", "ytterst ansvarig"), ("zh-CN", "担责"), ("ar-SA", "ُسأل"),
    ("es-ES", "responde"), ("ja-JP", "説明責任"), ("pt-BR", "responde"),
  ]) func everyAHasASentence(locale: String, word: String) throws {
    let file = Project.content.appending(path: "\(locale)/roles-and-responsibilities.md")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let isRow = { (line: Substring) in line.hasPrefix("| ") && !line.hasPrefix("| ---") }
    let heads = zip(lines, lines.dropFirst()).filter { $1.hasPrefix("| ---") }.map(\.0)
    let rows = lines.filter { isRow($0) && !heads.contains($0) }
    #expect(rows.count == 15)
    for row in rows { #expect(row.contains(word), "\(locale): \(row.prefix(60))") }
  }
}
