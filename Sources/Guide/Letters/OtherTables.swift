import Base
import Markdown

/// Tables that have letters, signs or names of letters and say nothing of who does what.
struct OtherTables {
  private let profile: TableProfile
  private let columns: [ColumnProfile]
  private let letters: Set<Int>
  private let heads: [LetterSet]
  private let classifier: TableClassifier

  init(
    _ profile: TableProfile, _ columns: [ColumnProfile], _ letters: Set<Int>,
    _ heads: [LetterSet], _ classifier: TableClassifier
  ) {
    self.profile = profile
    self.columns = columns
    self.letters = letters
    self.heads = heads
    self.classifier = classifier
  }

  /// What the table looks like to someone who looks for letters.
  var doubt: ClassifiedTable.Doubt {
    letters.isEmpty && columns.contains(where: \.isSigns) ? .signs : .letters
  }

  /// Whether the table has letters or signs that say something else.
  var isOne: Bool { isOfParties || isOfInitials || isOfOtherLetters || isOfPairs }

  /// Whether its rows are parties: the first head names people, and no head of letters is a party.
  private var isOfParties: Bool {
    let named = Set(heads.indices.filter { $0 > 0 && !heads[$0].isEmpty })
    let ofScheme = profile.heads.indices.filter { column in
      LetterWords.normalized(profile.heads[column]).split(separator: " ").contains {
        schemes.contains(String($0))
      }
    }
    if !ofScheme.isEmpty, letters.isSubset(of: ofScheme) { return true }
    let head = profile.heads.first ?? ""
    let isNamed = words.namesPeople(head, in: locale)
    let isOfPhrases = named.count > 1 && tellsOfPeople(head, named)
    guard letters.count > 1 && isNamed || named.count > 1 && (isNamed || isOfPhrases) else {
      return false
    }
    let first = letters.union(named).min() ?? 0
    return first >= 1 && !letters.contains { classifier.names.party(profile.heads[$0]) != nil }
      && !(1..<first).contains { says(.task, profile.heads[$0]) }
  }

  /// The names of schemes, by which a column of single letters is called.
  private var schemes: Set<String> {
    [folded(classifier.reader.scheme.text), "raci", "rasci", "rasic", "daci"]
  }

  private var words: LetterWords { classifier.reader.words }
  private var locale: String { classifier.reader.locale }

  /// The number of words from which a cell is a phrase and no name.
  private static let wordsOfPhrase = 3

  /// Whether a head has a word for roles in it, and most cells under names of letters are phrases:
  /// what each role does, and not who does it.
  private func tellsOfPeople(_ head: String, _ named: Set<Int>) -> Bool {
    let said = words.words(of: head, in: locale)
    guard said.contains(.filler) || said.contains(.party), !said.contains(.task) else {
      return false
    }
    let cells = profile.lines.flatMap { line in
      named.map { profile.cell(line, $0).text }.filter { !$0.isEmpty }
    }
    let phrases = cells.count { cell in
      LetterWords.normalized(cell).split(separator: " ").count >= Self.wordsOfPhrase
        && !cell.contains { ",;+/".contains($0) }
    }
    return phrases * 2 > cells.count
  }

  private func says(_ meaning: LetterWords.Meaning, _ head: String) -> Bool {
    words.words(of: head, in: locale).contains(meaning)
  }

  /// Whether each column has one letter, the first one of its head: abbreviations, not roles.
  private var isOfInitials: Bool {
    let short = columns.indices.filter { column in
      let own = columns[column]
      return column > 0 && own.letters + own.strangers > 0 && own.distinct.count == 1
        && own.distinct.first == profile.heads[column].first.map { folded(String($0)) }
    }
    return short.count > 2 && short.count == letters.count(where: { $0 > 0 })
  }

  /// Whether most cells have letters that the guide lacks: rights, grades, or sizes.
  private var isOfOtherLetters: Bool {
    // Under heads that are letters, such as "Responsible", capitals are names.
    if heads.count(where: { !$0.isEmpty }) > 1 { return false }
    let own = letters.reduce(0) { $0 + columns[$1].letters }
    let others = letters.reduce(0) { $0 + columns[$1].strangers }
    return others > own && own > 0
  }

  /// Whether rows and columns have the same names: what excludes or needs what.
  private var isOfPairs: Bool {
    guard profile.columnCount > 2, !letters.isEmpty || columns.contains(where: \.isSigns) else {
      return false
    }
    let names = Set(profile.heads.dropFirst().map(PartyNames.key))
    // A cell that is empty goes on with the one above.
    let titles = profile.lines.map { PartyNames.key(profile.cell($0, 0).text) }.filter {
      !$0.isEmpty
    }
    return !titles.isEmpty && titles.count(where: names.contains) * 2 > titles.count
  }
}
