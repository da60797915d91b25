import Foundation

/// The start tags of an HTML page, as the site's checks read them.
///
/// It knows of tags, attributes, comments and elements of raw text; it corrects nothing, so what
/// it is given had better pass the Nu checker, too.
public struct HTMLPage: Sendable {
  /// A start tag.
  public struct Tag: Sendable {
    /// The element's name in lower case.
    public let name: String
    /// The attributes by their names in lower case, in their order.
    public internal(set) var attributes: [(name: String, value: String)] = []
    /// The content of a `script` or `style`; empty for all others.
    public internal(set) var rawText = ""
    /// The line where it begins, from 1.
    public let line: Int

    /// An attribute's value, or nil.
    public subscript(_ name: String) -> String? {
      attributes.first { $0.name == name }?.value
    }

    /// The words of an attribute that contains a list of them.
    public func words(_ name: String) -> [String] {
      self[name]?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
    }
  }

  /// All start tags in their order.
  public let tags: [Tag]

  /// Reads a page.
  public init(_ bytes: Data) {
    var scanner = HTMLScanner(bytes)
    var tags: [Tag] = []
    while let tag = scanner.nextTag() { tags.append(tag) }
    self.tags = tags
  }

  /// Reads a page of a site, its addresses as paths from the site's folder.
  ///
  /// - Parameter path: the page's file below the site's folder.
  public init(_ bytes: Data, at path: String) {
    let page = HTMLPage(bytes)
    let folder = URL(filePath: "/" + path).deletingLastPathComponent()
    let base = URL(string: "http://site.example" + folder.path(percentEncoded: true))
    tags = page.tags.map { tag in
      var tag = tag
      for index in tag.attributes.indices
      where ["href", "src", "action"].contains(tag.attributes[index].name) {
        let value = tag.attributes[index].value
        guard !value.hasPrefix("#"), let url = URL(string: value, relativeTo: base),
          url.host() == "site.example"
        else { continue }
        let start = "http://site.example"
        tag.attributes[index].value = String(url.absoluteString.dropFirst(start.count))
      }
      return tag
    }
  }

  /// The elements of that name.
  public func elements(_ name: String) -> [Tag] {
    tags.filter { $0.name == name }
  }

  /// Every id with its line, in order.
  public var ids: [(id: String, line: Int)] {
    tags.compactMap { tag in tag["id"].map { ($0, tag.line) } }
  }
}

/// The bytes at which parts of a tag end (HTML Living Standard, 13.2.5 Tokenization).
private enum Ends {
  static let ofWord = Array(" \t\n\r\u{C}".utf8)
  static let ofBareValue = ofWord + Array(">".utf8)
  static let ofTagName = ofBareValue + Array("/".utf8)
  static let ofAttributeName = ofTagName + Array("=".utf8)
}

/// Goes from one start tag to the next.
private struct HTMLScanner {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  init(_ bytes: Data) {
    self.bytes = Array(bytes)
  }

  mutating func nextTag() -> HTMLPage.Tag? {
    while advance(to: UInt8(ascii: "<")) {
      if starts(with: "<!--") {
        advance(past: "-->")
      } else if position + 1 < bytes.count, bytes[position + 1].isASCIILetter {
        return startTag()
      } else {
        position += 1
      }
    }
    return nil
  }

  private mutating func startTag() -> HTMLPage.Tag {
    let start = line
    position += 1
    var tag = HTMLPage.Tag(name: word(until: Ends.ofTagName).lowercased(), line: start)
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      if Ends.ofTagName.contains(bytes[position]) {
        skip()
      } else {
        tag.attributes.append(attribute())
      }
    }
    if ["script", "style"].contains(tag.name) {
      position += 1
      let begin = position
      while advance(to: UInt8(ascii: "<")), !starts(with: "</\(tag.name)") { position += 1 }
      tag.rawText = String(decoding: bytes[min(begin, position)..<position], as: UTF8.self)
    }
    return tag
  }

  private mutating func attribute() -> (name: String, value: String) {
    let name = word(until: Ends.ofAttributeName).lowercased()
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return (name, "") }
    position += 1
    skipSpace()
    guard position < bytes.count else { return (name, "") }
    let quote = bytes[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return (name, word(until: Ends.ofBareValue).withoutCharacterReferences())
    }
    position += 1
    let start = position
    advance(to: quote)
    let value = String(decoding: bytes[start..<position], as: UTF8.self)
    position = min(position + 1, bytes.count)
    return (name, value.withoutCharacterReferences())
  }

  /// The text before the next of some bytes; it has at least one byte.
  private mutating func word(until ends: [UInt8]) -> String {
    let start = position
    while position < bytes.count, !ends.contains(bytes[position]) { skip() }
    if position == start { skip() }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skip() {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\n") { line += 1 }
    position = min(position + 1, bytes.count)
  }

  private mutating func skipSpace() {
    while position < bytes.count, Ends.ofWord.contains(bytes[position]) { skip() }
  }

  /// Goes to the next byte of that value, which may be where it is; to the end if there is none.
  @discardableResult
  private mutating func advance(to byte: UInt8) -> Bool {
    let next = bytes[position...].firstIndex(of: byte) ?? bytes.count
    line += bytes[position..<next].count { $0 == UInt8(ascii: "\n") }
    position = next
    return position < bytes.count
  }

  private mutating func advance(past text: String) {
    while position < bytes.count, !starts(with: text) { skip() }
    for _ in text.utf8 { skip() }
  }

  private func starts(with text: String) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}

extension String {
  /// The text with the character references resolved that the tool writes: the five of escaping,
  /// and numbers.
  fileprivate func withoutCharacterReferences() -> String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    return replacing(/&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(amp|lt|gt|quot|apos));/) { match in
      let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
      if let name = match.3 { return named[String(name)] ?? "" }
      let code = match.1.flatMap { UInt32($0, radix: 16) } ?? match.2.flatMap { UInt32($0) }
      return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
    }
  }
}
