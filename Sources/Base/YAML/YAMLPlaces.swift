/// Turns libyaml's counts into bytes and places of a file.
///
/// libyaml counts lines and columns from 0, and columns in code points. To libyaml a line ends at
/// U+0085, U+2028, and U+2029, too. To Markdown and to text editors it does not, so lines of a text
/// with such characters are counted again.
struct YAMLPlaces {
  private let path: String
  private let firstLine: Int
  /// The index that turns code points into bytes; nil if they are the same.
  private let index: LineIndex?
  /// Whether libyaml counts lines that nobody else does.
  private let hasOtherLineEnds: Bool

  /// - Parameter firstLine: the line in the file of the first line that libyaml reads, from 1.
  init(_ input: UnsafeBufferPointer<UInt8>, path: String, firstLine: Int) {
    self.path = path
    self.firstLine = firstLine
    let isASCII = input.reduce(0) { $0 | $1 } < 0x80
    index = isASCII ? nil : LineIndex(Array(input))
    hasOtherLineEnds = !isASCII && Self.holdsOtherLineEnds(input)
  }

  /// The place of a line, a column, and a code point, each counted from 0.
  func location(line: Int, column: Int, character: Int) -> SourceLocation {
    guard hasOtherLineEnds, let index else {
      return SourceLocation(path: path, line: line + firstLine, column: column + 1)
    }
    return moved(index.location(of: index.offset(ofCharacter: character), in: path))
  }

  /// The place of a byte, if libyaml knows nothing else.
  func location(ofByte offset: Int, in input: UnsafeBufferPointer<UInt8>) -> SourceLocation {
    moved(LineIndex(Array(input)).location(of: offset, in: path))
  }

  /// The bytes between two code points.
  func bytes(from start: Int, to end: Int) -> Range<Int> {
    let first = index?.offset(ofCharacter: start) ?? start
    let last = index?.offset(ofCharacter: end) ?? end
    return first..<max(first, last)
  }

  private func moved(_ place: SourceLocation) -> SourceLocation {
    SourceLocation(path: path, line: place.line + firstLine - 1, column: place.column)
  }

  /// Whether a text has U+0085, U+2028, or U+2029.
  private static func holdsOtherLineEnds(_ input: UnsafeBufferPointer<UInt8>) -> Bool {
    var (last, lastButOne): (UInt8, UInt8) = (0, 0)
    for byte in input {
      if byte == 0x85, last == 0xC2 { return true }
      if byte & 0xFE == 0xA8, last == 0x80, lastButOne == 0xE2 { return true }
      (last, lastButOne) = (byte, last)
    }
    return false
  }
}
