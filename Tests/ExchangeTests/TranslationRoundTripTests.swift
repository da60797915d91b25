import Foundation
import TestSupport
import Testing

/// Exported texts come back without a changed byte, except for the translators' changes.
@Suite struct TranslationRoundTripTests {
  private static let locales = [
    "de-DE", "fr-FR", "ko-KR", "sv-SE", "zh-CN", "ar-SA", "es-ES", "ja-JP", "pt-BR",
  ]

  @Test(arguments: locales, ["po", "xliff", "xliff2"])
  func untouchedTextsChangeNothing(locale: String, format: String) throws {
    let guide = try ExchangedGuide.bundled()
    let before = try guide.contents()
    let export = try guide.rolebook(
      "translate", "export", "--locale", locale, "--only", "all", "--format", format, "--output",
      "texts")
    #expect(export.status == 0, "\(export.errors)")
    let result = try guide.rolebook("translate", "import", "texts")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("texts: 0 taken, 145 as they were"), "\(result.errors)")
    #expect(try guide.contents() == before)
  }

  @Test(arguments: locales)
  func gettextAcceptsTheFile(locale: String) throws {
    let guide = try ExchangedGuide.bundled()
    try guide.rolebook(
      "translate", "export", "--locale", locale, "--only", "all", "--output", "texts.po")
    let result = try guide.program("msgfmt", "--check", "--output-file=/dev/null", "texts.po")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.isEmpty, "\(result.errors)")
    let rewritten = try guide.program("msgcat", "--no-wrap", "texts.po")
    let sorted = try guide.program("msgcat", "texts.po")
    #expect(sorted.status == 0 && rewritten.status == 0)
  }

  @Test(.needsShared) func realTranslationsStayAsTheyAre() throws {
    let seeds = try #require(Project.shared).appending(path: "seeds").path
    let guide = ExchangedGuide(folder: try TemporaryFolder())
    try guide.rolebook("init", "guide", "--from", seeds)
    let content = guide.folder.file("guide/content")
    let before = try FolderContents(of: content)
    for locale in ["ko-KR", "de-DE", "sv-SE", "fr-FR"] {
      for format in ["po", "xliff", "xliff2"] {
        try guide.rolebook(
          "translate", "export", "--locale", locale, "--only", "all", "--format", format,
          "--content", "guide/content", "--output", "texts")
        let result = try guide.rolebook(
          "translate", "import", "--content", "guide/content", "texts")
        #expect(result.status == 0, "\(locale) \(format): \(result.errors)")
      }
    }
    #expect(try FolderContents(of: content) == before)
  }

  /// A guide whose texts are as wild as people write them, there and back.
  @Test func generatedGuidesStayAsTheyAre() throws {
    let seed = UInt64(caseCount("ROLEBOOK_SEED", default: 20))
    let count = caseCount("ROLEBOOK_ROUND_TRIPS", default: 8)
    for number in 0..<count {
      let caseSeed = seed &+ UInt64(number)
      var guide = GeneratedGuide(seed: caseSeed)
      let folder = ExchangedGuide(folder: try TemporaryFolder())
      for (path, text) in guide.files() { try folder.folder.write(text, to: "content/" + path) }
      let before = try folder.contents()
      let format = ["po", "xliff", "xliff2"][number % 3]
      let export = try folder.rolebook(
        "translate", "export", "--locale", "de-DE", "--only", "all", "--format", format,
        "--output", "texts")
      #expect(export.status == 0, "seed \(caseSeed): \(export.errors)")
      let result = try folder.rolebook("translate", "import", "texts")
      #expect(result.status == 0, "seed \(caseSeed): \(result.errors)")
      #expect(try folder.contents() == before, "seed \(caseSeed): \(result.errors)")
    }
  }
}

/// A guide of two languages with the same structure, out of a seed.
struct GeneratedGuide {
  private var random: RandomNumbers

  init(seed: UInt64) { random = RandomNumbers(seed: seed) }

  private static let pieces = [
    "plain words", "**bold** text", "a [link](other.md#part \"title\") inside", "`code | span`",
    "50 % of 1,000", "an image ![alt text](pic.png)", "a <kbd>Ctrl</kbd> key", "*emphasis*",
    "{{ variable }}", "<https://example.org/a?b=c>", "quotes \"like\" these", "back\\\\slash",
    "한국어 문장", "中文句子", "نص عربي", "a pipe \\| here", "~~gone~~", "tab\there", "e-mail a@b.example",
    "a note[^n][^m]", "[words][^n]", "a [link with a note[^n]](other.md)", "[^a](other.md)",
  ]

  private mutating func sentence() -> String {
    (0...random.number(in: 0...4)).map { _ in random.pick(Self.pieces) }.joined(separator: " ")
  }

  private mutating func cell() -> String {
    var text = sentence()
    for _ in 0..<random.number(in: 0...3) {
      text += random.pick(["<br><br>", "<br>- ", "<br/>", "<br />\u{20}<br />"]) + sentence()
    }
    return text
  }

  mutating func files() -> [(path: String, text: String)] {
    let ids = (1...random.number(in: 1...6)).map { "row-\($0)" }
    let raci =
      "sections:\n  part:\n    raci: {a: RA, b: I}\n    responsibilities:\n"
      + ids.map { "      \($0): {}\n" }.joined()
    return [
      ("guide.yml", "source_locale: en-US\nlocales: [en-US, de-DE]\nparties: [a, b]\n"),
      ("en-US/locale.yml", "title: Guide\nparties: {a: A, b: B}\n"),
      ("de-DE/locale.yml", "title: Guide\nparties: {a: A, b: B}\n"), ("raci/doc.yml", raci),
      ("en-US/doc.md", document(ids)), ("de-DE/doc.md", document(ids)),
    ]
  }

  private mutating func document(_ ids: [String]) -> String {
    let lineEnd = random.once(in: 3) ? "\r\n" : "\n"
    let pipes = random.once(in: 2)
    var lines =
      random.once(in: 2) ? ["---", "title: \"A: \(random.pick(["x", "y"]))\"", "---"] : []
    lines += ["# \(sentence())", "", sentence(), sentence() + (random.once(in: 2) ? "  " : "\\")]
    lines += [sentence(), "", "> " + sentence(), "> " + sentence(), "", "- " + sentence()]
    lines += [
      "- [ ] " + sentence(), "  " + sentence(), "  - nested " + sentence(), "", "[r]: x.md",
    ]
    lines += ["", "> [!NOTE]", "> " + sentence(), "", ":::tip A title", sentence(), ":::", ""]
    lines += ["<table><tr><td>" + sentence() + "</td>", "<td>cell</td></tr></table>", ""]
    lines += ["## Part {#part}", "", pipes ? "| Row | Text |" : "Row | Text", "--- | ---"]
    for id in ids {
      let row = "<a name=\"\(id)\"></a>\(id) words | \(cell())"
      lines.append(pipes ? "| \(row) |" : row)
    }
    lines += ["", "```", "code # not | text", "```", "Setext \(sentence())", "===", "", sentence()]
    return lines.joined(separator: lineEnd) + (random.once(in: 2) ? lineEnd : "")
  }
}
