/// The files of the templates' `assets` folder that scripts refer to, and each one's name in the
/// site.
struct AssetReferences {
  /// How a script begins to name a file beside it.
  private static let start = Array("\"./".utf8)

  private let siteNames: [String: String]

  init(_ files: [(name: String, bytes: [UInt8])]) {
    let bytes = Dictionary(files.map { ($0.name, $0.bytes) }) { first, _ in first }
    var names: [String: String] = [:]
    for (name, _) in files {
      let dot = name.lastIndex(of: ".") ?? name.endIndex
      let isNamedByContent = [".css", ".js"].contains(name[dot...])
      let hash = isNamedByContent ? "." + Self.hash(of: name, bytes) : ""
      names[name] = name[..<dot] + hash + name[dot...]
    }
    siteNames = names
  }

  /// The name of a file in the site.
  func siteName(of name: String) -> String { siteNames[name] ?? name }

  /// A file with the names that the site knows those by which it refers to.
  func rewritten(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    guard name.hasSuffix(".js") else { return bytes }
    var output: [UInt8] = []
    var written = 0
    for range in Self.references(in: bytes) {
      let referred = String(decoding: bytes[range], as: UTF8.self)
      guard let known = siteNames[referred] else { continue }
      output += bytes[written..<range.lowerBound]
      output += known.utf8
      written = range.upperBound
    }
    return output + bytes[written...]
  }

  /// The places at which a script names files beside it, each without the `./`.
  private static func references(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index + start.count < bytes.count {
      guard bytes[index] == start[0], bytes[index..<index + start.count].elementsEqual(start) else {
        index += 1
        continue
      }
      let first = index + start.count
      let end = bytes[first...].firstIndex(of: start[0]) ?? bytes.endIndex
      ranges.append(first..<end)
      index = end + 1
    }
    return ranges
  }

  /// The hash of a file and of all files that it leads to, in the order of their names.
  private static func hash(of name: String, _ files: [String: [UInt8]]) -> String {
    var reached: Set<String> = [name]
    var waiting = [name]
    while let next = waiting.popLast() {
      guard next.hasSuffix(".js"), let bytes = files[next] else { continue }
      for range in references(in: bytes) {
        let referred = String(decoding: bytes[range], as: UTF8.self)
        if files[referred] != nil, reached.insert(referred).inserted { waiting.append(referred) }
      }
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for file in [name] + reached.subtracting([name]).sorted() {
      for byte in files[file] ?? [] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
