import Foundation
import TestSupport
import Testing

/// `rolebook stamp`: what it writes, what it leaves as it was, and what it refuses.
@Suite struct StampTests {
  private static let files = [
    "guide.yml": "source_locale: en-US\nlocales: [en-US, de-DE]\nparties: [service, customer]\n",
    "en-US/locale.yml": "title: Guide\nparties: {service: Service, customer: Customer}\n",
    "de-DE/locale.yml": "title: Handbuch\nparties: {service: Dienst, customer: Kunde}\n",
    "raci/roles.yml": """
    sections:
      ours:
        raci: {service: RA, customer: I}
        responsibilities: {apps: {}, fax: {raci: {customer: RA}}}

    """,
    "en-US/roles.md": """
    # Roles

    ## Ours

    Row | Text
    --- | ---
    Apps | We pack apps.
    Fax | You fax.

    """,
    "de-DE/roles.md": """
    ---
    title: Rollen
    ---
    # Rollen

    ## Wir

    Zeile | Text
    --- | ---
    <a name="apps"></a>Apps | Wir packen Apps.
    <a name="fax"></a>Fax | Ihr faxt.

    """,
    "en-US/index.md": "# Home\n",
    "de-DE/index.md": "# Start\n",
    "de-DE/alone.md": "# Nur hier\n",
  ]

  private static func guide(_ changes: [String: String] = [:]) throws -> GuideFolder {
    try GuideFolder(files.merging(changes) { $1 })
  }

  private static let translation = "content/de-DE/roles.md"

  @Test func aTranslationIsStampedOnce() throws {
    let guide = try Self.guide()
    let before = try guide.folder.read(Self.translation)
    let result = try guide.rolebook(["stamp", Self.translation])
    #expect(result.status == 0)
    #expect(result.errors == "\(Self.translation): stamped, 2 rows\n")
    let after = try guide.folder.read(Self.translation)
    let stamp = """
      source_digest:
        document: "DIGEST"
        rows:
          apps: {text: "DIGEST", raci: {service: RA, customer: I}}
          fax: {text: "DIGEST", raci: {customer: RA}}

      """
    let expected = before.replacing("title: Rollen\n", with: "title: Rollen\n" + stamp)
    #expect(after.replacing(/"[0-9a-f]{16}"/, with: "\"DIGEST\"") == expected)
    let again = try guide.rolebook(["stamp", Self.translation])
    #expect(again.errors == "\(Self.translation): as it was, 2 rows\n")
    #expect(try guide.folder.read(Self.translation) == after)
    #expect(try guide.rolebook(["check"]).output.contains("translation/") == false)
  }

  /// Letters in tables, under heads of parties or of letters, are not a part of the text.
  @Test(arguments: [
    (
      "letters", ["Task|Service|Customer", "Apps|RA|I", "Fax|–|RA"],
      ["Aufgabe|Dienst|Kunde", "Apps|RA|I", "Fax|–|RA"]
    ),
    (
      "columns",
      ["Task|Responsible|Accountable", "Apps|Service|Service", "Fax|Customer|Customer"],
      ["Aufgabe|Durchführung|Verantwortung", "Apps|Dienst|Dienst", "Fax|Kunde|Kunde"]
    ),
  ])
  func lettersInTablesAreRead(kind: String, source: [String], translation: [String]) throws {
    func document(_ rows: [String]) -> String {
      "# Roles\n\n## Ours <a name=\"ours\"></a>\n\n\(rows[0])\n---|---|---\n"
        + zip(["apps", "fax"], rows.dropFirst()).map { "<a name=\"\($0)\"></a>\($1)\n" }.joined()
    }
    let guide = try Self.guide([
      "raci/roles.yml":
        "sections: {ours: {table: \(kind), responsibilities: {apps: {}, fax: {}}}}\n",
      "en-US/roles.md": document(source), "de-DE/roles.md": document(translation),
    ])
    #expect(try guide.rolebook(["stamp", Self.translation]).status == 0)
    let stamp = try guide.folder.read(Self.translation)
    let informed = kind == "letters" ? ", customer: I" : ""
    #expect(stamp.contains("raci: {service: RA\(informed)}"), "\(stamp)")
    #expect(stamp.contains("raci: {customer: RA}"))
    let fresh = try guide.rolebook(["check"]).output
    #expect(!fresh.contains("translation/"), "\(fresh)")
    let changed = try guide.folder.read("content/en-US/roles.md").replacing(
      "Apps", with: "Programs")
    try guide.folder.write(changed, to: "content/en-US/roles.md")
    let stale = try guide.rolebook(["check"]).output
    #expect(stale.contains("the wording of 'apps' changed in the source"), "\(stale)")
    #expect(!stale.contains("'fax' changed"), "\(stale)")
  }

