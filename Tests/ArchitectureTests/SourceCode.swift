import Foundation
import TestSupport

/// One Swift file of the package, as its text alone tells.
struct SourceCode: Sendable {
  /// The path below the package's folder.
  let path: String
  /// The lines, without their ends.
  let lines: [String]

  /// Takes the text of a file.
  init(path: String, text: String) {
    self.path = path
    let ending = text.hasSuffix("\n") ? 1 : 0
    lines = Array(text.components(separatedBy: "\n").dropLast(ending))
  }

  /// The modules that it imports, in order.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count,
        words[..<keyword].allSatisfy({ $0.hasPrefix("@") || Self.accessLevels.contains($0) })
      else { return nil }
      // `import struct Module.Name` names the module behind the kind of declaration.
      return words.last?.split(separator: ".").first.map(String.init)
    }
  }

  private static let accessLevels: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]

  /// A function or initializer with the lines from its name to its closing brace.
  struct Function {
    /// The line of its name, from 1.
    let line: Int
    /// How many lines it takes.
    let length: Int
  }

  /// The functions, as the formatter lays them out: the closing brace is under the first word.
  var functions: [Function] {
    lines.indices.compactMap { start in
      guard Self.declaresFunction(lines[start]) else { return nil }
      return end(of: start).map { Function(line: start + 1, length: $0 - start + 1) }
    }
  }

  /// Whether a line begins with modifiers and one of the words that introduce a function.
  private static func declaresFunction(_ line: String) -> Bool {
    for word in line.split(separator: " ") {
      let name = word.prefix { $0.isLetter }
      if ["func", "init", "deinit", "subscript"].contains(name) { return true }
      guard word.hasPrefix("@") || word.allSatisfy({ $0.isLowercase || "()".contains($0) }) else {
        return false
      }
    }
    return false
  }

  /// The line that closes a function; nil for a mere requirement or call.
  private func end(of start: Int) -> Int? {
    let indentation = lines[start].prefix { $0 == " " }
    if lines[start].hasSuffix("}") { return start }
    for index in (start + 1)..<max(start + 1, lines.count) {
      let line = lines[index]
      if line.isEmpty { continue }
      guard line.hasPrefix(indentation) else { return nil }
      let text = line.dropFirst(indentation.count)
      if text.hasPrefix("}") { return index }
      if text.hasPrefix(")"), text.hasSuffix("}") { return index }
      if !text.hasPrefix(" "), !text.hasPrefix(")"), !text.hasPrefix("throws"),
        !text.hasPrefix("where"), !text.hasPrefix("->"), !text.hasPrefix("{")
      {
        return nil
      }
    }
    return nil
  }
}

extension SourceCode {
  /// The Swift files below a folder of the package, sorted by path.
  static func files(below folder: String) throws -> [SourceCode] {
    let root = Project.root.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      return SourceCode(path: folder + "/" + name, text: text)
    }
  }
}
