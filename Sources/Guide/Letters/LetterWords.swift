import Base

/// The words by which tables in any language name letters, say yes and no, and join names.
///
/// They come from the UI words: `read_r` and so on, lists divided by commas. The words of the
/// table's own language count before those of others.
public struct LetterWords: Sendable {
  /// The possible meanings of a word.
  enum Meaning: Hashable {
    case letters(LetterSet), yes, no, shared, and, task, filler, party, person
  }

  /// The scheme's own names of letters.
  private let ownNames: [ExactText: LetterSet]
  private let byLanguage: [String: [ExactText: Meaning]]
  private let everywhere: [ExactText: Meaning]
  /// The words for "and" of each language that are written without spaces around them.
  let joiners: [String: [String]]
  /// The letters of the scheme.
  let all: LetterSet
  /// The contents of cells that were read with these words.
  let cells = TextMemory<CellContent>()
  /// The letters of heads that were read with these words.
  private let heads = TextMemory<LetterSet>()
  /// The lists of words that were asked for, by key: with English ones, and without.
  let lists = TextMemory<Set<String>>()
  let ownLists = TextMemory<Set<String>>()
  /// Whether titles are generic.
  let genericTitles = TextMemory<Bool>()
  /// The letters of RAPID that heads were found to name.
  let headsOfRAPID = TextMemory<Character?>()
  /// The words for tasks, also with other meanings: "responsibility" is both a task and a letter.
  private let taskWords: Set<ExactText>
  /// The words of each language that say "task" and nothing else, unlike "service" or "step".
  private let clearTasks: [String: [String]]
  /// The languages in which a letter of the scheme is short for yes or no.
  let shortAnswers: Set<String>
  /// The lists of words by language and key, as they are written.
  let texts: [String: [String: String]]

  /// The keys of UI words that contain words of tables, with their meanings.
  static let keys: [(key: String, meaning: Meaning)] =
    [
      ("read_r", .letters(.responsible)), ("read_a", .letters(.accountable)),
      ("read_c", .letters(.consulted)), ("read_i", .letters(.informed)),
      ("read_s", .letters(LetterSet("S"))),
      ("read_owner", .letters([.responsible, .accountable])),
      ("read_yes", .yes), ("read_no", .no), ("read_shared", .shared), ("read_and", .and),
      ("read_task", .task), ("read_item", .task), ("read_filler", .filler), ("read_party", .party),
    ]

  /// The words for letters that only DACI has; "driver" and "contributor" mean other things beside R.
  private static let keysOfDrivers: [(key: String, meaning: Meaning)] = [
    ("read_driver", .letters(LetterSet("D"))), ("read_contributor", .letters(.consulted)),
  ]

  /// Takes the UI words of all languages, for tables of a scheme.
  public init(_ words: [String: [String: String]], for scheme: LetterScheme) {
    let hasDriver = scheme.all.contains(LetterSet("D"))
    let keys = Self.keys + (hasDriver ? Self.keysOfDrivers : [])
    ownNames = Self.names(of: scheme)
    all = scheme.all
    texts = words
    var byLanguage: [String: [ExactText: Meaning]] = [:]
    var everywhere: [ExactText: Meaning] = [:]
    var taskWords: Set<ExactText> = []
    var clearTasks: [String: [String]] = [:]
    let languages = words.keys.sorted { ($0 == "en" ? 0 : 1, $0) < ($1 == "en" ? 0 : 1, $1) }
    for language in languages {
      var own: [ExactText: Meaning] = [:]
      for (key, meaning) in keys {
        let list = Self.normalizedList(words[language]?[key])
        if key == "read_task" { clearTasks[language] = list }
        for word in list {
          let word = ExactText(word)
          if own[word] == nil { own[word] = meaning }
          if meaning == .task { taskWords.insert(word) }
        }
      }
      byLanguage[language] = own
      everywhere.merge(own) { first, _ in first }
    }
    self.byLanguage = byLanguage
    self.everywhere = everywhere
    self.taskWords = taskWords
    shortAnswers = Self.shortAnswers(byLanguage, scheme)
    self.clearTasks = clearTasks
    joiners = words.mapValues { words in
      Self.list(words["read_and"]).map(LetterForms.withoutSelectors).filter(Self.isJoiner)
    }
  }

