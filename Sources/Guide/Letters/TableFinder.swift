/// A table with the facts about its columns and heads.
struct TableFacts {
  let profile: TableProfile
  let columns: [ColumnProfile]
  /// The columns in which most cells are letters.
  let letters: Set<Int>
  /// The letters that each head names.
  let heads: [LetterSet]
  let classifier: TableClassifier
}

/// Finds tables of one kind.
protocol TableFinder {
  var facts: TableFacts { get }
}

extension TableFinder {
  var profile: TableProfile { facts.profile }
  var columns: [ColumnProfile] { facts.columns }
  var letters: Set<Int> { facts.letters }
  var heads: [LetterSet] { facts.heads }
  var classifier: TableClassifier { facts.classifier }
  var words: LetterWords { classifier.reader.words }
  var locale: String { classifier.reader.locale }
}
