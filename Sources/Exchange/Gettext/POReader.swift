import Base

/// A problem with a file that came back, at its place.
public struct TranslationDefect: Error, Sendable, CustomStringConvertible {
  /// The place.
  public let location: SourceLocation
  /// The problem.
  public let message: String

  /// Describes a defect.
  public init(_ message: String, at location: SourceLocation) {
    self.message = message
    self.location = location
  }

  /// `file:line:column: error: message`.
  public var description: String { "\(location): error: \(message)" }
}

/// Reads PO files of GNU gettext as its programs and translators' tools write them.
///
/// Entries that are obsolete, marked as fuzzy or without a translation are open.
public struct POReader {
  private struct Entry {
    var context: String?
    var id: String?
    var text: String?
    var isFuzzy = false
    var line = 0
  }

  /// The string that continuation lines belong to.
  private enum Field {
    case none, context, id, text, other
  }

  /// The charsets that are decoded in addition to UTF-8, with their names in the C library.
  private static let charsets = [
    "iso-8859-1": "ISO-8859-1", "iso-8859-15": "ISO-8859-15", "windows-1252": "CP1252",
    "cp1252": "CP1252",
  ]

  private let path: String
  /// Whether the text is in ASCII, or was in one of `charsets`.
  private let isSingleByte: Bool
  private var entry = Entry()
  private var field = Field.none
  private var texts: [TranslatedText] = []
  private var openCount = 0
  private var locale: String?
  private var line = 0
  private var hasHeader = false

  /// Reads a file.
  ///
  /// - Throws: `TranslationDefect` with the line of the first defect.
  public static func read(_ file: SourceFile) throws(TranslationDefect) -> TranslatedFile {
    let defect = file.defect()
    let bytes = defect.flatMap { _ in decoded(file.bytes) } ?? file.bytes
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    var reader = POReader(path: file.path, isSingleByte: isASCII || bytes != file.bytes)
    if let defect, bytes == file.bytes {
      if let (charset, line) = charset(of: bytes), !isUTF8(charset) {
        reader.line = line
        throw reader.refusal(of: charset)
      }
      throw TranslationDefect(defect.message, at: defect.location)
    }
    try reader.read(bytes)
    return TranslatedFile(locale: reader.locale, texts: reader.texts, openCount: reader.openCount)
  }

  private init(path: String, isSingleByte: Bool) {
    (self.path, self.isSingleByte) = (path, isSingleByte)
  }

  private static func isUTF8(_ charset: String) -> Bool {
    ["utf-8", "utf8", "us-ascii", "ascii"].contains(charset)
  }

  /// The charset in the header of a file that may not be UTF-8, and its line.
  private static func charset(of bytes: [UInt8]) -> (name: String, line: Int)? {
    var idCount = 0
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.first != UInt8(ascii: "#") {
      let line = String(decoding: line, as: UTF8.self).lowercased()
      if line.hasPrefix("msgid") { idCount += 1 }
      if idCount > 1 { return nil }
      guard let mark = line.firstRange(of: "charset=") else { continue }
      return (String(line[mark.upperBound...].prefix { !" \\\"".contains($0) }), index + 1)
    }
    return nil
  }

