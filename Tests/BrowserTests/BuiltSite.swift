import Foundation
import TestSupport

/// A guide's site, built by the tool and served as an intranet's web server would serve it.
final class BuiltSite {
  /// The folder of the pages.
  let folder: URL
  /// The server of the pages, with `Content-Security-Policy: default-src 'self'`.
  let server: StaticServer
  private let temporary: TemporaryFolder

  /// A guide that does not build.
  struct Unbuilt: Error, CustomStringConvertible {
    let description: String
  }

  /// Builds a guide's site, the one that comes with the tool unless told.
  init(
    of content: URL = Project.content, isStrict: Bool = true, _ options: [String] = []
  ) throws {
    let parent = try TemporaryFolder()
    temporary = parent
    folder = parent.file("site")
    let arguments = ["build", "--content", content.path, "--output", folder.path]
    let result = try run(
      Project.executable(), arguments + (isStrict ? ["--strict"] : []) + options, in: parent.url)
    guard result.status == 0 else { throw Unbuilt(description: result.errors + result.output) }
    server = try StaticServer(serving: folder)
  }
}
