import Base

/// The parts of a Markdown file: YAML, TOML or JSON that says something about it, then the text.
struct FrontMatter {
  /// The language that front matter is written in.
  enum Format {
    /// Between two lines of dashes, as most tools have it.
    case yaml
    /// Between two lines of plus signs, as Hugo and Zola have it.
    case toml
    /// Between a line with a brace and the next one that closes it, as Hugo has it.
    case json
  }

  let metadata: Metadata
  /// The language; nil if there is no front matter.
  let format: Format?
  /// The bytes between the delimiters; nil if there is no YAML.
  let yaml: Range<Int>?
  /// The offset of the text's first byte.
  let bodyStart: Int
  /// The line of the text's first byte, from 1.
  let bodyLine: Int
  let diagnostics: [Diagnostic]

  /// Splits a file.
  ///
  /// A file that does not begin with a delimiter has no front matter, nor has one that begins with
  /// a thematic break and text.
  init(_ file: SourceFile) {
    self = Self.block(in: file).flatMap { Self.read($0, file) } ?? FrontMatter(textFrom: 0)
  }

  private init(textFrom start: Int, _ diagnostics: [Diagnostic] = []) {
    (metadata, format, yaml, bodyStart, bodyLine) = (Metadata(), nil, nil, start, 1)
    self.diagnostics = diagnostics
  }

  private init(_ metadata: Metadata, _ block: Block, _ diagnostics: [Diagnostic]) {
    self.metadata = metadata
    self.diagnostics = diagnostics
    format = block.format
    yaml = block.format == .yaml ? block.content : nil
    (bodyStart, bodyLine) = (block.end, block.endLine)
  }

  /// Front matter as lines delimit it.
  private struct Block {
    let format: Format
    /// The bytes between the delimiters; for JSON, the braces too.
    let content: Range<Int>
    /// The offset behind the closing delimiter; that of the file's first byte if there is none.
    let end: Int
    let endLine: Int
    /// The number of the opening delimiter's line, from 1.
    var firstLine = 1
    var isClosed: Bool { end > 0 }
  }

  private static func block(in file: SourceFile) -> Block? {
    let lines = LineScanner(file.bytes)
    if let after = lines.endOfComments() { return blockBehind(after, in: file) }
    guard let first = lines.line(at: 0), let format = lines.format(opening: first) else {
      return nil
    }
    var line = 2
    var start = lines.next(after: first)
    if format == .json, first.count > 1, !lines.opens(first, format) {
      return Block(format: format, content: first, end: start, endLine: line)
    }
    let contentStart = format == .json ? 0 : start
    while let range = lines.line(at: start) {
      let next = lines.next(after: range)
      if lines.closes(range, format) {
        let contentEnd = format == .json ? range.upperBound : start
        return Block(
          format: format, content: contentStart..<contentEnd, end: next, endLine: line + 1)
      }
      (start, line) = (next, line + 1)
    }
    return Block(format: format, content: contentStart..<start, end: 0, endLine: 1)
  }

  /// The YAML behind comments of HTML and blank lines, which other tools skip; nil if there is none.
  private static func blockBehind(
    _ comments: (offset: Int, line: Int), in file: SourceFile
  ) -> Block? {
    let lines = LineScanner(file.bytes)
    guard let first = lines.line(at: comments.offset), lines.opens(first, .yaml),
      let second = lines.line(at: lines.next(after: first)),
      looksLikeKey(file.bytes[second], .yaml)
    else { return nil }
    var line = comments.line + 1
    var start = second.lowerBound
    while let range = lines.line(at: start) {
      if lines.closes(range, .yaml) {
        return Block(
          format: .yaml, content: second.lowerBound..<start, end: lines.next(after: range),
          endLine: line + 1, firstLine: comments.line)
      }
      (start, line) = (lines.next(after: range), line + 1)
    }
    return nil
  }

  /// Reads a block; nil if it is text after all.
  private static func read(_ block: Block, _ file: SourceFile) -> FrontMatter? {
    if block.isClosed, let front = readClosed(block, file) { return front }
    let lines = LineScanner(file.bytes)
    let second = lines.line(at: block.content.lowerBound).map { file.bytes[$0] } ?? []
    guard block.format != .json, looksLikeKey(second, block.format) else { return nil }
    let hint: DiagnosticMessage =
      block.format == .yaml
      ? "end it with a line of three dashes" : "end it with a line of three plus signs"
    return FrontMatter(
      textFrom: 0,
      [
        Diagnostic(
          .frontMatterInvalid, "the front matter has no end",
          at: SourceLocation(path: file.path, line: 1, column: 1),
          hint: hint)
      ])
  }

