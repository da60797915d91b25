import Foundation
import TestSupport
import Testing

/// A folder that the system does not show is not taken for an empty one, or for none.
@Suite struct UnreadableFolderTests {
  @Test(
    arguments: ["newfstatat", "getdents64"],
    [
      "content", "content/en-US", "content/raci", "templates", "templates/assets",
      "templates/strings",
    ])
  func itIsAnErrorAndTheSiteStays(call: String, path: String) throws {
    let guide = try HostileGuide([
      "templates/strings/en.yml": "home: Start\n", "templates/assets/own.css": "a { color: red }\n",
    ])
    try #require(try guide.build().status == 0)
    let before = try FolderContents(of: guide.folder.file("public"))
    #expect(before.paths.contains { $0.hasPrefix("assets/own.") })
    try guide.folder.write("# Changed\n", to: "content/en-US/index.md")
    let result = try run(
      URL(filePath: "/usr/bin/strace"),
      [
        "-f", "-qq", "-o", "log", "-P", path, "-e", "trace=\(call)",
        "-e", "inject=\(call):error=EIO", try Project.executable().path, "build",
      ], in: guide.folder.url)
    #expect(try guide.folder.read("log").contains("(INJECTED)"))
    #expect(result.status == 3, "\(result.errors)")
    #expect(result.errors.contains("\(path): Input/output error"), "\(result.errors)")
    let after = try FolderContents(of: guide.folder.file("public"))
    #expect(before.differences(from: after) == [])
    #expect(try guide.build().status == 0)
    #expect(try guide.folder.read("public/en-US/index.html").contains("Changed"))
  }
}
