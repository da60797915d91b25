import Base
import Markdown

/// Which column of a table has the titles, which ones name groups or number the rows, and what its
/// lines are.
struct TableShape {
  let title: Int
  let group: Int?
  let codes: Set<Int>
  private let lines: [TableReading.Line]

  /// Finds the shape; nil if no column can contain titles.
  ///
  /// - Parameter besides: the columns that say who does what.
  init?(
    _ profile: TableProfile, _ columns: [ColumnProfile], besides letters: Set<Int>,
    _ classifier: TableClassifier
  ) {
    let open = columns.indices.filter { !letters.contains($0) }
    let limit = letters.min() ?? columns.count
    let isHead = { (name: String?, column: Int) -> Bool in
      name.map { folded($0) == folded(profile.heads[column]) } ?? false
    }
    let settings = classifier.settings
    let texts = open.filter { column in
      column < limit && columns[column].filled > 0 && !Self.isCode(profile, columns, column)
    }
    let named = open.first { isHead(settings.title, $0) }
    let tasks = texts.filter { column in
      switch classifier.reader.words.meaning(
        of: profile.heads[column], in: classifier.reader.locale)
      {
      case .task: true
      // "Responsibility" names a duty next to columns that say whose it is.
      case .letters: !letters.isEmpty
      default: false
      }
    }
    let clear = tasks.first { task in
      // "Stage" may also be a column beside tasks that differ in each row and have letters.
      letters.count < 2 || texts.prefix { $0 < task }.allSatisfy { Self.repeats(columns[$0]) }
        || classifier.reader.words.isClearTask(profile.heads[task], in: classifier.reader.locale)
    }
    guard let first = named ?? clear ?? texts.first ?? open.first(where: { $0 < limit })
    else { return nil }
    var title = first
    var group = open.first { isHead(settings.group, $0) }
    if group == nil {
      let before = texts.filter { $0 < title }
      if let last = before.last {
        group = Self.repeats(columns[last]) ? last : nil
      } else if named == nil, let second = texts.first(where: { $0 > title }),
        Self.isGroup(columns[title], over: columns[second]), !letters.isEmpty || texts.count > 2
      {
        (group, title) = (title, second)
      }
    }
    self.title = title
    self.group = group
    codes = Set(open.filter { $0 < title && $0 != group })
    lines = Self.lines(of: profile, title: title, codes: codes, letters)
  }

  /// The kind of each line below the heads.
  ///
  /// - Parameter letters: the columns that say who does what.
  static func lines(
    of profile: TableProfile, title: Int, codes: Set<Int>, _ letters: Set<Int>
  ) -> [TableReading.Line] {
    let groupLines = profile.groupLines(title: title, codes: codes)
    let lastFull = profile.lines.last { profile.filled($0).count > 1 } ?? profile.firstLine
    var hasRow = false
    var result: [TableReading.Line] = []
    for line in profile.table.bodyLines {
      guard line >= profile.firstLine, !isBlank(line, profile), !explains(line, profile),
        line <= lastFull || !isNote(line, profile),
        !repeatsHeads(line, profile), !counts(line, profile, letters)
      else {
        result.append(.nothing)
        continue
      }
      if groupLines.contains(line) {
        result.append(.group)
      } else if profile.cell(line, title).isEmpty {
        result.append(hasRow ? .continuation : .nothing)
      } else {
        hasRow = true
        result.append(.row)
      }
    }
    return result
  }

  /// Whether a line has nothing in it, or dots and dashes that indicate more lines.
  private static func isBlank(_ line: Int, _ profile: TableProfile) -> Bool {
    profile.filled(line).allSatisfy { column in
      let cell = profile.cell(line, column)
      return !cell.isLong && cell.text.allSatisfy { "….-–—_·".contains($0) }
    }
  }

  /// Whether a line only explains letters: `R = Responsible, A = Accountable`, in one cell or in
  /// several.
  private static func explains(_ line: Int, _ profile: TableProfile) -> Bool {
    let texts = profile.filled(line).map { profile.cell(line, $0).text }
    guard let first = texts.first else { return false }
    if texts.count == 1 {
      return isEquation(first) || Document.explanations(in: first).count > 1
        || isLabel(first) && profile.lines.contains(line + 1)
          && areEquations(profile.filled(line + 1).map { profile.cell(line + 1, $0).text })
    }
    // A task whose cells have such texts is not the last line but by chance.
    return line == profile.lines.last && (isLabel(first) || hasEquation(first))
      && areEquations(texts)
  }

