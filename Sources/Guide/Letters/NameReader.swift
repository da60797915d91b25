import Base

/// Reads the text of a cell as names of parties.
///
/// Names are divided by `,` `;` `+` and line breaks. They are divided by `/`, `&`, and words for
/// "and" only if each part is a name by itself, because names have such signs too. What is in
/// parentheses is a remark unless it is part of a known name.
struct NameReader {
  let words: LetterWords
  let locale: String
  /// Whether a text is a name as it is.
  let isKnown: (String) -> Bool

  /// A name in a cell.
  struct Name: Hashable {
    let text: String
    let remark: String?
    /// Whether it means all parties of the table.
    let isShared: Bool
  }

  /// The names in a text; none for a dash or a word for nobody.
  func read(_ text: String) -> [Name] {
    let text = LetterForms.withoutSelectors(text)
    if text.isEmpty || LetterForms.sign(text) == .nothing || LetterForms.sign(text) == .no {
      return []
    }
    if words.meaning(of: text, in: locale) == .no || Self.isPlaceholder(text) { return [] }
    let items = Self.items(text)
    // "Product, Marketing" are two names, even beside one such as "Product marketing".
    if items.count == 1 || !items.allSatisfy(isKnown), isKnown(text) {
      return [Name(text: text, remark: nil, isShared: false)]
    }
    return items.reduce(into: []) { names, part in
      if let end = names.indices.last, words.beginsCondition(part, in: locale) {
        let last = names[end]
        let remark = last.remark.map { $0 + "; " + part } ?? part
        names[end] = Name(text: last.text, remark: remark, isShared: last.isShared)
      } else {
        names += parts(of: part)
      }
    }
  }

  private static let separators = ",;+\n、，；＋•،؛"

  /// The parts of a text between separators, without the numbers of a numbered list.
  ///
  /// A number before one name belongs to it, and so do those before equal ones: `1. Chair, 2. Chair`.
  private static func items(_ text: String) -> [String] {
    var parts = split(text, separators)
    if let only = parts.first, parts.count == 1, let divided = ListNumber.divided(only) {
      parts = divided
    }
    guard parts.count > 1 else { return parts }
    var number = 1
    var rests: [String] = []
    for part in parts {
      let rest = ListNumber.rest(of: part, numbered: number)
      if rest == nil, number == 1 { return parts }
      if rest != nil { number += 1 }
      rests.append(rest ?? part)
    }
    return number > 2 && Set(rests).count == parts.count ? rests : parts
  }

  /// The names in a text, without signs, placeholders and footnote marks.
  static func parts(of text: String) -> [String] {
    let text = LetterForms.withoutSelectors(text)
    return items(text).map(withoutMarks).filter {
      !$0.isEmpty && LetterForms.sign($0) == nil && !isPlaceholder($0)
    }
  }

  /// Whether a text is a placeholder for a name: `[role]`, `<name>`, `{team}`.
  static func isPlaceholder(_ text: String) -> Bool {
    let pairs: [(Character, Character)] = [("[", "]"), ("<", ">"), ("{", "}"), ("【", "】")]
    guard let first = text.first, let last = text.last, text.count > 1 else { return false }
    return pairs.contains { $0.0 == first && $0.1 == last }
  }

  /// The pieces of a part between signs and words for "and".
  func pieces(of part: String) -> [String] { Self.split(part, "/&・·|").flatMap { joined($0) } }

  private func parts(of part: String) -> [Name] {
    let clean = Self.withoutMarks(part)
    if clean.isEmpty || LetterForms.sign(clean) == .nothing { return [] }
    // "TBD*" is nobody with a note.
    if clean != part, words.meaning(of: clean, in: locale) == .no { return [] }
    if isShared(clean) {
      return [Name(text: clean, remark: nil, isShared: true)]
    }
    if isKnown(clean) { return [Name(text: clean, remark: nil, isShared: false)] }
    let smaller = pieces(of: clean).map { conditional($0) ?? ($0, nil) }
    if smaller.contains(where: { $0.condition != nil }) || smaller.count > 1,
      smaller.allSatisfy({ isKnown($0.name) || isShared($0.name) })
    {
      return smaller.map {
        Name(text: $0.name, remark: $0.condition, isShared: isShared($0.name))
      }
    }
    let (base, remark) = Self.withoutParentheses(clean)
    if let remark, !base.isEmpty {
      if words.meaning(of: base, in: locale) == .no { return [] }
      if isShared(base) { return [Name(text: base, remark: remark, isShared: true)] }
      if isKnown(base) { return [Name(text: base, remark: remark, isShared: false)] }
      let inner = pieces(of: base)
      if inner.count > 1, inner.allSatisfy({ isKnown($0) || isShared($0) }) {
        return inner.map { Name(text: $0, remark: remark, isShared: isShared($0)) }
      }
    }
    return [Name(text: clean, remark: nil, isShared: false)]
  }

