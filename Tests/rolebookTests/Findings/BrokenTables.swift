/// Tables with letters in their cells, and what no table of this guide should be or say.
enum BrokenTables {
  private static let raci = """
    sections:
      work:
        responsibilities: {apps: {}, help: {}}

    """

  private static func english(_ cell: String = "C", head: String = "Customer") -> String {
    """
    ## Work

    Task | Provider | \(head)
    --- | --- | ---
    Apps | RA | \(cell)
    Help | RA | I

    """
  }

  private static func german(_ cell: String = "C", head: String = "Kundschaft") -> String {
    """
    ## Arbeit

    Aufgabe | Dienst | \(head)
    --- | --- | ---
    Anwendungen | RA | \(cell)
    Hilfe | RA | I

    """
  }

  private static func guide(_ english: String, _ german: String) -> [String: String] {
    ["en/work.md": english, "de/work.md": german, "raci/work.yml": raci]
  }

  static let all: [BrokenGuide] = [
    BrokenGuide("letters in cells", guide(english(), german())),
    BrokenGuide(
      "a cell that is no letter", guide(english("⟦perhaps"), german("perhaps")),
      "letters/unread-cell"),
    BrokenGuide(
      "a column of nobody",
      guide(english(head: "⟦Customers of ours"), german(head: "Kunden")).merging(
        [
          "guide.yml":
            "source_locale: en\nlocales: [en, de]\nparties: [provider, ⟦customer]\n"
        ], uniquingKeysWith: { $1 }),
      "letters/unknown-column", "matrix/idle-party"),
    BrokenGuide(
      "another letter in a translation", guide(english("C"), german("⟦I")),
      "translation/letters-differ"),
    BrokenGuide(
      "letters without a file of letters",
      ["en/work.md": english().replacing("Task", with: "⟦Task"), "de/work.md": german()],
      "letters/unread-table"),
    BrokenGuide(
      "letters that no row gets",
      guide(english() + "\n## Rest\n\nText.\n", german() + "\n## Übriges\n\nText.\n").merging(
        ["raci/work.yml": raci + "  ⟦rest:\n    raci: {provider: RA}\n"], uniquingKeysWith: { $1 }),
      "letters/unread-table"),
    BrokenGuide(
      "a list of more tables than there are",
      guide(english(), german()).merging(
        [
          "raci/work.yml": """
          sections:
            ⟦work:
              table: [letters, ordinary]
              responsibilities: {apps: {}, help: {}}

          """
        ], uniquingKeysWith: { $1 }),
      "letters/unread-table"),
    BrokenGuide(
      "a tag of a template", ["en/work.md": "# A ⟦{{ site.name }}\n", "de/work.md": "# A\n"],
      "document/template-code"),
    BrokenGuide(
      "a row with a new title",
      [
        "en/work.md": english().replacing("Apps", with: "⟦Programs"), "de/work.md": german(),
        "raci/work.yml": raci.replacing("apps: {}", with: "apps: {title: Apps}"),
      ], "raci/renamed-row"),
    BrokenGuide(
      "a footnote that is not there", ["en/work.md": "# A\n\nB⟦[^1].\n", "de/work.md": "# A\n"],
      "document/undefined-footnote"),
    BrokenGuide(
      "a footnote that nothing names",
      ["en/work.md": "# A\n\nB.\n\n⟦[^1]: C.\n", "de/work.md": "# A\n"],
      "document/unused-footnote"),
    BrokenGuide(
      "a drawing as code",
      ["en/work.md": "# A\n\n⟦```mermaid\ngraph\n```\n", "de/work.md": "# A\n"],
      "document/code-not-drawn"),
    BrokenGuide(
      "a document named as a page of the site",
      ["en/matrix.md": "# A\n", "de/matrix.md": "# B\n"],
      whole: ["en/matrix.md site/moved-document"]),
  ]
}
