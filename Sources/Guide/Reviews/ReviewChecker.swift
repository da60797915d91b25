import Base
import Markdown

/// Compares approvals with the guide as it is.
public struct ReviewChecker {
  /// How far an approval holds.
  public enum State: String, Sendable {
    /// What was approved is as it was.
    case approved
    /// Its text or letters changed since.
    case changed
    /// Its time ran out.
    case expired
  }

  private let guide: Guide
  private let date: String

  /// Takes the guide and the day of today, `2026-01-31`.
  public init(guide: Guide, date: String) {
    self.guide = guide
    self.date = date
  }

  /// The digest of text and letters of a scope in the source; nil if the guide has no such scope.
  ///
  /// - Throws: `FileError` where the disk does not give the source's texts back.
  public func digest(of scope: String) throws(FileError) -> String? {
    guard let digest = ContentDigest() else { return nil }
    if scope == "guide" {
      for document in guide.documents { try add(document, row: nil, to: digest) }
      return String(digest.hexadecimal.prefix(16))
    }
    for document in guide.documents {
      if document.key == scope {
        try add(document, row: nil, to: digest)
        return String(digest.hexadecimal.prefix(16))
      }
      guard scope.utf8.starts(with: (document.key + "#").utf8) else { continue }
      let row = String(scope.dropFirst(document.key.count + 1))
      if try add(document, row: row, to: digest) { return String(digest.hexadecimal.prefix(16)) }
    }
    return nil
  }

  @discardableResult
  private func add(
    _ document: DocumentSet, row: String?, to digest: borrowing ContentDigest
  ) throws(FileError) -> Bool {
    guard let version = document.versions[guide.sourceIndex],
      let stamp = try SourceStamp(
        of: version.document, document.responsibilities, locale: guide.sourceIndex)
    else { return false }
    if row == nil { digest.add(stamp.document ?? "") }
    let rows = stamp.rows.filter { row == nil || $0.id == row }
    for entry in rows {
      for text in [entry.id, entry.text] { digest.add(text) }
      for party in guide.settings.parties.map(\.text) {
        digest.add(entry.letters[party]?.text ?? "")
      }
    }
    return row == nil || !rows.isEmpty
  }

  /// How far an approval holds; nil if the guide has no such scope.
  ///
  /// - Throws: `FileError` where the disk does not give the source's texts back.
  public func state(of review: Review) throws(FileError) -> State? {
    guard let now = try digest(of: review.scope) else { return nil }
    if now != review.digest { return .changed }
    if let last = review.lastDay, last < date { return .expired }
    return .approved
  }

  /// What is wrong with approvals.
  ///
  /// Of several by one reviewer for one scope, the last counts.
  ///
  /// - Throws: `FileError` where the disk does not give the source's texts back.
  public func findings(_ reviews: [Review]) throws(FileError) -> [Diagnostic] {
    var last: [String: Review] = [:]
    for review in reviews { last["\(review.scope)\u{1F}\(review.reviewer)"] = review }
    var findings: [Diagnostic] = []
    for review in reviews where last["\(review.scope)\u{1F}\(review.reviewer)"] == review {
      let hint = "review it, and then run 'rolebook approve --scope \(review.scope)'"
      switch try state(of: review) {
      case .approved: continue
      case .changed:
        findings.append(
          Diagnostic(
            .reviewChanged,
            "'\(review.scope)' changed since '\(review.reviewer)' approved it on \(review.date)",
            at: review.location, hint: hint))
      case .expired:
        findings.append(
          Diagnostic(
            .reviewExpired,
            "the approval of '\(review.scope)' by '\(review.reviewer)' ended on "
              + (review.lastDay ?? ""), at: review.location, hint: hint))
      case nil:
        findings.append(
          Diagnostic(
            .reviewInvalid, "'\(review.scope)' is not a document or row of the guide",
            at: review.location, hint: "write 'guide', a document's key, or KEY#ROW"))
      }
    }
    return findings
  }
}
