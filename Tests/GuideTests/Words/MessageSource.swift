import Foundation
import TestSupport

/// The messages of findings that the sources write: their string literals, as templates.
struct MessageSource {
  /// A literal: an English template, and the file that it is in.
  struct Literal {
    let template: String
    let path: String
  }

  /// All literals of the rooms that find defects.
  let literals: [Literal]

  /// Reads the sources.
  init() throws {
    var literals: [Literal] = []
    for room in ["Base", "Markdown", "Guide", "Site", "rolebook"] {
      let folder = Project.root.appending(path: "Sources/\(room)")
      let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
      for path in (paths ?? []).sorted() where path.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        var reader = LiteralReader(text)
        literals += reader.templates().map { Literal(template: $0, path: "\(room)/\(path)") }
      }
    }
    self.literals = literals
  }

  /// The templates that can be in a finding: what reads as text, in files that report findings.
  ///
  /// Single words are not among them; `everyFindingIsInTheLanguage` finds those.
  var messages: Set<String> {
    Set(literals.filter { Self.isMessage($0) }.map(\.template)).subtracting(Self.others)
  }

  private static func isMessage(_ literal: Literal) -> Bool {
    if literal.path.hasPrefix("rolebook/") {
      return literal.path.hasSuffix("/FindingSummary.swift") && !literal.template.contains("<")
        && literal.template.contains(/[a-z]\s/)
    }
    if silent.contains(where: literal.path.contains) { return false }
    let words = literal.template.replacing(/\{\d+\}/, with: "#")
    if words.hasPrefix(" ") || words.hasPrefix("<") && !words.hasPrefix("<br>") { return false }
    return words.contains(/[a-z#]+ .*[a-z]/)
  }

  /// Files whose texts are not findings.
  private static let silent = [
    "Base/Compression/", "Base/Diagnostics/Messages/", "Base/Text/", "Base/SourceFiles/FileReader",
    "Base/SourceFiles/Spool", "Base/SourceFiles/Snapshot", "Base/SourceFiles/ContentDigest",
    "Base/Diagnostics/Formats/",
    "Base/Diagnostics/StageClock", "Markdown/HTML/HTMLWriter", "Guide/Changes/", "Guide/Git/",
    "Guide/Assembly/PairingReport", "Guide/Letters/LetterForms", "Guide/Letters/LetterWords+RAPID",
    "Guide/Settings/PluralRules",
    "Site/Changes/", "Site/Context/", "Site/Documents/", "Site/Exports/", "Site/Machine/",
    "Site/Matrix/", "Site/Offline/", "Site/Preview/", "Site/Print/", "Site/Reviews/",
    "Site/Search/", "Site/Status/", "Site/Theme/", "Site/Word/",
  ]

  /// Texts of other kinds, and words for one thing, whose messages are those for several.
  private static let others: Set<String> = [
    "no such content folder", "settings, letters, and words",
    "{1} more finding of this kind in this file", "{1}; so is {2} more in this file",
    "missing '{1}.md'; {2} responsibility has no text",
    "{1} of another tool, such as '{2}', is left out",
  ]
}

/// Reads the string literals of Swift code; those that a plus sign joins are one.
private struct LiteralReader {
  private let code: [Character]
  private var found: [(start: Int, end: Int, template: String, values: [String])] = []

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    code = Array(
      lines.map { $0.drop { $0 == " " }.hasPrefix("//") ? "" : String($0) }
        .joined(separator: "\n"))
  }

  mutating func templates() -> [String] {
    var position = 0
    while position < code.count {
      if isBlock(position) {
        position += 3
        while position < code.count, !isBlock(position) { position += 1 }
        position += 3
      } else if code[position] == "\"" {
        let start = position
        let (template, values) = literal(&position)
        found.append((start, position, template, values))
      } else {
        position += 1
      }
    }
    return joined() + found.flatMap { $0.values.compactMap(Self.noun) }
  }

  private func isBlock(_ position: Int) -> Bool {
    position + 2 < code.count && code[position...(position + 2)].allSatisfy { $0 == "\"" }
  }

  private func joined() -> [String] {
    var result: [String] = []
    var last: (end: Int, count: Int)?
    for literal in found {
      if let (end, count) = last,
        String(code[end..<literal.start]).trimmingCharacters(in: .whitespacesAndNewlines) == "+"
      {
        let shifted = literal.template.replacing(/\{(\d+)\}/) { match in
          "{\((Int(match.1) ?? 0) + count)}"
        }
        result[result.count - 1] += literal.values.isEmpty ? literal.template : shifted
        last = (literal.end, count + literal.values.count)
      } else {
        result.append(literal.template)
        last = (literal.end, literal.values.count)
      }
    }
    return result
  }

  /// Reads a literal, and stops behind it.
  private func literal(_ position: inout Int) -> (template: String, values: [String]) {
    var (template, values) = ("", [String]())
    position += 1
    while position < code.count, code[position] != "\"", code[position] != "\n" {
      guard code[position] == "\\", position + 1 < code.count else {
        template.append(code[position])
        position += 1
        continue
      }
      if code[position + 1] == "(" {
        values.append(interpolation(&position))
        template += "{\(values.count)}"
      } else {
        let escapes: [Character: String] = ["n": "\n", "t": "\t", "0": "\0", "r": "\r"]
        template += escapes[code[position + 1]] ?? String(code[position + 1])
        position += 2
      }
    }
    position += 1
    return (template, values)
  }

  /// Reads what is between `\(` and its parenthesis, which can have literals in it.
  private func interpolation(_ position: inout Int) -> String {
    position += 2
    let start = position
    var depth = 1
    while position < code.count, depth > 0 {
      if code[position] == "\"" {
        _ = literal(&position)
        continue
      }
      if code[position] == "(" { depth += 1 }
      if code[position] == ")" { depth -= 1 }
      position += 1
    }
    return String(code[start..<max(start, position - 1)])
  }

  /// The template of a number with its noun.
  private static func noun(_ value: String) -> String? {
    guard
      let match = value.wholeMatch(of: /count: .*?, "([^"]+)"(?:, "([^"]+)")?/.dotMatchesNewlines())
    else { return nil }
    return "{1} " + String(match.2 ?? match.1 + "s")
  }
}
