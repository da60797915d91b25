import Base
import Markdown

/// Tables that have letters, signs or names of letters and say nothing of who does what.
struct OtherTables {
  /// What such a table is.
  enum Kind {
    /// The rows are parties: what the columns say of them cannot be read as rows of duties.
    case ofParties
    /// Each column has one letter, the first one of its head: a list of abbreviations, not of roles.
    case ofInitials
    /// Most cells have letters that the guide lacks: rights, grades or sizes.
    case ofOtherLetters
    /// Rows and columns have the same names: what excludes or needs what.
    case ofPairs

    /// Whether someone should look at it.
    var doubt: ClassifiedTable.Doubt? {
      switch self {
      case .ofParties, .ofOtherLetters: .letters
      case .ofInitials, .ofPairs: nil
      }
    }
  }

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

  /// The kind; nil if the table may say who does what.
  var kind: Kind? {
    if isOfParties { return .ofParties }
    if isOfInitials { return .ofInitials }
    if isOfOtherLetters { return .ofOtherLetters }
    return isOfPairs ? .ofPairs : nil
  }

  /// The first head names people, and no head of letters is a party.
  private var isOfParties: Bool {
    let named = Set(heads.indices.filter { $0 > 0 && !heads[$0].isEmpty })
    let ofScheme = profile.heads.indices.filter { folded(profile.heads[$0]) == scheme }
    if !ofScheme.isEmpty, letters.isSubset(of: ofScheme) { return true }
    guard letters.count > 1 || named.count > 1, namesPeople(profile.heads.first ?? "") else {
      return false
    }
    let first = letters.union(named).min() ?? 0
    return first >= 1 && !letters.contains { classifier.names.party(profile.heads[$0]) != nil }
      && !(1..<first).contains { says(.task, profile.heads[$0]) }
  }

  private var scheme: String { folded(classifier.reader.scheme.text) }

  /// Whether a head calls the rows roles, parties or people, and not their duties.
  private func namesPeople(_ head: String) -> Bool {
    let said = classifier.reader.words.words(of: head, in: classifier.reader.locale)
    return said.contains { $0 == .filler || $0 == .party || $0 == .person }
      && !said.contains(.task)
  }

  private func says(_ meaning: LetterWords.Meaning, _ head: String) -> Bool {
    classifier.reader.words.words(of: head, in: classifier.reader.locale).contains(meaning)
  }

  private var isOfInitials: Bool {
    let short = columns.indices.filter { column in
      let own = columns[column]
      return column > 0 && own.letters + own.strangers > 0 && own.distinct.count == 1
        && own.distinct.first == profile.heads[column].first.map { folded(String($0)) }
    }
    return short.count > 2 && short.count == letters.count(where: { $0 > 0 })
  }

  private var isOfOtherLetters: Bool {
    let own = letters.reduce(0) { $0 + columns[$1].letters }
    let others = letters.reduce(0) { $0 + columns[$1].strangers }
    return others > own && own > 0
  }

  private var isOfPairs: Bool {
    guard profile.columnCount > 2 else { return false }
    let names = Set(profile.heads.dropFirst().map(PartyNames.key))
    let titles = profile.lines.map { PartyNames.key(profile.cell($0, 0).text) }
    return !titles.isEmpty && titles.count(where: names.contains) * 2 > titles.count
  }
}
