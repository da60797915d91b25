import Base
import Testing

/// Messages: English by themselves, and templates that languages find their words by.
@Suite struct DiagnosticMessageTests {
  private let name = "a-b"

  @Test func aLiteralIsATemplateWithValues() {
    let message: DiagnosticMessage = "unknown party '\(name)' in \(3) of \(name[...])"
    #expect(message.template == "unknown party '{1}' in {2} of {3}")
    #expect(message.description == "unknown party 'a-b' in 3 of a-b")
  }

  @Test func bracesThatAreNoPlaceholdersStay() {
    let message: DiagnosticMessage = "nothing fills {\(name)} in {path}, {9}, { and {}"
    #expect(message.template == "nothing fills {{1}} in {path}, {9}, { and {}")
    #expect(message.description == "nothing fills {a-b} in {path}, {9}, { and {}")
  }

  @Test func aValueThatLooksLikeAPlaceholderIsAValue() {
    let (first, second) = ("{2}", "{1}")
    let message: DiagnosticMessage = "'\(first)' and '\(second)'"
    #expect(message.description == "'{2}' and '{1}'")
    #expect(Reversed().text(message) == "<{1}> before <{2}>")
  }

  @Test func literalsAreJoinedAsOne() {
    let message: DiagnosticMessage = "row '\(name)' has \(2), " + "the source has \(3)" + "!"
    #expect(message.template == "row '{1}' has {2}, the source has {3}!")
    #expect(message.description == "row 'a-b' has 2, the source has 3!")
  }

  @Test(arguments: [
    (0, "0 columns, 0 parties"), (1, "1 column, 1 party"), (2, "2 columns, 2 parties"),
  ]) func numbersHaveTheirNouns(count: Int, expected: String) {
    let message: DiagnosticMessage =
      "\(count: count, "column"), \(count: count, "party", "parties")"
    #expect(message.description == expected && message.template == "{1}, {2}")
  }

  @Test func aNumberDecidesTheWordsOfASentence() {
    func message(_ count: Int) -> DiagnosticMessage {
      .counted(count, one: "\(count) row is gone", other: "\(count) rows are gone")
    }
    #expect(message(1).description == "1 row is gone")
    #expect(message(2).description == "2 rows are gone")
    #expect(message(1).template == message(2).template && message(1).count == 1)
  }

  @Test func listsAreJoinedByTheLanguage() {
    let names = ["a", "b", "c"]
    let message: DiagnosticMessage =
      "\(names: names); \(all: ["x", "y"]); \(clauses: ["k", "l"]); \(names: [])."
    #expect(message.description == "'a', 'b', 'c'; x and y; k; l; .")
    #expect(Reversed().text("\(names: names)") == "'a'/'b'/'c'")
  }

  @Test func aLanguageFindsItsWordsAndElseTheEnglishOnes() {
    let part: DiagnosticMessage = "a list"
    #expect(Reversed().text("'\(name)' and '\("x")'") == "<x> before <a-b>")
    #expect(Reversed().text("must be text, not \(part)") == "must be text, not a list")
    #expect(Reversed().text("gone: \(part)") == "weg: Liste")
  }

  @Test func eachPartIsShownAsAsked() {
    let text = Reversed().text("gone: \("\u{1B}[31m")", shown: visible)
    #expect(text == "weg: \\u{1b}[31m")
  }

  @Test func findingsArePrintedInALanguage() {
    let place = SourceLocation(path: "a.md", line: 1, column: 2)
    let finding = Diagnostic(
      .linkUnresolved, "gone: \("x")", at: place, notes: [.init("gone: \("y")", at: place)],
      hint: "gone: \("z")")
    #expect(
      finding.text(in: Reversed()) == """
        a.md:1:2: warning: weg: x [link/unresolved]
        a.md:1:2: note: weg: y
          Tipp: weg: z
        """)
    #expect(finding.message == "gone: x" && finding.hint == "gone: z")
    let json = String(decoding: FindingsJSON.bytes([finding], in: Reversed()), as: UTF8.self)
    #expect(json.contains("\"message\":\"weg: x\"") && json.contains("\"hint\":\"weg: z\""))
    #expect(json.contains("\"id\":\"link/unresolved\"") && json.contains("\"warning\""))
    let sarif = String(
      decoding: FindingsSARIF.bytes([finding], version: "1", in: Reversed()), as: UTF8.self)
    #expect(sarif.contains("\"text\":\"weg: x (weg: z)\"") && sarif.contains("link/unresolved"))
    #expect(
      annotation(finding, in: Reversed())
        == "::warning file=a.md,line=1,col=2,title=link/unresolved::weg: x%0Aa.md:1:2: weg: y"
        + "%0ATipp: weg: z")
  }
}

/// A language with a few words.
private struct Reversed: MessageLanguage {
  let tag = "xx"
  let isRightToLeft = false

  func template(of message: DiagnosticMessage) -> String? {
    [
      "'{1}' and '{2}'": "<{2}> before <{1}>", "gone: {1}": "weg: {1}", "a list": "Liste",
      "hint: {1}": "Tipp: {1}", "{1}, {2}": "{1}/{2}", "'{1}'": "'{1}'",
    ][message.template]
  }

  func isolated(_ text: String) -> String { text }
}
