import Foundation
import TestSupport
import Testing

/// One Markdown file of the project's documentation.
struct MarkdownFile: Sendable, CustomTestStringConvertible {
  /// The path below the package's folder.
  let path: String
  /// The lines outside code blocks.
  let prose: [Substring]
  /// The code blocks.
  let blocks: [Block]

  /// A code block.
  struct Block {
    /// The text behind the fence, such as `json`.
    let language: Substring
    fileprivate(set) var lines: [Substring] = []

    /// All of it.
    var text: String { lines.joined(separator: "\n") }
  }

  var testDescription: String { path }

  /// The lines inside code blocks.
  var code: [Substring] { blocks.flatMap(\.lines) }

  /// Parts a text at its fences.
  init(path: String, text: String) {
    self.path = path
    var prose: [Substring] = []
    var blocks: [Block] = []
    var isCode = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.drop { $0 == " " }
      if trimmed.hasPrefix("```") {
        isCode.toggle()
        if isCode { blocks.append(Block(language: trimmed.drop { $0 == "`" })) }
      } else if isCode {
        blocks[blocks.count - 1].lines.append(line)
      } else {
        prose.append(line)
      }
    }
    self.prose = prose
    self.blocks = blocks
  }

  /// Reads a file of the project.
  init(_ path: String) throws {
    let file = Project.root.appending(path: path)
    self.init(path: path, text: try String(contentsOf: file, encoding: .utf8))
  }

  /// The README, CHANGELOG, CONTRIBUTING and all of `docs/`.
  static func all() throws -> [MarkdownFile] {
    let folder = Project.root.appending(path: "docs").path
    let documents = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
    return try (["README.md", "CHANGELOG.md", "CONTRIBUTING.md"] + documents).map {
      try MarkdownFile($0)
    }
  }

  /// The anchors of its headings, as repository hosts make them.
  var anchors: Set<String> {
    Set(
      prose.filter { $0.hasPrefix("#") }.map { line in
        let title = line.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
        return String(
          title.filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
            .map { $0 == " " ? "-" : $0 })
      })
  }

  /// The targets of its links and images.
  var links: [String] {
    prose.flatMap { line -> [String] in
      let text = line.replacing(/`[^`]*`/, with: "")
      return text.matches(of: /\]\(([^)\s]+)[^)]*\)/).map { String($0.1) }
    }
  }

  /// The cells of the first table below a heading, without head and delimiter row; code marks and
  /// white space taken off.
  func table(below heading: String) -> [[String]] {
    guard let start = prose.firstIndex(where: { $0.hasSuffix("# " + heading) }) else { return [] }
    let section = prose[(start + 1)...].prefix { !$0.hasPrefix("#") }
    let rows = section.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
    return rows.dropFirst(2).map { row in
      row.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
        $0.replacing("`", with: "").trimmingCharacters(in: .whitespaces)
      }
    }
  }
}
