/// Writes holes into markup that cmark carries, and finds them in what it renders.
///
/// A hole is the byte 0xFF, a letter, numbers divided by commas, and the byte 0xFE. Neither byte
/// occurs in UTF-8, so no text of a guide can be taken for one.
enum HoleMarker {
  private static let start: UInt8 = 0xFF
  private static let end = TableRewriter.mark

  static func bytes(_ hole: MarkedHTML.Hole) -> [UInt8] {
    let (letter, numbers) = code(hole)
    let digits = numbers.map(String.init).joined(separator: ",")
    return [start, UInt8(ascii: letter)] + Array(digits.utf8) + [end]
  }

  /// Takes the holes, and the marks around cells, out of rendered HTML.
  static func extract(from html: [UInt8]) -> MarkedHTML {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(html.count)
    var marks: [MarkedHTML.Mark] = []
    var position = 0
    while position < html.count {
      let plainStart = position
      while position < html.count, html[position] < end { position += 1 }
      bytes.append(contentsOf: html[plainStart..<position])
      guard position < html.count else { break }
      if html[position] == start {
        let close = html[position...].firstIndex(of: end) ?? html.count - 1
        if let hole = hole(html[(position + 1)..<close]) {
          marks.append(.init(offset: bytes.count, hole: hole))
        }
        position = close
      }
      position += 1
    }
    return MarkedHTML(bytes: bytes, marks: marks)
  }

  private static func code(_ hole: MarkedHTML.Hole) -> (Unicode.Scalar, [Int]) {
    switch hole {
    case .headingID(let heading): ("h", [heading])
    case .linkStart(let link): ("l", [link])
    case .linkEnd(let link): ("m", [link])
    case .image(let link): ("i", [link])
    case .anchor(let anchor): ("a", [anchor])
    case .alertTitle(let kind): ("n", [AlertKind.allCases.firstIndex(of: kind) ?? 0])
    case .tableStart(let table): ("t", [table])
    case .tableEnd(let table): ("u", [table])
    case .cellAlignment(let alignment):
      ("e", [ColumnAlignment.allCases.firstIndex(of: alignment) ?? 0])
    case .rowAttributes(let row): ("r", [row])
    case .rowExtras(let row): ("x", [row])
    case .clauseID(let row, let clause): ("c", [row, clause])
    }
  }

  private static func hole(_ code: ArraySlice<UInt8>) -> MarkedHTML.Hole? {
    guard let letter = code.first else { return nil }
    let numbers = code.dropFirst().split(separator: UInt8(ascii: ",")).map { digits in
      digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    guard let first = numbers.first else { return nil }
    switch letter {
    case UInt8(ascii: "h"): return .headingID(heading: first)
    case UInt8(ascii: "l"): return .linkStart(link: first)
    case UInt8(ascii: "m"): return .linkEnd(link: first)
    case UInt8(ascii: "i"): return .image(link: first)
    case UInt8(ascii: "a"): return .anchor(anchor: first)
    case UInt8(ascii: "n"): return .alertTitle(AlertKind.allCases[first])
    case UInt8(ascii: "t"): return .tableStart(table: first)
    case UInt8(ascii: "u"): return .tableEnd(table: first)
    case UInt8(ascii: "e"): return .cellAlignment(ColumnAlignment.allCases[first])
    case UInt8(ascii: "r"): return .rowAttributes(row: first)
    case UInt8(ascii: "x"): return .rowExtras(row: first)
    case UInt8(ascii: "c") where numbers.count == 2:
      return .clauseID(row: first, clause: numbers[1])
    default: return nil
    }
  }
}
