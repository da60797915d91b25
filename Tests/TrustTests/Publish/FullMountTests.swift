import Foundation
import TestSupport
import Testing

/// An output folder that is a mount point, whose room or whose number of files ends.
@Suite(.serialized) struct FullMountTests {
  private static let canMount: Bool = {
    guard let folder = try? TemporaryFolder(),
      let mounted = try? run(
        URL(filePath: "/bin/mount"), ["-t", "tmpfs", "none", folder.url.path])
    else { return false }
    _ = try? run(URL(filePath: "/bin/umount"), [folder.url.path])
    return mounted.status == 0
  }()

  /// The most of each that a mount gets beyond what the old site takes.
  private static let limits =
    (0..<6).map { "nr_inodes=\($0 * $0 * 6)" } + (0..<4).map { "size=\($0 * $0 * 40)" }

  @Test(.enabled(if: canMount, "mounting is not allowed here"))
  func leavesTheOldSiteAndNothingElse() throws {
    let versions = try SiteVersions()
    let mount = versions.folder.file("mount")
    try FileManager.default.createDirectory(at: mount, withIntermediateDirectories: true)
    defer { _ = try? run(URL(filePath: "/bin/umount"), ["-l", mount.path]) }
    func build(_ version: Int) throws -> RunningCommand.Result {
      try run(
        try Project.executable(), SiteVersions.arguments(version, "mount"), in: versions.folder.url)
    }
    var refusals = 0
    for limit in Self.limits {
      try mountEmpty(mount)
      try #require(try build(0).status == 0)
      let before = try FolderContents(of: mount)
      try tighten(mount, limit)
      let result = try build(1)
      if result.status != 0 {
        refusals += 1
        #expect(result.status == 3, "\(limit)")
        #expect(result.errors.contains("No space left on device"), "\(limit): \(result.errors)")
        #expect(before.differences(from: try FolderContents(of: mount)) == [], "\(limit)")
      }
      try remount(mount, "size=64m,nr_inodes=9000")
      #expect(try build(1).status == 0, "\(limit)")
      let whole = try FolderContents(of: versions.folder.file("whole-1"))
      #expect(whole.differences(from: try FolderContents(of: mount)) == [], "\(limit)")
      _ = try run(URL(filePath: "/bin/umount"), [mount.path])
    }
    #expect(refusals > 4)
  }

  /// A command that makes files leaves none of them, and no folder, if it cannot write them all.
  @Test(.enabled(if: canMount, "mounting is not allowed here"))
  func newFilesAreWholeOrNotThere() throws {
    let folder = try TemporaryFolder()
    let mount = folder.file("mount")
    try FileManager.default.createDirectory(at: mount, withIntermediateDirectories: true)
    defer { _ = try? run(URL(filePath: "/bin/umount"), ["-l", mount.path]) }
    try mountEmpty(mount)
    let program = try Project.executable()
    let commands = [
      ["init", "new"], ["approve", "--scope", "roles", "--by", "Ann", "--date", "2026-01-31"],
      ["translate", "import", "--locale", "de", "de.po"],
    ]
    for (path, text) in [
      "content/guide.yml": "source_locale: en\nlocales: [en, de]\nparties: [a]\n",
      "content/en/locale.yml": "title: T\nparties: {a: A}\n",
      "content/de/locale.yml": "title: T\nparties: {a: A}\n", "content/en/roles.md": "# Roles\n",
    ] { try folder.write(text, to: "mount/" + path) }
    let export = ["translate", "export", "--locale", "de", "--output", "de.po"]
    try #require(try run(program, export, in: mount).status == 0)
    let texts = try folder.read("mount/de.po").replacing(
      "msgid \"Roles\"\nmsgstr \"\"", with: "msgid \"Roles\"\nmsgstr \"Rollen\"")
    try folder.write(texts, to: "mount/de.po")
    try tighten(mount, "size=0")
    let before = try FolderContents(of: mount)
    for command in commands {
      let result = try run(program, command, in: mount)
      #expect(result.status == 3, "\(command): \(result.errors)")
      #expect(before.differences(from: try FolderContents(of: mount)) == [], "\(command)")
    }
    try remount(mount, "size=64m")
    for command in commands {
      let result = try run(program, command, in: mount)
      #expect(result.status == 0, "\(command): \(result.errors)")
    }
  }

  private func mountEmpty(_ mount: URL) throws {
    let options = ["-t", "tmpfs", "-o", "size=64m,nr_inodes=9000", "none", mount.path]
    try #require(try run(URL(filePath: "/bin/mount"), options).status == 0)
  }

  private func remount(_ mount: URL, _ options: String) throws {
    let options = ["-o", "remount,\(options)", mount.path]
    try #require(try run(URL(filePath: "/bin/mount"), options).status == 0)
  }

  /// Leaves a mount so many files, or so many KiB, beyond those that it has.
  private func tighten(_ mount: URL, _ limit: String) throws {
    let (name, more) = (limit.prefix { $0 != "=" }, limit.drop { $0 != "=" }.dropFirst())
    let column = name == "size" ? "used" : "iused"
    let used = try run(URL(filePath: "/bin/df"), ["-k", "--output=\(column)", mount.path]).output
    let count = try #require(
      used.split(separator: "\n").last.flatMap { Int($0.filter(\.isNumber)) })
    let sum = count + (Int(more) ?? 0)
    try remount(mount, name == "size" ? "size=\(sum)k" : "nr_inodes=\(sum)")
  }
}
