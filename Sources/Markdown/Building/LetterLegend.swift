import Base

extension Document {
  /// A letter that the text explains, such as `R = does the work`.
  public struct Explanation: Sendable, Hashable {
    /// The letter, one of A to Z.
    public let letter: Character
    /// The first words of its meaning.
    public let meaning: String
  }

  /// The letters that a text explains, each once.
  public static func explanations(in text: String) -> [Explanation] {
    LetterLegend.explanations([Array(text.utf8)])
  }
}

/// Finds the letters that text explains: a single capital, then `=`, `:` or a dash, then words.
enum LetterLegend {
  /// The most letters that are reported; more are an alphabet or an index.
  private static let mostLetters = 12
  /// The length of the longest meaning in scalars.
  private static let longestMeaning = 48

  /// The explanations in texts, each letter once.
  static func explanations(_ texts: [[UInt8]]) -> [Document.Explanation] {
    var found: [Document.Explanation] = []
    for text in texts {
      // Every sign behind a letter has one of these bytes, or is full-width or a dash.
      guard text.contains(where: { $0 == 0x3D || $0 == 0x3A || $0 == 0x2D || $0 >= 0xE2 }) else {
        continue
      }
      read(Array(String(decoding: text, as: UTF8.self).unicodeScalars), &found)
    }
    return found.count > mostLetters ? [] : found
  }

  private static func read(
    _ scalars: [Unicode.Scalar], _ found: inout [Document.Explanation]
  ) {
    let places = scalars.indices.compactMap { index -> (Int, letter: Character, start: Int)? in
      guard let letter = capital(scalars[index]), index == 0 || divides(scalars[index - 1]) else {
        return nil
      }
      return meaningStart(scalars, behind: index).map { (index, letter, $0) }
    }
    for (number, place) in places.enumerated() {
      let end = places.indices.contains(number + 1) ? places[number + 1].0 : scalars.count
      guard place.start < end, !found.contains(where: { $0.letter == place.letter }) else {
        continue
      }
      var words = scalars[place.start..<end].prefix(longestMeaning).prefix { !endsMeaning($0) }
      while words.last == " " { words.removeLast() }
      var meaning = String.UnicodeScalarView()
      meaning.append(contentsOf: words)
      if words.count > 1 { found.append(.init(letter: place.letter, meaning: String(meaning))) }
    }
  }

  /// A capital letter from A to Z, in full width too.
  private static func capital(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar.value {
    case 0x41...0x5A: Character(scalar)
    case 0xFF21...0xFF3A: Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init)
    default: nil
    }
  }

  /// Whether a letter can begin behind a character: not in a word, and not in `R/W`.
  private static func divides(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\n", "(", "[", ",", ";", ".", "|", "•", "（", "、", "，", "；", "。", "：", ":": true
    default: false
    }
  }

  /// The beginning of the meaning behind a letter and its sign; nil if no sign follows.
  private static func meaningStart(_ scalars: [Unicode.Scalar], behind index: Int) -> Int? {
    var position = index + 1
    if position < scalars.count, scalars[position] == ")" { position += 1 }
    let hasSpace = position < scalars.count && scalars[position] == " "
    if hasSpace { position += 1 }
    guard position < scalars.count else { return nil }
    switch scalars[position] {
    case "=", ":", "：", "＝": break
    case "-", "–", "—", "−": if !hasSpace { return nil }
    default: return nil
    }
    position += 1
    while position < scalars.count, scalars[position] == " " { position += 1 }
    guard position < scalars.count, scalars[position].properties.isAlphabetic else { return nil }
    return position
  }

  private static func endsMeaning(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", ",", ";", ".", "(", ")", "|", "，", "；", "。", "、", "（", "）", "•": true
    default: false
    }
  }
}
