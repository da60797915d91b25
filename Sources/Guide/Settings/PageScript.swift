import Base

/// A script that a guide adds to every page, such as for analytics or feedback.
public struct PageScript: Sendable, Hashable {
  /// The place of a script.
  public enum Source: Sendable, Hashable {
    /// An address on another host.
    case address(String)
    /// A file below the content folder, by its path.
    case file(String)
  }

  /// The most scripts, and the most values and hosts of one, since every page has them all.
  fileprivate static let mostEntries = 50

  /// The place of the script.
  public let source: Source
  /// Its place in `guide.yml`.
  public let location: SourceLocation
  /// The names of its `data-` attributes without `data-`, with their values, sorted by name.
  public var data: [Pair] = []
  /// The origins that pages may load from because of it, such as `https://stats.example`.
  public var hosts: [String] = []

  /// A name with its value.
  public struct Pair: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The value.
    public let value: String
  }

  /// The origin of an address, such as `https://stats.example:8443`; nil if it isn't plain.
  ///
  /// A host has ASCII letters, digits, `.`, and `-`, so that it can be part of a policy.
  static func origin(of address: String) -> String? {
    guard let scheme = ["https://", "http://"].first(where: address.hasPrefix) else { return nil }
    let host = address.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" }
    let parts = host.split(separator: ":", omittingEmptySubsequences: false)
    let isHost = parts.first.map { name in
      !name.isEmpty && name.utf8.allSatisfy(isPartOfHost)
    }
    let isPort = parts.dropFirst().allSatisfy { port in
      Int(port).map { (1...65_535).contains($0) } ?? false
    }
    return isHost == true && isPort && parts.count <= 2 ? scheme + host : nil
  }

  private static func isPartOfHost(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension YAMLFields {
  /// The scripts for every page, each an address, a path, or a mapping with a `src`.
  mutating func pageScripts() -> [PageScript] {
    guard let node = node("scripts") else { return [] }
    let key = "scripts"
    let what: DiagnosticMessage = "'\(key)'"
    guard let elements = node.elements else {
      report(.guideInvalid, "\(what) must be a list, not \(node.kind)", at: node.location)
      return []
    }
    return bounded(elements, key, \.location).compactMap { element in
      if element.text != nil { return script(element) }
      var inner = YAMLFields(
        element, what: "an entry of \(what)", known: ["src", "data", "hosts"],
        invalid: .guideInvalid)
      var script = inner.script(inner.node("src") ?? element)
      script?.data = inner.scriptData()
      script?.hosts += inner.scriptHosts()
      absorb(inner)
      return script
    }
  }

  /// The first entries, with a report of the first one too many.
  private mutating func bounded<Entry>(
    _ entries: [Entry], _ key: String, _ place: (Entry) -> SourceLocation
  ) -> ArraySlice<Entry> {
    let limit = PageScript.mostEntries
    if entries.count > limit {
      report(
        .guideInvalid, "'\(key)' has more than \(limit) entries", at: place(entries[limit]))
    }
    return entries.prefix(limit)
  }

  private mutating func script(_ node: YAMLNode) -> PageScript? {
    if let text = node.text, !text.contains(where: \.isWhitespace) {
      if let origin = PageScript.origin(of: text) {
        return PageScript(source: .address(text), location: node.location, hosts: [origin])
      }
      if Presentation.isPath(text, endingWith: [".js"]), !text.contains(":") {
        return PageScript(source: .file(text), location: node.location)
      }
    }
    report(
      .guideInvalid, "a script must be an address, or the path of a file in the content folder",
      at: node.location, hint: "write 'https://stats.example/count.js' or 'feedback.js'")
    return nil
  }

  /// The values for a script, which it reads from its own element.
  private mutating func scriptData() -> [PageScript.Pair] {
    guard let node = node("data") else { return [] }
    let key = "data"
    var inner = YAMLFields(node, what: "'\(key)'", known: nil, invalid: .guideInvalid)
    var pairs: [PageScript.Pair] = []
    for member in inner.bounded(inner.all, key, \.keyLocation) {
      let isName =
        member.key.first?.isLetter == true
        && member.key.utf8.allSatisfy {
          UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
            || $0 == UInt8(ascii: "-")
        }
      guard isName else {
        inner.report(
          .guideInvalid, "'\(member.key)' can't be part of an attribute", at: member.keyLocation,
          hint: "use small letters, digits, and '-'")
        continue
      }
      if let value = inner.text(member.value, "'\(member.key)'") {
        pairs.append(.init(name: member.key, value: value))
      }
    }
    absorb(inner)
    return pairs.sorted { $0.name < $1.name }
  }

  private mutating func scriptHosts() -> [String] {
    bounded(texts("hosts"), "hosts", \.location).compactMap { text, location in
      if let origin = PageScript.origin(of: text), origin == text { return origin }
      report(
        .guideInvalid, "'\(text)' is not the origin of a host", at: location,
        hint: "write 'https://stats.example'")
      return nil
    }
  }
}
