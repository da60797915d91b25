import Foundation
import TestSupport
import Testing

/// The targets of the documentation's links exist.
@Suite struct DocumentationLinkTests {
  @Test(arguments: try MarkdownFile.all())
  func linksLeadSomewhere(file: MarkdownFile) throws {
    for link in file.links {
      if link.hasPrefix("https://") { continue }
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let folder = Project.root.appending(path: file.path).deletingLastPathComponent()
      let target =
        parts[0].isEmpty
        ? Project.root.appending(path: file.path)
        : folder.appending(path: String(parts[0])).standardizedFileURL
      guard FileManager.default.fileExists(atPath: target.path) else {
        Issue.record("\(file.path): nothing is at '\(link)'")
        continue
      }
      guard parts.count == 2 else { continue }
      let text = try String(contentsOf: target, encoding: .utf8)
      let anchors = MarkdownFile(path: link, text: text).anchors
      #expect(anchors.contains(String(parts[1])), "\(file.path): no heading for '\(link)'")
    }
  }

  @Test func theReadmeLeadsToEveryDocument() throws {
    let links = Set(try MarkdownFile("README.md").links.map { $0.prefix { $0 != "#" } })
    for file in try MarkdownFile.all() where file.path != "README.md" {
      #expect(links.contains(Substring(file.path)), "the README does not mention \(file.path)")
    }
  }

  @Test func linksAndAnchorsAreRead() {
    let file = MarkdownFile(
      path: "a.md",
      text: "# Who does *what*?\n[a](b.md#c) ![d](e.png \"f\") `[g](h)`\n```\n[i](j)\n```\n")
    #expect(file.links == ["b.md#c", "e.png"])
    #expect(file.anchors == ["who-does-what"])
  }
}
