import Base
import Markdown

/// The rules that a matrix must keep; each finding has the id of its rule.
///
/// Exactly one party answers for a row and someone does it: these rules make a RACI matrix
/// (M. Smith and J. Erwin, "Role & Responsibility Charting", 2005). The bounds for crowded rows
/// and overloaded parties are the project's own.
public struct MatrixRules {
  private let guide: Guide
  private let matrix: Matrix
  private var diagnostics: [Diagnostic] = []
  /// How many findings each rule has, those that are only counted among them.
  private var counts: [DiagnosticID: Int] = [:]
  private var lastHolders: Holders?

  /// The parties that have letters in rows with the same assignments.
  private struct Holders {
    let assignments: [Matrix.Assignment?]
    /// The parties with each letter of the scheme.
    let byLetter: [[String]]
    /// Those that are consulted and informed.
    let both: [String]
    /// The number of those that are consulted or informed.
    let bystanders: Int
  }

  /// More consulted and informed parties than this make a row slow.
  static let mostBystanders = 4
  /// From this many parties on, one that works in over three quarters of the rows is overloaded.
  static let fewestPartiesToCompare = 4

  /// Checks a matrix.
  public static func check(_ matrix: Matrix, of guide: Guide) -> [Diagnostic] {
    guide.documents.indices.flatMap { check(document: $0, matrix, of: guide) }
      + checkWhole(matrix, of: guide)
  }

  /// Checks the rows of one document, which depend on nothing but it, the parties and the locales.
  public static func check(
    document index: Int, _ matrix: Matrix, of guide: Guide
  ) -> [Diagnostic] {
    var rules = MatrixRules(guide: guide, matrix: matrix)
    for row in matrix.rows[matrix.rowsOfDocument[index]] { rules.checkRow(row) }
    rules.checkTitles(of: index)
    return rules.diagnostics + rules.untold
  }

  /// Checks the parties over all rows, and the names of the letters in the locales.
  public static func checkWhole(_ matrix: Matrix, of guide: Guide) -> [Diagnostic] {
    var rules = MatrixRules(guide: guide, matrix: matrix)
    rules.checkParties()
    for locale in guide.locales { rules.checkLabels(of: locale) }
    return rules.diagnostics
      + MatrixBounds(guide.settings.limits).findings(matrix, of: guide)
  }

  private init(guide: Guide, matrix: Matrix) {
    self.guide = guide
    self.matrix = matrix
  }

  /// Adds a finding of a row; beyond those that are listed one by one, it is only counted.
  ///
  /// A document can have as many rows as all parties have letters in.
  private mutating func add(_ id: DiagnosticID, _ diagnostic: () -> Diagnostic) {
    counts[id, default: 0] += 1
    if counts[id, default: 0] <= Diagnostic.mostOfRule { diagnostics.append(diagnostic()) }
  }

  /// The findings of rows that are only counted.
  private var untold: [Diagnostic] {
    counts.filter { $0.value > Diagnostic.mostOfRule }
      .sorted { $0.key.rawValue < $1.key.rawValue }
      .compactMap { id, count in
        diagnostics.first { $0.id == id }.map {
          .more(count - Diagnostic.mostOfRule, of: id, in: $0.location.path)
        }
      }
  }

  private mutating func checkRow(_ row: Matrix.Row) {
    let document = guide.documents[row.document]
    let responsibility = document.responsibilities[row.responsibility]
    guard let entry = responsibility.entry else { return }
    checkEvidence(entry, row, document)
    if entry.isBroken { return }
    let holders = holders(of: row)
    let needsWork = document.raci.map { !$0.accountableDoesWork && !$0.isBroken } ?? true
    for (letter, parties) in zip(scheme.letters, holders.byLetter) {
      let bounds = LetterBounds(letter, isOfRACI: answersForWork, needsWork: needsWork)
      guard let defect = bounds.defect(parties, of: entry.id) else { continue }
      add(defect.id) {
        Diagnostic(defect.id, defect.message, at: entry.location, hint: defect.hint)
      }
    }
    for party in holders.both where answersForWork {
      add(.consultedAndInformed) {
        Diagnostic(
          .consultedAndInformed, "'\(entry.id)' has '\(party)' both consulted and informed",
          at: entry.location, hint: "remove the I; a consulted party is already informed")
      }
    }
    if holders.bystanders > Self.mostBystanders {
      add(.bystandersMany) {
        Diagnostic(
          .bystandersMany, "'\(entry.id)' has \(holders.bystanders) parties consulted or informed",
          at: entry.location)
      }
    }
  }

