extension SourceStamp {
  /// Whether a text is a git revision: 7 to 64 hexadecimal digits.
  public static func isRevision(_ text: String) -> Bool {
    (7...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// The same stamp with the git revision whose source it records.
  public func of(revision: String?) -> SourceStamp {
    SourceStamp(document: document, rows: rows, revision: revision)
  }

  /// A stamp that records some rows as the source has them now, and the others as they were.
  ///
  /// Rows that the source no longer has are dropped. The revision is recorded if all is up to date
  /// with it now, and not all was before.
  ///
  /// - Parameters:
  ///   - old: the translation's record so far; nil if it has none.
  ///   - current: the ids of the rows that are up to date now.
  ///   - documentIsCurrent: whether the text outside the rows is up to date now.
  /// - Returns: nil if there is nothing to record.
  public func merged(
    into old: SourceStamp?, current: Set<String>, documentIsCurrent: Bool
  ) -> SourceStamp? {
    let before = Dictionary(
      (old?.rows ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let merged = rows.compactMap { current.contains($0.id) ? $0 : before[$0.id] }
    let document = documentIsCurrent ? self.document : old?.document
    guard document != nil || !merged.isEmpty else { return nil }
    let isNew = documentIsCurrent || !current.isEmpty
    let isWhole = isNew && document == self.document && merged == rows
    return SourceStamp(
      document: document, rows: merged, revision: isWhole ? revision : old?.revision)
  }
}
