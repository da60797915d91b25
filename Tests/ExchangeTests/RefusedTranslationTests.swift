import Foundation
import TestSupport
import Testing

/// The refusals of an import of translations, each with its place and without a changed file.
@Suite struct RefusedTranslationTests {
  @Test(arguments: [
    ("](../get-ready/network.md)", "](network.md)", "lost the link to '../get-ready/network.md'"),
    ("`code`", "code", "lost the placeholder '`code`'"),
    ("{{ name }}", "Name", "lost the placeholder '{{ name }}'"),
    ("<kbd>X</kbd>", "X", "lost the element '<kbd>'"),
  ])
  func whatGotLostIsRefusedByName(kept: String, written: String, message: String) throws {
    let guide = try ExchangedGuide.bundled()
    if !kept.hasPrefix("]") {
      try guide.replace(
        "but the choice is yours. |", by: "but the choice is yours. \(kept) |",
        in: "content/en-US/roles-and-responsibilities.md")
    }
    let before = try guide.contents()
    try guide.rolebook(
      "translate", "export", "--locale", "nl-NL", "--output", "nl.po")
    let script = """
      import sys
      from translate.storage import po
      store = po.pofile.parsefile("nl.po")
      for unit in store.units:
          if unit.source and sys.argv[1] in str(unit.source):
              unit.target = str(unit.source).replace(sys.argv[1], sys.argv[2])
      store.savefile("nl.po")
      """
    try guide.tool("python", "-c", script, kept, written)
    let result = try guide.rolebook("translate", "import", "nl.po")
    #expect(result.status == 1)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(try guide.contents() == before)
  }

  /// A guide of two paragraphs in two languages.
  private func germanParagraphs(
    _ last: (english: String, german: String)
  ) throws -> ExchangedGuide {
    let guide = ExchangedGuide(folder: try TemporaryFolder())
    let files = [
      "guide.yml": "source_locale: en\nlocales: [en, de]\nparties: [a]\n",
      "en/locale.yml": "title: T\nparties: {a: A}\n",
      "de/locale.yml": "title: T\nparties: {a: A}\n",
      "en/index.md": "# Title here\n\nFirst words of it.\n\n\(last.english)\n",
      "de/index.md": "# Titel hier\n\nErste Worte davon.\n\n\(last.german)\n",
    ]
    for (path, text) in files { try guide.folder.write(text, to: "content/" + path) }
    return guide
  }

  /// Imports German texts for two paragraphs, and gives the German document after it.
  private func importedParagraphs(
    _ text: String, _ last: (english: String, german: String, new: String)
  ) throws -> (result: RunningCommand.Result, german: String) {
    let guide = try germanParagraphs((last.english, last.german))
    let po = """
      msgid ""
      msgstr "Content-Type: text/plain; charset=UTF-8\\nX-Target-Locale: de\\n"

      msgctxt "index#title-here:1"
      msgid "First words of it."
      msgstr "\(text)"

      msgctxt "index#title-here:2"
      msgid "\(last.english)"
      msgstr "\(last.new)"

      """
    try guide.folder.write(po, to: "de.po")
    let result = try guide.rolebook("translate", "import", "de.po")
    return (result, try guide.text("content/de/index.md"))
  }

