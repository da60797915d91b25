import Testing

@testable import Guide

/// The differences between two guides, in each form.
@Suite struct GuideChangesTests {
  /// A `guide.json` of one document in two languages.
  private func index(_ rows: [(id: String, german: String, letters: String)]) throws -> GuideIndex {
    let items = rows.map { row in
      """
      {"id":"\(row.id)","document":"roles","section":"s","locales":{
      "en":{"title":"T\\u0065 <\(row.id)>","url":"/en/roles/#\(row.id)","state":"current"},
      "de":{"title":"Titel \(row.id)","url":"/de/roles/#\(row.id)","state":"\(row.german)"}},
      "assignments":{\(row.letters)}}
      """
    }
    let text = """
      {"version":1,"source_locale":"en","locales":[{"tag":"en"},{"tag":"de"}],
      "documents":[{"key":"roles","locales":{"de":{"url":"/de/roles/","state":"current"}}}],
      "responsibilities":[\(items.joined(separator: ","))]}
      """
    return try GuideIndex(Array(text.utf8))
  }

  private func held(_ letters: [(String, String)]) -> String {
    letters.map { "\"\($0.0)\":{\"letters\":\"\($0.1)\",\"origin\":\"declared\"}" }
      .joined(separator: ",")
  }

  private func changes() throws -> GuideChanges {
    let old = try index([
      ("backups", "current", held([("it", "RA"), ("customer", "C")])),
      ("monitoring", "current", held([("it", "RA")])), ("fax", "current", held([("it", "RA")])),
    ])
    let new = try index([
      ("monitoring", "stale", held([("it", "RA")])), ("chat", "missing", held([("it", "RA")])),
      ("backups", "current", held([("it", "R"), ("desk", "AC")])),
    ])
    return GuideChanges(from: old, to: new)
  }

  @Test func lettersAndRowsAndStaleTexts() throws {
    let changes = try changes()
    #expect(changes.rows.map(\.id) == ["chat", "backups", "fax"])
    #expect(changes.rows.map(\.kind) == [.added, .changed, .removed])
    #expect(
      changes.rows[1].letters == [
        .init(party: "it", old: "RA", new: "R"), .init(party: "desk", old: "", new: "AC"),
        .init(party: "customer", old: "C", new: ""),
      ])
    #expect(changes.rows[1].letters.map(\.gained) == ["", "AC", ""])
    #expect(changes.rows[1].letters.map(\.lost) == ["A", "", "C"])
    #expect(changes.stale.map(\.locale) == ["de"])
    #expect(changes.stale.map(\.id) == ["monitoring"])
  }

  @Test func textForATerminal() throws {
    #expect(
      ChangeReport(try changes(), locale: "de").text == """
        Changed assignments:
          roles#backups: Titel backups
            it: RA -> R (lost A)
            desk: – -> AC (gained A, C)
            customer: C -> – (lost C)
        New responsibilities:
          roles#chat: Titel chat
            it: – -> RA (gained R, A)
        Removed responsibilities:
          roles#fax: Titel fax
            it: RA -> – (lost R, A)
        Translations that became out of date:
          de: roles#monitoring: Titel monitoring

        """)
  }

  @Test func markdownForAPullRequest() throws {
    let text = ChangeReport(try changes(), locale: "en").markdown
    #expect(text.hasPrefix("## Changed assignments\n\n| responsibility | document |"))
    #expect(text.contains("\n| Te \\<backups\\> | roles | desk | – | AC |\n"))
    #expect(text.contains("\n\n## New responsibilities\n\n"))
    #expect(text.hasSuffix("- de: roles#monitoring: Titel monitoring\n"))
  }

  @Test func jsonForPrograms() throws {
    let json = String(decoding: ChangeReport(try changes(), locale: "en").json, as: UTF8.self)
    #expect(
      json.contains(
        #"{"change":"removed","document":"roles","id":"fax","title":"Te \u003Cfax>","#
          + #""url":"/en/roles/#fax","letters":[{"party":"it","old":"RA","new":"","gained":"","#
          + #""lost":"RA"}]}"#))
    #expect(json.hasPrefix(#"{"version":1,"locale":"en","responsibilities":["#))
  }

  @Test func theSameGuideHasNotChanged() throws {
    let same = try index([("backups", "stale", held([("it", "RA")]))])
    let changes = GuideChanges(from: same, to: same)
    #expect(changes.isEmpty)
    #expect(ChangeReport(changes, locale: "en").text == "Nothing changed.\n")
    #expect(ChangeReport(changes, locale: "en").markdown == "Nothing changed.\n")
  }

  @Test func guidesOfMoreRowsThanPeopleReadAreRefused() {
    let text =
      "{\"source_locale\":\"en\",\"responsibilities\":["
      + String(repeating: "0,", count: 200_000) + "0]}"
    #expect(throws: GuideIndexError.self) { try GuideIndex(Array(text.utf8)) }
  }

  @Test(arguments: ["", "[]", "{\"a\":1}", "{\"source_locale\":\"en\"}", "nope"])
  func otherFilesAreRefused(text: String) {
    #expect(throws: GuideIndexError.self) { try GuideIndex(Array(text.utf8)) }
  }
}
