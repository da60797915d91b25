/// Letters that one party holds for one responsibility: a set of the letters A to Z.
///
/// Which of them a guide has, and what they mean, is its `LetterScheme`.
public struct LetterSet: OptionSet, Sendable, Hashable {
  /// One bit a letter, A the lowest.
  public let rawValue: UInt32

  /// Makes a set of bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The set of one letter; empty for what is not one of A to Z.
  public init(_ letter: Character) {
    guard let value = letter.asciiValue, (0x41...0x5A).contains(value) else {
      self.init(rawValue: 0)
      return
    }
    self.init(rawValue: 1 << UInt32(value - 0x41))
  }

  /// Does the work.
  public static let responsible = LetterSet("R")
  /// Answers for the result; one party a responsibility.
  public static let accountable = LetterSet("A")
  /// Is asked before.
  public static let consulted = LetterSet("C")
  /// Is told after.
  public static let informed = LetterSet("I")

  /// The letters of RACI in the order in which they are written.
  public static let ordered: [(character: Character, letter: LetterSet)] = [
    ("R", .responsible), ("A", .accountable), ("C", .consulted), ("I", .informed),
  ]

  /// A number from 0 to 15 for each set of the letters of RACI, other letters left out.
  public var raciIndex: Int {
    Self.ordered.indices.reduce(0) { contains(Self.ordered[$1].letter) ? $0 | 1 << $1 : $0 }
  }

  /// The set of a number from 0 to 15.
  public init(raciIndex: Int) {
    self = Self.ordered.indices.reduce(into: []) { set, bit in
      if raciIndex & 1 << bit != 0 { set.formUnion(Self.ordered[bit].letter) }
    }
  }

  /// All letters in the order in which a set is written: those of the usual schemes first, so that
  /// sets read `RA`, `DACI` and `RASCI`.
  private static let written: [(character: Character, letter: LetterSet)] =
    "DRASCIBEFGHJKLMNOPQTUVWXYZ".map { ($0, LetterSet($0)) }

  /// The letters in order, such as `RA`.
  public var text: String { String(characters) }

  /// The letters in order.
  public var characters: [Character] {
    if isEmpty { return [] }
    return Self.written.filter { contains($0.letter) }.map(\.character)
  }

  /// The set that a text such as `RA` names, or the first character that is none of the scheme's
  /// letters or is there twice.
  static func parse(_ text: String, _ scheme: LetterScheme) -> Result<LetterSet, UnknownLetter> {
    var letters: LetterSet = []
    for character in text {
      let letter = LetterSet(character)
      guard !letter.isEmpty, scheme.all.contains(letter) else {
        return .failure(UnknownLetter(character: character, isDouble: false))
      }
      if letters.contains(letter) {
        return .failure(UnknownLetter(character: character, isDouble: true))
      }
      letters.insert(letter)
    }
    return .success(letters)
  }

  struct UnknownLetter: Error {
    let character: Character
    let isDouble: Bool
  }
}
