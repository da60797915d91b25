import Foundation
import FuzzTargets
import TestSupport
import Testing

/// What the fuzzer has found worth keeping is borne in every run of the tests.
@Suite struct CorpusTests {
  private static let corpus = Project.root.appending(path: "Tests/FuzzTargetsTests/Corpus")

  @Test(arguments: FuzzTarget.allCases) func corpusIsBorne(target: FuzzTarget) throws {
    let folder = Self.corpus.appending(path: target.rawValue)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.isEmpty)
    for name in names { target.run([UInt8](try Data(contentsOf: folder.appending(path: name)))) }
  }
}
