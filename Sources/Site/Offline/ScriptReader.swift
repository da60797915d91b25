/// Scans JavaScript and stops at each keyword `import` and `export`, outside of texts, comments,
/// and regular expressions (ECMA-262, section 12).
struct ScriptReader {
  /// The next part of the script.
  enum Token {
    case text(Range<Int>)
    /// `import` or `export`.
    case keyword(String)
  }

  let bytes: [UInt8]
  private var index = 0
  /// How many braces and parentheses are open.
  private(set) var depth = 0
  /// The depths at which the code in a template's text began.
  private var templates: [Int] = []
  /// The last byte outside white space and comments, which tells a division from an expression.
  private var last: UInt8 = UInt8(ascii: ";")
  private var lastWord = ""

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next token; nil at the end.
  mutating func next() -> Token? {
    let start = index
    while index < bytes.count {
      if let word = keyword() {
        if start < index { return .text(start..<index) }
        index += word.utf8.count
        (last, lastWord) = (UInt8(ascii: "t"), word)
        return .keyword(word)
      }
      step()
    }
    return start < index ? .text(start..<index) : nil
  }

  /// The keyword that begins here.
  private func keyword() -> String? {
    guard bytes[index] == UInt8(ascii: "i") || bytes[index] == UInt8(ascii: "e") else { return nil }
    if index > 0, Self.isNamePart(bytes[index - 1]) || bytes[index - 1] == UInt8(ascii: ".") {
      return nil
    }
    for word in ["import", "export"] where bytes[index...].starts(with: word.utf8) {
      let end = index + word.utf8.count
      if end < bytes.count, !Self.isNamePart(bytes[end]), bytes[end] != UInt8(ascii: ":") {
        return word
      }
    }
    return nil
  }

  /// Passes over one thing: a text, a comment, an expression, a word, or a sign.
  private mutating func step() {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(byte)
    case UInt8(ascii: "`"):
      index += 1
      skipTemplate()
    case UInt8(ascii: "/"):
      if skipsComment() { return }
      if beginsExpression { skipExpression() } else { index += 1 }
      last = byte == UInt8(ascii: "/") ? UInt8(ascii: ")") : byte
    case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["):
      depth += 1
      index += 1
      last = byte
    case UInt8(ascii: "}") where templates.last == depth:
      templates.removeLast()
      index += 1
      skipTemplate()
    case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"):
      depth -= 1
      index += 1
      last = byte
    case 0x20, 0x09...0x0D: index += 1
    default:
      let start = index
      while index < bytes.count, Self.isNamePart(bytes[index]) { index += 1 }
      if index == start { index += 1 }
      lastWord = String(decoding: bytes[start..<index], as: UTF8.self)
      last = bytes[index - 1]
    }
  }

  private var beginsExpression: Bool {
    if Self.isNamePart(last) {
      return ["return", "typeof", "case", "in", "of", "delete", "void", "await"].contains(lastWord)
    }
    return last != UInt8(ascii: ")") && last != UInt8(ascii: "]") && last != UInt8(ascii: "}")
  }

  private mutating func skipString(_ quote: UInt8) {
    index += 1
    while index < bytes.count, bytes[index] != quote, bytes[index] != 0x0A {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    index = min(index + 1, bytes.count)
    last = UInt8(ascii: ")")
  }

  /// Passes over the text of a template up to its end, or to code in it.
  private mutating func skipTemplate() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"):
        index += 1
        last = UInt8(ascii: ")")
        return
      case UInt8(ascii: "$") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "{"):
        index += 2
        templates.append(depth)
        last = UInt8(ascii: "(")
        return
      default: index += 1
      }
    }
    index = min(index, bytes.count)
  }

  private mutating func skipsComment() -> Bool {
    guard index + 1 < bytes.count else { return false }
    if bytes[index + 1] == UInt8(ascii: "/") {
      while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      return true
    }
    guard bytes[index + 1] == UInt8(ascii: "*") else { return false }
    index += 2
    while index < bytes.count, !bytes[index...].starts(with: "*/".utf8) { index += 1 }
    index = min(index + 2, bytes.count)
    return true
  }

  private mutating func skipExpression() {
    index += 1
    var isInClass = false
    while index < bytes.count, bytes[index] != 0x0A {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "/") where !isInClass:
        index += 1
        return
      default: break
      }
      index += 1
    }
    index = min(index, bytes.count)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
  }
}

