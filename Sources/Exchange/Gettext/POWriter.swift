import Base

/// Writes a catalog as a PO file of GNU gettext ("The Format of PO Files" in its manual).
public struct POWriter {
  /// So many columns a line has at most, quotes included, as gettext's own programs break lines.
  private static let width = 79

  private let catalog: TranslationCatalog
  private var text = ""

  /// Writes a catalog.
  ///
  /// - Parameters:
  ///   - date: the day for the header, `2026-01-31`.
  ///   - version: the program's version.
  public static func bytes(_ catalog: TranslationCatalog, date: String, version: String) -> [UInt8]
  {
    var writer = POWriter(catalog: catalog)
    writer.header(date, version)
    for unit in catalog.units { writer.entry(unit) }
    return Array(writer.text.utf8)
  }

  private init(catalog: TranslationCatalog) {
    self.catalog = catalog
  }

  private mutating func header(_ date: String, _ version: String) {
    let lines = [
      "Project-Id-Version: \(Self.oneLine(catalog.title))", "POT-Creation-Date: \(date) 00:00+0000",
      "PO-Revision-Date: \(date) 00:00+0000", "Last-Translator: Automatically generated",
      "Language-Team: none", "Language: \(Self.language(catalog.targetLocale))",
      "MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8",
      "Content-Transfer-Encoding: 8bit", "X-Generator: rolebook \(version)",
      "X-Source-Locale: \(catalog.sourceLocale)", "X-Target-Locale: \(catalog.targetLocale)",
    ]
    text += "msgid \"\"\n"
    field("msgstr", lines.map { $0 + "\n" }.joined(), isMultiline: true)
  }

  private mutating func entry(_ unit: TranslationUnit) {
    text += "\n"
    for note in [unit.what] + unit.notes { text += "#. \(Self.oneLine(note))\n" }
    if !unit.keep.isEmpty {
      text += "#. Keep: \(Self.oneLine(unit.keep.joined(separator: ", ")))\n"
    }
    text += "#: \(Self.reference(unit.location))\n"
    let isFuzzy = unit.target != nil && unit.state != .current
    if isFuzzy { text += "#, fuzzy\n" }
    if let previous = unit.previousSource, isFuzzy {
      field("#| msgctxt", unit.context, prefix: "#| ")
      field("#| msgid", previous, prefix: "#| ")
    }
    field("msgctxt", unit.context)
    field("msgid", unit.source)
    field("msgstr", unit.target ?? "")
  }

  /// Writes a keyword and its string, over several lines if it is long or has several.
  private mutating func field(
    _ keyword: String, _ value: String, prefix: String = "", isMultiline: Bool = false
  ) {
    let pieces = Self.lines(of: value)
    let single = pieces.count == 1 ? pieces.first.map(Self.escaped) : nil
    if !isMultiline,
      pieces.isEmpty || Self.columns(keyword) + 3 + Self.columns(single ?? value) <= Self.width,
      pieces.count <= 1
    {
      text += "\(keyword) \"\(single ?? "")\"\n"
      return
    }
    text += "\(keyword) \"\"\n"
    for piece in pieces {
      for line in Self.wrapped(Self.escaped(piece), Self.width - 2 - prefix.utf8.count) {
        text += "\(prefix)\"\(line)\"\n"
      }
    }
  }

  /// The lines of a text, each with its line feed.
  private static func lines(of value: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for scalar in value.unicodeScalars {
      line.unicodeScalars.append(scalar)
      if scalar == "\n" {
        lines.append(line)
        line = ""
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Breaks behind spaces, behind hyphens and slashes inside words, and between signs that are words by themselves.
  private static func wrapped(_ line: String, _ width: Int) -> [String] {
    var result: [String] = []
    var current = ""
    var currentColumns = 0
    var word = ""
    var wordColumns = 0
    func isWide(_ scalar: Unicode.Scalar) -> Bool { columns(scalar) == 2 }
    func flush() {
      if currentColumns > 0, currentColumns + wordColumns > width {
        result.append(current)
        (current, currentColumns) = ("", 0)
      }
      current += word
      currentColumns += wordColumns
      (word, wordColumns) = ("", 0)
    }
    var before: Unicode.Scalar?
    for scalar in line.unicodeScalars {
      if before == " " && scalar != " " { flush() }
      if before == "-" || before == "/", scalar.properties.isAlphabetic { flush() }
      before = scalar
      word.unicodeScalars.append(scalar)
      wordColumns += columns(scalar)
      if isWide(scalar), wordColumns > width / 2 { flush() }
    }
    flush()
    if !current.isEmpty { result.append(current) }
    return result
  }

  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns($1) }
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A comment's text, which may have no line end.
  private static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }

  /// `file:line`; a name with spaces is put between isolates, as gettext writes it.
  private static func reference(_ location: SourceLocation) -> String {
    let path = oneLine(location.path)
    let isPlain = !path.contains(" ")
    return (isPlain ? path : "\u{2068}\(path)\u{2069}") + ":\(location.line)"
  }

  /// A BCP 47 tag as gettext names languages: `pt_BR`, `sr@latin`.
  private static func language(_ tag: String) -> String {
    let parts = tag.split(separator: "-").map(String.init)
    guard let language = parts.first else { return tag }
    let region = parts.dropFirst().first { $0.utf8.count == 2 || $0.allSatisfy(\.isNumber) }
    let script = parts.dropFirst().first { $0.utf8.count == 4 }
    let modifier = ["Latn": "@latin", "Cyrl": "@cyrillic"][script ?? ""] ?? ""
    return language + (region.map { "_\($0.uppercased())" } ?? "") + modifier
  }
}
