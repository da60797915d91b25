import Base
import Markdown

/// A change of some bytes of a file.
struct FileEdit: Sendable {
  /// The bytes that are replaced; an empty range for an insertion.
  let range: Range<Int>
  /// The bytes that replace them.
  let bytes: [UInt8]
  /// The unit that gets another text, by its index; nil for an insertion.
  let unit: Int?
  /// The texts that are read back: the unit's, or those of all units that are inserted.
  let texts: [String]
  /// The requests that it comes from, by the caller's indices.
  let origins: [Int]
}

/// Changes units of a Markdown file, and proves that nothing else changes.
///
/// The result is read again: it must have the old units with their new texts and the inserted ones,
/// and no other. A change that breaks that, such as a text that becomes a list, is refused.
struct FileEdits {
  /// How much is read to find the changes that break something: so many bytes, and the file so often
  /// at least.
  ///
  /// Edits that are not proved by then are refused.
  private static let most = (bytes: 16 << 20, times: 32)

  private let file: MarkdownUnits

  init(_ file: MarkdownUnits) {
    self.file = file
  }

  /// Makes the changes that leave all else as it is.
  ///
  /// - Returns: the new bytes, without a byte order mark, and the changes that are refused.
  func applied(_ edits: [FileEdit]) -> (bytes: [UInt8], refused: [FileEdit]) {
    let sorted = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
    }.map(\.element)
    var left = max(Self.most.times, Self.most.bytes / max(1, file.file.bytes.count))
    let (kept, refused) = provable(sorted, &left)
    return (bytes(with: kept), refused)
  }

  /// Divides changes into those that can be made together and those that break something.
  ///
  /// It halves them, so that calls nest no deeper than the logarithm of their number.
  ///
  /// - Parameter left: how many times the file may still be read.
  private func provable(
    _ edits: [FileEdit], _ left: inout Int
  ) -> (kept: [FileEdit], refused: [FileEdit]) {
    if edits.isEmpty { return ([], []) }
    guard left > 0 else { return ([], edits) }
    if holds(edits, &left) { return (edits, []) }
    guard edits.count > 1 else { return ([], edits) }
    let middle = edits.count / 2
    let first = provable(Array(edits[..<middle]), &left)
    let second = provable(Array(edits[middle...]), &left)
    let refused = first.refused + second.refused
    if first.kept.isEmpty || second.kept.isEmpty { return (first.kept + second.kept, refused) }
    let both = first.kept + second.kept
    return holds(both, &left) ? (both, refused) : (first.kept, refused + second.kept)
  }

  private func bytes(with edits: [FileEdit]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    let old = file.file.bytes
    for edit in edits where edit.range.lowerBound >= position {
      result += old[position..<edit.range.lowerBound]
      result += edit.bytes
      position = edit.range.upperBound
    }
    return result + old[position...]
  }

  private func holds(_ edits: [FileEdit], _ left: inout Int) -> Bool {
    left -= 1
    var end = 0
    for edit in edits {
      if edit.range.lowerBound < end { return false }
      end = edit.range.upperBound
    }
    let new = MarkdownUnits(SourceFile(path: file.file.path, bytes: bytes(with: edits)))
    var inserted: [String: Int] = [:]
    var texts: [Int: String] = [:]
    for edit in edits {
      if let unit = edit.unit {
        texts[unit] = edit.texts.first
      } else {
        for text in edit.texts { inserted[text, default: 0] += 1 }
      }
    }
    var next = 0
    for unit in new.units {
      if next < file.units.count, file.units[next].kind == unit.kind,
        file.units[next].level == unit.level,
        (texts[next] ?? file.units[next].text) == unit.text
      {
        next += 1
      } else if let count = inserted[unit.text], count > 0 {
        inserted[unit.text] = count - 1
      } else {
        return false
      }
    }
    return next == file.units.count && inserted.values.allSatisfy { $0 == 0 }
      && new.title == file.title && new.description == file.description
  }
}

extension SourceFile {
  /// Whether the first line ends in CR LF.
  var endsLinesInPairs: Bool {
    guard let index = bytes.firstIndex(of: 0x0A) else { return false }
    return index > 0 && bytes[index - 1] == 0x0D
  }

  /// The bytes with the line ends that the file has.
  func withLineEnds(_ bytes: [UInt8]) -> [UInt8] {
    guard endsLinesInPairs else { return bytes }
    return bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
  }
}
