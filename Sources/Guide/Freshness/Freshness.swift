/// The change in the source since a row was translated.
public enum RowFreshness: String, Sendable, CaseIterable {
  /// Nothing.
  case current
  /// Its text changed.
  case wording
  /// Other parties have its letters, or parties have other letters.
  case owner
  /// Both changed.
  case wordingAndOwner = "wording-and-owner"
  /// It came into the source, and the translation lacks it.
  case new
  /// There is no record of the source that it was made from.
  case unstamped

  /// Whether the text changed.
  public var wordingChanged: Bool { self == .wording || self == .wordingAndOwner }
  /// Whether the letters changed.
  public var ownerChanged: Bool { self == .owner || self == .wordingAndOwner }
  /// Whether the row is behind its source.
  public var isChanged: Bool { wordingChanged || ownerChanged }
}

/// The changes in the source since a document was translated.
public struct Freshness: Sendable {
  /// The basis of this knowledge.
  public enum Basis: String, Sendable, CaseIterable {
    /// `source_digest`, or the source at the git revision that the translation names, row by row.
    case stamp
    /// Dates and commits of the front matter, for the document as a whole.
    case dates
    /// Nothing.
    case none
  }

  /// The basis of this knowledge.
  public let basis: Basis
  /// Whether text outside the rows changed.
  public let textChanged: Bool
  /// The rows of which there is more to say than that they are current, by id; known only from a
  /// stamp.
  let rows: [String: RowFreshness]

  /// Whether the translation is behind its source, be it by a row.
  public var isStale: Bool { textChanged || rows.values.contains { $0.isChanged || $0 == .new } }

  /// How many rows are in a state; of `wording` and `owner` those in which both changed count too.
  public func count(of state: RowFreshness) -> Int {
    rows.values.count { row in
      row == state || (row == .wordingAndOwner && [.wording, .owner].contains(state))
    }
  }
}

extension Guide {
  /// The change of a row since a locale translated it.
  ///
  /// - Returns: nil in the source, and if the source has no such row. Also nil if the locale lacks
  ///   the document or a row that is not new.
  public func freshness(
    of responsibility: Responsibility, in document: DocumentSet, for locale: Int
  ) -> RowFreshness? {
    guard locale != sourceIndex, let version = document.versions[locale],
      let freshness = version.freshness, responsibility.rows[sourceIndex] != nil
    else { return nil }
    guard freshness.basis == .stamp else {
      return responsibility.rows[locale] == nil ? nil : .unstamped
    }
    let recorded = freshness.rows[responsibility.id]
    return responsibility.rows[locale] == nil && recorded != .new ? nil : recorded ?? .current
  }
}
