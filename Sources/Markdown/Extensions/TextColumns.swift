import Base

/// Finds places in a text from left to right, each byte counted once.
struct TextColumns {
  private let bytes: [UInt8]
  private let start: SourceLocation
  private var offset = 0
  private var characters = 0

  init(_ run: TextRun, _ start: SourceLocation) {
    bytes = run.bytes
    self.start = start
  }

  /// The place of a byte, which is not before one that was asked for.
  mutating func location(of position: Int) -> SourceLocation {
    while offset < min(position, bytes.count) {
      if bytes[offset] & 0xC0 != 0x80, bytes[offset] != TableRewriter.mark { characters += 1 }
      offset += 1
    }
    return SourceLocation(path: start.path, line: start.line, column: start.column + characters)
  }
}
