/// RACI letters as people write them into cells.
enum LetterText {
  /// The order in which letters are written.
  private static let order = Array("RASCIDQOVPL")
  private static let separators = Set<Character>([
    "/", ",", ";", "+", "&", "·", "|", "*", " ", "\u{A0}", "\n", "-", "–", "—", ".",
  ])

  /// The letters of a cell in their order, without what divides them; nil if it has anything else.
  static func canonical(_ text: String) -> String? {
    var letters: Set<Character> = []
    for character in text where !separators.contains(character) {
      let upper = Character(character.uppercased())
      guard order.contains(upper) else { return nil }
      letters.insert(upper)
    }
    return String(order.filter(letters.contains))
  }
}
