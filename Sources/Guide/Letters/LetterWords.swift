import Base

/// The words by which tables in any language name letters, say yes and no, and join names.
///
/// They come from the UI words: `read_r` and so on, lists divided by commas. The words of the
/// table's own language count before those of others.
public struct LetterWords: Sendable {
  /// What a word can say.
  enum Meaning: Hashable {
    case letters(LetterSet), yes, no, shared, and, task, filler, party, person
  }

  private let byLanguage: [String: [String: Meaning]]
  private let everywhere: [String: Meaning]
  private let englishWords: Set<String>

  /// The keys of UI words that hold words of tables, with what they say.
  static let keys: [(key: String, meaning: Meaning)] =
    [
      ("read_r", .letters(.responsible)), ("read_a", .letters(.accountable)),
      ("read_c", .letters(.consulted)), ("read_i", .letters(.informed)),
      ("read_s", .letters(LetterSet("S"))),
      ("read_owner", .letters([.responsible, .accountable])),
      ("read_yes", .yes), ("read_no", .no), ("read_shared", .shared), ("read_and", .and),
      ("read_task", .task), ("read_filler", .filler), ("read_party", .party),
    ]

  /// Takes the UI words of all languages.
  public init(_ words: [String: [String: String]]) {
    var byLanguage: [String: [String: Meaning]] = [:]
    var everywhere: [String: Meaning] = [:]
    let languages = words.keys.sorted { ($0 == "en" ? 0 : 1, $0) < ($1 == "en" ? 0 : 1, $1) }
    for language in languages {
      var own: [String: Meaning] = [:]
      for (key, meaning) in Self.keys {
        for word in (words[language]?[key] ?? "").split(separator: ",") {
          let word = Self.normalized(String(word))
          if !word.isEmpty, own[word] == nil { own[word] = meaning }
        }
      }
      byLanguage[language] = own
      everywhere.merge(own) { first, _ in first }
    }
    self.byLanguage = byLanguage
    self.everywhere = everywhere
    englishWords = Set((byLanguage["en"] ?? [:]).keys)
  }

  /// No words.
  public static let none = LetterWords([:])

  /// A text as words are compared: folded, its words divided by single spaces.
  static func normalized(_ text: String) -> String {
    var result = ""
    var pendingSpace = false
    for scalar in folded(text).unicodeScalars {
      if isWordCharacter(scalar) {
        if pendingSpace, !result.isEmpty { result.append(" ") }
        pendingSpace = false
        result.unicodeScalars.append(scalar)
      } else if scalar != "'" && scalar != "\u{2019}" {
        pendingSpace = true
      }
    }
    return result
  }

  /// What a text as a whole says; nil if it is none of the words.
  ///
  /// - Parameter locale: the text's locale.
  func meaning(of text: String, in locale: String) -> Meaning? {
    meaning(ofNormalized: Self.normalized(text), in: locale)
  }

  func meaning(ofNormalized word: String, in locale: String) -> Meaning? {
    guard let common = everywhere[word] else { return nil }
    for language in LanguageTag.chain(of: locale) {
      if let meaning = byLanguage[language]?[word] { return meaning }
    }
    // A short word of another language is too likely a letter, a sign or another word here.
    return word.utf8.count < 3 && !englishWords.contains(word) ? nil : common
  }

  /// The letters that a column's head names: a letter, a word for one, or both, with words around
  /// them that say nothing.
  func letters(ofHead text: String, in locale: String, _ scheme: LetterScheme) -> LetterSet {
    if case .letters(let letters) = meaning(of: text, in: locale) {
      return letters.intersection(scheme.all)
    }
    // What is in parentheses explains the rest, or the rest explains it.
    let parts = text.split { "()（）[]/:：|–—=\n".contains($0) }.map(String.init)
    var letters: LetterSet = []
    for (index, part) in parts.enumerated() {
      guard let own = self.letters(ofPart: part, in: locale, scheme) else {
        if index == 0 && parts.count == 1 { return [] }
        if index == 0 { return parts.count == 2 ? letterAlone(parts[1], scheme) : [] }
        continue
      }
      letters.formUnion(own)
    }
    return letters
  }

  private func letterAlone(_ text: String, _ scheme: LetterScheme) -> LetterSet {
    let word = Self.normalized(text).uppercased()
    guard word.count == 1, let character = word.first else { return [] }
    return LetterSet(character).intersection(scheme.all)
  }

  /// The letters of a part of a head; nil if it says something else.
  private func letters(
    ofPart text: String, in locale: String, _ scheme: LetterScheme
  ) -> LetterSet? {
    if case .letters(let letters) = meaning(of: text, in: locale) {
      return letters.intersection(scheme.all)
    }
    let alone = letterAlone(text, scheme)
    if !alone.isEmpty { return alone }
    var letters: LetterSet = []
    for word in Self.normalized(text).split(separator: " ") {
      switch meaning(ofNormalized: String(word), in: locale) {
      case .letters(let own): letters.formUnion(own.intersection(scheme.all))
      case .filler, .and, .person: continue
      default: return nil
      }
    }
    return letters.isEmpty ? nil : letters
  }
}
