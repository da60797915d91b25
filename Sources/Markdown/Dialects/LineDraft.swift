/// A line as it is rewritten: pieces of the file's line, and text between them.
struct LineDraft {
  private(set) var bytes: [UInt8] = []
  /// The offsets of copied pieces, here and in the file's line, from 0.
  private(set) var pieces: [Piece] = []

  struct Piece {
    let offset: Int
    let origin: Int
  }

  init() {}

  /// A line of the file as it is.
  init(_ source: [UInt8], _ range: Range<Int>) {
    bytes = Array(source[range])
    pieces = [Piece(offset: 0, origin: 0)]
  }

  var count: Int { bytes.count }

  /// Whether columns here are those of the file's line.
  var isUnmoved: Bool { pieces.allSatisfy { $0.offset == $0.origin } }

  /// The offset in the file's line of an offset here.
  func origin(of offset: Int) -> Int { pieces.origin(of: offset) }

  /// Appends text that the file does not have.
  mutating func add(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

  mutating func add(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a part of another draft.
  mutating func copy(_ other: LineDraft, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let shift = bytes.count - range.lowerBound
    pieces.append(Piece(offset: bytes.count, origin: other.origin(of: range.lowerBound)))
    for piece in other.pieces where piece.offset > range.lowerBound {
      guard piece.offset < range.upperBound else { break }
      pieces.append(Piece(offset: piece.offset + shift, origin: piece.origin))
    }
    bytes.append(contentsOf: other.bytes[range])
  }

  /// The line without the white space that makes code of it.
  func dedented(_ line: BlockTracker.Line) -> LineDraft {
    let space = bytes[..<line.content].reversed().prefix(while: isSpaceOrTab).count
    var result = LineDraft()
    result.copy(self, 0..<(line.content - min(space, line.indentation)))
    result.copy(self, line.content..<count)
    return result
  }

  /// Puts text in before an offset.
  mutating func insert(_ text: [UInt8], at offset: Int) {
    var result = LineDraft()
    result.copy(self, 0..<offset)
    result.add(text)
    result.copy(self, offset..<count)
    self = result
  }
}

extension [LineDraft.Piece] {
  /// The offset in the file's line of an offset in the rewritten one.
  fileprivate func origin(of offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return first?.origin ?? 0 }
    return self[low - 1].origin + offset - self[low - 1].offset
  }
}

/// Markdown of other tools, rewritten line by line for cmark; line numbers stay.
struct DialectMarkdown {
  var bytes: [UInt8] = []
  /// The offset of each line.
  var starts: [Int] = []
  /// The pieces of the lines whose columns moved, by their index.
  var moved: [Int: [LineDraft.Piece]] = [:]
  /// The lines in the file of the alerts that are in the quotation of the one before them.
  var siblings: Set<Int> = []
  /// The omitted code, by kind.
  var templateCode = TemplateCodeCount()

  /// The file's byte column, from 1, of one in a line here.
  func originalColumn(_ column: Int, inLine index: Int) -> Int {
    moved[index].map { $0.origin(of: column - 1) + 1 } ?? column
  }

  /// A line here, its ending included; empty behind the last.
  func text(ofLine index: Int) -> ArraySlice<UInt8> {
    guard starts.indices.contains(index) else { return [] }
    let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
    return bytes[starts[index]..<end]
  }
}
