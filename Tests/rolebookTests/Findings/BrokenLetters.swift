/// Defects of the files below `raci/`, and letters that break a rule of the matrix.
///
/// No defect drags others behind it: what cannot be read says nothing about rows or letters.
enum BrokenLetters {
  static let english = """
    ## Ours

    Row | Text
    --- | ---
    Apps | First.<br><br>Second.
    Help | Only.

    ## Yours

    Row | Text
    --- | ---
    Print | Only.

    """
  static let german = """
    ## Wir

    Zeile | Text
    --- | ---
    Anwendungen | Erstens.<br><br>Zweitens.
    Hilfe | Nur.

    ## Sie

    Zeile | Text
    --- | ---
    Drucken | Nur.

    """

  /// The letters, with the entry of the first row in one line.
  private static func letters(
    _ apps: String, help: String = "{}", ours: String = "{provider: RA, customer: C}",
    head: String = "", more: String = ""
  ) -> String {
    """
    \(head)sections:
      ours:
        raci: \(ours)
        responsibilities:
          \(apps)
          help: \(help)
      yours:
        raci: {customer: RA, provider: I}
        responsibilities: {print: {}}
    \(more)
    """
  }

  private static let files: [(name: String, text: String, rules: [String])] = [
    ("no mapping", "⟦text\n", ["raci/invalid"]),
    ("nothing that can be read", "sections: {a: [\n⟦", ["yaml/invalid"]),
    ("sections that are a list", "sections: ⟦[]\n", ["raci/invalid"]),
    ("an unknown key", "⟦section: {}\n", ["yaml/unknown-key"]),
    ("an unknown key of a row", letters("apps: {⟦racy: {}}"), ["yaml/unknown-key"]),
    (
      "a flag that is none", letters("apps: {}", head: "accountable_does_work: ⟦yes\n"),
      ["raci/invalid"]
    ),
    ("an id that is none", letters("⟦apps.1: {}"), ["raci/invalid"]),
    ("an id in another script", letters("⟦앱: {}"), ["raci/invalid"]),
    (
      "an id twice in a file",
      letters("apps: {}").replacing("{print: {}}", with: "{print: {}, ⟦apps: {}}"),
      ["raci/duplicate-responsibility"]
    ),
    ("a key twice", letters("apps: {raci: {provider: RA, ⟦provider: R}}"), ["yaml/duplicate-key"]),
    ("an unknown letter", letters("apps: {raci: {provider: ⟦RX}}"), ["raci/unknown-letter"]),
    ("a small letter", letters("apps: {raci: {provider: ⟦ra}}"), ["raci/unknown-letter"]),
    ("a letter twice", letters("apps: {raci: {provider: ⟦AA}}"), ["raci/unknown-letter"]),
    (
      "an unknown letter of a section", letters("apps: {}", ours: "{provider: ⟦X}"),
      ["raci/unknown-letter"]
    ),
    ("an unknown party", letters("apps: {raci: {⟦provder: RA}}"), ["raci/unknown-party"]),
    (
      "an unknown party of a section", letters("apps: {}", ours: "{⟦provder: RA}"),
      ["raci/unknown-party"]
    ),
    ("letters that are a list", letters("apps: {raci: {provider: ⟦[R, A]}}"), ["raci/invalid"]),
    ("evidence that is no number", letters("apps: {evidence: {provider: ⟦one}}"), ["raci/invalid"]),
    (
      "evidence of an unknown party", letters("apps: {evidence: {⟦provder: 1}}"),
      ["raci/unknown-party"]
    ),
    (
      "evidence that no clause answers", letters("apps: {evidence: {provider: ⟦3}}"),
      ["raci/evidence-unanswered"]
    ),
    (
      "evidence of a party without letters",
      letters("apps: {raci: {provider: RA}, evidence: {customer: ⟦1}}"),
      ["raci/evidence-without-letters"]
    ),
    (
      "a section that no heading has",
      letters("apps: {}").replacing("  ours:", with: "  ⟦our:"), ["raci/unknown-section"]
    ),
    ("nobody accountable", letters("⟦apps: {raci: {provider: R}}"), ["matrix/accountable-count"]),
    (
      "two accountable", letters("⟦apps: {raci: {provider: RA, customer: A}}"),
      ["matrix/accountable-count"]
    ),
    ("nobody responsible", letters("⟦apps: {raci: {provider: A}}"), ["matrix/responsible-missing"]),
    (
      "consulted and informed", letters("⟦apps: {raci: {provider: RA, customer: CI}}"),
      ["matrix/consulted-and-informed"]
    ),
  ]