/// Reads the code after `import` and `export`.
extension ScriptReader {
  /// Longer code after `import` or `export` is none of theirs; a bound, so that words that nothing
  /// ends take no quadratic time.
  private static let longestClause = 20_000

  mutating func skipSpace() {
    while index < bytes.count, bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) {
      index += 1
    }
  }

  func peeks(_ text: String) -> Bool {
    var place = index
    while place < bytes.count, bytes[place] == 0x20 || (0x09...0x0D).contains(bytes[place]) {
      place += 1
    }
    return bytes[place...].starts(with: text.utf8)
  }

  mutating func take(_ text: String) -> Bool {
    guard bytes[index...].starts(with: text.utf8) else { return false }
    index += text.utf8.count
    return true
  }

  /// A parenthesis with a text behind it, up to the text's end.
  mutating func stringInParentheses() -> (range: Range<Int>, text: String)? {
    let start = index
    skipSpace()
    guard take("(") else { return nil }
    skipSpace()
    guard let text = string() else {
      index = start
      return nil
    }
    depth += 1
    return (text.range, text.text)
  }

  /// The names of an import and its module, up to the end of the statement.
  mutating func clause() -> (words: String, module: String)? {
    let start = index
    let bound = min(bytes.count, start + Self.longestClause)
    while index < bound, !"\"'".utf8.contains(bytes[index]) {
      guard bytes[index] != UInt8(ascii: ";"), bytes[index] != UInt8(ascii: "(") else {
        index = start
        return nil
      }
      index += 1
    }
    var words = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let module = string() else {
      index = start
      return nil
    }
    _ = take(";")
    if let from = words.ranges(of: "from").last { words = String(words[..<from.lowerBound]) }
    return (words.allSatisfy(\.isWhitespace) ? "" : words, module.text)
  }

  /// The list of an export, and the module that it comes from if there is one.
  mutating func exportedNames() -> (text: String, module: String?)? {
    let start = index
    let bound = min(bytes.count, start + Self.longestClause)
    if take("{") {
      while index < bound, bytes[index] != UInt8(ascii: "}") { index += 1 }
      index = min(index + 1, bound)
    } else {
      while index < bound, !"\"';".utf8.contains(bytes[index]) { index += 1 }
    }
    if index == bound, bound < bytes.count {
      index = start
      return nil
    }
    var text = String(decoding: bytes[start..<index], as: UTF8.self)
    if text.hasPrefix("*"), let from = text.firstRange(of: "from") {
      text = String(text[..<from.lowerBound])
    }
    if text.hasPrefix("{"), peeks("from") {
      skipSpace()
      _ = take("from")
    }
    skipSpace()
    let module = string()?.text
    _ = take(";")
    return (text, module)
  }

  private mutating func string() -> (range: Range<Int>, text: String)? {
    guard index < bytes.count, "\"'".utf8.contains(bytes[index]) else { return nil }
    let start = index
    guard let end = bytes[(start + 1)...].firstIndex(of: bytes[start]) else { return nil }
    index = end + 1
    return (start..<index, String(decoding: bytes[(start + 1)..<end], as: UTF8.self))
  }

  /// The words that come next, without passing over them.
  func upcomingWords(_ count: Int) -> [String] {
    let end = min(index + 200, bytes.count)
    let text = String(decoding: bytes[index..<end], as: UTF8.self)
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" || $0 == "*") }
    return words.prefix(count).map(String.init)
  }
}
