import Base

/// What a cell of a table gives one party for one row.
public struct CellAssignment: Sendable, Hashable {
  /// The letters; never none.
  public var letters: LetterSet
  /// Where the cell begins.
  public var location: SourceLocation
  /// A condition or a remark beside the letters; nil if there is none.
  public var remark: String?
}

/// What the cells of one row say.
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
