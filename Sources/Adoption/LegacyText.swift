import Exchange

/// Reads Markdown that is in an encoding of Windows, if its language shows which one.
///
/// Bytes fit many encodings, so the text has to read like its language.
enum LegacyText {
  /// The text in UTF-8, with the encoding's name; nil if nothing shows its encoding.
  ///
  /// - Parameters:
  ///   - language: the language that the user named; nil if there is none.
  ///   - place: the path among the adopted files.
  static func decode(
    _ bytes: [UInt8], language: String?, place: String
  ) -> (text: [UInt8], name: String)? {
    guard !isMostlyUTF8(bytes) else { return nil }
    let named = [language].compactMap { $0 } + languages(of: place)
    for language in named.isEmpty ? [spoken(bytes)].compactMap({ $0 }) : named {
      guard let found = TextEncoding.decode(bytes, language: language),
        reads(found.text, like: language, in: found.name)
      else { continue }
      return found
    }
    return nil
  }

  /// The languages that a path names: the folders and the end of the file's name.
  private static func languages(of place: String) -> [String] {
    var parts = LooseTree.split(place).stem.split(separator: "/").map(String.init)
    guard let stem = parts.popLast() else { return [] }
    let suffix = LocaleName.suffixed(stem).first { $0.locale.certainty >= .word }?.locale
    let folders = parts.reversed().compactMap { LocaleName($0) }
    return ([suffix].compactMap { $0 } + folders).map(\.tag)
  }

  /// The language that the words without marks tell, in Latin letters.
  private static func spoken(_ bytes: [UInt8]) -> String? {
    let text = TextEncoding.decode(bytes).text
    return TextHints(text).spoken.language
  }

  /// Whether most characters beyond ASCII are in UTF-8, and a few bytes are damaged.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var (valid, damaged) = (0, 0)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
      if scalar == "\u{FFFD}" { damaged += 1 } else { valid += 1 }
    }
    return valid >= damaged
  }

  /// Whether a text reads like its language, and not like another encoding.
  private static func reads(_ text: [UInt8], like language: String, in encoding: String) -> Bool {
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    let speaks = TextHints(text).spoken.speaks(language)
    // A few words in Latin letters do not tell a language, and damaged bytes fit any of them.
    let isWestern = encoding == "CP1252" && areWestern(scalars)
    guard speaks ?? isWestern, isWestern || encoding != "CP1252" else { return false }
    switch encoding {
    case "CP1252": return true
    case "GB18030": return areUsualIdeographs(scalars)
    default: return areUsualLetters(scalars, language)
    }
  }

  /// Whether letters beyond ASCII are small ones mostly, and no sign is in a word.
  ///
  /// Text in KOI8 has capitals, and text in ISO 8859-2 has signs in words.
  private static func areUsualLetters(
    _ scalars: String.UnicodeScalarView, _ language: String
  ) -> Bool {
    var (small, large) = (0, 0)
    var previous: Unicode.Scalar = " "
    for scalar in scalars {
      if scalar.value >= 0x80 {
        if scalar.properties.isLowercase { small += 1 }
        if scalar.properties.isUppercase { large += 1 }
        if scalar == "ą", !["pl", "lt"].contains(language.prefix(2)) { return false }
        // Katakana of half width are kana of another encoding.
        if isNarrowKana(scalar), isNarrowKana(previous) { return false }
      }
      let isSign = signs.contains(scalar) && previous.properties.isAlphabetic
      if isSign || signs.contains(previous) && scalar.properties.isAlphabetic { return false }
      previous = scalar
    }
    return small >= large
  }

  private static func isNarrowKana(_ scalar: Unicode.Scalar) -> Bool {
    (0xFF61...0xFF9F).contains(scalar.value)
  }

  /// Whether a text has only usual characters, and never three beyond ASCII in a row.
  private static func areWestern(_ scalars: String.UnicodeScalarView) -> Bool {
    var count = 0
    for scalar in scalars {
      count = scalar.isASCII ? 0 : count + 1
      if count > 2 || !scalar.isASCII && !western.contains(scalar) { return false }
    }
    return true
  }

  /// The usual letters and signs of Western languages beyond ASCII.
  private static let western = Set(
    "ÄÅÆÇÉÈÖØÑÜàáâãäåæçèéêëìíîïñòóôõöøœùúûüß‘’“”„‚–—…•€£§°©®™«»·\u{A0}".unicodeScalars)

  private static let signs: Set<Unicode.Scalar> = ["±", "¶", "¦", "¬"]

  /// Whether most ideographs are among those that all Chinese encodings have.
  private static func areUsualIdeographs(_ scalars: String.UnicodeScalarView) -> Bool {
    var (usual, rare) = (0, 0)
    for scalar in scalars where scalar.value >= 0x3400 {
      switch scalar.value {
      case 0x4E00...0x9FA5, 0xFF01...0xFF5E: usual += 1
      default: rare += 1
      }
    }
    return usual > rare * 10
  }
}
