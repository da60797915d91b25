import Base

/// The parts of a Markdown file: YAML between two lines of dashes, then the text.
struct FrontMatter {
  let metadata: Metadata
  /// The bytes between the lines of dashes; nil where there is no front matter.
  let yaml: Range<Int>?
  /// The offset of the text's first byte.
  let bodyStart: Int
  /// The line of the text's first byte, from 1.
  let bodyLine: Int
  let diagnostics: [Diagnostic]

  /// Splits a file.
  ///
  /// A file that does not begin with a line of three dashes has no front matter.
  init(_ file: SourceFile) {
    let lines = LineScanner(file.bytes)
    guard let first = lines.line(at: 0), lines.isDelimiter(first, allowsDots: false) else {
      (metadata, yaml, bodyStart, bodyLine, diagnostics) = (Metadata(), nil, 0, 1, [])
      return
    }
    var line = 2
    var start = lines.next(after: first)
    let yamlStart = start
    while let range = lines.line(at: start) {
      if lines.isDelimiter(range, allowsDots: true) {
        let parsed = YAMLParser.parse(file.bytes[yamlStart..<start], path: file.path, firstLine: 2)
        var findings = parsed.diagnostics
        metadata = Self.metadata(parsed.root, &findings)
        yaml = yamlStart..<start
        diagnostics = findings
        (bodyStart, bodyLine) = (lines.next(after: range), line + 1)
        return
      }
      start = lines.next(after: range)
      line += 1
    }
    (metadata, yaml, bodyStart, bodyLine) = (Metadata(), nil, 0, 1)
    diagnostics = [
      Diagnostic(
        .frontMatterInvalid, "front matter begins here and never ends",
        at: SourceLocation(path: file.path, line: 1, column: 1),
        hint: "end it with a line of three dashes")
    ]
  }

  private static func metadata(_ root: YAMLNode?, _ findings: inout [Diagnostic]) -> Metadata {
    guard let root, !root.isNull else { return Metadata() }
    guard root.members != nil else {
      findings.append(
        Diagnostic(
          .frontMatterInvalid, "front matter must be a mapping, not \(root.kind)",
          at: root.location))
      return Metadata()
    }
    return Metadata(root, diagnostics: &findings)
  }
}

/// Finds lines in a file whose lines end at LF, CR LF or a lone CR.
struct LineScanner {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The line that begins at the offset, without its ending; nil behind the last.
  func line(at start: Int) -> Range<Int>? {
    guard start < bytes.count else { return nil }
    let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    return start..<end
  }

  func next(after line: Range<Int>) -> Int {
    let end = line.upperBound
    guard end < bytes.count else { return end }
    let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
    return end + (isPair ? 2 : 1)
  }

  func isDelimiter(_ line: Range<Int>, allowsDots: Bool) -> Bool {
    let text = bytes[line].prefix(3)
    guard bytes[line].dropFirst(3).allSatisfy(isSpaceOrTab), text.count == 3 else { return false }
    return text.elementsEqual("---".utf8) || (allowsDots && text.elementsEqual("...".utf8))
  }
}
