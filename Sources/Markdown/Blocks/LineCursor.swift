/// A position in one line, by byte and by column, where a tab reaches to the next multiple of four.
///
/// The rules are CommonMark 0.30's, section 2.2 "Tabs".
struct LineCursor {
  let bytes: [UInt8]
  /// The end of the line without its line ending.
  let end: Int
  var offset: Int
  var column = 0
  /// Columns of a partly consumed tab that still count as indentation.
  private var remainingTabColumns = 0

  init(_ bytes: [UInt8], _ line: Range<Int>) {
    self.bytes = bytes
    offset = line.lowerBound
    end = line.upperBound
  }

  /// The first byte that is neither space nor tab, and the columns before it.
  func indentation() -> (firstNonSpace: Int, columns: Int) {
    var position = offset
    var width = column
    if remainingTabColumns > 0 {
      width += remainingTabColumns
      position += 1
    }
    while position < end {
      if bytes[position] == UInt8(ascii: " ") {
        width += 1
      } else if bytes[position] == UInt8(ascii: "\t") {
        width += 4 - width % 4
      } else {
        break
      }
      position += 1
    }
    return (position, width - column)
  }

  /// Whether nothing but white space is left.
  var isBlank: Bool { indentation().firstNonSpace >= end }

  /// Moves over white space, by columns; a tab may be consumed in part.
  mutating func advance(columns count: Int) {
    var left = count
    while left > 0, offset < end {
      if bytes[offset] == UInt8(ascii: "\t") {
        let width = remainingTabColumns > 0 ? remainingTabColumns : 4 - column % 4
        let taken = min(width, left)
        column += taken
        left -= taken
        remainingTabColumns = width - taken
        if remainingTabColumns == 0 { offset += 1 }
      } else {
        offset += 1
        column += 1
        left -= 1
      }
    }
  }

  /// Moves to a byte offset ahead in the line.
  mutating func advance(to target: Int) {
    while offset < target, offset < end {
      if bytes[offset] == UInt8(ascii: "\t") {
        advance(columns: remainingTabColumns > 0 ? remainingTabColumns : 4 - column % 4)
      } else {
        offset += 1
        column += 1
      }
    }
  }
}
