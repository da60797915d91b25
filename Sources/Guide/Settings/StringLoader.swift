import Base

/// Reads the UI words that templates bring and puts a locale's chain together.
///
/// The chain is the locale's own words, its full tag, its language, and then the same for the
/// source locale. English, in which every word exists, is last.
public struct StringLoader: Sendable {
  private let files: [String: [String: String]]
  /// The words of tables by language and key: of all languages, not only the guide's.
  public let tableWords: [String: [String: String]]
  /// Files of which a part could not be read, so that nothing follows from their missing words.
  private let broken: Set<String>
  private let english: [String: String]
  /// The words in braces of each English text that has any.
  private let englishPlaceholders: [String: Set<String>]
  /// The words that are read; empty if that is not known.
  private let required: Set<String>

  /// Takes the contents of `strings/*.yml` by file name without its ending.
  ///
  /// - Parameters:
  ///   - tableWords: the words of tables in other languages.
  ///   - required: the words that are read by their keys.
  ///   - requiresEnglish: whether all words of `en.yml` are read in addition.
  ///   - diagnostics: takes the errors in the files.
  public init(
    _ sources: [(name: String, file: SourceFile)],
    tableWords others: [String: [String: String]] = [:], required: Set<String> = [],
    requiresEnglish: Bool = false, diagnostics: inout [Diagnostic]
  ) {
    var files: [String: [String: LocaleSettings.Word]] = [:]
    var broken: Set<String> = []
    for (name, file) in sources {
      let (words, findings) = Self.words(of: file)
      files[name] = words
      if !findings.isEmpty { broken.insert(name) }
      diagnostics += findings
    }
    self.files = files.mapValues { $0.mapValues(\.text) }
    tableWords = self.files.merging(others) { own, _ in own }
    self.broken = broken
    english = self.files["en"] ?? [:]
    englishPlaceholders = english.mapValues(Self.placeholders).filter { !$0.value.isEmpty }
    self.required = requiresEnglish ? required.union(english.keys) : required
    for (name, file) in sources where !broken.contains("en") {
      if name == "en" {
        checkEnglish(file, files["en"] ?? [:], &diagnostics)
      } else {
        check(files[name] ?? [:], locale: nil, &diagnostics)
      }
    }
  }

  private static func words(
    of file: SourceFile
  ) -> (words: [String: LocaleSettings.Word], diagnostics: [Diagnostic]) {
    if let defect = file.defect() { return ([:], [defect]) }
    let (root, findings) = YAMLParser.parse(file.bytes, path: file.path)
    guard let root else { return ([:], findings) }
    var fields = YAMLFields(root, what: "the file", known: nil, invalid: .yamlInvalid)
    var words: [String: LocaleSettings.Word] = [:]
    for member in fields.all {
      if let text = fields.word(member.value, member.key) {
        words[member.key] = .init(text: text, location: member.keyLocation)
      }
    }
    return (words, findings + fields.diagnostics)
  }

  /// The keys of the words in a file, as far as it can be read.
  public static func keys(of file: SourceFile) -> Set<String> { Set(words(of: file).words.keys) }

  /// Holds the English words to the ones that are read: each is there, and there are no others.
  private func checkEnglish(
    _ file: SourceFile, _ words: [String: LocaleSettings.Word],
    _ diagnostics: inout [Diagnostic]
  ) {
    guard !required.isEmpty else { return }
    let missing = required.subtracting(words.keys).sorted()
    if !missing.isEmpty {
      diagnostics.append(
        Diagnostic(
          .stringMissing, Self.missing(missing, in: "English"), at: file.location,
          hint: "add every word that a template reads"))
    }
    var hints = NameHints(required.sorted())
    for (key, word) in words.sorted(by: { $0.key < $1.key }) where !required.contains(key) {
      diagnostics.append(unknown(key, word, &hints, locale: nil))
    }
  }

