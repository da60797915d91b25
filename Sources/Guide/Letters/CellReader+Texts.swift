import Base
import Markdown

/// Texts that begin like letters and are something else.
extension CellReader {
  /// Whether a text is longer than a letter and its remark, and begins with neither letter nor sign.
  func isProse(_ text: String) -> Bool {
    guard text.utf8.count > Self.remarkLength else { return false }
    let start = String(text.unicodeScalars.prefix(Self.startLength))
    guard start.first?.isLetter == true else { return false }
    let found = tokens(start)
    return found.letters.isEmpty && found.rest != nil && found.unknown == nil
  }

  /// The languages in which a letter, as it is written, is a word of its own: "A definir", "I clienti".
  private static let wordLetters: [Unicode.Scalar: Set<String>] = [
    "A": ["ca", "cs", "es", "fr", "hr", "hu", "it", "pl", "pt", "ro", "sk", "sl", "sr"],
    "I": ["cs", "da", "hr", "it", "nb", "nn", "no", "pl", "sk", "sl", "sr", "sv"],
    "\u{410}": ["bg", "ru", "sr", "uk"], "\u{421}": ["bg", "ru", "sr", "uk"],
    "\u{406}": ["uk"],
  ]

  /// Whether a text begins with a word of one letter and goes on in small letters.
  func isSentence(_ text: String) -> Bool {
    let start = Array(text.unicodeScalars.prefix(3))
    guard start.count == 3, start[1] == " ", start[2].properties.isLowercase else { return false }
    let language = String(locale.prefix { $0 != "-" }).lowercased()
    return Self.wordLetters[start[0]]?.contains(language) == true
  }

  /// Whether a text is a code such as `AC-1`: letters and digits without a space.
  func isNumbered(_ text: String) -> Bool {
    let base = text.utf8.prefix { $0 != UInt8(ascii: "(") }
    return !base.isEmpty && !base.contains(0x20) && isCode(String(Substring(base)))
  }

  /// Whether a text is an address, a price, a language, the scheme's own name, or a name such as "R&D".
  func isNoLetters(_ text: String) -> Bool {
    if text.hasPrefix("/") && text.utf8.count > 1 || isPath(text) { return true }
    if text.utf8.contains(UInt8(ascii: ":")), text.contains("://") { return true }
    let count = scheme.letters.count
    if count > 3, text.utf8.count == count, text == scheme.text { return true }
    if LetterForms.isDotted(text) || LetterForms.isPrice(text) { return true }
    // "R = Responsible" explains a letter.
    if text.utf8.contains(UInt8(ascii: "=")), isExplanation(text) { return true }
    let parts =
      text.utf8.contains(UInt8(ascii: "-"))
      ? text.split(separator: "-", omittingEmptySubsequences: false) : []
    if parts.count == 2, let first = parts.first, let last = parts.last {
      let isLanguage =
        first.utf8.allSatisfy { (0x61...0x7A).contains($0) }
        && last.utf8.allSatisfy { (0x41...0x5A).contains($0) } && first.count == 2
        && last.count == 2
      let isCompound = first.count == 1 && last.count > 2 && last.first?.isLowercase == true
      if isLanguage || isCompound { return true }
    }
    return text.utf8.contains(UInt8(ascii: "&")) && !text.contains(" ")
      && tokens(text).unknown != nil
  }

  /// A short text and the mark of a note behind it, such as `X 1)` and `✔²`; nil if it has none.
  func marked(_ text: String) -> (base: String, mark: String)? {
    guard text.utf8.count <= Self.startLength, let last = text.unicodeScalars.last else {
      return nil
    }
    let body: Substring.UnicodeScalarView
    if last == ")", !text.utf8.contains(UInt8(ascii: "(")) {
      let inner = text.unicodeScalars.dropLast()
      let end = inner.lastIndex { !(0x30...0x39).contains($0.value) }
      guard let end, let digit = inner.last, (0x30...0x39).contains(digit.value) else { return nil }
      body = inner[...end]
    } else {
      guard Self.isMark(last), let end = text.unicodeScalars.lastIndex(where: { !Self.isMark($0) })
      else { return nil }
      body = text.unicodeScalars[...end]
    }
    let base = LetterForms.withoutSelectors(String(body))
    let mark = String(text.unicodeScalars[body.endIndex...])
    return base.isEmpty ? nil : (base, mark)
  }

  /// Whether a text has a backslash, and more than letters that it divides: `R\A`.
  private func isPath(_ text: String) -> Bool {
    text.utf8.contains(0x5C) && (text.utf8.contains(0x3A) || !text.hasOnlyLoneLetters)
      && LetterForms.sign(text) == nil
  }

  /// Whether a text is a letter, an equals sign, and words.
  private func isExplanation(_ text: String) -> Bool {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let letter = LetterForms.withoutSelectors(String(parts[0]))
    return letter.count == 1 && LetterForms.withoutSelectors(String(parts[1])).count > 1
  }
}
