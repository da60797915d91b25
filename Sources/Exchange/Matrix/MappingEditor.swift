import Base

/// Changes members of mappings in a YAML file, line by line: comments, order and style stay.
///
/// Values are written on one line. The editor refuses anything that it cannot change in place.
/// Places are bytes, because a YAML reader ends lines at characters at which a text editor does
/// not.
struct MappingEditor {
  private let bytes: [UInt8]
  /// The changes so far.
  private(set) var edits: ByteEdits

  init(_ file: SourceFile) {
    bytes = file.bytes
    edits = ByteEdits(file.bytes)
  }

  /// Sets and removes members of a mapping that is the value of a key.
  ///
  /// - Parameters:
  ///   - values: the keys in order with their new values; nil removes one.
  /// - Returns: whether the mapping is written in a way that can be changed.
  mutating func set(_ values: [(key: String, value: String?)], in node: YAMLNode) -> Bool {
    guard case .mapping(let members) = node.content else { return false }
    return isFlow(node)
      ? setInBraces(values, members, node.bytes.lowerBound) : setInBlock(values, members)
  }

  /// Gives a key's value a first member.
  mutating func add(_ key: String, _ value: String, to member: YAMLNode.Member) -> Bool {
    let node = member.value
    if node.isNull { return fill(member, with: "{\(key): \(value)}") }
    guard let members = node.members else { return false }
    if isFlow(node) {
      let place = node.bytes.lowerBound + 1
      let (text, separator) = (Array("\(key): \(value)".utf8), Array(", ".utf8))
      return edits.replace(place..<place, with: text + (members.isEmpty ? [] : separator))
        || insert(text + (members.count > 1 ? separator : []), behindRemovalAt: place)
    }
    guard let first = members.first, let lead = indentation(of: first) else { return false }
    let text = lead + Array("\(key): \(value)".utf8) + lineEnd
    return edits.replace(lead.startIndex..<lead.startIndex, with: Array(text))
      || insert(Array(text), behindRemovalAt: lead.startIndex)
  }

  /// Removes a member of a mapping: its lines, or its text and a comma inside braces.
  ///
  /// - Returns: whether it is written in a way that can be removed without a comment.
  mutating func remove(_ member: YAMLNode.Member, from node: YAMLNode) -> Bool {
    guard let end = end(of: member) else { return false }
    if isFlow(node) {
      return edits.replace(withComma(member.keyBytes.lowerBound..<end), with: [])
    }
    guard let lead = indentation(of: member) else { return false }
    let range = lead.startIndex..<nextLine(from: end)
    let lines = bytes[range].split(whereSeparator: isLineEnd)
    guard lines.allSatisfy({ $0.first { $0 != 0x20 } != UInt8(ascii: "#") }) else { return false }
    return edits.replace(range, with: [])
  }

  /// Inserts a text behind the first member, which is removed.
  private mutating func insert(_ text: [UInt8], behindRemovalAt place: Int) -> Bool {
    guard let removed = edits.edits.first(where: { $0.range.lowerBound == place })?.range else {
      return false
    }
    return edits.replace(removed.upperBound..<removed.upperBound, with: text)
  }

  private mutating func setInBraces(
    _ values: [(key: String, value: String?)], _ members: [YAMLNode.Member], _ start: Int
  ) -> Bool {
    guard let end = closingBrace(from: start) else { return false }
    // A comment or a line end inside braces has no place in the new text.
    guard !bytes[start..<end].contains(where: { isLineEnd($0) || $0 == UInt8(ascii: "#") }) else {
      return false
    }
    var pieces: [String] = []
    for member in members {
      let key = text(member.keyBytes)
      if let change = values.first(where: { $0.key == member.key }) {
        if let value = change.value { pieces.append("\(key): \(value)") }
      } else {
        guard member.value.text != nil else { return false }
        pieces.append("\(key): \(text(member.value.bytes))")
      }
    }
    for change in values where !members.contains(where: { $0.key == change.key }) {
      if let value = change.value { pieces.append("\(change.key): \(value)") }
    }
    return edits.replace(
      start..<(end + 1), with: Array("{\(pieces.joined(separator: ", "))}".utf8))
  }

