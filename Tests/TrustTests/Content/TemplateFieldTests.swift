import Foundation
import TestSupport
import Testing

/// Every field of the templates is a sink that attack vectors reach, or one that no text reaches.
@Suite struct TemplateFieldTests {
  /// The fields that contain no text of a writer, with their contents.
  ///
  /// A field that is not here must show a vector, escaped; one that is here must not.
  private static let fieldsWithoutText: [String: [String]] = [
    "HTML that is escaped where it is made": [
      "announcement", "body", "document.body", "document.opening", "document.rest",
      "footer_text",
    ],
    "an address, percent-encoded": [
      "canonical", "changes.feed_url", "logo", "document.matrix_url", "document_url", "feed_url",
      "matrix.csv_url", "matrix.json_url",
      "matrix.source_url", "matrix.whole_url", "matrix.xlsx_url", "page_url", "party.feed_url",
      "party_url",
      "row.matrix_url",
      "url",
      "urls.changes", "urls.chooser",
      "urls.home", "urls.matrix", "urls.matrix_csv", "urls.matrix_json", "urls.matrix_xlsx",
      "source_url", "style_url",
      "urls.print", "urls.reviews", "urls.search", "urls.search_index", "urls.status",
      "urls.workbook",
    ],
    "the address of a file of the templates": [
      "assets.chooser_css", "assets.chooser_js", "assets.document_css", "assets.frame_css",
      "assets.icon_svg", "assets.lists_css", "assets.load_css", "assets.matrix_css",
      "assets.matrix_js", "assets.my_party_js", "assets.print_css", "assets.print_js",
      "assets.site_css", "assets.site_js",
      "assets.status_css", "assets.theme_js",
    ],
    "a date": [
      "changes.date", "changes.day", "changes.period", "changes_day", "day", "reviews.date",
      "reviews.day",
    ],
    "a number": [
      "column_count", "count", "level", "middle", "more_changes", "nav_count", "span", "width", "x",
    ],
    "a language tag or a direction": [
      "dir", "document.dir", "document.lang", "hreflang", "lang", "og_locale", "source_tag", "tag",
    ],
    "an id of ASCII letters and digits": [
      "book.contents_id", "matrix.party", "parties_id", "party", "party.id", "row.id",
    ],
    "a word of the program's own": [
      "labels.key_control", "labels.key_end", "labels.key_enter", "labels.key_escape",
      "labels.key_home", "labels.key_page_down", "labels.key_page_up", "kind", "letter", "severity",
      "state",
    ],
  ]
  /// The fields that no page of the hostile guide shows.
  ///
  /// They are what the preview alone says, the style of a page that is exported by itself, and words
  /// of states that the guide is not in, which come the way of all others.
  private static let fieldsNotShown: Set<String> = [
    "advice", "book.guide", "book.row_count", "context", "day", "source.dir", "source.lang",
    "source.name", "source_text", "style",
    "t.preview_open_work", "t.print_too_large", "t.preview_units", "t.review_changed", "t.state",
    "target.dir",
    "target.lang", "target.name", "target_text", "path", "percent", "source_tag", "source_url",
    "t.changes_none",
    "t.changes_stale",
    "t.compare_left", "t.compare_missing",
    "t.compare_differences", "t.compare_right", "t.filter_documents", "t.language",
    "changes.period", "matrix.whole_url", "nav_count", "page_url", "t.no_findings",
    "t.notice_rows_new",
    "t.preview_compare",
    "t.read_source",
    "t.workbook_on_request",
  ]
  private static let start: Character = "\u{E100}"
  private static let middle: Character = "\u{E101}"
  private static let end: Character = "\u{E102}"

  /// Fields by their template, as `template field`.
  private static func fields(in text: String) -> [String] {
    text.matches(of: /\{\{([a-z][\w.]*)\}\}/).map { String($0.1) }
  }

  /// Templates that write every field twice, escaped and not, with its name, behind the page.
  private func doubled(_ names: inout Set<String>) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.copy(Project.templates, to: "templates")
    for file in try FileManager.default.contentsOfDirectory(atPath: Project.templates.path)
    where file.hasSuffix(".mustache") {
      let text = try folder.read("templates/" + file)
      let fields = Self.fields(in: text)
      names.formUnion(fields)
      let twice = text.replacing(/\{\{([a-z][\w.]*)\}\}/) { match in
        "\(Self.start)\(match.1)\(Self.middle){{\(match.1)}}\(Self.middle){{{\(match.1)}}}\(Self.end)"
      }
      try folder.write(twice, to: "templates/" + file)
    }
    return folder
  }

  @Test func everyFieldIsASinkOrHoldsNoText() throws {
    var names: Set<String> = []
    let templates = try doubled(&names)
    #expect(names.count > 100)
    let site = try HostileSite(templates: templates.file("templates"))
    try #require(site.result.status == 0, "\(site.result.errors)")
    var attacked: Set<String> = []
    var seen: Set<String> = []
    for page in try site.pages() where !page.contains("/titles/1") && !page.contains("/names/x") {
      for piece in try site.folder.read("public/" + page).split(separator: Self.start).dropFirst() {
        let parts = (piece.split(separator: Self.end, omittingEmptySubsequences: false).first ?? "")
          .split(separator: Self.middle, omittingEmptySubsequences: false)
        guard parts.count == 3 else { continue }
        let name = String(parts[0])
        seen.insert(name)
        if parts[1] != parts[2] {
          attacked.insert(name)
          #expect(!parts[1].contains { "<>\"'".contains($0) }, "\(name) in \(page)")
        }
      }
    }
    let unreached = names.subtracting(seen).subtracting(Self.fieldsNotShown).sorted()
    #expect(unreached == [], "no page of the hostile guide shows these fields")
    let harmless = Set(Self.fieldsWithoutText.values.joined())
    let untested = names.subtracting(attacked).subtracting(harmless)
      .subtracting(Self.fieldsNotShown).sorted()
    #expect(untested == [], "no attack vector reaches these fields")
    let wronglyListed = harmless.subtracting(names.subtracting(attacked)).sorted()
    #expect(wronglyListed == [])
    Torture.figure(
      "\(names.count) fields of templates, \(attacked.count) of them reached by vectors")
  }
}
