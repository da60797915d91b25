// Matrix says which party has which letters. In: a `Guide`. Out: `Matrix`, one row per
// responsibility with an assignment for each party, and violations of the rules of a RACI matrix.

import Base

/// The letters of all responsibilities; the same in every locale.
public struct Matrix: Sendable {
  /// A responsibility and its assignments.
  public struct Row: Sendable {
    /// The document, by its index in the guide.
    public let document: Int
    /// The responsibility, by its index in the document.
    public let responsibility: Int
    /// An assignment for each party in the guide's order; nil if it has no letter.
    public let assignments: [Assignment?]
  }

  /// Letters of one party for one responsibility.
  public struct Assignment: Sendable, Hashable {
    /// The letters; never none.
    public let letters: LetterSet
    /// Their origin.
    public let origin: Origin
    /// The clause of the description that is the evidence for them, from 1.
    public let evidence: Int?
    /// A condition or a remark beside them in the source's table.
    public var remark: String?
    /// The cell of the source's table that they are in.
    public var location: SourceLocation?
  }

  /// The origin of letters.
  public enum Origin: String, Sendable, CaseIterable {
    /// They are written under the responsibility.
    case declared
    /// They are its section's.
    case inherited
  }

  /// The rows, documents in the guide's order.
  public let rows: [Row]
  /// The rows of each document, as a range of `rows`.
  public let rowsOfDocument: [Range<Int>]
  /// Whether a party has letters of a section.
  public let hasInheritedLetters: Bool

  /// Takes the letters together.
  ///
  /// - Parameter old: an earlier guide and its matrix; the rows of documents that are in both at the
  ///   same place are taken from there.
  public init(_ guide: Guide, like old: (guide: Guide, matrix: Matrix)? = nil) {
    let parties = guide.settings.parties.map(\.text)
    let old = old?.guide.settings.parties.map(\.text) == parties ? old : nil
    var rows: [Row] = []
    rows.reserveCapacity(old?.matrix.rows.count ?? 0)
    var ranges: [Range<Int>] = []
    for (index, document) in guide.documents.enumerated() {
      let start = rows.count
      if let old, index < old.guide.documents.count, old.guide.documents[index] === document {
        rows += old.matrix.rows[old.matrix.rowsOfDocument[index]]
        ranges.append(start..<rows.count)
        continue
      }
      let hasSource = document.versions[guide.sourceIndex] != nil
      var previous: Responsibility?
      for (number, responsibility) in document.responsibilities.enumerated() {
        // Only a finding names an entry whose row is not in the source.
        if hasSource, responsibility.rows[guide.sourceIndex] == nil { continue }
        defer { previous = responsibility }
        // Most rows inherit the same as the row before, and share it.
        if let previous, let last = rows.last?.assignments, Self.isSame(responsibility, previous) {
          rows.append(Row(document: index, responsibility: number, assignments: last))
          continue
        }
        var assignments = parties.map { Self.assignment(of: $0, for: responsibility) }
        if let last = rows.last?.assignments, last == assignments { assignments = last }
        rows.append(Row(document: index, responsibility: number, assignments: assignments))
      }
      ranges.append(start..<rows.count)
    }
    self.rows = rows
    rowsOfDocument = ranges
    hasInheritedLetters = rows.contains { row in
      row.assignments.contains { $0?.origin == .inherited }
    }
  }

  /// Whether two responsibilities inherit the same letters and say nothing of their own.
  private static func isSame(_ first: Responsibility, _ second: Responsibility) -> Bool {
    [first, second].allSatisfy { $0.inheritsLetters && $0.entry?.evidence.isEmpty ?? true }
      && first.letters == second.letters
  }

  private static func assignment(
    of party: String, for responsibility: Responsibility
  ) -> Assignment? {
    guard let letters = responsibility.letters[party] else { return nil }
    let cell = responsibility.entry?.letters?[party] == nil ? responsibility.cells?[party] : nil
    return Assignment(
      letters: letters, origin: responsibility.inheritsLetters ? .inherited : .declared,
      evidence: responsibility.entry?.evidence[party]?.clause, remark: cell?.remark,
      location: cell?.location)
  }

  /// The number of rows in which a party has each letter of a scheme, in the scheme's order.
  public func counts(
    ofParty party: Int, _ scheme: LetterScheme, in range: Range<Int>? = nil
  ) -> [Int] {
    let sets = scheme.letters.map(\.set)
    var counts = sets.map { _ in 0 }
    for row in rows[range ?? 0..<rows.count] {
      guard let letters = row.assignments[party]?.letters else { continue }
      for (index, set) in sets.enumerated() where letters.contains(set) { counts[index] += 1 }
    }
    return counts
  }
}
