/// Tells sentences from names, for texts that are the same in two languages.
public enum CopiedText {
  private static let fewestWords = 4
  private static let fewestSigns = 8

  /// Whether a text has so many words in small letters, or signs that are words, that no language
  /// shares it with another by chance.
  public static func isSentence(_ text: String) -> Bool {
    var words = 0
    var signs = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x2E80, scalar.properties.isAlphabetic { signs += 1 }
      let isLetter =
        scalar.value < 0x80
        ? (0x41...0x5A).contains(scalar.value & ~0x20) : scalar.properties.isAlphabetic
      if isLetter, !isInWord, scalar.value >= 0x61 { words += 1 }
      isInWord = isLetter
    }
    return words >= fewestWords || signs >= fewestSigns
  }
}
