import Foundation
import TestSupport
import Testing

/// Whole guides in `Fixtures/`, each with what the program says, how it ends, and what it makes.
///
/// A fixture contains `content/` and its other inputs, `arguments` (one per line; `build --quiet`
/// if there are none), `status`, `errors`, and `output` where something is printed. Where a site is
/// built, `files` lists it, a content hash as `*`, and `site/` contains the text of some of its
/// files. With `RECORD_FIXTURES` in the environment the expected texts are written again, and the
/// tests fail.
@Suite struct FixtureTests {
  static let folder = Project.root.appending(path: "Tests/rolebookTests/Fixtures")

  static let names: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).sorted()
  }()

  @Test func thereAreFixtures() {
    #expect(Self.names.count >= 20)
  }

  @Test(arguments: names)
  func fixture(name: String) throws {
    let fixture = try Fixture(name)
    let guide = try GuideFolder()
    if fixture.status != "0" {
      let old = try guide.rolebook(["build", "--quiet"])
      try #require(old.status == 0, "\(old.errors)")
    }
    let before = try? guide.site()
    try FileManager.default.removeItem(at: guide.folder.file("content"))
    try fixture.copyInput(to: guide.folder)
    let result = try guide.rolebook(fixture.arguments)
    let after = try? guide.site()
    if fixture.isRecorded {
      try fixture.record(result, after)
      Issue.record("the expected texts of '\(name)' were written anew")
      return
    }
    #expect(String(result.status) == fixture.status)
    #expect(result.errors == fixture.errors)
    #expect(result.output == fixture.output)
    if fixture.status == "0" {
      #expect(fixture.differences(from: after) == [])
    } else {
      #expect(try #require(before).differences(from: try #require(after)) == [])
    }
  }
}

/// The input of a fixture and what is expected of it.
private struct Fixture {
  private static let inputs = ["content", "templates"]

  let arguments: [String]
  let isRecorded = ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil
  private let folder: URL
  private let contents: FolderContents

  init(_ name: String) throws {
    folder = FixtureTests.folder.appending(path: name)
    contents = try FolderContents(of: folder)
    let lines = contents.text("arguments").map { $0.split(separator: "\n").map(String.init) }
    arguments = lines ?? ["build", "--quiet"]
  }

  var status: String { (contents.text("status") ?? "").trimmingCharacters(in: .newlines) }
  var errors: String { contents.text("errors") ?? "" }
  var output: String { contents.text("output") ?? "" }

  func copyInput(to target: TemporaryFolder) throws {
    for (path, bytes) in contents.files where Self.inputs.contains(where: path.hasPrefix) {
      try target.write(bytes, to: path)
    }
  }

  /// The differences between a site and its fixture.
  func differences(from site: FolderContents?) -> [String] {
    let expected = contents.text("files")?.split(separator: "\n").map(String.init) ?? []
    let found = site.map(Self.listed) ?? []
    let missing = expected.filter { !found.contains($0) }.map { "missing: \($0)" }
    let unexpected = found.filter { !expected.contains($0) }.map { "unexpected: \($0)" }
    let changed = contents.paths.filter { $0.hasPrefix("site/") }.compactMap { path in
      let name = String(path.dropFirst("site/".count))
      return site?.text(name) == contents.text(path) ? nil : "differs: \(site?.text(name) ?? name)"
    }
    return missing + unexpected + changed
  }

  func record(_ result: RunningCommand.Result, _ site: FolderContents?) throws {
    try write("\(result.status)\n", to: "status")
    try write(result.errors, to: "errors")
    try write(result.output, to: "output")
    guard result.status == 0, let site else { return }
    try write(Self.listed(site).map { $0 + "\n" }.joined(), to: "files")
    for path in contents.paths where path.hasPrefix("site/") {
      try write(site.text(String(path.dropFirst("site/".count))) ?? "", to: path)
    }
  }

  private func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    guard !text.isEmpty else {
      try? FileManager.default.removeItem(at: file)
      return
    }
    try Data(text.utf8).write(to: file)
  }

  /// The paths of a site, content hashes left out.
  private static func listed(_ site: FolderContents) -> [String] {
    site.paths.map { $0.replacing(/\.[0-9a-f]{16}\./, with: ".*.") }
  }
}
