/// The offsets of a file's lines, to turn byte offsets into places that people can find.
///
/// Lines end at LF, CR LF or a lone CR, as CommonMark counts them.
public struct LineIndex: Sendable {
  /// The byte offset of each line's first byte.
  public let starts: [Int]
  private let bytes: [UInt8]
  /// The number of characters before every `stride`th byte, so that long lines cost no more.
  private let charactersBefore: [Int]
  private static let stride = 128

  /// Finds the lines; linear in the number of bytes.
  public init(_ bytes: [UInt8]) {
    var starts = [0]
    var charactersBefore: [Int] = []
    charactersBefore.reserveCapacity(bytes.count / Self.stride + 2)
    var characters = 0
    bytes.withUnsafeBufferPointer { bytes in
      for begin in Swift.stride(from: 0, to: bytes.count, by: Self.stride) {
        charactersBefore.append(characters)
        characters += Self.characters(in: bytes[begin..<min(begin + Self.stride, bytes.count)])
      }
      var offset = bytes.first(from: 0) { $0.below(0x0E) }
      while offset < bytes.count {
        let isReturn = bytes[offset] == 0x0D
        let isPair = isReturn && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
        if bytes[offset] == 0x0A || isReturn && !isPair { starts.append(offset + 1) }
        offset = bytes.first(from: offset + 1) { $0.below(0x0E) }
      }
    }
    self.starts = starts
    self.bytes = bytes
    charactersBefore.append(characters)
    self.charactersBefore = charactersBefore
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
    let column = characters(before: max(start, end)) - characters(before: start) + 1
    return SourceLocation(path: path, line: line, column: column)
  }

  /// The offset of the first byte of a character, counted from 0 over the whole text.
  ///
  /// The end of the text for any behind the last.
  public func offset(ofCharacter character: Int) -> Int {
    var low = 0
    var high = charactersBefore.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if charactersBefore[middle] <= character { low = middle } else { high = middle }
    }
    var left = max(character, 0) - charactersBefore[low]
    return bytes.withUnsafeBufferPointer { bytes in
      var offset = low * Self.stride
      while offset < bytes.count {
        if bytes[offset] & 0xC0 != 0x80 {
          if left == 0 { return offset }
          left -= 1
        }
        offset += 1
      }
      return bytes.count
    }
  }

  /// The offset of a place's first byte, kept inside the file; nil for a place without a line.
  public func offset(of place: SourceLocation) -> Int? {
    guard (1...starts.count).contains(place.line) else { return nil }
    let character = characters(before: starts[place.line - 1]) + max(place.column, 1) - 1
    return offset(ofCharacter: character)
  }

  private func characters(before offset: Int) -> Int {
    let known = offset / Self.stride
    if offset == bytes.count { return charactersBefore[charactersBefore.count - 1] }
    return bytes.withUnsafeBufferPointer { bytes in
      charactersBefore[known] + Self.characters(in: bytes[(known * Self.stride)..<offset])
    }
  }

  /// How many characters begin in a part of the text.
  private static func characters(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var count = 0
    for byte in UnsafeBufferPointer(rebasing: bytes) { count &+= byte & 0xC0 != 0x80 ? 1 : 0 }
    return count
  }
}
