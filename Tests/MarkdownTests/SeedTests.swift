import Base
import Foundation
import TestSupport
import Testing

@testable import Markdown

/// Real translations, as they are handed over.
@Suite(.needsShared) struct SeedTests {
  private func seeds() throws -> [(name: String, text: String)] {
    let folder = try #require(Project.shared).appending(path: "seeds")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.map {
      ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
    }
  }

  @Test func everySeedHasFifteenRowsInTwoSections() throws {
    let seeds = try seeds()
    #expect(seeds.count == 5)
    for (name, text) in seeds {
      let parsed = try Parsed(text, responsibilities: true)
      let document = parsed.document
      #expect(document.rows.count == 15, "\(name)")
      #expect(
        document.rows.map(\.heading) == Array(repeating: 1, count: 6)
          + Array(repeating: 2, count: 9))
      #expect(
        document.headings.map(\.anchor) == [
          "microsoft-managed-desktop-roles-and-responsibilities",
          "microsofts-roles-and-responsibilities", "your-roles-and-responsibilities",
        ], "\(name)")
      #expect(document.rows.allSatisfy { !$0.title.isEmpty && (1...16).contains($0.clauseCount) })
      #expect(document.rows.contains { $0.clauseCount > 2 })
      #expect(document.metadata.isMachineTranslated && document.metadata.title != nil)
      #expect(document.metadata.handoffDate?.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil)
      #expect(!parsed.diagnostics.containsError, "\(parsed.messages)")
    }
  }

  @Test func noWordOfASeedIsLost() throws {
    for (name, text) in try seeds() {
      let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: true)
      let body = String(try #require(parts.last)).replacing(/(?s)<!--.*?-->/, with: " ")
        .replacing(/\]\([^)]*\)/, with: " ").replacing(/<[^>]*>/, with: " ")
        .replacing("&nbsp;", with: " ")
      for responsibilities in [true, false] {
        let html = try Parsed(text, responsibilities: responsibilities).html
        let shown = words(html.replacing(/<[^>]*>/, with: " "))
        #expect(words(body).subtracting(shown).isEmpty, "\(name)")
      }
    }
  }

  private func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init))
  }
}