  /// A `locale.yml` that cannot be read is in nobody's way.
  @Test func aBrokenLocaleFileBlocksNoStamp() throws {
    let guide = try Self.guide()
    try Data([0xFF, 0xFE, 0x00]).write(to: guide.folder.file("content/de-DE/locale.yml"))
    #expect(try guide.rolebook(["stamp", Self.translation]).status == 0)
  }

  /// Line ends, marks and comments stay; the digests are those of the same text written otherwise.
  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func everyOtherByteStays(ending: String, mark: String) throws {
    let front = "# first\ntitle: 'Rollen'   # so\n\nms.date: 01/02/2021\n# last\n"
    let body = "# Rollen\n\n## Wir\n\nZeile | Text\n--- | ---\nApps | Wir.\nFax | Ihr.  "
    let text = mark + "---\n\(front)---\n\(body)".replacing("\n", with: ending)
    let source = try #require(Self.files["en-US/roles.md"])
    let guide = try Self.guide([
      "de-DE/roles.md": text,
      "en-US/roles.md": mark + source.replacing("\n", with: ending),
    ])
    let plain = try Self.guide()
    for guide in [guide, plain] {
      #expect(try guide.rolebook(["stamp", "--quiet", Self.translation]).status == 0)
    }
    let stamp = try plain.folder.read(Self.translation).split(separator: "\n")[2...6]
    let lines = stamp.map { $0 + ending }.joined()
    let expected =
      mark + "---\n\(front)".replacing("\n", with: ending) + lines
      + "---\n\(body)".replacing("\n", with: ending)
    let found = try Data(contentsOf: guide.folder.file(Self.translation))
    #expect(found == Data(expected.utf8), "\(String(decoding: found, as: UTF8.self))")
  }

  @Test func aStampIsReplacedAndFrontMatterMade() throws {
    let old = "---\nsource_digest: broken\ntitle: Rollen\n---\n# Rollen\n"
    let guide = try Self.guide(["de-DE/roles.md": old])
    let result = try guide.rolebook(["stamp", Self.translation, "content/de-DE/index.md"])
    #expect(result.status == 0, "\(result.errors)")
    let roles = try guide.folder.read(Self.translation)
    #expect(roles.hasPrefix("---\nsource_digest:\n  document: \""))
    #expect(roles.hasSuffix("}}\ntitle: Rollen\n---\n# Rollen\n"))
    let index = try guide.folder.read("content/de-DE/index.md")
    #expect(
      index.wholeMatch(
        of: /---\nsource_digest:\n  document: "[0-9a-f]{16}"\n---\n# Start\n/) != nil, "\(index)")
  }

  @Test func permissionsStay() throws {
    let guide = try Self.guide()
    let path = guide.folder.file(Self.translation).path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(try guide.rolebook(["stamp", Self.translation]).status == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    let folder = guide.folder.file("content/de-DE").path
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
        "alone.md", "index.md", "locale.yml", "roles.md",
      ])
  }

