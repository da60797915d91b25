import Base

/// How large a matrix can be: rows and parties are limited each by itself, and pages show all of
/// their product.
struct MatrixBounds {
  /// How many cells the matrix can have for each that the tables of a document can have.
  private static let cellFactor = 20
  /// The same for the letters of one document.
  private static let letterFactor = 2

  private let cells: Int
  private let letters: Int

  init(_ limits: InputLimits) {
    cells = Self.cellFactor * limits.cells
    letters = Self.letterFactor * limits.cells
  }

  private var hint: DiagnosticMessage {
    "divide it, or raise 'cells' under 'limits' in guide.yml"
  }

  /// A finding if the matrix is too large, or else for each document with too many letters.
  func findings(_ matrix: Matrix, of guide: Guide) -> [Diagnostic] {
    let parties = guide.settings.parties
    if let party = parties.first, matrix.rows.count > cells / parties.count {
      return [
        Diagnostic(
          .guideInvalid,
          "the matrix of \(count: matrix.rows.count, "row") and \(count: parties.count, "party", "parties") has more than \(cells) cells",
          at: party.location, hint: hint)
      ]
    }
    return guide.documents.indices.compactMap { index in
      guard let raci = guide.documents[index].raci,
        letterCount(matrix.rows[matrix.rowsOfDocument[index]]) > letters
      else { return nil }
      return Diagnostic(
        .raciInvalid, "the rows of this document have more than \(letters) letters",
        at: SourceLocation(path: raci.path), hint: hint)
    }
  }

  private func letterCount(_ rows: ArraySlice<Matrix.Row>) -> Int {
    var count = 0
    var last: (assignments: [Matrix.Assignment?], count: Int)?
    for row in rows {
      if last.map({ $0.assignments != row.assignments }) ?? true {
        last = (
          row.assignments, row.assignments.reduce(0) { $0 + ($1?.letters.text.utf8.count ?? 0) }
        )
      }
      count += last?.count ?? 0
    }
    return count
  }
}
