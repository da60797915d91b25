import Base

extension YAMLFields {
  /// A party as `guide.yml` has it.
  struct PartyEntry {
    let id: String
    let location: SourceLocation
    let profile: PartyProfile
  }

  /// The parties, in one of the forms that they can be written in.
  ///
  /// A list has ids, mappings with an `id`, or mappings of one id to its facts; a mapping has the
  /// ids as its keys.
  mutating func parties() -> [PartyEntry] {
    guard let node = node("parties") else { return [] }
    if node.members != nil, node.elements == nil {
      return (node.members ?? []).map { entry($0) }
    }
    guard let elements = node.elements else {
      report(.guideInvalid, "'parties' must be a list, not \(node.kind)", at: node.location)
      return []
    }
    return elements.compactMap { element in
      guard let members = element.members, !element.isNull else {
        return text(element, "an entry of 'parties'").map {
          PartyEntry(id: $0, location: element.location, profile: PartyProfile())
        }
      }
      if members.count == 1, let only = members.first, !PartyProfile.keys.contains(only.key) {
        return entry(only)
      }
      return identified(element)
    }
  }

  /// A party whose id is a key.
  private mutating func entry(_ member: YAMLNode.Member) -> PartyEntry {
    var profile = PartyProfile()
    if !member.value.isNull {
      var inner = YAMLFields(
        member.value, what: "the party '\(member.key)'", known: ["contact", "members"],
        invalid: .guideInvalid)
      profile = inner.profile(of: member.key)
      absorb(inner)
    }
    return PartyEntry(id: member.key, location: member.keyLocation, profile: profile)
  }

  /// A party whose id is beside its facts.
  private mutating func identified(_ node: YAMLNode) -> PartyEntry? {
    var inner = YAMLFields(
      node, what: "a party", known: PartyProfile.keys, invalid: .guideInvalid)
    let id = inner.text("id")
    let profile = inner.profile(of: id ?? "")
    if id == nil {
      inner.report(
        .guideInvalid, "the party has no 'id'", at: node.location,
        hint: "write '- id: service-desk', and 'contact' below it")
    }
    absorb(inner)
    return id.map {
      PartyEntry(id: $0, location: inner.node("id")?.location ?? node.location, profile: profile)
    }
  }

  /// The details of a party.
  private mutating func profile(of party: String) -> PartyProfile {
    var profile = PartyProfile()
    if let node = node("contact") { profile.contact = contact(node, party) }
    var seen: Set<String> = []
    for (name, location) in texts("members") {
      guard ContactForm.isName(name) else {
        report(
          .guideInvalid, "'\(name)' in 'members' of '\(party)' is not a name on one line",
          at: location, hint: "write a short name")
        continue
      }
      if seen.insert(name).inserted { profile.members.append(name) }
    }
    return profile
  }

  private mutating func contact(_ node: YAMLNode, _ party: String) -> PartyProfile.Contact {
    var contact = PartyProfile.Contact()
    if node.text != nil {
      report(
        .guideInvalid, "'contact' of '\(party)' must be a mapping, not text", at: node.location,
        hint: "write 'contact: {mail: desk@example.com}'")
      return contact
    }
    var inner = YAMLFields(
      node, what: "'contact' of '\(party)'", known: PartyProfile.Contact.keys,
      invalid: .guideInvalid)
    for key in PartyProfile.Contact.keys {
      guard let text = inner.text(key), let place = inner.node(key)?.location else { continue }
      if let (message, hint) = ContactForm.defect(key, text) {
        inner.report(
          .guideInvalid, "'\(text)' in 'contact' of '\(party)' \(message)", at: place, hint: hint)
        continue
      }
      contact[key] = text
    }
    absorb(inner)
    return contact
  }
}

extension PartyProfile {
  /// The details of parties, by id; of equal ids the first counts.
  static func byID(_ entries: [YAMLFields.PartyEntry]) -> [String: PartyProfile] {
    Dictionary(
      entries.filter { !$0.profile.isEmpty }.map { ($0.id, $0.profile) },
      uniquingKeysWith: { first, _ in first })
  }
}
