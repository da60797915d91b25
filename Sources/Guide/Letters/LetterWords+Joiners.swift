import Base

extension LetterWords {
  /// The languages in which a letter of a scheme is short for yes or no.
  static func shortAnswers(
    _ words: [String: [ExactText: Meaning]], _ scheme: LetterScheme
  ) -> Set<String> {
    let initials = scheme.letters.map { ExactText(normalized(String($0.character))) }
    return Set(
      words.filter { _, own in initials.contains { own[$0] == .yes || own[$0] == .no } }.keys)
  }

  /// Whether a letter of the scheme is short for yes or no in a text's language.
  func hasShortAnswers(in locale: String) -> Bool {
    !shortAnswers.isEmpty
      && (shortAnswers.contains("en") || shortAnswers.contains(locale)
        || shortAnswers.contains(String(locale.prefix { $0 != "-" })))
  }

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
