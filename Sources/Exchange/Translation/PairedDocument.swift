import Base
import Guide
import Markdown

/// A document's source beside one translation, unit by unit.
public struct PairedDocument: Sendable {
  /// The document.
  let document: DocumentSet
  /// The source.
  let source: DocumentUnits
  /// The translation; nil if the locale lacks the document.
  let target: DocumentUnits?
  /// For each entry of the source, that of the translation.
  let partners: [Int?]
  /// The wording from which the translation was made, for the entries that had another.
  let previous: [Int: String]
  /// Whether the old source is known, so that a text that `previous` lacks is unchanged or new.
  let knowsPrevious: Bool
  /// The rows that the translation's stamp records.
  private let stampedRows: Set<String>
  /// Whether the translation's stamp records the text outside the rows.
  private let isTextStamped: Bool
  /// The responsibilities by their ids.
  private let indexOfID: [String: Int]

  /// Pairs the units of a document.
  ///
  /// - Parameters:
  ///   - old: the source as it was when the translation was made; nil if nobody knows.
  init(
    _ document: DocumentSet, source: DocumentUnits, target: DocumentUnits?, old: DocumentUnits?
  ) {
    self.document = document
    self.source = source
    indexOfID = Dictionary(
      document.responsibilities.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    self.target = target
    let recorded = target?.version.document.metadata.sourceDigest
    let stamp = recorded.flatMap { SourceStamp.read($0.value).stamp }
    stampedRows = Set(stamp?.rows.map(\.id) ?? [])
    isTextStamped = stamp?.document != nil
    partners =
      target.map { Self.pair(source, $0, isSameLanguage: false) } ?? source.entries.map { _ in nil }
    knowsPrevious = old != nil
    guard let old else {
      previous = [:]
      return
    }
    let before = Self.pair(source, old, isSameLanguage: true)
    var previous: [Int: String] = [:]
    for (index, partner) in before.enumerated() {
      guard let partner else { continue }
      let text = old.entries[partner].unit.text
      if text != source.entries[index].unit.text { previous[index] = text }
    }
    self.previous = previous
    unchanged = Set(
      before.indices.filter { index in
        before[index].map { old.entries[$0].unit.text == source.entries[index].unit.text } ?? false
      })
  }

  /// The entries of the source that are as they were when the translation was made.
  private(set) var unchanged: Set<Int> = []

  private static func pair(
    _ source: DocumentUnits, _ target: DocumentUnits, isSameLanguage: Bool
  ) -> [Int?] {
    var partners = [Int?](repeating: nil, count: source.entries.count)
    var headings: [String: Int] = [:]
    for (index, entry) in target.entries.enumerated() where entry.unit.kind == .heading {
      headings[entry.context] = index
    }
    for (index, entry) in source.entries.enumerated() where entry.unit.kind == .heading {
      partners[index] = headings[entry.context]
    }
    var rowOfID: [String: Int] = [:]
    for row in target.rows.keys.sorted() { rowOfID[target.version.rowIDs[row]] = row }
    let rowPairs = source.rows.keys.sorted().compactMap { row -> ([Int], [Int])? in
      guard let match = rowOfID[source.version.rowIDs[row]] else { return nil }
      return (source.rows[row] ?? [], target.rows[match] ?? [])
    }
    let sectionPairs = source.sections.keys.sorted().map { name in
      (source.sections[name] ?? [], target.sections[name] ?? [])
    }
    var budget = UnitAligner.budget(units: source.entries.count + target.entries.count)
    for (own, others) in rowPairs + sectionPairs {
      let aligned = UnitAligner.align(
        own.map { source.entries[$0].unit }, others.map { target.entries[$0].unit },
        isSameLanguage: isSameLanguage, budget: &budget)
      for (index, partner) in zip(own, aligned) { partners[index] = partner.map { others[$0] } }
    }
    return partners
  }

  /// Whether nothing records that an entry of the source was ever translated, as in a new document.
  ///
  /// - Parameter entry: an entry; nil for the front matter.
  func mayBeUntranslated(_ entry: DocumentUnits.Entry?) -> Bool {
    guard let version = target?.version else { return true }
    if version.document.metadata.sourceDigest == nil {
      return version.freshness.map { $0.basis == .none } ?? true
    }
    if let row = entry?.row { return !stampedRows.contains(source.version.rowIDs[row]) }
    return !isTextStamped
  }

  /// The responsibility that an entry of the source belongs to.
  func responsibility(of entry: DocumentUnits.Entry) -> Responsibility? {
    guard let row = entry.row else { return nil }
    let id = source.version.rowIDs[row]
    return indexOfID[id].map { document.responsibilities[$0] }
  }
}
