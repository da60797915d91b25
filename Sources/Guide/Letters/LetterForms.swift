import Base

/// The forms in which people write the letters A to Z, and signs that mean yes and no.
enum LetterForms {
  /// Whether a text is a code such as `PR.DS`: groups of letters with dots between them.
  static func isDotted(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: ".")), !text.utf8.contains(0x20) else { return false }
    let groups = text.split(separator: ".")
    return groups.count > 1 && groups.contains { $0.count > 1 }
  }

  /// Whether a text begins with a currency of letters and a dollar sign: `R$ 5`.
  static func isPrice(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "$")), let sign = text.firstIndex(of: "$") else {
      return false
    }
    return sign > text.startIndex && text[..<sign].allSatisfy(\.isLetter)
  }

  /// A character as a plain ASCII letter, if it looks like one.
  ///
  /// These are full-width, circled, squared, and mathematical forms, and letters of the Cyrillic and
  /// Greek scripts of the same shape.
  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    switch value {
    case 0..<0x80: return scalar
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: return ascii(value - 0xFEE0)
    case 0x24B6...0x24CF: return ascii(value - 0x24B6 + 0x41)
    case 0x24D0...0x24E9: return ascii(value - 0x24D0 + 0x41)
    case 0x1F130...0x1F149: return ascii(value - 0x1F130 + 0x41)
    case 0x1F150...0x1F169: return ascii(value - 0x1F150 + 0x41)
    case 0x1F170...0x1F189: return ascii(value - 0x1F170 + 0x41)
    case 0x1D400...0x1D6A3:
      let place = (value - 0x1D400) % 52
      return ascii(place < 26 ? place + 0x41 : place - 26 + 0x61)
    default: return lookAlikes[scalar] ?? scalar
    }
  }

  private static func ascii(_ value: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(truncatingIfNeeded: value))
  }

  /// Pairs of a letter and its Latin look-alike (Unicode Technical Standard 39, confusables).
  private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = {
    let cyrillic = zip(
      "АВСЕНІЈКМОРЅТХасеіјорѕхԁ".unicodeScalars, "ABCEHIJKMOPSTXaceijopsxd".unicodeScalars)
    let greek = zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ".unicodeScalars, "ABEZHIKMNOPTYX".unicodeScalars)
    // Turkish has an I with a dot, and a small one without.
    var result: [Unicode.Scalar: Unicode.Scalar] = ["\u{4C0}": "I", "\u{130}": "I", "\u{131}": "i"]
    for (form, letter) in cyrillic { result[form] = letter }
    for (form, letter) in greek { result[form] = letter }
    return result
  }()

  /// The meaning of a sign.
  enum Sign {
    case yes, no, nothing
  }

  /// The meaning of a cell's whole text, if it is a sign.
  ///
  /// - Parameter isCircled: whether a letter O says yes and a letter X says no.
  static func sign(_ text: String, isCircled: Bool = false) -> Sign? {
    let text = withoutSelectors(text)
    if text.isEmpty { return .nothing }
    if isCircled, let sign = circled[text] { return sign }
    if text.utf8.count <= longestSign, let sign = signs[text] { return sign }
    if text.utf8.first == UInt8(ascii: ":"), let sign = icon(text) { return sign }
    return text.unicodeScalars.allSatisfy { dashes.contains($0) } ? .nothing : nil
  }

  /// The meaning of an icon's short name in colons: `:material-check:`, `:octicons-x-16:`.
  private static func icon(_ text: String) -> Sign? {
    guard text.utf8.count <= longestIcon, text.utf8.last == UInt8(ascii: ":") else { return nil }
    let words = text.lowercased().split { ":-_".contains($0) }
    guard words.count > 1 else { return nil }
    if words.contains(where: { ["times", "close", "cross", "xmark", "x", "cancel"].contains($0) }) {
      return .no
    }
    return words.contains { ["check", "tick", "done", "checkbox"].contains($0) } ? .yes : nil
  }

  /// The length in bytes of the longest name of an icon.
  private static let longestIcon = 60

  /// The text without white space around it and without selectors of a character's look.
  static func withoutSelectors(_ text: String) -> String {
    var kept = text.unicodeScalars.drop { isSpace($0) || isSelector($0) }
    while let last = kept.last, isSpace(last) || isSelector(last) { kept = kept.dropLast() }
    if kept.contains(where: isSelector) { kept.removeAll(where: isSelector) }
    return String(kept)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x20 || scalar.properties.isWhitespace
  }

  private static func isSelector(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFE0E, 0xFE0F, 0x200B, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// The length in bytes of the longest sign, `:negative_squared_cross_mark:`.
  private static let longestSign = 30

  private static let circled: [String: Sign] = [
    "O": .yes, "o": .yes, "Ｏ": .yes, "X": .no, "x": .no, "Ｘ": .no, "(/)": .yes, "(x)": .no,
  ]

  private static let dashes = Set("-‐‑‒–—―−－ー./…·\\_~".unicodeScalars)

  private static let signs: [String: Sign] = {
    var result: [String: Sign] = [:]
    for sign in [
      "•", "◉", "👍", "✔", "✅", "√", "☑", "✓", "🗸", "🗹", "🆗", "●", "⬤", "○", "◯", "◎", "⚫", "🟢", "■",
      "★", "x", "X",
      "х",
      "Х", "+", "＋",
      ":heavy_check_mark:", ":white_check_mark:", ":ballot_box_with_check:", ":check_mark:",
      ":check:", "[x]", "[X]", "(/)", "$\\checkmark$", "\\checkmark", "$\\surd$",
    ] { result[sign] = .yes }
    for sign in [
      "👎", "✘", "✗", "❌", "✖", "❎", "×", "☒", "🚫", "⛔", "🔴", ":x:", ":heavy_multiplication_x:",
      ":negative_squared_cross_mark:", ":no_entry:", ":no_entry_sign:", "[ ]", "☐", "□",
      "$\\times$", "\\times",
    ] { result[sign] = .no }
    return result
  }()
}
