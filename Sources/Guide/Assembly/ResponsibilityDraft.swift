/// A responsibility while the rows of the locales are still being found.
struct ResponsibilityDraft {
  let id: String
  let section: String
  let entry: RaciFile.Responsibility?
  let inherited: [String: LetterSet]
  /// The assignments of each party in the source's table; nil if its table has no letters.
  var cells: [String: CellAssignment]?
  /// The row's index in each locale's version.
  var rows: LocaleRows
  /// The text that translations write beside letters, by locale and party.
  var remarks: [Int: [String: String]] = [:]

  /// The responsibility as the guide keeps it.
  var finished: Responsibility {
    Responsibility(
      id: id, section: section, entry: entry, inherited: inherited, cells: cells, rows: rows,
      remarks: remarks)
  }
}

extension [ResponsibilityDraft] {
  /// Puts them in the order of one locale's rows; those without a row there come last.
  mutating func orderByRow(of locale: Int) {
    let order = enumerated().sorted { left, right in
      let (first, second) = (left.element.rows[locale], right.element.rows[locale])
      return (first ?? Int.max, left.offset) < (second ?? Int.max, right.offset)
    }
    self = order.map(\.element)
  }

  /// Keeps the rows of a section together, also those that the source lacks.
  mutating func groupBySection() {
    var rankOfSection: [String: Int] = [:]
    for draft in self where rankOfSection[draft.section] == nil {
      rankOfSection[draft.section] = rankOfSection.count
    }
    func rank(_ draft: ResponsibilityDraft) -> Int { rankOfSection[draft.section] ?? 0 }
    let order = enumerated().sorted { left, right in
      (rank(left.element), left.offset) < (rank(right.element), right.offset)
    }
    self = order.map(\.element)
  }

  /// The index of the responsibility that each row of a locale is.
  func byRow(of locale: Int) -> [Int: Int] {
    var result: [Int: Int] = [:]
    for (index, draft) in enumerated() {
      if let row = draft.rows[locale] { result[row] = index }
    }
    return result
  }

  /// The index of the responsibility of each id.
  var byID: [String: Int] {
    Dictionary(enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
