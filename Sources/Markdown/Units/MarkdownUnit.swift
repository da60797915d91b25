import Base

/// A piece of a Markdown file to translate: a heading, a paragraph, a list item, a clause of a
/// cell, or text in raw HTML.
///
/// Offsets count bytes of the file without its byte order mark.
public struct MarkdownUnit: Sendable, Equatable {
  /// The kind of a unit.
  public enum Kind: String, Sendable {
    case heading, paragraph, item, cell, markup
  }

  /// A place in a table, pipe or HTML.
  public struct Cell: Sendable, Equatable {
    /// The table's number in the file, from 0.
    public let table: Int
    /// The row, 0 for the head.
    public let row: Int
    /// The column, from 0.
    public let column: Int
    /// The clause among those of the cell, from 0.
    public let clause: Int
    /// The bytes of the row, whole lines in a pipe table.
    public let rowRange: Range<Int>
    /// The bytes of the cell.
    public let range: Range<Int>
  }

  /// Its kind.
  public let kind: Kind
  /// Its bytes, without the markers around it.
  public let range: Range<Int>
  /// The text that a translator sees: one line per visible line, white space folded, `\|` as `|`.
  public let text: String
  /// The heading's level; 0 for all else.
  public let level: Int
  /// Its place in a table; nil elsewhere.
  public let cell: Cell?
  /// The whole lines of the block that it is in.
  public let block: Range<Int>
  /// The bytes that begin a separate line inside the open quotations and list items.
  public let prefix: [UInt8]
  /// The tag that breaks lines in this file's cells, as it is written there.
  let lineBreak: String

  /// Whether there is anything to translate: letters outside code, addresses and tags, and not RACI
  /// letters only.
  public var isTranslatable: Bool { TranslatableText.isTranslatable(text) }

  /// The unit's bytes for another text.
  ///
  /// - Returns: nil if the text has characters that its place cannot contain.
  public func encoded(_ text: String) -> [UInt8]? {
    if Self.hasControlCharacters(text) { return nil }
    let lines = Self.lines(of: text)
    switch kind {
    case .heading: return Array(lines.joined(separator: " ").utf8)
    case .paragraph, .item:
      var bytes: [UInt8] = []
      for (index, line) in lines.enumerated() {
        if index > 0 { bytes += [UInt8(ascii: "\\"), 0x0A] + prefix }
        bytes += Array(line.utf8)
      }
      return bytes
    case .markup: return Array(lines.joined(separator: lineBreak).utf8)
    case .cell:
      var bytes: [UInt8] = []
      for byte in lines.joined(separator: lineBreak).utf8 {
        if byte == UInt8(ascii: "|") { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(byte)
      }
      return bytes
    }
  }

  /// Whether a text has characters that no file of a guide contains.
  public static func hasControlCharacters(_ text: String) -> Bool {
    text.utf8.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 && $0 != 0x0D || $0 == 0x7F }
  }

  /// A text in the form in which units are compared: lines trimmed, white space folded.
  public static func normalized(_ text: String) -> String {
    lines(of: text).joined(separator: "\n")
  }

  private static func lines(of text: String) -> [String] {
    var lines: [[UInt8]] = [[]]
    var isSpace = false
    for byte in text.utf8 {
      switch byte {
      case 0x0A:
        lines.append([])
        isSpace = false
      case 0x20, 0x09, 0x0D: isSpace = true
      default:
        if isSpace, !lines[lines.count - 1].isEmpty { lines[lines.count - 1].append(0x20) }
        isSpace = false
        lines[lines.count - 1].append(byte)
      }
    }
    while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    while lines.count > 1, lines.first?.isEmpty == true { lines.removeFirst() }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// The units of a Markdown file.
public struct MarkdownUnits: Sendable {
  /// The file, without its byte order mark.
  public let file: SourceFile
  /// The bytes of the front matter between its lines of dashes; nil if there is none.
  public let frontMatter: Range<Int>?
  /// The offset of the text's first byte behind the front matter.
  public let bodyStart: Int
  /// `title` of the front matter.
  public let title: String?
  /// `description` of the front matter.
  public let description: String?
  /// The units in order.
  public let units: [MarkdownUnit]

  /// Reads a file.
  ///
  /// A file that is not UTF-8 or too large has no units.
  public init(_ file: SourceFile, _ limits: InputLimits = InputLimits()) {
    self.file = file
    guard file.defect() == nil else {
      (frontMatter, bodyStart, title, description, units) = (nil, 0, nil, nil, [])
      return
    }
    let front = FrontMatter(file)
    frontMatter = front.yaml
    bodyStart = front.bodyStart
    title = front.metadata.title
    description = front.metadata.description
    units = UnitReader.read(file.bytes, from: front.bodyStart, limits)
  }
}
