import Foundation
import TestSupport
import Testing

/// The same guide gives the same bytes, wherever, whenever and however it is built.
@Suite(.serialized) struct SurroundingsTests {
  /// The program that sets a process's clock; nil where it is not installed.
  private static let clock = ["/usr/bin/faketime"].first(
    where: FileManager.default.isExecutableFile
  ).map { URL(filePath: $0) }

  @Test func surroundingsMakeNoDifference() throws {
    let parent = try TemporaryFolder()
    try parent.copy(Project.content, to: "content")
    let zones = ["UTC", "Asia/Seoul", "America/St_Johns", "Pacific/Chatham", ":bad", nil]
    let languages = ["C", "tr_TR.UTF-8", "ko_KR.UTF-8", "ar_SA.UTF-8", "C.UTF-8", nil]
    let masks = ["000", "022", "027", "077"]
    var random = SystemRandomNumberGenerator()
    var first: FolderContents?
    var shuffledCount = 0
    let count = Torture.count("ROLEBOOK_BUILDS", ci: 8, torture: 50)
    for number in 0..<count {
      // The content is copied again, so that folders list their entries in another order.
      let place = "place-\(number)/" + String(repeating: "d/", count: number % 4)
      for path in try FolderContents(of: parent.file("content")).paths.shuffled(using: &random) {
        try parent.copy(parent.file("content/" + path), to: place + "content/" + path)
      }
      let shuffled =
        number % 2 == 1 ? try ShuffledFolder(inPlaceOf: parent.file(place + "content")) : nil
      if shuffled != nil { shuffledCount += 1 }
      let script = "umask \(masks[number % 4]); exec \"$@\""
      let clock = Self.clock.map { [$0.path, "\(1970 + number % 130)-02-28 23:59:59"] } ?? []
      let result = try run(
        URL(filePath: "/bin/sh"),
        ["-c", script, "sh"] + clock + [
          try Project.executable().path, "build", "--jobs", "\(1 + number % 9)",
        ],
        in: parent.file(place),
        environment: [
          "TZ": zones[number % zones.count], "LANG": languages[number % languages.count],
          "LC_ALL": languages[number / 2 % languages.count], "HOME": number % 2 == 0 ? nil : "/",
          "SOURCE_DATE_EPOCH": "\(number * 1_000_003)", "COLUMNS": "\(number)",
        ])
      try #require(result.status == 0, "\(result.errors)")
      let site = try FolderContents(of: parent.file(place + "public"))
      #expect(site.paths.count > 100)
      #expect((first ?? site).differences(from: site) == [], "build \(number)")
      first = first ?? site
      withExtendedLifetime(shuffled) {}
    }
    let clocks = Self.clock == nil ? "(faketime is missing) no other clock" : "clock"
    Torture.figure(
      "\(count) builds over zone, language, mask, folder, jobs, \(clocks) and order of entries, "
        + "\(shuffledCount) of them by disorderfs: one site")
  }
}
