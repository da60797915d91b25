import Guide

/// Letters as people write them into cells.
enum LetterText {
  private static let separators = Set<Character>([
    "/", ",", ";", "+", "&", "·", "|", "*", "-", "–", "—", ".", "、", "・",
  ])

  /// The letters of a cell in their order, without separators; nil if it has anything else.
  static func canonical(_ text: String, _ scheme: LetterScheme) -> String? {
    var letters: LetterSet = []
    for character in text.map(narrow) where !separators.contains(character) {
      if character.isWhitespace { continue }
      let upper = character.uppercased()
      guard upper.count == 1, let letter = upper.first.map(LetterSet.init), !letter.isEmpty,
        scheme.all.contains(letter)
      else { return nil }
      letters.formUnion(letter)
    }
    return letters.text
  }

  /// The ASCII form of a full-width character; any other as it is.
  private static func narrow(_ character: Character) -> Character {
    let scalars = character.unicodeScalars
    guard scalars.count == 1, let code = scalars.first?.value, (0xFF01...0xFF5E).contains(code),
      let scalar = Unicode.Scalar(code - 0xFEE0)
    else { return character }
    return Character(scalar)
  }
}
