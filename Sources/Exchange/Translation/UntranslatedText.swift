/// Tells sentences from names, for texts that are the same in two languages.
enum UntranslatedText {
  private static let fewestWords = 4
  private static let fewestSigns = 8

  /// Whether a text has so many words, or signs that are words, that it is no mere name.
  static func isSentence(_ text: String) -> Bool {
    var words = 0
    var signs = 0
    for piece in InlinePiece.split(text) {
      guard case .text(let text) = piece else { continue }
      for word in text.split(whereSeparator: { !$0.isLetter }) {
        let isSmall = word.first?.isLowercase ?? false
        if word.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) {
          signs += word.count
        } else if isSmall || !word.allSatisfy(\.isASCII) {
          words += 1
        }
      }
    }
    return words >= fewestWords || signs >= fewestSigns
  }
}
