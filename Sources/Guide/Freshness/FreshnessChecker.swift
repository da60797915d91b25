import Base
import Markdown

/// Compares a translation's record of its source with the present source.
struct FreshnessChecker {
  private let source: Document
  private let reference: Int
  private let responsibilities: [Responsibility]
  /// The source as it is now.
  let now: SourceStamp

  /// Takes a digest of the source: worth its time only if a translation is stamped.
  ///
  /// - Returns: nil only when memory runs out.
  /// - Throws: `FileError` if the disk does not return the source's texts.
  init?(
    _ source: Document, _ responsibilities: [Responsibility], reference: Int
  ) throws(FileError) {
    guard let now = try SourceStamp(of: source, responsibilities, locale: reference) else {
      return nil
    }
    self.now = now
    self.source = source
    self.reference = reference
    self.responsibilities = responsibilities.filter { $0.rows[reference] != nil }
  }

  /// Compares a translation's stamp.
  ///
  /// - Parameters:
  ///   - rows: the row that the translation has for each responsibility, by id.
  ///   - locale: the translation's tag.
  /// - Returns: the changes since, and a finding for each.
  func check(
    _ stamp: SourceStamp, of translation: Document, rows: [String: Int]
  ) -> (freshness: Freshness, diagnostics: [Diagnostic]) {
    let recorded = Dictionary(
      stamp.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var states: [String: RowFreshness] = [:]
    var diagnostics: [Diagnostic] = []
    for (responsibility, now) in zip(responsibilities, now.rows) {
      guard let before = recorded[now.id] else {
        states[now.id] = rows[now.id] == nil ? .new : .unstamped
        continue
      }
      guard let row = rows[now.id].map({ translation.rows[$0] }) else { continue }
      let changes = (text: before.text != now.text, letters: before.letters != now.letters)
      switch changes {
      case (true, true): states[now.id] = .wordingAndOwner
      case (true, false): states[now.id] = .wording
      case (false, true): states[now.id] = .owner
      case (false, false): continue
      }
      if changes.text { diagnostics.append(wordingChanged(row, responsibility, translation)) }
      if changes.letters {
        diagnostics.append(ownerChanged(row, responsibility, before, now, translation))
      }
    }
    let textChanged = stamp.document.map { $0 != now.document } ?? false
    if textChanged { diagnostics.append(self.textChanged(translation)) }
    return (Freshness(basis: .stamp, textChanged: textChanged, rows: states), diagnostics)
  }

  private func hint(_ translation: Document) -> DiagnosticMessage {
    "update it, and then run 'rolebook stamp \(translation.path)'"
  }

  private func wordingChanged(
    _ row: Document.Row, _ responsibility: Responsibility, _ translation: Document
  ) -> Diagnostic {
    let original = responsibility.rows[reference].map { source.rows[$0].location }
    return Diagnostic(
      .wordingChanged,
      "the wording of '\(responsibility.id)' changed in the source since it was translated",
      at: row.location, locale: translation.locale,
      notes: original.map { [.init("the source's row", at: $0)] } ?? [], hint: hint(translation))
  }

  private func ownerChanged(
    _ row: Document.Row, _ responsibility: Responsibility, _ before: SourceStamp.Row,
    _ now: SourceStamp.Row, _ translation: Document
  ) -> Diagnostic {
    let parties = Set(before.letters.keys).union(now.letters.keys).sorted()
    let changes = parties.compactMap { party -> DiagnosticMessage? in
      let (old, new) = (before.letters[party], now.letters[party])
      return old == new ? nil : "\(party) held \(letters(old)), now \(letters(new))"
    }
    return Diagnostic(
      .ownerChanged,
      "the letters of '\(responsibility.id)' changed since it was translated: \(clauses: changes)",
      at: row.location, locale: translation.locale,
      notes: responsibility.entry.map { [.init("its letters are here", at: $0.location)] }
        ?? [],
      hint: hint(translation))
  }

  /// A party's letters, in words if there are none.
  private func letters(_ set: LetterSet?) -> DiagnosticMessage {
    set.map { "\($0.text)" } ?? "none"
  }

  private func textChanged(_ translation: Document) -> Diagnostic {
    Diagnostic(
      .textChanged, "text outside the rows changed in the source since it was translated",
      at: translation.metadata.sourceDigest?.keyLocation ?? SourceLocation(path: translation.path),
      locale: translation.locale,
      notes: [.init("the source", at: SourceLocation(path: source.path, line: 1, column: 1))],
      hint: hint(translation))
  }
}
