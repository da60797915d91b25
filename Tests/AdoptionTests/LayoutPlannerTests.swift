import Testing

@testable import Adoption

/// The locale and key of every file of trees as other tools lay them out.
@Suite struct LayoutPlannerTests {
  private static let english =
    "# Work\n\nThe team does all of this for you, and it is on the list.\n"
  private static let french =
    "# Travail\n\nLes équipes du site sont dans la liste, et vous aussi.\n"
  private static let german = "# Arbeit\n\nDie Liste ist für alle, und das Team macht nicht mehr.\n"
  private static let chinese = "# 工作\n\n团队负责所有的工作。\n"

  /// The places of files, `path → locale/key`, and the paths that are left out.
  private func plan(
    _ texts: [(String, String)], _ hints: LayoutPlanner.Hints = .init()
  ) throws -> (places: [String: String], leftOut: [String], layout: Layout) {
    let files = texts.map { path, text in
      let parts = LooseTree.split(path).stem.split(separator: "/").map(String.init)
      return LooseFile(
        path: path, folders: parts.dropLast(), stem: parts.last ?? "",
        hints: TextHints(Array(text.utf8)))
    }
    let layout = try LayoutPlanner.plan(files, hints)
    let places = layout.places.map { (files[$0.file].path, $0.locale + "/" + $0.key) }
    return (
      Dictionary(uniqueKeysWithValues: places),
      layout.leftOut.flatMap(\.files).map { files[$0].path }.sorted(), layout
    )
  }

