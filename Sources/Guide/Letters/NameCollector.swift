import Base

/// Finds out which texts in cells are names of parties, and which ones join several.
///
/// A part of a cell is a name unless it joins names that other cells have by themselves. What is in
/// parentheses is a remark if the text before it is a name by itself, or if it reads like one.
public struct NameCollector: Sendable {
  /// The length in characters of the longest name.
  private static let maximumLength = 48

  private struct Part {
    let text: String
    let locale: String
  }

  private let words: LetterWords
  /// The parts of cells as they are written first, by how names are compared.
  private var parts: [String: Part] = [:]
  /// The names, as they are compared; nil until they are asked for.
  private var names: Set<String>?

  /// Starts without names.
  public init(words: LetterWords) { self.words = words }

  /// Takes the text of a cell.
  ///
  /// - Parameter locale: the text's locale.
  public mutating func add(_ text: String, _ locale: String) {
    names = nil
    for (number, part) in NameReader.parts(of: text).enumerated()
    where part.count <= Self.maximumLength {
      if number > 0, words.beginsCondition(part, in: locale) { continue }
      let key = PartyNames.key(part)
      // Words for all or nobody are not names.
      let meaning = words.meaning(of: part, in: locale)
      if meaning == .no || words.saysAll(part, in: locale) { continue }
      if !key.isEmpty, parts[key] == nil { parts[key] = Part(text: part, locale: locale) }
    }
  }

  /// Takes the head of a column, which is a name unless it joins several.
  public mutating func addHead(_ head: String, _ locale: String) {
    if NameReader.parts(of: head).count == 1 { add(head, locale) }
  }

  /// The names that the head of a column joins, if each is a name elsewhere; else the head.
  ///
  /// - Parameter locale: the head's locale.
  public mutating func parts(ofHead head: String, _ locale: String) -> [String] {
    let head = LetterForms.withoutSelectors(head)
    let parts = names(in: head, locale)
    let known = names ?? []
    let isJoined = parts.count > 1 && parts.allSatisfy { known.contains(PartyNames.key($0)) }
    return isJoined ? parts : head.isEmpty ? [] : [head]
  }

  /// The names in a cell's text, those for all parties left out.
  ///
  /// - Parameter locale: the text's locale.
  public mutating func names(in text: String, _ locale: String) -> [String] {
    let names = names ?? found()
    self.names = names
    let reader = NameReader(words: words, locale: locale) { names.contains(PartyNames.key($0)) }
    return reader.read(text).filter { !$0.isShared && $0.text.count <= Self.maximumLength }.map(
      \.text)
  }

  /// How names are compared.
  public static func key(_ name: String) -> String { PartyNames.key(name) }

  private func found() -> Set<String> {
    var result: Set<String> = []
    var later: [Candidate] = []
    for (key, part) in parts {
      let text = part.text
      let (base, remark) = NameReader.withoutParentheses(text)
      if let remark, !base.isEmpty {
        if words.meaning(of: base, in: part.locale) == .no { continue }
        let isRemark = isRemark(remark)
        let isJoined = pieces(base, part.locale).count > 1
        if isRemark, !isJoined { result.insert(PartyNames.key(base)) }
        later.append((isRemark ? PartyNames.key(base) : key, base, part.locale))
      } else if pieces(text, part.locale).count > 1 || hasCondition(text, part.locale) {
        later.append((key, text, part.locale))
      } else {
        result.insert(key)
      }
    }
    return result.union(joined(later, among: result))
  }

  /// A text that may join names.
  private typealias Candidate = (key: String, text: String, locale: String)

  /// How often texts are looked at again, because others had names that they join.
  private static let mostRounds = 3

  /// The names in texts that may join known ones; a text that joins none is a name itself.
  private func joined(_ candidates: [Candidate], among alone: Set<String>) -> Set<String> {
    var known = alone
    var open = candidates
    for _ in 0..<Self.mostRounds {
      var (rest, found): ([Candidate], Set<String>) = ([], [])
      for candidate in open {
        let pieces = pieces(candidate.text, candidate.locale)
        let reader = NameReader(words: words, locale: candidate.locale) {
          known.contains(PartyNames.key($0))
        }
        let areNames = pieces.allSatisfy {
          reader.isKnown($0) || words.saysAll($0, in: candidate.locale)
            || reader.conditional($0) != nil
        }
        if areNames { continue }
        if joinsNames(candidate.text, pieces, known, candidate.locale) {
          found.formUnion(pieces.map(PartyNames.key))
        } else {
          rest.append(candidate)
        }
      }
      open = rest
      if found.isSubset(of: known) { break }
      known.formUnion(found)
    }
    return known.union(open.map(\.key))
  }

  /// Whether a text joins names of which only some are elsewhere: "you" and another, a party and
  /// another, or names that a slash divides.
  private func joinsNames(
    _ text: String, _ pieces: [String], _ alone: Set<String>, _ locale: String
  ) -> Bool {
    guard (2...3).contains(pieces.count), pieces.allSatisfy({ $0.count <= 24 }) else {
      return false
    }
    let isAlone = pieces.map { alone.contains(PartyNames.key($0)) }
    let parties = pieces.count { words.meaning(of: $0, in: locale) == .party }
    if parties == pieces.count || parties > 0 && isAlone.contains(true) { return true }
    let pronouns = words.list("read_pronoun", in: locale)
    if pieces.contains(where: { pronouns.contains(PartyNames.key($0)) }) { return true }
    guard text.contains("/"), isAlone.contains(true) else { return false }
    // "UI/UX designer" is one name, and "PM / UX designer" are two.
    // "HR/IT security" is one, beside "HR" and "IT".
    let last = pieces.last ?? ""
    let start = last.split(separator: " ").first.map { PartyNames.key(String($0)) } ?? ""
    if start != PartyNames.key(last), alone.contains(start), !text.contains(" /") { return false }
    return text.contains(" /") || last.split(separator: " ").count == 1 || isAlone.first == true
  }

  /// Whether a condition follows a word: `Kim by class`.
  private func hasCondition(_ text: String, _ locale: String) -> Bool {
    let parts = text.split(separator: " ")
    return parts.indices.dropFirst().contains { index in
      words.beginsCondition(parts[index...].joined(separator: " "), in: locale)
    }
  }

  private func pieces(_ text: String, _ locale: String) -> [String] {
    let reader = NameReader(words: words, locale: locale) { _ in false }
    return reader.pieces(of: text)
  }

  /// Whether the text in parentheses says when or how, or is letters, and does not say who.
  private func isRemark(_ text: String) -> Bool {
    guard let first = text.first else { return true }
    let isOfLetters = text.allSatisfy {
      !$0.isLetter || !words.all.isDisjoint(with: LetterSet($0))
    }
    if isOfLetters { return true }
    return first.isLowercase || !first.isLetter || text.contains(" ")
  }
}
