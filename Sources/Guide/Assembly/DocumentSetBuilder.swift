import Alignment
import Base
import Markdown

/// Aligns the versions of one document and gives every heading and row its id.
///
/// Works on one document at a time, so that documents can be built side by side.
public struct DocumentSetBuilder {
  let key: String
  let raci: RaciFile?
  private let versions: [Document?]
  let sourceIndex: Int
  let locales: [String]
  let letters: GuideLetters?
  var revisions: SourceRevisions?
  var diagnostics: [Diagnostic] = []
  var responsibilities: [ResponsibilityDraft] = []
  private var responsibilityIDs: IdentifierSet
  var freshnessReader: FreshnessReader
  /// Sections of the `raci` file that no heading of the source has.
  private var unknownSections: Set<String> = []
  private let knownSections: Set<String>
  /// Sections that `raci` names without content: their tables are not responsibilities.
  private let ordinarySections: Set<String>
  private var entryHints: NameHints
  /// The source at earlier revisions, by revision; nil if it cannot be read.
  var oldStamps: [String: SourceStamp?] = [:]
  /// The source, or the first existing version if the source lacks the document.
  var reference: Int {
    versions.indices.contains(sourceIndex) && versions[sourceIndex] != nil
      ? sourceIndex : versions.firstIndex { $0 != nil } ?? sourceIndex
  }

  /// Builds a document whose translations may name git revisions of their source.
  static func build(
    key: String, raci: RaciFile?, versions: [Document?], sourceIndex: Int, locales: [String],
    letters: GuideLetters?, revisions: SourceRevisions?
  ) throws(FileError) -> (set: DocumentSet, diagnostics: [Diagnostic]) {
    var builder = DocumentSetBuilder(
      key: key, raci: raci, versions: versions, sourceIndex: sourceIndex, locales: locales,
      letters: letters)
    builder.revisions = revisions
    let set = try builder.build()
    return (set, builder.diagnostics)
  }

  private init(
    key: String, raci: RaciFile?, versions: [Document?], sourceIndex: Int, locales: [String],
    letters: GuideLetters?
  ) {
    self.letters = letters
    self.key = key
    self.raci = raci
    self.versions = versions
    self.sourceIndex = sourceIndex
    self.locales = locales
    responsibilityIDs = IdentifierSet(reserved: raci?.responsibilities.map(\.id) ?? [])
    freshnessReader = FreshnessReader(reference: sourceIndex)
    let sections = raci?.sections ?? []
    knownSections = Set(sections.map(\.anchor))
    ordinarySections = Set(sections.filter(\.isOrdinary).map(\.anchor))
    entryHints = NameHints(raci?.responsibilities.map(\.id) ?? [])
  }

  private mutating func build() throws(FileError) -> DocumentSet {
    let reference = reference
    var built = [DocumentSet.Version?](repeating: nil, count: versions.count)
    guard versions.indices.contains(reference), let source = versions[reference] else {
      return DocumentSet(key: key, raci: raci, versions: built, responsibilities: [])
    }
    diagnostics += FreshnessReader.needlessStamps(
      versions, source: versions[sourceIndex] == nil ? nil : sourceIndex)
    let promised = responsibilityIDs.ids
    var pageIDs = PageIDs(source, promised: promised, locale: locales[reference])
    pageIDs.nameHeadings(aligned: [], sourceIDs: [])
    var sourceTables = SourceTables(
      letters: letters, raci: raci, locale: reference, headingIDs: pageIDs.headingIDs)
    let (read, tables) = sourceTables.read(source)
    let groupIDs = pageIDs.nameGroups(read.groups)
    unknownSections = knownSections.subtracting(pageIDs.headingIDs).subtracting(groupIDs)
    // Rows before all headings are in the section without a name.
    if read.rows.contains(where: { $0.heading == nil }) { unknownSections.remove("") }
    let sections = read.sectionAnchors(pageIDs.headingIDs, groupIDs, known: knownSections)
    let rowLetters = sourceTables.letters(of: read, tables)
    diagnostics += sourceTables.diagnostics
    let sourceRowIDs = matchSource(
      read, reference, sections,
      headings: read.sectionAnchors(pageIDs.headingIDs, [], known: knownSections), rowLetters,
      &pageIDs)
    diagnostics += AssemblyFindings.idle(
      raci, in: read, headingIDs: pageIDs.headingIDs, unknown: unknownSections, used: sections)
    built[reference] = finish(
      &pageIDs, rowIDs: sourceRowIDs, groupIDs: groupIDs,
      letterTables: Set(tables.indices.filter { tables[$0].showsLetters }), read, freshness: nil)
    let original = OriginalDocument(
      document: read, headingIDs: built[reference]?.headingIDs ?? [], groupIDs: groupIDs,
      tables: tables, letters: rowLetters, sections: sections)
    var sourceRows = SourceRows(
      try read.rowFeatures(
        sections, of: sections, anchors: sourceRowIDs,
        cells: sourceTables.signatures(of: read, tables)))
    for (index, version) in versions.enumerated() where index != reference {
      guard let version else { continue }
      built[index] = try translate(version, index, original, &sourceRows, promised)
    }
    responsibilities.groupBySection()
    reportMissing(reference, built)
    return DocumentSet(
      key: key, raci: raci, versions: built,
      responsibilities: responsibilities.map(\.finished))
  }

