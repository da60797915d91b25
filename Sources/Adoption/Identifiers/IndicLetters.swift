/// Letters of the scripts of India, whose blocks in Unicode have one order (The Unicode Standard,
/// chapter 12).
enum IndicLetters {
  private static let consonants =
    ("k kh g gh ng ch chh j jh ny t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h")
    .split(separator: " ").map(String.init)
  private static let independent = "a aa i i u u ri li e e e ai o o o au".split(separator: " ")
    .map(String.init)
  private static let signs = "a i i u u ri ri e e e ai o o o au".split(separator: " ").map(
    String.init)

  /// The Latin letters of a character, and whether it is a consonant; nil for other scripts.
  static func reading(_ scalar: Unicode.Scalar) -> (text: String, isConsonant: Bool)? {
    guard (0x900..<0xD80).contains(scalar.value) else { return nil }
    let offset = Int(scalar.value & 0x7F)
    switch offset {
    case 0x01, 0x02: return ("n", false)
    case 0x03, 0x3C, 0x3D, 0x4D: return ("", false)
    case 0x05...0x14: return (independent[offset - 0x05], false)
    case 0x15...0x39: return (consonants[offset - 0x15], true)
    case 0x3E...0x4C: return (signs[offset - 0x3E], false)
    default: return nil
    }
  }
}
