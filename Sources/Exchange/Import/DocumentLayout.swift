import Base
import Markdown

/// Lays out a new translation like its source.
///
/// A translated text replaces the source's. An untranslated one is left out, so readers get it from
/// another language.
///
/// A row is there once all of it is translated. Headings stay as they are, since they carry the rest.
struct DocumentLayout {
  private let source: DocumentUnits
  private let texts: [Int: String]
  /// The entries whose translation is in the file.
  private(set) var placed: Set<Int> = []
  /// Entries whose translation has no place yet, and why.
  private(set) var refused: [(index: Int, reason: String)] = []
  private var changes: [(range: Range<Int>, bytes: [UInt8])] = []
  /// How many units each block has.
  private let unitCounts: [Range<Int>: Int]

  init(_ source: DocumentUnits, texts: [Int: String]) {
    self.source = source
    self.texts = texts
    unitCounts = Dictionary(source.entries.map { ($0.unit.block, 1) }, uniquingKeysWith: +)
  }

  /// The new file.
  mutating func bytes() -> [UInt8] {
    let entries = source.entries
    var position = 0
    while position < entries.count {
      let unit = entries[position].unit
      guard unit.kind == .cell, let cell = unit.cell else {
        layOut(position)
        position += 1
        continue
      }
      var end = position + 1
      while end < entries.count, entries[end].unit.cell?.rowRange == cell.rowRange { end += 1 }
      layOutRow(position..<end, isHead: cell.row == 0)
      position = end
    }
    return written()
  }

  private mutating func replace(_ index: Int) -> Bool {
    let unit = source.entries[index].unit
    guard let text = texts[index], let bytes = unit.encoded(text) else { return false }
    changes.append((unit.range, bytes))
    placed.insert(index)
    return true
  }

  private mutating func layOut(_ index: Int) {
    let unit = source.entries[index].unit
    if replace(index) || !unit.isTranslatable { return }
    let isRemovable = unit.kind == .paragraph || unit.kind == .item
    let isAlone = unitCounts[unit.block] == 1
    guard isRemovable, isAlone, !holdsMore(index) else { return }
    var end = unit.block.upperBound
    let bytes = source.file.file.bytes
    // A blank line behind a paragraph goes with it.
    if unit.kind == .paragraph {
      if end < bytes.count, bytes[end] == 0x0D { end += 1 }
      if end < bytes.count, bytes[end] == 0x0A { end += 1 }
    }
    changes.append((unit.block.lowerBound..<end, []))
  }

  /// Whether an item has more in it than its text.
  private func holdsMore(_ index: Int) -> Bool {
    let unit = source.entries[index].unit
    guard index + 1 < source.entries.count else { return false }
    let next = source.entries[index + 1].unit
    guard next.prefix.starts(with: unit.prefix) else { return false }
    return unit.kind == .item
      ? next.prefix.count > unit.prefix.count
        || next.kind == .paragraph && !unit.prefix.isEmpty && next.prefix == unit.prefix
      : false
  }

  private mutating func layOutRow(_ range: Range<Int>, isHead: Bool) {
    let wanted = range.filter { source.entries[$0].unit.isTranslatable }
    if isHead || wanted.allSatisfy({ texts[$0] != nil }) {
      for index in wanted { _ = replace(index) }
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
