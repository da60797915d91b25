import Base

/// A run of raw HTML.
struct HTMLToken {
  /// The kind of the run.
  enum Kind {
    case text
    case open
    case close
    case comment
  }

  let kind: Kind
  /// Its range in the scanned HTML.
  let range: Range<Int>
  /// The element's name in lower case.
  var name = ""
  /// The attributes that an allowed element may have, the first of each name.
  var attributes: [(name: String, value: Range<Int>)] = []
  /// Whether the tag has an event handler.
  var hasHandler = false
}

/// Divides raw HTML into tags, comments and text, after HTML5's tokenizer (section 13.2.5).
///
/// Linear: a missing end is looked for once, and the rest is then text.
struct HTMLScanner {
  /// The end that a piece of HTML is still to see, in lower case: of a comment or a script.
  typealias Terminator = [UInt8]

  private let html: [UInt8]
  private var position = 0
  private var textStart = 0
  private(set) var tokens: [HTMLToken] = []
  /// The missing end of the last comment, script, or style; nil if it ends.
  private(set) var missing: Terminator?

  /// Scans HTML from an offset on.
  init(_ html: [UInt8], from start: Int = 0) {
    self.html = html
    (position, textStart) = (start, start)
    while position < html.count, missing == nil {
      guard html[position] == UInt8(ascii: "<"), position + 1 < html.count else {
        position += 1
        continue
      }
      if !scanMarkup() { position += 1 }
    }
    endText(at: position)
  }

  /// Takes a tag, a comment or the like; false if there is none here.
  private mutating func scanMarkup() -> Bool {
    switch html[position + 1] {
    case UInt8(ascii: "!"): return scanDeclaration()
    case UInt8(ascii: "?"): return skip(to: ">", from: position + 2)
    case UInt8(ascii: "/"):
      guard position + 2 < html.count, isLetter(html[position + 2]) else { return false }
      return scanTag(from: position + 2, kind: .close)
    case let byte where isLetter(byte): return scanTag(from: position + 1, kind: .open)
    default: return false
    }
  }

  private mutating func scanDeclaration() -> Bool {
    guard html[position...].starts(with: "<!--".utf8) else {
      return skip(to: ">", from: position + 2)
    }
    // `<!-->` and `<!--->` are whole comments.
    for short in ["<!-->", "<!--->"] where html[position...].starts(with: short.utf8) {
      take(.comment, to: position + short.utf8.count)
      return true
    }
    guard let end = end(of: Array("-->".utf8), from: position + 4) else { return true }
    take(.comment, to: end)
    return true
  }

  /// Drops everything up to a character; without it nothing here is markup.
  private mutating func skip(to end: Unicode.Scalar, from start: Int) -> Bool {
    guard let found = html[start...].firstIndex(of: UInt8(ascii: end)) else {
      position = html.count
      return true
    }
    take(.comment, to: found + 1)
    return true
  }

  /// The offset behind the next occurrence; without one, the rest goes and `missing` says why.
  private mutating func end(of terminator: Terminator, from start: Int) -> Int? {
    if let end = Self.end(of: terminator, in: html[start...]) { return end }
    endText(at: position)
    (position, textStart) = (html.count, html.count)
    missing = terminator
    return nil
  }

  /// The offset behind the first occurrence of text in lower case, ignoring the letters' case.
  static func end(of terminator: Terminator, in text: ArraySlice<UInt8>) -> Int? {
    guard let first = terminator.first else { return text.startIndex }
    var position = text.startIndex
    while position + terminator.count <= text.endIndex {
      if text[position] == first,
        zip(text[position...], terminator).allSatisfy({ lowercased($0) == $1 })
      {
        return position + terminator.count
      }
      position += 1
    }
    return nil
  }

  private mutating func endText(at end: Int) {
    if end > textStart { tokens.append(HTMLToken(kind: .text, range: textStart..<end)) }
  }

  private mutating func take(_ kind: HTMLToken.Kind, to end: Int) {
    endText(at: position)
    tokens.append(HTMLToken(kind: kind, range: position..<end))
    (position, textStart) = (end, end)
  }

  /// Takes a tag; a tag that does not end makes text of the rest.
  private mutating func scanTag(from nameStart: Int, kind: HTMLToken.Kind) -> Bool {
    var cursor = nameStart
    while cursor < html.count, !isSpace(html[cursor]), !isTagEnd(html[cursor]) { cursor += 1 }
    var token = HTMLToken(kind: kind, range: position..<position)
    token.name = String(decoding: html[nameStart..<cursor], as: UTF8.self).lowercased()
    guard let end = scanAttributes(from: cursor, into: &token) else {
      position = html.count
      return true
    }
    endText(at: position)
    tokens.append(
      HTMLToken(
        kind: kind, range: position..<end, name: token.name, attributes: token.attributes,
        hasHandler: token.hasHandler))
    (position, textStart) = (end, end)
    if kind == .open, HTMLElements.treatment(of: token.name) == .remove {
      removeContent(of: token.name)
    }
    return true
  }

  /// Drops the text between a script's or a style's tags.
  private mutating func removeContent(of name: String) {
    guard let end = end(of: Array("</\(name)".utf8), from: position) else { return }
    position = end - name.utf8.count - 2
    textStart = position
  }

  private func isTagEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  /// Reads attributes up to the tag's end.
  ///
  /// - Returns: the offset behind the tag; nil if it does not end.
  private func scanAttributes(from start: Int, into token: inout HTMLToken) -> Int? {
    var cursor = start
    while cursor < html.count {
      while cursor < html.count, isSpace(html[cursor]) || html[cursor] == UInt8(ascii: "/") {
        cursor += 1
      }
      guard cursor < html.count else { return nil }
      if html[cursor] == UInt8(ascii: ">") { return cursor + 1 }
      let nameStart = cursor
      cursor += 1
      while cursor < html.count, !isSpace(html[cursor]), !isTagEnd(html[cursor]),
        html[cursor] != UInt8(ascii: "=")
      {
        cursor += 1
      }
      let nameEnd = cursor
      while cursor < html.count, isSpace(html[cursor]) { cursor += 1 }
      var value = cursor..<cursor
      if cursor < html.count, html[cursor] == UInt8(ascii: "=") {
        guard let range = valueRange(from: cursor + 1) else { return nil }
        (value, cursor) = (range.value, range.end)
      }
      add(nameStart..<nameEnd, value, to: &token)
    }
    return nil
  }

  /// The range of a value and the offset behind it; nil if a quotation mark does not close.
  private func valueRange(from start: Int) -> (value: Range<Int>, end: Int)? {
    var cursor = start
    while cursor < html.count, isSpace(html[cursor]) { cursor += 1 }
    guard cursor < html.count else { return nil }
    let quote = html[cursor]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let end = html[(cursor + 1)...].firstIndex(of: quote) else { return nil }
      return ((cursor + 1)..<end, end + 1)
    }
    let valueStart = cursor
    while cursor < html.count, !isSpace(html[cursor]), html[cursor] != UInt8(ascii: ">") {
      cursor += 1
    }
    return (valueStart..<cursor, cursor)
  }

  private func add(_ name: Range<Int>, _ value: Range<Int>, to token: inout HTMLToken) {
    guard name.count <= 16 else { return }
    let text = String(decoding: html[name], as: UTF8.self).lowercased()
    if text.hasPrefix("on") { token.hasHandler = true }
    guard HTMLElements.allows(text, on: token.name),
      !token.attributes.contains(where: { $0.name == text })
    else { return }
    token.attributes.append((text, value))
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

private func lowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
