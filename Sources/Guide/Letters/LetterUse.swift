import Base
import Markdown

/// The letters that a table uses or explains, not only the guide's letters.
public struct LetterUse: Sendable {
  /// A letter that a table explains, and its name there.
  public struct Explanation: Sendable, Hashable {
    /// The letter.
    public let letter: Character
    /// Its name.
    public let name: String
    /// Whether the name is one of RACI's or DACI's, in any language.
    public let isUsual: Bool
  }

  /// In how many cells each letter is.
  public private(set) var counts: [Character: Int] = [:]
  /// The letters that heads name by a word.
  public private(set) var heads: LetterSet = []
  /// The letters that the table explains, in its order; empty if it is not a legend.
  public private(set) var legend: [Explanation] = []

  /// Letters as they are; words must be for a scheme with all of them.
  private let reader: CellReader

  init(_ profile: TableProfile, _ words: LetterWords) {
    reader = CellReader(words: words, scheme: .stamped, locale: profile.document.locale)
    guard profile.columnCount > 1 else { return }
    legend = explanations(profile)
    guard legend.isEmpty else { return }
    heads = words.lettersOfRAPID(profile.heads, in: reader.locale)
    guard heads.isEmpty else { return }
    for head in profile.heads where head.count > 1 {
      heads.formUnion(words.letters(ofHead: head, in: reader.locale, .stamped))
    }
    for column in (Self.codes(profile, reader) + 1)..<profile.columnCount {
      // Under "Owner", capitals are the names of parties, such as PM and QA.
      let head = profile.heads[column]
      let isOfNames =
        head.count > 1
        && !words.letters(ofHead: head, in: reader.locale, .stamped).isEmpty
      if !isOfNames || Self.isOfLetters(profile, column) { count(profile, column) }
    }
  }

  /// The column before which only numbers and codes are, such as AC and AU.
  private static func codes(_ profile: TableProfile, _ reader: CellReader) -> Int {
    let first = ColumnProfile(profile, 0, reader)
    let second = ColumnProfile(profile, 1, reader)
    return first.isCodes && second.mayBeCodes && profile.columnCount > 2 ? 1 : 0
  }

  /// The letters that the text around a document's tables explains; nil if they are too few.
  init?(explanationsOf document: Document, _ words: LetterWords) {
    reader = CellReader(words: words, scheme: .stamped, locale: document.locale)
    guard document.explanations.count >= Self.fewestExplained else { return nil }
    legend = document.explanations.map { explanation in
      let name = Self.name(explanation.meaning)
      let isUsual = Self.isUsual(name, in: document.locale, words)
      return Explanation(letter: explanation.letter, name: name, isUsual: isUsual)
    }
  }

  /// Whether a column's cells are single letters or several with something between them.
  private static func isOfLetters(_ profile: TableProfile, _ column: Int) -> Bool {
    profile.lines.allSatisfy { line in
      profile.cell(line, column).text.hasOnlyLoneLetters
    }
  }

  /// Whether letters written together say who does what, unlike those of a name such as "SE".
  private static func isUsual(_ letters: LetterSet) -> Bool {
    LetterScheme.rasci.all.isSuperset(of: letters) || LetterScheme.daci.all.isSuperset(of: letters)
  }

  /// Counts the letters of a column in which most cells are letters.
  private mutating func count(_ profile: TableProfile, _ column: Int) {
    if reader.statesLetters(profile.lines.lazy.map { profile.cell($0, column).text }) {
      return countStatements(profile, column)
    }
    var own: [Character: Int] = [:]
    var (letters, loose, others, short) = (0, 0, 0, 0)
    for line in profile.lines {
      let cell = profile.cell(line, column)
      let content = reader.read(cell.text)
      switch content.kind {
      case .letters, .loose:
        if isNo(cell.text, content.letters) { continue }
        if content.kind == .letters { letters += 1 } else { loose += 1 }
        guard cell.text.hasOnlyLoneLetters || Self.isUsual(content.letters) else { continue }
        for character in content.letters.characters { own[character, default: 0] += 1 }
      case .text: others += 1
      case .yes where cell.text == Self.support: short += 1
      case .yes, .no, .nothing: break
      }
    }
    // Beside letters, an S is one, too, though it is short for yes in Italian and Spanish.
    if short > 0, own["R"] != nil || own["A"] != nil {
      own["S", default: 0] += short
      letters += short
    }
    // Texts that begin with capitals, such as "RBAC roles", are not letters by themselves.
    guard letters >= loose, letters + loose > others else { return }
    counts.merge(own) { $0 + $1 }
  }

  /// The letter for support.
  private static let support = "S"

  /// Whether a text that looks like letters is a word for none: "N/A".
  private func isNo(_ text: String, _ letters: LetterSet) -> Bool {
    !Self.isUsual(letters) && reader.words.meaning(ofCell: text, in: reader.locale) == .no
  }

  /// Counts the letters of a column that gives names their letters: `R: Kim, A: Lou`.
  private mutating func countStatements(_ profile: TableProfile, _ column: Int) {
    for line in profile.lines {
      for name in reader.stated(profile.cell(line, column).text) ?? []
      where name.letters.characters.count == 1 || Self.isUsual(name.letters) {
        for character in name.letters.characters { counts[character, default: 0] += 1 }
      }
    }
  }

  /// The fewest letters that a legend explains.
  private static let fewestExplained = 3

  /// The letters of a table that has each once in the first column and their names in the second.
  private func explanations(_ profile: TableProfile) -> [Explanation] {
    guard profile.columnCount <= 4, profile.lines.count >= Self.fewestExplained else { return [] }
    var result: [Explanation] = []
    for line in profile.lines {
      let sign = profile.cell(line, 0).text
      guard sign.count == 1, let letter = reader.read(sign).letters.characters.first,
        !result.contains(where: { $0.letter == letter })
      else { return [] }
      let name = Self.name(profile.cell(line, 1).text)
      guard !name.isEmpty, reader.read(name).kind != .letters || name.count > 1 else { return [] }
      let isUsual = Self.isUsual(name, in: reader.locale, reader.words)
      result.append(.init(letter: letter, name: name, isUsual: isUsual))
    }
    return result
  }

  /// Whether a name is one of the usual schemes' or of RAPID's.
  private static func isUsual(_ name: String, in locale: String, _ words: LetterWords) -> Bool {
    !words.letters(ofHead: name, in: locale, .stamped).isEmpty
      || words.isOfRAPID(name, in: locale)
  }

  /// The name at the beginning of an explanation, before a colon, dash, or parenthesis.
  private static func name(_ text: String) -> String {
    let line = text.prefix { $0 != "\n" }
    let short = line.split(maxSplits: 1) { ":：–—(（;,.。".contains($0) }.first ?? line
    return LetterForms.withoutSelectors(String(short))
  }
}
