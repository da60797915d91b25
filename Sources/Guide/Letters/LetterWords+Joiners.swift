import Base

extension LetterWords {
  /// Whether a word for "and" is in or at a word: in scripts without spaces, in Korean, and as one
  /// letter of Arabic or Hebrew.
  static func isJoiner(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    guard let first = scalars.first else { return false }
    return first.value >= 0xE00 || scalars.count == 1 && isRightToLeft(first)
  }

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    (0x590..<0x700).contains(scalar.value)
  }

  /// The parts of a text around the first word for "and" that divides it without spaces; the text
  /// itself if none does.
  ///
  /// Names have such syllables as well, so the parts count only if each is a name.
  func divided(_ text: String, in locale: String) -> [String] {
    for language in LanguageTag.chain(of: locale) {
      for joiner in joiners[language] ?? [] {
        let isPrefix = joiner.unicodeScalars.first.map(Self.isRightToLeft) ?? false
        let parts = text.split(separator: isPrefix ? " " + joiner : joiner)
          .map { LetterForms.withoutSelectors(String($0)) }.filter { !$0.isEmpty }
        if parts.count > 1 { return parts }
      }
    }
    return [text]
  }
}