  /// Of two equal links, codes, or elements, both stay.
  @Test(arguments: [
    ("[a link][r] and *[a link][r]*", "[Ziel][r] und *Ziel*", "the link to 'r'"),
    ("See [one](x.md#b), [two](x.md#b)", "Siehe [eins](x.md#b), zwei", "the link to 'x.md#…'"),
    ("`run` or `run`", "`run` oder run", "the placeholder '`run`'"),
    ("{{ x }} and {{ x }}", "{{ x }}", "the placeholder '{{ x }}'"),
    ("<b>one</b> <b>two</b>", "<b>eins</b> zwei", "the element '<b>'"),
  ]) func oneOfTwoEqualPartsIsALoss(english: String, german: String, part: String) throws {
    let (result, text) = try importedParagraphs("Neue Worte.", (english, english, german))
    #expect(result.status == 1, "\(text)")
    #expect(
      result.errors.contains("'index#title-here:2' lost \(part), which the source has"),
      "\(result.errors)")
    #expect(text.contains("Neue Worte.") && text.contains(english))
    let again = try importedParagraphs("Neue Worte.", (english, english, "Neu: \(english)"))
    #expect(again.result.status == 0, "\(again.result.errors)")
  }

  /// References to footnotes stay, and none are added.
  @Test(arguments: [
    ("Note[^1].", "Fußnote.", "lost the placeholder '[^1]', which the source has"),
    ("Note[^1].", "Fußnote[^2].", "lost the placeholder '[^1]', which the source has"),
    ("Two[^1][^two].", "Zwei[^1].", "lost the placeholder '[^two]', which the source has"),
    ("A [link to it[^1]](x.md).", "Ein [Ziel](x.md).", "lost the placeholder '[^1]'"),
    ("Some [words][^1].", "Worte.", "lost the placeholder '[^1]', which the source has"),
    ("Note[^1].", "Fußnote[^1][^2].", "has '[^2]', which the source lacks"),
    ("No note.", "Keine {{ x }}.", "has '{{ x }}', which the source lacks"),
  ]) func footnotesStay(english: String, german: String, message: String) throws {
    let (result, text) = try importedParagraphs("Neue Worte.", (english, english, german))
    #expect(result.status == 1, "\(text)")
    #expect(result.errors.contains("'index#title-here:2' \(message)"), "\(result.errors)")
    #expect(text.contains("Neue Worte.") && text.contains(english))
    let again = try importedParagraphs("Neue Worte.", (english, english, "Neu: \(english)"))
    #expect(again.result.status == 0, "\(again.result.errors)")
  }

  @Test(arguments: ["# Not a heading", "- not a list", "1. one", "> quoted", "    code", "---"])
  func textThatWouldBecomeSomethingElseIsRefused(text: String) throws {
    let last = ("Last words.", "Letzte Worte.", "Allerletzte Worte.")
    let (result, german) = try importedParagraphs(text, last)
    #expect(german.contains("Allerletzte Worte."))
    if text == "    code" {
      #expect(german.contains("\n\ncode\n\n"), "white space is no code")
    } else {
      #expect(result.status == 1, "\(german)")
      #expect(german.contains("Erste Worte davon."))
      #expect(result.errors.contains("de.po:4:1: error:"), "\(result.errors)")
    }
  }

  private static let newDocument = """
    # Title here

    Row | Text
    --- | ---
    <a name="one"></a>One | First clause.<br><br>Second clause.
    <a name="two"></a>Two | Third clause.

    - Item here

    Words with a note[^n].

    > Quoted words.

    [^n]: Note here.

    """

  /// Texts of a document that the language lacks are proven like those of a file.
  @Test(arguments: [
    ("Title here", "Titel\\nhier", "a heading"), ("Item here", "# Punkt", "a list item"),
    ("Item here", "- Punkt", "a list item"), ("Quoted words.", "> Worte", "a paragraph"),
    ("Note here.", "```x", "a paragraph"), ("First clause.", "Erster<br><br>Satz", "a cell"),
    ("One", "Eins<br><br>Zwei", "a cell"),
  ])
  func textsOfNewDocumentsAreProven(english: String, german: String, kind: String) throws {
    let guide = ExchangedGuide(folder: try TemporaryFolder())
    let files = [
      "guide.yml": "source_locale: en\nlocales: [en]\nparties: [a]\n",
      "en/locale.yml": "title: T\nparties: {a: A}\n", "en/index.md": Self.newDocument,
      "raci/index.yml":
        "sections:\n  title-here:\n    raci: {a: RA}\n    responsibilities: {one: {}, two: {}}\n",
    ]
    for (path, text) in files { try guide.folder.write(text, to: "content/" + path) }
    try guide.rolebook("translate", "export", "--locale", "de", "--output", "de.po")
    var texts = try guide.text("de.po").components(separatedBy: "\n\n")
    for index in texts.indices.dropFirst() {
      let lines = texts[index].components(separatedBy: "\nmsgid \"")
      let source = String(try #require(lines.last).prefix { $0 != "\"" })
      let target = source == english ? german : "DE \(source)"
      texts[index] = texts[index].replacingOccurrences(
        of: "msgstr \"\"", with: "msgstr \"\(target)\"")
    }
    try guide.folder.write(texts.joined(separator: "\n\n"), to: "de.po")
    let result = try guide.rolebook("translate", "import", "de.po")
    #expect(result.status == 1, "\(result.errors)")
    #expect(result.errors.contains("this text would not be \(kind)"), "\(result.errors)")
    let written = try guide.text("content/de/index.md")
    var expected = Self.newDocument
    for text in [
      "Title here", "Row |", "Text\n", "One |", "First clause.", "Second clause.", "Two |",
      "Third clause.", "Item here", "Words with", "Quoted words.", "Note here.",
    ] where !text.hasPrefix(english) && !english.hasPrefix(text) {
      expected = expected.replacingOccurrences(of: text, with: "DE \(text)")
    }
    if kind == "a cell" {
      // The row is open without the refused text.
      let start = try #require(expected.range(of: "<a name=\"one\">"))
      let end = try #require(expected.range(of: "<a name=\"two\">"))
      expected.removeSubrange(start.lowerBound..<end.lowerBound)
    }
    #expect(written.contains(expected), "\(written)")
  }

  /// A program that takes links and code out of both texts does not take them out of the guide.
  @Test(arguments: [
    ("[words](a.md)", "words", "[Worte](a.md)", "Worte", "lost the link to 'a.md'"),
    ("`run`", "run", "`run`", "run", "lost the placeholder '`run`'"),
    ("<b>words</b>", "words", "<b>Worte</b>", "Worte", "lost the element '<b>'"),
  ])
  func whatTheFilesSourceLacksIsRefused(
    english: String, bare: String, german: String, new: String, message: String
  ) throws {
    let guide = ExchangedGuide(folder: try TemporaryFolder())
    let files = [
      "guide.yml": "source_locale: en\nlocales: [en, de]\nparties: [a]\n",
      "en/locale.yml": "title: T\nparties: {a: A}\n",
      "de/locale.yml": "title: T\nparties: {a: A}\n",
      "en/index.md": "# Title here\n\nRead \(english).\n",
      "de/index.md": "# Titel hier\n\nLies \(german).\n",
    ]
    for (path, text) in files { try guide.folder.write(text, to: "content/" + path) }
    let before = try guide.contents()
    try guide.folder.write(
      "msgctxt \"index#title-here:1\"\nmsgid \"Read \(bare).\"\nmsgstr \"Lies neu \(new).\"\n",
      to: "de.po")
    let result = try guide.rolebook("translate", "import", "--locale", "de", "de.po")
    #expect(result.status == 1)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(try guide.contents() == before)
    // A link that the source no longer has may go.
    try guide.replace(english, by: "other \(bare)", in: "content/en/index.md")
    let later = try guide.rolebook("translate", "import", "--locale", "de", "de.po")
    #expect(later.status == 0, "\(later.errors)")
    #expect(try guide.text("content/de/index.md").contains("Lies neu \(new)."))
  }

  @Test(arguments: [
    "Neue </td> Worte.", "Neue <b>Worte.", "Neue Worte.</b>", "Neue <script>Worte</script>.",
    "Neue <td>Worte</td>.", "Neue <x-y>Worte</x-y>.", "Neue <b><i>Worte</b>.",
  ]) func tagsThatNoPageShowsAreRefused(text: String) throws {
    let last = (
      "Last <b>words</b>.", "Letzte <b>Worte</b>.", "Allerletzte <b>Worte</b>, <i>ja</i>."
    )
    let (result, german) = try importedParagraphs(text, last)
    #expect(result.status == 1)
    #expect(result.errors.contains("de.po:4:1: error:"), "\(result.errors)")
    #expect(result.errors.contains("which a page would not show"), "\(result.errors)")
    #expect(german.contains("Erste Worte davon."))
    #expect(german.contains(last.2))
  }

  @Test(arguments: [
    ("msgid \"a\"\nmsgstr \"b", "x.po:2:1: error: the string does not end in a quote"),
    ("msgid \"a\"\nmsgid \"b\"\n", "x.po:2:1: error: the entry already contains this keyword"),
    ("msgstr \"a\"\n", "x.po:1:1: error: 'msgstr' without a 'msgid' before it"),
    ("hello\n", "x.po:1:1: error: 'hello' is not a keyword of PO files"),
    ("msgid \"\\q\"\n", "x.po:1:1: error: '\\q' is not an escape of PO files"),
    (
      "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=KOI8-R\\n\"\n",
      "x.po:2:1: error: the header says 'koi8-r'; the file must be UTF-8"
    ),
    (
      "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n# ä\n",
      "error: the header says 'iso-8859-1'; the file must be UTF-8"
    ),
    (
      "<!DOCTYPE x [<!ENTITY a \"b\">]><xliff version=\"1.2\">&a;</xliff>",
      "x.po:1:25: error: it declares an entity"
    ),
    ("<html/>", "this is XML, but not XLIFF 1.2 or 2.0"),
    (
      "<xliff version=\"1.2\">\n<file>", "x.po:2:7: error: this is not XML: no element found"
    ),
    ("\n<xliff version=\"3\"/>", "x.po:2:1: error: XLIFF of a version other than 1.2 and 2.0"),
  ])
  func aBrokenFileIsRefusedWithItsPlace(text: String, message: String) throws {
    let guide = try ExchangedGuide.bundled()
    let before = try guide.contents()
    try guide.folder.write(text, to: "x.po")
    let result = try guide.rolebook("translate", "import", "--locale", "de-DE", "x.po")
    #expect(result.status == 1)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.errors.contains("no file was changed"))
    #expect(try guide.contents() == before)
  }

  private func po(_ charset: String, _ language: String) -> String {
    """
    # Comment
    msgid ""
    msgstr ""
    "Language: \(language)\\n"
    "Content-Type: text/plain; charset=\(charset)\\n"

    msgctxt "index#title-here:1"
    msgid "First words of it."
    msgstr "Schöne Worte, ?."

    """
  }

  /// A file of gettext says its charset, and a locale of the system names its language.
  @Test(
    arguments: [
      ("ISO-8859-1", "de", 0xA9, "©"), ("iso-8859-15", "de.ISO-8859-15@euro", 0xA4, "€"),
      ("Windows-1252", "de.cp1252", 0x80, "€"), ("CP1252", "de", 0x84, "„"),
    ] as [(String, String, UInt8, String)])
  func theCharsetOfTheHeaderIsRead(
    charset: String, language: String, byte: UInt8, character: String
  ) throws {
    let guide = try germanParagraphs(("Last.", "Letzte."))
    let bytes = po(charset, language).unicodeScalars.map { scalar in
      scalar == "?" ? byte : UInt8(truncatingIfNeeded: scalar.value)
    }
    try Data(bytes).write(to: guide.folder.file("de.po"))
    let result = try guide.rolebook("translate", "import", "de.po")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try guide.text("content/de/index.md").contains("Schöne Worte, \(character)."))
  }

  @Test func bytesOfAnotherCharsetAreRefusedByItsName() throws {
    let guide = try germanParagraphs(("Last.", "Letzte."))
    for (charset, message) in [
      ("KOI8-R", "de.po:5:1: error: the header says 'koi8-r'; the file must be UTF-8"),
      ("UTF-8", "de.po:9:12: error: the file is not valid UTF-8"),
    ] {
      let bytes = po(charset, "de").unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
      try Data(bytes).write(to: guide.folder.file("de.po"))
      let result = try guide.rolebook("translate", "import", "de.po")
      #expect(result.status == 1)
      #expect(result.errors.contains(message), "\(result.errors)")
    }
  }

  /// Control characters are refused with their place in each kind of text.
  @Test(
    arguments: ["\u{0}", "\u{1}", "\u{B}", "\u{1B}", "\u{7F}"],
    [
      "getting-help@title", "getting-help@description", "getting-help#how-to-get-help",
      "roles-and-responsibilities#printing.1",
    ])
  func controlCharactersAreRefused(character: String, context: String) throws {
    let guide = try ExchangedGuide.bundled()
    let before = try guide.contents()
    try guide.folder.write(
      "msgctxt \"\(context)\"\nmsgid \"x\"\nmsgstr \"Wer \(character)hilft\"\n", to: "x.po")
    for locale in ["de-DE", "nl-NL"] {
      let result = try guide.rolebook("translate", "import", "--locale", locale, "x.po")
      #expect(result.status == 1)
      #expect(
        result.errors.hasPrefix("x.po:1:1: error: '\(context)' has control characters\n"),
        "\(result.errors)")
    }
    #expect(try guide.contents() == before)
  }

  /// A title that the front matter has no place for is refused with the places of both.
  @Test func aTitleWithoutAPlaceIsRefusedWithItsPlace() throws {
    let guide = try ExchangedGuide.bundled()
    try guide.folder.write(
      "+++\ntitle = \"Hilfe\"\n+++\n# Hilfe\n", to: "content/de-DE/getting-help.md")
    let before = try guide.contents()
    try guide.folder.write(
      "msgctxt \"getting-help@title\"\nmsgid \"How to get help\"\nmsgstr \"Rat\"\n", to: "x.po")
    let result = try guide.rolebook("translate", "import", "--locale", "de-DE", "x.po")
    #expect(result.status == 1)
    #expect(
      result.errors.contains("x.po:1:1: error: content/de-DE/getting-help.md:1:1: 'title' can be"),
      "\(result.errors)")
    #expect(try guide.contents() == before)
  }

  /// Of two wordings of one text, none is taken.
  @Test func aTextThatComesTwiceIsRefused() throws {
    let guide = try ExchangedGuide.bundled()
    try guide.rolebook(
      "translate", "export", "--locale", "de-DE", "--only", "all", "--output", "all.po")
    let entries = try guide.text("all.po").components(separatedBy: "\n\n")
    let entry = try #require(entries.last { $0.contains("msgctxt") })
      .trimmingCharacters(in: .newlines)
    let text = try #require(entry.range(of: "msgstr \""))
    let other = entry.replacingCharacters(in: text, with: "msgstr \"Neu: ")
    let before = try guide.contents()
    for twins in [[entry, other], [other, entry]] {
      try guide.folder.write(twins.joined(separator: "\n\n") + "\n", to: "twice.po")
      let result = try guide.rolebook("translate", "import", "--locale", "de-DE", "twice.po")
      #expect(result.status == 1)
      #expect(result.errors.contains("2 times, with other wordings"), "\(result.errors)")
      #expect(try guide.contents() == before)
    }
  }

  /// German texts do not get into the French ones by a slip.
  @Test(arguments: ["po", "xliff", "xliff2"])
  func aFileOfAnotherLanguageIsRefused(format: String) throws {
    let guide = try ExchangedGuide.bundled()
    let before = try guide.contents()
    try guide.rolebook(
      "translate", "export", "--locale", "de-DE", "--only", "all", "--format", format, "--output",
      "out")
    let wrong = try guide.rolebook("translate", "import", "--locale", "fr-FR", "out")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("in 'de-DE', not in 'fr-FR'"), "\(wrong.errors)")
    #expect(try guide.rolebook("translate", "import", "--locale", "de-DE", "out").status == 0)
    #expect(before.differences(from: try guide.contents()) == [])
  }
}
