import Base
import Guide

/// Brings an edited matrix back into the files of letters: a three-way merge of the export, the
/// edited file, and the present guide.
public struct MatrixImport {
  /// The side that wins if both changed a cell.
  public enum Preference: Sendable {
    /// Nobody: it is a conflict.
    case none
    /// The guide.
    case ours
    /// The file that came back.
    case theirs
  }

  /// A file as it is to be.
  public struct Change: Sendable {
    /// The path.
    public let path: String
    /// The whole file.
    public let bytes: [UInt8]
    /// The letters that change, in words: `backups: customer C -> RA`.
    public let letters: [String]
  }

  /// The result of an import.
  public struct Outcome: Sendable {
    /// The files that change; none if there is a conflict.
    public internal(set) var changes: [Change] = []
    /// Conflicts and defects, each with its sheet and cell.
    public internal(set) var conflicts: [String] = []
    /// The rows that were renamed, added or removed.
    public internal(set) var notes: [String] = []
  }

  let guide: Guide
  private let preference: Preference

  /// Takes the guide as it is now.
  public init(guide: Guide, preference: Preference) {
    self.guide = guide
    self.preference = preference
  }

  /// The text of each responsibility's ID column, with its document.
  public static func rows(
    of guide: Guide
  ) -> [(name: String, document: Int, responsibility: Responsibility)] {
    let rows = guide.documents.enumerated().flatMap { index, document in
      document.responsibilities.map { (document: index, responsibility: $0) }
    }
    let names = MatrixRecordForm.names(
      rows.map { (guide.documents[$0.document].key, $0.responsibility.id) })
    return zip(names, rows).map { ($0, $1.document, $1.responsibility) }
  }

