import Foundation
import TestSupport
import Testing

/// The Debian package goes onto a system that has nothing but what it depends on, and the tutorial's
/// commands lead there from an empty folder to a served guide.
@Suite(.enabled(if: CleanRoot.isPossible, "needs root, unshare, nginx and `make build`"))
struct PackageTests {
  private func package(in folder: TemporaryFolder) throws -> URL {
    let result = try run(
      Project.root.appending(path: "scripts/make-deb"),
      [CleanRoot.executable.path, folder.file("packages").path], in: Project.root)
    try #require(result.status == 0, "\(result.errors)")
    return URL(filePath: result.output.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/lintian"), "needs lintian"))
  func lintianFindsNothing() throws {
    let folder = try TemporaryFolder()
    let first = try package(in: folder)
    let bytes = try Data(contentsOf: first)
    let result = try run(
      URL(filePath: "/usr/bin/lintian"),
      ["--allow-root", "--fail-on", "error,warning", first.path], in: folder.url)
    #expect(result.status == 0)
    #expect(result.output == "")
    let second = try package(in: folder)
    #expect(try Data(contentsOf: second) == bytes, "the same bytes from the same input")
  }

  @Test func theTutorialLeadsToAServedGuide() throws {
    let folder = try TemporaryFolder()
    try expectTheInstructionsNameTheLibraries(of: package(in: folder))
    let root = try CleanRoot(in: folder, with: try package(in: folder))
    let swift = try root.run("swift --version")
    #expect(swift.status == 127)
    let tutorial = try String(
      contentsOf: Project.root.appending(path: "docs/manual/tutorial.md"), encoding: .utf8)
    let commands = tutorial.matches(of: /```sh\n((?:[^`]|`[^`]|``[^`])*)```/).map { String($0.1) }
    #expect(commands.count == 8)
    #expect(commands.first?.hasPrefix("apt install ./rolebook_*.deb") == true)
    let checks = """
      get() { curl --silent --include --header 'Accept-Encoding: br' "$@"; }
      echo ==page; get http://localhost/de-DE/matrix/ --output /dev/null --dump-header -
      echo ==missing; curl --silent http://localhost/de-DE/nope
      echo ==swedish; get http://localhost/ --header 'Accept-Language: sv' --output /dev/null --dump-header -
      """
    let script = (["set -e"] + commands.dropFirst() + [checks]).joined(separator: "\n")
    let result = try root.run(script)
    #expect(result.status == 0, "\(result.errors)\n\(result.output)")
    let parts = result.output.components(separatedBy: "==")
    try #require(parts.count == 4, "\(result.output)")
    #expect(parts[0].contains("302 Moved Temporarily"))
    #expect(parts[0].contains("Location: /de-DE/\r\n"))
    #expect(parts[0].contains("\"Geräte\""))
    #expect(parts[1].contains("200 OK") && parts[1].contains("Content-Encoding: br"))
    #expect(parts[2].contains("<html lang=\"de-DE\""))
    #expect(parts[3].contains("200 OK"), "the list of languages")
    #expect(result.errors.contains("test is successful"))
  }

  private func expectTheInstructionsNameTheLibraries(of package: URL) throws {
    let instructions = try String(
      contentsOf: Project.root.appending(path: "docs/install.md"), encoding: .utf8)
    let line = try #require(instructions.firstMatch(of: /apt-get install (lib.*)\n/)).1
    let named = Set(line.split(separator: " ").map(String.init))
    let everywhere: Set = ["libc6", "libgcc-s1", "libstdc++6"]
    #expect(Set(try CleanRoot.dependencies(of: package)).subtracting(everywhere) == named)
  }
}

/// A root folder with the package and what it depends on.
private struct CleanRoot {
  static let executable = Project.root.appending(path: ".build/release/rolebook")

  static var isPossible: Bool {
    let needed = [executable.path, "/usr/bin/unshare", "/usr/sbin/nginx", "/usr/bin/curl"]
    return getuid() == 0 && needed.allSatisfy(FileManager.default.isExecutableFile)
  }

  private let folder: URL

  /// The packages that a package depends on.
  static func dependencies(of package: URL) throws -> [String] {
    let depends = try TestSupport.run(
      URL(filePath: "/usr/bin/dpkg-deb"), ["-f", package.path, "Depends"]
    ).output
    return depends.split(separator: ",").compactMap {
      $0.split(separator: " ").first?.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  init(in parent: TemporaryFolder, with package: URL) throws {
    folder = parent.file("root")
    let names = try Self.dependencies(of: package)
    let made = try TestSupport.run(
      Project.root.appending(path: "scripts/make-clean-root"),
      [folder.path, "dash", "coreutils", "sed", "nginx-light", "curl"] + names)
    try #require(made.status == 0, "\(made.errors)")
    let installed = try TestSupport.run(
      URL(filePath: "/usr/bin/dpkg"), ["--root=\(folder.path)", "-i", package.path])
    try #require(installed.status == 0, "\(installed.errors)")
  }

  /// Runs a script there with processes and a network of its own; all that it starts ends with it.
  func run(_ script: String) throws -> RunningCommand.Result {
    try Data(script.utf8).write(to: folder.appending(path: "root/script"))
    return try TestSupport.run(
      URL(filePath: "/usr/bin/unshare"),
      [
        "--mount", "--pid", "--net", "--fork", "--kill-child",
        "--mount-proc=\(folder.path)/proc", "/bin/sh", "-c",
        "ip link set lo up && cd '\(folder.path)' && exec chroot . /bin/sh -c 'cd /root && . ./script'",
      ])
  }
}
