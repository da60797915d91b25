extension LetterWords {
  /// Whether a text begins with a word for a right on data, such as "read".
  func mentionsRights(_ text: String, in locale: String) -> Bool {
    let normalized = Self.normalized(text)
    let first = normalized.prefix { $0 != " " }
    return (LanguageTag.chain(of: locale) + ["en"]).contains { language in
      ownList("read_rights", of: language).contains { word in
        word == first || word == normalized
          || word.unicodeScalars.first?.value ?? 0 >= 0xE00 && normalized.hasPrefix(word)
      }
    }
  }
}
