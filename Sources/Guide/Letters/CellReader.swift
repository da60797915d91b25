import Base
import Markdown

/// Reads the text of a cell as letters or signs.
///
/// Emphasis is gone by then. Letters may be written together or divided by `/ , · + & - ;` and
/// spaces, in either case. They may be in full width, and in letters of other scripts that look the
/// same. A word for a letter is one too. Text in parentheses and footnote marks are remarks.
struct CellReader {
  let words: LetterWords
  let scheme: LetterScheme
  let locale: String
  /// The meanings of signs that the guide names, by their text.
  var signs: [String: LetterSet] = [:]
  /// Whether a letter O says yes and a letter X says no, as in East Asia.
  var isCircled = false

  /// The most letters that a scheme's initials in one word can be.
  private static let maximumWordLength = 6

  /// The length in bytes above which a text can have letters only at its start.
  private static let remarkLength = 160
  /// The length of a text's start, and of the longest word that names a letter, in scalars or bytes.
  private static let startLength = 48

  /// Reads a cell's plain text.
  func read(_ text: String) -> CellContent {
    if text.isEmpty { return CellContent(kind: .nothing) }
    guard signs.isEmpty, !isCircled, words.all == scheme.all else { return content(of: text) }
    return words.cells.meaning(of: text, in: locale, keepingIf: { $0.remark == nil }) {
      content(of: text)
    }
  }

  private func content(of text: String) -> CellContent {
    if let own = ownSign(text) { return own }
    if isProse(text) || isNumbered(text) || isNoLetters(text) { return CellContent(kind: .text) }
    let whole = LetterForms.withoutSelectors(text)
    if let sign = LetterForms.sign(whole, isCircled: isCircled) { return content(of: sign) }
    if let signed = withRemark(whole) { return signed }
    let (outer, remarks) = CellParts.divided(whole)
    if !remarks.isEmpty, outer.allSatisfy({ $0.isWhitespace || "*†‡".contains($0) }) {
      // All of the cell is in parentheses: letters that apply sometimes, or a remark.
      let inner = tokens(remarks[0])
      let isWord = remarks[0].count(where: \.isLetter) > inner.letters.text.count
      let isName = isWord && NameReader.isPlaceholder(whole)
      if remarks.count == 1, inner.rest == nil, !inner.letters.isEmpty, !isName {
        return CellContent(
          kind: .letters, letters: inner.letters, unknown: inner.unknown, remark: whole)
      }
      return CellContent(kind: .nothing, remark: remarks.joined(separator: "; "))
    }
    if let sign = LetterForms.sign(outer, isCircled: isCircled) {
      var result = content(of: sign)
      result.remark = Self.joined(remarks)
      return result
    }
    if var own = ownSign(outer) {
      own.remark = Self.joined(remarks)
      return own
    }
    // "I/A" in capitals is letters, though "i/a" is a word for none in some languages.
    let found = tokens(outer)
    if isOfCapitals(found, outer) { return letters(found, outer, remarks, whole) }
    switch words.meaning(ofCell: outer, in: locale) {
    case .yes: return CellContent(kind: .yes, remark: Self.joined(remarks))
    case .no: return CellContent(kind: .no, remark: Self.joined(remarks))
    case .letters(let letters):
      let own = letters.intersection(scheme.all)
      if !own.isEmpty {
        let remark = Self.joined(remarks.filter { !isLetters($0, own) })
        return CellContent(kind: .letters, letters: own, remark: remark)
      }
    default: break
    }
    return letters(found, outer, remarks, whole)
  }

  private func letters(
    _ found: Tokens, _ outer: String, _ remarks: [String], _ whole: String
  ) -> CellContent {
    guard !found.letters.isEmpty else {
      let inner = remarks.count == 1 ? tokens(remarks[0]) : nil
      if let inner, inner.rest == nil, !inner.letters.isEmpty, found.count <= 3 {
        // "Responsible person (R)": the letter is in the parentheses.
        return CellContent(kind: .loose, letters: inner.letters, remark: outer)
      }
      return CellContent(kind: .text, unknown: found.rest == nil ? found.unknown : nil)
    }
    if found.rest != nil, isSentence(outer) { return CellContent(kind: .text) }
    let isSplit = found.isParted && !remarks.isEmpty
    var parts = remarks.filter { !isLetters($0, found.letters) }
    if let mark = found.mark { parts.append(mark) }
    if let rest = found.rest { parts.insert(LetterForms.withoutSelectors(String(rest)), at: 0) }
    return CellContent(
      kind: found.rest == nil ? .letters : .loose, letters: found.letters, unknown: found.unknown,
      remark: isSplit && !parts.isEmpty ? whole : Self.joined(parts))
  }

