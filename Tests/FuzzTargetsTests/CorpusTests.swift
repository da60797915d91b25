import Foundation
import FuzzTargets
import TestSupport
import Testing

/// What the fuzzer has found worth keeping is borne in every run of the tests.
@Suite struct CorpusTests {
  private static let corpus = Project.root.appending(path: "Tests/FuzzTargetsTests/Corpus")

  @Test(arguments: FuzzTarget.allCases) func corpusIsBorne(target: FuzzTarget) throws {
    let file = Self.corpus.appending(path: target.rawValue + ".corpus")
    let inputs = try #require(Self.inputs(in: [UInt8](try Data(contentsOf: file))))
    #expect(!inputs.isEmpty)
    for input in inputs { target.run(input) }
  }

  /// The inputs that `scripts/pack-corpus` packed; nil if the file ends within one.
  private static func inputs(in bytes: [UInt8]) -> [[UInt8]]? {
    var inputs: [[UInt8]] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let digits = String(decoding: rest[..<end], as: UTF8.self)
      guard let count = Int(digits), count >= 0, count <= rest.endIndex - end - 1 else {
        return nil
      }
      inputs.append(Array(rest[(end + 1)...].prefix(count)))
      rest = rest[(end + 1)...].dropFirst(count)
    }
    return rest.isEmpty ? inputs : nil
  }
}
