import Foundation
import TestSupport
import Testing

/// Every UI word is read by a template, a script or the program.
@Suite struct DeadWordTests {
  /// The parts that the program puts before or behind a name to make a key.
  private static var made: Regex<(Substring, Substring?)> {
    #/^(?:(?:raci_[racis]|daci_[dac])_description|state_\w+|alert_\w+|severity_\w+|origin_\w+|changes_(changed|added|removed)|contact_(?:mail|phone|url|deputy|members)|review_(?:approved|changed|expired|never))$/#
  }

  @Test func everyWordIsRead() throws {
    let english = try text(Project.templates.appending(path: "strings/en.yml"))
    let keys = english.matches(of: #/(?m)^(\w+): /#).map { String($0.1) }
    #expect(keys.count > 150)
    let readers =
      try texts(Project.templates, [".mustache", ".js"])
      + texts(Project.root.appending(path: "Sources"), [".swift"])
    let read = Set(
      readers.flatMap { $0.matches(of: #/t\.(\w+)\}|"(\w+)"/#) }.map { String($0.1 ?? $0.2 ?? "") })
    let dead = keys.filter { !read.contains($0) && $0.wholeMatch(of: Self.made) == nil }
    #expect(dead == [])
  }

  /// The punctuation that templates and scripts must leave to words: `: `, `, `, or `%` beside
  /// values.
  @Test func noSignOfOneLanguageStandsBesideAValue() throws {
    for template in try texts(Project.templates, [".mustache"]) {
      #expect(template.matches(of: #/\}\}(:|, | ?%)[ <"]?/#).isEmpty, "\(template.prefix(80))")
    }
  }

  /// Pages and exports put no comma and no colon of English between values.
  @Test func codeOfPagesLeavesPunctuationToWords() throws {
    for file in try SourceCode.files(below: "Sources/Site") where !file.path.contains("/Offline/") {
      for line in file.lines {
        #expect(!line.contains(#/joined\(separator: "[,;:] "\)|\+ ": "/#), "\(file.path): \(line)")
      }
    }
  }

  private func texts(_ folder: URL, _ endings: [String]) throws -> [String] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let urls = (files?.allObjects ?? []).compactMap { $0 as? URL }
    return try urls.filter { url in endings.contains { url.path.hasSuffix($0) } }.map(text)
  }

  private func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }
}
