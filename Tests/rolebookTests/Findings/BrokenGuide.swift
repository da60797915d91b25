import Base
import Foundation
import Guide
import GuideFixtures
import Site
import TestSupport
import Testing

@testable import rolebook

/// A guide with something wrong in it, and what must be found: nothing more, nothing less.
///
/// `⟦` in a file marks the place of a finding. The files take the place of those of a guide in
/// which there is nothing to find.
struct BrokenGuide: Sendable, CustomTestStringConvertible {
  /// The character that represents a byte that is not UTF-8.
  static let invalidByte: Character = "\u{F8FF}"

  static let sound = [
    "guide.yml": "source_locale: en\nlocales: [en, de]\nparties: [provider, customer]\n",
    "en/locale.yml": "title: Guide\nparties: {provider: Provider, customer: Customer}\n",
    "de/locale.yml": "title: Buch\nparties: {provider: Dienst, customer: Kundschaft}\n",
    "en/index.md": "# Home\n", "de/index.md": "# Start\n",
  ]

  let name: String
  var files: [String: String]
  /// The rules of the marked findings, by file and then in order; two of one place come from two
  /// marks.
  var rules: [String]
  /// The findings on whole files, as `path rule`.
  var whole: [String] = []
  /// Files that are not there.
  var absent: [String] = []
  /// Symbolic links, by their paths.
  var symbolicLinks: [String: String] = [:]
  /// Named pipes.
  var pipes: [String] = []

  init(
    _ name: String, _ files: [String: String], _ rules: String..., whole: [String] = [],
    absent: [String] = [], symbolicLinks: [String: String] = [:], pipes: [String] = []
  ) {
    self.name = name
    self.files = files
    self.rules = rules
    self.whole = whole
    self.absent = absent
    self.symbolicLinks = symbolicLinks
    self.pipes = pipes
  }

  var testDescription: String { name }

  /// The rules that are found in it.
  var allRules: Set<String> {
    Set(rules + whole.compactMap { $0.split(separator: " ").last.map(String.init) })
  }

  /// The expected findings, as `path:line:column rule`.
  var expected: [String] {
    zip(MarkedFiles(files).places, rules).map { "\($0) \($1)" }.sorted() + whole.sorted()
  }

  /// The actual findings, in the same form, as text, and as values.
  func findings() async throws -> (places: [String], text: String, found: [Diagnostic]) {
    let folder = try TemporaryFolder()
    let marked = MarkedFiles(files).files
    for (path, text) in Self.sound.merging(marked, uniquingKeysWith: { $1 })
    where !absent.contains(path) {
      try folder.write(Self.bytes(text), to: Self.place(path))
    }
    try makeSpecialFiles(in: folder)
    let hasTemplates = files.keys.contains { $0.hasPrefix("templates/") }
    let library = try TemplateLibrary(hasTemplates ? folder.file("templates").path : nil)
    var loader = GuideLoader(
      content: folder.file("content").path, basePath: nil, isStrict: false, jobs: 1)
    loader.date = "2026-01-31"
    let (found, _) = try await Rolebook.findings(&loader, library)
    let root = folder.url.path + "/"
    func below(_ text: String) -> String {
      text.replacingOccurrences(of: root + "content/", with: "")
        .replacingOccurrences(of: root, with: "")
    }
    func places(_ findings: [Diagnostic]) -> [String] {
      findings.map { below($0.location.description) + " " + $0.id.rawValue }.sorted()
    }
    return (
      places(found.filter { $0.location.line > 0 })
        + places(found.filter { $0.location.line == 0 }),
      below(found.map(\.text).joined(separator: "\n")), found
    )
  }

  private func makeSpecialFiles(in folder: TemporaryFolder) throws {
    for (path, target) in symbolicLinks {
      try FileManager.default.createSymbolicLink(
        atPath: folder.file(Self.place(path)).path, withDestinationPath: target)
    }
    for path in pipes { mkfifo(folder.file(Self.place(path)).path, 0o600) }
  }

  /// The place of a file below the test's folder: templates are beside the content.
  private static func place(_ path: String) -> String {
    path.hasPrefix("templates/") ? path : "content/" + path
  }

  private static func bytes(_ text: String) -> Data {
    let parts = text.split(separator: invalidByte, omittingEmptySubsequences: false)
    return Data(parts.map { Array($0.utf8) }.joined(separator: [0xFF]))
  }
}
