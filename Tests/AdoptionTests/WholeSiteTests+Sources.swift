import Testing

@testable import Adoption

extension WholeSiteTests {
  /// Names of a repository's own files, which below its root are documents.
  static let repositoryNames = [
    "README", "Readme", "SUPPORT", "support", "HISTORY", "history", "SECURITY", "security",
    "CHANGELOG", "authors", "CONTRIBUTING", "license",
  ]

  @Test(arguments: repositoryNames)
  func filesBelowTheRootAreDocuments(name: String) throws {
    let key = KeyTidier.isIndex(name) ? "index" : name
    for (code, text) in [("de", Self.de), ("fr", Self.fr), ("ja", Self.ja)] {
      try Site(
        ("docs/team/\(name).md", Self.en, "en/team/\(key)"),
        ("docs/guide/a.md", Self.en, "en/guide/a"),
        ("docs/guide/a.\(code).md", text, "\(code)/guide/a")
      ).check()
      try Site(
        ("team/deep/\(name).md", Self.en, "en/team/deep/\(key)"), ("a.md", Self.en, "en/a"),
        ("\(name).md", Self.en, ""), ("\(code)/a.md", text, "\(code)/a"),
        ("\(code)/b.md", text, "\(code)/b")
      ).check()
    }
    // Beside translations of other files.
    try Site(
      ("guide/\(name).md", Self.en, "en/guide/\(key)"), ("guide/x.md", Self.en, "en/guide/x"),
      ("\(name).md", Self.en, ""), ("other/c.fr.md", Self.fr, "fr/other/c")
    ).check()
  }

  @Test(arguments: ["GOVERNANCE", "governance", "MAINTAINERS", "maintainers"])
  func governanceIsADocument(name: String) throws {
    try Site(
      ("\(name).md", Self.en, "en/\(name)"), ("README.md", Self.en, ""), ("a.md", Self.en, "en/a"),
      ("a.de.md", Self.de, "de/a")
    ).check()
  }

  /// Folders of translations, each with the file above them that is their source.
  static let namesakes: [(folder: String, source: String)] = [
    ("coc-languages", "code-of-conduct"), ("coc", "Code-of-Conduct"),
    ("code-of-conduct", "code-of-conduct"), ("code_of_conduct_translations", "CODE_OF_CONDUCT"),
    ("handbook-i18n", "handbook"), ("Roles", "roles"), ("translations", "README"),
    ("i18n", "README"), ("lang", "README"), ("readme-languages", "README"),
  ]

  @Test(arguments: namesakes)
  func bareLanguagesBelongToTheirNamesake(folder: String, source: String) throws {
    let key = KeyTidier.normalized(source)
    let isReadme = source == "README"
    try Site(
      ("README.md", Self.en, isReadme ? "en/index" : ""), ("CONTRIBUTING.md", Self.en, ""),
      (isReadme ? "other.md" : "\(source).md", Self.en, isReadme ? "en/other" : "en/\(key)"),
      ("policies/a.md", Self.en, "en/policies/a"), ("policies/b/c.md", Self.en, "en/policies/b/c"),
      ("policies/README.md", Self.en, "en/policies/index"),
      ("\(folder)/de.md", Self.de, "de/\(key)"), ("\(folder)/es.md", Self.es, "es/\(key)"),
      ("\(folder)/zh-tw.md", Self.zh, "zh-TW/\(key)"),
      ("\(folder)/pt_BR.md", Self.none, "pt-BR/\(key)"),
      ("\(folder)/ja.md", Self.ja, "ja/\(key)")
    ).check()
  }

  @Test(arguments: ["translations", "docs/i18n", "l10n/all"])
  func documentsWithoutTranslationsComeAlong(folder: String) throws {
    for (code, text) in [("de", Self.de), ("fr", Self.fr), ("zh", Self.zh)] {
      try Site(
        ("coc.md", Self.en, "en/coc"), ("policies/a.md", Self.en, "en/policies/a"),
        ("policies/b.md", Self.none, "en/policies/b"), ("autres/x.md", Self.ru, ""),
        (".github/y.md", Self.en, ""), ("SECURITY.md", Self.en, ""),
        ("\(folder)/coc.\(code).md", text, "\(code)/coc")
      ).check()
    }
    // The originals are in a folder beside the translations.
    try Site(
      ("docs/a.md", Self.en, "en/a"), ("docs/b.md", Self.en, "en/b"),
      ("policies/c.md", Self.en, "en/policies/c"), ("README.md", Self.en, ""),
      ("translations/fr/a.md", Self.fr, "fr/a"), ("translations/ja/a.md", Self.ja, "ja/a")
    ).check()
  }