  /// Holds a language's words to the English ones: no others, and the same words in braces.
  private func check(
    _ words: [String: LocaleSettings.Word], locale: String?, _ diagnostics: inout [Diagnostic]
  ) {
    let suspects = words.lazy.filter { key, word in
      Self.hasPlaceholders(word.text) || englishPlaceholders[key] != nil || english[key] == nil
    }
    var hints = NameHints(english.keys.sorted())
    for (key, word) in suspects.sorted(by: { $0.key < $1.key }) {
      guard english[key] != nil else {
        if required.contains(key) { continue }
        diagnostics.append(unknown(key, word, &hints, locale: locale))
        continue
      }
      let (own, wanted) = (Self.placeholders(word.text), englishPlaceholders[key] ?? [])
      for name in wanted.subtracting(own).sorted() {
        diagnostics.append(
          Diagnostic(
            .placeholderDiffers, "'\(key)' has no {\(name)}, which the English text has",
            at: word.location, locale: locale))
      }
      for name in own.subtracting(wanted).sorted() {
        diagnostics.append(
          Diagnostic(
            .placeholderDiffers, "nothing fills {\(name)} in '\(key)'", at: word.location,
            locale: locale, hint: didYouMean(name, among: wanted)))
      }
    }
  }

  private func unknown(
    _ key: String, _ word: LocaleSettings.Word, _ hints: inout NameHints, locale: String?
  ) -> Diagnostic {
    Diagnostic(
      .stringUnknown, "no template reads the UI word '\(key)'", at: word.location, locale: locale,
      hint: hints.didYouMean(key))
  }

  private static func missing(
    _ keys: [String], in language: DiagnosticMessage
  ) -> DiagnosticMessage {
    let some = keys.prefix(3)
    return keys.count == 1
      ? "the UI word \(names: some) has no text in \(language)"
      : "\(keys.count) UI words have no text in \(language), such as \(names: some)"
  }

  private static func hasPlaceholders(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { $0.contains(UInt8(ascii: "{")) }
  }

  /// The words in braces of a text.
  private static func placeholders(_ text: String) -> Set<String> {
    guard hasPlaceholders(text) else { return [] }
    var result: Set<String> = []
    let parts = text.utf8.split(
      separator: UInt8(ascii: "{"), omittingEmptySubsequences: false)
    for part in parts.dropFirst() {
      if let end = part.firstIndex(of: UInt8(ascii: "}")) {
        result.insert(String(decoding: part[..<end], as: UTF8.self))
      }
    }
    return result
  }

  /// The words of a locale, with findings on missing words and on unused overrides.
  ///
  /// - Parameter isComplete: whether all of its `locale.yml` could be read.
  public func table(
    for locale: String, source: String, settings: LocaleSettings, localeFile: SourceLocation,
    isComplete: Bool = true, letters: LetterScheme = .raci
  ) -> (table: StringTable, diagnostics: [Diagnostic]) {
    let own = LanguageTag.chain(of: locale)
    let chain = own + LanguageTag.chain(of: source) + ["en"]
    let ofLetters = letters.ownWords(for: own)
    var words = settings.strings.mapValues(\.text).merging(ofLetters) { said, _ in said }
    var merged: Set<String> = []
    for name in chain where merged.insert(name).inserted {
      guard let file = files[name] else { continue }
      if words.isEmpty { words = file } else { words.merge(file) { kept, _ in kept } }
    }
    if letters.text != LetterScheme.raci.text {
      words = Self.naming(letters, in: words, but: settings.strings)
    }
    var diagnostics: [Diagnostic] = []
    let known = own.compactMap { files[$0] } + [settings.strings.mapValues(\.text)]
    let missing = english.keys.filter { key in
      (required.isEmpty || required.contains(key)) && !known.contains { $0[key] != nil }
    }.sorted()
    if !missing.isEmpty, isComplete, broken.isDisjoint(with: own) {
      diagnostics.append(
        Diagnostic(
          .stringMissing, Self.missing(missing, in: "'\(locale)'"), at: localeFile, locale: locale,
          hint: "add templates/strings/\(own.last ?? locale).yml, or 'strings' here"))
    }
    if !broken.contains("en") {
      let others = settings.strings.filter { ofLetters[$0.key] == nil }
      check(others, locale: locale, &diagnostics)
    }
    let isRightToLeft = settings.direction.map { $0 == .rightToLeft }
    return (StringTable(words: words, tag: locale, isRightToLeft: isRightToLeft), diagnostics)
  }

  /// The words with the letters of a scheme instead of "RACI", except in the guide's own words.
  private static func naming(
    _ letters: LetterScheme, in words: [String: String], but own: [String: LocaleSettings.Word]
  ) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: words.map { key, word in
        let isRead = key.hasPrefix("read_") || own[key] != nil
        return (key, isRead ? word : word.replacing(LetterScheme.raci.text, with: letters.text))
      })
  }

  /// Whether there are words of the locale's own or of its language.
  public func hasWords(for locale: String) -> Bool {
    LanguageTag.chain(of: locale).contains { files[$0] != nil }
  }
}
