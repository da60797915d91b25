import Base

/// Turns the links of wikis, `[[page|text]]` and `[[text|page]]`, into those of Markdown, if one
/// adopted file has the page's name.
struct WikiLinks {
  /// The places of files by their names, as wikis compare names.
  private let places: [String: [String]]

  /// Takes the places of all Markdown files.
  init(_ places: [String]) {
    self.places = Dictionary(grouping: places) { Self.key(Self.name(of: $0)[...]) }
  }

  /// The text with links of Markdown; nil if it has none of a wiki.
  ///
  /// - Parameter place: the place of the text.
  func linked(_ bytes: [UInt8], in place: String) -> [UInt8]? {
    guard bytes.contains(run: Self.opening) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var hasChanged = false
    var isCode = false
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      if number > 0 { result.append(0x0A) }
      let text = line.drop { $0 == 0x20 }
      if text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8) { isCode.toggle() }
      guard !isCode, line.firstRange(of: Self.opening) != nil else {
        result += line
        continue
      }
      let linked = self.linked(String(decoding: line, as: UTF8.self), in: place)
      hasChanged = hasChanged || linked != nil
      result += linked.map { Array($0.utf8) } ?? Array(line)
    }
    return hasChanged ? result : nil
  }

  /// So many pages of one name are compared with a link.
  private static let mostPagesOfName = 50
  private static let opening = Array("[[".utf8)

  /// A line with links of Markdown; nil if it has none of a wiki.
  private func linked(_ line: String, in place: String) -> String? {
    var result = ""
    var rest = line[...]
    var hasChanged = false
    var tickCount = 0
    while let start = rest.firstRange(of: "[["),
      let end = rest[start.upperBound...].firstRange(of: "]]")
    {
      let before = rest[..<start.lowerBound]
      result += before
      let inner = rest[start.upperBound..<end.lowerBound]
      tickCount += before.count { $0 == "`" }
      let isCode = !tickCount.isMultiple(of: 2)
      if !isCode, before.last != "!", let link = link(inner, in: place) {
        result += link
        hasChanged = true
      } else {
        result += rest[start.lowerBound..<end.upperBound]
      }
      rest = rest[end.upperBound...]
    }
    return hasChanged ? result + rest : nil
  }

  /// The link of a page's name and its text, in the order in which one of them is a page.
  private func link(_ inner: Substring, in place: String) -> String? {
    let parts = inner.replacing("\\|", with: "|").split(separator: "|").map { $0.trimmed }
    guard let first = parts.first, let last = parts.last, parts.count < 3,
      !inner.contains(where: { "[]`".contains($0) })
    else { return nil }
    if let target = target(first, in: place) { return "[\(last)](\(target))" }
    return parts.count == 2 ? target(last, in: place).map { "[\(first)](\($0))" } : nil
  }

  /// The relative address of the file that a page's name means; nil if there are none or several.
  private func target(_ page: Substring, in place: String) -> String? {
    let parts = page.split(separator: "#", maxSplits: 1)
    guard let path = parts.first?.trimmed, !page.hasPrefix("#") else { return nil }
    let name = path.split(separator: "/").last ?? path
    let candidates = places[Self.key(name)] ?? []
    // A name such as "index" that so many pages have means none of them.
    guard candidates.count <= Self.mostPagesOfName else { return nil }
    let found = candidates.filter {
      Self.key(LooseTree.split($0).stem[...]).hasSuffix(Self.key(path))
    }
    let top = place.prefix { $0 != "/" }
    let near = found.filter { Self.folder(of: $0) == Self.folder(of: place) }
    let inside = found.filter { $0.prefix { $0 != "/" } == top }
    guard let target = [found, near, inside].first(where: { $0.count == 1 })?.first else {
      return nil
    }
    let fragment = parts.dropFirst().first.map { "#" + Self.key($0) } ?? ""
    return Self.encoded(Self.relative(target, from: place)) + fragment
  }

  /// How wikis compare names: small letters, spaces as dashes.
  private static func key(_ name: Substring) -> String {
    String(name.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
  }

  private static func name(of place: String) -> String {
    let stem = LooseTree.split(place).stem
    return stem.split(separator: "/").last.map(String.init) ?? stem
  }

  private static func folder(of place: String) -> [Substring] {
    Array(place.split(separator: "/").dropLast())
  }

  private static func relative(_ target: String, from place: String) -> String {
    let (own, other) = (folder(of: place), target.split(separator: "/"))
    let common = zip(own, other.dropLast()).prefix { $0 == $1 }.count
    let ups = [Substring](repeating: "..", count: own.count - common)
    return (ups + other.dropFirst(common)).joined(separator: "/")
  }

  /// A path with signs that end or change an address as escapes.
  private static func encoded(_ path: String) -> String {
    path.map { " ()<>\\\"%#?[]|".contains($0) ? "%" + hex($0) : String($0) }.joined()
  }

  private static func hex(_ character: Character) -> String {
    let digits = String(character.asciiValue ?? 0x20, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }
}
