import Base

/// The names and numbers of a row that every translation keeps.
///
/// A name is a word in Latin letters with a digit, two capitals or a capital inside it; a number
/// has two digits and more. Tokens that languages write differently are left out: times, dates and
/// fractions, ordinals, words in capitals for their weight, and abbreviations of two letters.
public struct KeptTokens {
  /// Words that are in capitals to be heard, as RFC 2119 has them, and their like.
  private static let emphasis: Set<String> = [
    "all", "and", "any", "are", "both", "but", "can", "cannot", "each", "every", "for", "may",
    "must", "never", "not", "one", "only", "optional", "recommended", "required", "shall", "should",
    "the", "will", "you", "your", "always", "before", "after", "important", "note", "warning",
  ]

  private struct Token {
    /// As it is written.
    let written: String
    /// In small letters, a number without signs between its digits.
    let form: String
    let isNumber: Bool
  }

  /// So many of a row are looked for.
  private static let mostTokens = 200

  private let tokens: [Token]
  private let forms: PrefixIndex

  /// Takes the names and numbers of the source's row.
  public init(title: String, clauses: [String]) {
    var found: [Token] = []
    var seen: Set<String> = []
    for text in [title] + clauses where found.count < Self.mostTokens {
      found += Self.tokens(in: Array(text.utf8)).filter { seen.insert($0.form).inserted }
    }
    tokens = Array(found.prefix(Self.mostTokens))
    forms = PrefixIndex(tokens.map { Array($0.form.utf8) })
  }

  /// The names and numbers as the source writes them, in order.
  public var written: [String] { tokens.map(\.written) }

  /// Those that a translation of the row has in no form, as the source writes them.
  public func lost(inTitle title: String, _ clauses: [String]) -> [String] {
    if tokens.isEmpty { return [] }
    var text = Array(title.utf8)
    for clause in clauses {
      text.append(0x0A)
      text += clause.utf8
    }
    text = Self.lowercased(text)
    var isFound = found(in: text)
    // Only numbers are written in other ways.
    let isNumberMissing = zip(tokens, isFound).contains { token, isFound in
      !isFound && token.form.utf8.contains(where: Self.isDigit)
    }
    if isNumberMissing {
      for (index, isThere) in found(in: Self.withPlainNumbers(text)).enumerated() where isThere {
        isFound[index] = true
      }
    }
    let missing = zip(tokens, isFound).filter { !$1 }.map(\.0)
    return withoutTranslated(missing, title, clauses).map(\.written)
  }

  /// The tokens without acronyms and codes that the translation renders by others, such as RGPD for
  /// GDPR or S2 for H2.
  private func withoutTranslated(
    _ missing: [Token], _ title: String, _ clauses: [String]
  ) -> [Token] {
    guard missing.contains(where: { Self.shape($0) != nil }) else { return missing }
    let known = Set(tokens.map(\.form))
    var fresh: [String: Int] = [:]
    var seen: Set<String> = []
    for text in [title] + clauses {
      for word in text.utf8.split(whereSeparator: { !Self.isWord($0) }) {
        let written = String(decoding: word, as: UTF8.self)
        guard let shape = Self.shape(written), !known.contains(written.lowercased()),
          seen.insert(written).inserted
        else { continue }
        fresh[shape, default: 0] += 1
      }
    }
    return missing.filter { token in
      guard let shape = Self.shape(token), let count = fresh[shape], count > 0 else { return true }
      fresh[shape] = count - 1
      return false
    }
  }

  private static func shape(_ token: Token) -> String? {
    token.isNumber ? nil : shape(token.written)
  }

  /// The features that an acronym or code shares with its translation: capitals or digits.
  private static func shape(_ written: String) -> String? {
    let letters = written.utf8.filter(isCapital)
    let digits = written.utf8.filter(isDigit)
    guard letters.count + digits.count == written.utf8.count else { return nil }
    if digits.isEmpty { return (2...6).contains(letters.count) ? "A" : nil }
    return letters.count == 1 || letters.count == 2 ? String(decoding: digits, as: UTF8.self) : nil
  }

  /// Which tokens a word begins with, with any ending that a language gives it; a number
  /// must not be part of a longer number.
  ///
  /// - Complexity: linear in the text, for any tokens.
  private func found(in text: [UInt8]) -> [Bool] {
    var isFound = [Bool](repeating: false, count: tokens.count)
    text.withUnsafeBufferPointer { text in
      var before: UInt8 = 0x20
      for (position, byte) in text.enumerated() {
        defer { before = byte }
        let (isInWord, isInNumber) = (Self.isWord(before), Self.isDigit(before))
        guard !isInWord || !isInNumber && Self.isDigit(byte) else { continue }
        forms.forEachPrefix(of: text, from: position) { token, end in
          let isAlone =
            tokens[token].isNumber
            ? !isInNumber && !(end < text.count && Self.isDigit(text[end])) : !isInWord
          if isAlone { isFound[token] = true }
        }
      }
    }
    return isFound
  }

