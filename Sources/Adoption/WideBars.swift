import Base

/// Turns tables that are written with bars of full width, `｜`, into those of Markdown.
///
/// Keyboards for Chinese, Japanese, and Korean write such bars, and no reader of Markdown takes them
/// for tables.
enum WideBars {
  private static let bar: [UInt8] = [0xEF, 0xBD, 0x9C]
  private static let narrow = UInt8(ascii: "|")

  /// The text with bars of Markdown in tables; nil if no table has others.
  static func narrowed(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.contains(run: bar) else { return nil }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var hasChanged = false
    var isCode = false
    var start = 0
    while start < lines.count {
      let text = lines[start].drop { $0 == 0x20 }
      if text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8) { isCode.toggle() }
      let end = isCode ? start : lines[start...].firstIndex { !isRow($0) } ?? lines.count
      if end > start, lines[start..<end].contains(where: isBorder) {
        for index in start..<end where beginsWide(lines[index]) {
          lines[index] = narrowed(lines[index])[...]
          hasChanged = true
        }
      }
      start = max(end, start + 1)
    }
    return hasChanged ? Array(lines.joined(separator: [0x0A])) : nil
  }

  /// Whether a line begins with a bar.
  private static func isRow(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == 0x20 }
    return text.first == narrow || text.starts(with: bar)
  }

  private static func beginsWide(_ line: ArraySlice<UInt8>) -> Bool {
    line.drop { $0 == 0x20 }.starts(with: bar)
  }

  /// Whether a line has nothing but bars, dashes, and colons.
  private static func isBorder(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "-"))
      && line.allSatisfy { "|-: \r".utf8.contains($0) || bar.contains($0) }
  }

  /// A line with bars of Markdown; its other bars are text.
  private static func narrowed(_ line: ArraySlice<UInt8>) -> [UInt8] {
    let isBorder = isBorder(line)
    var result: [UInt8] = []
    var rest = line
    while let byte = rest.first {
      if rest.starts(with: bar) {
        result.append(narrow)
        rest = rest.dropFirst(bar.count)
        continue
      }
      if byte == narrow, !isBorder, result.last != UInt8(ascii: "\\") {
        result.append(UInt8(ascii: "\\"))
      }
      result.append(byte)
      rest = rest.dropFirst()
    }
    return result
  }
}