  /// Plans an import; nothing is written.
  ///
  /// - Parameter read: reads a file of the guide.
  public func outcome(
    of edited: EditedMatrix, read: @escaping (_ path: String) throws -> SourceFile
  ) throws -> Outcome {
    var outcome = Outcome()
    outcome.notes = edited.notes
    outcome.conflicts = edited.defects
    let rows = Dictionary(
      Self.rows(of: guide).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    reportChangedIDs(of: edited, &outcome)
    var edits: [Int: [String: [String: String]]] = [:]
    var taken: [String: (text: String, cell: MatrixCell)] = [:]
    for row in edited.rows {
      guard let known = rows[row.name] else {
        outcome.notes.append(
          "the guide has no row '\(row.name)' anymore; its letters were skipped")
        continue
      }
      noteTitle(of: row, known.responsibility, guide.documents[known.document], &outcome)
      for (party, text, cell) in row.letters {
        guard let letters = LetterText.canonical(text, scheme) else {
          outcome.conflicts.append(
            "\(cell.description): '\(text)' is not letters such as '\(scheme.owner.text)'"
          )
          continue
        }
        let now = known.responsibility.letters[party]?.text ?? ""
        let base = base(row.name, party, edited.record) ?? now
        guard letters != base, letters != now else { continue }
        let key = "\(row.name)\u{1F}\(party)"
        if let other = taken[key], other.text != letters {
          outcome.conflicts.append(
            "\(cell.description): '\(letters)', but \(other.cell.description) says '\(other.text)'"
          )
          continue
        }
        taken[key] = (letters, cell)
        guard now == base || preference == .theirs else {
          if preference == .ours { continue }
          outcome.conflicts.append(
            "\(cell.description): '\(shown(base))' became '\(shown(letters))' here and "
              + "'\(shown(now))' in the guide (\(row.name), \(party))")
          continue
        }
        edits[known.document, default: [:]][known.responsibility.id, default: [:]][party] = letters
      }
    }
    guard outcome.conflicts.isEmpty else { return outcome }
    for (index, document) in guide.documents.enumerated() {
      guard let changes = edits[index] else { continue }
      try write(changes, document, read, &outcome)
    }
    if !outcome.conflicts.isEmpty { outcome.changes = [] }
    return outcome
  }

  private var scheme: LetterScheme { guide.settings.letters }
  private func shown(_ letters: String) -> String { letters.isEmpty ? "none" : letters }
  private func base(_ row: String, _ party: String, _ record: MatrixRecord?) -> String? {
    guard let record, let index = record.places[party] else { return nil }
    return record.rows[row]?.letters.dropFirst(index).first.map {
      LetterText.canonical($0, .stamped) ?? ""
    }
  }

  /// Changes the letters of one document.
  ///
  /// Letters that are alone in the cells of its tables change there, and others in its file of letters.
  private func write(
    _ changes: [String: [String: String]], _ document: DocumentSet,
    _ read: @escaping LetterCells.Reader, _ outcome: inout Outcome
  ) throws {
    guard let raci = document.raci else { return }
    var cells = LetterCells(document, of: guide, read: read)
    let file = try read(raci.path)
    let (root, _) = YAMLParser.parse(file.bytes, path: file.path)
    let entries = root.map(Self.entries) ?? [:]
    var editor = MappingEditor(file)
    var wanted: [String: [String: String]] = [:]
    var said: (byEntries: [String], byCells: [String]) = ([], [])
    for responsibility in document.responsibilities {
      let before = responsibility.letters.mapValues(\.text)
      wanted[responsibility.id] = before
      guard let edits = changes[responsibility.id] else { continue }
      var letters = before
      for (party, text) in edits { letters[party] = text.isEmpty ? nil : text }
      let lines = guide.settings.parties.map(\.text).filter { edits[$0] != nil }.map { party in
        "\(responsibility.id): \(party) \(shown(before[party] ?? "")) -> "
          + shown(letters[party] ?? "")
      }
      let isInCells = try cells.plan(edits, of: responsibility, sourceIndex: guide.sourceIndex)
      if isInCells { said.byCells += lines } else { said.byEntries += lines }
      if !isInCells { wanted[responsibility.id] = letters }
      // Letters in cells need no entry.
      let entry = entries[Entry(section: responsibility.section, id: responsibility.id)]
      let isWritten =
        entry.map { entry in
          dropEvidence(letters, before, entry, &editor)
            && (isInCells || set(letters, before, responsibility, entry, &editor))
        } ?? isInCells
      if !isWritten {
        let reason =
          entry == nil
          ? "has no entry, and its cells cannot be changed here; change them by hand"
          : "has an entry in a form that cannot be changed here; change it by hand"
        outcome.conflicts.append("\(raci.path): '\(responsibility.id)' \(reason)")
      }
    }
    guard outcome.conflicts.isEmpty else { return }
    write(cells, said.byCells, document, &outcome)
    let bytes = editor.edits.applied()
    if bytes == file.bytes { return }
    let new = SourceFile(path: file.path, bytes: bytes)
    guard let root, editor.edits.account(for: bytes), new.bytes.count == bytes.count,
      LetterProof.keeps(root, in: new, besides: Set(changes.keys)), says(new, wanted, document)
    else {
      outcome.conflicts.append("\(raci.path): the letters cannot be changed without other changes")
      return
    }
    outcome.changes.append(
      Change(path: file.path, bytes: file.mark + bytes, letters: said.byEntries))
  }

  /// Changes the tables of one document in all languages.
  private func write(
    _ cells: LetterCells, _ said: [String], _ document: DocumentSet, _ outcome: inout Outcome
  ) {
    do {
      for file in try cells.changed() {
        outcome.changes.append(Change(path: file.path, bytes: file.bytes, letters: said))
      }
    } catch {
      outcome.conflicts.append(
        "the tables of '\(document.key)' cannot be changed without other changes; change them by hand"
      )
    }
  }

  /// The name of an entry of a file of letters.
  private struct Entry: Hashable {
    let section: String
    let id: String
  }

  /// The entries of a file of letters.
  private static func entries(_ root: YAMLNode) -> [Entry: YAMLNode.Member] {
    var entries: [Entry: YAMLNode.Member] = [:]
    for section in root["sections"]?.members ?? [] {
      for member in section.value["responsibilities"]?.members ?? [] {
        entries[Entry(section: section.key, id: member.key)] = member
      }
    }
    return entries
  }

  /// Takes the evidence for letters that parties lost out of an entry.
  private func dropEvidence(
    _ letters: [String: String], _ before: [String: String], _ member: YAMLNode.Member,
    _ editor: inout MappingEditor
  ) -> Bool {
    let evidence = member.value.members?.first { $0.key == "evidence" }
    let parties = (evidence?.value.members ?? []).map(\.key)
    let lost = parties.filter { letters[$0] == nil && before[$0] != nil }
    guard let evidence, !lost.isEmpty else { return true }
    if lost.count == parties.count { return editor.remove(evidence, from: member.value) }
    return editor.set(lost.map { ($0, nil) }, in: evidence.value)
  }

  /// Changes one entry.
  private func set(
    _ letters: [String: String], _ before: [String: String], _ responsibility: Responsibility,
    _ member: YAMLNode.Member, _ editor: inout MappingEditor
  ) -> Bool {
    let parties = guide.settings.parties.map(\.text)
    // An entry without letters takes back the letters of a table's cell.
    let cells = responsibility.cells ?? [:]
    let values = parties.map { ($0, letters[$0] ?? (cells[$0] == nil ? nil : "''")) }
    let changes = values.filter { letters[$0.0] != before[$0.0] }
    if let own = member.value["raci"], let members = own.members, !members.isEmpty {
      return editor.set(changes, in: own)
    }
    let list = (cells.isEmpty ? values : changes).compactMap { party, text in
      text.map { "\(party): \($0)" }
    }
    return editor.add("raci", "{\(list.joined(separator: ", "))}", to: member)
  }

  /// The letters of a responsibility by its entry, and by its table's cells if that has any.
  private func said(
    by entry: RaciFile.Responsibility, _ section: RaciFile.Section, _ cells: [String: LetterSet]
  ) -> [String: String] {
    let all =
      cells.isEmpty
      ? entry.letters ?? section.letters : cells.merging(entry.letters ?? [:]) { $1 }
    return all.filter { !$1.isEmpty }.mapValues(\.text)
  }

  /// Whether the new file gives every responsibility the letters that it should have.
  private func says(
    _ file: SourceFile, _ wanted: [String: [String: String]], _ document: DocumentSet
  ) -> Bool {
    let (raci, findings) = RaciFile.load(
      file, key: document.key, parties: guide.settings.parties.map(\.text), letters: scheme)
    guard !findings.containsError else { return false }
    let cells = Dictionary(
      document.responsibilities.map { ($0.id, ($0.cells ?? [:]).mapValues(\.letters)) },
      uniquingKeysWith: { first, _ in first })
    guard raci.responsibilities.count == document.raci?.responsibilities.count else { return false }
    for section in raci.sections {
      for entry in section.responsibilities {
        let letters = said(by: entry, section, cells[entry.id] ?? [:])
        guard let expected = wanted[entry.id], letters == expected.filter({ !$1.isEmpty }) else {
          return false
        }
      }
    }
    return true
  }
}
