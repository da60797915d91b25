import Foundation
import TestSupport
import Testing

/// Code that ends a program on some data is in the product only if a list says why it cannot.
@Suite struct TrapTests {
  /// The lines of a list, comments left out.
  private static func list(_ name: String) throws -> [[String]] {
    let text = try String(
      contentsOf: Project.root.appending(path: "Tests/ArchitectureTests/" + name), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: " ", maxSplits: 3).map(String.init)
    }
  }

  /// A line without its comment and the content of its texts.
  private static func code(_ line: String) -> String {
    let bare = line.replacing(/"(?:[^"\\]|\\.)*"/, with: "\"\"")
    return String(bare.prefix(upTo: bare.firstRange(of: "//")?.lowerBound ?? bare.endIndex))
  }

  private static let kinds: [(name: String, count: @Sendable (String) -> Int)] = [
    ("remove", { $0.matches(of: /\.(?:removeFirst|removeLast|removeSubrange)\(/).count }),
    ("divide", { $0.matches(of: #/ [/%]=? (?=[A-Za-z(])/#).count }),
    ("behind", { $0.matches(of: /[A-Za-z0-9_)\]?]\[[^\[\]]* - [^\[\]]*\]/).count }),
    ("ahead", { $0.matches(of: /[A-Za-z0-9_)\]?]\[[^\[\]"]* \+ [^\[\]"]*\]/).count }),
    ("fixed", { $0.matches(of: /[A-Za-z0-9_)\]?]\[[0-9]+\]/).count }),
  ]

  @Test func removalsDivisionsAndPlacesAreProven() throws {
    var reasons: [String: String] = [:]
    for line in try Self.list("Traps.txt") {
      try #require(line.count == 4, "\(line)")
      reasons["Sources/\(line[0]) \(line[1])"] = line[2]
    }
    for file in try SourceCode.files(below: "Sources") {
      let lines = file.lines.map(Self.code)
      for kind in Self.kinds {
        let count = lines.reduce(0) { $0 + kind.count($1) }
        let known = reasons.removeValue(forKey: "\(file.path) \(kind.name)") ?? "0"
        #expect(
          "\(count)" == known, "\(file.path): say in Traps.txt why none of them ends the program")
      }
    }
    #expect(reasons.isEmpty, "\(reasons.keys.sorted())")
  }

  /// A function that calls itself, by whatever way, needs a bound that data cannot move.
  ///
  /// The calls are read from the program's machine code, so none escapes through a closure or a
  /// function between.
  @Test func recursionIsBounded() throws {
    let modules = try FileManager.default.contentsOfDirectory(
      atPath: Project.root.appending(path: "Sources").path
    ).filter { $0 != "C" }.sorted()
    let result = try run(
      Project.root.appending(path: "scripts/recursive-functions"),
      [try Project.executable().path] + modules, in: Project.root)
    try #require(result.status == 0, "\(result.errors)")
    let found = Set(result.output.split(separator: "\n").map(String.init))
    #expect(found.count > 5, "no function was found")
    var known: Set<String> = []
    for line in try Self.list("Recursion.txt").map({ $0.joined(separator: " ") }) {
      let colon = try #require(line.firstRange(of: ": "), "\(line): a reason is missing")
      known.insert(String(line[..<colon.lowerBound]))
    }
    #expect(found.subtracting(known).sorted() == [], "say in Recursion.txt what bounds them")
  }
}
