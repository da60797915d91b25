import TestSupport
import Testing

/// Pages lead to other languages, if the guide has any.
@Suite struct SwitcherTests {
  @Test(arguments: [["en"], ["en", "de"], ["ko", "ar", "en"]])
  func onlySeveralLanguagesHaveASwitcher(locales: [String]) throws {
    var files = [
      "guide.yml":
        "source_locale: \(locales[0])\nlocales: [\(locales.joined(separator: ", "))]\n"
        + "parties: [crew]\n"
    ]
    for locale in locales {
      files["\(locale)/locale.yml"] = "title: T\nparties: {crew: Crew}\n"
      files["\(locale)/plan.md"] = "# Plan \(locale)\n\nText.\n"
    }
    let guide = try GuideFolder(files)
    let result = try guide.rolebook(["build"])
    try #require(result.status == 0, "\(result.errors)")
    for locale in locales {
      for name in ["", "plan/", "matrix/", "search/", "parties/crew/"] {
        let page = try guide.folder.read("public/\(locale)/\(name)index.html")
        let isOffered = page.contains("?choose")
        #expect(page.contains(#"class="switcher""#) == (locales.count > 1), "\(name)")
        #expect(isOffered == (locales.count > 1), "\(name)")
      }
    }
  }
}
