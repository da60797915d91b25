import Foundation
import TestSupport
import Testing

/// Whenever a run ends and whatever call fails: the whole old site or the whole new one.
@Suite(.serialized) struct KillTests {
  @Test func killedAtRandomMoments() throws {
    let versions = try SiteVersions()
    let start = Date()
    try #require(try versions.publish(1).status == 0)
    let length = Date().timeIntervalSince(start) * 1.2
    let count = Torture.count("ROLEBOOK_KILLS", ci: 20, torture: 2_000)
    var counts = [0, 0]
    for number in 0..<count {
      let before = try #require(try versions.published())
      let command = try RunningCommand(
        try Project.executable(), SiteVersions.arguments(1 - before), in: versions.folder.url)
      Thread.sleep(forTimeInterval: Double.random(in: 0...length))
      command.send(signal: SIGKILL)
      _ = try command.waitForEnd()
      let after = try versions.published()
      counts[after == before ? 0 : 1] += 1
      try versions.expectWhole(afterwards: number % 2, "kill \(number)")
    }
    Torture.figure(
      "\(count) kills: \(counts[0]) times the whole old site, \(counts[1]) the new one")
  }

  /// The calls that publishing makes, each by its number in a run.
  private static let calls = [
    "openat", "mkdirat", "fchmodat", "fchmod", "write", "linkat", "renameat2", "renameat",
    "unlinkat", "syncfs", "fsync", "flock", "newfstatat", "fstat", "getdents64", "utimensat",
    "read",
  ]

  @Test(arguments: ["signal=KILL", "error=ENOSPC", "error=EIO", "error=EACCES", "error=EMFILE"])
  func everyCallFailsOnce(fault: String) throws {
    let versions = try SiteVersions(documents: 6)
    let counted = try traced(versions, ["-o", "log"])
    try #require(counted.status == 0, "\(counted.errors)")
    let log = try versions.folder.read("log")
    let most = Torture.count("ROLEBOOK_FAILED_CALLS", ci: 2, torture: .max)
    var tried = 0
    var version = 0
    for call in Self.calls {
      let number = log.split(separator: "\n").count { $0.contains(" \(call)(") }
      let step = max(1, number / most)
      for place in stride(from: 1, through: number, by: step) {
        let inject = "inject=\(call):\(fault):when=\(place)"
        let result = try traced(versions, ["-o", "log", "-e", inject], version)
        if fault != "signal=KILL", result.status >= 128 {
          // The runtime's thread pool ends a process in which it cannot read the threads' state.
          let injected = try versions.folder.read("log").split(separator: "\n")
            .filter { $0.contains("(INJECTED)") }
          #expect(injected.contains { $0.contains("\"/proc/") }, "\(inject): \(injected)")
        }
        try versions.expectWhole(afterwards: version, "\(inject)")
        version = 1 - version
        tried += 1
      }
    }
    #expect(tried > 15)
    Torture.figure("\(fault) at each of \(tried) calls: a whole site every time")
  }

  /// Publishes one version over the other while strace watches or interferes.
  private func traced(
    _ versions: SiteVersions, _ options: [String], _ version: Int = 1
  ) throws -> RunningCommand.Result {
    let trace = "trace=" + Self.calls.joined(separator: ",")
    let program = try Project.executable().path
    return try run(
      URL(filePath: "/usr/bin/strace"),
      ["-f", "-qq", "-e", trace] + options + [program] + SiteVersions.arguments(version)
        + ["--jobs", "1"], in: versions.folder.url)
  }

  /// The new site is on the disk before it replaces the old one, and its name afterward.
  @Test func theDiskHoldsASiteBeforeItIsServed() throws {
    let versions = try SiteVersions(documents: 6)
    let result = try traced(versions, ["-o", "log"])
    try #require(result.status == 0, "\(result.errors)")
    let calls = try versions.folder.read("log").split(separator: "\n")
    let exchange = try #require(calls.lastIndex { $0.contains("RENAME_EXCHANGE") })
    let written = try #require(
      calls.lastIndex { $0.contains(" write(") && $0.contains("<!DOCTYPE") })
    let synced = try #require(calls.firstIndex { $0.contains(" syncfs(") })
    #expect(written < synced && synced < exchange)
    #expect(calls[exchange...].contains { $0.contains(" fsync(") })
  }

  @Test func publishersAtOnce() throws {
    let versions = try SiteVersions()
    for _ in 0..<Torture.count("ROLEBOOK_RACES", ci: 5, torture: 200) {
      let racers = try (0..<4).map { number in
        try RunningCommand(
          try Project.executable(), SiteVersions.arguments(number % 2), in: versions.folder.url)
      }
      for racer in racers {
        let result = try racer.waitForEnd()
        #expect(result.status == 0 || result.errors.contains("another run is publishing"))
      }
      try versions.expectWhole(afterwards: 0, "race")
    }
  }

  @Test(.enabled(if: geteuid() == 0)) func aDiskThatIsFull() throws {
    let versions = try SiteVersions(documents: 30)
    let mount = versions.folder.file("small")
    try FileManager.default.createDirectory(at: mount, withIntermediateDirectories: true)
    let mounted = try run(
      URL(filePath: "/bin/mount"), ["-t", "tmpfs", "-o", "size=900k", "none", mount.path])
    guard mounted.status == 0 else { return }
    defer { _ = try? run(URL(filePath: "/bin/umount"), ["-l", mount.path]) }
    let site = mount.appending(path: "site").path
    func build(_ version: Int) throws -> RunningCommand.Result {
      try run(
        try Project.executable(), SiteVersions.arguments(version, site), in: versions.folder.url)
    }
    try #require(try build(0).status == 0)
    let before = try FolderContents(of: URL(filePath: site))
    // The rest goes to another file, one block at a time.
    try Data(count: 1).write(to: mount.appending(path: "filler"))
    _ = try run(
      URL(filePath: "/bin/sh"), ["-c", "dd if=/dev/zero of=filler bs=4k status=none || true"],
      in: mount)
    let full = try build(1)
    #expect(full.status == 3)
    #expect(full.errors.contains("No space left on device; free some space and build again"))
    #expect(before.differences(from: try FolderContents(of: URL(filePath: site))) == [])
    try FileManager.default.removeItem(at: mount.appending(path: "filler"))
    _ = try run(URL(filePath: "/bin/mount"), ["-o", "remount,size=9m", mount.path])
    #expect(try build(1).status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: mount.path) == ["site"])
  }
}
