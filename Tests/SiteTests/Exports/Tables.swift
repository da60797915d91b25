import Base
import Guide
import Site

/// Matrices to write, without a guide behind them.
enum Tables {
  static let words = [
    "document": "Document", "section": "Section", "responsibility": "Responsibility",
    "state": "State", "state_current": "Current", "matrix_title": "Matrix",
    "page_title_pattern": "{page} of {guide}", "raci_r": "Does", "raci_r_description": "Does it.",
    "raci_a": "Answers", "raci_c": "Is asked", "raci_i": "Is told",
    "origin_declared": "for this row", "origin_inherited": "for the section",
    "label_value": "{label}: {value}", "parenthesis": "{text} ({note})",
  ]

  /// A matrix of two parties; the first row is declared, all others inherit.
  static func table(
    _ titles: [String], locale: String = "en-US", siteURL: String? = nil,
    path: String = "/en-US/roles/", direction: LocaleSettings.Direction = .leftToRight
  ) -> MatrixTable {
    let rows = MadeList(count: titles.count) { number in
      let origin: Matrix.Origin = number == 0 ? .declared : .inherited
      return MatrixTable.Row(
        id: "row-\(number)", title: titles[number], url: "\(path)#row-\(number)", state: .current,
        cells: [
          .init(letters: [.responsible, .accountable], origin: origin, evidence: nil),
          number % 2 == 0 ? nil : .init(letters: .informed, origin: origin, evidence: nil),
        ])
    }
    return MatrixTable(
      locale: Locale(
        tag: locale, name: locale, direction: direction, title: "Guide", description: nil,
        parties: [], strings: StringTable(words: words), fallback: [],
        file: SourceLocation(path: "locale.yml")),
      letters: .raci, siteURL: siteURL,
      parties: [
        .init(id: "provider", name: "Provider", url: "/p/"),
        .init(id: "customer", name: "Customer", url: "/c/"),
      ],
      sections: MadeList(count: 1) { _ in
        .init(id: "ours", title: "Ours", document: "roles", documentTitle: "Roles", rows: rows)
      })
  }

  /// Titles that a spreadsheet or a table could take for something else.
  static let hostile = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\ttab", "say \"hi\", twice", "two\nlines", "{=1}", "'quoted",
    "a|b", "<b>&amp;</b>", "한국어 제목", "عنوان", "007", "1e9", "TRUE", " blanks ", "",
  ]
}
