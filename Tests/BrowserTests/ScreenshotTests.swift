import Foundation
import TestSupport
import Testing

/// A page as the documentation shows it.
struct Picture: Sendable {
  /// Where pictures go; nil if none are wanted.
  static let folder = ProcessInfo.processInfo.environment["ROLEBOOK_SCREENSHOTS"].map {
    URL(filePath: $0)
  }

  let name: String
  let path: String
  var width = 1440
  var height = 900
  var scheme = "light"
}

/// Takes the pictures of the documentation; `make screenshots` says where they go.
@Suite(.serialized, .enabled(if: Picture.folder != nil, "`make screenshots` takes pictures"))
struct ScreenshotTests {
  @Test(arguments: [
    Picture(name: "matrix-desktop", path: "/en-US/matrix/"),
    Picture(name: "matrix-phone", path: "/de-DE/matrix/", width: 390, height: 844),
    Picture(name: "matrix-arabic", path: "/ar-SA/matrix/"),
    Picture(name: "matrix-dark", path: "/ko-KR/matrix/", scheme: "dark"),
  ])
  func takes(_ picture: Picture) throws {
    let folder = try #require(Picture.folder)
    let site = try BuiltSite()
    let browser = try Browser()
    try browser.resize(
      width: picture.width, height: picture.height, isMobile: picture.width < 500)
    try browser.emulate([
      "prefers-color-scheme": picture.scheme, "prefers-reduced-motion": "reduce",
    ])
    try browser.command("Emulation.setScrollbarsHidden", ["hidden": true])
    try browser.open(site.server.url(picture.path))
    let image = try browser.screenshot()
    #expect(image.count < 150_000)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try image.write(to: folder.appending(path: "\(picture.name).png"))
  }
}
