import Base
import Markdown

/// Classifies a table by its heads and cells, as far as settings leave it open.
struct TableClassifier {
  var reader: CellReader
  let settings: TableSettings
  let names: PartyNames

  var words: LetterWords { reader.words }
  var locale: String { reader.locale }
  var scheme: LetterScheme { reader.scheme }

  /// Classifies a table.
  func classify(_ profile: TableProfile) -> ClassifiedTable {
    guard hasCircles(profile) else { return forLetters(profile).classified(profile) }
    var circled = self
    circled.reader.isCircled = true
    var table = circled.classified(profile)
    table.isCircled = table.kind == .ticks
    return table.isCircled ? table : classified(profile)
  }

  private func classified(_ profile: TableProfile) -> ClassifiedTable {
    let wanted = settings.kind
    guard profile.columnCount > 1, wanted != .ordinary else {
      return .ordinary(profile.heads)
    }
    let columns = ColumnProfile.all(of: profile, reader)
    let letters = letterColumns(columns, profile)
    let heads = headLetters(profile)
    if isLegend(profile, columns, letters, heads) {
      // Letters in two columns may as well be those of two parties before their tasks.
      let isOfParties =
        columns.count == 3 && columns.first?.isLetters == true
        && columns.dropFirst().contains { $0.isLetters && $0.isLettersAlone }
      let isDoubtful =
        isOfParties || namesHolders(profile) || namesHoldersOfTasks(profile, columns)
      return .ordinary(profile.heads, isLegend: true, doubt: isDoubtful ? .letters : nil)
    }
    let facts = TableFacts(
      profile: profile, columns: columns, letters: letters, heads: heads, classifier: self)
    let others = OtherTables(facts: facts)
    if wanted == nil || wanted == .columns, let found = stated(profile, columns, heads) {
      return found
    }
    if wanted == nil || wanted == .transposed {
      let parties = PartyRows(facts: facts)
      if let found = parties.classified(isAsked: wanted == .transposed) { return found }
    }
    if wanted == nil || wanted == .people {
      let people = PersonLines(facts: facts)
      if let found = people.classified(isAsked: wanted == .people) { return found }
    }
    if wanted == nil, others.isOne {
      return .ordinary(profile.heads, doubt: fillsRoles(profile) ? nil : others.doubt)
    }
    if wanted == nil || wanted == .columns, namesLetters(profile, heads),
      let found = columnsOfLetters(profile, columns, heads)
    {
      return found
    }
    if wanted == nil || wanted == .letters {
      if let found = lettered(profile, columns, letters) { return found }
    }
    if wanted == nil || wanted == .columns {
      if let found = columnsOfLetters(profile, columns, heads) { return found }
    }
    if wanted == nil || wanted == .ticks {
      if let found = ticked(profile, columns) { return found }
    }
    if wanted == nil || wanted == .owners {
      let owners = OwnerColumns(profile, columns, self)
      if let found = owners.classified(isAsked: wanted == .owners) { return found }
    }
    return prose(profile, columns, letters)
  }

  // MARK: Kinds

  /// The columns whose cells are letters.
  private func letterColumns(_ columns: [ColumnProfile], _ profile: TableProfile) -> Set<Int> {
    var result = Set(columns.indices.filter { columns[$0].isLetters })
    // Tasks can be called by letters, too.
    if result.count > 2, result.count == columns.count, let head = profile.heads.first,
      words.words(of: head, in: locale).contains(.task)
    {
      result.remove(0)
    }
    if !result.isEmpty {
      // A title may begin with a word such as "A" or "I".
      let texts = columns.firstIndex { !$0.isLetters && !$0.isCodes && $0.total > 0 }
      let title = texts ?? 0
      // Before the titles are codes such as AC and RA; without titles they are the titles.
      if result.contains(where: { $0 > title }) {
        result = result.filter { $0 > title || !columns[$0].mayBeCodes }
      }
      for (index, column) in columns.enumerated()
      where index > title && (column.isLooselyLetters || column.isStrangeLetters) {
        result.insert(index)
      }
    }
    return result
  }

