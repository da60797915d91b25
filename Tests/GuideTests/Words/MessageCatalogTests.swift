import Base
import Guide
import Testing

/// Files of messages, and how messages are put together from them.
@Suite struct MessageCatalogTests {
  private func catalog(
    _ text: String, tag: String = "de", findings: inout [Diagnostic]
  ) -> MessageCatalog {
    MessageCatalog(
      SourceFile(path: "m.yml", bytes: Array(text.utf8)), tag: tag, diagnostics: &findings)
  }

  private func catalog(_ text: String, tag: String = "de") -> MessageCatalog {
    var findings: [Diagnostic] = []
    let catalog = catalog(text, tag: tag, findings: &findings)
    #expect(findings == [])
    return catalog
  }

  @Test func valuesCanBeReordered() {
    let catalog = catalog("\"'{1}' in '{2}' is not {3}\": \"{3}: „{2}“, „{1}“\"")
    let (first, second) = ("a", "b")
    #expect(catalog.text("'\(first)' in '\(second)' is not \(3)") == "3: „b“, „a“")
  }

  @Test(arguments: [
    (0, "0 колонок"), (1, "1 колонка"), (3, "3 колонки"), (5, "5 колонок"), (21, "21 колонка"),
  ]) func numbersTakeTheFormsOfTheLanguage(count: Int, expected: String) {
    let catalog = catalog(
      "\"{1} columns\": {one: \"{1} колонка\", few: \"{1} колонки\", many: \"{1} колонок\", other: \"{1} колонки\"}\n\"the {1}!\": \"{1}!\"",
      tag: "ru")
    #expect(catalog.text("the \(count: count, "column")!") == expected + "!")
  }

  @Test func aKeyInQuotationMarksGetsTheLanguagesOwn() {
    let catalog = catalog("\"'{1}'\": \"„{1}“\"\n\"{1} must be text, not {2}\": \"{1}: {2}\"")
    let what: DiagnosticMessage = "'base_path'"
    #expect(catalog.text("\(what) must be text, not \(1)") == "„base_path“: 1")
    #expect(catalog.text("'two words'") == "'two words'")
  }

  @Test func whatTheFileLacksIsEnglish() {
    let catalog = catalog("\"a\": \"b\"")
    #expect(catalog.text("a") == "b" && catalog.text("the row '\("x")'") == "the row 'x'")
  }

  @Test func valuesKeepTheirDirectionInArabic() {
    let catalog = catalog("\"'{1}' is missing\": \"«{1}» مفقود\"", tag: "ar")
    let key = "base_path"
    #expect(catalog.isRightToLeft)
    #expect(catalog.text("'\(key)' is missing") == "«\u{2068}base_path\u{2069}» مفقود")
    let turned = "\u{202E}x"
    let text = catalog.text("'\(turned)' is missing", shown: visible)
    #expect(text == "«\u{2068}\\u{202e}x\u{2069}» مفقود")
  }

  @Test func aFileCannotDriveTheTerminal() {
    let catalog = catalog("\"a\": \"b\u{202E}c\"")
    #expect(catalog.text("a", shown: visible) == "b\\u{202e}c")
    var findings: [Diagnostic] = []
    _ = self.catalog("\"a\": \"\\e[31m\"", findings: &findings)
    #expect(findings.map(\.id) == [.yamlInvalid])
  }

  @Test(arguments: [
    ("- a", [DiagnosticID.yamlInvalid]), ("\"a {1}\": \"{1} {2}\"", [.placeholderDiffers]),
    ("\"a {1}\": {one: \"b {3}\", other: \"c {1}\"}", [.placeholderDiffers]),
    ("\"a\": [b]", [.yamlInvalid]), ("a: \"b", [.yamlInvalid]), ("\u{FFFE}\u{0}", [.yamlInvalid]),
    ("\"a\": {one: \"b\"}", [.yamlInvalid]), ("", []),
  ]) func whatIsWrongWithAFileIsReported(text: String, expected: [DiagnosticID]) {
    var findings: [Diagnostic] = []
    let catalog = catalog(text, findings: &findings)
    #expect(Set(findings.map(\.id)) == Set(expected), "\(findings.map(\.text))")
    #expect(catalog.text("a \(7)") == "a 7")
  }
}
