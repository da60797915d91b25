/// A text file of rows, its fields divided by a comma, semicolon, tab or bar (RFC 4180 and what
/// spreadsheets write too).
public struct SeparatedText: Sendable, Equatable {
  /// The rows that contain text; a row's number is the line that it begins on.
  public let sheet: Sheet
  /// The encoding that the bytes were taken for.
  public let encoding: TextEncoding
  /// Its name.
  public let encodingName: String
  /// The separator between fields.
  public let separator: Character
  /// The line of a quotation mark that no other closes, from which on quotation marks are text; nil
  /// if all are closed.
  public let unclosedQuoteLine: Int?

  /// Reads a whole file.
  ///
  /// A field in quotation marks may contain separators and line breaks; two marks in it are one. A
  /// first line `sep=;` names the separator, as some spreadsheets write it.
  ///
  /// - Parameters:
  ///   - separator: the separator between fields; nil to detect it from the text.
  ///   - language: the language of the text, which tells its encoding if it is not Unicode; nil if it
  ///     is not known.
  public init(
    _ bytes: [UInt8], separator: Character? = nil, language: String? = nil,
    _ limits: ExchangeLimits = ExchangeLimits()
  ) throws(ExchangeError) {
    guard bytes.count <= limits.partBytes else {
      throw ExchangeError("larger than \(limits.partBytes) bytes")
    }
    var (text, encoding) = TextEncoding.decode(bytes)
    var name = encoding.rawValue
    if encoding == .windows1252, let own = language.flatMap(LegacyEncoding.name),
      let decoded = LegacyEncoding.decode(bytes, own)
    {
      (text, encoding, name) = (decoded, .ofLanguage, own)
    }
    self.encoding = encoding
    encodingName = name
    let (named, start) = Self.namedSeparator(text)
    let byte =
      separator?.asciiValue ?? named ?? SeparatorGuess(text[start...]).separator
    self.separator = Character(Unicode.Scalar(byte))
    var scanner = FieldScanner(text, from: start, separator: byte, limits)
    let rows = try scanner.rows()
    unclosedQuoteLine = scanner.unclosedQuoteLine
    sheet = Sheet(name: "", rows: rows)
  }

  /// The separator of a first line `sep=`, and the beginning of the rows.
  private static func namedSeparator(_ text: [UInt8]) -> (UInt8?, Int) {
    guard text.count >= 5, String(decoding: text.prefix(4), as: UTF8.self).lowercased() == "sep="
    else { return (nil, 0) }
    let rest = text[5...]
    guard rest.first == 0x0A || rest.first == 0x0D else { return (nil, 0) }
    return (text[4], rest.starts(with: [0x0D, 0x0A]) ? 7 : 6)
  }
}

/// Tells what divides the fields of a text: what gives its first rows most columns, and the same
/// number of them.
private struct SeparatorGuess {
  let separator: UInt8

  init(_ text: ArraySlice<UInt8>) {
    // Of equals the first counts: commas are found in texts more often than the others.
    let candidates = [0x09, UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ",")]
    var best = (score: 0, separator: UInt8(ascii: ","))
    let head = Array(text.prefix(64 << 10))
    for candidate in candidates {
      let score = Self.score(head, candidate)
      if score > best.score { best = (score, candidate) }
    }
    separator = best.separator
  }

  /// How many rows agree on the most usual number of columns, weighed by it; 0 if that is one.
  private static func score(_ text: [UInt8], _ separator: UInt8) -> Int {
    var counts: [Int: Int] = [:]
    var columns = 1
    var isQuoted = false
    var isBlank = true
    for byte in text + [0x0A] {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == separator, !isQuoted {
        columns += 1
        isBlank = false
      } else if byte == 0x0A, !isQuoted {
        if !isBlank { counts[columns, default: 0] += 1 }
        (columns, isBlank) = (1, true)
      } else if byte != 0x0D {
        isBlank = false
      }
    }
    let usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let usual, usual.key > 1 || counts.keys.contains(where: { $0 > 1 }) else { return 0 }
    let divided = counts.filter { $0.key > 1 }.values.reduce(0, +)
    return usual.key > 1 ? usual.value * 100 + min(usual.key, 99) : divided
  }
}

/// Reads fields one after another.
private struct FieldScanner {
  private let text: [UInt8]
  private let separator: UInt8
  private let limits: ExchangeLimits
  private var position: Int
  private var line: Int
  private var cellCount = 0
  private(set) var unclosedQuoteLine: Int?

  init(_ text: [UInt8], from start: Int, separator: UInt8, _ limits: ExchangeLimits) {
    self.text = text
    self.separator = separator
    self.limits = limits
    position = start
    line = start == 0 ? 1 : 2
  }

  mutating func rows() throws(ExchangeError) -> [Sheet.Row] {
    var rows: [Sheet.Row] = []
    while position < text.count {
      let number = line
      var cells: [Sheet.Cell] = []
      var column = 0
      repeat {
        cellCount += 1
        guard cellCount <= limits.cells else {
          throw ExchangeError("it has more than \(limits.cells) cells")
        }
        let field = String(decoding: lineFeedsAlone(Array(field())), as: UTF8.self)
        if field.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) {
          cells.append(.init(column: column, text: field))
        }
        column += 1
      } while take(separator)
      takeLineEnd()
      if !cells.isEmpty { rows.append(.init(number: number, cells: cells)) }
    }
    return rows
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < text.count, text[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func takeLineEnd() {
    let hasReturn = take(0x0D)
    if take(0x0A) || hasReturn { line += 1 }
  }

  /// The next field, up to its separator or line end.
  private mutating func field() -> ArraySlice<UInt8> {
    var start = position
    while start < text.count, text[start] == 0x20, separator != 0x20 { start += 1 }
    if unclosedQuoteLine == nil, start < text.count, text[start] == UInt8(ascii: "\"") {
      if let quoted = quotedField(from: start + 1) { return quoted }
      unclosedQuoteLine = line
    }
    return plainRest()
  }

  private mutating func plainRest() -> ArraySlice<UInt8> {
    let start = position
    while position < text.count, text[position] != separator, text[position] != 0x0A,
      text[position] != 0x0D
    {
      position += 1
    }
    return text[start..<position]
  }

  /// The content of a quoted field and what follows its end before the separator; nil if it has no
  /// end.
  private mutating func quotedField(from start: Int) -> ArraySlice<UInt8>? {
    var content: [UInt8] = []
    var lines = 0
    var index = start
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "\"") {
        guard index + 1 < text.count, text[index + 1] == byte else {
          position = index + 1
          line += lines
          return (content + plainRest().drop { $0 == 0x20 })[...]
        }
        index += 1
      } else if byte == 0x0A || byte == 0x0D && text[(index + 1)...].first != 0x0A {
        lines += 1
      }
      content.append(byte)
      index += 1
    }
    return nil
  }
}
