import Base
import Markdown

/// Tables that have letters, signs or names of letters and say nothing of who does what.
struct OtherTables: TableFinder {
  let facts: TableFacts

  /// The kind of table that a reader who looks for letters could take it for.
  var doubt: ClassifiedTable.Doubt {
    letters.isEmpty && columns.contains(where: \.isSigns) ? .signs : .letters
  }

  /// Whether the table has letters or signs that say something else.
  var isOne: Bool {
    isOfParties || isOfRights || isOfInitials || isOfOtherLetters || isOfPairs || isOfAuthors
      || isOfColors || isOfPeriods
  }

  /// Whether its rows are parties: the first head names people, and no head of letters is a party.
  private var isOfParties: Bool {
    let named = Set(heads.indices.filter { $0 > 0 && !heads[$0].isEmpty })
    let ofScheme = profile.heads.indices.filter { column in
      LetterWords.normalized(profile.heads[column]).split(separator: " ").contains {
        schemes.contains(String($0))
      }
    }
    if !ofScheme.isEmpty, letters.isSubset(of: ofScheme) { return true }
    let head = profile.heads.first ?? ""
    let isNamed = words.namesPeople(head, in: locale)
    let isOfPhrases = named.count > 1 && tellsOfPeople(head, named)
    let isOfLetters = letters.count > 1 && isNamed && !areMostlyPeople
    guard isOfLetters || named.count > 1 && (isNamed || isOfPhrases) else { return false }
    if !isOfPhrases, named.count > 1, holdsNames(named) { return false }
    let first = letters.union(named).min() ?? 0
    return first >= 1 && !letters.contains { classifier.names.party(profile.heads[$0]) != nil }
      && !(1..<first).contains { says(.task, profile.heads[$0]) }
  }

  /// Whether most heads of letters call people, so that "Name" before them is a task's.
  private var areMostlyPeople: Bool {
    words.mostlyCallPeople(letters.map { profile.heads[$0] }, in: locale)
  }

  /// The names of schemes, by which a column of single letters is called.
  private var schemes: Set<String> { Self.schemes(classifier.reader.scheme) }

  /// The names of the usual schemes and the letters of a guide's own, folded.
  static func schemes(_ scheme: LetterScheme) -> Set<String> {
    [folded(scheme.text), "raci", "rasci", "rasic", "daci"]
  }

  /// The number of words from which a cell is a phrase and no name.
  private static let wordsOfPhrase = 3

  /// Whether a head has a word for roles, and most cells under names of letters are phrases about
  /// the work of each role, not names.
  private func tellsOfPeople(_ head: String, _ named: Set<Int>) -> Bool {
    let said = words.words(of: head, in: locale)
    guard said.contains(.filler) || said.contains(.party), !said.contains(.task) else {
      return false
    }
    let cells = profile.lines.flatMap { line in
      named.map { profile.cell(line, $0).text }.filter { !$0.isEmpty }
    }
    let phrases = cells.count { cell in
      LetterWords.normalized(cell).split(separator: " ").count >= Self.wordsOfPhrase
        && !cell.contains { ",;+/".contains($0) }
    }
    return phrases * 2 > cells.count
  }

  /// Whether cells under names of letters are names of parties, and the titles are not.
  ///
  /// A head such as "Role" over tasks describes the other heads.
  private func holdsNames(_ named: Set<Int>) -> Bool {
    var counts: [String: Int] = [:]
    var (mentions, total) = (0, 0)
    for line in profile.lines {
      for part in named.sorted().flatMap({ NameReader.parts(of: profile.cell(line, $0).text) }) {
        counts[PartyNames.key(part), default: 0] += 1
        total += 1
        if words.mentionsPeople(part, in: locale) || classifier.names.party(part) != nil {
          mentions += 1
        }
      }
    }
    let titles = profile.lines.map { profile.cell($0, 0).text }.filter { !$0.isEmpty }
    guard total > 0, !titles.contains(where: { counts[PartyNames.key($0)] != nil }),
      !titles.contains(where: { words.mentionsPeople($0, in: locale) })
    else { return false }
    // Names come again in other rows, which tasks hardly do.
    return mentions * 2 > total || counts.count * 3 <= total * 2
  }