  /// The text in UTF-8; nil if its charset is not one of `charsets`.
  private static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    charset(of: bytes).flatMap { charsets[$0.name] }.flatMap { LegacyEncoding.decode(bytes, $0) }
  }

  private func refusal(of charset: String) -> TranslationDefect {
    defect("the header says '\(charset)'; the file must be UTF-8")
  }

  private mutating func read(_ bytes: [UInt8]) throws(TranslationDefect) {
    var start = 0
    while start < bytes.count {
      line += 1
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      var text = bytes[start..<end]
      if text.last == 0x0D { text = text.dropLast() }
      try take(text)
      start = end + 1
    }
    try finish()
  }

  private mutating func take(_ line: ArraySlice<UInt8>) throws(TranslationDefect) {
    let text = line.drop { $0 == 0x20 || $0 == 0x09 }
    guard let first = text.first else {
      field = .none
      return
    }
    if first == UInt8(ascii: "#") { return try comment(text) }
    if first == UInt8(ascii: "\"") { return try append(try string(text)) }
    let keyword = text.prefix { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: "\"") }
    let rest = text[keyword.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }
    try begin(String(decoding: keyword, as: UTF8.self))
    try append(try string(rest))
  }

  private mutating func comment(_ text: ArraySlice<UInt8>) throws(TranslationDefect) {
    let kind = text.dropFirst().first
    if kind == UInt8(ascii: "~") { return }
    if entry.text != nil { try finish() }
    guard kind == UInt8(ascii: ",") else { return }
    let flags = String(decoding: text.dropFirst(2), as: UTF8.self).split(separator: ",")
    if flags.contains(where: { $0.filter { $0 != " " } == "fuzzy" }) { entry.isFuzzy = true }
  }

  private mutating func begin(_ keyword: String) throws(TranslationDefect) {
    switch keyword {
    case "msgctxt":
      if entry.text != nil { try finish() }
      try once(entry.context)
      (entry.context, field) = ("", .context)
      entry.line = line
    case "msgid":
      if entry.text != nil { try finish() }
      try once(entry.id)
      (entry.id, field) = ("", .id)
      if entry.line == 0 { entry.line = line }
    case "msgid_plural": field = .other
    case "msgstr", "msgstr[0]":
      guard entry.id != nil else { throw defect("'\(keyword)' without a 'msgid' before it") }
      try once(entry.text)
      (entry.text, field) = ("", .text)
    default:
      guard keyword.hasPrefix("msgstr[") || keyword == "domain" else {
        throw defect("'\(keyword)' is not a keyword of PO files")
      }
      field = .other
    }
  }

  private func once(_ value: String?) throws(TranslationDefect) {
    if value != nil { throw defect("the entry already contains this keyword") }
  }

  private mutating func append(_ text: String) throws(TranslationDefect) {
    switch field {
    case .none: throw defect("a string without a keyword before it")
    case .context: entry.context? += text
    case .id: entry.id? += text
    case .text: entry.text? += text
    case .other: break
    }
  }

  private mutating func finish() throws(TranslationDefect) {
    defer {
      entry = Entry()
      field = .none
    }
    guard let id = entry.id else {
      if entry.context != nil { throw defect("an entry without 'msgid'") }
      return
    }
    guard let text = entry.text else { throw defect("an entry without 'msgstr'") }
    if id.isEmpty, entry.context == nil { return try header(text) }
    guard !entry.isFuzzy, !text.allSatisfy(\.isWhitespace) else {
      openCount += 1
      return
    }
    texts.append(
      TranslatedText(
        context: entry.context ?? "", source: id, target: text,
        location: SourceLocation(path: path, line: entry.line, column: 1)))
  }

  private mutating func header(_ text: String) throws(TranslationDefect) {
    guard !hasHeader else { throw defect("a second header") }
    hasHeader = true
    var language: String?
    for field in text.split(separator: "\n") {
      let parts = field.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let name = parts.first?.lowercased() else { continue }
      let value = String(parts[1].drop { $0 == " " })
      switch name {
      case "x-target-locale": locale = value
      case "language":
        language = value.split { "@.".contains($0) }.first.map {
          $0.map { $0 == "_" ? "-" : String($0) }.joined()
        }
      case "content-type":
        let charset = value.lowercased().split(separator: "=").last.map(String.init) ?? ""
        let isKnown = Self.isUTF8(charset) || isSingleByte && Self.charsets[charset] != nil
        guard isKnown || !value.contains("=") else { throw refusal(of: charset) }
      default: break
      }
    }
    locale = locale ?? language
  }

  /// The text of a string in quotes, its escapes resolved.
  private func string(_ text: ArraySlice<UInt8>) throws(TranslationDefect) -> String {
    guard text.first == UInt8(ascii: "\"") else { throw defect("a string in quotes is missing") }
    var result: [UInt8] = []
    var position = text.startIndex + 1
    while position < text.endIndex, text[position] != UInt8(ascii: "\"") {
      guard text[position] == UInt8(ascii: "\\") else {
        result.append(text[position])
        position += 1
        continue
      }
      guard position + 1 < text.endIndex else { throw defect("the string does not end in a quote") }
      position += 1
      try escape(text, &position, &result)
    }
    guard position < text.endIndex else { throw defect("the string does not end in a quote") }
    guard text[(position + 1)...].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
      throw defect("text after the end of the string; write '\\\"' for a quote inside it")
    }
    guard let string = String(validating: result, as: UTF8.self) else {
      throw defect("escapes that are not UTF-8")
    }
    return string
  }

  /// Resolves an escape at its letter and moves behind it.
  private func escape(
    _ text: ArraySlice<UInt8>, _ position: inout Int, _ result: inout [UInt8]
  ) throws(TranslationDefect) {
    let byte = text[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "a"): result.append(0x07)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "v"): result.append(0x0B)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "?"):
      result.append(byte)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = Int(byte - 0x30)
      var digits = 1
      while digits < 3, position < text.endIndex, (0x30...0x37).contains(text[position]) {
        value = value * 8 + Int(text[position] - 0x30)
        (digits, position) = (digits + 1, position + 1)
      }
      result.append(UInt8(truncatingIfNeeded: value))
    case UInt8(ascii: "x"):
      let digits = text[position...].prefix(2).prefix { Character(Unicode.Scalar($0)).isHexDigit }
      guard let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) else {
        throw defect("'\\x' without hexadecimal digits")
      }
      position += digits.count
      result.append(value)
    default:
      throw defect("'\\\(Character(Unicode.Scalar(byte)))' is not an escape of PO files")
    }
  }

  private func defect(_ message: String) -> TranslationDefect {
    TranslationDefect(message, at: SourceLocation(path: path, line: line, column: 1))
  }
}
