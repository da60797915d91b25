import Base
import Markdown

/// Finds transposed tables: each line is a party, and each column with letters is a responsibility.
struct PartyRows: TableFinder {
  let facts: TableFacts

  /// The table as a transposed one; nil if it is not one.
  ///
  /// - Parameter isAsked: whether settings say that it is one.
  func classified(isAsked: Bool) -> ClassifiedTable? {
    let tasks = letters.filter { !profile.heads[$0].isEmpty }.sorted()
    guard profile.table.headerCount > 0, let first = tasks.first,
      let title = titleColumn(before: first)
    else { return nil }
    let isOfHeading = tasks.count == 1 && isAboutSection(first, title, isAsked: isAsked)
    guard
      isAsked || isOfHeading
        || tasks.count > 1 && tasks.count * 2 >= letters.count && areParties(title, tasks)
    else { return nil }
    // A column of texts between others is a task if it has letters; its other cells are reported.
    let between = first...(tasks.last ?? first)
    let held = Set(tasks).union(
      between.filter { columns[$0].letters > 0 && !profile.heads[$0].isEmpty })
    let roles = columns.indices.map { column -> TableReading.Column in
      if column == title { return .party }
      return held.contains(column) ? .letters : column < title ? .code : .description
    }
    var reading = TableReading(
      isResponsibilities: true, columns: roles, lines: lines(title: title, tasks))
    guard reading.lines.contains(.row) else { return nil }
    reading.isTransposed = true
    reading.headsBelow = profile.headsBelow
    reading.isOfHeading = isOfHeading
    return ClassifiedTable(
      kind: .transposed, reading: reading, heads: profile.heads,
      letterColumns: held.sorted().map { ($0, []) })
  }

  /// The first column of texts, if it comes before the letters.
  private func titleColumn(before first: Int) -> Int? {
    if let name = classifier.settings.title,
      let named = profile.heads.firstIndex(where: { folded($0) == folded(name) })
    {
      return named < first ? named : nil
    }
    return columns.indices.first { $0 < first && columns[$0].texts > 0 && !columns[$0].isCodes }
  }

  /// The kind of each line below the heads: a party's if it has letters, or signs for none.
  private func lines(title: Int, _ tasks: [Int]) -> [TableReading.Line] {
    var hasParty = false
    return profile.table.bodyLines.map { line in
      let says = tasks.contains { column in
        switch classifier.reader.read(profile.cell(line, column).text).kind {
        case .letters, .loose: true
        case .nothing, .no: !profile.cell(line, column).isEmpty
        case .yes, .text: false
        }
      }
      guard says else { return .nothing }
      if profile.cell(line, title).isEmpty { return hasParty ? .continuation : .nothing }
      hasParty = true
      return .row
    }
  }

  // MARK: Evidence

  /// Whether the whole table is about the title of its section.
  ///
  /// It has a column such as "RACI" beside one of roles, as in other sections of the document.
  private func isAboutSection(_ column: Int, _ title: Int, isAsked: Bool) -> Bool {
    let head = LetterWords.normalized(profile.heads[column]).split(separator: " ")
    let schemes = OtherTables.schemes(classifier.reader.scheme)
    guard profile.table.heading != nil, head.contains(where: { schemes.contains(String($0)) })
    else { return false }
    if isAsked { return true }
    let names = profile.lines.map { profile.cell($0, title).text }.filter { !$0.isEmpty }
    let mentions = names.count { words.mentionsPeople($0, in: locale) || isKnown($0) }
    return profile.lines.count(where: { isOwned($0, column) }) == 1
      && (mentions * 2 >= names.count || words.namesPeople(profile.heads[title], in: locale))
      && hasTwin
  }

  /// How many tables of a document are compared with each.
  private static let mostTwins = 40

