/// Letters that one party holds for one responsibility.
public struct LetterSet: OptionSet, Sendable, Hashable {
  /// One bit a letter.
  public let rawValue: UInt8

  /// Makes a set of bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Does the work.
  public static let responsible = LetterSet(rawValue: 1)
  /// Answers for the result; one party a responsibility.
  public static let accountable = LetterSet(rawValue: 2)
  /// Is asked before.
  public static let consulted = LetterSet(rawValue: 4)
  /// Is told after.
  public static let informed = LetterSet(rawValue: 8)

  /// The four letters in the order in which they are written.
  public static let ordered: [(character: Character, letter: LetterSet)] = [
    ("R", .responsible), ("A", .accountable), ("C", .consulted), ("I", .informed),
  ]

  /// The letters in order, such as `RA`.
  public var text: String { Self.texts[Int(rawValue & 15)] }

  /// The letters of each set.
  private static let texts = (0..<16).map { bits in
    let letters = LetterSet(rawValue: UInt8(bits))
    return String(ordered.filter { letters.contains($0.letter) }.map(\.character))
  }

  /// The set that a text such as `RA` names, or the first character that is none of the letters
  /// or is there twice.
  static func parse(_ text: String) -> Result<LetterSet, UnknownLetter> {
    var letters: LetterSet = []
    for character in text {
      guard let known = ordered.first(where: { $0.character == character })?.letter else {
        return .failure(UnknownLetter(character: character, isDouble: false))
      }
      if letters.contains(known) {
        return .failure(UnknownLetter(character: character, isDouble: true))
      }
      letters.insert(known)
    }
    return .success(letters)
  }

  struct UnknownLetter: Error {
    let character: Character
    let isDouble: Bool
  }
}
