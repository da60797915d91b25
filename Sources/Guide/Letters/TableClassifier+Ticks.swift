import Base
import Markdown

extension TableClassifier {
  /// Whether a table has both O and X in cells, in a language that writes yes and no so.
  ///
  /// The signs of wikis, `(/)` and `(x)`, count in every language.
  func hasCircles(_ profile: TableProfile) -> Bool {
    if settings.signs.isEmpty, hasCell("(/)", profile) { return hasCell("(x)", profile) }
    guard ["ja", "ko", "zh"].contains(locale.prefix(2)), settings.signs.isEmpty else {
      return false
    }
    let cells = profile.lines.flatMap { line in
      (1..<max(1, profile.columnCount)).map { profile.cell(line, $0).text }
        .filter { $0.utf8.count <= CellReader.startLength }.map { folded($0) }
    }
    return cells.contains("o") && cells.contains("x")
  }

  private func hasCell(_ text: String, _ profile: TableProfile) -> Bool {
    profile.lines.contains { line in
      profile.filled(line).contains { profile.cell(line, $0).text == text }
    }
  }

  /// The same classifier if the table has letters that no word for yes or no is.
  func forLetters(_ profile: TableProfile) -> TableClassifier {
    let lettered = reader.forLetters
    guard lettered.prefersLetters else { return self }
    let hasLetters = profile.lines.contains { line in
      profile.filled(line).contains { reader.read(profile.cell(line, $0).text).kind == .letters }
    }
    guard hasLetters else { return self }
    var result = self
    result.reader = lettered
    return result
  }

  /// The table as one of signs for yes and no; nil if it is not one.
  func ticked(_ profile: TableProfile, _ columns: [ColumnProfile]) -> ClassifiedTable? {
    let signs = Set(columns.indices.filter { columns[$0].isSigns })
    guard let first = signs.min(), let last = signs.max(),
      columns.contains(where: { $0.yes > 0 }),
      let shape = TableShape(profile, columns, besides: signs, self), shape.title < first
    else { return nil }
    var all = signs
    for column in first...last where columns[column].total == 0 { all.insert(column) }
    // A party for which a few rows say something other than yes and no still counts.
    for column in columns.indices
    where column > shape.title && columns[column].letters == 0
      && (columns[column].yes > 0 || columns[column].isSymbols)
    {
      all.insert(column)
    }
    // Ticks under letters say which of them someone has, and no head says who.
    if settings.kind == nil, headLetters(profile).count(where: { !$0.isEmpty }) > 1 {
      return .ordinary(profile.heads, doubt: .signs)
    }
    let isAsked =
      settings.kind == .ticks || !settings.parties.isEmpty || hasNamedSigns(profile)
    let isOfParties = all.contains { column in
      names.party(profile.heads[column]) != nil
        || words.meaning(of: profile.heads[column], in: locale) == .party
    }
    // Features of a service are ticked as well; a row that is called a task belongs to somebody.
    let isTask = words.mentionsTask(profile.heads[shape.title], in: locale)
    guard isAsked || isOfParties || signs.count > 1 && isTask else {
      return signs.count > 1 ? .ordinary(profile.heads, doubt: .signs) : nil
    }
    var table = shape.table(.ticks, letters: all.sorted().map { ($0, []) }, profile)
    table.isHollowNo = isHollowNo(columns)
    return table
  }

  /// Whether a cell has a sign that the settings name.
  private func hasNamedSigns(_ profile: TableProfile) -> Bool {
    if settings.signs.isEmpty { return false }
    let signs = settings.signMeanings
    return profile.lines.contains { line in
      profile.filled(line).contains {
        signs[CellReader.signKey(profile.cell(line, $0).text)] != nil
      }
    }
  }

  /// Whether full circles are beside empty ones, in a language that does not count those as yes.
  private func isHollowNo(_ columns: [ColumnProfile]) -> Bool {
    let signs = columns.reduce(into: Set<String>()) { $0.formUnion($1.distinct) }
    return !["ja", "ko", "zh"].contains(locale.prefix(2)) && !signs.isDisjoint(with: ["●", "⬤"])
      && !signs.isDisjoint(with: ["○", "◯"])
  }
}
