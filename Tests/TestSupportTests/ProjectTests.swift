import Foundation
import TestSupport
import Testing

@Suite struct ProjectTests {
  @Test func theRootHoldsThePackage() {
    let manifest = Project.root.appending(path: "Package.swift")
    #expect(FileManager.default.fileExists(atPath: manifest.path))
  }

  @Test(.needsShared) func theSharedFolderHoldsTheSeeds() throws {
    let seeds = try #require(Project.shared).appending(path: "seeds")
    #expect(FileManager.default.fileExists(atPath: seeds.path))
  }
}
