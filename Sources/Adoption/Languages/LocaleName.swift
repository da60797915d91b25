import Guide

/// A name of a file or folder read as a language, in any of the usual spellings.
public struct LocaleName: Equatable {
  /// How clearly a name by itself shows that a language is meant.
  enum Certainty: Int, Comparable {
    /// A code of another kind that people write for a language, if the text speaks it: `cn`.
    case misnomer
    /// The language's name: `german`.
    case word
    /// A language, and a word or a department as well: `it`, `hr`, `id`.
    case ambiguous
    /// A language's code: `de`.
    case plain
    /// A language with a region or script: `de-DE`.
    case sure

    static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }
  }

  /// The canonical tag.
  public let tag: String
  let certainty: Certainty
  /// The tag of the other language that the name is taken for; nil if there is none.
  private let second: String?
  /// Whether the name is a country's code, and not a department.
  let isCountry: Bool

  /// Only the language.
  var language: Substring { tag.prefix { $0 != "-" } }

  /// Reads `de`, `DE`, `de-DE`, `de_de`, `zh_Hans_CN`, `pt_BR.UTF-8`, `sr@latin`, `zh-rCN`,
  /// `deu`, `german`; nil if the name is not one of them.
  public init?(_ name: some StringProtocol) {
    var text = name.lowercased()
    for ending in [".utf-8", ".utf8"] where text.hasSuffix(ending) {
      text.removeLast(ending.count)
    }
    let word = String(text.map { $0 == "_" || $0 == " " ? "-" : $0 })
    if let tag = LanguageNames.tag(ofWord: word) {
      self.init(meaning: tag, .word)
      return
    }
    if text.hasSuffix("@latin") { text = text.dropLast(6) + "-latn" }
    if text.hasSuffix("@cyrillic") { text = text.dropLast(9) + "-cyrl" }
    let parts = text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "_" }
    ).map(String.init)
    guard let language = parts.first, parts.count <= 3 else { return nil }
    guard LanguageCodes.isLanguage(language) else {
      let meant = LanguageNames.misnomers[language] ?? LanguageCodes.usual(for: language)
      guard parts.count == 1, let meant else { return nil }
      self.init(
        meaning: meant, .misnomer, isCountry: LanguageNames.countries.contains(language))
      return
    }
    let rest = parts.dropFirst().map(Self.withoutAndroidMark)
    guard rest.allSatisfy({ LanguageCodes.isScript($0) || LanguageCodes.isRegion($0) }) else {
      return nil
    }
    let code = LanguageCodes.usual(for: language) ?? language
    self.init(
      meaning: LanguageTag.canonical(([code] + rest).joined(separator: "-")),
      Self.certainty(language, rest), second: Self.second(language, rest),
      isCountry: rest.isEmpty && LanguageNames.countries.contains(language))
  }

  private init(
    meaning tag: String, _ certainty: Certainty, second: String? = nil, isCountry: Bool = false
  ) {
    (self.tag, self.certainty, self.second, self.isCountry) = (tag, certainty, second, isCountry)
  }

  /// How clearly a code with its region and script is a language.
  private static func certainty(_ language: String, _ rest: [String]) -> Certainty {
    if LanguageNames.ambiguous.contains(language) || !LanguageNames.usual.contains(language) {
      let regions = LanguageNames.usualRegions[language]?.split(separator: " ") ?? []
      let isUsual = rest.contains { LanguageCodes.isScript($0) || regions.contains($0[...]) }
      return isUsual ? .sure : .ambiguous
    }
    return rest.isEmpty ? .plain : .sure
  }

  /// The other language of a code: `ko` of `kr`, and `fr` of `en_fr`, a translation from English.
  private static func second(_ language: String, _ rest: [String]) -> String? {
    guard let region = rest.first else { return LanguageNames.secondMeanings[language] }
    let isPair = rest.count == 1 && region != language && LanguageNames.usual.contains(region)
    return isPair ? region : nil
  }

  /// The same name read as the other language that it is taken for; nil if there is none.
  var secondMeaning: LocaleName? { second.map { .init(meaning: $0, .misnomer) } }

  /// The reading that a text shows to be meant: the other language only if the text speaks it.
  func meant(by text: SpokenLanguage) -> LocaleName {
    guard text.speaks(tag) == false, let secondMeaning, text.speaks(secondMeaning.tag) == true
    else { return self }
    return secondMeaning
  }

  /// The reading beside languages, whose tags are given: a country is its language by then, unless
  /// the text or a sibling says otherwise.
  func meant(by text: SpokenLanguage, beside tags: Set<String>) -> LocaleName {
    let meant = meant(by: text)
    guard meant == self, isCountry, let secondMeaning, text.speaks(tag) != true,
      !tags.contains(secondMeaning.tag)
    else { return meant }
    return secondMeaning
  }

  /// Whether the name is hardly ever a word or a department.
  var isCode: Bool { isCountry || certainty == .word || certainty >= .plain }

  /// How many siblings make a name a language that may otherwise be something else.
  static let familySize = 3

  /// `rcn` as `cn`: Android writes an r before a region.
  private static func withoutAndroidMark(_ part: String) -> String {
    part.count == 3 && part.hasPrefix("r") ? String(part.dropFirst()) : part
  }

  /// A name with a language behind it or before it: `guide.de-de`, `README_ja`, `a-fr`, `de.guide`,
  /// `Guide (DE)`, `Guide - Deutsch`.
  struct Suffixed: Equatable {
    /// The name without the language.
    let base: String
    let locale: LocaleName
    /// The separator between the two.
    let separator: Character
    /// Whether the language comes first.
    var isFirst = false
  }

  /// The readings of a name's end as a language, the longest one first.
  static func suffixed(_ name: String) -> [Suffixed] {
    let closing = brackets.first { name.last == $0.close }
    let end = closing.flatMap { name.lastIndex(of: $0.open) }
    if let end, let bracketed = suffixed(name, at: end, tail: name[end...].dropFirst().dropLast()) {
      return [bracketed]
    }
    return name.indices.dropFirst().compactMap { index in
      guard ".-–—_ ".contains(name[index]) else { return nil }
      // The marks of a longer tag do not end a base.
      return suffixed(name, at: index, tail: name[index...].dropFirst())
    }
  }

  /// A name with a language behind a separator; nil if there is none.
  private static func suffixed(
    _ name: String, at index: String.Index, tail: Substring
  ) -> Suffixed? {
    let tag = tail.drop { $0 == " " }
    guard tag.utf8.count <= longestTag, let locale = LocaleName(tag) else { return nil }
    let base = bare(name[..<index])
    guard base.contains(where: \.isLetter) else { return nil }
    return Suffixed(base: base, locale: locale, separator: name[index])
  }

  /// The signs around a language: `Plan (DE)`.
  private static let brackets: [(open: Character, close: Character)] = [
    ("(", ")"), ("[", "]"), ("（", "）"), ("【", "】"),
  ]

  /// A name without spaces, and without dashes that have spaces beside them, at its ends.
  private static func bare(_ name: Substring) -> String {
    let isSpace = { (character: Character) in character == " " }
    let isSign = { (character: Character) in " -–—_".contains(character) }
    let start = name.first.map(isSpace) == true ? name.drop(while: isSign) : name
    let count = start.reversed().prefix(while: isSign).count
    let tail = start.suffix(count)
    return String(tail.contains(" ") ? start.dropLast(count) : start)
  }

  /// The readings of a name's beginning as a language, the longest one first.
  static func prefixed(_ name: String) -> [Suffixed] {
    if let opening = brackets.first(where: { name.first == $0.open }),
      let end = name.firstIndex(of: opening.close)
    {
      return [prefixed(name, at: end, head: name[..<end].dropFirst())].compactMap { $0 }
    }
    return name.indices.dropFirst().reversed().compactMap { index in
      guard ".-–—_".contains(name[index]) else { return nil }
      return prefixed(name, at: index, head: name[..<index])
    }
  }

  /// A name with a language before a separator; nil if there is none.
  private static func prefixed(
    _ name: String, at index: String.Index, head: Substring
  ) -> Suffixed? {
    guard head.utf8.count <= longestTag else { return nil }
    let tag = head.last == " " ? head.dropLast() : head
    guard let locale = LocaleName(tag) else { return nil }
    let base = bare(name[index...].dropFirst())
    guard base.contains(where: \.isLetter) else { return nil }
    return Suffixed(base: base, locale: locale, separator: name[index], isFirst: true)
  }

  /// The length in bytes of the longest tag or name of a language in a file's name.
  private static let longestTag = 24
}
