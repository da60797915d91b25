import Base

/// A name in a cell with the letters that the cell gives it.
struct StatedName: Hashable {
  let name: String
  let letters: LetterSet
  /// Whether the letters are a label before the name, or behind it without parentheses.
  let isLabeled: Bool
}

/// Reads cells that say who has which letter: `Kim (R), Lou (A)`, `R: Kim; A: Lou`, `Kim – R`.
extension CellReader {
  /// The length in bytes of the longest cell that is read so.
  private static let longestStatement = 600
  private static let separators = ",;\n、，；•،؛"

  /// The names in a cell with their letters; nil if a part of it has no letters.
  ///
  /// A name without letters behind one with letters before it, as in `R: Kim, Lou`, has the same.
  func stated(_ text: String) -> [StatedName]? {
    guard text.utf8.count <= Self.longestStatement else { return nil }
    var result: [StatedName] = []
    var last: LetterSet?
    for part in NameReader.split(text, Self.separators).flatMap(labeled) {
      let part = Self.withoutBullet(part)
      if part.isEmpty { continue }
      if let (letters, name) = leading(part) {
        last = letters
        if LetterForms.sign(name) == nil {
          result.append(.init(name: name, letters: letters, isLabeled: true))
        }
      } else if let stated = trailing(part) {
        result.append(stated)
      } else if let last, label(part) == nil {
        result.append(.init(name: part, letters: last, isLabeled: true))
      } else {
        return nil
      }
    }
    return result.isEmpty ? nil : result
  }

  /// Whether most of some cells name people with letters, the first one among them.
  ///
  /// A single label in each, such as `A - open`, may as well be a state.
  func statesLetters(_ cells: some Sequence<String>) -> Bool {
    var (stated, others) = (0, 0)
    var letters: LetterSet = []
    var (hasSeveral, hasLabel) = (false, false)
    for text in cells {
      let cell = LetterForms.withoutSelectors(text)
      if LetterForms.sign(cell) != nil || NameReader.isPlaceholder(cell) { continue }
      let names = self.stated(cell) ?? []
      if names.isEmpty { others += 1 } else { stated += 1 }
      if stated == 0 { return false }
      for name in names { letters.formUnion(name.letters) }
      if Set(names.map(\.letters)).count > 1 { hasSeveral = true }
      if names.contains(where: \.isLabeled) { hasLabel = true }
    }
    return stated > others && (hasSeveral || !hasLabel)
      && !letters.isDisjoint(with: scheme.owner)
  }

  /// A part before each of whose labels, such as `R:`, a new one begins.
  private func labeled(_ part: String) -> [String] {
    guard Self.dividers.prefix(3).contains(where: { Self.mayHave($0, part) }),
      part.contains(where: Self.isColon)
    else { return [part] }
    var result: [String] = []
    var current: [Substring] = []
    for word in part.split(separator: " ") {
      let label = word.prefix { !Self.isColon($0) }
      let begins = label.count < word.count && capitals(String(label)) != nil
      if begins, !current.isEmpty {
        result.append(current.joined(separator: " "))
        current = []
      }
      current.append(word)
    }
    return result + [current.joined(separator: " ")]
  }

  private static func isColon(_ character: Character) -> Bool {
    character == ":" || character == "：" || character == "="
  }

  /// The letters before a colon or a dash, or in parentheses, and the name behind them.
  private func leading(_ part: String) -> (LetterSet, String)? {
    for sign in Self.dividers where Self.mayHave(sign, part) {
      guard let range = part.firstRange(of: sign) else { continue }
      let name = LetterForms.withoutSelectors(String(part[range.upperBound...]))
      guard let letters = label(String(part[..<range.lowerBound])), label(name) == nil,
        !name.contains(where: Self.isColon)
      else { continue }
      return (letters, name)
    }
    return nil
  }

  /// The letters behind a colon or a dash, or in parentheses, and the name before them.
  private func trailing(_ part: String) -> StatedName? {
    let (name, remark) = NameReader.withoutParentheses(part)
    if !name.isEmpty, let remark, let letters = label(remark), label(name) == nil {
      return StatedName(name: name, letters: letters, isLabeled: false)
    }
    for sign in Self.dividers where Self.mayHave(sign, part) {
      guard let range = part.ranges(of: sign).last else { continue }
      let name = LetterForms.withoutSelectors(String(part[..<range.lowerBound]))
      guard let letters = label(String(part[range.upperBound...])), label(name) == nil,
        LetterForms.sign(name) == nil
      else { continue }
      return StatedName(name: name, letters: letters, isLabeled: true)
    }
    return nil
  }

  private static let dividers = [":", "：", "=", " – ", " — ", " - ", " → "]

  /// Whether a part may have a sign, by the first byte of the sign besides spaces.
  private static func mayHave(_ sign: String, _ part: String) -> Bool {
    guard let byte = sign.utf8.first(where: { $0 != 0x20 }) else { return false }
    return part.utf8.contains(byte)
  }

  /// The letters of a label: capitals, or a word for a letter.
  private func label(_ text: String) -> LetterSet? {
    let text = LetterForms.withoutSelectors(text)
    if let letters = capitals(text) { return letters }
    guard text.count > 1, case .letters(let letters) = words.meaning(ofCell: text, in: locale)
    else { return nil }
    let own = letters.intersection(scheme.all)
    return own.isEmpty ? nil : own
  }

  /// A part without signs of lists and divisions around it.
  private static func withoutBullet(_ part: String) -> String {
    let isSign = { (character: Character) in "-–—*•·/|&+. ".contains(character) }
    var kept = part.drop(while: isSign)
    while let last = kept.last, isSign(last) { kept.removeLast() }
    return String(kept)
  }
}
