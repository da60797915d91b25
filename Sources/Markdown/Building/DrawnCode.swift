import Base

/// Code that other tools show as diagrams or formulas, and pages show as it is written.
struct DrawnCode {
  private static let languages: Set<String> = [
    "mermaid", "math", "katex", "plantuml", "puml", "graphviz", "dot", "d2", "ditaa", "vega-lite",
    "geojson", "topojson",
  ]

  private var found: [(language: String, location: SourceLocation, count: Int)] = []

  /// Takes a block of code.
  mutating func take(_ node: MarkdownNode, at location: SourceLocation) {
    let info = node.fenceInfo
    if info.isEmpty { return }
    let word = info.drop { $0 == UInt8(ascii: "{") }
      .prefix { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    let language = String(decoding: word, as: UTF8.self).lowercased()
    guard Self.languages.contains(language) else { return }
    if let index = found.firstIndex(where: { $0.language == language }) {
      found[index].count += 1
    } else {
      found.append((language, location, 1))
    }
  }

  /// One finding per language.
  var diagnostics: [Diagnostic] {
    found.map { language, location, count in
      Diagnostic(
        .codeNotDrawn,
        count == 1
          ? "a block of \(language) is shown as code"
          : "\(count) blocks of \(language) are shown as code; this is the first",
        at: location, hint: "publish a picture beside it, such as an SVG file")
    }
  }
}
