import Base
import Markdown

/// Finds the columns of a translation's table that the columns of letters of its source became.
///
/// A translator may put columns in another order, as right-to-left languages invite to, or add one.
/// The names of parties in the heads decide, or the letters that the heads name. If no head of the
/// translation is known, the letters in the cells decide, if only one order makes both tables
/// agree.
struct ColumnMatcher {
  let letters: GuideLetters
  let settings: TableSettings
  /// The source's table and its kind.
  let source: TableProfile
  let table: ClassifiedTable
  let target: TableProfile
  /// The index of the translation's locale.
  let locale: Int

  /// The number of lines from which cells without heads can show the order.
  private static let fewestLines = 3

  private var wanted: [Int] { table.letterColumns.map(\.column) }
  private var hasSameWidth: Bool { source.columnCount == target.columnCount }

  /// The source's column for each column of the translation; empty if all are in the same places.
  ///
  /// It is nil if the tables differ in width and the heads do not show why.
  func columns() -> [Int?]? {
    let found: [Int: Int]?
    switch table.kind {
    case .letters, .ticks: found = byNames() ?? byLetters()
    case .columns, .people: found = byHeads()
    case .prose, .owners, .transposed, .ordinary: found = nil
    }
    let isEnough = found.map { isWhole($0) || isNarrower($0) } ?? false
    guard let found, isEnough else { return hasSameWidth ? [] : nil }
    if hasSameWidth, found.allSatisfy({ $0.key == $0.value }) { return [] }
    return all(found)
  }

  private func isWhole(_ found: [Int: Int]) -> Bool { found.count == wanted.count }

  /// Whether a narrower table lacks a few parties.
  private func isNarrower(_ found: [Int: Int]) -> Bool {
    target.columnCount < source.columnCount && found.count > 1 && found.count * 2 >= wanted.count
  }

  /// All columns, those other than the letters in their order.
  private func all(_ found: [Int: Int]) -> [Int?] {
    var result = [Int?](repeating: nil, count: target.columnCount)
    for (own, other) in found { result[other] = own }
    var open = source.heads.indices.filter { found[$0] == nil }
    var free = result.indices.filter { result[$0] == nil }
    if !hasSameWidth, let title = open.firstIndex(where: { isTitle($0) }),
      let place = free.first(where: { isText($0) })
    {
      result[place] = open[title]
      open.remove(at: title)
      free.removeAll { $0 == place }
    }
    for (own, other) in zip(open, free) where hasSameWidth || !isTitle(own) { result[other] = own }
    return result
  }

  private func isTitle(_ column: Int) -> Bool {
    guard let columns = table.reading?.columns, columns.indices.contains(column) else {
      return column == 0
    }
    return columns[column] == .title
  }

  /// Whether a column of the translation has texts, and not numbers or codes.
  private func isText(_ column: Int) -> Bool {
    let reader = CellReader(
      words: letters.words, scheme: letters.scheme, locale: target.document.locale)
    let profile = ColumnProfile(target, column, reader)
    return profile.texts > 0 && !profile.isCodes
  }

  // MARK: Evidence

  /// By the parties that heads name; nil if any column of letters has none or two.
  private func byNames() -> [Int: Int]? {
    let names = letters.names(for: locale, settings)
    let places = target.heads.map { parties($0, names) }
    let columnsOfParties = Dictionary(grouping: places.indices) { places[$0] }
    var found: [Int: Int] = [:]
    var unnamed: [Int] = []
    for column in wanted {
      guard let own = parties(source.heads[column], names) else { return nil }
      let matches = columnsOfParties[own] ?? []
      if matches.count > 1 { return nil }
      if let match = matches.first { found[column] = match } else { unnamed.append(column) }
    }
    if found.isEmpty { return nil }
    if unnamed.isEmpty || isNarrower(found) { return found }
    // One column whose name is not known is the one that is left.
    let taken = Set(found.values)
    let left = wanted.filter { !taken.contains($0) && places.indices.contains($0) }
    guard hasSameWidth, unnamed.count == 1, left.count == 1, places[left[0]] == nil else {
      return nil
    }
    found[unnamed[0]] = left[0]
    return found
  }

  private func parties(_ head: String, _ names: PartyNames) -> [String]? {
    names.parties(ofHead: head) ?? names.parties(head)
  }

  /// By the letters that heads name; nil if any is named twice or not at all.
  private func byHeads() -> [Int: Int]? {
    let reader = CellReader(
      words: letters.words, scheme: letters.scheme, locale: target.document.locale)
    let heads = TableClassifier(
      reader: reader, settings: settings, names: letters.names(for: locale, settings)
    ).headLetters(target)
    var found: [Int: Int] = [:]
    for (column, own) in table.letterColumns {
      let matches = heads.indices.filter { heads[$0] == own }
      guard matches.count == 1 else { return nil }
      found[column] = matches[0]
    }
    return Set(found.values).count == found.count ? found : nil
  }

  /// By the letters in the cells, line by line, if the order as it is makes most differ and another
  /// makes nearly all agree.
  private func byLetters() -> [Int: Int]? {
    let lines = Array(zip(source.lines, target.lines))
    guard hasSameWidth, source.lines.count == target.lines.count, lines.count >= Self.fewestLines
    else { return nil }
    let columns = wanted
    // Numbers are compared sooner than texts, and each column is compared with each.
    var numbers: [String: Int] = [:]
    func numbered(_ texts: [String]) -> [Int] {
      texts.map { text in
        let number = numbers[text] ?? numbers.count
        numbers[text] = number
        return number
      }
    }
    let own = columns.map { numbered(said(source, $0)) }
    let others = columns.map { numbered(said(target, $0)) }
    func agreement(_ first: Int, _ second: Int) -> Int {
      zip(own[first], others[second]).count { $0.0 == $0.1 }
    }
    let all = lines.count * columns.count
    let unmoved = columns.indices.reduce(0) { $0 + agreement($1, $1) }
    if unmoved * 10 >= all * 7 { return nil }
    var found: [Int: Int] = [:]
    var total = 0
    for index in columns.indices {
      let ranked = columns.indices.map { (agreement(index, $0), $0) }.sorted { $0.0 > $1.0 }
      guard let best = ranked.first, ranked.count < 2 || ranked[1].0 < best.0 else { return nil }
      found[columns[index]] = columns[best.1]
      total += best.0
    }
    return Set(found.values).count == found.count && total * 10 >= all * 9 ? found : nil
  }

  /// The content of each cell of a column.
  private func said(_ profile: TableProfile, _ column: Int) -> [String] {
    let reader = CellReader(
      words: letters.words, scheme: letters.scheme, locale: profile.document.locale,
      signs: table.signMeanings(settings), isCircled: table.isCircled)
    return profile.lines.map { line in
      let content = reader.read(profile.cell(line, column).text)
      return content.kind == .yes ? "+" : content.letters.text
    }
  }
}