  /// Whether cells explain letters, behind a label such as "Key" or without one.
  private static func areEquations(_ texts: [String]) -> Bool {
    guard let first = texts.first else { return false }
    let rest = texts.dropFirst()
    if rest.isEmpty { return isEquation(first) || Document.explanations(in: first).count > 1 }
    return rest.allSatisfy(isEquation) && (rest.count > 1 || hasEquation(first))
  }

  /// Whether a text is a capital letter, an equals sign, and its meaning.
  private static func isEquation(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, (0x41...0x5A).contains(first.value) else {
      return false
    }
    let rest = text.dropFirst().drop { $0 == " " }
    return (rest.first == "=" || rest.first == "＝") && rest.count > 2
  }

  /// Whether a text has a label before an equation: `Key: R = Responsible`.
  private static func hasEquation(_ text: String) -> Bool {
    if isEquation(text) { return true }
    guard text.utf8.contains(UInt8(ascii: "=")) else { return false }
    return !Document.explanations(in: text).isEmpty
  }

  /// Whether a text is a word or two, as "Legend" above explanations is.
  private static func isLabel(_ text: String) -> Bool {
    text.utf8.count <= 40 && text.split(separator: " ").count <= 2
  }

  /// Whether a line is a note: its only text begins with a mark such as `*` or `¹`.
  private static func isNote(_ line: Int, _ profile: TableProfile) -> Bool {
    let filled = profile.filled(line)
    guard filled.count == 1, let only = filled.first,
      let first = profile.cell(line, only).text.unicodeScalars.first
    else { return false }
    switch first {
    case "*", "†", "‡", "¹", "²", "³", "※": return true
    default: return false
    }
  }

  /// Whether a line has the heads again, as long tables do.
  private static func repeatsHeads(_ line: Int, _ profile: TableProfile) -> Bool {
    let filled = profile.filled(line)
    return filled.count > 1
      && filled.allSatisfy { profile.cell(line, $0).text == profile.heads[$0] }
  }

  /// Whether a line counts the letters of the columns above: it has only numbers below their heads.
  private static func counts(
    _ line: Int, _ profile: TableProfile, _ letters: Set<Int>
  ) -> Bool {
    let filled = profile.filled(line).filter(letters.contains)
    return filled.count > 1
      && filled.allSatisfy {
        profile.cell(line, $0).text.allSatisfy { "0123456789.,% ".contains($0) }
      }
  }

  /// The table that this is the shape of.
  func table(
    _ kind: TableSettings.Kind, letters: [(column: Int, letters: LetterSet)],
    _ profile: TableProfile
  ) -> ClassifiedTable {
    let held = Set(letters.map(\.column))
    let columns = (0..<profile.columnCount).map { column -> TableReading.Column in
      if column == title { return .title }
      if column == group { return .group }
      if held.contains(column) { return .letters }
      return codes.contains(column) ? .code : .description
    }
    let isPlain =
      title == 0 && group == nil && held.isEmpty && lines.allSatisfy { $0 == .row }
      && kind == .prose
    return ClassifiedTable(
      kind: kind,
      reading: isPlain
        ? nil : TableReading(isResponsibilities: true, columns: columns, lines: lines),
      heads: kind == .letters || kind == .ticks
        ? profile.groupedHeads(letters.map(\.column)) : profile.heads,
      letterColumns: letters)
  }

  /// Whether a column numbers the rows: its cells are numbers and codes, and a later one is text.
  private static func isCode(
    _ profile: TableProfile, _ columns: [ColumnProfile], _ column: Int
  ) -> Bool {
    let isID = ["id", "#", "no", "nr", "no.", "nr.", "№"].contains(folded(profile.heads[column]))
    let own = columns[column]
    guard
      own.isCodes || own.mayBeCodes
        || isID && own.distinct.count == own.filled && own.meanLength <= 40
    else {
      return false
    }
    return columns.indices.contains { $0 > column && columns[$0].texts > 0 && !columns[$0].isCodes }
  }

  private static func repeats(_ column: ColumnProfile) -> Bool {
    column.distinct.count * 10 <= column.filled * 7 || column.empty > 0 || column.filled == 1
  }

  /// Whether a column names the topic of several rows of the next one.
  ///
  /// It is empty below its first line or repeats its text, and the next column has another text in
  /// each line.
  private static func isGroup(_ column: ColumnProfile, over next: ColumnProfile) -> Bool {
    let isSparse = column.empty * 4 >= column.filled && column.empty > 0
    let isRepeated = column.filled > 2 && column.distinct.count * 5 <= column.filled * 3
    return (isSparse || isRepeated) && next.distinct.count * 10 >= next.filled * 9
      && next.empty * 10 <= next.filled && next.meanLength <= 100
      && next.distinct.count > column.distinct.count
  }
}
