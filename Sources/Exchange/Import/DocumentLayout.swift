import Base
import Markdown

/// Lays out a new translation like its source.
///
/// A translated text replaces the source's, and the rest remains. A responsibility is added when all
/// of it is translated; until then, pages show it in another language.
struct DocumentLayout {
  private let source: DocumentUnits
  private let texts: [Int: String]
  /// The entries whose translation is in the file.
  private(set) var placed: Set<Int> = []
  /// Entries whose translation has no place yet, and why.
  private(set) var refused: [(index: Int, reason: String)] = []
  private var changes: [(range: Range<Int>, bytes: [UInt8])] = []

  init(_ source: DocumentUnits, texts: [Int: String]) {
    self.source = source
    self.texts = texts
  }

  /// The new file.
  mutating func bytes() -> [UInt8] {
    let entries = source.entries
    var position = 0
    while position < entries.count {
      let unit = entries[position].unit
      guard unit.kind == .cell, let cell = unit.cell else {
        replace(position)
        position += 1
        continue
      }
      var end = position + 1
      while end < entries.count, entries[end].unit.cell?.rowRange == cell.rowRange { end += 1 }
      layOutRow(position..<end)
      position = end
    }
    return written()
  }

  private mutating func replace(_ index: Int) {
    let unit = source.entries[index].unit
    guard let text = texts[index], let bytes = unit.encoded(text) else { return }
    changes.append((unit.range, bytes))
    placed.insert(index)
  }

  private mutating func layOutRow(_ range: Range<Int>) {
    let wanted = range.filter { source.entries[$0].unit.isTranslatable }
    let isResponsibility = range.contains { source.entries[$0].row != nil }
    if !isResponsibility || wanted.allSatisfy({ texts[$0] != nil }) {
      for index in wanted { replace(index) }
      return
    }
    refused += MissingPlacer.openRow(wanted, texts)
    guard let first = range.first, let cell = source.entries[first].unit.cell else { return }
    changes.append((cell.rowRange, []))
  }

  private func written() -> [UInt8] {
    let old = source.file.file.bytes
    var result: [UInt8] = []
    var position = 0
    for change in changes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where change.range.lowerBound >= position {
      result += old[position..<change.range.lowerBound]
      result += change.bytes
      position = change.range.upperBound
    }
    return result + old[position...]
  }
}
