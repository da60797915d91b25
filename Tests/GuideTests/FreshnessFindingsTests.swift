import GuideFixtures
import Testing

@testable import Guide

/// Stamps that show a change, or are broken, each finding at its place.
@Suite struct FreshnessFindingsTests {
  private static let raci =
    "sections: {ours: {raci: {provider: RA}, responsibilities: {⟧mdm: {}}}}\n"
  private static let hint = "  hint: run 'rolebook stamp' to write it again"
  private static let advice =
    "  hint: update it, and then run 'rolebook stamp de/roles.md'"
  private static let text = "eb8f6a8fd3ae4f6e"

  /// A translation with front matter, and with a mark before its row where that is reported.
  private static func german(_ front: String, row: String = "") -> String {
    "---\n\(front)\n---\n## Wir\n\nZeile | Text\n--- | ---\n\(row)MDM | Wir setzen.\n"
  }

  private func findings(_ german: String, raci: String? = nil) throws -> (MarkedFiles, [String]) {
    let marked = MarkedFiles([
      "guide.yml": "source_locale: en\nlocales: [en, de]\nparties: [provider, customer]\n",
      "raci/roles.yml": raci ?? Self.raci.replacing("⟧", with: ""),
      "en/roles.md": "## Ours\n\nRow | Text\n--- | ---\nMDM | We set.\n",
      "de/roles.md": german,
    ])
    return (marked, try GuideFixture(marked.files).diagnostics.map(\.text))
  }

  @Test func changesAreFoundAtTheirRow() throws {
    let front = """
      ⟦source_digest:
        document: "0123456789abcdef"
        rows: {mdm: {text: "fedcba9876543210", raci: {provider: A, vendor: RA}}}
      """
    let (marked, found) = try findings(Self.german(front, row: "⟦"), raci: Self.raci)
    let row = "en/roles.md:5:1: note: the source's row\n"
    #expect(
      found.sorted()
        == marked.placed([
          "⟦: warning: text outside the rows changed in the source since it was translated "
            + "[translation/changed-text]\nen/roles.md:1:1: note: the source\n\(Self.advice)",
          "⟦: warning: the letters of 'mdm' changed since it was translated: "
            + "provider held A, now RA; vendor held RA, now none [translation/changed-owner]\n"
            + "⟧: note: its letters are here\n\(Self.advice)",
          "\(marked.places[1]): warning: the wording of 'mdm' changed in the source since it was "
            + "translated [translation/changed-wording]\n\(row)\(Self.advice)",
        ]).sorted())
  }

  @Test(arguments: [
    ("source_digest: ⟦yes", "'source_digest' must be a mapping, not text", false),
    ("source_digest: ⟦[a]", "'source_digest' must be a mapping, not a list", false),
    ("source_digest: ⟦{rows: {}}", "'source_digest' has neither 'document' nor rows", true),
    ("source_digest: {document: ⟦abc}", "'abc' is not a digest of 16 digits", true),
    (
      "source_digest: {document: ⟦0123456789ABCDEF}",
      "'0123456789ABCDEF' is not a digest of 16 digits", true
    ),
    ("source_digest: {document: ⟦[]}", "'document' must be text, not a list", false),
    ("source_digest: {document: ID, rows: ⟦[]}", "'rows' must be a mapping, not a list", false),
    (
      "source_digest: {document: ID, rows: {mdm: ⟦x}}", "'mdm' must be a mapping, not text", false
    ),
    ("source_digest: {document: ID, rows: {⟦mdm: {}}}", "the row 'mdm' has no 'text'", true),
    (
      "source_digest: {document: ID, rows: {mdm: {text: ⟦short}}}",
      "'short' is not a digest of 16 digits", true
    ),
    (
      "source_digest: {document: ID, rows: {mdm: {text: TEXT, raci: {a: ⟦R1}}}}",
      "'R1' is not a list of letters", true
    ),
  ]) func brokenStampsAreReported(front: String, message: String, hasHint: Bool) throws {
    let (marked, found) = try findings(Self.german(Self.filled(front)))
    let expected = "⟦: warning: \(message) [translation/invalid-stamp]"
    let stamps = found.filter { $0.contains("[translation/invalid-stamp]") }
    #expect(stamps == marked.placed([expected + (hasHint ? "\n\(Self.hint)" : "")]))
  }

  @Test(arguments: [
    (
      "source_digest: {document: ID, ⟦row: {}}",
      "unknown key 'row' in 'source_digest' [yaml/unknown-key]\n  hint: did you mean 'rows'?"
    ),
    (
      "source_digest: {document: ID, rows: {mdm: {text: TEXT, ⟦letters: {}}}}",
      "unknown key 'letters' in 'mdm' [yaml/unknown-key]"
    ),
  ]) func unknownKeysAreReported(front: String, message: String) throws {
    let (marked, found) = try findings(Self.german(Self.filled(front)))
    #expect(found.filter { $0.contains(": error: ") } == marked.placed(["⟦: error: " + message]))
  }

  private static func filled(_ front: String) -> String {
    front.replacing("ID", with: "0123456789abcdef").replacing("TEXT", with: text)
  }

  @Test func aStampInTheSourceIsNeedless() throws {
    let marked = MarkedFiles([
      "guide.yml": "source_locale: en\nlocales: [en, de]\nparties: []\n",
      "en/a.md": "---\n⟦source_digest: {document: \"0123456789abcdef\"}\n---\n# A\n",
      "de/b.md": "---\ntitle: B\n⟦source_digest: {document: \"0123456789abcdef\"}\n---\n# B\n",
    ])
    let expected = marked.places.map {
      "\($0): warning: this document has no source "
        + "[translation/needless-stamp]\n  hint: delete 'source_digest'"
    }
    #expect(try GuideFixture(marked.files).diagnostics.map(\.text) == expected)
  }
}
