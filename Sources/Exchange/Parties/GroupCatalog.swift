import Base
import Guide

/// Reads groups of a Backstage catalog (its descriptor format, `kind: Group` and `kind: User`).
///
/// A file has any number of entities, as YAML documents or in a list, also of JSON. Other kinds are
/// passed over.
enum GroupCatalog {
  /// How many members the groups can have together: users of a group that is there several times
  /// belong to each.
  private static let mostMemberships = 200_000

  private struct Entity {
    let node: YAMLNode
    let kind: String
    let name: String
  }

  /// Reads a file.
  ///
  /// - Throws: `ExchangeError` if it has no group.
  static func read(_ bytes: [UInt8], path: String) throws(ExchangeError) -> PartyRecords {
    let isJSON = path.lowercased().hasSuffix(".json")
    let bytes = SourceFile(path: path, bytes: bytes).bytes
    let text = isJSON ? try yaml(ofJSON: bytes) : bytes
    let (roots, findings) = YAMLParser.parseAll(text, path: path)
    let nodes = roots.flatMap { root -> [YAMLNode] in
      if case .sequence(let elements) = root.content { return elements }
      return [root]
    }
    let entities = nodes.compactMap(entity)
    if let defect = findings.first {
      throw ExchangeError(
        "line \(defect.location.line): \(defect.message)",
        hint: "correct the \(isJSON ? "JSON" : "YAML")")
    }
    let groups = entities.filter { $0.kind == "group" }
    guard !groups.isEmpty else {
      throw ExchangeError(
        "the file has no entity of 'kind: Group'",
        hint: "name a Backstage catalog, such as 'org.yaml'")
    }
    let users = entities.filter { $0.kind == "user" }
    let names = Dictionary(
      users.map { ($0.name.lowercased(), displayName($0) ?? $0.name) },
      uniquingKeysWith: { first, _ in first })
    let members = members(of: users)
    var result = PartyRecords()
    var count = 0
    for group in groups {
      count += members[group.name.lowercased()]?.count ?? 0
      guard count <= mostMemberships else {
        throw ExchangeError(
          "the groups have more than \(mostMemberships) members together", hint: "split the file")
      }
      result.add(group.node, group.name, names, members[group.name.lowercased()] ?? [])
    }
    return result
  }

  /// JSON with the same lines, in which pairs of surrogates are characters, since YAML has no such
  /// escapes.
  private static func yaml(ofJSON bytes: [UInt8]) throws(ExchangeError) -> [UInt8] {
    do throws(JSONError) { _ = try JSONText.parse(bytes) } catch {
      let line = bytes.prefix(error.offset).count { $0 == 0x0A } + 1
      throw ExchangeError("line \(line): this is not valid JSON", hint: "correct the JSON")
    }
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      let pair = rest.prefix(12)
      if byte == UInt8(ascii: "\\"), let first = codeUnit(pair.prefix(6)),
        let second = codeUnit(pair.dropFirst(6)), UTF16.isLeadSurrogate(first),
        UTF16.isTrailSurrogate(second)
      {
        result += Array(String(decoding: [first, second], as: UTF16.self).utf8)
        rest = rest.dropFirst(12)
      } else {
        // A backslash and the character that it escapes stay together.
        let count = byte == UInt8(ascii: "\\") ? 2 : 1
        result += rest.prefix(count)
        rest = rest.dropFirst(count)
      }
    }
    return result
  }

  /// The code unit of an escape such as `\u00e9`.
  private static func codeUnit(_ text: ArraySlice<UInt8>) -> UInt16? {
    guard text.count == 6, text.starts(with: "\\u".utf8) else { return nil }
    return UInt16(String(decoding: text.dropFirst(2), as: UTF8.self), radix: 16)
  }

  private static func entity(_ node: YAMLNode) -> Entity? {
    guard let kind = node["kind"]?.text, let name = node["metadata"]?["name"]?.text else {
      return nil
    }
    return Entity(node: node, kind: kind.lowercased(), name: name)
  }

  /// The users that say which groups they are members of, by the names of the groups in lower case.
  private static func members(of users: [Entity]) -> [String: [YAMLNode]] {
    var members: [String: [YAMLNode]] = [:]
    for user in users {
      let references = (user.node["spec"]?["memberOf"]?.elements ?? []).compactMap(\.text)
      for group in Set(references.map { name(ofReference: $0).lowercased() }) {
        members[group, default: []].append(user.node)
      }
    }
    return members
  }

  private static func displayName(_ entity: Entity) -> String? {
    entity.node["spec"]?["profile"]?["displayName"]?.text
  }

  /// The name of a reference, `[kind:][namespace/]name`.
  static func name(ofReference reference: String) -> String {
    let local = reference.split(separator: ":").last ?? ""
    return String(local.split(separator: "/").last ?? "")
  }
}

extension PartyRecords {
  /// Adds a group with the members that it names, and the users that name it.
  fileprivate mutating func add(
    _ node: YAMLNode, _ name: String, _ displayNames: [String: String], _ users: [YAMLNode]
  ) {
    let (metadata, spec) = (node["metadata"], node["spec"])
    var profile = PartyProfile()
    if let mail = spec?["profile"]?["email"], let text = mail.text {
      take(text, "mail", into: &profile.contact, at: "line \(mail.location.line)")
    }
    let link = (metadata?["links"]?.elements ?? []).compactMap { $0["url"] }
      .first { ContactForm.defect("url", $0.text ?? "") == nil }
    profile.contact.url = link?.text
    var known: Set<String> = []
    for member in spec?["members"]?.elements ?? [] {
      guard let reference = member.text else { continue }
      let own = GroupCatalog.name(ofReference: reference)
      take(
        displayNames[own.lowercased()] ?? own, into: &profile.members, &known,
        at: "line \(member.location.line)")
    }
    for user in users {
      guard let own = user["metadata"]?["name"]?.text else { continue }
      take(
        displayNames[own.lowercased()] ?? own, into: &profile.members, &known,
        at: "line \(user.location.line)")
    }
    let others = [metadata?["title"]?.text, spec?["profile"]?["displayName"]?.text]
    records.append(
      PartyRecord(
        names: [name] + others.compactMap { $0 }, profile: profile,
        place: "line \(node.location.line)"))
  }
}
