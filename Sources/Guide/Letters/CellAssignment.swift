import Base

/// The assignment of one party in one row of a table.
public struct CellAssignment: Sendable, Hashable {
  /// The letters; never none.
  public var letters: LetterSet
  /// The beginning of the cell.
  public var location: SourceLocation
  /// A condition or a remark beside the letters; nil if there is none.
  public var remark: String?
}

/// The content of one row's cells.
struct RowLetters: Sendable {
  /// The assignment of each party.
  var cells: [String: CellAssignment] = [:]

  mutating func add(
    _ letters: LetterSet, to party: String, at location: SourceLocation, _ remark: String?
  ) {
    guard !letters.isEmpty else { return }
    guard var held = cells[party] else {
      cells[party] = .init(letters: letters, location: location, remark: remark)
      return
    }
    held.letters.formUnion(letters)
    if let remark { held.remark = held.remark.map { "\($0); \(remark)" } ?? remark }
    cells[party] = held
  }
}