  /// Gives the source's rows their entries, and makes responsibilities of both.
  private mutating func matchSource(
    _ source: Document, _ index: Int, _ sections: [String], headings: [String],
    _ letters: [RowLetters?], _ pageIDs: inout PageIDs
  ) -> [String] {
    let places = source.rows.indices.map { row in
      knownSections.contains(sections[row]) ? sections[row] : headings[row]
    }
    let entries = raci.map { EntryMatcher.match($0, rows: source.rows, sections: places) }
    let all = (raci?.sections ?? []).flatMap { section in
      section.responsibilities.map { (entry: $0, section: section) }
    }
    var rowIDs: [String] = []
    var rowOfEntry: [Int: Int] = [:]
    for row in source.rows.indices {
      guard let match = entries?[row] else {
        if ordinarySections.contains(places[row]) {
          rowIDs.append(ordinaryID(source.rows[row], &pageIDs))
          continue
        }
        rowIDs.append(
          addUnanswered(
            row, source, index, sections[row], place: places[row], letters[row], &pageIDs))
        continue
      }
      rowOfEntry[match.entry] = row
      rowIDs.append(all[match.entry].entry.id)
      diagnostics += AssemblyFindings.renamed(
        source.rows[row], all[match.entry].entry, locale: locales[index])
      if match.isUncertain {
        diagnostics.append(
          AssemblyFindings.uncertain(
            source.rows[row], all[match.entry].entry, locale: locales[index]))
      }
    }
    for (number, (entry, section)) in all.enumerated() {
      let row = rowOfEntry[number]
      let group = row.flatMap { source.rows[$0].group == nil ? nil : sections[$0] }
      add(
        entry.id, group ?? section.anchor, entry, section.letters, row.flatMap { letters[$0] },
        row: row, index)
    }
    responsibilities.orderByRow(of: index)
    diagnostics += AssemblyFindings.unknown(
      unknownSections, of: raci, in: source, headingIDs: pageIDs.headingIDs)
    return rowIDs
  }

  private mutating func add(
    _ id: String, _ section: String, _ entry: RaciFile.Responsibility?,
    _ inherited: [String: LetterSet], _ letters: RowLetters?, row: Int?, _ index: Int
  ) {
    var rows = LocaleRows()
    rows[index] = row
    responsibilities.append(
      .init(
        id: id, section: section, entry: entry, inherited: inherited, cells: letters?.cells,
        rows: rows))
  }

  /// A row of an ordinary table has an id on its page and no part in the matrix.
  private func ordinaryID(_ row: Document.Row, _ pageIDs: inout PageIDs) -> String {
    let slug = asciiSlug(row.anchor ?? row.title)
    return pageIDs.takeNumbered(slug.isEmpty ? "row" : slug, besides: responsibilityIDs)
  }

  /// A row that no entry answers keeps its place, under an id of its own and without letters.
  private mutating func addUnanswered(
    _ row: Int, _ document: Document, _ index: Int, _ section: String, place: String,
    _ letters: RowLetters?, _ pageIDs: inout PageIDs
  ) -> String {
    let fact = document.rows[row]
    let slug = asciiSlug(fact.title)
    let anchor = fact.anchor.flatMap { Identifier.isValid($0) ? $0 : nil }
    let id = pageIDs.takeNumbered(
      anchor ?? (slug.isEmpty ? "row-\(row + 1)" : slug), besides: responsibilityIDs)
    // A row that only a translation has belongs to its page, and to no matrix.
    if index == reference {
      _ = responsibilityIDs.take(id)
      add(id, section, nil, raci?.section(place)?.letters ?? [:], letters, row: row, index)
    }
    if let written = fact.anchor, anchor == nil {
      diagnostics.append(
        AssemblyFindings.invalid(anchor: written, of: fact, locale: locales[index]))
    }
    if let anchor, anchor != id {
      diagnostics.append(
        AssemblyFindings.duplicate(anchor: anchor, of: fact, locale: locales[index]))
      return id
    }
    // Rows whose section has another name in the letters' file are not at fault by themselves.
    let isMisnamed = !unknownSections.isEmpty && !knownSections.contains(place)
    if (raci?.isBroken ?? false) || isMisnamed || letters != nil && index == reference { return id }
    diagnostics.append(
      AssemblyFindings.unanswered(fact, hint: unansweredHint(fact), locale: locales[index]))
    return id
  }