  /// Whether a text is longer than a letter and its remark, and begins with neither letter nor sign.
  private func isProse(_ text: String) -> Bool {
    guard text.utf8.count > Self.remarkLength else { return false }
    let start = String(text.unicodeScalars.prefix(Self.startLength))
    guard start.first?.isLetter == true else { return false }
    let found = tokens(start)
    return found.letters.isEmpty && found.rest != nil && found.unknown == nil
  }

  /// The languages in which a letter, as it is written, is a word of its own: "A definir", "I clienti".
  private static let wordLetters: [Unicode.Scalar: Set<String>] = [
    "A": ["ca", "cs", "es", "hr", "hu", "it", "pl", "pt", "ro", "sk", "sl"],
    "I": ["cs", "hr", "it", "pl", "sk", "sl"],
    "\u{410}": ["bg", "ru", "sr", "uk"], "\u{421}": ["bg", "ru", "sr", "uk"],
    "\u{406}": ["uk"],
  ]

  /// Whether a text begins with a word of one letter and goes on in small letters.
  private func isSentence(_ text: String) -> Bool {
    let start = Array(text.unicodeScalars.prefix(3))
    guard start.count == 3, start[1] == " ", start[2].properties.isLowercase else { return false }
    let language = String(locale.prefix { $0 != "-" }).lowercased()
    return Self.wordLetters[start[0]]?.contains(language) == true
  }

  /// Whether a text is a code such as `AC-1`: letters and digits without a space.
  private func isNumbered(_ text: String) -> Bool {
    let base = text.utf8.prefix { $0 != UInt8(ascii: "(") }
    return !base.isEmpty && !base.contains(0x20) && isCode(String(Substring(base)))
  }

