/// Emoji that are written by name between colons, such as `:white_check_mark:`.
///
/// The names are those that GitHub and most tools after it know.
public enum EmojiShortcodes {
  /// A longer name is not one.
  private static let longestName = 40

  private static let emoji: [String: String] = {
    var table: [String: String] = [:]
    for list in [namesAToJ, namesKToZ] {
      let words = list.split(separator: " ")
      for index in stride(from: 0, to: words.count - 1, by: 2) {
        table[String(words[index])] = String(words[index + 1])
      }
    }
    return table
  }()

  private static let names: [String: [String]] = {
    var table: [String: [String]] = [:]
    for (name, emoji) in emoji.sorted(by: { $0.key < $1.key }) {
      table[withoutSelectors(emoji), default: []].append(name)
    }
    return table
  }()

  /// The emoji of a name; nil if nobody gave it that name.
  public static func emoji(named name: String) -> String? { emoji[name] }

  /// The names of an emoji in the order of bytes; none for a character that is not an emoji.
  public static func names(of emoji: String) -> [String] { names[withoutSelectors(emoji)] ?? [] }

  /// The text with emoji in the place of names between colons; nil if it has none.
  ///
  /// A colon right behind or before a letter or digit belongs to something else, such as a time or
  /// an address.
  public static func replaced(in text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var result: [UInt8]?
    var copied = 0
    var position = 0
    while position < text.count {
      position = text.first(from: position) { $0.equal(UInt8(ascii: ":")) }
      guard position < text.count else { break }
      guard let end = end(ofNameIn: text, from: position),
        let emoji = emoji[String(decoding: text[(position + 1)..<end], as: UTF8.self)]
      else {
        position += 1
        continue
      }
      if result == nil { result = [] }
      result?.append(contentsOf: text[copied..<position])
      result?.append(contentsOf: emoji.utf8)
      (copied, position) = (end + 1, end + 1)
    }
    result?.append(contentsOf: text[copied...])
    return result
  }

  /// The offset of the colon that ends a name.
  private static func end(
    ofNameIn text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    if start > 0, isWord(text[start - 1]) || text[start - 1] == UInt8(ascii: "/") { return nil }
    var end = start + 1
    while end < text.count, end - start <= longestName, isName(text[end]) { end += 1 }
    guard end > start + 1, end < text.count, text[end] == UInt8(ascii: ":") else { return nil }
    return end + 1 < text.count && isWord(text[end + 1]) ? nil : end
  }

  private static func isName(_ byte: UInt8) -> Bool {
    isWord(byte) && byte & 0xDF != byte || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+") || (0x30...0x39).contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// An emoji without the selectors that say how it is shown, which people leave out.
  private static func withoutSelectors(_ emoji: String) -> String {
    String(String.UnicodeScalarView(emoji.unicodeScalars.filter { $0 != "\u{FE0F}" }))
  }
}
