import Guide

/// Letters as people write them into cells.
enum LetterText {
  private static let separators = Set<Character>([
    "/", ",", ";", "+", "&", "·", "|", "*", " ", "\u{A0}", "\n", "-", "–", "—", ".",
  ])

  /// The letters of a cell in their order, without separators; nil if it has anything else.
  static func canonical(_ text: String, _ scheme: LetterScheme) -> String? {
    var letters: LetterSet = []
    for character in text where !separators.contains(character) {
      let upper = character.uppercased()
      guard upper.count == 1, let letter = upper.first.map(LetterSet.init), !letter.isEmpty,
        scheme.all.contains(letter)
      else { return nil }
      letters.formUnion(letter)
    }
    return letters.text
  }
}