  private static let documents = ["en/roles.md": english, "de/roles.md": german]

  private static func guide(
    _ name: String, _ letters: String, _ more: [String: String] = [:], _ rules: [String]
  ) -> BrokenGuide {
    var guide = BrokenGuide(name, documents.merging(more) { $1 })
    guide.files["raci/roles.yml"] = letters
    guide.rules = rules
    return guide
  }

  /// Rows of a guide whose own letters say how many parties may have each.
  private static let schemes: [BrokenGuide] = [
    ("no party", "⟦apps: {raci: {provider: Y}}"),
    ("two parties", "⟦apps: {raci: {provider: X, customer: XY}}"),
  ].map { name, entry in
    let settings =
      "source_locale: en\nlocales: [en, de]\nparties: [provider, customer]\n"
      + "letters: {X: {name: Checks, at_least: 1, at_most: 1}, Y: Waits}\n"
    return guide(
      "letters of its own: \(name)",
      letters(entry, ours: "{provider: X, customer: Y}").replacing("RA, provider: I", with: "X"),
      ["guide.yml": settings], ["matrix/letter-count"])
  }

  static let all: [BrokenGuide] =
    schemes
    + files.flatMap { defect in
      [FileForm.plain, .windowsLines, .byteOrderMark].map { form in
        guide("letters: \(defect.name), \(form)", form.applied(to: defect.text), [:], defect.rules)
      }
    }
    + [
      guide(
        "letters in other bytes", "sections: {}\n⟦\(BrokenGuide.invalidByte)", [:],
        ["file/invalid-utf-8"]),
      guide(
        "many bystanders",
        "sections:\n  ours:\n    responsibilities:\n"
          + "      ⟦apps: {raci: {a: RA, b: C, c: I, d: C, e: I, f: C}}\n"
          + "      help: {raci: {b: RA}}\n  yours: {responsibilities: {print: {raci: {c: RA}}}}\n",
        sixParties, ["matrix/many-bystanders"]),
      guide(
        "a party that does it all",
        "sections:\n  ours: {raci: {a: RA, b: C, c: I, d: I, e: C}, "
          + "responsibilities: {apps: , help: }}\n"
          + "  yours: {raci: {a: RA, f: I}, responsibilities: {print: }}\n",
        sixParties.merging(["guide.yml": sixPartiesYAML.replacing("[a", with: "[⟦a")]) { $1 },
        ["matrix/overloaded-party"]),
      guide(
        "a party without letters", letters("apps: {}"),
        [
          "guide.yml": "source_locale: en\nlocales: [en, de]\n"
            + "parties: [provider, customer, ⟦auditor]\n",
          "en/locale.yml": "title: G\nparties: {provider: P, customer: C, auditor: A}\n",
          "de/locale.yml": "title: G\nparties: {provider: P, customer: C, auditor: A}\n",
        ], ["matrix/idle-party"]),
      guide(
        "a title in two sections", letters("apps: {}").replacing("{print: ", with: "{⟦print: "),
        ["en/roles.md": english.replacing("Print |", with: "Apps |")], ["matrix/shared-title"]),
      guide(
        "a row without letters", letters("apps: {}"),
        [
          "en/roles.md": english + "⟦Fax | None.\n", "de/roles.md": german + "Faxen | Keins.\n",
        ], ["raci/row-without-responsibility"]),
      guide(
        "a row's anchor that is none", letters("apps: {}"),
        [
          "en/roles.md": english + "⟦⟦<a name=\"a b\"></a>Fax | None.\n",
          "de/roles.md": german + "Fax | O.\n",
        ],
        ["document/invalid-anchor", "raci/row-without-responsibility"]),
      guide(
        "a row that a translation lacks", letters("apps: {}"),
        [
          "de/roles.md": "⟦"
            + german.replacing("Hilfe | Nur.\n", with: "").replacing("Anw", with: "⟦Anw")
        ], ["raci/responsibility-missing", "translation/uncertain-row"]),
      guide(
        "a row that the source lacks", letters("apps: {}"),
        [
          "en/roles.md": "⟦" + english.replacing("Help | Only.\n", with: ""),
          "de/roles.md": "⟦" + german.replacing("Hilfe | Nur.\n", with: ""),
        ], ["raci/responsibility-missing", "raci/responsibility-missing"]),
      BrokenGuide(
        "letters of no document", ["raci/rolls.yml": "sections: {}\n"],
        whole: ["raci/rolls.yml raci/without-document"]),
      BrokenGuide(
        "letters of nothing", ["raci/index.yml": ""], whole: ["raci/index.yml raci/invalid"]),
    ] + followUps

