/// Defects of blocks, each in every container and form of file.
enum BrokenBlocks {
  private static let latin =
    "⟦This text was copied from the source and nobody has translated it yet.\n"
  private static let cyrillic = "⟦Этот текст ещё никто не перевёл на другой язык.\n"

  /// The defect and its place; `locale` is the one whose readers see it.
  static let defects: [(name: String, locale: String, text: String, rules: [String])] = [
    ("empty heading", "en", "⟦##\n\nText\n", ["document/empty-heading"]),
    ("heading of a comment", "en", "⟦## <!-- later -->\n", ["document/empty-heading"]),
    ("heading of an anchor", "en", "⟦## <a name=\"x\"></a>\n", ["document/empty-heading"]),
    (
      "a long title", "en", "⟦## \(String(repeating: "word ", count: 101))\n",
      ["document/title-too-long"]
    ),
    ("twice the same anchor", "en", "## A {#x}\n\n⟦## B {#x}\n", ["document/duplicate-anchor"]),
    ("an anchor that no heading can have", "en", "⟦## A {#_x}\n", ["document/invalid-anchor"]),
    ("a cell too many", "en", "A | B\n--- | ---\na | b | ⟦c\n", ["document/table-excess-cell"]),
    (
      "a grid", "en", "⟦+---+---+\n| A | B |\n+===+===+\n| a | b |\n+---+---+\n",
      ["document/table-as-text"]
    ),
    ("columns below dashes", "en", "A   B\n⟦--- ---\na   b\n", ["document/table-as-text"]),
    ("columns below lines", "en", "⟦=== ===\na   b\n=== ===\n", ["document/table-as-text"]),
    ("AsciiDoc", "en", "⟦|===\n|A |B\n|===\n", ["document/table-as-text"]),
    ("Org", "en", "| A | B |\n⟦|---+---|\n| a | b |\n", ["document/table-as-text"]),
    ("long dashes", "en", "| A | B |\n⟦|—|—|\n| a | b |\n", ["document/table-as-text"]),
    ("no line below the head", "en", "|A|B|\n⟦|a|b|\n", ["document/table-as-text"]),
    ("drawn lines", "en", "⟦┌───┬───┐\n│ A │ B │\n└───┴───┘\n", ["document/table-as-text"]),
    ("drawn lines between", "en", "A │ B\n⟦──┼──\na │ b\n", ["document/table-as-text"]),
    ("tabs", "en", "A\tB\n⟦a\tb\n", ["document/table-as-text"]),
    (
      "a line of other columns", "en", "A | B\n⟦--- | --- | ---\na | b\n",
      ["document/table-as-text"]
    ),
    ("an unknown alert", "en", "⟦> [!NOTICE]\n> Text\n", ["document/unknown-alert"]),
    ("a block of HTML", "en", "⟦<form>\nText\n</form>\n", ["document/html-dropped"]),
    ("a script", "en", "⟦<script>\nrun()\n</script>\n", ["document/html-dropped"]),
    ("English in Korean", "ko", latin, ["translation/wrong-script"]),
    ("English in Arabic", "ar", latin, ["translation/wrong-script"]),
    ("English in Chinese", "zh", "## 标题\n\n" + latin, ["translation/wrong-script"]),
    ("Russian in Swedish", "sv", "Svensk text.\n\n" + cyrillic, ["translation/wrong-script"]),
    ("Russian in Korean", "ko", "한국어 문장입니다.\n\n" + cyrillic, ["translation/wrong-script"]),
    ("Chinese in French", "fr", "⟦这段文字还没有人翻译成法语。\n", ["translation/wrong-script"]),
    ("Korean in German", "de", "⟦## 아직 번역되지 않은 문단\n", ["translation/wrong-script"]),
    (
      "Greek in English", "en", "- ⟦Αυτό το κείμενο δεν μεταφράστηκε.\n",
      ["translation/wrong-script"]
    ),
    (
      "a cell of English in Korean", "ko", "가 | 나\n--- | ---\n다라 | " + latin,
      ["translation/wrong-script"]
    ),
    (
      "a whole document of English in Korean", "ko",
      latin
        + (1...5).map { number in
          "\nParagraph \(number) was copied from the source, and nobody has translated it.\n"
        }.joined(), ["translation/wrong-script"]
    ),
  ]

