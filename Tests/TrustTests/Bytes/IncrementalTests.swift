import Foundation
import TestSupport
import Testing

/// A build over an older site comes to what a build from nothing comes to.
@Suite struct IncrementalTests {
  @Test(arguments: ["the bundled guide", "linked documents"])
  func incrementalAndFullBuildsAgree(_ guide: String) throws {
    let folder = try TemporaryFolder()
    if guide == "linked documents" {
      try LinkedGuide.write(into: folder)
    } else {
      try folder.copy(Project.content, to: "content")
    }
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
      "\(count) random edits of \(guide), \(published) published: incremental and full builds agree"
    )
  }

  /// A text with a random line doubled, dropped, changed or moved, or its line ends changed.
  private func edited(_ text: String, _ number: Int) -> String {
    var lines = text.components(separatedBy: "\n")
    let place = Int.random(in: 0..<lines.count)
    switch Int.random(in: 0..<8) {
    case 0: lines.insert(lines[place], at: place)
    case 1: lines.remove(at: place)
    case 2: lines[place] += " edit \(number)"
    case 3: lines.insert("Paragraph \(number).", at: place)
    case 5: return text.replacing("# ", with: "# New ", maxReplacements: 1)
    case 6: return text.replacing(": RA", with: ": A", maxReplacements: 1)
    case 4: return text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
    default: lines.swapAt(place, Int.random(in: 0..<lines.count))
    }
    return lines.joined(separator: "\n")
  }
}