  private static func readClosed(_ block: Block, _ file: SourceFile) -> FrontMatter? {
    let bytes = file.bytes[block.content]
    let root: YAMLNode?
    var findings: [Diagnostic] = []
    switch block.format {
    case .toml: root = TOMLFrontMatter.read(bytes, path: file.path, firstLine: 2)
    case .yaml, .json:
      let line = block.firstLine + (block.format == .json ? 0 : 1)
      let parsed = YAMLParser.parse(
        bytes, path: file.path, firstLine: line, origin: .otherTools)
      root = parsed.root
      findings = parsed.diagnostics.map(asWarning)
    }
    guard let root, !root.isNull else {
      // Unreadable front matter is not text if it has keys.
      let isText = !findings.isEmpty && !hasKey(bytes)
      return isText ? nil : FrontMatter(Metadata(), block, findings)
    }
    guard root.members != nil else { return nil }
    let metadata = Metadata(root, diagnostics: &findings)
    return FrontMatter(metadata, block, findings)
  }

  private static func asWarning(_ finding: Diagnostic) -> Diagnostic {
    Diagnostic(
      .frontMatterInvalid, finding.statement, at: finding.location, notes: finding.notes,
      hint: finding.advice ?? "correct it; the rest of the front matter is not read")
  }

  private static func hasKey(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split { $0 == 0x0A || $0 == 0x0D }.contains { looksLikeKey($0, .yaml) }
  }

  /// Whether a line begins like `key:`, for TOML like `key =` or `[`.
  private static func looksLikeKey(_ line: ArraySlice<UInt8>, _ format: Format) -> Bool {
    let text = line.drop(while: isSpaceOrTab)
    if format == .toml, text.first == UInt8(ascii: "[") { return true }
    let key = text.prefix { isLetter($0) || isDigit($0) || "_.-\"'".utf8.contains($0) }
    let rest = text.dropFirst(key.count).drop(while: isSpaceOrTab)
    if format == .toml { return !key.isEmpty && rest.first == UInt8(ascii: "=") }
    guard !key.isEmpty, rest.first == UInt8(ascii: ":") else { return false }
    return rest.dropFirst().first.map(isSpaceOrTab) ?? true
  }
}

extension LineScanner {
  /// The offset and the line number of the text behind the comments of HTML that a file begins with.
  ///
  /// It is nil if the file begins otherwise, or if a comment says something to Rolebook.
  func endOfComments() -> (offset: Int, line: Int)? {
    let (open, close) = (Array("<!--".utf8), Array("-->".utf8))
    guard let first = line(at: 0),
      bytes.starts(with: open) || bytes[first].allSatisfy(isSpaceOrTab)
    else { return nil }
    var (start, number) = (0, 1)
    var isOpen = false
    while let range = line(at: start) {
      let text = bytes[range].drop(while: isSpaceOrTab)
      if !isOpen, !text.isEmpty {
        guard text.starts(with: open) else { return (start, number) }
        isOpen = true
      }
      if isOpen {
        if text.contains("rolebook-".utf8) { return nil }
        if let end = text.firstRange(of: close) {
          guard text[end.upperBound...].allSatisfy(isSpaceOrTab) else { return nil }
          isOpen = false
        }
      }
      (start, number) = (next(after: range), number + 1)
    }
    return nil
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

  /// The language of the front matter that a file's first line opens.
  func format(opening line: Range<Int>) -> FrontMatter.Format? {
    if opens(line, .yaml) { return .yaml }
    if opens(line, .toml) { return .toml }
    return opens(line, .json) || isObject(line) ? .json : nil
  }

  /// Whether a line is nothing but the mark that opens front matter.
  func opens(_ line: Range<Int>, _ format: FrontMatter.Format) -> Bool {
    switch format {
    case .yaml: holds(line, "---")
    case .toml: holds(line, "+++")
    case .json: holds(line, "{")
    }
  }

  /// Whether a line is a whole object in JSON, with nothing in the next line.
  private func isObject(_ line: Range<Int>) -> Bool {
    let text = bytes[line].reversed().drop(while: isSpaceOrTab)
    guard text.first == UInt8(ascii: "}"), bytes[line].starts(with: #"{""#.utf8) else {
      return false
    }
    guard let after = self.line(at: next(after: line)) else { return true }
    return bytes[after].allSatisfy(isSpaceOrTab)
  }

  /// Whether a line ends front matter.
  func closes(_ line: Range<Int>, _ format: FrontMatter.Format) -> Bool {
    switch format {
    case .yaml: holds(line, "---") || holds(line, "...")
    case .toml: holds(line, "+++")
    case .json: holds(line, "}")
    }
  }

  /// Whether a line is this text, white space behind it aside.
  private func holds(_ line: Range<Int>, _ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard line.count >= count else { return false }
    let mark = UnsafeBufferPointer(start: text.utf8Start, count: count)
    return bytes[line].prefix(count).elementsEqual(mark)
      && bytes[line].dropFirst(count).allSatisfy(isSpaceOrTab)
  }
}
