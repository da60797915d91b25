import Base

/// One quick look at a document before anything parses it: an upper bound for its contents.
///
/// Counts never come out too low. If one of them may be beyond its limit, a slower look that
/// follows the blocks decides.
struct LimitScan {
  /// Whether quotations and lists may nest deeper than the limit.
  private(set) var mayNestDeeply = false
  /// Whether a paragraph may contain more images than the limit.
  private(set) var mayHoldManyImages = false

  /// Looks at a document.
  ///
  /// - Parameter firstLine: the line in the file of the document's first line.
  /// - Throws: if a line is too long, or if the document has too much markup.
  init(_ bytes: [UInt8], firstLine: Int, _ limits: InputLimits) throws(LimitExcess) {
    var excess: LimitExcess?
    bytes.withUnsafeBufferPointer { bytes in
      var number = firstLine
      var start = 0
      var images = 0
      var marks = 0
      while start < bytes.count {
        let (end, columns, isBlank) = Self.beginning(of: start, in: bytes)
        if columns > limits.nesting { mayNestDeeply = true }
        if isBlank { images = 0 }
        let lineEnd = Self.countMarks(from: end, in: bytes, &images, &marks)
        marks += end - start + 1
        if images > limits.images { mayHoldManyImages = true }
        if lineEnd - start > limits.lineBytes { excess = .line(number, limit: limits.lineBytes) }
        if marks > limits.marks { excess = .marks(number, limit: limits.marks) }
        if excess != nil { return }
        start = lineEnd + 1
        if lineEnd + 1 < bytes.count, bytes[lineEnd] == 0x0D, bytes[lineEnd + 1] == 0x0A {
          start += 1
        }
        number += 1
      }
    }
    if let excess { throw excess }
  }

  /// The farthest end of the markers of quotations and lists at a line's beginning, and the
  /// greatest number of their containers.
  ///
  /// Each container takes a `>` or a column of white space.
  private static func beginning(
    of start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (end: Int, columns: Int, isBlank: Bool) {
    var position = start
    var columns = 1
    var isBlank = true
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "): columns += 1
      case UInt8(ascii: "\t"): columns += 4
      case UInt8(ascii: ">"):
        columns += 1
        isBlank = false
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
        UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        isBlank = false
      case 0x0A, 0x0D: return (position, columns, isBlank)
      default: return (position, columns, false)
      }
      position += 1
    }
    return (position, columns, isBlank)
  }

  /// Counts what may begin an image, and what may be markup at all, up to the line's end, which is
  /// returned. (A line's end counts too: it may end a block.)
  private static func countMarks(
    from start: Int, in bytes: UnsafeBufferPointer<UInt8>, _ images: inout Int, _ marks: inout Int
  ) -> Int {
    var position = start
    while position < bytes.count {
      switch bytes[position] {
      case 0x0A, 0x0D: return position
      case UInt8(ascii: "["):
        marks += 1
        if position > start, bytes[position - 1] == UInt8(ascii: "!") { images += 1 }
      // A line of them makes a heading of itself or of the line above, the dearest of all markup.
      case UInt8(ascii: "#"), UInt8(ascii: "="): marks += position == start ? 4 : 1
      case UInt8(ascii: "]"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"),
        UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "|"):
        marks += 1
      default: break
      }
      position += 1
    }
    return position
  }
}