  /// Whether another section among the first of the document has a table with the same heads.
  private var hasTwin: Bool {
    let document = profile.document
    return document.tables.indices.prefix(Self.mostTwins).contains { index in
      let other = document.tables[index]
      return index != profile.index && other.columnCount == profile.columnCount
        && other.heading != nil && other.heading != profile.table.heading
        && TableProfile(document, index).heads == profile.heads
    }
  }

  /// Whether the first column has parties and the heads have none.
  private func areParties(_ title: Int, _ tasks: [Int]) -> Bool {
    let head = profile.heads[title]
    let isOfBoth = words.namesPeopleBeforeTasks(head, in: locale)
    let union = tasks.reduce(into: LetterSet()) { $0.formUnion(columns[$1].union) }
    guard !union.isDisjoint(with: classifier.reader.scheme.owner),
      tasks.count(where: { heads[$0].isEmpty }) * 2 > tasks.count,
      isOfBoth || !words.mentionsTask(head, in: locale)
    else { return false }
    let names = profile.lines.map { profile.cell($0, title).text }.filter { !$0.isEmpty }
    let (ofColumns, ofLines) = (shareOfColumns(tasks), shareOfLines(tasks))
    let tasks = tasks.map { profile.heads[$0] }
    // Nobody is called "Phase 1".
    if words.arePeriods(tasks, in: locale) {
      return words.isOwner(head, in: locale)
        || isClear(names, tasks) && (head.isEmpty || words.saysPeople(head, in: locale))
        || words.saysPeople(head, in: locale) && ofColumns > ofLines
    }
    // "Role" may as well describe the heads.
    let isOfPeople = isOfBoth || words.saysPeople(head, in: locale)
    if isClear(names, tasks) { return isOfPeople || ofColumns.single >= ofLines.single }
    return isOfPeople && !tasks.contains(where: isKnown) && ofColumns > ofLines
      && !words.mostlyCallPeople(tasks, in: locale)
  }

  /// Whether most names are parties by their words, or known from elsewhere, and tasks are not.
  private func isClear(_ names: [String], _ tasks: [String]) -> Bool {
    let mentions = names.count { words.mentionsPeople($0, in: locale) }
    let others = tasks.count { words.mentionsPeople($0, in: locale) }
    if mentions * 2 >= names.count, mentions > 0, others * 4 <= tasks.count { return true }
    let known = names.count(where: isKnown)
    return known * 2 >= names.count && known > 0 && !tasks.contains(where: isKnown)
  }

  private func isKnown(_ name: String) -> Bool { classifier.names.party(name) != nil }

  /// How many columns or lines in a hundred have one owner, and how many have a party that does the
  /// work as well.
  private typealias Share = (single: Int, complete: Int)

  /// The share of the columns, in which a transposed table has a task each.
  private func shareOfColumns(_ tasks: [Int]) -> Share {
    share(tasks.map { column in profile.lines.map { ($0, column) } })
  }

  /// The share of the lines with letters.
  private func shareOfLines(_ tasks: [Int]) -> Share {
    let filled = profile.lines.filter { line in
      tasks.contains { !profile.cell(line, $0).isEmpty }
    }
    return share(filled.map { line in tasks.map { (line, $0) } })
  }

  private func share(_ groups: [[(line: Int, column: Int)]]) -> Share {
    let single = groups.filter { cells in cells.count { isOwned($0.line, $0.column) } == 1 }
    let doer = classifier.reader.scheme.owner.first
    let complete = single.count { cells in
      cells.contains { !letters(at: $0.line, $0.column).isDisjoint(with: doer) }
    }
    let total = max(groups.count, 1)
    return (single.count * 100 / total, complete * 100 / total)
  }

  private func letters(at line: Int, _ column: Int) -> LetterSet {
    classifier.reader.read(profile.cell(line, column).text).letters
  }

  private func isOwned(_ line: Int, _ column: Int) -> Bool {
    let scheme = classifier.reader.scheme
    let owner = scheme.all.contains(.accountable) ? LetterSet.accountable : scheme.owner.first
    return !letters(at: line, column).isDisjoint(with: owner)
  }
}
