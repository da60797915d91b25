/// Finds the tags of one template, in order.
struct TagScanner {
  private let source: Source
  private var position = 0
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)

  init(_ source: Source) {
    self.source = source
  }

  /// The next tag, or nil at the end.
  mutating func next() throws(TemplateError) -> Tag? {
    guard let start = source.firstOffset(of: opening, from: position) else { return nil }
    let content = start + opening.count
    let sigil = content < source.bytes.count ? source.bytes[content] : 0
    let closing = closing(for: sigil)
    let kind = kind(of: sigil)
    let contentStart = kind == .variable ? content : content + 1
    guard let end = source.firstOffset(of: closing, from: contentStart) else {
      throw source.error(
        at: start, "tag is not closed; '\(String(decoding: closing, as: UTF8.self))' is missing")
    }
    position = end + closing.count
    var name = ""
    switch kind {
    case .comment: break
    case .delimiters: try setDelimiters(contentStart..<end, tagAt: start)
    default: name = try self.name(contentStart..<end, kind: kind, tagAt: start)
    }
    return Tag(kind: kind, name: name, range: start..<position)
  }

  /// Whether there is a closing tag at an offset.
  func isClosingTag(at offset: Int) -> Bool {
    guard source.hasBytes(opening, at: offset) else { return false }
    let content = source.endOfBlanks(from: offset + opening.count)
    return content < source.bytes.count && source.bytes[content] == UInt8(ascii: "/")
  }

  private func kind(of sigil: UInt8) -> Tag.Kind {
    switch sigil {
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .invertedSection
    case UInt8(ascii: "/"): .close
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "="): .delimiters
    case UInt8(ascii: "&"), UInt8(ascii: "{"): .unescapedVariable
    default: .variable
    }
  }

  private func closing(for sigil: UInt8) -> [UInt8] {
    switch sigil {
    case UInt8(ascii: "{"): [UInt8(ascii: "}")] + closing
    case UInt8(ascii: "="): [UInt8(ascii: "=")] + closing
    default: closing
    }
  }

  private mutating func setDelimiters(
    _ range: Range<Int>, tagAt start: Int
  ) throws(TemplateError) {
    let words = source.bytes[range].split(whereSeparator: Byte.isWhitespace)
    guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else {
      throw source.error(
        at: start, "a delimiter tag names two delimiters without '=', as in {{=<% %>=}}")
    }
    opening = Array(words[0])
    closing = Array(words[1])
  }

  private func name(
    _ range: Range<Int>, kind: Tag.Kind, tagAt start: Int
  ) throws(TemplateError) -> String {
    var words = source.bytes[range].split(whereSeparator: Byte.isWhitespace)
    var prefix = ""
    if let first = words.first, first.elementsEqual([UInt8(ascii: "*")]) {
      prefix = "*"
      words.removeFirst()
    }
    guard let word = words.first else {
      throw source.error(at: start, "tag has no name")
    }
    guard words.count == 1 else {
      let name = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      throw source.error(at: start, "name '\(name)' has a space in it")
    }
    return prefix + String(decoding: word, as: UTF8.self)
  }
}