  private static let sixPartiesYAML =
    "source_locale: en\nlocales: [en, de]\nparties: [a, b, c, d, e, f]\n"
  private static let sixParties = [
    "guide.yml": sixPartiesYAML,
    "en/locale.yml": "title: G\nparties: {a: A, b: B, c: C, d: D, e: E, f: F}\n",
    "de/locale.yml": "title: G\nparties: {a: A, b: B, c: C, d: D, e: E, f: F}\n",
  ]

  /// One defect that others depend on: links to rows, letters, other parties.
  private static let followUps = [
    guide(
      "links to rows of letters that cannot be read", "sections: ⟦*a\n",
      [
        "en/index.md": "# Home\n\n[a](roles.md#apps) [b](matrix/roles/) [c](matrix/#roles--apps)\n",
        "de/index.md":
          "# Start\n\n[a](roles.md#apps) [b](/de/matrix/roles/) [c](roles.md#help.1)\n",
      ], ["yaml/invalid"]),
    guide(
      "parties that cannot all be read", letters("apps: {raci: {a_b: RA}}"),
      ["guide.yml": "source_locale: en\nlocales: [en, de]\nparties: [provider, customer, ⟦a b]\n"],
      ["guide/invalid"]),
    guide(
      "locales that cannot all be read", letters("apps: {}"),
      [
        "guide.yml":
          "source_locale: en\nlocales: [en, de, ⟦fr_FR]\nparties: [provider, customer]\n",
        "fr_FR/index.md": "# Accueil\n",
      ], ["guide/invalid"]),
    guide(
      "a source that cannot be read", letters("apps: {}"),
      [
        "en/roles.md": english + "⟦\(BrokenGuide.invalidByte)\n",
        "en/index.md": "# Home\n\n[a](roles.md#apps) [b](roles.md#ours)\n",
      ], ["file/invalid-utf-8"]),
    guide(
      "a translation that cannot be read", letters("apps: {}"),
      [
        "de/roles.md": german + "⟦\(BrokenGuide.invalidByte)\n",
        "de/index.md": "# Start\n\n[a](roles.md#apps) [b](/de/roles/)\n",
      ], ["file/invalid-utf-8"]),
    BrokenGuide(
      "a document that can be read nowhere",
      [
        "en/page.md": "⟦\(BrokenGuide.invalidByte)\n", "raci/page.yml": "sections: {}\n",
        "en/index.md": "# Home\n\n[a](page.md#x) [b](page/) [c](/en/page/) [d](matrix/page/)\n",
      ], "file/invalid-utf-8"),
  ]
}
