/// The addresses that documents have on the sites of other tools.
///
/// They come from the front matter, and from file names in small letters. Numbers that give an order
/// are left out, as in `05.start/10-mail`. So are the marks of folders such as `_docs`, and `pages`.
struct OtherAddresses: Sendable {
  /// The documents by their addresses; nil if two share one.
  private var documents: [String: Int?] = [:]

  init(_ documents: [DocumentSet]) {
    for (index, document) in documents.enumerated() {
      let written = document.versions.flatMap { $0?.document.metadata.addresses ?? [] }
      for address in Set(written) { add(Self.trimmed(address), index) }
      let plain = Self.withoutMarks(document.key)
      if plain != document.key { add(plain, index) }
      for address in Self.variants(of: plain) { add(address, index) }
    }
  }

  /// The folders above the pages of other tools, which their addresses lack.
  private static let tops: Set<Substring> = ["content", "docs", "pages", "source", "src"]

  /// A key in small letters, and without the folder above the pages.
  private static func variants(of key: String) -> [String] {
    let small = key.lowercased()
    let variants = small.utf8.elementsEqual(key.utf8) ? [key] : [key, small]
    let below = variants.compactMap { key -> String? in
      let parts = key.split(separator: "/", maxSplits: 1)
      guard let top = parts.first, let rest = parts.last, parts.count > 1 else { return nil }
      return tops.contains(top) ? String(rest) : nil
    }
    return variants.dropFirst() + below
  }

  private mutating func add(_ address: String, _ document: Int) {
    if address.isEmpty { return }
    if let known = documents[address], known != document {
      documents[address] = .some(nil)
    } else {
      documents[address] = document
    }
  }

  /// The document of an address; nil if none or several have it.
  func document(_ path: String) -> Int? {
    documents.isEmpty ? nil : documents[Self.trimmed(path)] ?? nil
  }

  /// The path without slashes around it, `index.html`, and `.html`.
  private static func trimmed(_ address: String) -> String {
    var path = address.prefix { $0 != "?" && $0 != "#" }
    if path.hasSuffix("index.html") { path = path.dropLast(10) }
    if path.hasSuffix(".html") { path = path.dropLast(5) }
    while path.first == "/" { path = path.dropFirst() }
    while path.last == "/" { path = path.dropLast() }
    return String(path)
  }

  private static func withoutMarks(_ key: String) -> String {
    let names = key.split(separator: "/")
    let plain = names.enumerated().map { index, name -> Substring in
      if index == 0, names.count > 1, name.first == "_" { return name.dropFirst() }
      let digits = name.prefix { $0.isASCII && $0.isNumber }
      let rest = name.dropFirst(digits.count)
      guard (1...3).contains(digits.count), let mark = rest.first, "._- ".contains(mark),
        rest.count > 1
      else { return name }
      return rest.dropFirst()
    }
    let path = plain.joined(separator: "/")
    return path.hasSuffix("/index") ? String(path.dropLast(6)) : path
  }
}
