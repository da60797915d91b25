import Base

/// The order of documents in navigation and matrix, and their groups in the navigation.
public struct Sidebar: Sendable, Hashable {
  /// Documents under a title of their own.
  public struct Group: Sendable, Hashable {
    /// Its titles by locale; a title for all locales is under an empty one.
    public let titles: [String: String]

    /// The title for readers of a locale, and the locale that it is borrowed from.
    ///
    /// It is the locale's own, or else that of all or of the source. Only a borrowed title has a locale.
    public func title(in locale: String, source: String) -> (text: String, borrowedFrom: String?) {
      if let own = titles[locale] ?? titles[""] { return (own, nil) }
      if let text = titles[source] { return (text, source) }
      let first = titles.min { $0.key < $1.key }
      return (first?.value ?? "", first?.key)
    }
  }

  /// A document, or a folder with all that is in it.
  public struct Entry: Sendable, Hashable {
    /// The key of the document, or the path of the folder.
    public let name: GuideSettings.Name
    /// Its group, by index; nil if it is in none.
    public let group: Int?
  }

  /// The entries in their order.
  public private(set) var entries: [Entry] = []
  /// The groups in their order.
  public private(set) var groups: [Group] = []
  private var places: [String: Int] = [:]

  /// The place of a document among the entries; nil if neither it nor a folder around it is one.
  ///
  /// The innermost entry counts, and of equal entries the first.
  public func place(of key: String) -> Int? {
    Self.names(of: key).lazy.compactMap { places[$0] }.first
  }

  /// The names of a document in entries: its key, and the folders around it from the inside.
  static func names(of key: String) -> [String] {
    var names: [String] = []
    var rest = key[...]
    while true {
      names.append(String(rest))
      guard let slash = rest.lastIndex(of: "/") else { return names }
      rest = rest[..<slash]
    }
  }

  fileprivate mutating func append(_ group: Group) { groups.append(group) }

  fileprivate mutating func append(_ entry: Entry) {
    if places[entry.name.text] == nil { places[entry.name.text] = entries.count }
    entries.append(entry)
  }
}

extension YAMLFields {
  /// The entries of the sidebar, each a name, or a mapping with the title of a group and its names.
  mutating func sidebar() -> Sidebar {
    var sidebar = Sidebar()
    guard let node = node("sidebar") else { return sidebar }
    let key = "sidebar"
    let what: DiagnosticMessage = "'\(key)'"
    guard let elements = node.elements else {
      report(.guideInvalid, "\(what) must be a list, not \(node.kind)", at: node.location)
      return sidebar
    }
    for element in elements {
      if let text = element.text {
        sidebar.append(entry(text, element.location, group: nil))
      } else {
        appendGroup(element, what, to: &sidebar)
      }
    }
    return sidebar
  }

  private mutating func appendGroup(
    _ node: YAMLNode, _ what: DiagnosticMessage, to sidebar: inout Sidebar
  ) {
    var inner = YAMLFields(
      node, what: "an entry of \(what)", known: ["title", "documents"], invalid: .guideInvalid)
    let titles = inner.titles()
    let names = inner.texts("documents")
    if titles.isEmpty || names.isEmpty, inner.diagnostics.isEmpty {
      inner.report(
        .guideInvalid, "a group of the sidebar needs a title and documents", at: node.location,
        hint: "write 'title: Operations' and 'documents: [backup, updates]'")
    }
    absorb(inner)
    guard !titles.isEmpty else { return }
    let group = sidebar.groups.count
    sidebar.append(Sidebar.Group(titles: titles))
    for name in names { sidebar.append(entry(name.text, name.location, group: group)) }
  }

  /// A title for all locales, or one for each.
  private mutating func titles() -> [String: String] {
    guard let node = node("title") else { return [:] }
    guard let members = node.members, node.text == nil else {
      return text("title").map { ["": $0] } ?? [:]
    }
    var titles: [String: String] = [:]
    for member in members {
      titles[member.key] = text(member.value, "'\(member.key)'")
        .flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
    return titles
  }

  /// An entry by a name as people write it: with or without `.md`, or a slash at an end.
  private func entry(_ text: String, _ location: SourceLocation, group: Int?) -> Sidebar.Entry {
    var name = Substring(text)
    if name.hasPrefix("/") { name = name.dropFirst() }
    if name.hasSuffix("/") { name = name.dropLast() }
    if name.hasSuffix(".md") { name = name.dropLast(3) }
    if name.hasSuffix("/index") { name = name.dropLast("/index".count) }
    return Sidebar.Entry(name: .init(text: String(name), location: location), group: group)
  }
}
