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
      // The content is copied anew, so that folders list their entries in another order.
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

/// A build over an older site comes to what a build from nothing comes to.
@Suite struct IncrementalTests {
  @Test func incrementalAndFullBuildsAgree() throws {
    let folder = try TemporaryFolder()
    try folder.copy(Project.content, to: "content")
    let files = try FolderContents(of: folder.file("content")).paths.filter {
      $0.hasSuffix(".md") || $0.hasSuffix("locale.yml") || $0.hasPrefix("raci/")
    }
    let count = Torture.count("ROLEBOOK_EDITS", ci: 20, torture: 1_000)
    var published = 0
    for number in 0..<count {
      let path = "content/" + (try #require(files.randomElement()))
      let before = try folder.read(path)
      try folder.write(edited(before, number), to: path)
      let result = try run(try Project.executable(), ["build", "--quiet"], in: folder.url)
      guard result.status == 0 else {
        // The guide has an error now: the site stays as it was, and the edit is taken back.
        #expect(result.status == 1)
        try folder.write(before, to: path)
        continue
      }
      published += 1
      let full = try run(
        try Project.executable(), ["build", "--quiet", "--output", "full-\(number)"], in: folder.url
      )
      #expect(full.status == 0)
      #expect(full.errors == result.errors)
      let whole = try FolderContents(of: folder.file("full-\(number)"))
      #expect(
        whole.differences(from: try FolderContents(of: folder.file("public"))) == [], "\(path)")
      try FileManager.default.removeItem(at: folder.file("full-\(number)"))
    }
    #expect(published > count / 4)
    Torture.figure(
      "\(count) random edits, \(published) published: incremental and full builds agree")
  }

  /// A text with a random line doubled, dropped, changed or moved, or its line ends changed.
  private func edited(_ text: String, _ number: Int) -> String {
    var lines = text.components(separatedBy: "\n")
    let place = Int.random(in: 0..<lines.count)
    switch Int.random(in: 0..<6) {
    case 0: lines.insert(lines[place], at: place)
    case 1: lines.remove(at: place)
    case 2: lines[place] += " edit \(number)"
    case 3: lines.insert("Paragraph \(number).", at: place)
    case 4: return text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
    default: lines.swapAt(place, Int.random(in: 0..<lines.count))
    }
    return lines.joined(separator: "\n")
  }
}
