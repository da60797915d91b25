import TestSupport
import Testing

/// Files and functions that a reader can remember.
@Suite struct SizeTests {
  private static let mostLinesOfFile = 300
  private static let mostLinesOfFunction = 60

  @Test func filesAreShort() throws {
    let files = try SourceCode.files(below: "Sources")
    #expect(files.count > 100, "Sources was not found")
    let long = files.filter { $0.lines.count > Self.mostLinesOfFile }
    #expect(long.map { "\($0.path): \($0.lines.count) lines" } == [])
  }

  @Test func functionsAreShort() throws {
    let files = try SourceCode.files(below: "Sources")
    #expect(files.reduce(0) { $0 + $1.functions.count } > 500, "functions were not found")
    let long = files.flatMap { file in
      file.functions.filter { $0.length > Self.mostLinesOfFunction }
        .map { "\(file.path):\($0.line): \($0.length) lines" }
    }
    #expect(long == [])
  }

  @Test(arguments: [
    ("func a() { 1 }", [1]),
    ("func a() {\n  b {\n  }\n}", [4]),
    ("public static func a(\n  _ b: Int\n) -> Int {\n  b\n}", [5]),
    ("func a(\n  _ b: Int\n) -> Int { b }", [3]),
    ("func a<B>(_ b: B)\nwhere B: C {\n  b.c()\n}", [4]),
    ("struct A {\n  init?(b: Int) {\n    return nil\n  }\n\n  deinit {\n  }\n}", [3, 2]),
    ("protocol A {\n  func b()\n  var c: Int { get }\n}", []),
  ])
  func functionsAreMeasured(text: String, lengths: [Int]) {
    #expect(SourceCode(path: "File.swift", text: text).functions.map(\.length) == lengths)
  }
}
