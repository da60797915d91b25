/// The scripts of a site that is opened from a disk.
///
/// Browsers load no modules from there, so each script of a page becomes a classic one with all
/// modules that it can need.
struct OfflineScripts {
  /// The suffix of the name of a file that is there as a script.
  static let suffix = ".js"

  /// The shared files of all pages, their scripts classic ones.
  let files: [(name: String, bytes: [UInt8])]

  /// Turns the modules that templates name into classic scripts.
  ///
  /// - Parameters:
  ///   - files: the shared files as they are in the templates.
  ///   - templates: the templates as they are written.
  ///   - runtime: the replacement for modules and requests.
  init(
    _ files: [(name: String, bytes: [UInt8])], templates: [[UInt8]], runtime: [UInt8]
  ) {
    let keys = templates.reduce(into: Set<String>()) { $0.formUnion(OfflineTemplate($1).modules) }
    let names = Set(files.map(\.name))
    var modules: [String: ClassicScript] = [:]
    for file in files where file.name.hasSuffix(".js") {
      modules[file.name] = ClassicScript(file.bytes)
    }
    let referred = modules.values.reduce(into: Set<String>()) { $0.formUnion($1.references) }
    self.files = files.compactMap { file in
      guard file.name.hasSuffix(".js") else { return file }
      let isModule = keys.contains(AssetCatalog.key(of: file.name))
      // A script that only modules ask for is in theirs.
      guard isModule else { return referred.contains(file.name) ? nil : file }
      var bytes = runtime
      for name in Self.reached(from: file.name, modules) where names.contains(name) {
        bytes += modules[name]?.definition(named: name) ?? []
      }
      return (file.name, bytes + Array("rolebook.load(\"\(file.name)\");\n".utf8))
    }
  }

  /// A module and all that it leads to, in the order of their names.
  private static func reached(from name: String, _ modules: [String: ClassicScript]) -> [String] {
    var reached: Set<String> = [name]
    var waiting = [name]
    while let next = waiting.popLast() {
      for other in modules[next]?.references ?? [] where reached.insert(other).inserted {
        waiting.append(other)
      }
    }
    return reached.sorted()
  }

  /// A file of the site as a script that hands over its text.
  ///
  /// - Parameter next: files beside it that readers will ask for next.
  static func script(of text: [UInt8], next: [String] = []) -> [UInt8] {
    var output = Array("rolebook.file('".utf8)
    output.reserveCapacity(text.count + text.count / 50 + 64)
    for byte in text {
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
      case 0x0A: output += "\\n".utf8
      case 0x0D: output += "\\r".utf8
      default: output.append(byte)
      }
    }
    output += "'".utf8
    if !next.isEmpty {
      output += ",[\(next.map { "\"\($0)\"" }.joined(separator: ","))]".utf8
    }
    return output + Array(");\n".utf8)
  }
}

/// A template for pages that are opened from a disk.
struct OfflineTemplate {
  private static let module = Array("type=\"module\"".utf8)

  /// The template, whose scripts wait for the page as modules do.
  private(set) var bytes: [UInt8] = []
  /// The keys of the scripts that it loads as modules.
  private(set) var modules: [String] = []

  init(_ template: [UInt8]) {
    var rest = template[...]
    while let start = rest.firstRange(of: "<script".utf8)?.lowerBound,
      let end = rest[start...].firstIndex(of: UInt8(ascii: ">"))
    {
      bytes += rest[..<start]
      let tag = rest[start...end]
      rest = rest[(end + 1)...]
      guard let type = tag.firstRange(of: Self.module) else {
        bytes += tag
        continue
      }
      bytes += tag[..<type.lowerBound] + Array("defer".utf8) + tag[type.upperBound...]
      guard let key = tag.firstRange(of: "{{assets.".utf8) else { continue }
      let name = tag[key.upperBound...].prefix { $0 != UInt8(ascii: "}") }
      modules.append(String(decoding: name, as: UTF8.self))
    }
    bytes += rest
  }
}
