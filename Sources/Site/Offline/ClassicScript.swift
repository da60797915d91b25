/// A module of JavaScript as a function of a classic script (ECMA-262, section 16.2, without
/// top-level `await`).
///
/// It loads its imports by name, and its exports are read through an object.
struct ClassicScript {
  /// An export of a module: the name outside, and the expression that reads the value.
  private typealias Export = (name: String, value: String)

  /// The module's statements, without those that only modules have.
  private(set) var body: [UInt8] = []
  /// The modules that it refers to, by their names among the assets.
  private(set) var references: [String] = []
  private var exports: [Export] = []
  private var reader: ScriptReader

  /// Reads a module.
  init(_ bytes: [UInt8]) {
    reader = ScriptReader(bytes)
    while let token = reader.next() {
      switch token {
      case .text(let range): body += bytes[range]
      case .keyword("import"): takeImport()
      case .keyword("export") where reader.depth == 0: takeExport()
      case .keyword(let word): body += word.utf8
      }
    }
  }

  /// The module as a call that defines it.
  func definition(named name: String) -> [UInt8] {
    let getters = exports.map { "\($0.name): { get: () => \($0.value), enumerable: true }" }
    let head =
      "rolebook.define(\"\(name)\", (exports, importMeta, importModule, fetch, XMLHttpRequest) => {\n"
      + "\"use strict\";\n{\n"
      + "Object.defineProperties(exports, { \(getters.joined(separator: ", ")) });\n"
    return Array(head.utf8) + body + Array("\n}\n});\n".utf8)
  }

  // MARK: Imports

  private mutating func takeImport() {
    if reader.take(".meta") {
      body += "importMeta".utf8
      return
    }
    if reader.peeks("(") {
      body += "importModule".utf8
      guard let (range, name) = reader.stringInParentheses() else { return }
      body += "(".utf8
      appendName(name, else: range)
      return
    }
    guard reader.depth == 0, let clause = reader.clause() else {
      body += "import".utf8
      return
    }
    let source = "rolebook.load(\"\(refer(clause.module))\")"
    guard !clause.words.isEmpty else {
      body += "\(source);".utf8
      return
    }
    var names = clause.words
    var parts: [String] = []
    if let brace = names.firstIndex(of: "{") {
      let end = names.lastIndex(of: "}") ?? names.endIndex
      let list = names[names.index(after: brace)..<end]
      parts.append("const { \(Self.pairs(list, between: ": ")) } = \(source);")
      names = String(names[..<brace])
    }
    for word in names.split(separator: ",").map(Self.trimmed) where !word.isEmpty {
      if word.hasPrefix("*") {
        let name = word.split(whereSeparator: \.isWhitespace).last ?? ""
        parts.append("const \(name) = \(source);")
      } else {
        parts.append("const \(word) = \(source).default;")
      }
    }
    body += parts.joined(separator: " ").utf8
  }

  /// The name by which a module is loaded, among those that this one needs.
  private mutating func refer(_ module: String) -> String {
    let name = module.hasPrefix("./") ? String(module.dropFirst(2)) : module
    references.append(name)
    return name
  }

  private mutating func appendName(_ name: String, else range: Range<Int>) {
    guard name.hasPrefix("./") else {
      body += reader.bytes[range]
      return
    }
    body += "\"\(refer(name))\"".utf8
  }

  // MARK: Exports

  private mutating func takeExport() {
    reader.skipSpace()
    if reader.take("default") {
      exports.append(("default", "exported"))
      body += "const exported =".utf8
      return
    }
    if reader.peeks("{") || reader.peeks("*") {
      takeExportedNames()
      return
    }
    // A declaration, which goes on as one.
    let words = reader.upcomingWords(4)
    let name = words.first {
      !["async", "function", "function*", "class", "const", "let", "var", "*"].contains($0)
    }
    if let name { exports.append((name, name)) }
  }

  private mutating func takeExportedNames() {
    guard let (text, module) = reader.exportedNames() else { return }
    let source = module.map { "rolebook.load(\"\(refer($0))\")" }
    if text.hasPrefix("*"), let source {
      let words = text.split(whereSeparator: \.isWhitespace)
      if words.count == 3 {
        exports.append((String(words[2]), source))
      } else {
        body +=
          "Object.defineProperties(exports, Object.getOwnPropertyDescriptors(\(source)));".utf8
      }
      return
    }
    let list = text.dropFirst().prefix { $0 != "}" }
    for part in list.split(separator: ",").map(Self.trimmed) where !part.isEmpty {
      let words = part.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let own = words.first, let name = words.last else { continue }
      exports.append((name, source.map { "\($0).\(own)" } ?? own))
    }
  }

  /// Names of a list, `a as b` with another sign between the two.
  private static func pairs(_ list: Substring, between sign: String) -> String {
    list.split(separator: ",").map(trimmed).filter { !$0.isEmpty }.map { part in
      let words = part.split(whereSeparator: \.isWhitespace)
      return words.count == 3 ? "\(words[0])\(sign)\(words[2])" : part
    }.joined(separator: ", ")
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
