import Base

/// Control characters, which HTML allows nowhere (HTML Living Standard, "preprocessing the input
/// stream").
///
/// They are those of ASCII, except tab, line feed, form feed, and carriage return, and U+0080 to
/// U+009F.
enum ControlCharacters {
  private static let mostReported = 500
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Replaces each by U+FFFD and reports it; a file without any comes back as it is.
  static func replace(in file: SourceFile) -> (SourceFile, [Diagnostic]) {
    guard file.bytes.withUnsafeBufferPointer(holdsAny) else { return (file, []) }
    let index = LineIndex(file.bytes)
    var diagnostics: [Diagnostic] = []
    var count = 0
    let bytes = file.bytes.withUnsafeBufferPointer { bytes in
      replaced(in: bytes) { offset, value in
        count += 1
        if count > mostReported { return }
        diagnostics.append(
          Diagnostic(
            .controlCharacter, "control character 0x\(String(value, radix: 16)) in the text",
            at: index.location(of: offset, in: file.path), hint: "delete it"))
      }
    }
    if count > mostReported {
      diagnostics.append(.more(count - mostReported, of: .controlCharacter, in: file.path))
    }
    return (SourceFile(path: file.path, bytes: bytes), diagnostics)
  }

  /// Text without any, which character references can bring in; nil if there is none.
  static func replaced(in text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    holdsAny(text) ? replaced(in: text) { _, _ in } : nil
  }

  private static func replaced(
    in text: UnsafeBufferPointer<UInt8>, _ found: (_ offset: Int, _ value: UInt8) -> Void
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 16)
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      let isHigh = byte == 0xC2 && offset + 1 < text.count && text[offset + 1] < 0xA0
      if isHigh || isForbidden(byte) {
        found(offset, isHigh ? text[offset + 1] : byte)
        result += replacement
      } else {
        result.append(byte)
      }
      offset += isHigh ? 2 : 1
    }
    return result
  }

  /// Looks at all of the text, which takes less time than to ask after each byte whether to go on.
  private static func holdsAny(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    var previous: UInt8 = 0
    for byte in text {
      let isControl: UInt8 = byte < 0x20 ? 1 : 0
      let isDelete: UInt8 = byte == 0x7F ? 1 : 0
      let isSpace: UInt8 = byte &- 9 < 5 ? 1 : 0
      let isVerticalTab: UInt8 = byte == 0x0B ? 1 : 0
      let isBehindLead: UInt8 = previous == 0xC2 ? 1 : 0
      let isHigh: UInt8 = byte < 0xA0 ? 1 : 0
      found |= isControl & ~isSpace | isDelete | isVerticalTab | isBehindLead & isHigh
      previous = byte
    }
    return found != 0
  }

  /// All of ASCII's but tab, line feed, form feed and carriage return.
  private static func isForbidden(_ byte: UInt8) -> Bool {
    if byte >= 0x20 { return byte == 0x7F }
    return byte != 0x09 && byte != 0x0A && byte != 0x0C && byte != 0x0D
  }
}