  private mutating func setInBlock(
    _ values: [(key: String, value: String?)], _ members: [YAMLNode.Member]
  ) -> Bool {
    guard let last = members.last, members.allSatisfy({ $0.value.text != nil || $0.value.isNull })
    else { return false }
    var added: [String] = []
    var removedCount = 0
    for change in values {
      guard let member = members.first(where: { $0.key == change.key }) else {
        if let value = change.value { added.append("\(change.key): \(value)") }
        continue
      }
      if let value = change.value {
        guard fill(member, with: value) else { return false }
        continue
      }
      removedCount += 1
      guard let lead = indentation(of: member),
        edits.replace(lead.startIndex..<nextLine(after: member), with: [])
      else { return false }
    }
    // A block without members would be nothing.
    if removedCount == members.count, added.isEmpty { return false }
    return added.isEmpty || insert(added, after: last)
  }

  /// Adds lines below a member's.
  private mutating func insert(_ lines: [String], after member: YAMLNode.Member) -> Bool {
    guard let lead = indentation(of: member) else { return false }
    let place = nextLine(after: member)
    let isCut = place > 0 && !isLineEnd(bytes[place - 1])
    let text = lines.flatMap { line in
      isCut ? lineEnd + lead + Array(line.utf8) : lead + Array(line.utf8) + lineEnd
    }
    return edits.replace(place..<place, with: text)
  }

  /// Replaces the value of a key in its place.
  private mutating func fill(_ member: YAMLNode.Member, with text: String) -> Bool {
    let value = member.value
    if !value.bytes.isEmpty { return edits.replace(value.bytes, with: Array(text.utf8)) }
    var colon = member.keyBytes.upperBound
    while colon < bytes.count, bytes[colon] == 0x20 { colon += 1 }
    guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else { return false }
    return edits.replace((colon + 1)..<(colon + 1), with: Array(" \(text)".utf8))
  }

  // Places

  private func isFlow(_ node: YAMLNode) -> Bool {
    node.bytes.lowerBound < bytes.count && bytes[node.bytes.lowerBound] == UInt8(ascii: "{")
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func closingBrace(from start: Int) -> Int? {
    var depth = 0
    for position in start..<bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return position }
      case UInt8(ascii: "\""), UInt8(ascii: "'"): return nil
      default: break
      }
    }
    return nil
  }

  /// The indent before a key on its line; nil if that is more than spaces.
  private func indentation(of member: YAMLNode.Member) -> ArraySlice<UInt8>? {
    let key = min(member.keyBytes.lowerBound, bytes.count)
    let start = bytes[..<key].lastIndex(where: isLineEnd).map { $0 + 1 } ?? 0
    let lead = bytes[start..<key]
    return lead.allSatisfy { $0 == 0x20 } ? lead : nil
  }

  /// The end of a member with a text or a mapping as its value; nil for a list in it.
  private func end(of member: YAMLNode.Member) -> Int? {
    var last = member
    while let members = last.value.members, !last.value.isNull {
      let start = last.value.bytes.lowerBound
      if isFlow(last.value) { return closingBrace(from: start).map { $0 + 1 } }
      guard let inner = members.last else { return nil }
      last = inner
    }
    guard last.value.text != nil || last.value.isNull else { return nil }
    return max(last.keyBytes.upperBound, last.value.bytes.upperBound)
  }

  /// The range of a member inside braces, with the comma that divides it from its neighbor.
  private func withComma(_ range: Range<Int>) -> Range<Int> {
    let comma = UInt8(ascii: ",")
    let behind = bytes[range.upperBound...].drop { $0 == 0x20 }
    if behind.first == comma {
      return range.lowerBound..<behind.dropFirst().drop { $0 == 0x20 }.startIndex
    }
    let before = bytes[..<range.lowerBound].lastIndex { $0 != 0x20 }
    guard let before, bytes[before] == comma else { return range }
    return before..<range.upperBound
  }

  /// The start of the line after a member's value.
  private func nextLine(after member: YAMLNode.Member) -> Int {
    nextLine(from: max(member.keyBytes.upperBound, member.value.bytes.upperBound))
  }

  private func nextLine(from place: Int) -> Int {
    let end = min(place, bytes.count)
    guard let index = bytes[end...].firstIndex(where: isLineEnd) else { return bytes.count }
    let isPair = bytes[index...].starts(with: [0x0D, 0x0A])
    return index + (isPair ? 2 : 1)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// How the file ends its lines.
  private var lineEnd: [UInt8] {
    guard let index = bytes.firstIndex(where: isLineEnd) else { return [0x0A] }
    return bytes[index...].starts(with: [0x0D, 0x0A]) ? [0x0D, 0x0A] : [bytes[index]]
  }
}
