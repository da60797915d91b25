import Foundation
import TestSupport
import Testing

/// The changes that someone who can write to the output folder makes to the record of its parts.
struct ForgedRecord: CustomTestStringConvertible, Sendable {
  let testDescription: String
  var isPrecompressed = false
  /// Changes the parts, each a key and its files.
  private let change: @Sendable (inout [[String]]) throws -> Void

  static let all = [
    Self("two pages with each other's files, one of which changes") { parts in
      let (x, y) = (try place(of: "x", parts), try place(of: "y", parts))
      (parts[x][1], parts[y][1]) = (parts[y][1], parts[x][1])
    },
    Self("a page without files") { parts in parts[try place(of: "y", parts)].removeLast() },
    Self("a page with another's file too") { parts in
      let z = parts.remove(at: try place(of: "z", parts))
      parts[try place(of: "y", parts)].append(z[1])
    },
    Self("a page with someone else's file") { parts in
      parts[try place(of: "y", parts)][1] = stranger
    },
    Self("a page with someone else's file too") { parts in
      parts[try place(of: "y", parts)].append(stranger)
    },
    Self("a page without its compressed forms", isPrecompressed: true) { parts in
      let y = try place(of: "y", parts)
      try #require(parts[y].count == 4)
      parts[y].removeLast(2)
    },
    Self("a search index of one file") { parts in
      let index = try #require(parts.firstIndex { $0.contains("en-US/search/index.json") })
      try #require(parts[index].count > 3)
      parts[index].removeLast(parts[index].count - 2)
    },
    Self("a search index without tokens") { parts in
      let index = try #require(parts.firstIndex { $0.contains("en-US/search/index.json") })
      parts[index].removeAll { $0.contains("/tokens/") }
    },
  ]

  private init(
    _ name: String, isPrecompressed: Bool = false,
    _ change: @escaping @Sendable (inout [[String]]) throws -> Void
  ) {
    testDescription = name
    self.isPrecompressed = isPrecompressed
    self.change = change
  }

  private static let stranger = "en-US/stranger.html"

  private static func place(of document: String, _ parts: [[String]]) throws -> Int {
    try #require(parts.firstIndex { $0.contains("en-US/\(document)/index.html") })
  }

  /// Forges the record of the site in `public`, with a file that its list claims for Rolebook.
  func write(in folder: TemporaryFolder) throws {
    try folder.write("strange", to: "public/" + Self.stranger)
    try #require(chmod(folder.file("public/" + Self.stranger).path, 0o644) == 0)
    let list = try folder.read("public/.rolebook")
    try folder.write(list + Self.stranger + "\n", to: "public/.rolebook")
    var lines = try folder.read("public/.rolebook-build").components(separatedBy: "\n")
    let count = try #require(Int(lines[2]))
    var parts = lines[3..<3 + count].map { $0.components(separatedBy: "\t") }
    try change(&parts)
    lines.replaceSubrange(
      2..<3 + count, with: ["\(parts.count)"] + parts.map { $0.joined(separator: "\t") })
    try folder.write(lines.joined(separator: "\n"), to: "public/.rolebook-build")
  }
}