  /// Whether a text is an address, a price, a language, the scheme's own name, or a name such as "R&D".
  private func isNoLetters(_ text: String) -> Bool {
    if text.hasPrefix("/") && text.utf8.count > 1 || text.utf8.contains(0x5C) { return true }
    if text.utf8.contains(UInt8(ascii: ":")), text.contains("://") { return true }
    let count = scheme.letters.count
    if count > 3, text.utf8.count == count, text == scheme.text { return true }
    if LetterForms.isDotted(text) || LetterForms.isPrice(text) { return true }
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

  /// A sign with a text behind it: `✅ monthly`.
  private func withRemark(_ text: String) -> CellContent? {
    guard let space = text.firstIndex(of: " "), let first = text.unicodeScalars.first,
      first.value > 0x2000, let sign = LetterForms.sign(String(text[..<space])), sign != .nothing
    else { return nil }
    let rest = LetterForms.withoutSelectors(String(text[space...]))
    let found = tokens(rest)
    // "🔴 A" is a letter that someone colored.
    if !found.letters.isEmpty, found.rest == nil { return nil }
    var result = content(of: sign)
    result.remark = rest
    return result
  }

  /// Whether a text is nothing but capital letters of the scheme.
  private func isOfCapitals(_ found: Tokens, _ text: String) -> Bool {
    found.rest == nil && found.unknown == nil && found.count > 1 && !found.letters.isEmpty
      && !text.unicodeScalars.contains { $0.properties.isLowercase }
  }

  private func content(of sign: LetterForms.Sign) -> CellContent {
    switch sign {
    case .yes: CellContent(kind: .yes)
    case .no: CellContent(kind: .no)
    case .nothing: CellContent(kind: .nothing)
    }
  }

  private func ownSign(_ text: String) -> CellContent? {
    if signs.isEmpty { return nil }
    let key = Self.signKey(text)
    return signs[key].map { CellContent(kind: $0.isEmpty ? .no : .letters, letters: $0) }
  }

  /// How a sign is compared.
  static func signKey(_ text: String) -> String { folded(LetterForms.withoutSelectors(text)) }

  private func isLetters(_ text: String, _ letters: LetterSet) -> Bool {
    if case .letters(let own) = words.meaning(ofCell: text, in: locale) {
      return !own.isDisjoint(with: letters)
    }
    let found = tokens(text)
    return found.rest == nil && found.letters == letters
  }

  private static func joined(_ remarks: [String]) -> String? {
    remarks.isEmpty ? nil : remarks.joined(separator: "; ")
  }

  /// The meanings of the words of a text.
  struct Tokens {
    var letters: LetterSet = []
    /// Letters that the scheme lacks.
    var unknown: String?
    /// A footnote mark.
    var mark: String?
    /// The text from the first word on that is not a letter.
    var rest: Substring?
    /// The number of words.
    var count = 0
    /// Whether letters are in more than one word.
    var isParted = false
  }

  private func tokens(_ text: String) -> Tokens {
    let scalars = text.unicodeScalars
    var result = Tokens()
    var position = scalars.startIndex
    while let start = scalars[position...].firstIndex(where: { Self.isWord($0) || Self.isMark($0) })
    {
      let rest = scalars[start...]
      if Self.isMark(scalars[start]) || Self.isDigit(scalars[start]) && !result.letters.isEmpty {
        position = rest.firstIndex { !Self.isMark($0) && !Self.isDigit($0) } ?? scalars.endIndex
        if start > scalars.startIndex { result.mark = String(scalars[start..<position]) }
        continue
      }
      position = rest.firstIndex { !Self.isWord($0) || Self.isMark($0) } ?? scalars.endIndex
      result.count += 1
      guard take(Substring(scalars[start..<position]), &result) else {
        result.rest = Substring(rest)
        return result
      }
    }
    return result
  }

  /// Whether a scalar is part of a word, or a letter in another form.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    isWordCharacter(scalar) || LetterForms.plain(scalar) != scalar
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x30...0x39).contains(scalar.value) : scalar.properties.numericType != nil
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "†", "‡", "§", "¹", "²", "³", "⁰", "ⁱ", "\u{2074}"..."\u{2079}": true
    // Raised letters: modifiers of Unicode's blocks for phonetics and spacing letters.
    case "\u{1D2C}"..."\u{1D6A}", "\u{1D9C}"..."\u{1DBB}", "\u{2B0}"..."\u{2B8}", "ˡ", "ˢ", "ˣ":
      true
    case "ⁿ": true
    default: false
    }
  }

  /// Takes a word as letters; false if it is not letters.
  private func take(_ token: Substring, _ result: inout Tokens) -> Bool {
    if let letters = initials(token) {
      let others = letters.subtracting(scheme.all)
      // A word of which only a part is letters, such as "HR", does not count.
      let own = others.isEmpty ? letters : []
      if !others.isEmpty { result.unknown = (result.unknown ?? "") + others.text }
      result.isParted = result.isParted || !result.letters.isEmpty
      result.letters.formUnion(own)
      return true
    }
    guard token.utf8.count <= Self.startLength else { return false }
    switch words.meaning(ofCell: String(token), in: locale) {
    case .letters(let letters) where !letters.isDisjoint(with: scheme.all):
      result.isParted = result.isParted || !result.letters.isEmpty
      result.letters.formUnion(letters.intersection(scheme.all))
      return true
    case .and where !result.letters.isEmpty: return true
    default: return false
    }
  }

  /// The letters of a word that is nothing but initials: capitals, or one or two small letters of
  /// the scheme, none of them twice.
  private func initials(_ token: Substring) -> LetterSet? {
    guard token.count <= Self.maximumWordLength else { return nil }
    var letters: LetterSet = []
    var capitals = 0
    for scalar in token.unicodeScalars {
      let plain = LetterForms.plain(scalar)
      guard plain.isASCII, plain.properties.isAlphabetic else { return nil }
      if (0x41...0x5A).contains(plain.value) { capitals += 1 }
      let letter = LetterSet(Character(plain.properties.uppercaseMapping))
      if letters.contains(letter) { return nil }
      letters.insert(letter)
    }
    let count = token.unicodeScalars.count
    if scheme.all.isSuperset(of: letters) {
      return capitals == count || count <= 2 ? letters : nil
    }
    return capitals == count && count <= 4 ? letters : nil
  }
}
