import Base
import Foundation
import TestSupport
import Testing

@testable import Adoption

/// The report names what was taken and what was left, and why.
@Suite struct AdoptionReportTests {
  private func page(_ tables: [[String]]) -> String {
    "# Plan\n\n"
      + tables.enumerated().map { number, lines in
        "## Part \(number)\n\n" + lines.joined(separator: "\n") + "\n"
      }.joined(separator: "\n")
  }

  @Test func everyTableIsNamedWithTheReason() async throws {
    let adopted = try await AdoptedMatrix([
      "en/a.md": page([
        TableKind.table("Task|Crew|Shop", "Paint|A|R", "Clean|R|A"),
        TableKind.table("Letter|Meaning", "R|Does the work", "A|Answers for it"),
        TableKind.table("Version|Date", "1.0|May", "1.1|June"),
        TableKind.table("Object|Viewer|Editor", "Page|R|R/W", "File|R|R/W"),
        TableKind.table("Role|What it does", "Crew|All of the painting", "Shop|All of the selling"),
      ])
    ])
    let report = adopted.report.map { $0.replacing(/\S*\/a\.md/, with: "a.md") }
    #expect(report.contains("Tables of responsibilities: 1"))
    #expect(report.contains("Other tables, left as they are: 4"))
    #expect(report.contains { $0.hasPrefix("  it explains letters or signs: a.md:") })
    #expect(report.contains { $0.hasPrefix("  it has no letters") && $0.contains("a.md:19") })
    #expect(report.contains { $0.hasPrefix("  it does not say who does what: a.md:") })
    #expect(report.contains { $0.hasPrefix("  its rows are roles or people") })
    #expect(report.contains { $0.contains("looks like a table of letters or signs") })
  }

  /// A table of letters beside their names or meanings is a legend, and no table of letters.
  @Test(arguments: [
    ["Letter|Meaning", "R|Does the work", "A|Answers for it"],
    ["Letter|Meaning", "R|Does the work", "A|Answers for it", "C|Is asked", "I|Is told"],
    ["Letter|Meaning", "R|Responsible", "A|Accountable", "C|Consulted", "I|Informed"],
    ["Code|Role", "R|Responsible for the work", "A|Accountable for the result"],
    ["Key|Name|Meaning", "R|Responsible|Does the work", "A|Accountable|Answers for it"],
    ["Key|Meaning", "**R**|Responsible", "**A**|Accountable", "**R/A**|Both"],
  ])
  func legendsAreNotDoubted(legend: [String]) async throws {
    let adopted = try await AdoptedMatrix([
      "en/a.md": page([
        TableKind.table("Task|Crew|Shop", "Paint|A|R", "Clean|R|A"),
        TableKind.table(legend[0], Array(legend.dropFirst())),
      ])
    ])
    #expect(adopted.report.contains { $0.hasPrefix("  it explains letters or signs") })
    #expect(!adopted.report.contains { $0.contains("looks like a table of letters") })
  }

  /// Tables above all headings have their settings, too.
  @Test func tablesWithoutHeadingsKeepTheirSettings() async throws {
    let letters = TableKind.table("Task|Crew|Shop", "Paint|A|R", "Clean|R|A")
    let others = TableKind.table("Version|Date", "1.0|May", "1.1|June")
    let text = [letters, others, letters].map { $0.joined(separator: "\n") + "\n" }
    let adopted = try await AdoptedMatrix(["en/a.md": text.joined(separator: "\n")])
    #expect(adopted.rows["Paint"] == ["Crew": "A", "Shop": "R"])
    #expect(!adopted.findings.contains { $0.id == .tableUnread }, "\(adopted.findings)")
  }