  /// A known name and the condition behind it, such as `Kim` and `by class`; nil without one.
  func conditional(_ text: String) -> (name: String, condition: String?)? {
    if isKnown(text) { return nil }
    let parts = text.split(separator: " ")
    for index in parts.indices.dropFirst() {
      let condition = parts[index...].joined(separator: " ")
      guard words.beginsCondition(condition, in: locale) else { continue }
      let name = parts[..<index].joined(separator: " ")
      if isKnown(name) { return (name, condition) }
    }
    return nil
  }

  private func isShared(_ text: String) -> Bool {
    words.saysAll(text, in: locale)
  }

  /// The parts of a text between words for "and".
  private func joined(_ text: String) -> [String] {
    let parts = text.split(separator: " ").map(String.init)
    var result: [String] = []
    var current: [String] = []
    for word in parts {
      if words.meaning(of: word, in: locale) == .and, !current.isEmpty {
        result.append(current.joined(separator: " "))
        current = []
      } else {
        current.append(word)
      }
    }
    if !current.isEmpty { result.append(current.joined(separator: " ")) }
    return result.count > 1 ? result : words.divided(text, in: locale)
  }

  /// The parts of a text between separators outside of parentheses, trimmed.
  static func split(_ text: String, _ separators: String) -> [String] {
    // Most cells are only words, and no separator is a letter.
    if text.utf8.allSatisfy({ $0 == 0x20 || (0x61...0x7A).contains($0 | 0x20) }) {
      return [LetterForms.withoutSelectors(text)].filter { !$0.isEmpty }
    }
    var result: [String] = []
    var current = ""
    var depth = 0
    for character in text {
      if let first = character.unicodeScalars.first, isOfWords(first) {
        current.append(character)
        continue
      }
      if "([（【".contains(character) { depth += 1 }
      if ")]）】".contains(character), depth > 0 { depth -= 1 }
      if depth == 0, separators.contains(character) {
        result.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    result.append(current)
    return result.flatMap(handles).map(LetterForms.withoutSelectors).filter { !$0.isEmpty }
  }

  /// Whether a character that begins so is not a sign, by the scripts of most texts.
  private static func isOfWords(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x400...0x52F,
      0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
      true
    default: false
    }
  }

  /// Whether a text is nothing but names that begin with an at sign, such as `@example/web`.
  static func isOfHandles(_ text: String) -> Bool {
    let names = parts(of: text)
    return !names.isEmpty && names.allSatisfy { $0.hasPrefix("@") && $0.count > 1 }
  }

  /// The names in a part if each begins with an at sign, so that a space divides them; else the part.
  private static func handles(_ part: String) -> [String] {
    guard part.utf8.contains(UInt8(ascii: "@")) else { return [part] }
    let words = part.split(separator: " ")
    return words.allSatisfy { $0.hasPrefix("@") } ? words.map(String.init) : [part]
  }

  private static func withoutMarks(_ text: String) -> String {
    let isMark = { (character: Character) in "*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰".contains(character) }
    var kept = text[...]
    while let last = kept.last, isMark(last) || last.isWhitespace || last == "." {
      kept.removeLast()
    }
    while let first = kept.first, isMark(first) || first.isWhitespace { kept.removeFirst() }
    return String(kept)
  }

  static func withoutParentheses(_ text: String) -> (base: String, remark: String?) {
    guard let open = text.firstIndex(where: { "([（【".contains($0) }),
      let close = text.lastIndex(where: { ")]）】".contains($0) }), open < close
    else { return (text, nil) }
    let inside = text[text.index(after: open)..<close]
    let base = text[..<open] + " " + text[text.index(after: close)...]
    return (
      LetterForms.withoutSelectors(String(base)), LetterForms.withoutSelectors(String(inside))
    )
  }
}
