import Foundation
import TestSupport
import Testing

/// Findings in the language that a writer asks for.
@Suite struct LanguageOptionTests {
  private static var files: [String: String] {
    var files = GuideFolder.plain
    files["en-US/page.md"] = "# Page\n\n[x](hom.md)\n"
    files["en-US/hom/a.md"] = "# A\n\n[!x](gone.md) [y](indx.md)\n"
    return files
  }

  private func check(_ arguments: String...) throws -> RunningCommand.Result {
    try GuideFolder(Self.files).rolebook(["check"] + arguments)
  }

  @Test func messagesAndHintsAreInTheLanguageAndTheFormStays() throws {
    let german = try check("--language", "de")
    #expect(german.status == 0)
    #expect(
      german.output.contains(
        "content/en-US/hom/a.md:3:1: warning: Der Link auf „gone.md“ hat in diesem Leitfaden kein "
          + "Ziel [link/unresolved]\n  Abhilfe: "), "\(german.output)")
    #expect(german.errors.hasSuffix("0 Fehler, 3 Warnungen\n"), "\(german.errors)")
    let english = try check()
    let forms = [german, english].map { result in
      result.output.split(separator: "\n").filter { !$0.hasPrefix("  ") }.map { line in
        [line.prefix { $0 != "w" }, line.drop { $0 != "[" }]
      }
    }
    #expect(forms[0].map(\.first) == forms[1].map(\.first))
    #expect(english.output.contains("has no target in this guide [link/unresolved]"))
    #expect(english.errors.hasSuffix("0 errors, 3 warnings\n"))
  }

  @Test(arguments: [
    ("de-AT", "Der Link"), ("fr-CA", "le lien"), ("sv", "länken"), ("zh-Hans", "链接"),
    ("ko-KR", "링크"), ("tr-TR", "bağlantısının"), ("ar-EG", "للرابط"), ("en-GB", "the link to"),
    ("it", "the link to"),
    ("zh-TW", "the link to"),
  ]) func theNearestLanguageIsTaken(tag: String, text: String) throws {
    let result = try check("--language", tag)
    let isThere = result.output.replacing("\u{2068}", with: "").contains(text)
    #expect(result.status == 0 && isThere, "\(result.output)")
    let isOther = ["it", "zh-TW"].contains(tag)
    #expect(result.errors.contains("findings are in English, because '\(tag)'") == isOther)
  }

  @Test func whatIsNoTagIsRefused() throws {
    let result = try check("--language", "german!")
    #expect(result.status == 2 && result.errors.contains("'--language' takes a language tag"))
  }

  @Test func theEnvironmentChangesNothing() throws {
    let guide = try GuideFolder(Self.files)
    let environment = ["LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "LC_MESSAGES": "de_DE"]
    let result = try guide.rolebook(["check"], environment: environment)
    #expect(result.output == (try guide.rolebook(["check"])).output)
  }

  @Test(arguments: ["json", "sarif", "github"])
  func formsForProgramsHaveTheLanguagesText(format: String) throws {
    let result = try check("--format", format, "--language", "de")
    #expect(result.output.contains("Der Link auf „gone.md“ hat in diesem Leitfaden kein Ziel"))
    #expect(result.output.contains("link/unresolved"))
    #expect(!result.output.contains("has no target"))
  }

  @Test func aBuildSaysItAgainInAnotherLanguage() throws {
    let guide = try GuideFolder(Self.files)
    func build(_ arguments: String...) throws -> String {
      try guide.rolebook(["build", "--date", "2026-01-31"] + arguments).errors
    }
    #expect(try build("--language", "fr").contains("n’a pas de cible dans ce guide"))
    #expect(try build().contains("has no target in this guide"))
    let again = try build()
    #expect(again.contains("has no target in this guide") && again.contains("0 files written"))
    let french = try build("--language", "fr")
    #expect(french.contains("n’a pas de cible") && !french.contains("has no target"))
  }

  @Test func aPublishersOwnMessagesCount() throws {
    let guide = try GuideFolder(Self.files)
    let key = "the link to '{1}' has no target in this guide"
    try guide.folder.write(
      "\"\(key)\": \"il link a «{1}» non porta a nulla\"\n\"gone {1}\": \"{2}\"\n",
      to: "templates/messages/it.yml")
    let result = try guide.rolebook(["check", "--language", "it-IT"])
    #expect(result.output.contains("il link a «gone.md» non porta a nulla [link/unresolved]"))
    #expect(
      result.output.contains(
        "templates/messages/it.yml:2:13: warning: nothing fills {2} in 'gone {1}' "
          + "[strings/placeholder]"), "\(result.output)")
  }

  @Test func thePreviewShowsFindingsInTheLanguageOfThePage() throws {
    var files = Self.files
    files["guide.yml"] = "source_locale: en-US\nlocales: [en-US, de-DE, ar]\nparties: [provider]\n"
    for tag in ["de-DE", "ar"] {
      files[tag + "/page.md"] = "# Seite\n\n[x](gone.md)\n"
      files[tag + "/locale.yml"] = "title: Buch\nparties: {provider: X}\n"
    }
    let preview = try RunningPreview(try GuideFolder(files).folder)
    func facts(_ tag: String) throws -> String {
      try preview.response("/-/facts?page=/\(tag)/page/&language=\(tag)").text
    }
    let german = try facts("de-DE")
    #expect(german.contains("Der Link auf „gone.md“ hat in diesem Leitfaden kein Ziel"))
    #expect(german.contains(#""language":"de","direction":"ltr""#), "\(german)")
    let arabic = try facts("ar")
    #expect(arabic.contains("«\u{2068}gone.md\u{2069}»") && arabic.contains(#""direction":"rtl""#))
    #expect(try facts("en-US").contains("did you mean 'hom"))
    #expect(preview.report.contains("built in"))
  }

  /// Pages show findings in their own language, and the status page in the source's.
  @Test func theStatusPageIsInTheLanguageOfTheSource() throws {
    var files = Self.files
    files = files.reduce(into: [:]) { result, file in
      result[file.key.replacingOccurrences(of: "en-US/", with: "de-DE/")] =
        file.value.replacingOccurrences(of: "en-US", with: "de-DE")
    }
    let guide = try GuideFolder(files)
    try #require(try guide.rolebook(["build"]).status == 0)
    let page = try guide.folder.read("public/status/index.html")
    #expect(
      page.contains(
        "<span class=\"finding-message\" lang=\"de\" dir=\"ltr\">Der Link auf „gone.md“"),
      "\(page)")
    #expect(!page.contains("has no target"))
  }
}
