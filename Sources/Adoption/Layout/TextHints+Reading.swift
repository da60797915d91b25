import Base

extension TextHints {
  /// Reads the beginning of a Markdown file.
  init(_ bytes: [UInt8]) {
    let head = bytes.prefix(16_384)
    var lines = head.split(omittingEmptySubsequences: false) { $0 == 0x0A || $0 == 0x0D }[...]
    spoken = SpokenLanguage([])
    lines = Self.withoutComments(lines)
    if let fence = lines.first, fence.starts(with: "---".utf8) || fence.starts(with: "+++".utf8) {
      let mark = fence.prefix(3)
      let end = lines.dropFirst().firstIndex { $0.starts(with: mark) }
      if let end {
        for line in lines[..<end].dropFirst() where !line.isEmpty { takeField(Self.text(line)) }
        lines = lines[(end + 1)...]
      }
    }
    let heading = lines.first { $0.starts(with: "# ".utf8) }
    anchor = heading.flatMap { Self.explicitAnchor(Self.text($0)) }
    spoken = SpokenLanguage(lines)
  }

  /// The lines behind a comment of HTML at the beginning.
  private static func withoutComments(
    _ lines: ArraySlice<ArraySlice<UInt8>>
  ) -> ArraySlice<ArraySlice<UInt8>> {
    guard let first = lines.first, first.starts(with: "<!--".utf8),
      let end = lines.firstIndex(where: { text($0).contains("-->") })
    else { return lines }
    return lines[(end + 1)...].drop { text($0).trimmed.isEmpty }
  }

  private static func text(_ line: ArraySlice<UInt8>) -> Substring {
    String(decoding: line, as: UTF8.self)[...]
  }

  /// The length in bytes of the longest name of a field that is read, with white space around it.
  private static let longestField = 32

  private mutating func takeField(_ line: Substring) {
    guard let cut = line.utf8.firstIndex(where: { $0 == 0x3A || $0 == 0x3D }) else { return }
    let name = line[..<cut]
    // Most fields have another name and a long value.
    guard name.utf8.count <= Self.longestField else { return }
    var value: Substring { line[line.utf8.index(after: cut)...].trimmed.unquoted }
    switch name.trimmed.lowercased() {
    case "lang", "language", "locale", "ms.contentlocale", "contentlocale":
      let value = value
      let read = LocaleName(value).flatMap { $0.certainty >= .ambiguous ? $0.tag : nil }
      locale = locale ?? read
    case "translationkey", "translation_key", "ref", "lang-ref", "lang_ref", "page_id":
      let value = value
      if pairing == nil, !value.isEmpty { pairing = String(value) }
    default: return
    }
  }

  /// The anchor in a heading: `<a name="x">`, `<a id="x">` or `{#x}`.
  private static func explicitAnchor(_ line: Substring) -> String? {
    for mark in ["<a name=\"", "<a id=\"", "<a name='", "<a id='"] {
      guard let start = line.firstRange(of: mark)?.upperBound else { continue }
      return String(line[start...].prefix { $0 != "\"" && $0 != "'" })
    }
    guard let start = line.firstRange(of: "{#")?.upperBound else { return nil }
    return String(line[start...].prefix { $0 != "}" && $0 != " " })
  }
}

extension Substring {
  /// Without white space around it.
  var trimmed: Substring {
    let start = drop { $0.isWhitespace }
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { start[...$0] } ?? ""
  }

  /// Without the quotation marks or the comment around a plain value of YAML, TOML or JavaScript.
  var unquoted: Substring {
    guard let mark = first, mark == "\"" || mark == "'" || mark == "`" else {
      return prefix { $0 != "#" && $0 != "," }.trimmed
    }
    return dropFirst().prefix { $0 != mark }
  }
}
