/// One piece of raw HTML, as CommonMark 0.30, section 6.6, delimits it.
struct HTMLTag {
  /// The kind of the piece.
  enum Kind {
    case comment
    case open
    case close
    /// A processing instruction, a declaration or character data.
    case other
  }

  let kind: Kind
  /// The element's name in lower case.
  let name: String
  /// The attributes in order, names in lower case; a missing value is empty.
  let attributes: [(name: String, value: String)]

  /// Reads a complete piece of raw HTML.
  init(_ text: some Collection<UInt8>) {
    let bytes = Array(text)
    guard let scanned = TagScanner.scan(bytes[...]) else {
      let isComment = bytes.starts(with: "<!--".utf8) && bytes.suffix(3).elementsEqual("-->".utf8)
      (kind, name, attributes) = (isComment ? .comment : .other, "", [])
      return
    }
    (kind, name, attributes) = (
      scanned.isClosing ? .close : .open, scanned.name.lowercased(), scanned.attributes
    )
  }

  /// The offset behind a complete open or closing tag at the start of the text.
  static func end(in text: ArraySlice<UInt8>) -> Int? {
    TagScanner.scan(text)?.end
  }
}

/// Reads one open or closing tag.
private struct TagScanner {
  struct Tag {
    var isClosing = false
    var name = ""
    var attributes: [(name: String, value: String)] = []
    var end = 0
  }

  private let text: ArraySlice<UInt8>
  private var position: Int
  private var tag = Tag()

  static func scan(_ text: ArraySlice<UInt8>) -> Tag? {
    var scanner = TagScanner(text: text, position: text.startIndex)
    return scanner.scanTag()
  }

  private init(text: ArraySlice<UInt8>, position: Int) {
    self.text = text
    self.position = position
  }

  private var current: UInt8? { position < text.endIndex ? text[position] : nil }

  private mutating func scanTag() -> Tag? {
    guard take("<") else { return nil }
    tag.isClosing = take("/")
    guard let first = current, isLetter(first) else { return nil }
    tag.name = takeText { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    while let attribute = scanAttribute() {
      if tag.isClosing { return nil }
      tag.attributes.append(attribute)
    }
    skipSpace()
    if !tag.isClosing { _ = take("/") }
    guard take(">") else { return nil }
    tag.end = position
    return tag
  }

  private mutating func scanAttribute() -> (name: String, value: String)? {
    let start = position
    guard skipSpace(), let first = current, isLetter(first) || "_:".utf8.contains(first) else {
      position = start
      return nil
    }
    let name = takeText { isLetter($0) || isDigit($0) || "_.:-".utf8.contains($0) }
    let afterName = position
    skipSpace()
    guard take("=") else {
      position = afterName
      return (name.lowercased(), "")
    }
    skipSpace()
    guard let value = scanValue() else {
      position = start
      return nil
    }
    return (name.lowercased(), value)
  }

  private mutating func scanValue() -> String? {
    if let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      position += 1
      let value = takeText { $0 != quote }
      guard current == quote else { return nil }
      position += 1
      return value
    }
    let value = takeText { !" \t\r\n\"'=<>`".utf8.contains($0) }
    return value.isEmpty ? nil : value
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = position
    while let byte = current, " \t\u{0C}\r\n".utf8.contains(byte) { position += 1 }
    return position > start
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func takeText(while accepts: (UInt8) -> Bool) -> String {
    let start = position
    while let byte = current, accepts(byte) { position += 1 }
    return String(decoding: text[start..<position], as: UTF8.self)
  }
}