  /// Whether the letters are rights: one cell has read and write together, or create and update, or the text explains them
  /// so.
  private var isOfRights: Bool {
    let scheme = classifier.reader.scheme.all
    guard !letters.isEmpty, scheme.isDisjoint(with: [LetterSet("W"), LetterSet("U")]) else {
      return false
    }
    let hasBoth = columns.indices.dropFirst().contains { column in
      profile.lines.contains { line in
        let text = profile.cell(line, column).text
        let parts = text.uppercased().filter(\.isLetter)
        return (2...5).contains(parts.count) && (parts.contains("W") || parts.contains("U"))
          && (parts.contains("R") || parts.contains("C"))
          && (letters.contains(column) || text == text.uppercased())
          && parts.allSatisfy { "RWXDCUAO".contains($0) }
      }
    }
    return hasBoth || explainsRights
  }

  /// Whether the text explains two letters of the table and more as rights, and none as a letter of
  /// responsibility.
  private var explainsRights: Bool {
    let union = letters.reduce(into: LetterSet()) { $0.formUnion(columns[$1].union) }
    let own = profile.document.explanations.filter { union.contains(LetterSet($0.letter)) }
    return own.count > 1
      && own.allSatisfy { words.letters(ofHead: $0.meaning, in: locale, .stamped).isEmpty }
      && own.contains { words.mentionsRights($0.meaning, in: locale) }
  }

  private func says(_ meaning: LetterWords.Meaning, _ head: String) -> Bool {
    words.words(of: head, in: locale).contains(meaning)
  }

  /// Whether each column has one letter, the first one of its head: abbreviations, not roles.
  private var isOfInitials: Bool {
    let short = columns.indices.filter { column in
      let own = columns[column]
      return column > 0 && own.letters + own.strangers > 0 && own.distinct.count == 1
        && own.distinct.first == profile.heads[column].first.map { folded(String($0)) }
    }
    return short.count > 2 && short.count == letters.count(where: { $0 > 0 })
  }

  /// Whether most cells have letters that the guide lacks: rights, grades, or sizes.
  private var isOfOtherLetters: Bool {
    // Under heads that are letters, such as "Responsible", capitals are names.
    if heads.count(where: { !$0.isEmpty }) > 1 { return false }
    let own = letters.reduce(0) { $0 + columns[$1].letters }
    let others = letters.reduce(0) { $0 + columns[$1].strangers }
    return others > own && own > 0
  }

  /// Whether the letters are those of a traffic light: red, amber or yellow, and green.
  private var isOfColors: Bool {
    let texts = letters.reduce(into: Set<String>()) { $0.formUnion(columns[$1].distinct) }
    let single = texts.filter { $0.first?.isLetter == true && $0.count == 1 }
    return single.contains("g") && single.isSubset(of: ["r", "a", "y", "g"])
      && texts.allSatisfy { !$0.contains { $0.isLetter } || single.contains($0) }
  }

  /// Whether all columns of letters are times, so that nothing says whose the letters are.
  private var isOfPeriods: Bool {
    let heads = letters.sorted().map { profile.heads[$0] }
    return words.arePeriods(heads, in: locale)
      && !heads.contains { classifier.names.party($0) != nil }
  }

  /// Whether rows and columns have the same names: what excludes or needs what.
  private var isOfPairs: Bool {
    guard profile.columnCount > 2, !letters.isEmpty || columns.contains(where: \.isSigns) else {
      return false
    }
    let names = Set(profile.heads.dropFirst().map(PartyNames.key))
    // A cell that is empty goes on with the one above.
    let titles = profile.lines.map { PartyNames.key(profile.cell($0, 0).text) }.filter {
      !$0.isEmpty
    }
    return !titles.isEmpty && titles.count(where: names.contains) * 2 > titles.count
  }
}