  /// Whether the heads name two letters and more by words, so that cells can only contain names.
  private func namesLetters(_ profile: TableProfile, _ heads: [LetterSet]) -> Bool {
    let worded = heads.indices.filter { !heads[$0].isEmpty && profile.heads[$0].count > 1 }
    let union = worded.reduce(into: LetterSet()) { $0.formUnion(heads[$1]) }
    return worded.count > 1 && union.characters.count > 1 && !union.isDisjoint(with: scheme.owner)
  }

  private func lettered(
    _ profile: TableProfile, _ columns: [ColumnProfile], _ letters: Set<Int>
  ) -> ClassifiedTable? {
    var letters = letters
    for (index, head) in profile.heads.enumerated()
    where names.parties(ofHead: head) != nil
      && !(columns.indices.contains(index) && columns[index].isSigns)
    {
      letters.insert(index)
    }
    if let grade = letters.min(), isGrade(grade, among: letters, columns),
      names.party(profile.heads[grade]) == nil
    {
      letters.remove(grade)
    }
    guard let first = letters.min(), let last = letters.max(),
      let shape = TableShape(profile, columns, besides: letters, self), shape.title < first
    else { return nil }
    // A column without any letter between others is a party that has none.
    // So is one with a few among texts, each of which is reported.
    for column in first...last
    where columns[column].total == 0 || columns[column].letters > 0 && column > shape.title {
      letters.insert(column)
    }
    for column in columns.indices where column > shape.title && columns[column].total == 0 {
      let isParty = names.party(profile.heads[column]) != nil
      if columns[column].dashes > 0 || isParty { letters.insert(column) }
    }
    let union = letters.reduce(into: LetterSet()) { $0.formUnion(columns[$1].union) }
    let isSure =
      settings.kind == .letters || !settings.parties.isEmpty
      || letters.contains { names.party(profile.heads[$0]) != nil }
    if !isSure {
      // Grades and classes have an A, too.
      let isOfOwners = union.isSuperset(of: [.accountable, .informed])
      guard union.contains(scheme.owner.first) || isOfOwners && scheme.all.contains(.accountable)
      else { return nil }
      if letters.count == 1 {
        let only = columns[first]
        guard only.letters == only.total, only.letters > 1, only.marked == 0,
          union.contains(scheme.owner.first), mayBeOnly(profile, columns, first, shape.title)
        else { return nil }
      }
    }
    return shape.table(
      .letters, letters: letters.sorted().map { ($0, []) }, profile)
  }

  /// Whether a column has a size, a priority, or another grade of each row.
  ///
  /// It has one letter in each cell, and a quarter or more of them are strange. The other columns have
  /// only the guide's letters.
  private func isGrade(
    _ column: Int, among letters: Set<Int>, _ columns: [ColumnProfile]
  ) -> Bool {
    let own = columns[column]
    let others = letters.filter { $0 != column }
    return others.count > 1 && own.strangers * 4 >= own.total && own.strangers > 0
      && own.empty == 0 && own.dashes == 0 && own.distinct.allSatisfy { $0.count == 1 }
      && others.allSatisfy { columns[$0].strangers == 0 }
  }

  /// The letters that each column's head names.
  ///
  /// In many languages one word says both responsible and accountable. If two columns say the same
  /// of the two, the first one means responsible and the second one accountable.
  func headLetters(_ profile: TableProfile) -> [LetterSet] {
    var letters = namedLetters(profile)
    let accountable = letters.indices.filter { letters[$0] == .accountable }
    if let first = accountable.first, accountable.count > 1,
      !letters.contains(where: { $0.contains(.responsible) }), scheme.all.contains(.responsible)
    {
      letters[first] = .responsible
    }
    if let first = accountable.first, letters.count(where: { !$0.isEmpty }) == 1,
      settings.letters.isEmpty, words.isOwner(profile.heads[first], in: locale)
    {
      letters[first] = scheme.owner
    }
    let responsible = letters.indices.filter { letters[$0] == .responsible }
    if let last = responsible.last, responsible.count == 2, scheme.all.contains(.accountable),
      !letters.contains(where: { $0.contains(.accountable) })
    {
      letters[last] = .accountable
    }
    return letters
  }

