import Base

/// Checks whether the parts of a workbook are whole.
///
/// libxlsxwriter does not check whether its temporary files take all bytes and give them back. So a
/// full disk could lose a block of a part.
enum WorkbookParts {
  /// Whether every part of a workbook is XML from its beginning to its end, with nothing left out.
  static func areWhole(in file: [UInt8]) -> Bool {
    guard let parts = parts(of: file), !parts.isEmpty else { return false }
    return parts.allSatisfy { part in
      guard let xml = Gzip.inflated(part.bytes, count: part.count) else { return false }
      return isWhole(xml)
    }
  }

  /// Whether a failed read may have cut off a part.
  ///
  /// libxlsxwriter packs a part in blocks. If the read of a block fails before its first byte, the
  /// part ends there without an error (packager.c).
  static func mayLackBlocks(in file: [UInt8]) -> Bool {
    guard let parts = parts(of: file) else { return true }
    return parts.contains { $0.count.isMultiple(of: 16_384) }
  }

  /// Whether a part is whole.
  static func isWhole(_ xml: [UInt8]) -> Bool {
    var check = PartCheck()
    return xml.withUnsafeBufferPointer { check.run($0) }
  }

  /// The compressed parts, by the archive's directory (PKWARE's APPNOTE 6.3, sections 4.3 and 4.5).
  static func parts(of file: [UInt8]) -> [(bytes: ArraySlice<UInt8>, count: Int)]? {
    func number(_ offset: Int, _ width: Int) -> Int? {
      guard offset >= 0, offset + width <= file.count else { return nil }
      return (0..<width).reversed().reduce(0) { $0 << 8 | Int(file[offset + $1]) }
    }
    let end = file.count - 22
    guard number(end, 4) == 0x0605_4B50, let count = number(end + 10, 2),
      var entry = number(end + 16, 4)
    else { return nil }
    var parts: [(bytes: ArraySlice<UInt8>, count: Int)] = []
    for _ in 0..<count {
      guard number(entry, 4) == 0x0201_4B50, let packed = number(entry + 20, 4),
        let unpacked = number(entry + 24, 4), let name = number(entry + 28, 2),
        let extra = number(entry + 30, 2), let comment = number(entry + 32, 2),
        let local = number(entry + 42, 4), let localName = number(local + 26, 2),
        let localExtra = number(local + 28, 2)
      else { return nil }
      let start = local + 30 + localName + localExtra
      guard start + packed <= file.count else { return nil }
      parts.append((file[start..<(start + packed)], unpacked))
      entry += 46 + name + extra + comment
    }
    return parts
  }
}

/// Follows the tags of a part: they nest, and numbered elements count on.
private struct PartCheck {
  /// The elements that come one number after the other in a part, by the attribute that has it.
  private static let numbered: [(element: StaticString, attribute: StaticString)] = [
    ("row", " r=\""), ("Relationship", " Id=\"rId"), ("hyperlink", " r:id=\"rId"),
  ]

  private var open: [Range<Int>] = []
  private var last = [Int](repeating: 0, count: numbered.count)
  /// How many shared texts a part says that it has; nil if it has none.
  private var textsToCome: Int?
  private var textCount = 0

  mutating func run(_ xml: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Self.holds(xml, 0, "<?xml ") else { return false }
    var position = 0
    var isRootClosed = false
    while true {
      position = xml.first(from: position, where: Self.isBracket)
      if position == xml.count { break }
      // The library escapes the end of a tag, so no text contains one.
      guard xml[position] == UInt8(ascii: "<"), !isRootClosed,
        let end = tagEnd(xml, position + 1), take(xml, position + 1, end)
      else { return false }
      isRootClosed = open.isEmpty && xml[position + 1] != UInt8(ascii: "?")
      position = end + 1
    }
    return isRootClosed && textsToCome ?? 0 == textCount
  }

  /// The end of a tag; nil if it never ends, or if another begins in it.
  private func tagEnd(_ xml: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var isQuoted = false
    var position = start
    while true {
      position = xml.first(from: position) { Self.isBracket($0) | $0.equal(UInt8(ascii: "\"")) }
      if position == xml.count { return nil }
      switch xml[position] {
      case UInt8(ascii: "\""):
        // A value begins behind an equals sign, and nowhere else.
        if !isQuoted, xml[position - 1] != UInt8(ascii: "=") { return nil }
        isQuoted.toggle()
      case UInt8(ascii: "<"): return nil
      default: if !isQuoted { return position }
      }
      position += 1
    }
  }

  private static func isBracket(_ bytes: EightBytes) -> UInt64 {
    bytes.equal(UInt8(ascii: "<")) | bytes.equal(UInt8(ascii: ">"))
  }

  /// Takes the tag between two offsets; false if it does not fit.
  private mutating func take(_ xml: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if xml[start] == UInt8(ascii: "?") { return open.isEmpty }
    let isClosing = xml[start] == UInt8(ascii: "/")
    let nameStart = isClosing ? start + 1 : start
    var nameEnd = nameStart
    while nameEnd < end, xml[nameEnd] != UInt8(ascii: " "), xml[nameEnd] != UInt8(ascii: "/") {
      nameEnd += 1
    }
    let name = nameStart..<nameEnd
    if isClosing {
      guard let begun = open.popLast() else { return false }
      return xml[begun].elementsEqual(xml[name])
    }
    if xml[end - 1] != UInt8(ascii: "/") { open.append(name) }
    return countsOn(xml, name, end)
  }

  /// Whether a numbered element is the next of its kind; counts shared texts in addition.
  private mutating func countsOn(
    _ xml: UnsafeBufferPointer<UInt8>, _ name: Range<Int>, _ end: Int
  ) -> Bool {
    func isNamed(_ element: StaticString) -> Bool {
      name.count == element.utf8CodeUnitCount && Self.holds(xml, name.lowerBound, element)
    }
    let attributes = name.upperBound..<end
    if isNamed("si") { textCount += 1 }
    if isNamed("sst") { textsToCome = Self.number(xml, attributes, " uniqueCount=\"") }
    for (index, kind) in Self.numbered.enumerated() where isNamed(kind.element) {
      // A sheet leaves out a row that is empty, never several.
      guard let number = Self.number(xml, attributes, kind.attribute),
        (last[index] + 1...last[index] + 2).contains(number)
      else { return false }
      last[index] = number
    }
    return true
  }

  /// The number in an attribute of a tag; nil if the tag lacks it.
  private static func number(
    _ xml: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>, _ attribute: StaticString
  ) -> Int? {
    guard let found = tag.first(where: { holds(xml, $0, attribute) }) else { return nil }
    var number = 0
    var position = found + attribute.utf8CodeUnitCount
    while position < tag.upperBound, (0x30...0x39).contains(xml[position]), number < 1 << 40 {
      number = number * 10 + Int(xml[position] - 0x30)
      position += 1
    }
    return number
  }

  private static func holds(
    _ xml: UnsafeBufferPointer<UInt8>, _ offset: Int, _ text: StaticString
  ) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset + count <= xml.count else { return false }
    return (0..<count).allSatisfy { xml[offset + $0] == text.utf8Start[$0] }
  }
}
