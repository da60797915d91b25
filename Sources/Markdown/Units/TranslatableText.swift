/// Tells text that is translated from text that is the same in every language.
enum TranslatableText {
  /// Whether a text has a word outside of code, addresses, tags and template code.
  static func isTranslatable(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var position = 0
    var searches = InlineMarkup.Searches()
    var word: [UInt8] = []
    var isBehindBackslash = false
    while position < bytes.count {
      if !isBehindBackslash,
        let end = InlineMarkup.end(ofOpaqueAt: position, in: bytes, &searches)
      {
        if isWord(word) { return true }
        word = []
        position = end
        continue
      }
      let byte = bytes[position]
      isBehindBackslash = byte == UInt8(ascii: "\\") && !isBehindBackslash
      if isLetter(byte) || byte >= 0x80 {
        word.append(byte)
      } else {
        if isWord(word) { return true }
        word = []
      }
      position += 1
    }
    return isWord(word)
  }

  /// Whether letters are a word, and not RACI letters or a sign.
  private static func isWord(_ word: [UInt8]) -> Bool {
    if word.isEmpty { return false }
    if word.allSatisfy({ $0 < 0x80 }) {
      let isLetters = word.count <= 4 && word.allSatisfy { raciLetters.contains($0) }
      return !isLetters && word.count > 1
    }
    return String(decoding: word, as: UTF8.self).unicodeScalars.contains {
      $0.properties.isAlphabetic && $0.value >= 0x80
    }
  }

  /// The letters of the known schemes: RACI, RASCI, DACI and their like.
  private static let raciLetters = Set("RACISDQOVPL".utf8)
}
