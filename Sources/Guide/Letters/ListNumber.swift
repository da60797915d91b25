/// The numbers of lists that people write into one cell: `1. Kim`, `2) Lou`, `(3) Max`, `④ Eva`,
/// `e) Ann`.
enum ListNumber {
  /// A text without the number before it; nil if it begins with another number or none.
  static func rest(of text: String, numbered number: Int) -> String? {
    guard let first = text.unicodeScalars.first,
      let rest = circled(text, first, number) ?? marked(text, number)
    else { return nil }
    let name = rest.drop { $0.isWhitespace }
    return name.contains { $0.isLetter } ? String(name) : nil
  }

  /// The text behind a number in a circle.
  private static func circled(
    _ text: String, _ first: Unicode.Scalar, _ number: Int
  ) -> Substring? {
    guard (1...20).contains(number), Int(first.value) == 0x2460 + number - 1 else { return nil }
    return text.dropFirst()
  }

  /// The text behind a number or a letter and a sign.
  private static func marked(_ text: String, _ number: Int) -> Substring? {
    let isOpen = text.first == "(" || text.first == "（"
    let body = isOpen ? text.dropFirst() : text[...]
    let mark = body.prefix { $0.isASCII && ($0.isNumber || $0.isLetter) }
    let rest = body.dropFirst(mark.count)
    guard let sign = rest.first, sign == ")" || sign == "）" || !isOpen && ".．、".contains(sign)
    else {
      return nil
    }
    if mark == String(number) { return rest.dropFirst() }
    // "a. Kim" may as well be a name with initials.
    let isLetter = mark.count == 1 && mark.first?.asciiValue == letter(number)
    return isLetter && (sign == ")" || sign == "）") ? rest.dropFirst() : nil
  }

  /// The items of a list on one line, with their numbers: `1. Kim 2. Lou`; nil if it is none.
  static func divided(_ text: String) -> [String]? {
    guard rest(of: text, numbered: 1) != nil else { return nil }
    var items: [String] = []
    var current: [Substring] = []
    for word in text.split(separator: " ") {
      let number = items.count + 2
      if !current.isEmpty, begins(word, number) {
        items.append(current.joined(separator: " "))
        current = []
      }
      current.append(word)
    }
    return items.isEmpty ? nil : items + [current.joined(separator: " ")]
  }

  /// Whether a word is a number with the sign of a list, or begins so.
  private static func begins(_ word: Substring, _ number: Int) -> Bool {
    let body = word.first == "(" ? word.dropFirst() : word
    let digits = String(number)
    guard body.hasPrefix(digits) else { return false }
    let rest = body.dropFirst(digits.count)
    return (rest.first == "." || rest.first == ")") && rest.dropFirst().first?.isNumber != true
  }

  private static func letter(_ number: Int) -> UInt8? {
    (1...26).contains(number) ? UInt8(exactly: 0x60 + number) : nil
  }
}
