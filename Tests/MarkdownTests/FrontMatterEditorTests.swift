import Base
import Testing

@testable import Markdown

/// One key of front matter is written, and no other byte changes.
@Suite struct FrontMatterEditorTests {
  private static let lines = ["stamp:", "  of: \"1\""]

  private func edited(_ text: String, lines: [String] = lines) throws -> String {
    let bytes = try FrontMatterEditor.setting(
      "stamp", to: lines, in: Array(text.utf8), path: "a.md")
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("# A\n", "---\nstamp:\n  of: \"1\"\n---\n# A\n"),
    ("", "---\nstamp:\n  of: \"1\"\n---\n"),
    ("---\n---\n# A\n", "---\nstamp:\n  of: \"1\"\n---\n# A\n"),
    ("---\ntitle: A\n---\n# A", "---\ntitle: A\nstamp:\n  of: \"1\"\n---\n# A"),
    ("---\ntitle: A\n# end\n...\n", "---\ntitle: A\n# end\nstamp:\n  of: \"1\"\n...\n"),
    ("--- \n  b: 1\n  a: 2\n---\n", "--- \n  b: 1\n  a: 2\n  stamp:\n    of: \"1\"\n---\n"),
    (
      "---\nworkflow-type: [tm, mt]\nht-degree: {a: 1}\n---\n",
      "---\nworkflow-type: [tm, mt]\nht-degree: {a: 1}\nstamp:\n  of: \"1\"\n---\n"
    ),
    ("---\na: |\n  text\n\n---\n", "---\na: |\n  text\n\nstamp:\n  of: \"1\"\n---\n"),
  ]) func theKeyComesBehindAllOthers(before: String, after: String) throws {
    for mark in ["", "\u{FEFF}"] {
      for ending in ["\n", "\r\n", "\r"] {
        // A file without line ends says nothing of how it ends them.
        if ending != "\n", !before.contains("\n") { continue }
        let text = mark + before.replacing("\n", with: ending)
        let expected = mark + after.replacing("\n", with: ending)
        #expect(try edited(text).utf8.elementsEqual(expected.utf8), "\(text.debugDescription)")
        #expect(try edited(expected).utf8.elementsEqual(expected.utf8), "not the same again")
      }
    }
  }

  @Test(arguments: [
    ("---\nstamp: old\ntitle: A\n---\n", "---\nstamp:\n  of: \"1\"\ntitle: A\n---\n"),
    (
      "---\nb: 1 # one\nstamp:\n  x: 1\n\n  # y\n  y: 2\n# c\n\nc: 3\n---\n",
      "---\nb: 1 # one\nstamp:\n  of: \"1\"\n# c\n\nc: 3\n---\n"
    ),
    ("---\nstamp: {a: 1,\n  b: 2}\n---\n# A\n", "---\nstamp:\n  of: \"1\"\n---\n# A\n"),
    ("---\na: 1\n\"stamp\":\n---\n", "---\na: 1\nstamp:\n  of: \"1\"\n---\n"),
    ("---\nstamp:\n- 1\n- 2\nb: 1\n---\n", "---\nstamp:\n  of: \"1\"\nb: 1\n---\n"),
    ("---\nstamp: R&D\nb: &x 1\nc: *x\n---\n", "---\nstamp:\n  of: \"1\"\nb: &x 1\nc: *x\n---\n"),
    ("---\nstamp: \"a &amp; b\"\nb: 1\n---\n", "---\nstamp:\n  of: \"1\"\nb: 1\n---\n"),
  ]) func theKeysOwnLinesAreReplaced(before: String, after: String) throws {
    for ending in ["\n", "\r\n"] {
      let expected = after.replacing("\n", with: ending)
      let result = try edited(before.replacing("\n", with: ending))
      #expect(result.utf8.elementsEqual(expected.utf8), "\(result.debugDescription)")
    }
  }

  @Test(arguments: [
    ("---\ntitle: A\n", "a.md:1:1: warning: the front matter has no end"),
    ("---\ntitle: \"A\n---\n", "a.md:3:1: warning: "),
    ("+++\ntitle = 'A'\n+++\n", "a.md:1:1: warning: 'stamp' can be written only into"),
    ("---\na: 1\na: 2\n---\n", "a.md:3:1: warning: 'a' is written twice"),
    ("---\nstamp: 1\nstamp: 2\n---\n", "a.md:3:1: warning: 'stamp' is written twice"),
    ("---\nstamp: &x 1\nb: *x\n---\n", "a.md:2:1: warning: there is no place for 'stamp'"),
    ("---\n{title: A}\n---\n", "a.md:2:1: warning: there is no place for 'stamp'"),
    ("---\n{title: A, stamp: 1, b: 2}\n---\n", "a.md:2:1: warning: there is no place for 'stamp'"),
  ]) func whatCannotBeEditedIsSaid(text: String, message: String) throws {
    let refusal = try #require(throws: FrontMatterEditor.Refusal.self) { try edited(text) }
    let first = try #require(refusal.diagnostics.first)
    #expect(first.text.hasPrefix(message), "\(first.text)")
  }

  @Test func bytesThatAreNoTextAreRefused() throws {
    let bytes: [UInt8] = Array("# A\n".utf8) + [0xE9]
    let refusal = try #require(throws: FrontMatterEditor.Refusal.self) {
      try FrontMatterEditor.setting("stamp", to: Self.lines, in: bytes, path: "a.md")
    }
    #expect(refusal.diagnostics.map(\.location.description) == ["a.md:2:1"])
  }
}