  /// The text with digits of other scripts as ASCII ones, and nothing between the digits of a number.
  private static func withPlainNumbers(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var pending: Unicode.Scalar?
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let isBehindDigit = result.last.map(isDigit) ?? false
      if let digit = digit(scalar) {
        if let pending, !isBehindDigit { result.append(contentsOf: pending.utf8) }
        pending = nil
        result.append(0x30 + digit)
      } else if pending == nil, isBehindDigit, separators.contains(scalar) {
        pending = scalar
      } else {
        if let pending { result.append(contentsOf: pending.utf8) }
        pending = nil
        result.append(contentsOf: scalar.utf8)
      }
    }
    if let pending { result.append(contentsOf: pending.utf8) }
    return result
  }

  private static let separators: Set<Unicode.Scalar> = [
    ".", ",", "'", " ", "\u{A0}", "\u{2009}", "\u{2019}", "\u{202F}", "\u{66B}", "\u{66C}",
  ]

  private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x30...0x39: return UInt8(scalar.value - 0x30)
    // No script below Arabic has digits of its own, nor do Chinese, Japanese and Korean.
    case 0..<0x660, 0x2000...0xA4CF, 0xAC00...0xD7FF: return nil
    default: break
    }
    guard scalar.properties.generalCategory == .decimalNumber,
      let value = scalar.properties.numericValue
    else { return nil }
    return UInt8(value)
  }

  private static func tokens(in text: [UInt8]) -> [Token] {
    var result: [Token] = []
    var position = 0
    while position < text.count {
      guard isWord(text[position]) else {
        position += 1
        continue
      }
      let start = position
      while position < text.count, isWord(text[position]) || joinsDigits(text, position) {
        position += 1
      }
      // Part of a word with letters beyond ASCII, such as those with accents, is not a word.
      let isPart = isAccented(text, before: start) || isAccented(text, at: position)
      if !isPart, let token = token(text, start..<position) { result.append(token) }
    }
    return result
  }

  /// Whether a letter of the Latin blocks beyond ASCII (U+00C0 to U+024F) begins at an offset.
  private static func isAccented(_ text: [UInt8], at position: Int) -> Bool {
    position < text.count && (0xC3...0xC9).contains(text[position])
  }

  private static func isAccented(_ text: [UInt8], before position: Int) -> Bool {
    position >= 2 && text[position - 1] & 0xC0 == 0x80 && isAccented(text, at: position - 2)
  }

  /// The token that a word is, or nil if translations may write it otherwise.
  private static func token(_ text: [UInt8], _ range: Range<Int>) -> Token? {
    let word = text[range]
    let digits = word.count { isDigit($0) }
    let capitals = word.count { isCapital($0) }
    let letters = word.count { isWord($0) } - digits
    let written = String(decoding: word, as: UTF8.self)
    func token(_ bytes: some Sequence<UInt8>, isNumber: Bool) -> Token {
      Token(
        written: written, form: String(decoding: lowercased(Array(bytes)), as: UTF8.self),
        isNumber: isNumber)
    }
    if letters == 0 {
      let plain = word.filter(isDigit)
      let isFirst = plain.first != UInt8(ascii: "0")
      guard digits >= 2, isFirst, !isPartOfTimeOrDate(text, range) else { return nil }
      return token(plain, isNumber: true)
    }
    if digits > 0 {
      // A number with an ordinal's ending or a unit: "2nd", "90s", "16GB".
      let isCode = isWord(word[range.lowerBound]) && !isDigit(word[range.lowerBound])
      guard isCode || digits >= 2 else { return nil }
      guard isCode else { return token(word.prefix(while: isDigit), isNumber: true) }
      return token(word, isNumber: false)
    }
    let inner = word.dropFirst().count { isCapital($0) }
    guard inner > 0 else { return nil }
    // "VPNs" is the plural of "VPN".
    let isPlural = word.last == UInt8(ascii: "s") && capitals == word.count - 1
    let stem = isPlural ? word.dropLast() : word
    let result = token(stem, isNumber: false)
    let isAbbreviation = capitals == stem.count
    if isAbbreviation, stem.count < 3 || emphasis.contains(result.form) { return nil }
    return result
  }

  /// Whether a sign is between two digits as languages write it in numbers.
  private static func joinsDigits(_ text: [UInt8], _ position: Int) -> Bool {
    guard text[position] == UInt8(ascii: ".") || text[position] == UInt8(ascii: ","),
      position > 0, position + 1 < text.count
    else { return false }
    return isDigit(text[position - 1]) && isDigit(text[position + 1])
  }

  private static func isPartOfTimeOrDate(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    func isJoint(_ position: Int, _ beyond: Int) -> Bool {
      guard text.indices.contains(position), text.indices.contains(beyond) else { return false }
      return ":/-".utf8.contains(text[position]) && isDigit(text[beyond])
    }
    return isJoint(range.lowerBound - 1, range.lowerBound - 2)
      || isJoint(range.upperBound, range.upperBound + 1)
  }

  private static func lowercased(_ text: [UInt8]) -> [UInt8] {
    text.map { isCapital($0) ? $0 | 0x20 : $0 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || isCapital(byte) || (0x61...0x7A).contains(byte)
  }
}
