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
  /// Whether a capital of the scheme is a letter though it is short for yes or no: I in Hungarian.
  private(set) var prefersLetters = false

  /// The same reader for tables that have other letters.
  var forLetters: CellReader {
    var result = self
    result.prefersLetters = words.hasShortAnswers(in: locale)
    return result
  }

  /// The most letters that a scheme's initials in one word can be.
  private static let maximumWordLength = 6

  /// The length in bytes above which a text can have letters only at its start.
  static let remarkLength = 160
  /// The length of a text's start, and of the longest word that names a letter, in scalars or bytes.
  static let startLength = 48

  /// Reads a cell's plain text.
  func read(_ text: String) -> CellContent {
    if text.isEmpty { return CellContent(kind: .nothing) }
    guard signs.isEmpty, !isCircled, !prefersLetters, words.all == scheme.all else {
      return content(of: text)
    }
    return words.cells.meaning(of: text, in: locale) {
      content(of: text)
    }
  }

  private func content(of text: String) -> CellContent {
    if let own = ownSign(text) { return own }
    guard let (base, mark) = marked(text) else { return contentWithoutMark(of: text) }
    var result = contentWithoutMark(of: base)
    guard result.kind != .text, result.kind != .loose, result.remark == nil, result.unknown == nil
    else { return contentWithoutMark(of: text) }
    result.remark = mark
    return result
  }

  private func contentWithoutMark(of text: String) -> CellContent {
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
      if remarks.count == 1, LetterForms.sign(remarks[0], isCircled: isCircled) == .yes {
        return CellContent(kind: .yes, remark: whole)
      }
      return CellContent(kind: .nothing, remark: remarks.joined(separator: "; "))
    }
    if let sign = LetterForms.sign(outer, isCircled: isCircled) {
      var result = content(of: sign)
      result.remark = Self.joined(remarks)
      // "X (approver)" says which tick it is.
      if sign == .yes, remarks.count == 1,
        case .letters(let letters) = words.meaning(ofCell: remarks[0], in: locale)
      {
        result.letters = letters.intersection(scheme.all)
      }
      return result
    }
    if var own = ownSign(outer) {
      own.remark = Self.joined(remarks)
      return own
    }
    // "I/A" in capitals is letters, though "i/a" is a word for none in some languages.
    let found = tokens(outer)
    if isOfCapitals(found, outer) || prefersLetters && isLetter(outer) {
      return letters(found, outer, remarks, whole)
    }
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
    if found.rest != nil && isSentence(outer) || found.isOfWords { return CellContent(kind: .text) }
    let isSplit = found.isParted && !remarks.isEmpty
    var parts = remarks.filter { !isLetters($0, found.letters) }
    if let mark = found.mark { parts.append(mark) }
    if let rest = found.rest { parts.insert(LetterForms.withoutSelectors(String(rest)), at: 0) }
    return CellContent(
      kind: found.rest == nil || found.isMarked ? .letters : .loose, letters: found.letters,
      unknown: found.unknown,
      remark: isSplit && !parts.isEmpty ? whole : Self.joined(parts), isMarked: found.isMarked)
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

  /// Whether a text is one letter of the scheme, large or small.
  private func isLetter(_ text: String) -> Bool {
    text.count == 1
      && text.uppercased().first.map { scheme.all.isDisjoint(with: LetterSet($0)) } == false
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

  func tokens(_ text: String) -> Tokens {
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
      let between = scalars[position..<start]
      position = rest.firstIndex { !Self.isWord($0) || Self.isMark($0) } ?? scalars.endIndex
      result.count += 1
      let isJoined = !result.letters.isEmpty && between.allSatisfy { $0 == " " }
      if isJoined, joins(rest[..<position], before: scalars[position...]) { continue }
      guard take(Substring(scalars[start..<position]), &result) else {
        result.rest = Substring(rest)
        result.isMarked = Self.divides(between)
        return result
      }
    }
    return result
  }

  /// Whether signs between letters and a text set the text off: a colon, or a dash with spaces.
  private static func divides(_ signs: Substring.UnicodeScalarView) -> Bool {
    if signs.contains(where: { $0 == ":" || $0 == "：" }) { return true }
    return signs.first == " " && signs.last == " "
      && signs.contains { $0 == "-" || $0 == "–" || $0 == "—" }
  }

  /// Whether a scalar is part of a word, or a letter in another form.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    isWordCharacter(scalar) || LetterForms.plain(scalar) != scalar
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x30...0x39).contains(scalar.value) : scalar.properties.numericType != nil
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "†", "‡", "§", "¹", "²", "³", "⁰", "ⁱ", "\u{2074}"..."\u{2079}": true
    // Raised letters: modifiers of Unicode's blocks for phonetics and spacing letters.
    case "\u{1D2C}"..."\u{1D6A}", "\u{1D9C}"..."\u{1DBB}", "\u{2B0}"..."\u{2B8}", "ˡ", "ˢ", "ˣ":
      true
    case "ⁿ": true
    default: false
    }
  }

  /// Whether one small letter is a word for "and" with more behind it, as in Polish "R i A".
  private func joins(
    _ word: Substring.UnicodeScalarView, before rest: Substring.UnicodeScalarView
  ) -> Bool {
    guard word.count == 1, let letter = word.first, letter.properties.isLowercase,
      rest.contains(where: Self.isWord)
    else { return false }
    return words.meaning(ofNormalized: String(letter), in: locale) == .and
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
      let small = token.count(where: \.isLowercase)
      if small > 0 { result.hasSmall = true } else { result.hasCapitals = true }
      if small > 1, small == token.count { result.hasSmallWord = true }
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
