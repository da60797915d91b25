import Foundation
import TestSupport
import Testing

/// A translator's day: what an import takes, and what becomes current.
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

  /// Words that both languages share are confirmed once, in a document without a stamp, too.
  @Test(arguments: ["# Status\n", "---\ntitle: Status\n---\n"])
  func sharedWordsOfANewDocumentBecomeCurrent(head: String) throws {
    let guide = ExchangedGuide(folder: try TemporaryFolder())
    let files = [
      "guide.yml": "source_locale: en\nlocales: [en, de]\nparties: [a]\n",
      "en/locale.yml": "title: T\nparties: {a: A}\n",
      "de/locale.yml": "title: T\nparties: {a: A}\n",
      "en/index.md": head + "\nFirst words of it.\n",
    ]
    for (path, text) in files { try guide.folder.write(text, to: "content/" + path) }
    let context = head.hasPrefix("#") ? "index#status:1" : "index:1"
    try guide.folder.write(
      "msgctxt \"\(context)\"\nmsgid \"First words of it.\"\nmsgstr \"Erste Worte.\"\n",
      to: "part.po")
    let part = try guide.rolebook("translate", "import", "--locale", "de", "part.po")
    #expect(part.status == 0, "\(part.errors)")
    #expect(try !guide.text("content/de/index.md").contains("source_digest"))
    try guide.rolebook("translate", "export", "--locale", "de", "--output", "de.po")
    #expect(try !guide.text("de.po").contains("First words"))
    try guide.replace("#, fuzzy\n", by: "", in: "de.po")
    let shared = try guide.rolebook("translate", "import", "de.po")
    #expect(shared.status == 0, "\(shared.errors)")
    #expect(try guide.text("content/de/index.md").contains("source_digest"))
    let rest = try guide.rolebook("translate", "export", "--locale", "de", "--output", "de.po")
    #expect(rest.errors.contains("de.po: 0 texts"), "\(rest.errors)")
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
}
