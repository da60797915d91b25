import Base
import Exchange
import Guide
import GuideFixtures
import Markdown

/// The code that writes into people's files; the bytes are such a file.
enum EditTargets {
  private static let settings =
    "source_locale: en\nlocales: [en, de]\nparties: [provider, customer]\n"
  private static let table = """
    # Title

    First words of it.

    ## Work {#work}

    | Task | What |
    | --- | --- |
    | <a name="one"></a>Task one | Do it.<br><br>Check it. |
    | <a name="two"></a>Task two | Say it. |

    """

  /// Divides bytes at record separators, so that one input is several files.
  static func parts(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: 0x1E, omittingEmptySubsequences: false).map(Array.init)
  }

  /// A stamp is written once, and is then as it was.
  static func stamp(_ bytes: [UInt8]) {
    let lines = ["stamp:", "  of: \"1\""]
    guard let edited = try? FrontMatterEditor.setting("stamp", to: lines, in: bytes, path: "fuzz")
    else { return }
    let again = try? FrontMatterEditor.setting("stamp", to: lines, in: edited, path: "fuzz")
    precondition(again == edited, "a second stamp changes more")
    let (before, after) = (DocumentText(bytes), DocumentText(edited))
    precondition(before.body == after.body, "a stamp changes the text")
  }

  /// A document's text behind its front matter.
  private struct DocumentText {
    let body: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
      let units = MarkdownUnits(SourceFile(path: "fuzz", bytes: bytes))
      body = units.file.bytes[units.bodyStart...]
    }
  }

  /// Units are in order, and inside of the file.
  static func units(_ bytes: [UInt8]) {
    let units = MarkdownUnits(SourceFile(path: "fuzz", bytes: bytes))
    var end = 0
    for unit in units.units {
      precondition(unit.range.lowerBound >= end, "units overlap")
      end = unit.range.upperBound
      _ = unit.isTranslatable
      _ = unit.encoded(unit.text)
    }
    precondition(end <= units.file.bytes.count, "a unit leaves the file")
  }

  /// A file of letters, into which an edited table is brought.
  static func matrix(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard
      let fixture = try? GuideFixture([
        "guide.yml": settings, "en/x.md": table, "raci/x.yml": text,
      ])
    else { return }
    let file = SourceFile(path: "raci/x.yml", bytes: Array(text.utf8))
    let csv = "ID,D,S,R,provider,customer,State,URL\none,,,,A,RC,,\ntwo,,,,,RA,,\n"
    guard
      let edited = try? EditedMatrix(
        file: Array(csv.utf8), sheet: nil,
        parties: [("provider", ["provider"]), ("customer", ["customer"])])
    else { preconditionFailure("the table is none") }
    let outcome = try? MatrixImport(guide: fixture.guide, preference: .theirs)
      .outcome(of: edited) { _ in file }
    for change in outcome?.changes ?? [] {
      precondition(change.bytes.starts(with: file.mark), "the byte order mark is gone")
      let (raci, findings) = RaciFile.load(
        SourceFile(path: change.path, bytes: change.bytes), key: "x",
        parties: ["provider", "customer"], letters: .raci)
      precondition(!findings.containsError, "an import breaks a file")
      precondition(
        raci.responsibilities.count == fixture.guide.documents.first?.raci?.responsibilities.count,
        "an import loses a row")
    }
  }

  /// A translation and a file of texts that is brought into it.
  static func translation(_ bytes: [UInt8]) {
    let parts = parts(bytes)
    guard parts.count == 2, let german = parts.first, let catalog = parts.last,
      let texts = try? POReader.read(SourceFile(path: "de.po", bytes: catalog)),
      let fixture = try? GuideFixture([
        "guide.yml": settings, "en/x.md": table,
        "de/x.md": String(decoding: german, as: UTF8.self),
      ])
    else { return }
    let files = ["en/x.md": Array(table.utf8), "de/x.md": german]
    let work = TranslationImport(
      guide: fixture.guide, content: "",
      read: { SourceFile(path: $0, bytes: files[$0] ?? []) })
    _ = try? work.outcome(of: texts.texts, locale: "de")
  }
}
