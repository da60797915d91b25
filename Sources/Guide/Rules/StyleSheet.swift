import Base

/// A guide's own style sheet: its declarations, and its references to other files.
///
/// It is read as CSS Syntax Level 3 divides it: comments, strings, and `url()` are skipped as wholes.
struct StyleSheet {
  /// A property with its value.
  private struct Declaration {
    let block: Int
    let name: String
    let value: String
    let offset: Int
  }

  private let bytes: [UInt8]
  /// The bytes with spaces in place of comments.
  private var code: [UInt8]
  private let path: String
  private var declarations: [Declaration] = []
  private var loads: [(text: String, offset: Int)] = []

  /// Reads a style sheet; any bytes are one.
  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    code = bytes
    self.path = path
    read()
  }

  // MARK: Reading

  private mutating func read() {
    var blocks: [Int] = []
    var blockCount = 0
    var start = 0
    var position = 0
    while let byte = bytes.at(position) {
      switch byte {
      case UInt8(ascii: "/") where bytes.at(position + 1) == UInt8(ascii: "*"):
        let end = endOfComment(from: position + 2)
        code.replaceSubrange(position..<end, with: repeatElement(0x20, count: end - position))
        position = end
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        position = endOfString(from: position)
      case UInt8(ascii: "("):
        position = isAddress(before: position) ? takeAddress(from: position) : position + 1
      case UInt8(ascii: "{"):
        blockCount += 1
        blocks.append(blockCount)
        position += 1
        start = position
      case UInt8(ascii: ";"), UInt8(ascii: "}"):
        take(start..<position, in: blocks.last)
        if byte == UInt8(ascii: "}") { _ = blocks.popLast() }
        position += 1
        start = position
      default: position += 1
      }
    }
    take(start..<bytes.count, in: blocks.last)
  }

  /// Takes a statement: a declaration in a block, or an import.
  private mutating func take(_ range: Range<Int>, in block: Int?) {
    let text = plain(range)
    let first = range.first { bytes.at($0).map { $0 > 0x20 } ?? false } ?? range.lowerBound
    if text.lowercased().hasPrefix("@import") { loads.append((text, first)) }
    guard let block, let colon = text.firstIndex(of: ":") else { return }
    let name = text[..<colon].lowercased().filter { !$0.isWhitespace }
    let value = text[text.index(after: colon)...].lowercased()
    declarations.append(
      Declaration(
        block: block, name: name, value: String(value.filter { !$0.isWhitespace }), offset: first))
  }

  /// The text of a range without comments, and without white space at its ends.
  private func plain(_ range: Range<Int>) -> String {
    String(decoding: code[range], as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  private func endOfComment(from start: Int) -> Int {
    var position = start
    while let byte = bytes.at(position) {
      if byte == UInt8(ascii: "*"), bytes.at(position + 1) == UInt8(ascii: "/") {
        return position + 2
      }
      position += 1
    }
    return bytes.count
  }

  private func endOfString(from start: Int) -> Int {
    let quote = bytes.at(start)
    var position = start + 1
    while let byte = bytes.at(position), byte != quote, byte != UInt8(ascii: "\n") {
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return position + 1
  }

  /// Whether the parenthesis at an offset begins an address.
  private func isAddress(before offset: Int) -> Bool {
    String(decoding: bytes[..<offset].suffix(3), as: UTF8.self).lowercased() == "url"
  }

  private mutating func takeAddress(from start: Int) -> Int {
    var end = start + 1
    while let byte = bytes.at(end), byte <= 0x20 { end += 1 }
    if let byte = bytes.at(end), [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(byte) {
      end = endOfString(from: end)
    }
    while let byte = bytes.at(end), byte != UInt8(ascii: ")") { end += 1 }
    let text = String(decoding: bytes[min(start + 1, end)..<min(end, bytes.count)], as: UTF8.self)
      .split { $0.isWhitespace || $0 == "\"" || $0 == "'" }.joined(separator: " ")
    let isInside = text.isEmpty || text.hasPrefix("#") || text.lowercased().hasPrefix("data:")
    if !isInside { loads.append((text, start - 3)) }
    return end + 1
  }
}

extension StyleSheet {
  /// The properties of the site's styles for text, with those for the backgrounds under it.
  private static let pairs = [
    ("--text", ["--page", "--surface", "--raised"]), ("--muted", ["--page"]),
    ("--accent", ["--page"]), ("--on-accent", ["--accent"]),
  ]
  /// The colors of `site.css` that a style sheet may change, for light and for dark pages.
  private static let defaults = [
    "--page": ("#ffffff", "#10171a"), "--surface": ("#f5f7f8", "#172125"),
    "--raised": ("#ffffff", "#1b272b"), "--text": ("#18242a", "#e4ecee"),
    "--muted": ("#4f616a", "#a3b4ba"), "--accent": ("#0b6478", "#7accdf"),
    "--on-accent": ("#ffffff", "#06262e"),
  ]

  /// The files that it loads, and colors of text that are hard to read (WCAG 2.2, 1.4.3).
  func findings() -> [Diagnostic] {
    let lines = LineIndex(bytes)
    let loaded = loads.map { text, offset in
      Diagnostic(
        .guideInvalid, "the style sheet loads '\(text)', which pages don't allow",
        at: lines.location(of: offset, in: path), hint: "copy it into the style sheet")
    }
    return loaded + blockContrasts(lines) + propertyContrasts(lines)
  }

  /// Blocks that set the color of text and of its background.
  private func blockContrasts(_ lines: LineIndex) -> [Diagnostic] {
    let grounds = declarations.filter { ["background", "background-color"].contains($0.name) }
    let groundOfBlock = Dictionary(
      grounds.map { ($0.block, $0.value) }, uniquingKeysWith: { _, last in last })
    return declarations.filter { $0.name == "color" }.flatMap { text -> [Diagnostic] in
      guard let ground = groundOfBlock[text.block] else { return [] }
      return contrasts(Self.colors(text.value), Self.colors(ground), at: text.offset, lines)
    }
  }

  /// Colors of the site's styles that it changes.
  private func propertyContrasts(_ lines: LineIndex) -> [Diagnostic] {
    let own = Dictionary(
      declarations.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
    func colors(_ name: String) -> [WebColor?] {
      if let declaration = own[name] { return Self.colors(declaration.value) }
      return Self.defaults[name].map { [WebColor($0.0), WebColor($0.1)] } ?? []
    }
    return Self.pairs.flatMap { text, grounds in
      grounds.flatMap { ground -> [Diagnostic] in
        guard let place = own[text] ?? own[ground] else { return [] }
        return contrasts(colors(text), colors(ground), at: place.offset, lines)
      }
    }
  }

  private func contrasts(
    _ texts: [WebColor?], _ grounds: [WebColor?], at offset: Int, _ lines: LineIndex
  ) -> [Diagnostic] {
    zip(texts, grounds).compactMap { text, ground in
      guard let text, let ground else { return nil }
      let contrast = text.contrast(with: ground)
      guard contrast < Presentation.leastContrast else { return nil }
      let (one, two, tenths) = (text.text, ground.text, Int(contrast * 10))
      return Diagnostic(
        .contrastLow,
        "the contrast of '\(one)' with '\(two)' is \(tenths / 10).\(tenths % 10), less than 4.5",
        at: lines.location(of: offset, in: path), hint: "choose colors that differ more")
    }
  }

  /// A color for light and for dark pages; nil for a color that isn't written with digits.
  private static func colors(_ value: String) -> [WebColor?] {
    guard value.hasPrefix("light-dark("), value.hasSuffix(")") else {
      return [WebColor(value), WebColor(value)]
    }
    return value.dropFirst("light-dark(".count).dropLast().split(separator: ",")
      .map { WebColor(String($0)) }
  }
}

extension [UInt8] {
  /// The byte at an offset; nil past the end.
  fileprivate func at(_ offset: Int) -> UInt8? { indices.contains(offset) ? self[offset] : nil }
}
