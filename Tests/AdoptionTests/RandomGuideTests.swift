import Base
import Foundation
import TestSupport
import Testing

@testable import Adoption

/// Random guides keep their letters when they are adopted.
///
/// `ROLEBOOK_GUIDES` says how many there are, and `SEED` which ones. A failure names its seed.
@Suite struct RandomGuideTests {
  private static let count =
    ProcessInfo.processInfo.environment["ROLEBOOK_GUIDES"].flatMap(UInt64.init) ?? 200

  @Test func lettersAreThoseOfTheText() async throws {
    for seed in 1...max(1, Self.count) {
      let guide = RandomGuide(seed: seed)
      let adopted = try await AdoptedMatrix(guide.files)
      let isEqual = adopted.rows == guide.rows
      let errors = adopted.findings.filter { $0.severity == .error }
      let differing = adopted.findings.filter { $0.id.rawValue.hasPrefix("letters/") }
      guard isEqual, errors.isEmpty, differing.isEmpty else {
        let wrong = guide.rows.filter { adopted.rows[$0.key] != $0.value }.sorted {
          $0.key < $1.key
        }
        Issue.record(
          """
          seed \(seed): \((errors + differing).prefix(5).map(\.text))
          expected \(wrong.prefix(5).map { "\($0.key): \($0.value)" })
          adopted \(wrong.prefix(5).map { adopted.rows[$0.key] ?? [:] })
          \(guide.files.sorted { $0.key < $1.key }.map { $0.key + "\n" + $0.value }.joined(separator: "\n"))
          """)
        return
      }
    }
  }

  /// With any damage to the files, the program adopts the folder or says why not, and what it wrote
  /// is a guide that `check` and `build` take.
  @Test func whatInitWritesIsAccepted() throws {
    for seed in 1...max(1, Self.count / 4) {
      let guide = DamagedGuide(seed: seed)
      let folder = try TemporaryFolder()
      for (path, text) in guide.files { try folder.write(text, to: "in/" + path) }
      let program = try Project.executable()
      let adopted = try run(program, ["init", "g", "--from", "in"], in: folder.url)
      #expect([0, 3].contains(adopted.status), "seed \(seed): \(adopted.errors)")
      guard FileManager.default.fileExists(atPath: folder.file("g/content").path) else { continue }
      let built = try run(program, ["build"], in: folder.file("g"))
      #expect(built.status == 0, "seed \(seed): \(built.errors.suffix(600))")
      try expectTheSameLetters(folder, program, seed: seed)
    }
  }

  /// Exports are adopted again.
  @Test func theExportComesBack() throws {
    for seed in 1...max(1, Self.count / 8) {
      let folder = try TemporaryFolder()
      for (path, text) in RandomGuide(seed: seed).files { try folder.write(text, to: "in/" + path) }
      let program = try Project.executable()
      let adopted = try run(program, ["init", "g", "--from", "in"], in: folder.url)
      #expect([0, 3].contains(adopted.status), "seed \(seed): \(adopted.errors)")
      let built = try run(program, ["build"], in: folder.file("g"))
      #expect(built.status == 0, "seed \(seed): \(built.errors.suffix(600))")
      try expectTheExportToComeBack(folder, program, seed: seed)
    }
  }

  /// A guide that is made of the exported CSV or workbook has the letters of the first one.
  private func expectTheExportToComeBack(
    _ folder: TemporaryFolder, _ program: URL, seed: UInt64
  ) throws {
    let before = try index(folder, "g")
    guard before.responsibilities.contains(where: { !$0.assignments.isEmpty }) else { return }
    let name = seed.isMultiple(of: 2) ? "matrix.csv" : "matrix.xlsx"
    let adopted = try run(
      program,
      ["init", "back", "--from", "g/public/\(before.source)/\(name)", "--locale", before.source],
      in: folder.url)
    #expect(adopted.status == 0, "seed \(seed): \(adopted.errors.suffix(600))")
    let built = try run(program, ["build"], in: folder.file("back"))
    #expect(built.status == 0, "seed \(seed): \(built.errors.suffix(600))")
    let letters = { (index: Index) in
      index.responsibilities.map { $0.assignments.values.map(\.letters).sorted() }
        .filter { !$0.isEmpty }.map { $0.joined(separator: " ") }.sorted()
    }
    #expect(letters(try index(folder, "back")) == letters(before), "seed \(seed), \(name)")
  }

  private func index(_ folder: TemporaryFolder, _ guide: String) throws -> Index {
    try JSONDecoder().decode(
      Index.self, from: Data(contentsOf: folder.file("\(guide)/public/guide.json")))
  }

  /// The letters in `guide.json` are those of each export.
  private func expectTheSameLetters(
    _ folder: TemporaryFolder, _ program: URL, seed: UInt64
  ) throws {
    let index = try index(folder, "g")
    let expected = index.responsibilities.map { row in
      row.assignments.values.map(\.letters).sorted()
    }
    let matrix = try JSONDecoder().decode(
      Matrix.self,
      from: Data(contentsOf: folder.file("g/public/\(index.source)/matrix.json")))
    let rows = matrix.sections.flatMap(\.rows)
    #expect(
      rows.map { $0.assignments.values.map(\.letters).sorted() } == expected, "seed \(seed)")
    let page = try folder.read("g/public/\(index.source)/matrix/index.html")
    let chips = page.matches(
      of: /<td[^>]*>(?:<(?:span|a) class="chip[^"]*"[^>]*>[A-Z]<\/(?:span|a)>)+/
    )
    .reduce(0) { $0 + $1.output.matches(of: />[A-Z]<\//).count }
    #expect(chips == expected.joined().reduce(0) { $0 + $1.count }, "seed \(seed)")
  }

  private struct Held: Decodable { let letters: String }
  private struct Index: Decodable {
    struct Row: Decodable { let assignments: [String: Held] }
    let source: String
    let responsibilities: [Row]

    enum CodingKeys: String, CodingKey {
      case source = "source_locale"
      case responsibilities
    }
  }
  private struct Matrix: Decodable {
    struct Section: Decodable { let rows: [Index.Row] }
    let sections: [Section]
  }
}
