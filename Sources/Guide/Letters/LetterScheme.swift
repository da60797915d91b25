/// The letters of a guide, their names, and the number of each that a row may have.
public struct LetterScheme: Sendable, Hashable {
  /// One letter.
  public struct Letter: Sendable, Hashable {
    /// The letter, one of A to Z.
    public let character: Character
    /// The key of the UI word that names it, such as `raci_r`; with `_description` behind it, of the
    /// one that says what it means.
    public let word: String
    /// Its names by language, if the guide names it itself.
    public let names: [String: String]
    /// Its meaning, by language, if the guide itself gives one.
    public let descriptions: [String: String]
    /// The number of parties that a row needs at least, from 0.
    public let minimum: Int
    /// The number of parties that a row may have at most; nil if there is no limit.
    public let maximum: Int?

    /// Its set.
    public let set: LetterSet

    /// Describes a letter.
    ///
    /// - Parameters:
    ///   - word: the key of its UI word; `letter_v` for V if it is nil.
    ///   - names: its names by language; the one of the empty language is for all others.
    public init(
      _ character: Character, word: String? = nil, names: [String: String] = [:],
      descriptions: [String: String] = [:], minimum: Int = 0, maximum: Int? = nil
    ) {
      self.character = character
      set = LetterSet(character)
      self.word = word ?? "letter_" + character.lowercased()
      self.names = names
      self.descriptions = descriptions
      self.minimum = minimum
      self.maximum = maximum
    }
  }

  /// Its name: a preset's, or `own`.
  public let name: String
  /// The letters in the order in which they are listed.
  public let letters: [Letter]

  /// Describes a scheme.
  public init(name: String, letters: [Letter]) {
    self.name = name
    self.letters = letters
  }

  /// All letters.
  public var all: LetterSet { letters.reduce(into: []) { $0.formUnion($1.set) } }

  /// The most letters that a scheme may have.
  public static let maximumCount = 8

  /// A number from 0 for each set of its letters; other letters count for nothing.
  public func index(of set: LetterSet) -> Int {
    letters.indices.reduce(0) { set.contains(letters[$1].set) ? $0 | 1 << $1 : $0 }
  }

  /// The letters in order as a text, such as `RACI`.
  public var text: String { String(letters.map(\.character)) }

  /// The letters of a row's owner, the one party that does the work and answers for it.
  public var owner: LetterSet {
    let required = letters.filter { $0.minimum > 0 }.reduce(into: LetterSet()) {
      $0.formUnion($1.set)
    }
    return required.isEmpty ? letters.first?.set ?? [] : required
  }

  /// Responsible, accountable, consulted, informed.
  public static let raci = LetterScheme(
    name: "raci",
    letters: [
      Letter("R", word: "raci_r", minimum: 1), Letter("A", word: "raci_a", minimum: 1, maximum: 1),
      Letter("C", word: "raci_c"), Letter("I", word: "raci_i"),
    ])
  /// RACI with those who support.
  public static let rasci = LetterScheme(
    name: "rasci",
    letters: [
      Letter("R", word: "raci_r", minimum: 1), Letter("A", word: "raci_a", minimum: 1, maximum: 1),
      Letter("S", word: "raci_s"), Letter("C", word: "raci_c"), Letter("I", word: "raci_i"),
    ])
  /// Driver, approver, contributor, informed.
  public static let daci = LetterScheme(
    name: "daci",
    letters: [
      Letter("D", word: "daci_d", minimum: 1, maximum: 1),
      Letter("A", word: "daci_a", minimum: 1, maximum: 1), Letter("C", word: "daci_c"),
      Letter("I", word: "raci_i"),
    ])
  /// Only Responsible, the letter of an owner.
  public static let owner = LetterScheme(
    name: "owner", letters: [Letter("R", word: "raci_r", minimum: 1)])

  /// All letters, which tables and stamps may have under any scheme of the guide.
  public static let stamped = LetterScheme(
    name: "stamped", letters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map { Letter($0) })

  /// The language of names that count for all languages without a name of their own.
  public static let everyLanguage = ""

  /// The UI word by which the presets name a letter, RACI's first.
  static func usualWord(of character: Character) -> String? {
    presets.lazy.flatMap(\.letters).first { $0.character == character }?.word
  }

  /// The UI words that the guide itself brings for its letters, for the languages of a chain.
  func ownWords(for chain: [String]) -> [String: String] {
    var words: [String: String] = [:]
    for letter in letters {
      words[letter.word] = Self.text(letter.names, chain)
      words[letter.word + "_description"] = Self.text(letter.descriptions, chain)
      if !letter.names.isEmpty, letter.descriptions.isEmpty {
        words[letter.word + "_description"] = ""
      }
    }
    return words
  }

  private static func text(_ texts: [String: String], _ chain: [String]) -> String? {
    for language in chain + [everyLanguage] {
      if let text = texts[language] { return text }
    }
    return texts.min { $0.key < $1.key }?.value
  }

  /// The schemes that a guide can name.
  public static let presets = [raci, rasci, daci, owner]
}
