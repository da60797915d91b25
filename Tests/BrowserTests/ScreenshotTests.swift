import Foundation
import TestSupport
import Testing

/// A page as the documentation shows it.
struct Picture: Sendable {
  /// The folder for pictures; nil to take none.
  static let folder = ProcessInfo.processInfo.environment["ROLEBOOK_SCREENSHOTS"].map {
    URL(filePath: $0)
  }

  let name: String
  let path: String
  var width = 1440
  var height = 900
  var scheme = "light"
  /// An element that exists when the page is ready.
  var isReady = "return true"
}

/// Takes the pictures of the documentation; `make screenshots` says where they go.
@Suite(.serialized, .enabled(if: Picture.folder != nil, "`make screenshots` takes pictures"))
struct ScreenshotTests {
  @Test(arguments: [
    Picture(name: "matrix-desktop", path: "/en-US/matrix/"),
    Picture(name: "matrix-phone", path: "/de-DE/matrix/", width: 390, height: 844),
    Picture(name: "matrix-arabic", path: "/ar-SA/matrix/"),
    Picture(name: "matrix-dark", path: "/ko-KR/matrix/", scheme: "dark"),
    Picture(name: "home-tablet", path: "/en-US/", width: 1024, height: 768),
    Picture(
      name: "document-tablet", path: "/ko-KR/roles-and-responsibilities/", width: 1024, height: 768),
    Picture(name: "matrix-tablet", path: "/ar-SA/matrix/", width: 1024, height: 768),
    Picture(
      name: "search-phone", path: "/en-US/search/?q=who%20looks%20after%20printers", width: 390,
      height: 844, isReady: "return document.querySelector('.search-result mark') !== null"),
    Picture(
      name: "document-phone", path: "/ar-SA/roles-and-responsibilities/", width: 390, height: 844),
    Picture(name: "party-phone", path: "/ko-KR/parties/customer-it/", width: 390, height: 844),
  ])
  func takes(_ picture: Picture) throws {
    try save(picture, of: try BuiltSite().server.url(picture.path))
  }

  @Test func takesThePreview() throws {
    let preview = try RunningPreview(copyOf: Project.content)
    let document = preview.folder.file("content/de-DE/roles-and-responsibilities.md")
    let text = try String(contentsOf: document, encoding: .utf8)
    try text.replacing("](reading-the-matrix.md#letters)", with: "](reading.md#letters)")
      .write(to: document, atomically: true, encoding: .utf8)
    try preview.wait(for: "link/unresolved", at: "/-/facts?page=/de-DE/roles-and-responsibilities/")
    try save(
      Picture(name: "preview", path: "", height: 800),
      of: preview.url("/de-DE/roles-and-responsibilities/"))
  }

  private func save(_ picture: Picture, of address: String) throws {
    let folder = try #require(Picture.folder)
    let browser = try Browser()
    try browser.resize(
      width: picture.width, height: picture.height, isMobile: picture.width < 500)
    try browser.emulate([
      "prefers-color-scheme": picture.scheme, "prefers-reduced-motion": "reduce",
    ])
    try browser.command("Emulation.setScrollbarsHidden", ["hidden": true])
    try browser.open(address)
    try browser.waitFor(picture.isReady)
    let image = try browser.screenshot()
    #expect(image.count < 200_000)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try image.write(to: folder.appending(path: "\(picture.name).png"))
  }
}
