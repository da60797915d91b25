import Base
import Markdown

/// Reads the heads of a table, and reports those that say nothing above letters and names.
extension TableLetters {
  mutating func resolveHeads(_ index: Int) {
    let profile = TableProfile(document, index)
    var columnOfParty: [String: Int] = [:]
    var shared: [Int] = []
    for (column, _) in table.letterColumns {
      let head = table.heads[column]
      if let own = names.parties(ofHead: head) {
        partiesOfColumn[column] = own
      } else if let found = names.parties(head) {
        partiesOfColumn[column] = found
      } else if table.isShared(column, letters.words, in: locale) {
        shared.append(column)
      } else {
        let hint = names.didYouMean(head)
        diagnostics.append(
          Diagnostic(
            .columnUnknown,
            head.isEmpty
              ? "a column without a short head has letters and is not a party"
              : "the column '\(head)' has letters and is not a party",
            at: profile.headLocation(column), locale: locale,
            hint: hint ?? "add the head to 'parties' under 'table' in the file under raci"))
      }
      // A head of several names shares its letters on purpose.
      if let own = partiesOfColumn[column], own.count == 1, let party = own.first {
        if let first = columnOfParty[party] {
          reportTwin(head, of: table.heads[first], at: profile.headLocation(column))
        } else {
          columnOfParty[party] = column
        }
      }
    }
    var known: Set<String> = []
    let all = table.letterColumns.flatMap { partiesOfColumn[$0.column] ?? [] }
      .filter { known.insert($0).inserted }
    for column in shared { partiesOfColumn[column] = all }
  }

  /// Reports columns of a transposed table that have letters and no short head.
  mutating func reportNamelessColumns(_ index: Int) {
    let profile = TableProfile(document, index)
    let columns = table.reading?.columns ?? []
    for column in columns.indices where table.heads.indices.contains(column) {
      guard table.heads[column].isEmpty, columns[column] == .description,
        profile.lines.contains(where: {
          reader.read(profile.cell($0, column).text).kind == .letters
        })
      else { continue }
      diagnostics.append(
        Diagnostic(
          .columnUnknown, "a column without a short head has letters, which are not read",
          at: profile.headLocation(column), locale: locale,
          hint: "write a head of at most 400 characters"))
    }
  }

  private mutating func reportTwin(
    _ head: String, of first: String, at location: SourceLocation
  ) {
    diagnostics.append(
      Diagnostic(
        .columnUnknown,
        "the columns '\(first)' and '\(head)' are the same party, so their letters are joined",
        at: location, locale: locale, hint: "give each party one column, or columns of its own name"
      ))
  }

  /// Reports columns beside those of letters whose cells name the same parties, below a head that
  /// names no letter.
  mutating func reportColumnsOfNames(_ index: Int) {
    let profile = TableProfile(document, index)
    let columns = table.reading?.columns ?? []
    let title = columns.firstIndex(of: .title) ?? 0
    if table.letterColumns.isEmpty { return }
    for column in columns.indices where columns[column] == .description {
      guard column > title, table.heads.indices.contains(column),
        namesParties(profile, column) || namesDeputies(profile, column)
      else { continue }
      diagnostics.append(
        Diagnostic(
          .columnUnknown,
          "the column '\(shortened(table.heads[column]))' names parties, and its head names no letter",
          at: profile.headLocation(column), locale: locale,
          hint: "add the head to 'letters' under 'table' in the file under raci"))
    }
  }

  /// Whether a column has names of deputies, who may be no party elsewhere.
  private func namesDeputies(_ profile: TableProfile, _ column: Int) -> Bool {
    letters.words.callsDeputies(table.heads[column], in: locale)
      && profile.lines.contains { !profile.cell($0, column).isEmpty }
  }

  /// Whether a column has names of parties and little else.
  private func namesParties(_ profile: TableProfile, _ column: Int) -> Bool {
    let names = names
    let reader = NameReader(words: letters.words, locale: locale) { names.parties($0) != nil }
    let found = profile.lines.flatMap { reader.read(profile.cell($0, column).text) }
    let known = found.count { names.parties($0.text) != nil }
    return known > 1 && known * 2 > found.count
  }
}

extension ClassifiedTable {
  /// Whether a column's head is a word for all parties, such as "shared" or "both", beside those of
  /// two parties or more.
  func isShared(_ column: Int, _ words: LetterWords, in locale: String) -> Bool {
    guard kind == .letters || kind == .ticks, heads.indices.contains(column) else { return false }
    let saysAll = { (head: String) in words.meaning(of: head, in: locale) == .shared }
    return saysAll(heads[column])
      && letterColumns.count(where: {
        heads.indices.contains($0.column) && !saysAll(heads[$0.column])
      })
        > 1
  }
}
