import Base

/// Writes holes into markup that cmark carries, and finds them in its output.
///
/// A hole is the byte 0xFF, a letter, numbers divided by commas, and the byte 0xFE. Neither byte
/// occurs in UTF-8, so no text of a guide can be taken for one.
enum HoleMarker {
  /// The kinds of holes by their letters.
  enum Kind: UInt8 {
    case headingID = 0x68
    case linkStart = 0x6C
    case linkEnd = 0x6D
    case image = 0x69
    case anchor = 0x61
    case alertTitle = 0x6E
    case tableStart = 0x74
    case tableEnd = 0x75
    case cellAlignment = 0x65
    case rowAttributes = 0x72
    case cellTag = 0x78
    case cellEnd = 0x79
    case clauseID = 0x63
    case task = 0x6B
    case footnotesStart = 0x66
    case footnoteID = 0x64
    case footnoteReference = 0x6F
    case footnoteReturn = 0x70
  }

  private static let start: UInt8 = 0xFF
  private static let end = TableRewriter.mark

  static func append(_ hole: MarkedHTML.Hole, to bytes: inout [UInt8]) {
    let (kind, first, second) = code(hole)
    bytes.append(start)
    bytes.append(kind.rawValue)
    appendDigits(first, to: &bytes)
    bytes.append(UInt8(ascii: ","))
    appendDigits(second, to: &bytes)
    bytes.append(end)
  }

  private static func appendDigits(_ number: Int, to bytes: inout [UInt8]) {
    if number >= 10 { appendDigits(number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Takes the holes, and the marks around cells, out of rendered HTML.
  static func extract(from html: UnsafeBufferPointer<UInt8>) -> MarkedHTML {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(html.count)
    var marks: [MarkedHTML.Mark] = []
    var position = 0
    while position < html.count {
      let plainStart = position
      position = html.first(from: position) { $0.from(end) }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: html[plainStart..<position]))
      guard position < html.count else { break }
      if html[position] == start {
        let (mark, close) = mark(in: html, from: position + 1, at: bytes.count)
        if let mark { marks.append(mark) }
        position = close
      }
      position += 1
    }
    // The guide keeps both, so they get no more room than they need.
    return MarkedHTML(
      bytes: bytes.withUnsafeBufferPointer { Array($0) },
      marks: marks.withUnsafeBufferPointer { Array($0) })
  }

  /// Reads a hole behind its first byte, up to the byte that ends it.
  private static func mark(
    in html: UnsafeBufferPointer<UInt8>, from start: Int, at offset: Int
  ) -> (mark: MarkedHTML.Mark?, close: Int) {
    var numbers: (first: Int32, second: Int32) = (0, 0)
    var position = start + 1
    while position < html.count, html[position] != end {
      if html[position] == UInt8(ascii: ",") {
        numbers = (numbers.second, 0)
      } else {
        numbers.second = numbers.second * 10 + Int32(html[position] - UInt8(ascii: "0"))
      }
      position += 1
    }
    guard position < html.count, let kind = Kind(rawValue: html[start]) else {
      return (nil, position)
    }
    let mark = MarkedHTML.Mark(
      position: Int32(offset), first: numbers.first, second: numbers.second, kind: kind)
    return (mark, position)
  }

  private static func code(_ hole: MarkedHTML.Hole) -> (kind: Kind, first: Int, second: Int) {
    switch hole {
    case .headingID(let heading): (.headingID, heading, 0)
    case .linkStart(let link): (.linkStart, link, 0)
    case .linkEnd(let link): (.linkEnd, link, 0)
    case .image(let link): (.image, link, 0)
    case .anchor(let anchor): (.anchor, anchor, 0)
    case .alertTitle(let kind): (.alertTitle, AlertKind.allCases.firstIndex(of: kind) ?? 0, 0)
    case .tableStart(let table): (.tableStart, table, 0)
    case .tableEnd(let table): (.tableEnd, table, 0)
    case .cellAlignment(let alignment):
      (.cellAlignment, ColumnAlignment.allCases.firstIndex(of: alignment) ?? 0, 0)
    case .rowAttributes(let line): (.rowAttributes, line, 0)
    case .cellTag(let cell): (.cellTag, cell, 0)
    case .cellEnd(let cell): (.cellEnd, cell, 0)
    case .clauseID(let cell, let clause): (.clauseID, cell, clause)
    case .task(let isDone): (.task, isDone ? 1 : 0, 0)
    case .footnotesStart: (.footnotesStart, 0, 0)
    case .footnoteID(let footnote): (.footnoteID, footnote, 0)
    case .footnoteReference(let footnote, let use): (.footnoteReference, footnote, use)
    case .footnoteReturn(let footnote, let use): (.footnoteReturn, footnote, use)
    }
  }

  /// The hole of a kind and its numbers.
  static func hole(_ kind: Kind, _ first: Int, _ second: Int) -> MarkedHTML.Hole {
    switch kind {
    case .headingID: .headingID(heading: first)
    case .linkStart: .linkStart(link: first)
    case .linkEnd: .linkEnd(link: first)
    case .image: .image(link: first)
    case .anchor: .anchor(anchor: first)
    case .alertTitle: .alertTitle(AlertKind.allCases[first])
    case .tableStart: .tableStart(table: first)
    case .tableEnd: .tableEnd(table: first)
    case .cellAlignment: .cellAlignment(ColumnAlignment.allCases[first])
    case .rowAttributes: .rowAttributes(line: first)
    case .cellTag: .cellTag(cell: first)
    case .cellEnd: .cellEnd(cell: first)
    case .clauseID: .clauseID(cell: first, clause: second)
    case .task: .task(isDone: first == 1)
    case .footnotesStart: .footnotesStart
    case .footnoteID: .footnoteID(footnote: first)
    case .footnoteReference: .footnoteReference(footnote: first, use: second)
    case .footnoteReturn: .footnoteReturn(footnote: first, use: second)
    }
  }
}
