import Foundation
import Synchronization
import Testing

@testable import Publishing

/// The leftovers of a killed run, and their removal by the next one.
@Suite struct RecoveryTests {
  private let old = ["index.html": "old", "a/b.html": "b"]
  private let new = ["index.html": "new", "c/d.css": "d"]

  @Test func leftoversOfAKilledRunAreRemoved() throws {
    let folder = try StagingFolder()
    try publish(old, to: folder.site)
    try folder.write("half", to: ".site.rolebook-staging/index.html")
    try folder.write("", to: ".site.rolebook-lock")
    try folder.write("mine", to: ".site.rolebook-notes/x")
    try folder.write("mine", to: ".sites.rolebook-staging/x")
    #expect(try folder.tree() == old)
    try publish(new, to: folder.site)
    #expect(try folder.tree() == new)
    #expect(try folder.names() == [".site.rolebook-notes", ".sites.rolebook-staging", "site"])
  }

  @Test func stagingOfALivingRunIsLeftAlone() throws {
    let folder = try StagingFolder()
    let living = try StagedSite(output: folder.site, force: false)
    try living.write("index.html", Array("living".utf8))
    #expect(!message { try publish(old, to: folder.site) }.isEmpty)
    #expect(try folder.tree(".site.rolebook-staging") == ["index.html": "living"])
    _ = try living.publish()
    #expect(try folder.tree() == ["index.html": "living"])
  }

  @Test func oldSiteIsServedUntilTheExchange() throws {
    let folder = try StagingFolder()
    try publish(old, to: folder.site)
    let seen = Mutex<[[String: String]]>([])
    let exchange = FolderExchange { number, first, second in
      let before = try? folder.tree()
      let code = FolderExchange.system.swap(number, first, second)
      let after = try? folder.tree()
      seen.withLock { $0 = [before, after].compactMap(\.self) }
      return code
    }
    try publish(new, to: folder.site, exchange: exchange)
    #expect(seen.withLock(\.self) == [old, new])
  }

  @Test func siteThatWasHalfReplacedInPlaceIsNotForeign() throws {
    let folder = try StagingFolder()
    try publish(old, to: folder.site)
    // As it is when the run ends between the moves and the deletions.
    try folder.write("d", to: "site/c/d.css")
    try folder.write("x", to: "site/.rolebook-incoming/1")
    try folder.write(
      "rolebook-manifest 1\na/b.html\nc/d.css\nindex.html\n", to: "site/.rolebook")
    for exchange in [FolderExchange.unsupported(EINVAL), .system] {
      try publish(new, to: folder.site, exchange: exchange)
      #expect(try folder.tree() == new)
    }
  }

  @Test func deepAndWideTreesAreRemoved() throws {
    let folder = try StagingFolder()
    let depth = 3_000
    try #require(mkdir("\(folder.path)/.site.rolebook-staging", 0o755) == 0)
    var inner = open("\(folder.path)/.site.rolebook-staging", O_RDONLY | O_DIRECTORY)
    for _ in 0..<depth {
      try #require(mkdirat(inner, "d", 0o755) == 0)
      let next = openat(inner, "d", O_RDONLY | O_DIRECTORY)
      close(inner)
      inner = next
    }
    close(inner)
    for index in 0..<3_000 { try folder.write("", to: ".site.rolebook-staging/wide/\(index)") }
    try publish(new, to: folder.site)
    #expect(try folder.tree() == new)
    #expect(try folder.names() == ["site"])
  }

  @Test func inPlaceOrderIsAssetsThenPagesThenDeletions() throws {
    let folder = try StagingFolder()
    try publish(["index.html": "old", "z.1.css": "old"], to: folder.site)
    let site = try StagedSite(output: folder.site, force: false, exchange: .unsupported(EINVAL))
    try site.write("index.html", Array("new".utf8))
    try site.write("z.2.css", Array("new".utf8))
    let watcher = try FolderWatch(folder.site)
    _ = try site.publish()
    let events = watcher.events().filter { !$0.hasPrefix(".") }
    #expect(events == ["z.2.css", "index.html", "z.1.css"])
  }
}

/// The names that a folder gains or loses, in order, as inotify tells.
private struct FolderWatch {
  private let descriptor: Int32

  init(_ path: String) throws {
    descriptor = inotify_init1(Int32(IN_NONBLOCK))
    try #require(descriptor >= 0)
    try #require(inotify_add_watch(descriptor, path, UInt32(IN_MOVED_TO | IN_DELETE)) >= 0)
  }

  func events() -> [String] {
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &buffer, buffer.count)
    var names: [String] = []
    var offset = 0
    let header = MemoryLayout<inotify_event>.size
    while offset < count {
      let length = buffer.withUnsafeBytes {
        Int($0.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
      }
      let name = buffer[(offset + header)..<(offset + header + length)].prefix { $0 != 0 }
      names.append(String(decoding: name, as: UTF8.self))
      offset += header + length
    }
    return names
  }
}
