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
        ("docs/team/\(name).md", Self.en, "en/team/\(key)"), ("docs/guide/a.md", Self.en, "en/guide/a"),
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
}