  @Test(arguments: [
    (
      "content/en-US/roles.md",
      "this is the source: 'en-US' is the guide's source locale "
        + "[translation/needless-stamp]\n  hint: stamp its translations"
    ),
    ("content/de-DE", "this is a folder; name its files [file/unreadable]"),
    ("content/de-DE/none.md", "there is no such file [file/unreadable]"),
    (
      "outside.md",
      "this is not a document of the guide in content [file/unreadable]\n"
        + "  hint: use '--content' for another guide"
    ),
    (
      "content/de-DE/locale.yml",
      "this is not a document of the guide in content [file/unreadable]\n"
        + "  hint: use '--content' for another guide"
    ),
    (
      "content/fr-FR/roles.md",
      "this is not a document of the guide in content [file/unreadable]\n"
        + "  hint: use '--content' for another guide"
    ),
    (
      "content/de-DE/alone.md",
      "the source locale has no 'alone.md' that it was made from [guide/document-without-source]"
    ),
    (
      "content/de-DE/linked.md",
      "a symbolic link is never followed [file/symbolic-link]\n"
        + "  hint: name its target"
    ),
  ]) func otherFilesAreRefused(path: String, message: String) throws {
    let guide = try Self.guide(["fr-FR/roles.md": "# Rôles\n"])
    try guide.folder.write("# Outside\n", to: "outside.md")
    try FileManager.default.createSymbolicLink(
      atPath: guide.folder.file("content/de-DE/linked.md").path, withDestinationPath: "roles.md")
    let before = try FolderContents(of: guide.folder.file("content"))
    let result = try guide.rolebook(["stamp", Self.translation, path])
    #expect(result.status == 1)
    #expect(
      result.errors == "\(path): error: \(message)\nrolebook: 1 error; no file was changed\n")
    let after = try FolderContents(of: guide.folder.file("content"))
    #expect(before.differences(from: after) == [])
  }

  @Test(arguments: [
    ("de-DE/roles.md", "---\ntitle: \"A\n---\n", "content/de-DE/roles.md:3:1: error: "),
    ("de-DE/roles.md", "---\ntitle: A\n", "content/de-DE/roles.md:1:1: error: "),
    ("de-DE/roles.md", "---\n{title: A}\n---\n", "content/de-DE/roles.md:2:1: error: "),
    (
      "raci/roles.yml", "sections: {ours: {raci: {servce: RA}}}\n",
      "content/raci/roles.yml:1:26: error: unknown party 'servce'"
    ),
    ("guide.yml", "locales: [de-DE]\n", "content/guide.yml:1:1: error: 'source_locale' is missing"),
  ]) func brokenInputIsSaidAtItsPlace(path: String, text: String, message: String) throws {
    let guide = try Self.guide([path: text])
    let before = try guide.folder.read(Self.translation)
    let result = try guide.rolebook(["stamp", Self.translation])
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix(message), "\(result.errors)")
    #expect(result.errors.hasSuffix("1 error; no file was changed\n"))
    #expect(try guide.folder.read(Self.translation) == before)
  }

  @Test func whatIsBrokenElsewhereIsInNobodysWay() throws {
    let guide = try Self.guide([
      "de-DE/index.md": "---\nbroken", "raci/index.yml": ":", "en-US/other.md": "---\nbroken",
      "en-US/roles.md": "---\norder: x\n---\n## Ours\n",
    ])
    #expect(try guide.rolebook(["stamp", Self.translation]).status == 0)
  }

  @Test func usageIsSaid() throws {
    let guide = try Self.guide()
    let none = try guide.rolebook(["stamp"])
    #expect(none.status == 2)
    #expect(none.errors.hasPrefix("rolebook: 'stamp' needs the files of translations\n"))
    let elsewhere = try guide.rolebook(["stamp", "--content", "nowhere", Self.translation])
    #expect(elsewhere.status == 3)
    #expect(elsewhere.errors.hasPrefix("rolebook: error: nowhere/guide.yml: "))
  }

  @Test func pathsAreFoundFromAnywhere() throws {
    let guide = try Self.guide()
    let path = guide.folder.file("content/de-DE/../de-DE/roles.md").path
    let content = guide.folder.file("content").path
    #expect(
      try run(Project.executable(), ["stamp", "--content", content, path]).errors
        == "\(path): stamped, 2 rows\n")
  }
}
