import Foundation
import TestSupport
import Testing

/// Two versions of a guide, the whole sites that they make, and a folder where they are published
/// in turn.
struct SiteVersions {
  let folder: TemporaryFolder
  private let sites: [FolderContents]

  init(documents: Int = 12) throws {
    folder = try TemporaryFolder()
    for version in 0..<2 {
      for (path, text) in HostileGuide.files {
        try folder.write(text, to: "\(version)/\(path.dropFirst("content/".count))")
      }
      for number in 0..<documents {
        // Some documents are in both, some differ, some are in one version alone.
        let text = number % 3 == 0 ? "same" : "version \(version)"
        if number % 5 == 4, version == number % 2 { continue }
        try folder.write("# \(number)\n\n\(text)\n", to: "\(version)/en-US/d\(number).md")
      }
    }
    var sites: [FolderContents] = []
    for version in 0..<2 {
      let result = try run(
        try Project.executable(), Self.arguments(version, "whole-\(version)"), in: folder.url)
      try #require(result.status == 0, "\(result.errors)")
      sites.append(try FolderContents(of: folder.file("whole-\(version)")))
    }
    self.sites = sites
    try #require(try publish(0).status == 0)
  }

  static func arguments(_ version: Int, _ output: String = "out/site") -> [String] {
    ["build", "--quiet", "--content", "\(version)", "--output", output]
  }

  /// Publishes a version undisturbed.
  func publish(_ version: Int) throws -> RunningCommand.Result {
    try run(try Project.executable(), Self.arguments(version), in: folder.url)
  }

  /// Which version the published site is, whole; nil where it is neither.
  func published() throws -> Int? {
    let site = try FolderContents(of: folder.file("out/site"))
    return sites.firstIndex { $0.differences(from: site).isEmpty }
  }

  /// The files beside the site.
  func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.file("out").path)
      .filter { $0 != "site" }.sorted()
  }

  /// Expects a whole site with at most one folder beside it, and that the next run puts all right.
  func expectWhole(
    afterwards version: Int, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try published() != nil, "\(what)", sourceLocation: sourceLocation)
    let folders = try leftovers().filter { $0.hasSuffix("-staging") }
    #expect(folders.count <= 1, "\(what)", sourceLocation: sourceLocation)
    #expect(try leftovers().count <= folders.count + 1, "\(what)", sourceLocation: sourceLocation)
    let next = try publish(version)
    #expect(next.status == 0, "\(what): \(next.errors)", sourceLocation: sourceLocation)
    #expect(try published() == version, "\(what)", sourceLocation: sourceLocation)
    #expect(try leftovers() == [], "\(what)", sourceLocation: sourceLocation)
  }
}