  /// A tree and where its files belong; an empty place is a file that is left out.
  static let trees: [[(path: String, text: String, place: String)]] = [
    [("en/a.md", english, "en/a"), ("DE/a.md", german, "de/a")],
    [("docs/de_DE/a.md", german, "de-DE/a"), ("docs/zh_Hans_CN/a.md", chinese, "zh-Hans-CN/a")],
    [
      ("i18n/de-rAT/a.md", german, "de-AT/a"), ("i18n/sr@latin/a.md", "", "sr-Latn/a"),
      ("i18n/pt_BR.UTF-8/a.md", "", "pt-BR/a"),
    ],
    [("a.md", english, "en/a"), ("a.fr.md", french, "fr/a"), ("b.en.md", english, "en/b")],
    [("Plan (EN).md", english, "en/Plan"), ("Plan (DE).md", german, "de/Plan")],
    [("Plan.md", english, "en/Plan"), ("Plan [de-DE].md", german, "de-DE/Plan")],
    [("Plan.md", english, "en/Plan"), ("Plan（中文）.md", chinese, "zh/Plan")],
    [("(EN) Plan.md", english, "en/Plan"), ("(DE) Plan.md", german, "de/Plan")],
    [("EN - Plan.md", english, "en/Plan"), ("DE - Plan.md", german, "de/Plan")],
    [("Plan EN.md", english, "en/Plan"), ("Plan FR.md", french, "fr/Plan")],
    [
      ("Plan - English.md", english, "en/Plan"), ("Plan - Deutsch.md", german, "de/Plan"),
      ("Plan – Français.md", french, "fr/Plan"),
    ],
    [("plan-english.md", english, "en/plan"), ("plan-german.md", german, "de/plan")],
    [
      ("a.en.md", english, "en/a"), ("Plan (IT).md", english, "en/Plan (IT)"),
      ("Plan (draft).md", english, "en/Plan (draft)"), ("All in.md", english, "en/All in"),
    ],
    [("README.md", english, "en/index"), ("README.zh-CN.md", chinese, "zh-CN/index")],
    [("README.md", english, "en/index"), ("README_CN.md", chinese, "zh-CN/index")],
    [
      ("en.a.md", english, "en/a"), ("de.a.md", german, "de/a"), ("zh-CN.a.md", chinese, "zh-CN/a"),
    ],
    [
      ("docs/en-a.md", english, "en/a"), ("docs/fr-a.md", french, "fr/a"),
      ("docs/it-team.md", english, ""),
    ],
    [("en_a.md", english, "en/a"), ("pt_BR_a.md", "", "pt-BR/a")],
    [
      ("it-help.md", english, "en/it-help"), ("no-help.md", english, "en/no-help"),
      ("x.en.md", english, "en/x"),
    ],
    [
      ("a.md", english, "en/a"), ("a-fr.md", french, "fr/a"), ("sign-in.md", english, "en/sign-in"),
    ],
    [
      ("how.md", english, "en/how"), ("how-to.md", english, "en/how-to"),
      ("x.fr.md", french, "fr/x"),
    ],
    [
      ("docs/a.md", english, "en/a"), ("docs/b/c.md", english, "en/b/c"),
      ("i18n/fr/docusaurus-plugin-content-docs/current/a.md", french, "fr/a"),
      ("i18n/fr/docusaurus-plugin-content-docs/version-1.0/a.md", french, ""),
      ("README.md", english, ""),
    ],
    [
      ("docs/index.md", english, "en/index"), ("docs/guide/a.md", english, "en/guide/a"),
      ("docs/fr/index.md", french, "fr/index"), ("docs/fr/guide/a.md", french, "fr/guide/a"),
    ],
    [
      ("content/en/_index.md", english, "en/index"), ("content/de/_index.md", german, "de/index"),
      ("content/en/docs/README.md", english, "en/docs/index"), ("themes/x/README.md", english, ""),
    ],
    [("en/docs/a.md", english, "en/a"), ("fr/docs/a.md", french, "fr/a")],
    [
      ("shop/docs/en/a.md", english, "en/shop/a"), ("shop/docs/de/a.md", german, "de/shop/a"),
      ("bank/docs/en/a.md", english, "en/bank/a"),
    ],
    [
      ("hr/a.md", english, "en/hr/a"), ("it/a.md", english, "en/it/a"),
      ("qa/b.md", english, "en/qa/b"),
    ],
    [("en/hr/a.md", english, "en/hr/a"), ("en/it/b.md", english, "en/it/b")],
    [("german/a.md", german, "de/a"), ("english/a.md", english, "en/a")],
    [("en/matrix.md", english, "en/matrix-1"), ("en/search.md", english, "en/search-1")],
    [("en/x.md", english, "en/x-1"), ("en/x/index.md", english, "en/x/index")],
    [("EN/a.md", english, "en/a"), ("README.md", english, ""), ("CONTRIBUTING.md", english, "")],
    [("guide.de-de/a.md", german, "de-DE/a"), ("guide/a.md", english, "en/a")],
    [("en.md", english, "en/index"), ("fr.md", french, "fr/index"), ("de.md", "", "de/index")],
    [
      ("roles/en.md", english, "en/roles/index"), ("roles/fr.md", french, "fr/roles/index"),
      ("home/en.md", english, "en/home/index"), ("home/fr.md", french, "fr/home/index"),
    ],
    [("en.md", english, "en/en"), ("plan.md", english, "en/plan"), ("x.md", english, "en/x")],
    [
      ("README.md", english, "en/index"), ("translations/README.fr.md", french, "fr/index"),
      ("translations/README.de.md", german, "de/index"), ("CONTRIBUTING.md", english, ""),
    ],
    [
      ("README.md", english, "en/index"), ("docs/i18n/README.de.md", german, "de/index"),
      ("docs/i18n/README.fr.md", french, "fr/index"),
    ],
    [
      ("docs/a.md", english, "en/a"), ("docs/b.md", english, "en/b"),
      ("translations/fr/a.md", french, "fr/a"), ("translations/de/a.md", german, "de/a"),
    ],
    [
      ("en/work.md", "---\ntranslationKey: w\n---\n" + english, "en/work"),
      ("fr/travail.md", "---\ntranslationKey: w\n---\n" + french, "fr/work"),
      ("fr/liste.md", french, "fr/liste"),
    ],
    // Two files of a language with one key are not one document.
    [
      ("en/a.md", "---\nref: x\n---\n" + english, "en/a"),
      ("en/b.md", "---\nref: x\n---\n" + english, "en/b"),
      ("fr/c.md", "---\nref: x\n---\n" + french, "fr/c"),
    ],
    // Letters in a table are not words of Portuguese.
    [
      ("a-en.md", english, "en/a"),
      (
        "a-fr.md",
        "# Tâches\n\n| Tâche | Équipe |\n| --- | --- |\n| Peindre | A |\n"
          + "| Travail de nuit | A |\n| Ranger | R / A |\n", "fr/a"
      ),
    ],
    [
      ("docs/a.md", english, "en/a"), ("versioned_docs/version-1.9/a.md", english, ""),
      ("versioned_docs/version-1.10/a.md", english, ""),
      ("i18n/fr/docusaurus-plugin-content-docs/current/a.md", french, "fr/a"),
      ("i18n/fr/docusaurus-plugin-content-docs/version-1.9/a.md", french, ""),
    ],
    [
      ("versioned_docs/version-1.9/a.md", english, ""),
      ("versioned_docs/version-1.10/a.md", english, "en/a"),
      ("i18n/fr/docusaurus-plugin-content-docs/version-1.9/a.md", french, ""),
      ("i18n/fr/docusaurus-plugin-content-docs/version-1.10/a.md", french, "fr/a"),
    ],
    [
      ("docs/a.md", english, "en/docs/a"), ("api/b.md", english, "en/api/b"),
      ("api_versioned_docs/version-2/b.md", english, ""),
    ],
    // One name that looks like a language takes nothing away from a tree.
    [
      ("a/page.md", english, "en/a/page"), ("c/team.md", english, "en/c/team"),
      ("c/team-ks.md", english, "en/c/team-ks"),
    ],
    [
      ("2023/results.md", english, "en/2023/results"),
      ("2023-GB/results.md", english, "en/2023-GB/results"), ("guide/x.md", english, "en/guide/x"),
    ],
    [
      ("db/kv/redis.md", chinese, "zh/db/kv/redis"), ("db/kv/a.md", chinese, "zh/db/kv/a"),
      ("ops/raci.md", chinese, "zh/ops/raci"),
    ],
    [
      ("index.md", english, "en/index"), ("guide/a.md", english, "en/guide/a"),
      ("extra/c.md", english, "en/extra/c"), ("zh/guide/a.md", chinese, "zh/guide/a"),
      ("zh/index.md", chinese, "zh/index"),
    ],
    [
      ("docs/a.md", german, "de/docs/a"), ("modules/x/de/s.md", german, "de/x/s"),
      ("modules/y/de/s.md", german, "de/y/s"),
    ],
    [
      ("books/a.md", english, "en/books/a"), ("books/b.md", english, "en/books/b"),
      ("other/c.fr.md", french, "fr/other/c"),
    ],
  ]

