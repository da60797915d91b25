import Markdown

/// The inline Markdown that a translation keeps: targets of links, code, template code, tags.
struct InlineParts {
  /// The targets of links and images, and bare addresses, in order.
  private(set) var targets: [String] = []
  /// Code spans, template code, and references to footnotes, in order.
  private(set) var codes: [String] = []
  /// The names of HTML elements that open, without `br`.
  private(set) var elements: [String] = []
  /// The tags of HTML elements.
  private(set) var tags: [Tag] = []
  /// Numbers in ASCII digits outside of those.
  private(set) var numbers: [String] = []

  /// A tag as it is written.
  struct Tag {
    let name: String
    let isClosing: Bool
    let native: String
  }

  init(_ text: String) {
    for piece in InlinePiece.split(text) {
      switch piece {
      case .text(let text): numbers += Self.numbers(in: text)
      case .linkStart, .lineBreak: break
      case .linkEnd(let native):
        if let target = Self.target(of: native) { targets.append(target) }
      case .address(let address): targets.append(Self.bare(address))
      case .code(let native): codes.append(native)
      case .tag(let native):
        let name = native.drop { $0 == "<" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
        if !name.isEmpty, name != "br" { elements.append(name) }
        if let tag = Tag(native) { tags.append(tag) }
      }
    }
  }

  /// The destination in `](destination "title")` or the label in `][label]`.
  private static func target(of native: String) -> String? {
    let inner = native.dropFirst(2).dropLast()
    let end = inner.firstIndex { $0 == " " || $0 == "\n" } ?? inner.endIndex
    let target = inner[..<end]
    return target.isEmpty ? nil : String(target)
  }

  private static func bare(_ address: String) -> String {
    address.hasPrefix("<") ? String(address.dropFirst().dropLast()) : address
  }

  private static func numbers(in text: String) -> [String] {
    text.split { !$0.isASCII || !$0.isNumber }.map(String.init)
  }
}

extension InlineParts.Tag {
  /// Reads a tag; nil for a comment and the like, and for an element that closes itself.
  fileprivate init?(_ native: String) {
    let isClosing = native.hasPrefix("</")
    let name = native.dropFirst(isClosing ? 2 : 1).prefix {
      $0.isASCII && ($0.isLetter || $0.isNumber)
    }
    guard !name.isEmpty, !native.hasSuffix("/>") else { return nil }
    self.init(name: name.lowercased(), isClosing: isClosing, native: native)
  }
}

/// A piece of inline Markdown.
enum InlinePiece: Equatable {
  /// Text, emphasis included.
  case text(String)
  /// `[` or `![` of a link or an image.
  case linkStart(String)
  /// `](target "title")` or `][label]`.
  case linkEnd(String)
  /// A bare address or one in angle brackets.
  case address(String)
  /// A code span, template code, or a reference to a footnote.
  case code(String)
  /// A piece of raw HTML.
  case tag(String)
  /// The end of a line.
  case lineBreak

  /// Splits a text; the pieces' own text, put together, is the text.
  static func split(_ text: String) -> [InlinePiece] {
    var splitter = InlineSplitter(Array(text.utf8))
    return splitter.split()
  }

  /// The Markdown of the piece.
  var native: String {
    switch self {
    case .text(let text), .linkStart(let text), .linkEnd(let text), .address(let text),
      .code(let text), .tag(let text):
      text
    case .lineBreak: "\n"
    }
  }
}

private struct InlineSplitter {
  private let bytes: [UInt8]
  private var pieces: [InlinePiece] = []
  private var textStart = 0
  private var position = 0
  /// The open brackets in `pieces` that may begin a link.
  private var open: [(piece: Int, offset: Int)] = []
  private static let deepest = 64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func split() -> [InlinePiece] {
    let brackets = linkBrackets()
    var searches = InlineMarkup.Searches()
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\\") {
        position = min(position + 2, bytes.count)
      } else if byte == 0x0A {
        add(.lineBreak, to: position + 1)
      } else if let end = footnoteEnd(position) {
        add(.code(string(position..<end)), to: end)
      } else if let end = brackets[position] {
        let native = string(position..<end)
        add(native.hasPrefix("]") ? .linkEnd(native) : .linkStart(native), to: end)
      } else if byte != UInt8(ascii: "]"),
        let end = InlineMarkup.end(ofOpaqueAt: position, in: bytes, &searches)
      {
        add(opaque(position..<end), to: end)
      } else {
        position += 1
      }
    }
    flush(to: bytes.count)
    return pieces
  }

  /// The brackets that begin and end links: their offsets and the end of each.
  private func linkBrackets() -> [Int: Int] {
    var result: [Int: Int] = [:]
    var open: [Int] = []
    var searches = InlineMarkup.Searches()
    var position = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "["):
        let footnoteEnd = footnoteEnd(position)
        if footnoteEnd == nil, open.count < Self.deepest { open.append(position) }
        position = footnoteEnd ?? position + 1
      case UInt8(ascii: "]"):
        guard let start = open.popLast() else {
          position += 1
          continue
        }
        guard let end = linkEnd(position, &searches) else {
          position += 1
          continue
        }
        let isImage = start > 0 && bytes[start - 1] == UInt8(ascii: "!")
        result[isImage ? start - 1 : start] = start + 1
        result[position] = end
        position = end
      default:
        position = InlineMarkup.end(ofOpaqueAt: position, in: bytes, &searches) ?? position + 1
      }
    }
    return result
  }

  /// The end of `](…)` or `][…]` at an offset.
  private func linkEnd(_ position: Int, _ searches: inout InlineMarkup.Searches) -> Int? {
    if let end = InlineMarkup.end(ofOpaqueAt: position, in: bytes, &searches) { return end }
    guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "["),
      footnoteEnd(position + 1) == nil
    else { return nil }
    var end = position + 2
    while end < bytes.count, bytes[end] != UInt8(ascii: "]"), bytes[end] != UInt8(ascii: "[") {
      end += 1
    }
    return end < bytes.count && bytes[end] == UInt8(ascii: "]") ? end + 1 : nil
  }

  /// The end of `[^label]` at an offset; nil for a link such as `[^text](target)`.
  private func footnoteEnd(_ position: Int) -> Int? {
    guard bytes[position...].starts(with: "[^".utf8) else { return nil }
    let label = bytes[(position + 2)...].prefix { $0 > 0x20 && !"[]".utf8.contains($0) }
    let rest = bytes[label.endIndex...]
    guard !label.isEmpty, rest.first == UInt8(ascii: "]"), !rest.starts(with: "](".utf8) else {
      return nil
    }
    return label.endIndex + 1
  }

  private func opaque(_ range: Range<Int>) -> InlinePiece {
    let native = string(range)
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "`"), UInt8(ascii: "{"): return .code(native)
    case UInt8(ascii: "<"):
      let name = native.dropFirst().prefix { $0 != ">" && $0 != " " && $0 != "=" }
      return name.contains { $0 == ":" || $0 == "@" } ? .address(native) : .tag(native)
    default: return .address(native)
    }
  }

  private mutating func add(_ piece: InlinePiece, to end: Int) {
    flush(to: position)
    pieces.append(piece)
    (position, textStart) = (end, end)
  }

  private mutating func flush(to end: Int) {
    if end > textStart { pieces.append(.text(string(textStart..<end))) }
    textStart = end
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
