/// How a cell looks.
struct CellStyle: Equatable {
  var isBold = false
  var isItalic = false
  var isCentered = false
  var isLink = false
  /// Whether long text goes on in a further line.
  var wraps = false
  var fill: Color?
  /// Whether the cell cannot be changed in a protected sheet.
  var isLocked = false

  /// A color by its red, green and blue.
  struct Color: Equatable {
    let value: UInt32

    init(_ value: UInt32) { self.value = value }
  }

  static let head = CellStyle(isBold: true, wraps: true, fill: Color(0xD9E1F2))
  static let identifier = CellStyle(wraps: true, isLocked: true)
  static let text = CellStyle(wraps: true)
  static let link = CellStyle(isLink: true)
  static let declared = CellStyle(isCentered: true)
  static let inherited = CellStyle(isItalic: true, isCentered: true)
}
