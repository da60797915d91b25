import Base
import Markdown

/// Finds the columns of a table whose cells name who owns something: few names fill them.
struct OwnerColumns {
  private let profile: TableProfile
  private let columns: [ColumnProfile]
  private let classifier: TableClassifier
  /// How often each text is in a cell, folded.
  private let counts: [String: Int]

  /// The length in bytes of the longest name.
  private static let maximumNameLength = 60
  /// The mean length in bytes of cells that are names and a few other texts.
  private static let meanNameLength = 24
  /// The length in bytes of the longest name among several that are joined.
  private static let maximumPieceLength = 24

  init(_ profile: TableProfile, _ columns: [ColumnProfile], _ classifier: TableClassifier) {
    self.profile = profile
    self.columns = columns
    self.classifier = classifier
    var counts: [String: Int] = [:]
    for line in profile.lines where profile.filled(line).count > 1 {
      for column in profile.filled(line).dropFirst() {
        let text = profile.cell(line, column).text
        if text.utf8.count > Self.maximumNameLength { continue }
        counts[PartyNames.key(text), default: 0] += 1
      }
    }
    self.counts = counts
  }

  /// The table as one of owners; nil if it is not one.
  ///
  /// - Parameter isAsked: whether settings say that it is one.
  func classified(isAsked: Bool) -> ClassifiedTable? {
    let owned = profile.heads.indices.filter { $0 > 0 && isOwned($0) }
    guard !owned.isEmpty else { return nil }
    if !isAsked {
      let texts = Set(owned.flatMap { columns[$0].distinct })
      let names = Set(owned.flatMap { cells($0) }.flatMap(single))
      let total = owned.reduce(0) { $0 + columns[$1].filled }
      // Types and states are few and short, too. One column needs rows of tasks, or a head that says
      // "responsibility" over parties; several columns need a party.
      guard owned.count > 1 ? areParties(owned) : isOfTasks || owned.contains(where: saysWhose),
        !texts.contains(where: { isCodeLike($0) && !isPartyOrPair($0) })
      else { return nil }
      guard total > 1, names.count * 2 <= total + 1 || texts.allSatisfy(isPartyOrPair),
        owned.contains(where: { cells($0).contains { isParty($0) || mentionsPeople($0) } })
      else { return nil }
    }
    let others = columnsOfSameNames(as: owned)
    let all = (owned + others).sorted()
    guard let first = all.first,
      let shape = TableShape(profile, columns, besides: Set(all), classifier), shape.title < first
    else { return nil }
    var table = shape.table(.owners, letters: all.map { ($0, []) }, profile)
    table.reading?.isGrid = all.count > 1
    table.reading?.headsBelow = profile.headsBelow
    table.asides = asides(in: others, beside: owned)
    return table
  }

  /// Columns in which half of the cells or more have names of the columns that have nothing else.
  private func columnsOfSameNames(as owned: [Int]) -> [Int] {
    let known = names(of: owned)
    return profile.heads.indices.filter { column in
      guard column > 0, !owned.contains(column), columns[column].meanLength <= Self.meanNameLength
      else { return false }
      let cells = cells(column)
      let named = cells.count { isOf(known, $0) }
      return named > 1 && named * 2 >= cells.count
    }
  }

  /// The cells of columns that have no name of others, by their places in the document.
  private func asides(in columns: [Int], beside owned: [Int]) -> Set<Int> {
    if columns.isEmpty { return [] }
    let known = names(of: owned)
    var result: Set<Int> = []
    for line in profile.lines {
      for column in columns where !isOf(known, profile.cell(line, column).text) {
        result.insert(profile.document.cell(profile.table, line: line, column: column))
      }
    }
    return result
  }

  private func names(of columns: [Int]) -> Set<String> {
    Set(columns.flatMap { cells($0) }.flatMap(single))
  }

  /// Whether a text is a party, or names only known ones.
  private func isOf(_ known: Set<String>, _ text: String) -> Bool {
    guard text.utf8.count <= Self.maximumNameLength else { return false }
    return isPartyOrPair(text) || !text.isEmpty && single(text).allSatisfy(known.contains)
  }

  /// Whether half of the cells of two columns or more are parties, so that somebody should look.
  var mayBeOwned: Bool {
    let columns = profile.heads.indices.dropFirst().filter { column in
      let cells = cells(column)
      let named = cells.count(where: isPartyOrPair)
      return named > 1 && named * 2 >= cells.count
    }
    return columns.count > 1
  }

  /// The names in a cell, as they are compared; those of several parties one by one, and words for
  /// all of them left out.
  private func single(_ text: String) -> [String] {
    let whole = PartyNames.key(text)
    let reader = NameReader(words: classifier.reader.words, locale: classifier.reader.locale) {
      PartyNames.key($0) != whole && isKnown($0)
    }
    let found = reader.read(text)
    if found.count == 1, !found[0].isShared { return [whole] }
    return found.filter { !$0.isShared }.map { PartyNames.key($0.text) }
  }

