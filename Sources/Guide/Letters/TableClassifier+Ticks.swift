import Base

extension TableClassifier {
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
    where column > shape.title && columns[column].yes > 0 && columns[column].letters == 0 {
      all.insert(column)
    }
    // Ticks under letters say which of them someone has, and no head says who.
    if settings.kind == nil, headLetters(profile).count(where: { !$0.isEmpty }) > 1 {
      return .ordinary(profile.heads, doubt: .signs)
    }
    let isAsked = settings.kind == .ticks || !settings.signs.isEmpty || !settings.parties.isEmpty
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

  /// Whether full circles are beside empty ones, in a language that does not count those as yes.
  private func isHollowNo(_ columns: [ColumnProfile]) -> Bool {
    let signs = columns.reduce(into: Set<String>()) { $0.formUnion($1.distinct) }
    return !["ja", "ko", "zh"].contains(locale.prefix(2)) && !signs.isDisjoint(with: ["●", "⬤"])
      && !signs.isDisjoint(with: ["○", "◯"])
  }
}
