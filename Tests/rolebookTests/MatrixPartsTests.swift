import Foundation
import TestSupport
import Testing

/// The matrix of a large guide is divided into pages of several documents.
@Suite struct MatrixPartsTests {
  private static let rowsInDocument = 10

  /// A guide with documents in two folders and beside them.
  private static func files(_ numbers: Range<Int>) -> [String: String] {
    var files = GuideFolder.plain
    for number in numbers {
      let rows = (0..<rowsInDocument).map {
        "<a name=\"r\($0)\"></a>Row \($0) | Text \(number)."
      }
      files["en-US/\(key(number)).md"] =
        "# Service \(number)\n\n## Ours\n\nRow | Text\n--- | ---\n" + rows.joined(separator: "\n")
      let ids = (0..<rowsInDocument).map { "      r\($0): {}\n" }.joined()
      files["raci/\(key(number)).yml"] =
        "sections:\n  ours:\n    raci: {provider: RA}\n    responsibilities:\n\(ids)"
    }
    return files
  }

  private static func key(_ number: Int) -> String {
    ["", "east/", "west/"][number / 40] + "service-\(number)"
  }

  private static func anchor(_ number: Int, _ row: Int) -> String {
    key(number).replacing("/", with: "--") + "--r\(row)"
  }

  /// The address of the page with each document's rows, as the document says it.
  private func parts(_ guide: GuideFolder, _ numbers: Range<Int>) throws -> [Int: String] {
    var parts: [Int: String] = [:]
    for number in numbers {
      let page = try guide.page("en-US/\(Self.key(number))/index.html")
      let links = page.elements("a").compactMap { $0["href"] }
      let all = links.filter { $0.hasSuffix("#" + Self.anchor(number, 3)) }
      let part = try #require(all.first?.split(separator: "#").first)
      #expect(links.contains("\(part)#\(Self.anchor(number, 0))"), "the document's own link")
      parts[number] = String(part)
    }
    return parts
  }

  private func build(_ files: [String: String]) throws -> GuideFolder {
    let guide = try GuideFolder(files)
    let result = try guide.rolebook(["build"])
    #expect(result.status == 0, "\(result.errors)")
    return guide
  }

  @Test func documentsShareMatricesBelowOneOverview() throws {
    let numbers = 0..<90
    var files = Self.files(numbers)
    let links = [
      "matrix/east/service-50/", "matrix/service-7/#service-7--r3", "/en-US/matrix/service-8/",
      "/en-US/matrix/service-9/#service-9--r1",
    ]
    files["en-US/links.md"] = "# Links\n\n" + links.map { "[x](\($0))\n" }.joined()
    let guide = try build(files)
    let parts = try parts(guide, numbers)
    let overview = try guide.page("en-US/matrix/index.html").elements("a").compactMap { $0["href"] }
    for (path, documents) in Dictionary(grouping: numbers, by: { parts[$0] ?? "" }) {
      let ids = try guide.page(path.dropFirst() + "index.html").ids.map(\.id)
      let expected = documents.flatMap { number in
        (0..<Self.rowsInDocument).map { Self.anchor(number, $0) }
      }
      #expect(ids.filter { $0.contains("--r") } == expected)
      #expect(expected.count <= 200 && Set(documents.map { $0 / 40 }).count == 1, "\(path)")
      #expect(documents.allSatisfy { overview.contains("\(path)#\(Self.anchor($0, 0))") })
    }
    #expect(Set(parts.values).count < numbers.count / 4)
    let page = try guide.page("en-US/links/index.html").elements("a").compactMap { $0["href"] }
    for (number, row) in [(50, 0), (7, 3), (8, 0), (9, 1)] {
      #expect(page.contains("\(parts[number] ?? "")#\(Self.anchor(number, row))"), "\(page)")
    }
    #expect(try SiteCrawler(guide.folder.file("public")).problems().map(\.description) == [])
  }

  /// A document that outgrows the page that it shares is found on another one.
  @Test func thePreviewFollowsRowsThatMove() throws {
    let guide = try GuideFolder(Self.files(0..<90))
    let preview = try RunningPreview(guide.folder)
    let path = "content/en-US/\(Self.key(5)).md"
    let rows = (0..<210).map { "More \($0) | Text.\n" }
    try guide.folder.write(
      try guide.folder.read(path) + "\n" + rows.joined(), to: path)
    try preview.wait(for: "More 209", at: "/en-US/\(Self.key(5))/")
    for number in [4, 5, 6] {
      let page = try preview.response("/en-US/\(Self.key(number))/").text
      let link = try #require(page.firstMatch(of: /href="\.\.\/(matrix\/[^"#]+)#[^"]+--r3"/))
      let part = try preview.response("/en-US/\(link.1)")
      #expect(part.status == 200)
      #expect(part.text.contains("id=\"\(Self.anchor(number, 3))\""), "\(link.1)")
    }
  }

  /// One more document changes the pages around it, and not all behind it.
  @Test(arguments: [3, 17, 44])
  func oneMoreDocumentLeavesOtherPages(_ number: Int) throws {
    let numbers = 0..<90
    let guide = try build(Self.files(numbers))
    let before = try parts(guide, numbers)
    let key = Self.key(number) + "-more"
    let text = try guide.folder.read("content/en-US/\(Self.key(number)).md")
    try guide.folder.write(text, to: "content/en-US/\(key).md")
    let letters = try guide.folder.read("content/raci/\(Self.key(number)).yml")
    try guide.folder.write(letters, to: "content/raci/\(key).yml")
    let result = try guide.rolebook(["build"])
    #expect(result.status == 0, "\(result.errors)")
    let after = try parts(guide, numbers)
    #expect(numbers.count { before[$0] != after[$0] } <= numbers.count / 3)
    #expect(try SiteCrawler(guide.folder.file("public")).problems().map(\.description) == [])
  }
}
