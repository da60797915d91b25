import Base

/// The HTML of a page as its nodes in the order of the text, each before its descendants.
///
/// The page is our templates' own: tags are whole and text is escaped. A tag that closes nothing is left
/// out, and an element that is not closed ends with the one around it.
struct Markup: Sendable {
  /// An element, or a text between tags.
  struct Node: Sendable {
    /// The element's name in small letters; empty for a text.
    let name: String
    let text: String
    let attributes: [(name: String, value: String)]
    /// The index of the element around it; nil at the outermost level.
    let parent: Int?
    /// The index behind the last descendant.
    fileprivate(set) var end: Int

    var isText: Bool { name.isEmpty }

    subscript(_ attribute: String) -> String? {
      attributes.first { $0.name == attribute }?.value
    }

    func has(_ token: Substring) -> Bool {
      attributes.contains { $0.name == "class" && $0.value.split(separator: " ").contains(token) }
    }
  }

  private static let voids: Set<String> = [
    "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]
  /// The elements that begin a line of their own.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl",
    "dt",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main",
    "nav",
    "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul",
  ]
  /// The elements whose content is not markup.
  private static let raw: Set<String> = ["script", "style"]

  private(set) var nodes: [Node] = []
  private var open: [Int] = []

  /// Reads a page.
  init(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        add(Self.decoded(bytes[index..<end]))
        index = end
        continue
      }
      index = readTag(bytes, at: index)
    }
    while let last = open.popLast() { nodes[last].end = nodes.count }
  }

  private mutating func add(_ text: String) {
    let end = nodes.count + 1
    nodes.append(Node(name: "", text: text, attributes: [], parent: open.last, end: end))
  }

  /// Reads markup that begins with `<`.
  ///
  /// - Returns: the index behind it.
  private mutating func readTag(_ bytes: [UInt8], at start: Int) -> Int {
    var scanner = TagReader(bytes: bytes, index: start + 1)
    if scanner.skipsDeclaration() { return scanner.index }
    let isEnd = scanner.take(UInt8(ascii: "/"))
    let name = scanner.name()
    guard !name.isEmpty else {
      add("<")
      return start + 1
    }
    let attributes = scanner.attributes()
    guard !isEnd else {
      close(name)
      return scanner.index
    }
    let end = nodes.count + 1
    nodes.append(Node(name: name, text: "", attributes: attributes, parent: open.last, end: end))
    if Self.voids.contains(name) { return scanner.index }
    if Self.raw.contains(name) { return scanner.end(of: name) }
    open.append(nodes.count - 1)
    return scanner.index
  }

  private mutating func close(_ name: String) {
    guard let place = open.lastIndex(where: { nodes[$0].name == name }) else { return }
    while open.count > place {
      guard let last = open.popLast() else { return }
      nodes[last].end = nodes.count
    }
  }

  /// A text with its character references replaced.
  fileprivate static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.prefix(12).firstIndex(of: ";"),
        let character = character(rest[rest.index(after: start)..<end])
      else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result.unicodeScalars.append(character)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    default:
      guard name.first == "#" else { return nil }
      let digits = name.dropFirst()
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap(Unicode.Scalar.init)
    }
  }
}

/// Reads the parts of a tag.
private struct TagReader {
  let bytes: [UInt8]
  var index: Int

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func take(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    index += 1
    return true
  }

  /// Passes a comment or a declaration.
  mutating func skipsDeclaration() -> Bool {
    guard byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") else { return false }
    let isComment = bytes[index...].starts(with: "!--".utf8)
    let end = Array((isComment ? "-->" : ">").utf8)
    while index < bytes.count, !bytes[index...].starts(with: end) { index += 1 }
    index = min(index + end.count, bytes.count)
    return true
  }

  mutating func name() -> String {
    let start = index
    while let byte, isLetter(byte) || (index > start && isNamePart(byte)) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  mutating func attributes() -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    while let byte, byte != UInt8(ascii: ">") {
      let start = index
      while let byte = self.byte, !isSpace(byte), !"=/>".utf8.contains(byte) { index += 1 }
      let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
      if name.isEmpty {
        index += 1
        continue
      }
      result.append((name, take(UInt8(ascii: "=")) ? value() : ""))
    }
    index = min(index + 1, bytes.count)
    return result
  }

  private mutating func value() -> String {
    guard let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = index
      while let byte, !isSpace(byte), byte != UInt8(ascii: ">") { index += 1 }
      return Markup.decoded(bytes[start..<index])
    }
    let start = index + 1
    let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
    index = min(end + 1, bytes.count)
    return Markup.decoded(bytes[start..<end])
  }

  /// Passes the content of an element that has no markup in it.
  ///
  /// - Returns: the index behind its end tag.
  func end(of name: String) -> Int {
    let tag = Array("</\(name)".utf8)
    var place = index
    while place < bytes.count, !bytes[place...].starts(with: tag) { place += 1 }
    return (bytes[place...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
