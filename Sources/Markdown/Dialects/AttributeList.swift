/// The content of braces behind a heading or a block: `#id .class key=value`.
///
/// The form is that of kramdown ("Attribute List Definitions") and of Pandoc ("Extension:
/// header_attributes"), which most tools follow.
struct AttributeList {
  private(set) var id: String?
  private(set) var classes: [String] = []
  private(set) var values: [String: String] = [:]
  /// Words that are not attributes, such as kramdown's references.
  private(set) var words: [String] = []

  /// Reads the text between the braces; nil if it has no such form.
  init?(_ text: some Collection<UInt8>) {
    let bytes = Array(text)
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte <= 0x20 {  // A form feed divides words, too.
        position += 1
        continue
      }
      let start = position
      if byte == UInt8(ascii: "#") || byte == UInt8(ascii: ".") {
        position += 1
        while position < bytes.count, Self.isName(bytes[position], afterDot: byte == 0x2E) {
          position += 1
        }
        let name = String(decoding: bytes[(start + 1)..<position], as: UTF8.self)
        if name.isEmpty { return nil }
        if byte == 0x2E { classes.append(name) } else { id = id ?? name }
        continue
      }
      guard let end = readPair(bytes, from: start) else { return nil }
      position = end
    }
    if id == nil, classes.isEmpty, values.isEmpty, words.isEmpty { return nil }
  }

  /// Reads the text between braces without a colon, which is text unless it begins with a class or
  /// an id and has no words.
  init?(unmarked text: some Collection<UInt8>) {
    guard let first = text.first(where: { !isSpaceOrTab($0) }), ".#".utf8.contains(first),
      let list = AttributeList(text), list.words.isEmpty,
      (list.classes + [list.id].compactMap { $0 }).allSatisfy({ name in
        guard let first = name.utf8.first else { return false }
        return (isLetter(first) || first >= 0x80 || "-_".utf8.contains(first))
          && !name.utf8.contains { ",;()[]".utf8.contains($0) }
      })
    else { return nil }
    self = list
  }

  /// Reads `key=value`, or a word.
  private mutating func readPair(_ bytes: [UInt8], from start: Int) -> Int? {
    var position = start
    while position < bytes.count, bytes[position] > 0x20, bytes[position] != UInt8(ascii: "=") {
      if "{}<>\"'*`#|".utf8.contains(bytes[position]) { return nil }
      position += 1
    }
    let key = String(decoding: bytes[start..<position], as: UTF8.self)
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
      words.append(key)
      return position
    }
    if key.isEmpty { return nil }
    position += 1
    guard position < bytes.count else { return nil }
    let quote = bytes[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let valueStart = position
      while position < bytes.count, bytes[position] > 0x20 { position += 1 }
      values[key] = String(decoding: bytes[valueStart..<position], as: UTF8.self)
      return position
    }
    guard let end = bytes[(position + 1)...].firstIndex(of: quote) else { return nil }
    values[key] = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
    return end + 1
  }

  private static func isName(_ byte: UInt8, afterDot: Bool) -> Bool {
    if byte <= 0x20 || "{}<>\"'#|`".utf8.contains(byte) { return false }
    return !afterDot || (byte != UInt8(ascii: ".") && byte != UInt8(ascii: "="))
  }
}
