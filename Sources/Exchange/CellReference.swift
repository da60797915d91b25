/// The place of a cell as spreadsheets write it, `B12`.
public struct CellReference: Sendable, Hashable, CustomStringConvertible {
  /// The rows of a sheet (ECMA-376 part 1, section 18.3.1.73).
  public static let rowLimit = 1_048_576
  /// The columns of a sheet.
  public static let columnLimit = 16_384

  /// The row, from 1.
  public let row: Int
  /// The column, from 0.
  public let column: Int

  /// A place by numbers.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `B12` or `$B$12`; nil if it is neither or outside of a sheet.
  public init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    var hasDigit = false
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A:
        guard !hasDigit else { return nil }
        column = column * 26 + Int(byte & 0x1F)
      case 0x30...0x39:
        hasDigit = true
        row = row * 10 + Int(byte & 0x0F)
      default: return nil
      }
      guard column <= Self.columnLimit, row <= Self.rowLimit else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row, column: column - 1)
  }

  /// The letters of a column, from 0: `A`, `Z`, `AA`.
  public static func letters(ofColumn column: Int) -> String {
    var letters = ""
    var rest = max(0, column) + 1
    while rest > 0 {
      rest -= 1
      letters = String(Character(Unicode.Scalar(UInt8(0x41 + rest % 26)))) + letters
      rest /= 26
    }
    return letters
  }

  /// `B12`.
  public var description: String { "\(Self.letters(ofColumn: column))\(row)" }
}

extension Sheet.Merge {
  /// Reads `A1:B2`; nil if it is not such a range.
  init?(reference: String) {
    let corners = reference.split(separator: ":", omittingEmptySubsequences: false)
    guard corners.count == 2, let first = CellReference(corners[0]),
      let last = CellReference(corners[1]), first.row <= last.row, first.column <= last.column
    else { return nil }
    self.init(rows: first.row...last.row, columns: first.column...last.column)
  }
}
