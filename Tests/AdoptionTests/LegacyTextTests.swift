import Foundation
import TestSupport
import Testing

@testable import Adoption

/// Markdown in other encodings, and with other bars, is adopted if nothing is doubtful.
@Suite struct LegacyTextTests {
  private static let russian =
    "# План\n\nЭто план работы и задач группы, и он не очень длинный.\n"
  private static let japanese = "# 計画\n\nこれは作業の計画です。担当を決めます。\n"
  private static let chinese = "# 计划\n\n这是工作计划，说明谁负责什么。\n"
  private static let taiwanese = "# 計畫\n\n這是工作計畫，說明誰負責什麼。\n"
  private static let korean = "# 계획\n\n이것은 작업 계획입니다. 담당을 정합니다.\n"
  private static let german =
    "# Plan\n\nDie Übung ist für alle, und das Team macht „nichts“ auf der Straße.\n"
  private static let polish =
    "# Plan\n\nTo jest plan pracy i zadań dla zespołu, który się nie zmienia, oraz żółć ścian.\n"

  private func read(
    _ text: String, in encoding: String, at path: String, language: String? = nil
  ) async throws -> LooseFiles {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "utf-8.md")
    try folder.write("# Plan\n\nText.\n", to: "in/en/other.md")
    try folder.write("", to: "in/" + path)
    let converted = try run(
      URL(filePath: "/usr/bin/iconv"),
      [
        "-f", "UTF-8", "-t", encoding, "-o", folder.file("in/" + path).path,
        folder.file("utf-8.md").path,
      ])
    #expect(converted.status == 0, "\(converted.errors)")
    return try await LooseFiles.read(
      [AdoptedRoot(path: folder.file("in").path, locale: nil)],
      .init(language: language, source: nil, sheet: nil), jobs: 1)
  }

  @Test(arguments: [
    ("ru/a.md", "CP1251", russian), ("ja/a.md", "CP932", japanese), ("zh/a.md", "GB18030", chinese),
    ("zh-TW/a.md", "BIG5", taiwanese), ("ko/a.md", "CP949", korean), ("de/a.md", "CP1252", german),
    ("pl/a.md", "CP1250", polish), ("a.ru.md", "CP1251", russian), ("a.md", "CP1252", german),
    ("a.md", "CP1250", polish), ("de/a.md", "CP1252", "# Übersicht\n"),
  ])
  func encodingsAreThoseOfTheLanguage(path: String, encoding: String, text: String) async throws {
    let loose = try await read(text, in: encoding, at: path)
    #expect(loose.unreadable == [])
    #expect(loose.notes.contains { $0.hasSuffix("is adopted in UTF-8 instead of \(encoding)") })
    let lacking = path == "a.md" ? loose.leftOut.flatMap(\.paths).count : 0
    let found = loose.documents.contains { String(decoding: $0.bytes, as: UTF8.self) == text }
    #expect(found || lacking > 0)
  }

  /// Text whose encoding its language does not show stays unread.
  @Test(arguments: [
    ("ru/a.md", "KOI8-R", russian), ("ja/a.md", "EUC-JP", japanese), ("a.md", "CP1251", russian),
    ("a.md", "CP932", japanese), ("zh/a.md", "BIG5", taiwanese), ("pl/a.md", "ISO-8859-2", polish),
    ("de/a.md", "CP1251", russian),
  ])
  func doubtfulTextIsNotRead(path: String, encoding: String, text: String) async throws {
    let loose = try await read(text, in: encoding, at: path)
    #expect(loose.unreadable.count == 1)
    #expect(!loose.documents.contains { $0.path.hasSuffix("/a.md") })
  }

  /// Damaged bytes, in UTF-8 or in ASCII, make no other encoding of a text.
  @Test(
    arguments: [
      (german, [0xFC]), ("# Plan\n\nDas ist der Plan für die Arbeit.\n", [0xFC]),
      ("# Plan\n\nDas ist der Plan, und er ist gut.\n", [0x61, 0x86, 0xA2, 0x62]),
      ("# Plan\n\nDas ist der Plan, und er ist gut.\n", [0x64, 0x9C, 0xF4, 0xF2, 0xF3, 0x71]),
    ] as [(String, [UInt8])])
  func damagedTextIsNotRead(text: String, bytes: [UInt8]) async throws {
    let folder = try TemporaryFolder()
    try folder.write(Data(text.utf8 + bytes), to: "in/de/a.md")
    try folder.write(Self.german, to: "in/de/b.md")
    let loose = try await LooseFiles.read(
      [AdoptedRoot(path: folder.file("in").path, locale: nil)],
      .init(language: nil, source: nil, sheet: nil), jobs: 1)
    #expect(loose.unreadable.count == 1)
  }

  /// Bars of full width divide the cells of tables; elsewhere they are text.
  @Test(arguments: [
    ["｜作業｜甲班｜乙班｜", "｜---｜---｜---｜", "｜塗る｜R｜A｜", "｜掃除｜A｜R｜"],
    ["｜作業｜甲班｜乙班｜", "|---|---|---|", "｜塗る｜R｜A｜", "｜掃除｜A｜R｜"],
    ["｜作業｜甲班｜乙班", "｜:--｜:-:｜--:", "｜塗る｜R｜A", "｜掃除｜A｜R"],
  ])
  func wideBarsDivideCells(lines: [String]) async throws {
    let text = "# 計画\n\n甲｜乙\n\n" + lines.joined(separator: "\n") + "\n"
    let adopted = try await AdoptedMatrix(["ja/plan.md": text])
    #expect(adopted.rows == ["塗る": ["甲班": "R", "乙班": "A"], "掃除": ["甲班": "A", "乙班": "R"]])
    let code = "# 計画\n\n```\n" + lines.joined(separator: "\n") + "\n```\n"
    #expect(WideBars.narrowed(Array(code.utf8)) == nil)
    let read = WideBars.narrowed(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    #expect(read?.contains("甲｜乙") == true)
  }

  @Test func barsInWideCellsAreText() {
    let text = "｜a｜b｜\n｜-｜-｜\n｜x|y｜z\\|z｜\n"
    let read = WideBars.narrowed(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    #expect(read == "|a|b|\n|-|-|\n|x\\|y|z\\|z|\n")
  }
}