  /// Text that is in another script than the locale's, and rightly so.
  private static let sound: [(name: String, locale: String, text: String)] = [
    ("names in Korean", "ko", "Microsoft 365 Apps for Enterprise, Windows Update for Business\n"),
    (
      "a sentence with English in it", "ko",
      "메뉴에서 \"Save all of the changes to the disk now\"를 "
        + "선택하고 완료될 때까지 기다린 다음 다시 시작하세요.\n"
    ),
    (
      "code in Korean", "ko",
      "`run this command as the user that owns it`\n\n"
        + "```\nand this one as well if that did not help\n```\n"
    ),
    ("addresses in Arabic", "ar", "<https://a.example/this/is/the/address/of/a/page>\n"),
    ("names of languages in Swedish", "sv", "- 한국어\n- 简体中文\n- Русский\n- العربية\n- Ελληνικά\n"),
    ("a foreign word in French", "fr", "Le mot « ответственный » désigne la partie qui agit.\n"),
    ("kanji in Japanese", "ja", "漢字かな交じり文です。\n"),
    ("a short title in Chinese", "zh", "## Windows Update for Business\n"),
    ("no letters", "ko", "2025 – 2026, 100 %\n"),
  ]

  private enum Container: CaseIterable {
    case none, quotation, item, behindCode, nestedFolder

    func text(_ text: String) -> String {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      func prefixed(_ first: String, _ rest: String) -> String {
        lines.enumerated().map { number, line in
          (number == 0 ? first : rest) + line + "\n"
        }.joined()
      }
      switch self {
      case .none: return text
      case .quotation: return prefixed("> ", "> ")
      case .item: return prefixed("- ", "  ")
      case .behindCode: return "```\n## {#x}\n<div>\n```\n\n" + text
      case .nestedFolder: return text
      }
    }

    var path: String { self == .nestedFolder ? "deep/er/page" : "page" }
  }

  static let all: [BrokenGuide] =
    defects.enumerated().flatMap { number, defect in
      Container.allCases.enumerated().map { position, container in
        let form = FileForm.allCases[(number + position) % FileForm.allCases.count]
        let text = form.applied(to: container.text(defect.text))
        let tag = ["ko", "zh", "sv", "fr", "ar"].contains(defect.locale) ? defect.locale : "de"
        var guide = BrokenGuide(
          "\(defect.name), \(container), \(form)",
          [
            "guide.yml":
              "source_locale: en\nlocales: [en, \(tag)]\nparties: [provider, customer]\n",
            "\(tag)/locale.yml": "title: Buch\nparties: {provider: P, customer: K}\n",
            "\(tag)/index.md": "", "en/\(container.path).md": "# Page\n",
          ], absent: tag == "de" ? [] : ["de/locale.yml", "de/index.md"])
        guide.files["\(defect.locale)/\(container.path).md"] = text
        guide.rules = defect.rules
        return guide
      }
    } + frontMatter + sound.map(soundGuide)

  private static func soundGuide(_ name: String, _ locale: String, _ text: String) -> BrokenGuide {
    BrokenGuide(
      "sound text: \(name)",
      [
        "guide.yml": "source_locale: \(locale)\nlocales: [\(locale)]\nparties: []\n"
          + "severities: {strings/missing: off}\n",
        "\(locale)/locale.yml": "title: T\n", "\(locale)/index.md": text,
      ], absent: ["en/locale.yml", "en/index.md", "de/locale.yml", "de/index.md"])
  }

  private static let frontMatter: [BrokenGuide] = [
    ("an end that is missing", "⟦---\ntitle: A\n", "document/front-matter"),
    ("a title that is a list", "---\ntitle: ⟦[a]\n---\n", "document/front-matter"),
    ("an order that is no number", "---\norder: ⟦soon\n---\n", "document/front-matter"),
    ("a key twice", "---\ntitle: a\n⟦title: b\n---\n", "document/front-matter"),
    ("a machine", "---\ntitle: A\n⟦translation: machine\n---\n", "translation/machine"),
    (
      "a machine as Microsoft says it", "---\n⟦ms.translationtype: MT\n---\n", "translation/machine"
    ),
  ].flatMap { name, text, rule in
    [FileForm.plain, .windowsLines, .byteOrderMark].map { form in
      BrokenGuide("front matter: \(name), \(form)", ["en/page.md": form.applied(to: text)], rule)
    }
  }
}
