import Base
import Foundation
import TestSupport
import Testing

@testable import Adoption

/// A text of adopted files is text in the files of the guide, and never a setting.
@Suite struct HostileTextTests {
  /// Signs that end a line, a value, or a comment for some reader.
  private static let ends = [
    "&#10;", "&#13;", "&#13;&#10;", "&NewLine;", "&#x85;", "&#x2028;", "&#x2029;", "&#11;", "&#12;",
    "&#0;", "\u{85}", "\u{2028}", "\u{2029}", "\u{0B}", "\u{0C}", "&#10;&#10;", "&#10;...&#10;",
    "&#10;---&#10;", "&quot;", "'", "\\", "&quot;&#10;", "'&#10;", "#", "}", "]", ": ", "%0A",
  ]
  /// Settings that would matter.
  private static let settings = [
    "site_url: https://a.example", "base_path: /a", "severities: {link/unresolved: ignore}",
    "links: [{prefix: ../, to: 'https://a.example/'}]", "limits: {cells: 1}", "fallback: {a: [b]}",
    "parties: [a]", "- a", "sections: {}", "title: a", "strings: {search: a}", "*a", "&amp;a", "!a",
  ]

  /// A document and a translation in which each place may have a hostile text.
  private struct Sample {
    private var random: RandomNumbers

    init(seed: UInt64) { random = RandomNumbers(seed: seed) }

    private mutating func text(_ plain: String) -> String {
      random.once(in: 2)
        ? plain
        : plain + random.pick(ends) + random.pick(settings) + random.pick(ends + [""])
    }

    mutating func files() -> [String: String] {
      var files: [String: String] = [:]
      for language in ["en", "de"] {
        var lines = random.once(in: 4) ? ["---", "title: a\(text(""))", "---"] : []
        lines += ["# \(text("Plan"))", "", "## \(text("Work"))", ""]
        lines += ["|\(text("Task"))|\(text("Crew"))|\(text("Shop"))|", "|-|-|-|"]
        for row in 0..<3 {
          lines.append("|<a name=\"\(text("r\(row)"))\"></a>\(text("Paint \(row)"))|R|A|")
        }
        lines += ["", "## \(text("Help"))", "", "|Task|Owner|", "|-|-|"]
        for row in 0..<3 { lines.append("|Clean \(row)|\(text("Yard"))|") }
        for _ in 0..<3 { lines += ["", "[\(text("a"))](<../\(text("b"))/\(text("c"))/d.md>)"] }
        files["\(language)/a.md"] = lines.joined(separator: "\n") + "\n"
      }
      return files
    }
  }

  @Test func noTextBecomesASetting() async throws {
    let words = try #require(AdoptedMatrix.strings).tableWords
    let seed = UInt64(caseCount("ROLEBOOK_SEED", default: 14))
    var proposals = 0
    for number in 0..<UInt64(caseCount("ROLEBOOK_ADOPTED_TEXTS", default: 300)) {
      let name = "ROLEBOOK_SEED=\(seed + number)"
      var sample = Sample(seed: seed + number)
      let folder = try TemporaryFolder()
      for (path, text) in sample.files() { try folder.write(text, to: path) }
      let loose = try await LooseFiles.read(
        [AdoptedRoot(path: folder.url.path, locale: nil)],
        .init(language: nil, source: nil, sheet: nil), jobs: 1)
      let made = try await Adoption(loose.documents, source: nil, .init(tableWords: words))
        .result(jobs: 1)
      for file in made.files where file.path.hasSuffix(".yml") {
        check(file.path, String(decoding: file.bytes, as: UTF8.self), name)
      }
      let guide = try #require(made.files.first { $0.path == "content/guide.yml" })
      let text = String(decoding: guide.bytes, as: UTF8.self)
      if text.contains("# links:") {
        proposals += 1
        checkProposal(text, name)
      }
    }
    #expect(proposals > 10)
  }

  /// Expects the keys that `init` writes and no others.
  private func check(_ path: String, _ text: String, _ name: String) {
    guard let root = parsed(text, "\(name): \(path)") else { return }
    let keys = Set((root.members ?? []).map(\.key))
    switch path.split(separator: "/").last {
    case "guide.yml":
      let known = ["source_locale", "locales", "base_path", "parties", "letters", "limits"]
      #expect(keys.isSubset(of: known), "\(name): \(text)")
    case "locale.yml": #expect(keys.isSubset(of: ["title", "parties"]), "\(name): \(text)")
    default:
      #expect(keys == ["sections"], "\(name): \(text)")
      for section in root["sections"]?.members ?? [] {
        let inner = Set((section.value.members ?? []).map(\.key))
        #expect(inner.isSubset(of: ["raci", "table", "responsibilities"]), "\(name): \(text)")
        for row in section.value["responsibilities"]?.members ?? [] {
          #expect((row.value.members ?? []).allSatisfy { $0.key == "title" }, "\(name): \(text)")
        }
      }
    }
  }

  /// Expects of the proposal that it is one when somebody takes it.
  private func checkProposal(_ text: String, _ name: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0 == "# links:" } ?? 0
    let taken = lines[start...].map { $0.hasPrefix("# ") ? $0.dropFirst(2) : $0 }
    guard let root = parsed(taken.joined(separator: "\n") + "\n", name) else { return }
    #expect((root.members ?? []).map(\.key) == ["links"], "\(name): \(text)")
    guard case .sequence(let rules)? = root["links"]?.content else {
      Issue.record("\(name): \(text)")
      return
    }
    for rule in rules {
      #expect((rule.members ?? []).map(\.key) == ["prefix", "to"], "\(name): \(text)")
    }
  }

  private func parsed(_ text: String, _ name: String) -> YAMLNode? {
    let (root, findings) = YAMLParser.parse(Array(text.utf8), path: "a.yml")
    #expect(findings.isEmpty, "\(name): \(findings.map(\.text))\n\(text)")
    return root
  }
}
