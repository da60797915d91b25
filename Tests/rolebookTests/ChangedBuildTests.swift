import Foundation
import TestSupport
import Testing

/// A build after a change makes again what the change can reach, and takes over all else.
@Suite struct ChangedBuildTests {
  private let guide: LargeGuide
  private let folder: TemporaryFolder

  init() throws {
    // So many that the search index is split.
    guide = try LargeGuide(documents: 300)
    folder = try TemporaryFolder()
    try build()
  }

  private func build(_ output: String = "site") throws {
    let content = guide.folder.url.path
    let result = try run(
      try Project.executable(), ["build", "--quiet", "--content", content, "--output", output],
      in: folder.url)
    try #require(result.status == 0, "\(result.errors)")
  }

  /// By what each part is known to be as it was, by the path of its first file.
  private func keys() throws -> [String: Substring] {
    let lines = try folder.read("site/.rolebook-build").split(separator: "\n").dropFirst(3)
    return Dictionary(
      lines.compactMap { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        return fields.count > 1 ? (String(fields[1]), fields[0]) : nil
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The parts that a change of a file makes again; the site is then as if built from nothing.
  private func partsMadeAgain(_ path: String, _ text: (String) -> String) throws -> Set<String> {
    let before = try keys()
    try #require(before.count > 600)
    try guide.folder.write(text(try guide.folder.read(path)), to: path)
    try build()
    let after = try keys()
    #expect(Set(after.keys) == Set(before.keys))
    try build("whole")
    let whole = try FolderContents(of: folder.file("whole"))
    #expect(whole.differences(from: try FolderContents(of: folder.file("site"))) == [])
    return Set(after.filter { before[$0.key] != $0.value }.keys)
  }

  private static let pagesOfTheKorean: Set<String> = [
    "ko-KR/index.html", "ko-KR/matrix/index.html", "ko-KR/parties/customer/index.html",
    "ko-KR/parties/provider/index.html", "ko-KR/search/index.html",
    "ko-KR/search/entries/0.json", "ko-KR/matrix/rows/0.json", "ko-KR/404.html",
    "ko-KR/print.html",
  ]
  /// The pages of the document itself, and the part of the matrix that has its rows.
  private func pagesOfTheDocument() throws -> Set<String> {
    let page = try folder.read("site/en-US/service-5/index.html")
    let part = try #require(page.firstMatch(of: /\/(matrix\/[^\/"]+\/)#service-5--/))
    return Set(
      ["en-US", "ko-KR"].flatMap { ["\($0)/service-5/index.html", "\($0)/\(part.1)index.html"] })
  }

  @Test func proseReachesNoExport() throws {
    let again = try partsMadeAgain("ko-KR/service-5.md") { $0 + "\nA sentence.\n" }
    #expect(again == Self.pagesOfTheKorean.union(try pagesOfTheDocument()))
  }

  @Test func aTitleReachesTheExportsOfItsLanguage() throws {
    let again = try partsMadeAgain("ko-KR/service-5.md") {
      $0.replacing("</a>\(LargeGuide.koreanTitle(5, 0))", with: "</a>Changed")
    }
    let exports = ["matrix.xlsx", "ko-KR/matrix.xlsx", "ko-KR/matrix.csv", "ko-KR/matrix.json"]
    #expect(again == Self.pagesOfTheKorean.union(try pagesOfTheDocument()).union(exports))
  }

  @Test func aLetterReachesTheExportsOfAllLanguages() throws {
    let again = try partsMadeAgain("raci/service-5.yml") {
      $0.replacing("provider: C", with: "provider: I")
    }
    for path in ["matrix.xlsx", "en-US/matrix.xlsx", "ko-KR/matrix.csv", "en-US/matrix.json"] {
      #expect(again.contains(path), "\(path)")
    }
    #expect(again.isSuperset(of: try pagesOfTheDocument()))
    #expect(again.count < 40)
  }
}
