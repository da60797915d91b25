import Foundation
import TestSupport
import Testing

/// A preview bears many readers for a long time.
@Suite(.serialized) struct PreviewLoadTests {
  private let preview: RunningPreview

  init() throws {
    Self.raiseDescriptorLimit()
    preview = try RunningPreview(copyOf: Project.content)
  }

  @Test func pagesAreAnsweredBesideManyIdleStreams() throws {
    let before = try descriptorCount()
    let alone = try medianTime()
    let streams = try (0..<1_000).map { _ in
      try RawConnection(port: preview.port, sending: request("/-/events"))
    }
    for stream in streams { try stream.wait(for: "event: change\n") }
    #expect(try descriptorCount() >= before + 1_000)
    let beside = try medianTime()
    try change(1)
    for stream in streams { try stream.wait(for: "\"version\":2") }
    #expect(streams.allSatisfy { !$0.hasEnded })
    for stream in streams { stream.end() }
    // A client that is gone shows when it is sent something.
    for number in 2...3 {
      try change(number)
      try preview.wait(for: "Round \(number).", at: "/en-US/round/")
    }
    try waitForDescriptors(atMost: before + 2)
    Torture.figure(
      "a page beside 1,000 idle event streams: median \(milliseconds(beside)) of 200, "
        + "\(milliseconds(alone)) without them")
  }

  @Test func slowRequestsAreCutOffWhileOthersAreAnswered() throws {
    let before = try descriptorCount()
    let starts = ["", "G", "GET /", "GET / HTTP/1.1\r\nHost: 127.0", request("/en-US/")]
    let slow = try (0..<200).map {
      try RawConnection(port: preview.port, sending: starts[$0 % starts.count])
    }
    let limit = Date(timeIntervalSinceNow: 40)
    while Date() < limit, !slow.allSatisfy({ $0.hasEnded }) {
      #expect(try preview.response("/en-US/").status == 200)
      for (number, connection) in slow.enumerated() where number % starts.count == 3 {
        connection.trySending("x")
      }
      Thread.sleep(forTimeInterval: 0.5)
    }
    #expect(slow.allSatisfy { $0.hasEnded })
    try waitForDescriptors(atMost: before + 2)
  }

  /// Requests of every kind, streams that come and go, and rebuilds leave nothing behind.
  @Test func nothingGrows() throws {
    var rounds = Torture.count("ROLEBOOK_PREVIEW_ROUNDS", ci: 30, torture: 2_000)
    // A writer's preview runs for hours.
    let seconds = Torture.count("ROLEBOOK_PREVIEW_SECONDS", ci: 0, torture: 3_600)
    let paths =
      try FolderContents(of: preview.folder.file("content")).paths
      .filter { $0.hasSuffix(".md") && !$0.contains("index") }
      .map { "/\($0.dropLast(3))/" } + ["/en-US/matrix.xlsx", "/en-US/search/index.json", "/none/"]
    // Memory that is allocated once, such as the threads', is allocated before the measurement.
    for number in 0..<rounds / 3 { try round(number, paths) }
    try waitForDescriptors(atMost: Int.max)
    let before = (descriptors: try descriptorCount(), memory: try memory())
    let start = Date()
    var number = rounds / 3
    while number < rounds || Date().timeIntervalSince(start) < Double(seconds) {
      try round(number, paths)
      number += 1
    }
    rounds = number
    try waitForDescriptors(atMost: before.descriptors)
    let after = try memory()
    let growth = 100 * (Double(after) / Double(before.memory) - 1)
    #expect(after < 2 * before.memory)
    Torture.figure(
      "\(rounds) rebuilds with \(rounds * (paths.count + 4)) requests in "
        + "\(Int(Date().timeIntervalSince(start) / 60)) minutes: no descriptor more, memory "
        + "\(before.memory / 1024) KiB after a third, \(after / 1024) KiB at the end "
        + "(\(String(format: "%+.1f", growth)) %)")
  }

  private func round(_ number: Int, _ paths: [String]) throws {
    let stream = try RawConnection(port: preview.port, sending: request("/-/events"))
    for path in paths {
      let status = try preview.response(path).status
      #expect(status == (path == "/none/" ? 404 : 200), "\(path)")
    }
    #expect(try preview.response("/-/facts?page=/en-US/matrix/").status == 200)
    _ = try RawConnection(port: preview.port, sending: "GET / HTTP/1.1\r\nHost: other\r\n\r\n")
    _ = try RawConnection(port: preview.port, sending: "GET / HT")
    try change(number)
    try stream.wait(for: "event: change\n")
    try preview.wait(for: "Round \(number).", at: "/en-US/round/")
    stream.end()
  }

  private func change(_ number: Int) throws {
    // Files and folders come and go beside it, each of which the preview watches.
    let folder = "content/de-DE/round-\(number % 7)"
    if number % 2 == 0 {
      try preview.folder.write("# Round\n\n![x](x.png)\n", to: folder + "/more.md")
      try preview.folder.write("x", to: folder + "/x.png")
    } else {
      try? FileManager.default.removeItem(at: preview.folder.file(folder))
    }
    try preview.folder.write(
      "---\ntitle: Round\n---\n\nRound \(number).\n", to: "content/en-US/round.md")
  }

  private func request(_ path: String) -> String {
    "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(preview.port)\r\n\r\n"
  }

  private func medianTime() throws -> Duration {
    let times = try (0..<200).map { _ in
      try ContinuousClock().measure {
        let page = try preview.response("/en-US/roles-and-responsibilities/")
        #expect(page.status == 200)
      }
    }
    return times.sorted()[times.count / 2]
  }

  private func milliseconds(_ time: Duration) -> String {
    String(format: "%.1f ms", time / .milliseconds(1))
  }

  private func descriptorCount() throws -> Int {
    try FileManager.default.contentsOfDirectory(
      atPath: "/proc/\(preview.processIdentifier)/fd"
    ).count
  }

  /// Waits until no more descriptors are open than that, and for requests under way to end.
  private func waitForDescriptors(atMost most: Int) throws {
    let limit = Date(timeIntervalSinceNow: 60)
    var last = -1
    while Date() < limit {
      let count = try descriptorCount()
      if count <= most, count == last { return }
      last = count
      Thread.sleep(forTimeInterval: 0.3)
    }
    #expect(try descriptorCount() <= most)
  }

  /// The memory of the preview, in bytes.
  private func memory() throws -> Int {
    let status = try String(
      contentsOfFile: "/proc/\(preview.processIdentifier)/status", encoding: .utf8)
    let size = status.firstMatch(of: /VmRSS:\s+(\d+) kB/).flatMap { Int($0.1) }
    return 1024 * (try #require(size))
  }

  /// A thousand connections have their other ends in this process.
  private static func raiseDescriptorLimit() {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
