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
    // "Decision" before "Decides" is so as well.
    if settings.letters.isEmpty, let first = letters.first, letters.dropFirst().contains(first) {
      letters[0] = []
    }
    if settings.letters.isEmpty, letters.allSatisfy(\.isEmpty) {
      let stated = letters.indices.dropFirst().filter { statesLetters(profile, $0) }
      if stated.count == 1 { letters[stated[0]] = reader.scheme.owner }
    }
    if settings.letters.isEmpty, letters.allSatisfy(\.isEmpty), let owner = unnamedOwner(profile) {
      letters[owner] = reader.scheme.owner
    }
    return letters
  }

  /// The column of owners that other heads show: "Primary" before "Backup", or "Team" beside
  /// services.
  private func unnamedOwner(_ profile: TableProfile) -> Int? {
    let heads = profile.heads
    let places = heads.indices.dropFirst()
    let first = zip(places, places.dropFirst()).first {
      words.callsFirst(heads[$0], in: locale) && words.callsDeputies(heads[$1], in: locale)
    }
    if let first {
      // Servers and sites are primary and secondary as well.
      let isOfTasks = heads.first.map { words.mentionsTask($0, in: locale) } ?? false
      return isOfTasks || isOfTeams(profile, first.0) ? first.0 : nil
    }
    let teams = places.filter { words.callsTeam(heads[$0], in: locale) }
    guard let team = teams.first, teams.count == 1, let title = heads.first, heads.count <= 3,
      words.words(of: title, in: locale).contains(.task), !words.saysPeople(title, in: locale)
    else { return nil }
    return isOfTeams(profile, team) ? team : nil
  }

  /// Whether most cells of a column call teams or offices, or are handles or known names.
  private func isOfTeams(_ profile: TableProfile, _ column: Int) -> Bool {
    let cells = profile.lines.map { profile.cell($0, column).text }.filter { !$0.isEmpty }
    let known = cells.count { name in
      words.mentionsPeople(name, in: locale) || NameReader.isOfHandles(name)
        || names.parties(name) != nil
    }
    return known > 1 && known * 2 > cells.count
  }

  /// Whether the only column of letters can be a party's.
  ///
  /// Beside one other column, it may as well have the initials on a cover, unless the rows are tasks
  /// or its head is a party.
  func mayBeOnly(
    _ profile: TableProfile, _ columns: [ColumnProfile], _ column: Int, _ title: Int
  ) -> Bool {
    let head = profile.heads[column]
    return columns.count { !$0.isCodes } > 2
      || words.words(of: profile.heads[title], in: locale).contains(.task)
      || words.mentionsPeople(head, in: locale) || words.meaning(of: head, in: locale) == .party
  }

  /// Whether most cells of a column name people with letters: `Kim (R), Lou (A)`, `R: Kim; A: Lou`.
  func statesLetters(_ profile: TableProfile, _ column: Int) -> Bool {
    reader.statesLetters(profile.lines.lazy.map { profile.cell($0, column).text })
  }

  /// The table as one whose only column of names has letters beside them; nil if it is not one.
  func stated(
    _ profile: TableProfile, _ columns: [ColumnProfile], _ heads: [LetterSet]
  ) -> ClassifiedTable? {
    let named = heads.indices.filter { !heads[$0].isEmpty }
    guard named.count == 1, let column = named.first, column > 0, statesLetters(profile, column)
    else { return nil }
    return columnsOfLetters(profile, columns, heads)
  }
}
