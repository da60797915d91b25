import Base

/// Letters that one party has for one responsibility: a set of the letters A to Z.
///
/// A guide's `LetterScheme` says which of them it has, and gives their meanings.
public struct LetterSet: OptionSet, Sendable, Hashable {
  /// One bit a letter, A the lowest.
  public let rawValue: UInt32

  /// Makes a set of bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The set of one letter; empty for a character that is not one of A to Z.
  public init(_ letter: Character) {
    guard let value = letter.asciiValue, (0x41...0x5A).contains(value) else {
      self.init(rawValue: 0)
      return
    }
    self.init(rawValue: 1 << UInt32(value - 0x41))
  }

  /// Does the work.
  public static let responsible = LetterSet("R")
  /// Answers for the result; one party per responsibility.
  public static let accountable = LetterSet("A")
  /// Is asked before.
  public static let consulted = LetterSet("C")
  /// Is informed afterward.
  public static let informed = LetterSet("I")

  /// All letters in the order in which a set is written: those of the usual schemes first, so that
  /// sets read `RA`, `DACI` and `RASCI`.
  private static let written: [(byte: UInt8, letter: LetterSet)] =
    "DRASCIBEFGHJKLMNOPQTUVWXYZ".utf8.map { ($0, LetterSet(Character(Unicode.Scalar($0)))) }

  /// The letters in order, such as `RA`.
  public var text: String {
    let total = rawValue.nonzeroBitCount
    return String(unsafeUninitializedCapacity: total) { text in
      var count = 0
      for (byte, letter) in Self.written where contains(letter) {
        text[count] = byte
        count += 1
        if count == total { break }
      }
      return count
    }
  }

  /// The letters in order.
  public var characters: [Character] { Array(text) }

  /// The letters as a sentence offers them, such as `R or A`.
  var choice: DiagnosticMessage {
    let names = characters.map { "\($0)" as DiagnosticMessage }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return "\(list: names.dropLast()) or \(last)"
  }

  /// The set that a text such as `RA` names, or the first character that is not one of the scheme's
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