  /// Whether the rows are tasks by the head of their titles.
  private var isOfTasks: Bool {
    profile.heads.first.map { head in
      classifier.reader.words.words(of: head, in: classifier.reader.locale).contains(.task)
    } ?? false
  }

  /// Whether a column's head says "responsibility" or "owner", and half of its cells or more are
  /// parties, of which there are several.
  func saysWhose(_ column: Int) -> Bool {
    let head = profile.heads[column]
    let (words, locale) = (classifier.reader.words, classifier.reader.locale)
    guard !words.saysPeople(profile.heads.first ?? "", in: locale),
      words.canBeTask(head)
        || !words.letters(ofHead: head, in: locale, classifier.scheme).isDisjoint(
          with: classifier.scheme.owner)
    else { return false }
    let cells = cells(column)
    return cells.count(where: isPartyOrPair) * 2 >= cells.count
      && columns[column].distinct.count > 1
  }

  /// Whether a third of the cells have a word for a party: "you", "shared", "you and the shop", or
  /// those of all columns call teams.
  private func areParties(_ owned: [Int]) -> Bool {
    let all = owned.flatMap { cells($0) }
    return all.count(where: namesParty) * 3 >= all.count || isOfTasks && areTeams(owned)
  }

  /// Whether half of the cells of each column call teams or offices, and no head calls people.
  private func areTeams(_ owned: [Int]) -> Bool {
    owned.allSatisfy { column in
      let (head, cells) = (profile.heads[column], cells(column))
      let (words, locale) = (classifier.reader.words, classifier.reader.locale)
      // "Lead" and "Support" are what each head's party does.
      return !words.saysPeople(head, in: locale)
        && !words.areRoles(columns[column].distinct, in: locale)
        && cells.count(where: mentionsPeople) * 2 >= cells.count
    }
  }

  private func mentionsPeople(_ text: String) -> Bool {
    classifier.reader.words.mentionsPeople(text, in: classifier.reader.locale)
  }

  /// Whether a text is a version, a number, or a name in code.
  private func isCodeLike(_ text: String) -> Bool {
    !NameReader.isOfHandles(text) && text.contains { $0.isNumber || "._/\\=<>@#:".contains($0) }
  }

  /// Whether a text has a word for a party in it, such as "you" or "shared".
  private func namesParty(_ text: String) -> Bool {
    classifier.reader.words.words(of: text, in: classifier.reader.locale).contains {
      $0 == .party || $0 == .shared
    }
  }

  private func cells(_ column: Int) -> [String] {
    profile.lines.compactMap { line in
      let cell = profile.cell(line, column)
      return cell.isEmpty || profile.filled(line).count == 1 ? nil : cell.text
    }
  }

  /// Whether a column's cells are names: known ones, repeated ones, or names joined.
  private func isOwned(_ column: Int) -> Bool {
    let cells = cells(column)
    guard !cells.isEmpty else { return false }
    let names = cells.count(where: isName)
    return names * 10 >= cells.count * 8
      && cells.allSatisfy { $0.utf8.count <= Self.maximumNameLength }
  }

  /// Whether a text is sure to be a party, or joins one with other short names.
  private func isPartyOrPair(_ text: String) -> Bool {
    if isParty(text) { return true }
    let reader = NameReader(words: classifier.reader.words, locale: classifier.reader.locale) { _ in
      false
    }
    let pieces = NameReader.parts(of: text).flatMap { reader.pieces(of: $0) }
    return (2...3).contains(pieces.count) && pieces.contains(where: isParty)
      && pieces.allSatisfy { $0.utf8.count <= Self.maximumPieceLength }
  }

  private func isName(_ text: String) -> Bool {
    if text.utf8.count > Self.maximumNameLength { return false }
    if isPartyOrPair(text) || (counts[PartyNames.key(text)] ?? 0) > 1 { return true }
    // A cell that names several is not a name itself, so it does not count as a known one.
    let whole = PartyNames.key(text)
    let reader = NameReader(words: classifier.reader.words, locale: classifier.reader.locale) {
      PartyNames.key($0) != whole && isKnown($0)
    }
    let found = reader.read(text)
    return found.count > 1 && found.allSatisfy { $0.isShared || isKnown($0.text) }
  }

  private func isKnown(_ text: String) -> Bool {
    isParty(text) || (counts[PartyNames.key(text)] ?? 0) > 0
  }

  /// Whether a text is sure to be a party: a known one, or a word such as "you" or "shared".
  private func isParty(_ text: String) -> Bool {
    if classifier.names.parties(text) != nil { return true }
    let (words, locale) = (classifier.reader.words, classifier.reader.locale)
    return words.meaning(of: text, in: locale) == .party || words.saysAll(text, in: locale)
  }
}
