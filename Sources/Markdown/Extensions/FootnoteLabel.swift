import Base

/// The label by which the text refers to a footnote, as in `[^label]`.
enum FootnoteLabel {
  /// The label as labels are compared: without white space around it and regardless of case.
  static func key(_ label: ArraySlice<UInt8>) -> [UInt8] {
    let text = String(decoding: label, as: UTF8.self)
    return Array(text.lowercased().utf8.drop(while: isSpaceOrTab))
      .reversed().drop(while: isSpaceOrTab).reversed()
  }

  /// Whether a label is of letters, digits, and hyphens, as those that people mean are.
  static func isPlain(_ key: [UInt8]) -> Bool {
    !key.isEmpty && key.allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x5F || $0 == 0x2D }
      && key != Array("a-z".utf8) && key != Array("0-9".utf8)
  }

  /// The label of a definition, such as `[^label]: `, and its end.
  ///
  /// - Parameter text: a line from its first character that is not white space.
  static func definition(_ text: ArraySlice<UInt8>) -> (label: Range<Int>, end: Int)? {
    guard text.count > 4, text[text.startIndex] == UInt8(ascii: "["),
      text[text.startIndex + 1] == UInt8(ascii: "^")
    else { return nil }
    let start = text.startIndex + 2
    var position = start
    while position < text.endIndex, text[position] != UInt8(ascii: "]") {
      if text[position] <= 0x20 { return nil }
      position += 1
    }
    guard position > start, position + 1 < text.endIndex,
      text[position + 1] == UInt8(ascii: ":")
    else { return nil }
    return (start..<position, position + 2)
  }
}
