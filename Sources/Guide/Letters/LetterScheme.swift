/// The letters of a guide, what they are called, and how many of each a row may have.
public struct LetterScheme: Sendable, Hashable {
  /// One letter.
  public struct Letter: Sendable, Hashable {
    /// The letter, one of A to Z.
    public let character: Character
    /// The UI word that names it, such as `raci_r`; nil if the guide names it itself.
    public let word: String?
    /// Its names by language, if the guide names it itself.
    public let names: [String: String]
    /// What it means, by language, if the guide says so.
    public let descriptions: [String: String]
    /// The number of parties that a row needs at least, from 0.
    public let minimum: Int
    /// The number of parties that a row may have at most; nil if there is no limit.
    public let maximum: Int?

    /// Its set.
    public var set: LetterSet { LetterSet(character) }

    /// Describes a letter.
    public init(
      _ character: Character, word: String? = nil, names: [String: String] = [:],
      descriptions: [String: String] = [:], minimum: Int = 0, maximum: Int? = nil
    ) {
      self.character = character
      self.word = word
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

  /// The letters in order as a text, such as `RACI`.
  public var text: String { String(letters.map(\.character)) }

  /// Who owns a row: the letters of a party that alone does the work and answers for it.
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
  /// Responsible alone: who owns it.
  public static let owner = LetterScheme(
    name: "owner", letters: [Letter("R", word: "raci_r", minimum: 1)])

  /// All letters, which a stamp may record whatever scheme the guide has by now.
  static let stamped = LetterScheme(
    name: "stamped", letters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map { Letter($0) })

  /// The schemes that a guide can name.
  public static let presets = [raci, rasci, daci, owner]
}
