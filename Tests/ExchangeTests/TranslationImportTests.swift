import Foundation
import TestSupport
import Testing

/// A translator's day: what an import takes, what it refuses, and what becomes current.
@Suite struct TranslationImportTests {
  private static let roles = "content/en-US/roles-and-responsibilities.md"
  private static let german = "content/de-DE/roles-and-responsibilities.md"

  /// The bundled guide in git, one row changed since.
  private func changedGuide() throws -> ExchangedGuide {
    let guide = try ExchangedGuide.bundled()
    try guide.commit()
    try guide.replace("printers and print queues.", by: "printers and queues.", in: Self.roles)
    return guide
  }

  @Test func aStaleRowGoesOutAndComesBackCurrent() throws {
    let guide = try changedGuide()
    try guide.rolebook("translate", "export", "--locale", "de-DE", "--output", "de.po")
    let texts = try guide.text("de.po")
    #expect(texts.contains("#| \"Your IT admins are accountable for printing."))
    #expect(texts.contains("\nmsgctxt \"roles-and-responsibilities#printing.1\"\n"))
    #expect(texts.contains("#. evidence of customer-it (RA)\n"))
    #expect(texts.components(separatedBy: "#, fuzzy").count == 2, "one text is open")
    let new = texts.replacingOccurrences(of: "#, fuzzy\n", with: "")
      .replacingOccurrences(
        of: "Drucker und Druckwarteschlangen", with: "Drucker und Warteschlangen")
    try guide.folder.write(new, to: "de.po")
    let clean = try guide.tool(
      "pofilter", "--nofuzzy", "-t", "urls", "-t", "xmltags", "de.po", "out")
    #expect(clean.status == 0, "\(clean.errors)")
    #expect((try? guide.text("out"))?.contains("msgctxt") != true)
    let before = try guide.text(Self.german)
    let result = try guide.rolebook("translate", "import", "de.po")
    #expect(result.status == 0)
    #expect(result.errors.contains("1 text, 1 row stamped"), "\(result.errors)")
    let after = try guide.text(Self.german)
    let changed = zip(before.split(separator: "\n"), after.split(separator: "\n")).filter {
      $0 != $1
    }
    #expect(changed.count == 2, "the stamp and the row")
    let check = try guide.rolebook("check")
    #expect(!check.output.contains("content/de-DE/"), "\(check.output)")
    let again = try guide.rolebook("translate", "import", "de.po")
    #expect(again.errors.contains("0 taken, 1 as they were"), "\(again.errors)")
    #expect(try guide.text(Self.german) == after)
  }

