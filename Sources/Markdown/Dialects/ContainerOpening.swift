/// The line that opens an alert, or another container, in the spelling of a tool.
struct ContainerOpening {
  /// How the container ends.
  enum Style: Equatable {
    /// By a line of at least so many colons.
    case colons(Int)
    /// By a line that is indented less.
    case indented
    /// By a fence of code.
    case fence(Fence)
    /// By a tag such as `{% endhint %}`.
    case tag
    /// With the line itself.
    case line
  }

  /// The part of it that is shown.
  enum Content: Equatable {
    case alert(AlertKind)
    /// Its content, without a frame.
    case plain
    /// A title in bold above its content.
    case tab
    case image(source: String, alternative: String)
    case nothing
  }

  let style: Style
  let content: Content
  var title: [UInt8] = []
  /// Whether none of its content is shown.
  var isHidden: Bool { style == .indented && content == .nothing }
  /// Whether it is neither an alert nor a picture, which is reported.
  var isForeign = false

  /// Reads a line from its first character that is not white space.
  init?(_ text: ArraySlice<UInt8>) {
    var line = text
    while let last = line.last, last <= 0x20 { line = line.dropLast() }
    switch line.first {
    case UInt8(ascii: ":"): self.init(colons: line)
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "="): self.init(marks: line)
    case UInt8(ascii: "`"), UInt8(ascii: "~"): self.init(fence: line)
    case UInt8(ascii: "{"): self.init(tag: line)
    default: return nil
    }
  }

  private init(_ style: Style, _ content: Content, _ title: [UInt8] = [], isForeign: Bool = false) {
    self.style = style
    self.content = content
    self.title = title
    self.isForeign = isForeign
  }

  /// `:::note Title`, `:::warning[Title]`, `::: {.callout-tip title="Title"}`, `:::{note} Title`,
  /// and Microsoft Learn's `:::image ...:::` and `::: zone`.
  private init?(colons line: ArraySlice<UInt8>) {
    let count = line.prefix { $0 == UInt8(ascii: ":") }.count
    guard count >= 3 else { return nil }
    var rest = line.dropFirst(count).drop(while: isSpaceOrTab)
    let isWhole = rest.count >= 3 && rest.suffix(3).allSatisfy { $0 == UInt8(ascii: ":") }
    if isWhole {
      rest = rest.dropLast(rest.reversed().prefix { $0 == UInt8(ascii: ":") }.count)
    }
    if rest.isEmpty { return nil }
    if rest.first == UInt8(ascii: "{") {
      guard !isWhole, let named = Self.braced(rest) else { return nil }
      self.init(.colons(count), kind: named.name, title: named.title)
      return
    }
    let name = rest.prefix { isLetter($0) || isDigit($0) || $0 == 0x2D || $0 == 0x5F }
    guard let first = name.first, isLetter(first) else { return nil }
    let word = String(decoding: name, as: UTF8.self)
    let after = rest.dropFirst(name.count)
    if !isWhole, Self.isPath(rest) {
      self.init(.indented, .nothing, isForeign: true)
      return
    }
    if isWhole || word.hasSuffix("-end") || ["zone", "moniker"].contains(word.lowercased()) {
      self = Self.learn(word, after)
      return
    }
    guard
      after.isEmpty || isSpaceOrTab(after[after.startIndex])
        || "[{".utf8.contains(after[after.startIndex])
    else { return nil }
    self.init(.colons(count), kind: word, title: Self.title(after))
  }

  /// Whether the text is a name with dots, whose documentation another tool puts here.
  private static func isPath(_ text: ArraySlice<UInt8>) -> Bool {
    let names = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return names.count > 1
      && names.allSatisfy { name in
        guard let first = name.first, isLetter(first) || first == UInt8(ascii: "_") else {
          return false
        }
        return name.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
      }
  }

  private init(_ style: Style, kind name: String, title: [UInt8]) {
    let short = name.hasPrefix("callout-") ? String(name.dropFirst("callout-".count)) : name
    if let kind = AlertKind(name: short) {
      self.init(style, .alert(kind), title)
    } else {
      self.init(style, title.isEmpty ? .plain : .tab, title, isForeign: true)
    }
  }

  /// Microsoft Learn's own lines, which contain all that belongs to them.
  private static func learn(_ word: String, _ rest: ArraySlice<UInt8>) -> ContainerOpening {
    let values = AttributeList(rest)?.values ?? [:]
    if word.lowercased() == "image", let source = values["source"] {
      return .init(.line, .image(source: source, alternative: values["alt-text"] ?? ""))
    }
    return .init(.line, .nothing, isForeign: word.lowercased() != "image-end")
  }

  /// The name and the title of `{note} Title` or `{.callout-note title="Title"}`.
  private static func braced(_ text: ArraySlice<UInt8>) -> (name: String, title: [UInt8])? {
    guard let end = text.firstIndex(of: UInt8(ascii: "}")),
      let list = AttributeList(text[(text.startIndex + 1)..<end]),
      let name = list.classes.first ?? list.words.first
    else { return nil }
    let written = Array(text[(end + 1)...].drop(while: isSpaceOrTab))
    return (name, written.isEmpty ? Array((list.values["title"] ?? "").utf8) : written)
  }

  /// A title as it appears behind a name: bare, in brackets, or as an attribute.
  private static func title(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var rest = text.drop(while: isSpaceOrTab)
    var title: [UInt8] = []
    if rest.first == UInt8(ascii: "["), let end = rest.lastIndex(of: UInt8(ascii: "]")) {
      title = Array(rest[(rest.startIndex + 1)..<end])
      rest = rest[(end + 1)...].drop(while: isSpaceOrTab)
      if rest.first != UInt8(ascii: "{") { return title }
    }
    if rest.first == UInt8(ascii: "{"), rest.last == UInt8(ascii: "}"),
      let list = AttributeList(rest.dropFirst().dropLast())
    {
      return title.isEmpty ? Array((list.values["title"] ?? "").utf8) : title
    }
    return title.isEmpty ? Array(rest) : title
  }

  /// MkDocs' `!!! note "Title"`, `??? tip` and `=== "Tab"`.
  private init?(marks line: ArraySlice<UInt8>) {
    guard let mark = line.first else { return nil }
    guard line.prefix(while: { $0 == mark }).count == 3 else { return nil }
    var rest = line.dropFirst(3)
    if mark != UInt8(ascii: "!"), let sign = rest.first, "+!".utf8.contains(sign) {
      rest = rest.dropFirst()
    }
    guard let space = rest.first, isSpaceOrTab(space) else { return nil }
    rest = rest.drop(while: isSpaceOrTab)
    var title: [UInt8]?
    if rest.last == UInt8(ascii: "\""), let open = rest.firstIndex(of: UInt8(ascii: "\"")),
      open < rest.index(before: rest.endIndex)
    {
      title = Array(rest[(open + 1)...].dropLast())
      rest = rest[..<open]
    }
    if mark == UInt8(ascii: "=") {
      guard let title, rest.isEmpty else { return nil }
      self.init(.indented, .tab, title)
      return
    }
    let words = rest.split(whereSeparator: isSpaceOrTab)
    guard let name = words.first, words.count <= 4,
      words.allSatisfy({ $0.allSatisfy { isLetter($0) || isDigit($0) || "-_".utf8.contains($0) } })
    else { return nil }
    let kind = AlertKind(name: String(decoding: name, as: UTF8.self))
    let named = words.count == 1 || ["inline", "end"].contains { words[1].elementsEqual($0.utf8) }
    guard kind != nil || title != nil, named || title != nil else { return nil }
    self.init(.indented, .alert(kind ?? .note), title ?? [])
  }

  /// MyST's fence of code whose language is the name of an alert in braces.
  private init?(fence line: ArraySlice<UInt8>) {
    guard let fence = openingFence(line) else { return nil }
    let rest = line.dropFirst(fence.length)
    guard rest.first == UInt8(ascii: "{"), let named = Self.braced(rest),
      let kind = AlertKind(name: named.name)
    else { return nil }
    self.init(.fence(fence), .alert(kind), named.title)
  }

  /// GitBook's `{% hint style="info" %}`.
  private init?(tag line: ArraySlice<UInt8>) {
    guard line.starts(with: "{%".utf8), line.suffix(2).elementsEqual("%}".utf8), line.count > 4
    else { return nil }
    let inside = line.dropFirst(2).dropLast(2).drop(while: isSpaceOrTab)
    guard inside.starts(with: "hint ".utf8), let list = AttributeList(inside.dropFirst(5)),
      let kind = list.values["style"].flatMap(AlertKind.init(name:))
    else { return nil }
    self.init(.tag, .alert(kind))
  }

  /// Whether a line ends a container of this style.
  static func closes(_ text: ArraySlice<UInt8>, _ style: Style) -> Bool {
    switch style {
    case .colons(let count):
      let colons = text.prefix { $0 == UInt8(ascii: ":") }.count
      return colons >= count && text.dropFirst(colons).allSatisfy { $0 <= 0x20 }
    case .fence(let fence): return isClosingFence(text, of: fence)
    case .tag:
      guard text.starts(with: "{%".utf8) else { return false }
      return text.dropFirst(2).drop(while: isSpaceOrTab).starts(with: "endhint".utf8)
    case .indented, .line: return false
    }
  }
}
