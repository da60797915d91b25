/// A tag of HTML as JSX has it, whose values may be expressions in braces.
struct JSXTag {
  /// A longer tag is text, in bytes.
  static let longest = 4_096

  /// The offset behind it.
  private(set) var end = 0
  /// Whether a value is an expression.
  private(set) var hasBraces = false
  private let name: [UInt8]
  private var attributes: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] = []
  private var isSelfClosing = false

  /// Reads a tag that begins at an offset.
  init?(_ source: [UInt8], at start: Int) {
    let text = source[min(start + 1, source.count)..<min(source.count, start + Self.longest)]
    name = Array(text.prefix { isLetter($0) || isDigit($0) })
    var position = text.startIndex + name.count
    guard !name.isEmpty else { return nil }
    while position < text.endIndex {
      let rest = text[position...]
      switch text[position] {
      case 0x00...0x20: position += 1
      case UInt8(ascii: "/"):
        isSelfClosing = true
        position += 1
      case UInt8(ascii: ">"):
        end = position + 1
        return
      case UInt8(ascii: "{"):
        guard let close = Self.closingBrace(rest) else { return nil }
        hasBraces = true
        position = close
      case let byte where isLetter(byte):
        guard let next = take(rest) else { return nil }
        position = next
      default: return nil
      }
    }
    return nil
  }

  /// Takes an attribute; returns the offset behind it.
  private mutating func take(_ text: ArraySlice<UInt8>) -> Int? {
    let key = text.prefix { isLetter($0) || isDigit($0) || "-_:".utf8.contains($0) }
    var rest = text.dropFirst(key.count)
    guard rest.first == UInt8(ascii: "=") else { return rest.startIndex }
    rest = rest.dropFirst()
    switch rest.first {
    case UInt8(ascii: "\"")?, UInt8(ascii: "'")?:
      guard let quote = rest.first, let close = rest.dropFirst().firstIndex(of: quote) else {
        return nil
      }
      attributes.append((key, rest[(rest.startIndex + 1)..<close]))
      return close + 1
    case UInt8(ascii: "{")?:
      guard let close = Self.closingBrace(rest) else { return nil }
      hasBraces = true
      if let value = Self.text(of: rest[(rest.startIndex + 1)..<(close - 1)]) {
        attributes.append((key, value))
      }
      return close
    default: return nil
    }
  }

  /// The offset behind the brace that closes the first one.
  private static func closingBrace(_ text: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    var quote: UInt8?
    for (position, byte) in zip(text.indices, text) {
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): quote = byte
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      if depth == 0 { return position + 1 }
    }
    return nil
  }

  /// The text that an expression gives, if it says: in quotes, by itself or as what
  /// `require` and its like take, or a number.
  private static func text(of expression: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var text = expression.drop { $0 <= 0x20 }
    while let last = text.last, last <= 0x20 { text = text.dropLast() }
    if !text.isEmpty, text.allSatisfy(isDigit) { return text }
    for function in ["require", "useBaseUrl", "withBase", "$withBase"]
    where text.starts(with: function.utf8) {
      let arguments = text.dropFirst(function.utf8.count)
      guard arguments.first == UInt8(ascii: "("),
        let close = arguments.firstIndex(of: UInt8(ascii: ")"))
      else { continue }
      text = arguments[(arguments.startIndex + 1)..<close]
      break
    }
    guard text.count > 1, let quote = text.first, "\"'`".utf8.contains(quote), text.last == quote
    else { return nil }
    let inside = text.dropFirst().dropLast()
    return inside.contains { $0 == quote || $0 == UInt8(ascii: "$") || $0 < 0x20 } ? nil : inside
  }

  /// The tag as HTML has it; nil for a picture that nothing says the place of.
  var html: [UInt8]? {
    var html = [UInt8(ascii: "<")] + name
    if name.elementsEqual("img".utf8),
      !attributes.contains(where: { $0.name.elementsEqual("src".utf8) })
    {
      return nil
    }
    for attribute in attributes {
      html.append(0x20)
      html += attribute.name
      html += "=\"".utf8
      for byte in attribute.value {
        if byte == UInt8(ascii: "\"") { html += "&quot;".utf8 } else { html.append(byte) }
      }
      html.append(UInt8(ascii: "\""))
    }
    return html + (isSelfClosing ? " />".utf8 : ">".utf8)
  }
}