  /// Beyond the first twenty, the files have their numbers.
  @Test func manyTablesAreCountedByFile() async throws {
    let letters = TableKind.table("Task|Crew|Shop", "Paint|A|R", "Clean|R|A")
    let others = TableKind.table("Version|Date", "1.0|May", "1.1|June")
    let adopted = try await AdoptedMatrix([
      "en/a.md": page(Array(repeating: letters, count: 15)),
      "en/b.md": page(Array(repeating: letters, count: 12) + Array(repeating: others, count: 14)),
    ])
    let report = adopted.report.map {
      $0.replacing(/\S*\/(?<name>[ab]\.md)/) { "\($0.output.name)" }
    }
    #expect(report.contains("  and 7 more: b.md (7)"))
    #expect(report.contains { $0.hasSuffix("not called duties: b.md (14)") })
  }

  /// A file that cannot be read has its reason in one line.
  @Test func filesThatAreNoTextHaveOneLine() async throws {
    let folder = try TemporaryFolder()
    try folder.write("# A\n\nText.\n", to: "in/en/a.md")
    try folder.write(Data([0x23, 0x20, 0xFF, 0xFE, 0x0A]), to: "in/en/b.md")
    let loose = try await LooseFiles.read(
      [AdoptedRoot(path: folder.file("in").path, locale: nil)],
      .init(language: nil, source: nil, sheet: nil), jobs: 1)
    #expect(loose.unreadable.count == 1)
    #expect(loose.unreadable.allSatisfy { $0.contains("b.md:") && !$0.contains("\n") })
    #expect(loose.unreadable.allSatisfy { visible($0) == $0 })
  }

  /// Texts that nobody translated are counted once a file.
  @Test func foreignTextIsCounted() async throws {
    let korean = (1...20).map { "이 문장은 \($0)번째 한국어 문장입니다.\n" }.joined(separator: "\n")
    let english = (1...5).map {
      "\nSentence number \($0) was copied from the source and nobody has translated it.\n"
    }.joined()
    let adopted = try await AdoptedMatrix([
      "en/a.md": "# A\n\nText.\n", "ko/a.md": "# 가\n\n" + korean + english,
    ])
    let found = adopted.findings.filter { $0.id == .scriptWrong }
    #expect(found.count == 1)
    #expect(found.first?.message.hasSuffix("; so are 4 more in this file") == true)
    #expect(found.first?.notes.count == 3)
  }

  /// Texts and tables in other formats are named, pictures are not.
  @Test func textsThatAreLeftAreNamed() async throws {
    let folder = try TemporaryFolder()
    for name in [
      "plan.md", "roles.csv", "notes.rst", "old.DOCX", "logo.png", "requirements.txt", "robots.txt",
    ] {
      try folder.write("# Plan\n", to: "in/" + name)
    }
    let loose = try await LooseFiles.read(
      [AdoptedRoot(path: folder.file("in").path, locale: nil)],
      .init(language: "en", source: nil, sheet: nil), jobs: 1)
    let names = loose.leftOut.map { left in
      left.paths.compactMap { $0.split(separator: "/").last.map(String.init) }
    }
    #expect(names == [["roles.csv"], ["notes.rst", "old.DOCX"]])
    #expect(!loose.leavesDocuments)
  }

  @Test func markdownInUTF16IsAdopted() async throws {
    let folder = try TemporaryFolder()
    let text = "\u{FEFF}# Plan\n\nPeinture à l’été.\n"
    for (name, isBig) in [("a.md", false), ("b.md", true)] {
      let bytes = text.utf16.flatMap { unit -> [UInt8] in
        let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return isBig ? pair : pair.reversed()
      }
      try folder.write(Data(bytes), to: "in/" + name)
    }
    let loose = try await LooseFiles.read(
      [AdoptedRoot(path: folder.file("in").path, locale: nil)],
      .init(language: "fr", source: nil, sheet: nil), jobs: 1)
    #expect(
      loose.documents.map { String(decoding: $0.bytes, as: UTF8.self) }.allSatisfy {
        $0.contains("Peinture à l’été.")
      })
    #expect(loose.documents.count == 2)
    #expect(loose.notes.count == 2)
  }
}
