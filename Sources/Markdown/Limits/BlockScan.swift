import Base

/// The slower look at a document, which knows where blocks begin and end.
enum BlockScan {
  /// Makes sure that quotations and lists do not nest too deeply.
  static func checkNesting(
    _ bytes: [UInt8], firstLine: Int, limit: Int
  ) throws(LimitExcess) {
    var tracker = BlockTracker(nestingLimit: limit)
    var lines = LineRanges(bytes)
    var number = firstLine
    while let range = lines.next() {
      let line = tracker.track(bytes, range)
      if tracker.isTooDeep {
        throw .nesting(number, byteColumn: line.content - range.lowerBound + 1, limit: limit)
      }
      number += 1
    }
  }

  /// Makes sure that no paragraph, heading or cell contains too many images.
  ///
  /// - Parameter movedLines: the file's line for each line, if they differ.
  static func checkImages(
    _ bytes: [UInt8], firstLine: Int, movedLines: [Int32], _ limits: InputLimits
  ) throws(LimitExcess) {
    var tracker = BlockTracker(nestingLimit: limits.nesting)
    var lines = LineRanges(bytes)
    var number = firstLine
    var count = 0
    while let range = lines.next() {
      switch tracker.track(bytes, range).role {
      case .paragraphContinuation, .lazyContinuation: break
      case .paragraphStart, .blank, .tableRow, .other: count = 0
      }
      for position in range.dropLast()
      where bytes[position] == UInt8(ascii: "!") && bytes[position + 1] == UInt8(ascii: "[") {
        count += 1
        guard count > limits.images else { continue }
        let line = movedLines.isEmpty ? number : Int(movedLines[number - firstLine])
        let column = movedLines.isEmpty ? position - range.lowerBound + 1 : 1
        throw .images(line, byteColumn: column, limit: limits.images)
      }
      number += 1
    }
  }
}

/// The lines of a document without their endings: LF, CR LF or a lone CR.
struct LineRanges {
  private let bytes: [UInt8]
  private var start = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Range<Int>? {
    guard start < bytes.count else { return nil }
    let begin = start
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    start = min(end + 1, bytes.count)
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { start += 1 }
    return begin..<end
  }
}
