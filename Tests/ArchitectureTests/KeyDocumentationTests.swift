import Foundation
import TestSupport
import Testing

/// The documentation of the guide's files and their schemas have the same keys.
@Suite struct KeyDocumentationTests {
  @Test(arguments: [("guide.yml", "guide"), ("locale.yml", "locale")])
  func everyKeyIsDescribed(heading: String, name: String) throws {
    let documented = try MarkdownFile("docs/guide-format.md").table(below: heading)
    let keys = Set(documented.compactMap(\.first))
    #expect(keys == Set(try Self.properties(name).keys))
  }

  @Test func everyLimitIsDescribed() throws {
    let documented = try MarkdownFile("docs/guide-format.md").table(below: "Limits")
    let limits = try #require(try Self.properties("guide")["limits"] as? [String: Any])
    let properties = try #require(limits["properties"] as? [String: Any])
    #expect(Set(documented.compactMap(\.first)) == Set(properties.keys))
  }

  private static func properties(_ name: String) throws -> [String: Any] {
    let file = Project.templates.appending(path: "schemas/\(name).schema.json")
    let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    return try #require(schema?["properties"] as? [String: Any])
  }
}
