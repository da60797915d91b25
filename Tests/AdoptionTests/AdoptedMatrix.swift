import Base
import Foundation
import Guide
import Markdown
import TestSupport

@testable import Adoption

/// The result of a folder of texts: it is adopted and loaded in process, as `init` and `check` do.
struct AdoptedMatrix {
  /// The letters of each row by its title in the source, a party and its letters each.
  let rows: [String: [String: String]]
  /// The ids of the parties, in the order of the columns.
  let parties: [String]
  /// The names of the parties by locale, in the order of the columns.
  let names: [String: [String]]
  /// The title of each row in each locale, by the locale and the title in the source.
  let titles: [String: [String: String]]
  /// The locale that the others are translated from.
  let source: String
  /// The guide's letters.
  let letters: String
  /// All that `check` finds.
  let findings: [Diagnostic]
  /// The report's lines.
  let report: [String]

  /// Something that stops the test.
  struct Failed: Error {
    let text: String
  }

  /// The UI words that come with the project.
  static let strings: StringLoader? = {
    let folder = Project.root.appending(path: "templates/strings")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let files = names.filter { $0.hasSuffix(".yml") }.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map {
        (String(name.dropLast(4)), SourceFile(path: name, bytes: Array($0)))
      }
    }
    var findings: [Diagnostic] = []
    return files.isEmpty ? nil : StringLoader(files, diagnostics: &findings)
  }()

  /// Adopts files by their paths.
  init(
    _ files: [String: String], locale: String? = nil, source: String? = nil,
    signs: [String: LetterSet] = [:]
  ) async throws {
    guard let strings = Self.strings else { throw Failed(text: "no UI words") }
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: "in/" + path) }
    let loose = try await LooseFiles.read(
      [AdoptedRoot(path: folder.file("in").path, locale: locale)],
      .init(language: locale, source: nil, sheet: nil), jobs: 1)
    let adoption = try Adoption(
      loose.documents, source: source ?? loose.likelySource,
      .init(tableWords: strings.tableWords, signs: signs))
    let made = try await adoption.result(jobs: 1)
    for file in made.files { try folder.write(Data(file.bytes), to: "g/" + file.path) }
    var loader = GuideLoader(
      content: folder.file("g/content").path, basePath: nil, isStrict: false, jobs: 1)
    let (loaded, findings) = try await loader.load { _, _ in strings }
    guard let loaded else { throw Failed(text: findings.map(\.text).joined(separator: "\n")) }
    let guide = loaded.guide
    self.source = adoption.source
    let source = guide.locales.firstIndex { $0.tag == adoption.source } ?? 0
    var rows: [String: [String: String]] = [:]
    var titles: [String: [String: String]] = [:]
    for row in loaded.matrix.rows {
      let document = guide.documents[row.document]
      let responsibility = document.responsibilities[row.responsibility]
      guard let line = responsibility.rows[source], let version = document.versions[source] else {
        continue
      }
      var letters: [String: String] = [:]
      for (party, assignment) in zip(guide.locales[source].parties, row.assignments) {
        if let assignment { letters[party.name] = assignment.letters.text }
      }
      let title = version.document.rows[line].title
      rows[title] = letters
      for (index, other) in document.versions.enumerated() {
        guard let other, let own = responsibility.rows[index] else { continue }
        titles[guide.locales[index].tag, default: [:]][title] = other.document.rows[own].title
      }
    }
    self.rows = rows
    self.titles = titles
    letters = guide.settings.letters.text
    parties = guide.settings.parties.map(\.text)
    self.findings = findings
    names = Dictionary(
      guide.locales.map { ($0.tag, $0.parties.map(\.name)) }, uniquingKeysWith: { $1 })
    report = made.tables.lines
  }
}
