/// Defects of `guide.yml` and `locale.yml`.
enum BrokenSettings {
  private static let start = "source_locale: en\nlocales: [en, de]\n"
  private static let parties = "parties: [provider, customer]\n"

  private static let guides: [(name: String, text: String, rules: [String])] = [
    ("no mapping", "⟦[]\n", ["guide/invalid"]),
    ("no source", "⟦locales: [en]\n", ["guide/invalid"]),
    ("no locales", "⟦source_locale: en\n", ["guide/invalid"]),
    ("a source that is no locale", "source_locale: ⟦fr\nlocales: [en, de]\n", ["guide/invalid"]),
    ("a list that never ends", "source_locale: en\nlocales: [en\nparties⟦: []\n", ["yaml/invalid"]),
    (
      "a locale that is no tag", "source_locale: en\nlocales: [en, de, ⟦fr_FR]\n" + parties,
      ["guide/invalid"]
    ),
    (
      "a locale twice", "source_locale: en\nlocales: [en, de, ⟦EN]\n" + parties, ["guide/invalid"]
    ),
    (
      "a locale without a folder", "source_locale: en\nlocales: [en, de, ⟦fr]\n" + parties,
      ["guide/locale-folder-missing"]
    ),
    (
      "a sidebar with a document that is gone", start + parties + "sidebar: [index, ⟦gone]\n",
      ["guide/unknown-document"]
    ),
    (
      "a color that is hard to read", start + parties + "accent_color: ⟦\"#fc0\"\n",
      ["guide/low-contrast"]
    ),
    (
      "an address that is none",
      start + "parties: [provider, {id: customer, contact: {mail: ⟦a b}}]\n",
      ["guide/invalid"]
    ),
    (
      "a contact with an unknown key",
      start + "parties: [provider, {id: customer, contact: {⟦mial: a@b.example}}]\n",
      ["yaml/unknown-key"]
    ),
    (
      "a party without a contact",
      start + "parties: [⟦provider, {id: customer, contact: {mail: a@b.example}}]\n",
      ["party/contact-missing"]
    ),
    (
      "a deputy that is nobody",
      start + "parties: [{id: provider, contact: {phone: 4711}}, "
        + "{id: ⟦customer, contact: {deputy: providr}}]\n",
      ["party/unknown-deputy"]
    ),
    ("an unknown key", start + "⟦base_pth: /\n" + parties, ["yaml/unknown-key"]),
    ("a key twice", start + parties + "⟦parties: [x]\n", ["yaml/duplicate-key"]),
    ("an anchor of YAML", start + "base_path: ⟦&a /\n" + parties, ["yaml/invalid"]),
    ("a base path that leaves", start + "base_path: ⟦../x\n" + parties, ["guide/invalid"]),
    (
      "an origin with a path", start + "site_url: ⟦https://a.example/x\n" + parties,
      ["guide/invalid"]
    ),
    ("rules of links that are none", start + parties + "links: ⟦{}\n", ["guide/invalid"]),
    (
      "a rule of links without target", start + parties + "links:\n  - ⟦prefix: a\n",
      ["guide/invalid"]
    ),
    (
      "a fallback of no locale", start + parties + "fallback:\n  ⟦fr: [de]\n", ["guide/invalid"]
    ),
    (
      "severities that are a list", start + parties + "severities: ⟦[]\n", ["guide/invalid"]
    ),
    (
      "an unknown rule", start + parties + "severities:\n  ⟦link/unresolvd: off\n",
      ["yaml/unknown-key"]
    ),
    (
      "an unknown severity", start + parties + "severities: {link/unresolved: ⟦fatal}\n",
      ["guide/invalid"]
    ),
    (
      "a severity that is a list", start + parties + "severities: {link/unresolved: ⟦[off]}\n",
      ["guide/invalid"]
    ),
    (
      "a rule that is always an error", start + parties + "severities: {⟦yaml/invalid: off}\n",
      ["guide/invalid"]
    ),
  ]

