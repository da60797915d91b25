import Base
import Markdown

/// Lays out a new translation like its source.
///
/// A translated text replaces the source's, and the rest remains. A responsibility is added when all
/// of it is translated; until then, pages show it in another language. Translated texts are proven
/// as in an existing file.
struct DocumentLayout {
  private let source: DocumentUnits
  private var texts: [Int: String]
  /// The entries whose translation is in the file.
  private(set) var placed: Set<Int> = []
  /// Entries whose translation has no place yet, and why.
  private(set) var open: [(index: Int, reason: String)] = []
  /// Entries whose translation would change more than its text.
  private(set) var refused: [Int] = []

  init(_ source: DocumentUnits, texts: [Int: String]) {
    self.source = source
    self.texts = texts
  }

  /// The new file.
  ///
  /// The row of a refused text is open, so the file is laid out again without that text.
  mutating func bytes() -> [UInt8] {
    while true {
      let (bytes, left) = attempt()
      if left.isEmpty { return bytes }
      for index in left { texts[index] = nil }
      refused += left
    }
  }

  /// Puts the texts into the file, and gives those that have to be left out.
  private mutating func attempt() -> (bytes: [UInt8], refused: [Int]) {
    placed = []
    let (bytes, entries) = rows()
    let file = MarkdownUnits(SourceFile(path: source.file.file.path, bytes: bytes))
    guard file.units.map(\.text) == entries.map({ source.entries[$0].unit.text }) else {
      return (bytes, texts.keys.sorted())
    }
    var edits: [FileEdit] = []
    for (position, index) in entries.enumerated() {
      let unit = file.units[position]
      guard let text = texts[index], let encoded = unit.encoded(text) else { continue }
      placed.insert(index)
      if text == unit.text { continue }
      edits.append(
        FileEdit(
          range: unit.range, bytes: source.file.file.withLineEnds(encoded), unit: position,
          texts: [text], origins: [index]))
    }
    let (edited, refused) = FileEdits(file).applied(edits)
    return (edited, refused.flatMap(\.origins))
  }

  /// The source without the responsibilities that are open, and the entries that remain.
  private mutating func rows() -> (bytes: [UInt8], entries: [Int]) {
    let entries = source.entries
    let old = source.file.file.bytes
    var bytes: [UInt8] = []
    var kept: [Int] = []
    var offset = 0
    var position = 0
    open = []
    while position < entries.count {
      let start = position
      position += 1
      guard entries[start].unit.kind == .cell, let row = entries[start].unit.cell?.rowRange else {
        kept.append(start)
        continue
      }
      while position < entries.count, entries[position].unit.cell?.rowRange == row { position += 1 }
      let wanted = (start..<position).filter { entries[$0].unit.isTranslatable }
      let isResponsibility = (start..<position).contains { entries[$0].row != nil }
      if !isResponsibility || wanted.allSatisfy({ texts[$0] != nil }) {
        kept += start..<position
        continue
      }
      open += MissingPlacer.openRow(wanted, texts)
      bytes += old[offset..<row.lowerBound]
      offset = row.upperBound
    }
    return (bytes + old[offset...], kept)
  }
}