  /// The words between the commas of a list.
  static func list(_ text: String?) -> [String] {
    (text ?? "").utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) }
  }

  /// No words.
  public static let none = LetterWords([:], for: .raci)

  /// The letters that the names of a guide's own scheme mean; a name that two share means neither.
  private static func names(of scheme: LetterScheme) -> [ExactText: LetterSet] {
    let pairs = scheme.letters.flatMap { letter in
      letter.names.values.map { (ExactText(normalized($0)), letter.set) }
    }
    let names = Dictionary(pairs, uniquingKeysWith: { $0 == $1 ? $0 : [] })
    return names.filter { !$0.key.text.isEmpty && !$0.value.isEmpty }
  }

  /// A text as words are compared: folded, its words divided by single spaces.
  static func normalized(_ text: String) -> String {
    normalizedASCII(text) ?? words(ofFolded: folded(text)[...])
  }

  /// The words between the commas of a list, as words are compared: it is folded as a whole.
  static func normalizedList(_ text: String?) -> [String] {
    guard let text else { return [] }
    return folded(text).utf8.split(separator: UInt8(ascii: ",")).lazy
      .map { normalizedASCII(Substring($0)) ?? words(ofFolded: Substring($0)) }
      .filter { !$0.isEmpty }
  }

  private static func words(ofFolded text: Substring) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if isWordCharacter(scalar) {
        if pendingSpace, !result.isEmpty { result.append(UInt8(ascii: " ")) }
        pendingSpace = false
        result.append(contentsOf: scalar.utf8)
      } else if scalar != "'" && scalar != "\u{2019}" {
        pendingSpace = true
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The same for a text of only ASCII characters; nil if it has others.
  private static func normalizedASCII(_ text: some StringProtocol) -> String? {
    let count = text.utf8.count
    let result = String(unsafeUninitializedCapacity: count + 1) { result in
      var end = 0
      var pendingSpace = false
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"):
          if pendingSpace, end > 0 {
            result[end] = UInt8(ascii: " ")
            end += 1
          }
          pendingSpace = false
          result[end] = byte | (byte > UInt8(ascii: "9") ? 0x20 : 0)
          end += 1
        case UInt8(ascii: "'"): continue
        case 0x80...: return 0
        default: pendingSpace = true
        }
      }
      return end
    }
    return result.isEmpty && text.utf8.contains { $0 >= 0x80 } ? nil : result
  }

  /// The meaning of a text as a whole; nil if it is not one of the words.
  ///
  /// - Parameter locale: the text's locale.
  func meaning(of text: String, in locale: String) -> Meaning? {
    meaning(ofNormalized: Self.normalized(text), in: locale)
  }

  /// The content of a cell's text.
  ///
  /// Words for letters count only in the text's own language and in English: in others they may
  /// be names.
  func meaning(ofCell text: String, in locale: String) -> Meaning? {
    let word = Self.normalized(text)
    guard let meaning = meaning(ofNormalized: word, in: locale) else { return nil }
    guard case .letters = meaning else { return meaning }
    let own = LanguageTag.chain(of: locale) + ["en"]
    return own.contains { byLanguage[$0]?[ExactText(word)] != nil } ? meaning : nil
  }

  func meaning(ofNormalized word: String, in locale: String) -> Meaning? {
    let exact = ExactText(word)
    guard let common = everywhere[exact] else { return nil }
    for language in LanguageTag.chain(of: locale) {
      if let meaning = byLanguage[language]?[exact] { return meaning }
    }
    // A short word of another language is too likely a letter, a sign or another word here.
    let isShort = word.utf8.count(where: { $0 != 0x20 }) < 3
    return isShort && byLanguage["en"]?[exact] == nil ? nil : common
  }

  /// The meaning of a head, as a whole and word by word.
  func words(of head: String, in locale: String) -> [Meaning] {
    let word = Self.normalized(head)
    let parts = [word] + word.split(separator: " ").map(String.init)
    return parts.compactMap { meaning(ofNormalized: $0, in: locale) }
  }

  /// Whether a head may call the rows tasks.
  func canBeTask(_ head: String) -> Bool { taskWords.contains(ExactText(Self.normalized(head))) }

  /// Whether a text speaks of tasks, in any form of a word that says nothing else.
  func mentionsTask(_ text: String, in locale: String) -> Bool {
    let title = Self.normalized(text)
    let words = Set(title.split(separator: " ").map(String.init))
    return LanguageTag.chain(of: locale).contains { language in
      (clearTasks[language] ?? []).contains { task in
        words.contains(task) || Self.stem(task).map { title.contains($0) } ?? false
      }
    }
  }

  /// The part of a word that all of its forms begin with; nil if it is too short to be found in
  /// other words.
  private static func stem(_ word: String) -> String? {
    // Scripts without spaces put words into words, and do not inflect them.
    if let first = word.unicodeScalars.first, first.value >= 0xE00 { return word }
    return word.count >= 7 ? String(word.dropLast(2)) : word.count >= 5 ? word : nil
  }

  /// Whether a head is a word for an owner, even if it has another meaning in other tables.
  func isOwner(_ head: String, in locale: String) -> Bool {
    let word = Self.normalized(head)
    return callsKeepers(head, in: locale)
      || LanguageTag.chain(of: locale).contains { ownList("read_owner", of: $0).contains(word) }
  }

  /// The letters that a column's head names: a letter, a word for one, or both, with words around
  /// them that say nothing.
  func letters(ofHead text: String, in locale: String, _ scheme: LetterScheme) -> LetterSet {
    guard scheme.all == all else { return read(head: text, in: locale, scheme) }
    return heads.meaning(of: text, in: locale) { read(head: text, in: locale, scheme) }
  }

  private func read(head text: String, in locale: String, _ scheme: LetterScheme) -> LetterSet {
    if let own = ownNames[ExactText(Self.normalized(text))] { return own }
    let rapid = letterOfRAPID(text, in: locale)
    if !rapid.isEmpty { return rapid }
    if callsKeepers(text, in: locale) { return Self.keeper.intersection(scheme.all) }
    if case .letters(let letters) = meaning(of: text, in: locale) {
      return letters.intersection(scheme.all)
    }
    // Text in parentheses or after a dash explains the rest, or the rest explains it.
    let dashed = text.utf8.contains(0x2D) ? text.replacing(" - ", with: " – ") : text
    let parts = dashed.split { "()（）[]/:：|–—=\n".contains($0) }.map(
      String.init)
    // "Does it (R)" names the letter, but "Shift - A" is a name.
    if parts.count == 2, text.contains(where: { "(（[".contains($0) }) {
      let alone = letterAlone(parts[1], scheme)
      if !alone.isEmpty { return alone }
      // "R (lead)" is the letter, and says how.
      let first = letterAlone(parts[0], scheme)
      if !first.isEmpty { return first }
    }
    guard let first = parts.first, let own = self.letters(ofPart: first, in: locale, scheme) else {
      return []
    }
    return parts.dropFirst().reduce(own) { letters, part in
      letters.union(self.letters(ofPart: part, in: locale, scheme) ?? [])
    }
  }

  private func letterAlone(_ text: String, _ scheme: LetterScheme) -> LetterSet {
    let word = Self.normalized(text).uppercased()
    guard word.count == 1, let character = word.first, !text.contains("$") else { return [] }
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
    var ofOwner: LetterSet = []
    for word in Self.normalized(text).split(separator: " ").map(String.init) {
      switch meaning(ofNormalized: word, in: locale) {
      // "Who is asked" says the same as the other words.
      case .letters(let own) where isOwner(word, in: locale): ofOwner = own
      case .letters(let own): letters.formUnion(own.intersection(scheme.all))
      case .filler, .and, .person: continue
      default: return nil
      }
    }
    if letters.isEmpty { letters = ofOwner.intersection(scheme.all) }
    return letters.isEmpty ? nil : letters
  }
}
