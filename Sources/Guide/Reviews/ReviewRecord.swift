import Base

/// The state of an approved scope: per document and row, a digest of its text and, for a row, the
/// letters of each party.
///
/// It shows the changes since an approval without a history.
public struct ReviewRecord: Sendable, Hashable {
  /// One document or row.
  public struct Entry: Sendable, Hashable {
    /// A document's key, or a key and a row's id with `#` between them.
    public let key: String
    /// The digest, and `party=LETTERS` for each party with letters.
    public let value: String

    /// The digest of the text.
    var text: String { String(value.prefix { $0 != " " }) }

    /// The letters by party, in their order.
    var letters: [(party: String, letters: String)] {
      value.split(separator: " ").dropFirst().compactMap { part in
        let pair = part.split(separator: "=", maxSplits: 1)
        guard pair.count == 2 else { return nil }
        return (String(pair[0]), String(pair[1]))
      }
    }
  }

  /// How many entries are recorded; of a larger scope only its digest is.
  static let mostEntries = 2_000

  /// The entries in the order of the guide.
  public let entries: [Entry]

  /// Collects entries.
  init(_ entries: [Entry]) { self.entries = entries }

  /// Reads the value of `record`.
  init(reading node: YAMLNode, _ fields: inout YAMLFields) {
    var inner = YAMLFields(node, what: "'record'", known: nil, invalid: .reviewInvalid)
    var entries: [Entry] = []
    for member in inner.all {
      guard let value = inner.text(member.value, "'\(member.key)' of 'record'") else { continue }
      entries.append(Entry(key: member.key, value: value))
    }
    fields.absorb(inner)
    self.entries = entries
  }

  /// The differences between one record and an older one.
  func changes(since old: ReviewRecord) -> [ReviewChange] {
    let before = Dictionary(
      old.entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let now = Set(entries.map(\.key))
    let present = entries.compactMap { entry -> ReviewChange? in
      guard let was = before[entry.key] else { return ReviewChange(entry, .added, from: nil) }
      return was.value == entry.value ? nil : ReviewChange(entry, .changed, from: was)
    }
    let gone = old.entries.filter { !now.contains($0.key) }.map {
      ReviewChange($0, .removed, from: $0)
    }
    return present + gone
  }
}

/// The change of a document or row since an approval.
public struct ReviewChange: Sendable, Hashable {
  /// The document's key, or a key and a row's id with `#` between them.
  public let key: String
  /// Whether it changed, came, or went.
  public let kind: GuideChanges.Kind
  /// Whether its text is another.
  public let isReworded: Bool
  /// The letters that changed hands.
  public let letters: [GuideChanges.LetterChange]
  /// The words that changed; nil if nobody knows the text of then.
  public internal(set) var difference: WordDifference?
  /// The index of the document that it is of; nil if the guide has none of the key.
  public internal(set) var document: Int?
  /// The id of the row that it is of, whether or not the document still has it.
  public internal(set) var row: String?
  /// The recorded digest of its text.
  let text: String

  fileprivate init(
    _ entry: ReviewRecord.Entry, _ kind: GuideChanges.Kind, from old: ReviewRecord.Entry?
  ) {
    key = entry.key
    self.kind = kind
    text = old?.text ?? ""
    isReworded = kind == .changed && old?.text != entry.text
    let before = kind == .added ? [] : old?.letters ?? []
    letters = GuideChanges.letters(from: before, to: kind == .removed ? [] : entry.letters)
  }
}
