import Alignment
import Base
import Markdown

/// One document in all its locales.
public final class DocumentSet: Sendable {
  /// The path below a locale's folder, without `.md`.
  public let key: String
  /// Its letters; nil for a document without responsibilities.
  public let raci: RaciFile?
  /// The versions by locale; nil if a locale lacks it.
  public let versions: [Version?]
  /// The responsibilities by section in the order of the source's rows; those that the source
  /// lacks come last in their section.
  public let responsibilities: [Responsibility]

  init(key: String, raci: RaciFile?, versions: [Version?], responsibilities: [Responsibility]) {
    self.key = key
    self.raci = raci
    self.versions = versions
    self.responsibilities = responsibilities
  }

  /// The document in one locale.
  public final class Version: Sendable {
    /// The parsed file.
    public let document: Document
    /// The kind of each of the document's links, by its form.
    let destinations: [LinkDestination]
    /// How far the translation can be trusted.
    public let state: TranslationState
    /// The changes in the source since it was translated; nil if there is no source, and in
    /// the source itself.
    public let freshness: Freshness?
    /// The id of each heading.
    public let headingIDs: [String]
    /// The index of each id among them; empty if they are few.
    private let headingOfID: [String: Int]
    /// How many headings or rows are looked through faster than an index.
    private static let few = 50
    /// The id of each row.
    public let rowIDs: [String]
    private let rowOfID: [String: Int]
    private let groupOfID: [String: Int]
    /// The id of each group of rows; equal for groups that are the same section.
    public let groupIDs: [String]
    /// The ids of each footnote: its own, then those of the references to it.
    public let footnoteIDs: [[String]]
    /// Which of its rows are which of the source's; none in the source itself.
    public let pairs: [RowAligner.Pair]
    /// The tables whose cells show the letters that the source's cells have.
    private let letterTables: Set<Int>
    /// Which explicit anchors in running text keep their id.
    public let anchorIsUnique: [Bool]
    /// Other names by which links may call an id: the locale's own slugs.
    public let aliases: [String: String]
    /// Every id on the page but the clauses'.
    public let ids: Set<String>
    /// The names of the headings in other tools.
    private let headingAliases = HeadingAliases()

    init(
      document: Document, state: TranslationState, freshness: Freshness?,
      headingIDs: [String], rowIDs: [String], groupIDs: [String] = [],
      footnoteIDs: [[String]] = [], pairs: [RowAligner.Pair], letterTables: Set<Int>,
      anchorIsUnique: [Bool], aliases: [String: String], ids: Set<String>
    ) {
      self.document = document
      destinations = document.links.map { LinkDestination($0.destination) }
      self.state = state
      self.freshness = freshness
      self.headingIDs = headingIDs
      headingOfID = Self.indices(of: headingIDs)
      self.rowIDs = rowIDs
      rowOfID = Self.indices(of: rowIDs)
      groupOfID = Self.indices(of: groupIDs)
      self.groupIDs = groupIDs
      self.footnoteIDs = footnoteIDs
      self.pairs = pairs
      self.letterTables = letterTables
      self.anchorIsUnique = anchorIsUnique
      self.aliases = aliases
      self.ids = ids
    }

    /// The id of the heading that another tool calls so.
    private func foreignID(_ fragment: String) -> String? {
      let heading = headingAliases.heading(of: fragment) { document.headings.map(\.title) }
      return heading.map { headingIDs[$0] }
    }

    /// Whether an id is that of a heading which shares its title with one before it.
    private func isNumbered(_ id: String) -> Bool {
      let digits = id.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
      guard digits > 0, id.utf8.dropLast(digits).last == UInt8(ascii: "-"),
        let heading = heading(id), document.headings[heading].anchor != id
      else { return false }
      return slug(document.headings[heading].title) != id
    }

    /// Whether a row's own cells show all letters of its responsibility.
    public func showsLetters(of responsibility: Responsibility, inRow row: Int) -> Bool {
      responsibility.hasOnlyLettersOfCells && document.rows.indices.contains(row)
        && letterTables.contains(document.rows[row].table)
    }

    /// How far a row can be trusted: its own state if the translation is stamped, else that of
    /// the whole.
    public func state(ofRow id: String) -> TranslationState {
      guard let freshness, freshness.basis == .stamp else { return state }
      if freshness.rows[id]?.isChanged ?? false { return .stale }
      return document.metadata.isMachineTranslated ? .machine : .current
    }

