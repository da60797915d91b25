import Base
import Markdown

extension TableClassifier {
  /// The letters that the heads name one by one, and those of an owner for names with letters behind
  /// them.
  func namedLetters(_ profile: TableProfile) -> [LetterSet] {
    var letters = profile.heads.map { head in
      if let own = settings.letters.first(where: { folded($0.name) == folded(head) }) {
        return own.letters
      }
      return words.letters(ofHead: head, in: locale, reader.scheme)
    }
    // "Responsibility" before "Responsible" is the title of the rows.
    if settings.letters.isEmpty, let first = profile.heads.first, words.canBeTask(first),
      letters.dropFirst().contains(where: { !$0.isEmpty })
    {
      letters[0] = []
    }
    if settings.letters.isEmpty, letters.allSatisfy(\.isEmpty) {
      for column in letters.indices.dropFirst() where statesLetters(profile, column) {
        letters[column] = reader.scheme.owner
      }
    }
    return letters
  }

  /// Whether all names in a column have letters behind them: `Kim (R), Lou (A)`.
  func statesLetters(_ profile: TableProfile, _ column: Int) -> Bool {
    reader.statesLetters(profile.lines.lazy.map { profile.cell($0, column).text })
  }
}
