/// Leaves template code out of lines of text: shortcodes, Liquid, JSX, includes.
struct TemplateScanner {
  /// A line without its code, and the offset in the source to which the code goes on.
  struct Scanned {
    var draft: LineDraft
    var resume = 0
  }

  /// A piece of code in a line.
  struct Piece {
    /// Its kind; nil for text that is not code but is not shown either.
    let kind: TemplateCode?
    /// The offset behind it in the line; beyond the line's end if it takes several.
    let end: Int
    /// The replacement for it.
    var replacement: [UInt8] = []
  }

  var counts = TemplateCodeCount()
  let source: [UInt8]
  let isMDX: Bool
  /// How many bytes more may be looked at ahead of lines.
  var budget: Int
  /// The end of Liquid's `raw` or `comment` tag, while one is open.
  var awaited: StaticString?
  private var isInStatements = false

  init(_ source: [UInt8], isMDX: Bool) {
    self.source = source
    self.isMDX = isMDX
    budget = source.count * 8 + 4_096
  }

  /// Scans a line of text.
  ///
  /// - Parameters:
  ///   - start: the offset of its first character that is not white space.
  ///   - lineEnd: the offset in the source of the line's end.
  mutating func scan(
    _ draft: LineDraft, from start: Int, lineEnd: Int, isHeading: Bool, startsParagraph: Bool,
    line: Int
  ) -> Scanned {
    var scanned = Scanned(draft: LineDraft())
    var text = TemplateText(draft: draft, source: source, lineEnd: lineEnd, isHeading: isHeading)
    if let kind = statement(draft.bytes[start...], startsParagraph: startsParagraph) {
      if let kind {
        counts.add(kind, draft.bytes[start...], line: line, column: draft.origin(of: start) + 1)
      }
      scanned.draft.copy(draft, 0..<start)
      return scanned
    }
    var position = start
    var copied = 0
    while position < draft.count {
      guard let piece = piece(in: &text, at: &position) else { continue }
      scanned.draft.copy(draft, copied..<position)
      scanned.draft.add(piece.replacement)
      if let kind = piece.kind {
        counts.add(
          kind, draft.bytes[position..<min(piece.end, draft.count)], line: line,
          column: draft.origin(of: position) + 1)
      }
      if piece.end > draft.count {
        scanned.resume = lineEnd + piece.end - draft.count
      }
      position = min(piece.end, draft.count)
      copied = position
    }
    scanned.draft.copy(draft, copied..<draft.count)
    return scanned
  }

  /// The piece at an offset; nil if there is none, and the offset moved on.
  private mutating func piece(in text: inout TemplateText, at position: inout Int) -> Piece? {
    if let tag = awaited {
      guard let end = text.find(tag, from: position) else {
        position = text.count
        return nil
      }
      awaited = nil
      position = end
    }
    let found: Piece?
    switch text.bytes[position] {
    case UInt8(ascii: "`"):
      position = text.endOfCode(from: position)
      return nil
    case UInt8(ascii: "\\"):
      position += 2
      return nil
    case UInt8(ascii: "{"): found = brace(&text, position)
    case UInt8(ascii: "<"): found = angle(&text, position)
    case UInt8(ascii: "["): found = bracket(text, position)
    default: found = nil
    }
    if found == nil { position += 1 }
    return found
  }

  /// Whether a line as a whole is a statement or an include: its kind, or nil if it is neither.
  private mutating func statement(
    _ line: ArraySlice<UInt8>, startsParagraph: Bool
  ) -> TemplateCode?? {
    var text = line
    while let byte = text.last, byte <= 0x20 { text = text.dropLast() }
    if isInStatements, !text.isEmpty { return .some(nil) }
    isInStatements = false
    if ["[TOC]", "[[toc]]", "[[_TOC_]]", "[toc]"].contains(where: { text.elementsEqual($0.utf8) }) {
      return .some(nil)
    }
    let isSnippet = text.starts(with: "--8<--".utf8) || text.starts(with: ";--8<--".utf8)
    if isSnippet || text.starts(with: "<<< ".utf8) || text.starts(with: "@[code".utf8) {
      return .some(.include)
    }
    guard startsParagraph, let isWhole = Self.isStatement(text, isMDX: isMDX) else { return nil }
    isInStatements = !isWhole
    return .some(.component)
  }

  /// Records that a blank line ended the open statements.
  mutating func endStatements() { isInStatements = false }

