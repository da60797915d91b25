import Base
import Foundation
import Testing

@testable import Markdown

/// Titles that many places repeat have a bound; the text itself has none.
@Suite struct TitleTextTests {
  private static let long = Array(repeating: "wörter", count: 100).joined(separator: " ")

  @Test(arguments: [
    (String(repeating: "ä", count: 500), String(repeating: "ä", count: 500)),
    (String(repeating: "ä", count: 501), String(repeating: "ä", count: 499) + "…"),
    (String(repeating: "a", count: 498) + " bcd", String(repeating: "a", count: 498) + "…"),
    ("", ""),
  ]) func titlesEndInAnEllipsis(text: String, title: String) {
    #expect(TitleText.shortened(text) == title)
    #expect(TitleText.isLong(text) == (text != title))
  }

  @Test func headingsAndRowsKeepTheirText() throws {
    let parsed = try Parsed(
      "# X\n\n## \(Self.long)\n\n|Task|Text|\n|-|-|\n|\(Self.long)|b|\n|short|b|\n",
      responsibilities: true)
    let document = parsed.document
    #expect(document.headings[1].text == Self.long)
    #expect(document.headings[1].title == TitleText.shortened(Self.long))
    #expect(document.rows.map(\.text) == [Self.long, "short"])
    #expect(document.rows.map(\.title) == [TitleText.shortened(Self.long), "short"])
    #expect(parsed.html.components(separatedBy: Self.long).count == 3)
    #expect(document.longTitles.map(\.location.line) == [3, 7])
  }

  @Test func aTitleOfFrontMatterIsShortened() throws {
    let document = try Parsed("---\ntitle: \(Self.long)\n---\nText\n").document
    #expect(document.title == TitleText.shortened(Self.long))
    #expect(document.metadata.title == Self.long)
    #expect(document.longTitles.map(\.id) == [.titleTooLong])
  }
}