  func columnsOfLetters(
    _ profile: TableProfile, _ columns: [ColumnProfile], _ heads: [LetterSet]
  ) -> ClassifiedTable? {
    let named = heads.indices.filter { !heads[$0].isEmpty }
    // Letters in cells say more than heads, which may be the names of parties.
    let ofLetters = named.count { columns[$0].isLettersAlone }
    guard settings.kind != nil || ofLetters * 2 <= named.count else { return nil }
    guard let first = named.first,
      let shape = TableShape(profile, columns, besides: Set(named), self)
    else { return nil }
    let bare = named.allSatisfy {
      profile.heads[$0].utf8.count <= 2 && profile.heads[$0].count == 1
    }
    let isWorded = namesLetters(profile, heads)
    let texts = named.reduce(0) { $0 + columns[$1].total - columns[$1].yes - columns[$1].no }
    let signs = named.reduce(0) { $0 + columns[$1].yes + columns[$1].no }
    guard texts > 0 || isWorded, signs * 2 <= texts || signs == 0 else { return nil }
    guard settings.kind == .columns || !named.contains(where: { columns[$0].isCodes }) else {
      return nil
    }
    let isLong = named.contains { columns[$0].meanLength > 120 }
    if settings.kind == nil, settings.letters.isEmpty {
      if bare, named.count < 3 || isLong { return nil }
      if named.count == 1 {
        // One column of owners is only text unless the rows are tasks.
        guard ownsRows(profile, columns, first, heads[first], title: shape.title) else {
          return nil
        }
      }
    }
    return shape.table(.columns, letters: named.map { ($0, heads[$0]) }, profile)
  }

  /// The length in bytes that names in one column have on average at most.
  static let meanNameLength = 40

  /// Whether the only column that a head gives letters names who owns the rows.
  ///
  /// One column of owners is only text unless the rows are tasks, the names are known, or a small
  /// table's head says "owner" or more.
  private func ownsRows(
    _ profile: TableProfile, _ columns: [ColumnProfile], _ column: Int, _ head: LetterSet,
    title: Int
  ) -> Bool {
    let name = profile.heads[column]
    if statesLetters(profile, column) { return true }
    // Single capitals are letters of another scheme, or initials that nobody explains.
    if columns[column].isLettersAlone { return false }
    guard columns[column].meanLength <= Self.meanNameLength, !head.isDisjoint(with: scheme.owner)
    else { return false }
    // "Name" behind "Step" is the step's.
    let isOfTasks = profile.heads[...title].contains {
      words.words(of: $0, in: locale).contains(.task)
    }
    if isOfTasks { return true }
    // "Responsibility" over parties says whose the rows are, and not who is responsible only.
    if words.canBeTask(name), OwnerColumns(profile, columns, self).saysWhose(column) {
      return false
    }
    if words.saysPeople(profile.heads[title], in: locale) { return false }
    if head.contains(scheme.owner.first),
      profile.lines.contains(where: { names.party(profile.cell($0, column).text) != nil })
    {
      return true
    }
    return isOfOwners(profile, columns, column) && !words.canBeTask(name)
  }

  /// Whether a column beside few others names owners by its head, and nothing but names by its
  /// cells.
  private func isOfOwners(
    _ profile: TableProfile, _ columns: [ColumnProfile], _ column: Int
  ) -> Bool {
    let own = columns[column]
    return own.texts > 1 && own.texts == own.total && own.strangers == 0
      && !words.namesPeople(profile.heads.first ?? "", in: locale)
      && columns.count(where: { !$0.isCodes }) <= 3
      && profile.lines.allSatisfy { line in
        let text = profile.cell(line, column).text
        return NameReader.isOfHandles(text)
          || !text.contains { "/\\=<>@#".contains($0) } && !text.contains(where: \.isNumber)
      }
  }
}

extension LetterSet {
  /// The letter of a set that is written first; empty for an empty set.
  var first: LetterSet { characters.first.map { LetterSet($0) } ?? [] }
}