  /// Whether the text is a statement of JavaScript that ends with its line; nil if it is not one.
  private static func isStatement(_ text: ArraySlice<UInt8>, isMDX: Bool) -> Bool? {
    let words = text.split(maxSplits: 3, whereSeparator: isSpaceOrTab)
    guard words.count >= 2, let last = text.last else { return nil }
    let isWhole = ";'\"}".utf8.contains(last)
    if words[0].elementsEqual("import".utf8) {
      if let quote = words[1].first, "'\"".utf8.contains(quote) {
        return isWhole && words[1].count > 2 ? true : nil
      }
      let hasSource = text.contains { "'\"".utf8.contains($0) } && holds(text, " from ")
      if hasSource, isWhole { return true }
      return text.last == UInt8(ascii: "{") && words[1].elementsEqual("{".utf8) ? false : nil
    }
    guard words[0].elementsEqual("export".utf8) else { return nil }
    let next = words[1]
    if ["const", "let", "var", "function", "class", "async"].contains(where: {
      next.elementsEqual($0.utf8)
    }) {
      return words.count > 2 && text.contains { "=({".utf8.contains($0) } ? false : nil
    }
    if next.elementsEqual("default".utf8) {
      let rest = words.dropFirst(2).first ?? []
      let isCode = ["function", "class"].contains { rest.elementsEqual($0.utf8) }
      return isCode || isMDX || last == UInt8(ascii: ";") ? false : nil
    }
    return next.first == UInt8(ascii: "{") || next.elementsEqual("*".utf8) ? false : nil
  }

  private static func holds(_ text: ArraySlice<UInt8>, _ word: String) -> Bool {
    text.indices.contains { text[$0...].starts(with: word.utf8) }
  }
}

/// A line that is scanned, with the source behind it.
struct TemplateText {
  let bytes: [UInt8]
  let source: [UInt8]
  let lineEnd: Int
  let isHeading: Bool
  /// The first places of texts that were searched for, and where the searches began.
  private let found = Found()
  /// Attributes and expressions of more bytes are text.
  static let longestAttributes = 1_024
  /// Lengths of runs of backticks that nothing on the line closes.
  private var unclosed: Set<Int> = []

  private final class Found {
    var places: [String: (start: Int, place: Int)] = [:]
  }

  init(draft: LineDraft, source: [UInt8], lineEnd: Int, isHeading: Bool) {
    bytes = draft.bytes
    self.source = source
    self.lineEnd = lineEnd
    self.isHeading = isHeading
  }

  var count: Int { bytes.count }

  subscript(_ position: Int) -> UInt8? { position >= 0 && position < count ? bytes[position] : nil }

  /// Whether the line goes on with this text at an offset.
  func has(_ text: StaticString, at position: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard position >= 0, position + length <= count else { return false }
    return bytes[position..<(position + length)].elementsEqual(
      UnsafeBufferPointer(start: text.utf8Start, count: length))
  }

  /// The offset of this text on the line, from an offset on.
  ///
  /// - Complexity: linear in the line for all searches with rising offsets together.
  func find(_ text: StaticString, from start: Int) -> Int? {
    guard let first = UnsafeBufferPointer(start: text.utf8Start, count: 1).first else { return nil }
    let key = text.description
    if let known = found.places[key], known.start <= start, start <= known.place {
      return known.place < count ? known.place : nil
    }
    var position = min(start, count)
    while let next = bytes[position...].firstIndex(of: first) {
      if has(text, at: next) {
        found.places[key] = (start, next)
        return next
      }
      position = next + 1
    }
    found.places[key] = (start, count)
    return nil
  }

  /// The offset of the brace that closes the one here, within a limit.
  func closingBrace(from start: Int) -> Int? {
    guard let end = find("}", from: start), end - start <= Self.longestAttributes else {
      return nil
    }
    return end
  }

  /// The offset behind code in backticks, or behind the backticks if nothing closes them.
  mutating func endOfCode(from start: Int) -> Int {
    func run(_ position: Int) -> Int {
      bytes[position...].prefix { $0 == UInt8(ascii: "`") }.count
    }
    let length = run(start)
    guard !unclosed.contains(length) else { return start + length }
    var position = start + length
    while let next = bytes[position...].firstIndex(of: UInt8(ascii: "`")) {
      let other = run(next)
      if other == length { return next + length }
      position = next + other
    }
    unclosed.insert(length)
    return start + length
  }

  /// The offset behind the closing text, on this line or, within reason, a later one.
  ///
  /// - Parameter budget: the number of bytes that may be read; those read are subtracted.
  func end(behind text: StaticString, from start: Int, _ budget: inout Int) -> Int? {
    let length = text.utf8CodeUnitCount
    let mark = UnsafeBufferPointer(start: text.utf8Start, count: length)
    guard let first = mark.first else { return nil }
    // The rest of the line and the lines after it, as in the source.
    let origin = lineEnd - (count - start)
    guard origin >= 0 else { return nil }
    let limit = min(source.count, origin + 8_192, origin + max(0, budget))
    var position = origin
    var isAfterBreak = false
    while position < limit {
      let byte = source[position]
      if byte == first, source[position...].prefix(length).elementsEqual(mark) {
        budget -= position - origin + 1
        return start + position - origin + length
      }
      // A blank line ends possible template code.
      if byte == 0x0A {
        if isAfterBreak { break }
        isAfterBreak = true
      } else if byte > 0x20 {
        isAfterBreak = false
      }
      position += 1
    }
    budget -= position - origin + 1
    return nil
  }
}