  private static let locales: [(name: String, text: String, rules: [String])] = [
    ("no mapping", "⟦- x\n", ["locale/invalid"]),
    ("a title that is a list", "title: ⟦[x]\n", ["locale/invalid"]),
    ("an unknown key", "⟦titel: x\n", ["yaml/unknown-key"]),
    ("a direction that is none", "direction: ⟦up\n", ["locale/invalid"]),
    (
      "an unknown party", "parties: {provider: P, customer: K, ⟦custmer: K}\n",
      ["raci/unknown-party"]
    ),
    ("a party without a name", "parties: {⟦provider: , customer: K}\n", ["locale/invalid"]),
    ("a key twice", "title: a\n⟦title: b\n", ["yaml/duplicate-key"]),
    (
      "a word that nobody reads",
      "parties: {provider: P, customer: K}\nstrings:\n  ⟦serch: S\n", ["strings/unknown"]
    ),
    (
      "a word without what it is filled with",
      "parties: {provider: P, customer: K}\nstrings:\n  ⟦search_count: Treffer\n",
      ["strings/placeholder"]
    ),
    (
      "a word in braces that nothing fills",
      "parties: {provider: P, customer: K}\nstrings:\n  ⟦search: '{was}'\n",
      ["strings/placeholder"]
    ),
  ]

  private static let forms = [FileForm.plain, .windowsLines, .byteOrderMark]

  static let all: [BrokenGuide] =
    guides.flatMap { defect in
      forms.map { form in
        var guide = BrokenGuide(
          "guide.yml: \(defect.name), \(form)", ["guide.yml": form.applied(to: defect.text)])
        guide.rules = defect.rules
        return guide
      }
    }
    + locales.flatMap { defect in
      ["en", "de"].flatMap { tag in
        forms.map { form in
          var guide = BrokenGuide(
            "\(tag)/locale.yml: \(defect.name), \(form)",
            ["\(tag)/locale.yml": form.applied(to: defect.text)])
          guide.rules = defect.rules
          return guide
        }
      }
    }
    + [
      BrokenGuide(
        "a party without a name", ["de/locale.yml": "title: Buch\nparties: {provider: P}\n"],
        whole: ["de/locale.yml strings/party-name-missing"]),
      BrokenGuide(
        "R and A of one name",
        [
          "de/locale.yml": "title: B\nparties: {provider: P, customer: K}\n"
            + "strings: {raci_r: Verantwortlich, raci_a: verantwortlich}\n"
        ], whole: ["de/locale.yml strings/equal-labels"]),
      BrokenGuide(
        "no locale.yml", [:], whole: ["de/locale.yml locale/file-missing"],
        absent: ["de/locale.yml"]),
      BrokenGuide("no guide.yml", [:], whole: ["guide.yml guide/missing"], absent: ["guide.yml"]),
      BrokenGuide("nothing in guide.yml", ["guide.yml": ""], whole: ["guide.yml guide/invalid"]),
      BrokenGuide(
        "a locale without documents", ["de/picture.png": ""],
        whole: ["de guide/locale-without-documents"], absent: ["de/index.md"]),
      BrokenGuide(
        "a folder that is no locale", ["fr/index.md": ""],
        whole: ["fr guide/unknown-locale-folder"]),
    ]
}

/// Defects of `reviews.yml`.
enum BrokenReviews {
  static let all = [
    BrokenGuide(
      "reviews",
      [
        "reviews.yml": """
        reviews:
          - ⟦{scope: nowhere, by: x, date: 2026-01-01, digest: a}
          - ⟦{scope: index, by: x, date: 2026-01-01, digest: a}
          - ⟦{scope: guide, by: x, date: 2000-01-01, digest: "872deaae4db1ccc2", valid: P1D}

        """
      ], "review/invalid", "review/changed", "review/expired")
  ]
}