  @Test(arguments: [
    ("](../get-ready/network.md)", "](network.md)", "lost the link to '../get-ready/network.md'"),
    ("`code`", "code", "lost the placeholder '`code`'"),
    ("{{ name }}", "Name", "lost the placeholder '{{ name }}'"),
    ("<kbd>X</kbd>", "X", "lost the element '<kbd>'"),
  ])
  func whatGotLostIsRefusedByName(kept: String, written: String, message: String) throws {
    let guide = try ExchangedGuide.bundled()
    if !kept.hasPrefix("]") {
      try guide.replace("The choice is yours.", by: "", in: Self.roles, orAppend: " \(kept)")
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

  @Test(arguments: ["# Not a heading", "- not a list", "1. one", "> quoted", "    code", "---"])
  func textThatWouldBecomeSomethingElseIsRefused(text: String) throws {
    let guide = ExchangedGuide(folder: try TemporaryFolder())
    let files = [
      "guide.yml": "source_locale: en\nlocales: [en, de]\nparties: [a]\n",
      "en/locale.yml": "title: T\nparties: {a: A}\n",
      "de/locale.yml": "title: T\nparties: {a: A}\n",
      "en/index.md": "# Title here\n\nFirst words of it.\n\nLast words.\n",
      "de/index.md": "# Titel hier\n\nErste Worte davon.\n\nLetzte Worte.\n",
    ]
    for (path, text) in files { try guide.folder.write(text, to: "content/" + path) }
    let po = """
      msgid ""
      msgstr "Content-Type: text/plain; charset=UTF-8\\nX-Target-Locale: de\\n"

      msgctxt "index#title-here:1"
      msgid "First words of it."
      msgstr "\(text)"

      msgctxt "index#title-here:2"
      msgid "Last words."
      msgstr "Allerletzte Worte."

      """
    try guide.folder.write(po, to: "de.po")
    let result = try guide.rolebook("translate", "import", "de.po")
    let german = try guide.text("content/de/index.md")
    #expect(german.contains("Allerletzte Worte."))
    if text == "    code" {
      #expect(german.contains("\n\ncode\n\n"), "white space is no code")
    } else {
      #expect(result.status == 1, "\(german)")
      #expect(german.contains("Erste Worte davon."))
      #expect(result.errors.contains("de.po:4:1: error:"), "\(result.errors)")
    }
  }

  @Test(arguments: [
    "Neue </td> Worte.", "Neue <b>Worte.", "Neue Worte.</b>", "Neue <script>Worte</script>.",
    "Neue <td>Worte</td>.", "Neue <x-y>Worte</x-y>.", "Neue <b><i>Worte</b>.",
  ]) func tagsThatNoPageShowsAreRefused(text: String) throws {
    let guide = ExchangedGuide(folder: try TemporaryFolder())
    let files = [
      "guide.yml": "source_locale: en\nlocales: [en, de]\nparties: [a]\n",
      "en/locale.yml": "title: T\nparties: {a: A}\n",
      "de/locale.yml": "title: T\nparties: {a: A}\n",
      "en/index.md": "# Title here\n\nFirst words of it.\n\nLast <b>words</b>.\n",
      "de/index.md": "# Titel hier\n\nErste Worte davon.\n\nLetzte <b>Worte</b>.\n",
    ]
    for (path, text) in files { try guide.folder.write(text, to: "content/" + path) }
    let po = """
      msgid ""
      msgstr "Content-Type: text/plain; charset=UTF-8\\nX-Target-Locale: de\\n"

      msgctxt "index#title-here:1"
      msgid "First words of it."
      msgstr "\(text)"

      msgctxt "index#title-here:2"
      msgid "Last <b>words</b>."
      msgstr "Allerletzte <b>Worte</b>, <i>ja</i>."

      """
    try guide.folder.write(po, to: "de.po")
    let result = try guide.rolebook("translate", "import", "de.po")
    #expect(result.status == 1)
    #expect(result.errors.contains("de.po:4:1: error:"), "\(result.errors)")
    #expect(result.errors.contains("which a page would not show"), "\(result.errors)")
    let german = try guide.text("content/de/index.md")
    #expect(german.contains("Erste Worte davon."))
    #expect(german.contains("Allerletzte <b>Worte</b>, <i>ja</i>."))
  }

  /// Prints the texts outside responsibilities that are open in one of two files only.
  private static let compareRest = """
    from translate.storage import po
    def contexts(path, isOpen):
        units = po.pofile.parsefile(path).units
        return {unit.getcontext() for unit in units if unit.source and isOpen(unit)}
    def prose(names): return {name for name in names if not name.startswith("roles-and")}
    rest = prose(contexts("rest.po", lambda unit: True))
    wanted = prose(contexts("part.po", lambda unit: not unit.target))
    for name in sorted(rest ^ wanted): print(name)
    """

  @Test func aNewLanguageIsLaidOutFromTheSource() throws {
    let guide = try ExchangedGuide.bundled()
    try guide.rolebook("translate", "export", "--locale", "nl-NL", "--output", "nl.po")
    let script = """
      from translate.storage import po
      store = po.pofile.parsefile("nl.po")
      for number, unit in enumerate(store.units):
          if unit.source and number % 7 != 3:
              unit.target = "NL " + str(unit.source)
      store.savefile("part.po")
      for unit in store.units:
          if unit.source: unit.target = "NL " + str(unit.source)
      store.savefile("all.po")
      """
    try guide.tool("python", "-c", script)
    let part = try guide.rolebook("translate", "import", "part.po")
    #expect(part.status == 0, "\(part.errors)")
    #expect(part.errors.contains("Next: add 'nl-NL' to 'locales' in content/guide.yml"))
    let document = "content/nl-NL/roles-and-responsibilities.md"
    #expect(try !guide.text(document).contains("\n| Printing |"))
    let (home, english) = try (
      guide.text("content/nl-NL/index.md"), guide.text("content/en-US/index.md")
    )
    #expect(home.contains("NL "))
    #expect(home.split(separator: "\n").count == english.split(separator: "\n").count)
    try guide.replace("pt-BR]", by: "pt-BR, nl-NL]", in: "content/guide.yml")
    try guide.folder.write(
      try guide.text("content/en-US/locale.yml"), to: "content/nl-NL/locale.yml")
    try guide.rolebook("translate", "export", "--locale", "nl-NL", "--output", "rest.po")
    let compared = try guide.tool("python", "-c", Self.compareRest)
    #expect(compared.output == "", "the next export has what is open, and nothing else")
    let whole = try guide.rolebook("translate", "import", "all.po")
    #expect(whole.status == 0, "\(whole.errors)")
    let check = try guide.rolebook("check")
    #expect(!check.output.contains("raci/responsibility-missing"), "\(check.output)")
    #expect(check.output.contains("is in English, not in the language of 'nl-NL'"))
    let again = try guide.rolebook("translate", "import", "all.po")
    #expect(again.errors.contains("all.po: 0 taken, 145 as they were"), "\(again.errors)")
  }

  @Test(arguments: [
    ("msgid \"a\"\nmsgstr \"b", "x.po:2:1: error: the string does not end in a quote"),
    ("msgid \"a\"\nmsgid \"b\"\n", "x.po:2:1: error: the entry already contains this keyword"),
    ("msgstr \"a\"\n", "x.po:1:1: error: 'msgstr' without a 'msgid' before it"),
    ("hello\n", "x.po:1:1: error: 'hello' is not a keyword of PO files"),
    ("msgid \"\\q\"\n", "x.po:1:1: error: '\\q' is not an escape of PO files"),
    (
      "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n",
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

  /// The stamp of a translation that is up to date as a whole records the source's revision.
  @Test func aWholeTranslationRecordsTheRevision() throws {
    let guide = try changedGuide()
    try guide.commit()
    let revision = try guide.program("git", "rev-parse", "HEAD").output.prefix { !$0.isNewline }
    try guide.rolebook("translate", "export", "--locale", "de-DE", "--output", "de.po")
    try guide.replace("#, fuzzy\n", by: "", in: "de.po")
    try guide.replace("Druckwarteschlangen", by: "Warteschlangen", in: "de.po")
    #expect(try guide.rolebook("translate", "import", "de.po").status == 0)
    let text = try guide.text(Self.german)
    #expect(text.contains("source_digest:\n  revision: \"\(revision)\"\n"))
    try guide.replace("Two parties share", by: "Two sides share", in: "content/en-US/index.md")
    try guide.rolebook("translate", "import", "de.po")
    #expect(try guide.text(Self.german) == text)
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

  /// An export of nothing is a file that other programs read.
  @Test(arguments: ["po", "xliff", "xliff2", "tmx"])
  func anExportOfNothingIsValid(format: String) throws {
    let guide = try ExchangedGuide.bundled()
    let result = try guide.rolebook(
      "translate", "export", "--locale", "de-DE", "--only", "missing", "--format", format,
      "--output", "none")
    #expect(result.errors.contains("none: 0 texts; '--only all' exports every text"))
    if format == "po" {
      #expect(try guide.program("msgfmt", "-c", "-o", "/dev/null", "none").status == 0)
    } else {
      let script = "import sys, lxml.etree; print(len(lxml.etree.parse(sys.argv[1]).getroot()))"
      let read = try guide.tool("python", "-c", script, "none")
      #expect(read.status == 0)
      #expect((Int(read.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0) > 0)
    }
  }

  /// A tag without its region is taken for a slip.
  @Test func aTagWithoutItsRegionIsAskedAbout() throws {
    let guide = try ExchangedGuide.bundled()
    let result = try guide.rolebook("translate", "export", "--locale", "de")
    #expect(result.status == 2)
    #expect(result.errors.contains("no locale 'de'; did you mean 'de-DE'?"), "\(result.errors)")
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

extension ExchangedGuide {
  /// Adds a text to the last paragraph of a file's last row.
  fileprivate func replace(
    _ old: String, by new: String, in path: String, orAppend addition: String
  ) throws {
    try replace("but the choice is yours. |", by: "but the choice is yours.\(addition) |", in: path)
  }
}
