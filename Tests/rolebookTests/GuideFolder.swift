import Foundation
import TestSupport

/// A folder of a test's own with a guide in it, and the program run there.
struct GuideFolder {
  /// A guide of one document in one locale, in which there is nothing to find.
  static let plain = [
    "guide.yml": "source_locale: en-US\nlocales: [en-US]\nparties: [provider]\n",
    "en-US/locale.yml": "title: Guide\nparties: {provider: Provider}\n",
    "en-US/index.md": "---\ntitle: Home\ndescription: A guide.\n---\n# Home\n\nWelcome.\n",
  ]

  let folder: TemporaryFolder

  /// Makes a folder with files below `content/`.
  init(_ content: [String: String] = plain) throws {
    folder = try TemporaryFolder()
    for (path, text) in content { try folder.write(text, to: "content/" + path) }
  }

  /// Runs the program in the folder.
  func rolebook(
    _ arguments: [String], environment: [String: String?] = [:]
  ) throws -> RunningCommand.Result {
    try run(try Project.executable(), arguments, in: folder.url, environment: environment)
  }

  /// The files of the site that was built.
  func site(_ output: String = "public") throws -> FolderContents {
    try FolderContents(of: folder.file(output))
  }

  /// A page of the site that was built, its addresses as paths from the site's folder.
  func page(_ path: String) throws -> HTMLPage {
    HTMLPage(try Data(contentsOf: folder.file("public/" + path)), at: path)
  }
}