  private mutating func unansweredHint(_ row: Document.Row) -> DiagnosticMessage? {
    guard let raci else { return nil }
    if let anchor = row.anchor { return entryHints.didYouMean(anchor) }
    return "add an entry to \(raci.path), or an anchor with the id of one"
  }

  private mutating func translate(
    _ document: Document, _ index: Int, _ original: OriginalDocument,
    _ sourceRows: inout SourceRows, _ promised: Set<String>
  ) throws(FileError) -> DocumentSet.Version {
    let aligned = HeadingAligner.align(
      source: original.document.headings, target: document.headings,
      sourceIDs: original.headingIDs)
    var pageIDs = PageIDs(document, promised: promised, locale: locales[index])
    pageIDs.nameHeadings(aligned: aligned, sourceIDs: original.headingIDs)
    let tables = TranslatedTables(
      letters: letters, raci: raci, original: original, document, locale: index,
      headingIDs: pageIDs.headingIDs)
    let document = document.read(as: tables.readings(of: document))
    let groupIDs = TableAligner.groupIDs(
      original.document, original.groupIDs, document, tables: tables.matches, &pageIDs)
    let sections = document.sectionAnchors(pageIDs.headingIDs, groupIDs, known: knownSections)
    let features = try document.rowFeatures(
      sections, of: original.sections, anchors: document.rows.map(\.anchor),
      cells: tables.signatures(of: document))
    let pairs = RowAligner.align(source: &sourceRows, target: features)
    var sourceOfRow: [Int: RowAligner.Pair] = [:]
    for pair in pairs { sourceOfRow[pair.target] = pair }
    let responsibilityOfSourceRow = responsibilities.byRow(of: reference)
    let responsibilityOfID = responsibilities.byID
    var rowIDs: [String] = []
    for row in document.rows.indices {
      if let pair = sourceOfRow[row], let match = responsibilityOfSourceRow[pair.source] {
        responsibilities[match].rows[index] = row
        rowIDs.append(responsibilities[match].id)
        if pair.score < RowAligner.uncertainBelow {
          diagnostics.append(
            AssemblyFindings.uncertain(
              document.rows[row], responsibilities[match].id, pair, of: original.document,
              locale: locales[index]))
        }
      } else if let match = document.rows[row].anchor.flatMap({ responsibilityOfID[$0] }),
        responsibilities[match].rows[index] == nil
      {
        responsibilities[match].rows[index] = row
        rowIDs.append(responsibilities[match].id)
      } else if ordinarySections.contains(sections[row]) {
        rowIDs.append(ordinaryID(document.rows[row], &pageIDs))
      } else {
        rowIDs.append(
          addUnanswered(row, document, index, sections[row], place: sections[row], nil, &pageIDs))
      }
    }
    let differences = tables.differences(of: document, pairs)
    diagnostics += differences
    tables.addRemarks(of: document, pairs, responsibilityOfSourceRow, to: &responsibilities)
    return finish(
      &pageIDs, rowIDs: rowIDs, groupIDs: groupIDs, pairs: pairs,
      letterTables: differences.isEmpty ? tables.withLetters : [], document,
      freshness: try freshness(of: document, index, original))
  }

  private mutating func finish(
    _ pageIDs: inout PageIDs, rowIDs: [String], groupIDs: [String],
    pairs: [RowAligner.Pair] = [], letterTables: Set<Int>, _ document: Document,
    freshness: Freshness?
  ) -> DocumentSet.Version {
    let unique = pageIDs.placeAnchors(of: document.rows, rowIDs: rowIDs)
    diagnostics += pageIDs.diagnostics + document.longTitles
    return pageIDs.version(
      document, rowIDs: rowIDs, groupIDs: groupIDs, pairs: pairs, letterTables: letterTables,
      isUnique: unique, freshness)
  }

  /// Reports the responsibilities that a version lacks.
  private mutating func reportMissing(_ reference: Int, _ built: [DocumentSet.Version?]) {
    if raci?.isBroken ?? false { return }
    let missing = MissingRows(
      versions: versions, built: built, locales: locales, reference: reference)
    diagnostics += missing.findings(
      responsibilities.lazy.filter { [unknownSections] in !unknownSections.contains($0.section) })
  }
}