  @Test(arguments: trees.indices)
  func filesFindTheirPlaces(tree: Int) throws {
    let files = Self.trees[tree]
    let (places, leftOut, _) = try plan(files.map { ($0.path, $0.text) })
    for file in files where !file.place.isEmpty {
      #expect(places[file.path] == file.place, "\(file.path)")
    }
    #expect(leftOut == files.filter(\.place.isEmpty).map(\.path).sorted())
  }

  /// A text that one language alone has keeps no folder, and takes nobody's place.
  @Test(arguments: [("q.md", "de/q", "en/p1"), ("p1.md", "de/p1", "en/docs/p1")])
  func aStrayFileTakesNoPlace(name: String, place: String, other: String) throws {
    let shared = (1...24).flatMap { number in
      [("en/docs/p\(number).md", Self.english), ("de/docs/p\(number).md", Self.german)]
    }
    let (places, leftOut, _) = try plan(shared + [("de/" + name, Self.german)])
    #expect(places["de/" + name] == place)
    #expect(places["en/docs/p1.md"] == other)
    #expect(leftOut == [])
  }

  @Test func departmentsAreNamed() throws {
    let layout = try plan([("hr/a.md", Self.english), ("it/a.md", Self.english)]).layout
    #expect(layout.notes.contains { $0.contains("'hr'") && $0.contains("--locale") })
  }

  @Test func theUserNamesALanguage() throws {
    var hints = LayoutPlanner.Hints()
    hints.language = "sv"
    #expect(try plan([("x.md", "# X\n")], hints).places == ["x.md": "sv/x"])
    #expect(throws: AdoptionError.self) { try plan([("x.md", "# X\n")]) }
  }

  @Test func severalRootsAreLanguages() throws {
    var hints = LayoutPlanner.Hints()
    hints.hasSeveralRoots = true
    hints.source = "en-US"
    let (places, _, _) = try plan(
      [("repo.de-de/docs/a.md", Self.german), ("repo/docs/a.md", Self.english)], hints)
    #expect(places == ["repo.de-de/docs/a.md": "de-DE/a", "repo/docs/a.md": "en-US/a"])
  }

  @Test func frontMatterNamesALanguage() throws {
    let (places, _, _) = try plan([
      ("a.md", "---\nlang: en\nref: start\n---\n"), ("b.md", "---\nlang: de\nref: start\n---\n"),
      ("000_x.md", "---\nlocale: 'fr'\n---\n# <a name=\"top\"></a>T\n"),
    ])
    #expect(places == ["a.md": "en/start", "b.md": "de/start", "000_x.md": "fr/top"])
  }
}
