// Tests for the lines that open a block, as CommonMark 0.30 defines them in sections 4 and 5.
// All take the bytes from a line's first character that is not white space to its end.

/// A fence of a code block: the character, how many of them.
struct Fence: Equatable {
  let character: UInt8
  let length: Int
}

/// Whether the text is an ATX heading.
func isATXHeading(_ text: ArraySlice<UInt8>) -> Bool {
  let hashes = text.prefix { $0 == UInt8(ascii: "#") }.count
  guard (1...6).contains(hashes) else { return false }
  guard let next = text.dropFirst(hashes).first else { return true }
  return isSpaceOrTab(next)
}

/// Whether the text underlines a paragraph as a setext heading.
func isSetextUnderline(_ text: ArraySlice<UInt8>) -> Bool {
  guard let first = text.first, first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else {
    return false
  }
  return text.drop { $0 == first }.allSatisfy(isSpaceOrTab)
}

/// Whether the text is a thematic break.
func isThematicBreak(_ text: ArraySlice<UInt8>) -> Bool {
  guard let first = text.first, "*-_".utf8.contains(first) else { return false }
  var count = 0
  for byte in text {
    if byte == first { count += 1 } else if !isSpaceOrTab(byte) { return false }
  }
  return count >= 3
}

/// The fence that the text opens a code block with.
func openingFence(_ text: ArraySlice<UInt8>) -> Fence? {
  guard let first = text.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
    return nil
  }
  let length = text.prefix { $0 == first }.count
  guard length >= 3 else { return nil }
  if first == UInt8(ascii: "`"), text.dropFirst(length).contains(first) { return nil }
  return Fence(character: first, length: length)
}

/// Whether the text closes the fence.
func isClosingFence(_ text: ArraySlice<UInt8>, of fence: Fence) -> Bool {
  let length = text.prefix { $0 == fence.character }.count
  return length >= fence.length && text.dropFirst(length).allSatisfy(isSpaceOrTab)
}

/// The width of the list marker that the text begins with.
///
/// - Parameter interruptsParagraph: whether a paragraph is open, which only a list item with
///   content, and among numbered ones only number 1, may interrupt.
func listMarkerWidth(_ text: ArraySlice<UInt8>, interruptsParagraph: Bool) -> Int? {
  guard let first = text.first else { return nil }
  var width = 1
  if isDigit(first) {
    let digits = text.prefix(while: isDigit)
    guard digits.count <= 9, let delimiter = text.dropFirst(digits.count).first,
      delimiter == UInt8(ascii: ".") || delimiter == UInt8(ascii: ")")
    else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    if interruptsParagraph && number != 1 { return nil }
    width = digits.count + 1
  } else if !"-+*".utf8.contains(first) {
    return nil
  }
  let rest = text.dropFirst(width)
  if let next = rest.first, !isSpaceOrTab(next) { return nil }
  if interruptsParagraph && rest.allSatisfy(isSpaceOrTab) { return nil }
  return width
}

func isSpaceOrTab(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}

func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}