  @Test func rootFilesComeAlong() throws {
    for (code, text) in [("de", Self.de), ("es", Self.es), ("ko", Self.ko)] {
      try Site(
        ("faq.md", Self.en, "en/faq"), ("short.md", Self.none, "en/short"),
        ("README.md", Self.en, ""), ("foreign.md", Self.ru, ""),
        ("version/a.md", Self.en, "en/version/a"),
        ("version/a.\(code).md", text, "\(code)/version/a")
      ).check()
      try Site(
        ("content/faq.md", Self.en, "en/faq"), ("content/version/a.md", Self.en, "en/version/a"),
        ("content/\(code)/version/a.md", text, "\(code)/version/a"), ("README.md", Self.en, "")
      ).check()
    }
  }

  /// The folders of originals are others than those of their translations.
  @Test(arguments: ["translation", "i18n", "docs/translations"])
  func uniqueNamesPairOtherFolders(folder: String) throws {
    for (code, text) in [("de", Self.de), ("es", Self.es), ("zh-CN", Self.zh)] {
      try Site(
        ("patterns/1-first/x.md", Self.en, "en/patterns/1-first/x"),
        ("patterns/2-structured/y.md", Self.en, "en/patterns/2-structured/y"),
        ("patterns/2-structured/z.md", Self.en, "en/patterns/2-structured/z"),
        ("\(folder)/\(code)/patterns/x.md", text, "\(code)/patterns/1-first/x"),
        ("\(folder)/\(code)/patterns/y.md", text, "\(code)/patterns/2-structured/y"),
        ("\(folder)/\(code)/README.md", text, "\(code)/index"), ("README.md", Self.en, "en/index"),
        ("CONTRIBUTING.md", Self.en, "")
      ).check()
      // The README of the translations is not the only source.
      try Site(
        ("patterns/1-first/x.md", Self.en, "en/patterns/1-first/x"),
        ("patterns/2-structured/y.md", Self.en, "en/patterns/2-structured/y"),
        ("patterns/3-third/z.md", Self.en, "en/patterns/3-third/z"),
        ("\(folder)/README.md", Self.en, "en/\(folder)/index"),
        ("\(folder)/\(code)/patterns/x.md", text, "\(code)/patterns/1-first/x"),
        ("\(folder)/\(code)/patterns/y.md", text, "\(code)/patterns/2-structured/y"),
        ("\(folder)/\(code)/patterns/z.md", text, "\(code)/patterns/3-third/z"),
        ("\(folder)/\(code)/README.md", text, "\(code)/index")
      ).check()
    }
  }

  /// Another part of the site has a folder for the language of the source.
  @Test func uniqueNamesPairBesideAFolderOfTheSource() throws {
    for (code, text) in [("de", Self.de), ("es", Self.es), ("ja", Self.ja)] {
      try Site(
        ("patterns/1-first/x.md", Self.en, "en/patterns/1-first/x"),
        ("patterns/2-structured/y.md", Self.en, "en/patterns/2-structured/y"),
        ("translation/README.md", Self.en, "en/translation/index"),
        ("translation/\(code)/patterns/x.md", text, "\(code)/patterns/1-first/x"),
        ("translation/\(code)/patterns/y.md", text, "\(code)/patterns/2-structured/y"),
        ("book/en/toc.md", Self.en, "en/book/toc"),
        ("book/\(code)/toc.md", text, "\(code)/book/toc")
      ).check()
    }
  }

  /// A name that two files have says nothing.
  @Test func namesOfTwoFilesPairNone() throws {
    let places = try Site(
      ("a/x.md", Self.en, ""), ("b/x.md", Self.en, ""), ("a/y.md", Self.en, ""),
      ("b/y.md", Self.en, ""), ("t/de/x.md", Self.de, ""), ("t/de/y.md", Self.de, "")
    ).places()
    #expect(places["t/de/x.md"] == "de/x")
    #expect(places["t/de/y.md"] == "de/y")
  }
}
