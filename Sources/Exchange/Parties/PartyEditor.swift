import Base
import Guide

/// Writes contacts and members of parties into `guide.yml`, at their places and nowhere else:
/// comments, order, and style stay.
struct PartyEditor {
  private let bytes: [UInt8]
  private let lines: LineIndex
  private(set) var edits: ByteEdits

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = LineIndex(bytes)
    edits = ByteEdits(bytes)
  }

  /// Writes the facts about a party.
  ///
  /// - Parameter parties: the value of `parties`.
  /// - Returns: whether its entry is written in a form that can be changed.
  mutating func set(
    _ wanted: PartyProfile, from old: PartyProfile, of party: String, in parties: YAMLNode
  ) -> Bool {
    let isFlow = isFlow(parties)
    if case .mapping(let members) = parties.content {
      guard let member = members.first(where: { $0.key == party }) else { return false }
      return set(wanted, from: old, keyed: member, isFlow: isFlow)
    }
    for element in parties.elements ?? [] {
      if element.text == party { return set(wanted, scalar: element, isFlow: isFlow) }
      guard let members = element.members, !element.isNull else { continue }
      let inFlow = isFlow || self.isFlow(element)
      if let only = members.first, members.count == 1, only.key == party, only.key != "id" {
        return set(wanted, from: old, keyed: only, isFlow: inFlow)
      }
      guard let id = members.first(where: { $0.key == "id" }), id.value.text == party else {
        continue
      }
      return inFlow
        ? setMembers(
          wanted, from: old, members, missingAt: id.value.bytes.upperBound, before: ", ", after: "")
        : setMembers(wanted, from: old, members, missingBelow: id.value, as: id)
    }
    return false
  }

  // Whole entries

  /// A plain id becomes a mapping with it.
  private mutating func set(_ wanted: PartyProfile, scalar: YAMLNode, isFlow: Bool) -> Bool {
    let own = Array(bytes[scalar.bytes])
    guard !isFlow else {
      let text = "{id: " + String(decoding: own, as: UTF8.self) + ", "
      return edits.replace(scalar.bytes, with: Array((text + Self.flow(wanted) + "}").utf8))
    }
    let start = lineStart(of: scalar.bytes.lowerBound)
    let lead = bytes[start..<scalar.bytes.lowerBound]
    guard lead.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }),
      lead.count(where: { $0 == UInt8(ascii: "-") }) == 1
    else { return false }
    let place = scalar.bytes.lowerBound
    return edits.replace(place..<place, with: Array("id: ".utf8))
      && insert(Self.block(wanted), below: scalar.bytes.upperBound, indentation: lead.count)
  }

  /// Writes the new data as the value of the id.
  private mutating func set(
    _ wanted: PartyProfile, from old: PartyProfile, keyed member: YAMLNode.Member, isFlow: Bool
  ) -> Bool {
    let value = member.value
    if value.isNull {
      let text = "{" + Self.flow(wanted) + "}"
      if isFlow || !value.bytes.isEmpty { return fill(member, with: text) }
      let start = lineStart(of: member.keyBytes.lowerBound)
      let lead = bytes[start..<member.keyBytes.lowerBound]
      guard lead.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) else { return false }
      return insert(
        Self.block(wanted), below: member.keyBytes.upperBound, indentation: lead.count + 2)
    }
    guard let members = value.members else { return false }
    if isFlow || self.isFlow(value) {
      return setMembers(
        wanted, from: old, members, missingAt: value.bytes.lowerBound + 1, before: "",
        after: members.isEmpty ? "" : ", ")
    }
    guard let first = members.first else { return false }
    return setMembers(wanted, from: old, members, missingAbove: first)
  }

  // Members of a mapping

  private mutating func setMembers(
    _ wanted: PartyProfile, from old: PartyProfile, _ members: [YAMLNode.Member],
    missingAt place: Int,
    before: String, after: String
  ) -> Bool {
    guard let missing = change(wanted, from: old, members) else { return false }
    if missing.isEmpty { return true }
    return edits.replace(
      place..<place, with: Array((before + Self.flow(missing) + after).utf8))
  }

  private mutating func setMembers(
    _ wanted: PartyProfile, from old: PartyProfile, _ members: [YAMLNode.Member],
    missingBelow value: YAMLNode, as key: YAMLNode.Member
  ) -> Bool {
    guard let missing = change(wanted, from: old, members) else { return false }
    return missing.isEmpty
      || insert(
        Self.block(missing), below: value.bytes.upperBound,
        indentation: key.keyBytes.lowerBound - lineStart(of: key.keyBytes.lowerBound))
  }

  private mutating func setMembers(
    _ wanted: PartyProfile, from old: PartyProfile, _ members: [YAMLNode.Member],
    missingAbove first: YAMLNode.Member
  ) -> Bool {
    guard let missing = change(wanted, from: old, members) else { return false }
    if missing.isEmpty { return true }
    let start = lineStart(of: first.keyBytes.lowerBound)
    let lead = bytes[start..<first.keyBytes.lowerBound]
    guard lead.allSatisfy({ $0 == 0x20 }) else { return false }
    let text = Self.block(missing).map { lead + Array($0.utf8) + lineEnd }
    return edits.replace(start..<start, with: Array(text.joined()))
  }

  /// Changes existing values.
  ///
  /// - Returns: the lines to add to the mapping; nil if a value cannot be changed.
  private mutating func change(
    _ wanted: PartyProfile, from old: PartyProfile, _ members: [YAMLNode.Member]
  ) -> PartyProfile? {
    var missing = PartyProfile()
    if wanted.contact != old.contact {
      if let member = members.first(where: { $0.key == "contact" }) {
        guard change(wanted.contact, from: old.contact, member) else { return nil }
      } else {
        missing.contact = wanted.contact
      }
    }
    if wanted.members != old.members {
      if let member = members.first(where: { $0.key == "members" }) {
        guard change(wanted.members, member) else { return nil }
      } else {
        missing.members = wanted.members
      }
    }
    return missing
  }

  private mutating func change(
    _ wanted: PartyProfile.Contact, from old: PartyProfile.Contact, _ member: YAMLNode.Member
  ) -> Bool {
    guard let members = member.value.members, !member.value.isNull else {
      return fill(member, with: "{" + Self.flow(wanted) + "}")
    }
    var added = PartyProfile.Contact()
    for key in PartyProfile.Contact.keys where wanted[key] != old[key] {
      guard let text = wanted[key] else { return false }
      guard let own = members.first(where: { $0.key == key }) else {
        added[key] = text
        continue
      }
      guard fill(own, with: YAMLScalar.quoted(text)) else { return false }
    }
    if added.isEmpty { return true }
    if isFlow(member.value) || members.isEmpty {
      let place = member.value.bytes.lowerBound + 1
      let text = Self.flow(added) + (members.isEmpty ? "" : ", ")
      return edits.replace(place..<place, with: Array(text.utf8))
    }
    guard let first = members.first else { return false }
    let start = lineStart(of: first.keyBytes.lowerBound)
    let lead = bytes[start..<first.keyBytes.lowerBound]
    guard lead.allSatisfy({ $0 == 0x20 }) else { return false }
    let text = Self.lines(added).map { lead + Array($0.utf8) + lineEnd }
    return edits.replace(start..<start, with: Array(text.joined()))
  }

  /// Writes a list of members in another's place.
  private mutating func change(_ wanted: [String], _ member: YAMLNode.Member) -> Bool {
    let list = "[" + wanted.map(YAMLScalar.quoted).joined(separator: ", ") + "]"
    let node = member.value
    guard let elements = node.elements, !elements.isEmpty else {
      return fill(member, with: list, through: isFlow(node) ? end(ofFlow: node) : nil)
    }
    if isFlow(node) { return fill(member, with: list, through: end(ofFlow: node)) }
    for (element, name) in zip(elements, wanted) where element.text != name {
      guard edits.replace(element.bytes, with: Array(YAMLScalar.quoted(name).utf8)) else {
        return false
      }
    }
    for element in elements.dropFirst(wanted.count) {
      let start = lineStart(of: element.bytes.lowerBound)
      guard edits.replace(start..<lineEnd(of: element.bytes.upperBound), with: []) else {
        return false
      }
    }
    guard let last = elements.last, wanted.count > elements.count else { return true }
    let start = lineStart(of: last.bytes.lowerBound)
    let lead = bytes[start..<last.bytes.lowerBound]
    guard lead.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) else { return false }
    let marks = String(decoding: lead, as: UTF8.self)
    return insert(
      wanted.dropFirst(elements.count).map { marks + YAMLScalar.quoted($0) },
      below: last.bytes.upperBound, indentation: 0)
  }

  /// Gives a key another value on its line.
  private mutating func fill(
    _ member: YAMLNode.Member, with text: String, through end: Int? = nil
  ) -> Bool {
    let value = member.value
    if let end { return edits.replace(value.bytes.lowerBound..<end, with: Array(text.utf8)) }
    if !value.bytes.isEmpty { return edits.replace(value.bytes, with: Array(text.utf8)) }
    var colon = member.keyBytes.upperBound
    while colon < bytes.count, bytes[colon] == 0x20 { colon += 1 }
    guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else { return false }
    return edits.replace((colon + 1)..<(colon + 1), with: Array((" " + text).utf8))
  }

  // Text

  /// A profile inside of braces.
  private static func flow(_ profile: PartyProfile) -> String {
    var parts: [String] = []
    if !profile.contact.isEmpty { parts.append("contact: {" + flow(profile.contact) + "}") }
    if !profile.members.isEmpty {
      let names = profile.members.map(YAMLScalar.quoted)
      parts.append("members: [" + names.joined(separator: ", ") + "]")
    }
    return parts.joined(separator: ", ")
  }

  private static func flow(_ contact: PartyProfile.Contact) -> String {
    lines(contact).joined(separator: ", ")
  }

  private static func lines(_ contact: PartyProfile.Contact) -> [String] {
    PartyProfile.Contact.keys.compactMap { key in
      contact[key].map { "\(key): \(YAMLScalar.quoted($0))" }
    }
  }

  /// A profile as lines of a mapping.
  private static func block(_ profile: PartyProfile) -> [String] {
    let contact = lines(profile.contact).map { "  " + $0 }
    let members = profile.members.map { "  - " + YAMLScalar.quoted($0) }
    return (contact.isEmpty ? [] : ["contact:"] + contact)
      + (members.isEmpty ? [] : ["members:"] + members)
  }

  private mutating func insert(_ texts: [String], below place: Int, indentation: Int) -> Bool {
    let end = lineEnd(of: place)
    let isCut = end == 0 || bytes[end - 1] != 0x0A
    let lead = [UInt8](repeating: 0x20, count: indentation)
    let added = texts.map { lead + Array($0.utf8) }
    let text =
      isCut ? added.map { lineEnd + $0 } : added.map { $0 + lineEnd }
    return edits.replace(end..<end, with: Array(text.joined()))
  }

  // Places

  private func isFlow(_ node: YAMLNode) -> Bool {
    guard node.text == nil, node.bytes.lowerBound < bytes.count else { return false }
    return bytes[node.bytes.lowerBound] == UInt8(ascii: "[")
      || bytes[node.bytes.lowerBound] == UInt8(ascii: "{")
  }

  /// The end of a list in brackets whose elements are scalars.
  private func end(ofFlow node: YAMLNode) -> Int? {
    var place = node.elements?.last?.bytes.upperBound ?? node.bytes.lowerBound + 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "]") {
      // A comment among the elements would be lost.
      guard bytes[place] == UInt8(ascii: ",") || bytes[place] <= 0x20 else { return nil }
      place += 1
    }
    return place < bytes.count ? place + 1 : nil
  }

  private var lineEnd: [UInt8] {
    guard let index = bytes.firstIndex(of: 0x0A) else { return [0x0A] }
    return index > 0 && bytes[index - 1] == 0x0D ? [0x0D, 0x0A] : [0x0A]
  }

  private func lineStart(of place: Int) -> Int {
    (bytes[..<place].lastIndex(of: 0x0A) ?? -1) + 1
  }

  /// The beginning of the line after the one of a place.
  private func lineEnd(of place: Int) -> Int {
    bytes[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
  }
}
