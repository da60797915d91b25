import Foundation

/// The places of the project's own files, for tests that read or run them.
public enum Project {
  /// The package's folder, which contains `Package.swift`.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The page templates that come with the tool.
  public static let templates = root.appending(path: "templates")

  /// The guide that the project documents itself with.
  public static let content = root.appending(path: "content")

  /// The acceptance material beside the checkout, or nil where it is not there.
  public static let shared: URL? = {
    let folder = root.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// The `rolebook` executable that the tests run.
  ///
  /// `make test` names the release build in `ROLEBOOK`; without that it is the one that was built
  /// along with the tests, else the release build.
  public static func executable() throws -> URL {
    if let path = ProcessInfo.processInfo.environment["ROLEBOOK"] {
      return try MissingTool.require(URL(filePath: path), hint: "ROLEBOOK names it")
    }
    let besideTests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "rolebook")
    if FileManager.default.isExecutableFile(atPath: besideTests.path) {
      return besideTests
    }
    return try MissingTool.require(
      root.appending(path: ".build/release/rolebook"), hint: "`make build` builds it")
  }

  /// A file of the checkers' virtual environment, such as `bin/python`.
  static func testTool(_ path: String) throws -> URL {
    let environment = root.appending(path: ".tools/venv")
    return try MissingTool.require(environment.appending(path: path), hint: MissingTool.makeTest)
  }

  /// The JSON Schema of SARIF 2.1.0.
  public static func sarifSchema() throws -> URL { try testTool("share/sarif-2.1.0.schema.json") }

  /// The folder of the checkers' Python packages, whatever Python's version is.
  static func testToolPackages() throws -> URL {
    let library = try testTool("lib")
    let versions = try FileManager.default.contentsOfDirectory(atPath: library.path)
    guard let version = versions.filter({ $0.hasPrefix("python") }).sorted().last else {
      throw MissingTool(path: library.path, hint: MissingTool.makeTest)
    }
    return library.appending(path: version).appending(path: "site-packages")
  }
}

/// Something that a test needs and this machine does not have.
public struct MissingTool: Error, CustomStringConvertible {
  static let makeTest = "`make test` installs it"

  let path: String
  let hint: String

  /// The missing file, and the command that makes it.
  public var description: String { "\(path) is missing: \(hint)" }

  /// The file itself, if it is there.
  static func require(_ file: URL, hint: String) throws -> URL {
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw MissingTool(path: file.path, hint: hint)
    }
    return file
  }

  /// The program of that name on the `PATH`.
  static func require(program name: String) throws -> URL {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    for folder in path.split(separator: ":") {
      let file = URL(filePath: String(folder)).appending(path: name)
      if FileManager.default.isExecutableFile(atPath: file.path) { return file }
    }
    throw MissingTool(path: name, hint: makeTest)
  }
}
