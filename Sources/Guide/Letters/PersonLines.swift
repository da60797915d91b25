import Base
import Markdown

/// Finds tables with a line per person: one column names who, and others say what each does.
///
/// These have ticks under heads such as `R` or `Accountable`, or letters under a head such as
/// `RACI` or `Role`. A row of the matrix is all lines in a sequence that have the same title.
struct PersonLines: TableFinder {
  let facts: TableFacts

  /// The table as one with a line per person; nil if it is not one.
  ///
  /// - Parameter isAsked: whether settings say that it is one.
  func classified(isAsked: Bool) -> ClassifiedTable? {
    guard profile.columnCount > 2 else { return nil }
    let held = marked ?? lettered
    guard let first = held.map(\.column).min(), let person = personColumn(before: first),
      let title = titleColumn(before: first, besides: person)
    else { return nil }
    let codes = Set(
      columns.indices.filter { $0 < title && $0 != person && columns[$0].isCodes })
    let all = Set(held.map(\.column))
    let lines = Self.lines(of: profile, title: title, codes: codes, all)
    let isOfLines = lines.contains(.continuation) && callsPeople(person)
    guard isAsked || isSure(title, person, lines), marked != nil || isOfRoles(first) || isOfLines
    else { return nil }
    let roles = columns.indices.map { column -> TableReading.Column in
      switch column {
      case title: .title
      case person: .party
      case _ where all.contains(column): .letters
      case _ where codes.contains(column): .code
      default: .description
      }
    }
    return ClassifiedTable(
      kind: .people,
      reading: TableReading(isResponsibilities: true, columns: roles, lines: lines),
      heads: profile.heads, letterColumns: held)
  }

  /// The kind of each line below the heads: one with the title of the row above is more of it.
  static func lines(
    of profile: TableProfile, title: Int, codes: Set<Int>, _ letters: Set<Int>
  ) -> [TableReading.Line] {
    let lines = TableShape.lines(of: profile, title: title, codes: codes, letters)
    var last: String?
    return zip(profile.table.bodyLines, lines).map { line, kind in
      guard kind == .row else {
        if kind == .group { last = nil }
        return kind
      }
      let name = folded(profile.cell(line, title).text)
      defer { last = name }
      return name == last ? .continuation : .row
    }
  }

  // MARK: Columns

  /// The columns of ticks below heads that name letters; nil if there are not several.
  private var marked: [(column: Int, letters: LetterSet)]? {
    let found = columns.indices.filter { column in
      let own = columns[column]
      let isOfHead = own.letters == 0 || heads[column].isSuperset(of: own.union)
      return column > 1 && !heads[column].isEmpty && isOfHead
        && own.yes + own.no + own.letters == own.total
    }
    let filled = found.filter { columns[$0].yes + columns[$0].letters > 0 }
    let union = found.reduce(into: LetterSet()) { $0.formUnion(heads[$1]) }
    guard found.count > 1, !filled.isEmpty, union.characters.count > 1 else { return nil }
    return found.map { ($0, heads[$0]) }
  }

  /// The only column of letters.
  private var lettered: [(column: Int, letters: LetterSet)] {
    guard letters.count == 1, let column = letters.first, column > 1,
      columns[column].letters == columns[column].total,
      !columns[column].union.isDisjoint(with: classifier.reader.scheme.owner)
    else { return [] }
    return [(column: column, letters: LetterSet())]
  }

  /// Whether the head of a column of letters is a scheme's name, or a word for roles or a letter.
  private func isOfRoles(_ column: Int) -> Bool {
    let names = LetterWords.normalized(profile.heads[column]).split(separator: " ").map(String.init)
    let schemes = OtherTables.schemes(classifier.reader.scheme)
    if names.contains(where: schemes.contains) || profile.heads[column].isEmpty { return true }
    switch words.meaning(of: profile.heads[column], in: locale) {
    case .filler, .letters: return true
    default: return false
    }
  }

  /// Whether the head of a column calls its cells people.
  private func callsPeople(_ column: Int) -> Bool {
    let head = profile.heads[column]
    return words.namesPeople(head, in: locale) || words.mentionsPeople(head, in: locale)
      || words.isOwner(head, in: locale)
  }

  /// The column of people: the last one of texts whose head or cells call them so.
  private func personColumn(before first: Int) -> Int? {
    let texts = columns.indices.filter {
      $0 < first && columns[$0].texts > 0 && !columns[$0].isCodes
    }
    guard texts.count > 1 else { return nil }
    return texts.last(where: callsPeople)
      ?? texts.last { column in
        let names = names(column)
        return names.count { words.mentionsPeople($0, in: locale) || isKnown($0) } * 2
          > names.count
      }
  }

  private func titleColumn(before first: Int, besides person: Int) -> Int? {
    let open = columns.indices.filter {
      $0 < first && $0 != person && columns[$0].texts > 0 && !columns[$0].isCodes
    }
    if let name = classifier.settings.title {
      return open.first { folded(profile.heads[$0]) == folded(name) }
    }
    return open.first { words.mentionsTask(profile.heads[$0], in: locale) } ?? open.first
  }

  // MARK: Evidence

  /// Whether titles are not people, and no title comes again below another.
  private func isSure(_ title: Int, _ person: Int, _ lines: [TableReading.Line]) -> Bool {
    let titles = zip(profile.table.bodyLines, lines).filter { $0.1 == .row }
      .map { folded(profile.cell($0.0, title).text) }
    guard !titles.isEmpty, Set(titles).count == titles.count else { return false }
    let head = profile.heads[title]
    // Behind a person, a text tells of that person, unless its head calls it a task.
    guard title < person || words.mentionsTask(head, in: locale) else { return false }
    return !words.namesPeople(head, in: locale) && !words.mostlyCallPeople(titles, in: locale)
      && names(person).allSatisfy { $0.utf8.count <= 60 }
  }

  private func names(_ column: Int) -> [String] {
    profile.lines.map { profile.cell($0, column).text }.filter { !$0.isEmpty }
  }

  private func isKnown(_ name: String) -> Bool { classifier.names.party(name) != nil }
}