    /// The places of ids that are many; of equal ones the first counts.
    private static func indices(of ids: [String]) -> [String: Int] {
      guard ids.count > few else { return [:] }
      return Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The group of rows of an id, by its index; nil if no group has it.
    func group(_ id: String) -> Int? {
      groupOfID.isEmpty ? groupIDs.firstIndex(of: id) : groupOfID[id]
    }

    /// The heading of an id, by its index; nil if no heading has it.
    func heading(_ id: String) -> Int? {
      headingOfID.isEmpty ? headingIDs.firstIndex(of: id) : headingOfID[id]
    }

    /// The row of an id, by its index; nil if no row has it.
    private func row(_ id: String) -> Int? {
      rowOfID.isEmpty ? rowIDs.firstIndex(of: id) : rowOfID[id]
    }

    /// The id that a link's fragment means, or nil if the page has none of that name.
    ///
    /// The names that other tools give headings lead to them too. If a number was only put behind
    /// an id to tell it from another, GitHub's count comes first.
    public func id(forFragment fragment: String) -> String? {
      if ids.contains(fragment) {
        return isNumbered(fragment) ? foreignID(fragment) ?? fragment : fragment
      }
      if let id = aliases[fragment] ?? foreignID(fragment) { return id }
      guard let dot = fragment.lastIndex(of: "."),
        let row = row(String(fragment[..<dot])),
        let clause = Int(fragment[fragment.index(after: dot)...]),
        clause >= 1, clause <= document.rows[row].clauseCount
      else { return nil }
      return fragment
    }
  }

  /// Whether this is a locale's home.
  public var isHome: Bool { key == "index" }

  /// Whether links can lead to the same places in it as in another, which may say something else
  /// there.
  public func offersTheSameTargets(as other: DocumentSet) -> Bool {
    key == other.key && raci?.isBroken == other.raci?.isBroken
      && responsibilities.map(\.id) == other.responsibilities.map(\.id)
      && versions.elementsEqual(other.versions) { own, other in
        own?.ids == other?.ids && own?.aliases == other?.aliases && own?.rowIDs == other?.rowIDs
          && own?.document.metadata.addresses == other?.document.metadata.addresses
          && own?.document.headings.map(\.title) == other?.document.headings.map(\.title)
          && own?.document.rows.map(\.clauseCount) == other?.document.rows.map(\.clauseCount)
      }
  }
}

/// One responsibility: a row of the source and its renderings.
public final class Responsibility: Sendable {
  /// The id, unique in its document, the same in all locales.
  public let id: String
  /// The anchor of its section's heading.
  public let section: String
  /// Its entry in the `raci` file; nil for a row that no entry answers.
  public let entry: RaciFile.Responsibility?
  /// The letters that it inherits if it declares none.
  public let inherited: [String: LetterSet]
  /// The assignments of each party in the source's table; nil if its table has no letters.
  public let cells: [String: CellAssignment]?
  /// The row's index in each locale's version; nil if that has no such row.
  public let rows: LocaleRows
  /// The text that translations write beside letters, by the index of the locale and by party.
  private let remarks: [Int: [String: String]]

  /// The letters that parties have: those of its table, with its own ones in their place; else its
  /// own, else those that it inherits.
  public let letters: [String: LetterSet]
  /// Whether the letters are only its section's.
  public let inheritsLetters: Bool

  init(
    id: String, section: String, entry: RaciFile.Responsibility?,
    inherited: [String: LetterSet], cells: [String: CellAssignment]? = nil, rows: LocaleRows,
    remarks: [Int: [String: String]] = [:]
  ) {
    self.id = id
    self.section = section
    self.entry = entry
    self.inherited = inherited
    self.cells = cells
    if let cells, !cells.isEmpty {
      letters = cells.mapValues(\.letters).merging(entry?.letters ?? [:]) { $1 }
        .filter { !$1.isEmpty }
      inheritsLetters = false
    } else {
      // Rows of a section share what they inherit, as long as nothing is taken out of it.
      let all = entry?.letters ?? inherited
      letters = all.values.contains(where: \.isEmpty) ? all.filter { !$1.isEmpty } : all
      inheritsLetters = entry?.letters == nil
    }
    self.rows = rows
    self.remarks = remarks
  }

  /// Whether all letters are those of its table.
  var hasOnlyLettersOfCells: Bool { !(cells?.isEmpty ?? true) && entry?.letters == nil }

  /// Whether a translation writes a text beside the same letters as the source.
  public func hasAllRemarks(in locale: Int) -> Bool {
    (cells ?? [:]).allSatisfy { $1.remark == nil || remark(beside: $0, in: locale) != nil }
  }

  /// The text that a translation writes beside a party's letters; nil if there is none.
  public func remark(beside party: String, in locale: Int) -> String? { remarks[locale]?[party] }
}

/// How far a translated text can be trusted.
public enum TranslationState: String, Sendable, CaseIterable {
  /// As the source has it, reviewed by a person.
  case current
  /// The source changed since it was translated.
  case stale
  /// A machine translated it.
  case machine
  /// Another locale's text is shown instead.
  case fallback
  /// It is missing.
  case missing
}
