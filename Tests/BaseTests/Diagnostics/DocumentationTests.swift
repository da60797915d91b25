import Base
import Foundation
import TestSupport
import Testing

/// Every rule has its part in the documentation, which says how much it weighs.
@Suite struct DocumentationTests {
  @Test func everyRuleIsDescribed() throws {
    let text = try String(
      contentsOf: Project.root.appending(path: "docs/diagnostics.md"), encoding: .utf8)
    let parts = text.components(separatedBy: "\n## ").dropFirst().map {
      $0.components(separatedBy: "\n\n")
    }
    #expect(parts.map { $0[0] }.sorted() == DiagnosticID.allCases.map(\.rawValue).sorted())
    for part in parts {
      let id = try #require(DiagnosticID(rawValue: part[0]))
      let isRaised = id.isErrorInStrictMode && id.severity != .error
      let addition = isRaised ? ", error with `--strict`" : id.isAlwaysError ? ", always" : ""
      #expect(part[1] == id.severity.rawValue.capitalized + addition + ".", "\(id)")
      #expect(part[2].count > 30, "\(id)")
    }
  }
}