  /// The parties that have letters in a row; many rows in succession share them.
  private mutating func holders(of row: Matrix.Row) -> Holders {
    if let known = lastHolders, known.assignments == row.assignments { return known }
    let held = zip(guide.settings.parties, row.assignments).compactMap { party, assignment in
      assignment.map { (party: party.text, letters: $0.letters) }
    }
    func parties(_ letters: LetterSet) -> [String] {
      held.filter { !$0.letters.isDisjoint(with: letters) }.map(\.party)
    }
    let bystanders = parties(LetterSet([.consulted, .informed]).intersection(scheme.all))
    let holders = Holders(
      assignments: row.assignments, byLetter: scheme.letters.map { parties($0.set) },
      both: held.filter { $0.letters.isSuperset(of: [.consulted, .informed]) }.map(\.party),
      bystanders: bystanders.count)
    lastHolders = holders
    return holders
  }

  private var scheme: LetterScheme { guide.settings.letters }

  /// Whether the letters are RACI's, with others or without.
  private var answersForWork: Bool {
    scheme.all.isSuperset(of: [.responsible, .accountable, .consulted, .informed])
  }

  private mutating func checkEvidence(
    _ entry: RaciFile.Responsibility, _ row: Matrix.Row, _ document: DocumentSet
  ) {
    let responsibility = document.responsibilities[row.responsibility]
    let rendering = guide.rendering(of: responsibility, in: document, for: guide.sourceIndex)
    for (party, evidence) in entry.evidence.sorted(by: { $0.key < $1.key }) {
      guard let column = guide.settings.parties.firstIndex(where: { $0.text == party }) else {
        continue
      }
      if row.assignments[column] == nil, !entry.isBroken {
        diagnostics.append(
          Diagnostic(
            .evidenceWithoutAssignment,
            "'\(entry.id)' has evidence for '\(party)', which has no letters",
            at: evidence.location))
      }
      guard let clauses = rendering?.clauseCount, evidence.clause > clauses else { continue }
      diagnostics.append(
        Diagnostic(
          .evidenceUnanswered,
          "'\(entry.id)' has \(count: clauses, "clause"), but no clause \(evidence.clause)",
          at: evidence.location,
          notes: rendering.map { [.init("the row is here", at: $0.fact.location)] } ?? []))
    }
  }

  /// Two sections that share a title share a duty, so each row must say whose part it is.
  private mutating func checkTitles(of index: Int) {
    let document = guide.documents[index]
    var first: [String: Responsibility] = [:]
    for responsibility in document.responsibilities {
      guard let entry = responsibility.entry,
        let title = guide.rendering(of: responsibility, in: document, for: guide.sourceIndex)?
          .fact.title
      else { continue }
      guard let other = first[folded(title)] else {
        first[folded(title)] = responsibility
        continue
      }
      guard other.section != responsibility.section, let otherEntry = other.entry,
        otherEntry.letters == nil || entry.letters == nil
      else { continue }
      diagnostics.append(
        Diagnostic(
          .titleShared, "'\(entry.id)' and '\(otherEntry.id)' have the same title '\(title)'",
          at: entry.location, notes: [.init("the other one", at: otherEntry.location)],
          hint: "declare the letters of both, so that the split is clear"))
    }
  }

  private mutating func checkParties() {
    let parties = guide.settings.parties
    // If letters could not be read, nothing follows from the number that a party has.
    guard !matrix.rows.isEmpty,
      !guide.documents.contains(where: { document in
        document.raci.map { $0.isBroken || $0.responsibilities.contains(where: \.isBroken) }
          ?? false
      })
    else { return }
    for (index, party) in parties.enumerated() {
      let holding = matrix.rows.compactMap { $0.assignments[index]?.letters }
      if holding.isEmpty {
        diagnostics.append(
          Diagnostic(.partyIdle, "the party '\(party.text)' has no letters", at: party.location))
      }
      let working = holding.count { !$0.isDisjoint(with: scheme.owner) }
      guard parties.count >= Self.fewestPartiesToCompare, working * 4 > matrix.rows.count * 3
      else { continue }
      diagnostics.append(
        Diagnostic(
          .partyOverloaded,
          answersForWork
            ? "the party '\(party.text)' is responsible or accountable in \(working) of \(matrix.rows.count) rows"
            : "the party '\(party.text)' has \(scheme.owner.choice) in \(working) of \(matrix.rows.count) rows",
          at: party.location, hint: "split the party, or share its work"))
    }
  }

  private mutating func checkLabels(of locale: Locale) {
    var first: [String: LetterScheme.Letter] = [:]
    for letter in scheme.letters {
      let name = locale.strings[letter.word]
      guard let other = first[folded(name)] else {
        first[folded(name)] = letter
        continue
      }
      diagnostics.append(
        Diagnostic(
          .labelsEqual,
          "\(other.character) and \(letter.character) are both called '\(locale.strings[other.word])' in '\(locale.tag)'",
          at: locale.file, locale: locale.tag,
          hint: "set '\(other.word)' and '\(letter.word)' under 'strings' in its locale.yml"))
    }
  }
}
