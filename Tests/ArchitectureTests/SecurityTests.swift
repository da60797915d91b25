import Foundation
import TestSupport
import Testing

/// The tests of the promises of SECURITY.md exist, and code that would break them does not.
@Suite struct SecurityTests {
  private static func threats() throws -> [[String]] {
    try MarkdownFile("SECURITY.md").table(below: "Promises")
  }

  @Test func everyTestThatIsNamedIsThere() throws {
    let sources = try SourceCode.files(below: "Tests")
      .map { try String(contentsOf: Project.root.appending(path: $0.path), encoding: .utf8) }
    let rows = try Self.threats()
    #expect(rows.count > 15)
    for row in rows {
      let names = row[2].matches(of: /\b([A-Z]\w+)(?:\.(\w+))?/)
      #expect(!names.isEmpty || row[2].contains("make "), "\(row[0])")
      for name in names {
        let suites = sources.filter { $0.contains(" struct \(name.1) {") }
        #expect(!suites.isEmpty, "no tests \(name.1)")
        guard let function = name.2 else { continue }
        #expect(suites.contains { $0.contains("func \(function)(") }, "\(name.0)")
      }
    }
  }

  /// Text becomes markup, or a program, by none of these.
  @Test func scriptsTakeNoTextForMarkup() throws {
    let templates = Project.templates
    let scripts = try FileManager.default.subpathsOfDirectory(atPath: templates.path)
      .filter { $0.hasSuffix(".js") }
    #expect(scripts.count >= 8)
    let careless =
      /(inner|outer)HTML|insertAdjacentHTML|document\.write|\beval\(|new Function|createContextualFragment/
    for script in scripts {
      let text = try String(contentsOf: templates.appending(path: script), encoding: .utf8)
      #expect(text.firstMatch(of: careless)?.0 == nil, "\(script)")
    }
  }

  /// The program ends by itself alone, whatever it reads.
  @Test func productCodeDoesNotTrap() throws {
    for file in try SourceCode.files(below: "Sources") {
      let text = try String(contentsOf: Project.root.appending(path: file.path), encoding: .utf8)
      #expect(
        text.firstMatch(of: /try!|\bas!|fatalError\(|precondition(Failure)?\(|unowned/)?.0 == nil,
        "\(file.path)")
    }
  }

  /// Each conversion to a narrower integer has a reason why the number fits.
  @Test func narrowingIsProven() throws {
    let list = try String(
      contentsOf: Project.root.appending(path: "Tests/ArchitectureTests/Narrowing.txt"),
      encoding: .utf8)
    var reasons: [String: String] = [:]
    for line in list.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ", maxSplits: 2)
      #expect(parts.count == 3, "\(line)")
      reasons["Sources/\(parts[0])"] = String(parts[1])
    }
    let narrowing =
      #/\bU?Int(?:8|16|32)\((?!ascii|truncatingIfNeeded|exactly|clamping|bitPattern|bigEndian|littleEndian)/#
    for file in try SourceCode.files(below: "Sources") {
      let text = try String(contentsOf: Project.root.appending(path: file.path), encoding: .utf8)
      let count = text.split(separator: "\n").reduce(0) { sum, line in
        let code = line.prefix(upTo: line.firstRange(of: "//")?.lowerBound ?? line.endIndex)
        return sum + code.matches(of: narrowing).count
      }
      let known = reasons.removeValue(forKey: file.path)
      #expect("\(count)" == known ?? "0", "\(file.path): say in Narrowing.txt why the number fits")
    }
    #expect(reasons.isEmpty, "\(reasons.keys.sorted())")
  }
}
