import Base
import Glibc
import Guide

extension TemplateLibrary {
  /// The UI words: English, those of some locales, and all that a publisher's own folder has.
  ///
  /// Of the other languages that Rolebook brings only the words of tables are read.
  ///
  /// - Throws: `FileError` if a file cannot be read.
  public func strings(
    for locales: [String], _ diagnostics: inout [Diagnostic]
  ) throws -> StringLoader {
    let needed = Set(locales.flatMap(LanguageTag.chain) + ["en"])
    let folder = (folders.last ?? "") + "/strings/"
    let known = isSameFolder(folders.first ?? "", folders.last ?? "")
    var sources: [(name: String, file: SourceFile)] = []
    var others: [String: [String: String]] = [:]
    for (name, path, bytes) in try files(in: "strings", ending: ".yml") {
      let name = stem(name)
      if needed.contains(name) || !(known || path.hasPrefix(folder)) {
        sources.append((name, SourceFile(path: path, bytes: bytes)))
      } else {
        others[name] = Self.tableWords(bytes)
      }
    }
    let bundled = folder + "en.yml"
    let isBundled = sources.contains { $0.file.path == bundled }
    var required = try wordsReadByTemplates()
    if !isBundled, try isRegularFile(bundled) {
      let file = SourceFile(path: bundled, bytes: try bytes(of: bundled))
      required.formUnion(StringLoader.keys(of: file))
    }
    return StringLoader(
      sources, tableWords: others, required: required, requiresEnglish: isBundled,
      diagnostics: &diagnostics)
  }

  private func isSameFolder(_ one: String, _ other: String) -> Bool {
    func resolved(_ path: String) -> String? {
      guard let real = realpath(path, nil) else { return nil }
      defer { free(real) }
      return String(cString: real)
    }
    return resolved(one) == resolved(other)
  }

  /// The words of tables in a file that Rolebook brings, in which each is a line: `read_r: "..."`.
  private static func tableWords(_ file: [UInt8]) -> [String: String] {
    var words: [String: String] = [:]
    var rest = file[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      let line = rest[..<end]
      rest = rest[end...].dropFirst()
      guard line.starts(with: "read_".utf8) else { continue }
      let quote = UInt8(ascii: "\"")
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
        let start = line.firstIndex(of: quote), let end = line.lastIndex(of: quote), start < end
      else { continue }
      let key = String(decoding: line[..<colon], as: UTF8.self)
      words[key] = String(decoding: line[(start + 1)..<end], as: UTF8.self)
    }
    return words
  }

  /// The UI words that templates name as `t.key`.
  func wordsReadByTemplates() throws -> Set<String> {
    var words: Set<String> = []
    for template in try templateSources() { words.formUnion(Self.words(readBy: template)) }
    return words
  }

  /// The keys of words in the tags of a template.
  private static func words(readBy template: [UInt8]) -> Set<String> {
    var result: Set<String> = []
    var position = 0
    while let open = template[position...].firstIndex(of: UInt8(ascii: "{")) {
      position = open + 1
      guard position < template.count, template[position] == UInt8(ascii: "{") else { continue }
      let name = template[(position + 1)...].drop { "{#^& ".utf8.contains($0) }
      guard name.starts(with: "t.".utf8) else { continue }
      let key = name.dropFirst(2).prefix { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
      }
      result.insert(String(decoding: key, as: UTF8.self))
    }
    return result
  }
}
