import Diagnostics

/// Where the lines of a file begin, to turn byte offsets into places that people can find.
///
/// Lines end at LF, CR LF or a lone CR, as CommonMark counts them.
public struct LineIndex: Sendable {
  /// The byte offset of each line's first byte.
  public let starts: [Int]
  private let bytes: [UInt8]

  /// Finds the lines; linear in the number of bytes.
  public init(_ bytes: [UInt8]) {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      let isLoneReturn =
        byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A)
      if byte == 0x0A || isLoneReturn { starts.append(offset + 1) }
    }
    self.starts = starts
    self.bytes = bytes
  }

  /// The place of a byte offset; one past the end is the end of the last line.
  public func location(of offset: Int, in path: String) -> SourceLocation {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return location(line: low + 1, byteColumn: offset - starts[low] + 1, in: path)
  }

  /// The place of a line and a column counted in bytes from 1, kept inside the file.
  public func location(line: Int, byteColumn: Int, in path: String) -> SourceLocation {
    let line = min(max(line, 1), starts.count)
    let start = starts[line - 1]
    let end = min(start + max(byteColumn, 1) - 1, bytes.count)
    var column = 1
    for byte in bytes[start..<max(start, end)] where byte & 0xC0 != 0x80 { column += 1 }
    return SourceLocation(path: path, line: line, column: column)
  }
}
