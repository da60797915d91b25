import Foundation
import TestSupport

/// The bundled guide, built with compressed forms and served by a server of its own.
final class ServedGuide {
  let server: WebServerProcess
  let site: URL
  let base: String
  private let folder: TemporaryFolder

  /// A guide that does not build.
  struct Unbuilt: Error, CustomStringConvertible {
    let description: String
  }

  init(_ kind: WebServerProcess.Kind, basePath: String) throws {
    let parent = try TemporaryFolder()
    folder = parent
    site = parent.file("site")
    base = basePath
    let result = try run(
      Project.executable(),
      [
        "build", "--precompress", "--content", Project.content.path, "--output", site.path,
        "--base-path", basePath,
      ], in: parent.url)
    guard result.status == 0 else { throw Unbuilt(description: result.errors) }
    server = try WebServerProcess(kind, content: Project.content, site: site, basePath: basePath)
  }

  /// Asks for a path below the base path.
  func get(
    _ path: String, _ fields: [String: String] = [:], method: String = "GET"
  ) throws -> HTTPMessage {
    try server.get(base + path, fields.map { (name: $0.key, value: $0.value) }, method: method)
  }

  /// A file of the site.
  func file(_ path: String) throws -> Data {
    try Data(contentsOf: site.appending(path: path))
  }

  /// The path of the style sheet, which has a hash in its name.
  func styleSheet() throws -> String {
    let assets = try FileManager.default.contentsOfDirectory(
      atPath: site.appending(path: "assets").path)
    return "assets/" + (assets.first { $0.hasPrefix("site.") && $0.hasSuffix(".css") } ?? "")
  }
}
