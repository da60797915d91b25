import Base

/// Control characters, which HTML allows nowhere.
enum ControlCharacters {
  private static let mostReported = 500

  /// Replaces each by U+FFFD and reports it; a file without any comes back as it is.
  static func replace(in file: SourceFile) -> (SourceFile, [Diagnostic]) {
    guard file.bytes.withUnsafeBufferPointer(holdsAny) else { return (file, []) }
    let index = LineIndex(file.bytes)
    var diagnostics: [Diagnostic] = []
    var bytes: [UInt8] = []
    var count = 0
    for (offset, byte) in file.bytes.enumerated() {
      guard isForbidden(byte) else {
        bytes.append(byte)
        continue
      }
      bytes += [0xEF, 0xBF, 0xBD]
      count += 1
      if count > mostReported { continue }
      diagnostics.append(
        Diagnostic(
          .controlCharacter, "control character 0x\(String(byte, radix: 16)) in the text",
          at: index.location(of: offset, in: file.path), hint: "delete it"))
    }
    if count > mostReported {
      diagnostics.append(.more(count - mostReported, of: .controlCharacter, in: file.path))
    }
    return (SourceFile(path: file.path, bytes: bytes), diagnostics)
  }

  /// Text without any, which character references can bring in; nil where there is none.
  static func replaced(in text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard holdsAny(text) else { return nil }
    return text.flatMap { isForbidden($0) ? [0xEF, 0xBF, 0xBD] : [$0] }
  }

  /// Looks at all of the text, which takes less time than to ask after each byte whether to go on.
  private static func holdsAny(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for byte in text {
      let isControl: UInt8 = byte < 0x20 ? 1 : 0
      let isDelete: UInt8 = byte == 0x7F ? 1 : 0
      let isSpace: UInt8 = byte &- 9 < 5 ? 1 : 0
      let isVerticalTab: UInt8 = byte == 0x0B ? 1 : 0
      found |= isControl & ~isSpace | isDelete | isVerticalTab
    }
    return found != 0
  }

  /// All of ASCII's but tab, line feed, form feed and carriage return.
  private static func isForbidden(_ byte: UInt8) -> Bool {
    if byte >= 0x20 { return byte == 0x7F }
    return byte != 0x09 && byte != 0x0A && byte != 0x0C && byte != 0x0D
  }
}
