import Base

/// Changes members of mappings in a YAML file, line by line: comments, order and style stay.
///
/// Values are written on one line. What the editor cannot change in place, it refuses.
struct MappingEditor {
  private let bytes: [UInt8]
  private let path: String
  private let lines: LineIndex
  private var edits: [(range: Range<Int>, bytes: [UInt8])] = []

  init(_ file: SourceFile) {
    bytes = file.bytes
    path = file.path
    lines = LineIndex(file.bytes)
  }

  /// The file with all changes.
  var edited: [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where edit.range.lowerBound >= position {
      result += bytes[position..<edit.range.lowerBound]
      result += edit.bytes
      position = edit.range.upperBound
    }
    return result + bytes[position...]
  }

  /// Sets and removes members of a mapping that is the value of a key.
  ///
  /// - Parameters:
  ///   - values: the keys in order with their new values; nil removes one.
  /// - Returns: whether the mapping is written in a way that can be changed.
  mutating func set(_ values: [(key: String, value: String?)], in node: YAMLNode) -> Bool {
    guard case .mapping(let members) = node.content else { return false }
    let start = offset(of: node.location)
    if start < bytes.count, bytes[start] == UInt8(ascii: "{") {
      return setInBraces(values, members, start)
    }
    return setInBlock(values, members)
  }

  /// Gives a key's value a first member.
  mutating func add(_ key: String, _ value: String, to member: YAMLNode.Member) -> Bool {
    let node = member.value
    if node.isNull {
      guard let colon = colon(after: member.keyLocation) else { return false }
      edits.append((colon..<colon, Array(" {\(key): \(value)}".utf8)))
      return true
    }
    guard let members = node.members else { return false }
    let start = offset(of: node.location)
    if start < bytes.count, bytes[start] == UInt8(ascii: "{") {
      let separator = members.isEmpty ? "" : ", "
      edits.append(((start + 1)..<(start + 1), Array("\(key): \(value)\(separator)".utf8)))
      return true
    }
    guard let first = members.first else { return false }
    let place = lineStart(of: first.keyLocation)
    let indentation = bytes[place..<offset(of: first.keyLocation)]
    guard indentation.allSatisfy({ $0 == 0x20 }) else { return false }
    edits.append((place..<place, indentation + Array("\(key): \(value)".utf8) + lineEnd))
    return true
  }

  private mutating func setInBraces(
    _ values: [(key: String, value: String?)], _ members: [YAMLNode.Member], _ start: Int
  ) -> Bool {
    guard let end = closingBrace(from: start) else { return false }
    // A comment or a line end inside braces has no place in the new text.
    guard !bytes[start..<end].contains(where: { $0 == 0x0A || $0 == UInt8(ascii: "#") }) else {
      return false
    }
    var pieces: [String] = []
    for member in members {
      guard let change = values.first(where: { $0.key == member.key }) else {
        guard let text = member.value.text else { return false }
        pieces.append("\(member.key): \(text.isEmpty ? "''" : text)")
        continue
      }
      if let value = change.value { pieces.append("\(member.key): \(value)") }
    }
    for change in values where !members.contains(where: { $0.key == change.key }) {
      if let value = change.value { pieces.append("\(change.key): \(value)") }
    }
    edits.append((start..<(end + 1), Array("{\(pieces.joined(separator: ", "))}".utf8)))
    return true
  }

  private mutating func setInBlock(
    _ values: [(key: String, value: String?)], _ members: [YAMLNode.Member]
  ) -> Bool {
    guard let last = members.last, members.allSatisfy({ $0.value.text != nil || $0.value.isNull })
    else { return false }
    let isEmptied =
      members.allSatisfy { member in values.contains { $0.key == member.key && $0.value == nil } }
      && !values.contains { change in
        change.value != nil && !members.contains { $0.key == change.key }
      }
    if isEmptied { return false }
    for change in values {
      guard let member = members.first(where: { $0.key == change.key }) else {
        guard let value = change.value else { continue }
        let place = lineEnd(of: last.keyLocation)
        let start = lineStart(of: last.keyLocation)
        let indentation = bytes[start..<offset(of: last.keyLocation)]
        guard indentation.allSatisfy({ $0 == 0x20 }) else { return false }
        let isCut = place > 0 && bytes[place - 1] != 0x0A
        edits.append(
          (
            place..<place,
            (isCut ? lineEnd : []) + indentation + Array("\(change.key): \(value)".utf8)
              + (isCut ? [] : lineEnd)
          ))
        continue
      }
      guard let value = change.value else {
        edits.append((lineStart(of: member.keyLocation)..<lineEnd(of: member.keyLocation), []))
        continue
      }
      guard let range = scalar(member) else { return false }
      edits.append((range, Array(value.utf8)))
    }
    return true
  }

  /// The bytes of a plain scalar without spaces, or one in quotes.
  private func scalar(_ member: YAMLNode.Member) -> Range<Int>? {
    let start = offset(of: member.value.location)
    guard start < bytes.count else { return nil }
    if bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'") {
      guard let end = bytes[(start + 1)...].firstIndex(of: bytes[start]) else { return nil }
      return start..<(end + 1)
    }
    var end = start
    while end < bytes.count, bytes[end] > 0x20 { end += 1 }
    return end > start ? start..<end : nil
  }

  private func closingBrace(from start: Int) -> Int? {
    var depth = 0
    var position = start
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return position }
      case UInt8(ascii: "\""), UInt8(ascii: "'"): return nil
      default: break
      }
      position += 1
    }
    return nil
  }

  private func colon(after key: SourceLocation) -> Int? {
    let start = offset(of: key)
    let end = lineEnd(of: key)
    guard let colon = bytes[start..<end].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return colon + 1
  }

  private var lineEnd: [UInt8] {
    guard let index = bytes.firstIndex(of: 0x0A) else { return [0x0A] }
    return index > 0 && bytes[index - 1] == 0x0D ? [0x0D, 0x0A] : [0x0A]
  }

  private func lineStart(of location: SourceLocation) -> Int {
    lines.starts[min(max(location.line, 1), lines.starts.count) - 1]
  }

  private func lineEnd(of location: SourceLocation) -> Int {
    location.line < lines.starts.count ? lines.starts[location.line] : bytes.count
  }

  /// The offset of a place, whose column counts code points.
  private func offset(of location: SourceLocation) -> Int {
    var position = lineStart(of: location)
    var left = location.column - 1
    while left > 0, position < bytes.count {
      position += 1
      while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
      left -= 1
    }
    return position
  }
}
