import Testing

@testable import Base

@Suite struct YAMLTests {
  private func parse(_ text: String, firstLine: Int = 1) -> YAMLParser.Result {
    YAMLParser.parse(Array(text.utf8), path: "guide.yml", firstLine: firstLine)
  }

  @Test(arguments: [
    ("a: *x\n", "guide.yml:1:4: error: an alias is not allowed; write the value here"),
    ("a: &x 1\n", "guide.yml:1:4: error: an anchor (&) is not allowed"),
    ("a: &x [1]\n", "guide.yml:1:4: error: an anchor (&) is not allowed"),
    ("a: &x {b: 1}\nc: *x\n", "guide.yml:1:4: error: an anchor (&) is not allowed"),
    ("a: !!int 1\n", "guide.yml:1:4: error: a tag (!) is not allowed"),
    ("a: !!seq [1]\n", "guide.yml:1:4: error: a tag (!) is not allowed"),
    ("- 1\n- ! x\n", "guide.yml:2:3: error: a tag (!) is not allowed"),
    ("a: 1\n---\nb: 2\n", "guide.yml:2:1: error: a second YAML document in one file"),
    ("a: \"x\\0y\"\n", "guide.yml:1:4: error: a NUL character in text"),
    ("a: \"x\\ey\"\n", "guide.yml:1:4: error: control character 0x1b in text"),
    ("a: \"x\\x85y\"\n", "guide.yml:1:4: error: control character 0x85 in text"),
    ("? [a]\n: b\n", "guide.yml:1:3: error: a key that is not text"),
    ("? {a: b}\n: b\n", "guide.yml:1:3: error: a key that is not text"),
    ("*x : b\n", "guide.yml:1:1: error: an alias is not allowed; write the value here"),
    ("책임: [\n  x: *y]\n", "guide.yml:2:6: error: an alias is not allowed; write the value here"),
  ]) func whatCouldBeTakenInTwoWaysIsAnError(text: String, message: String) {
    let result = parse(text)
    #expect(result.root == nil)
    #expect(result.diagnostics.map(\.text) == [message + " [yaml/invalid]"])
  }

  @Test(arguments: [
    ("a:\n\tb: 1\n", "2:1"), ("a: [1, 2\nb: 3\n", "2:2"), ("a: 'x\n", "2:1"), ("a: b: c\n", "1:5"),
    ("a: 1\n b: 2\n", "2:3"), ("- a\nb: c\n", "2:1"), ("책: \"\\q\"\n", "1:5"), ("a: }\n", "1:4"),
    ("a: @b\n", "1:4"), ("a: 1\n\"b\n", "3:1"), ("%YAML 9.9\n---\na: b\n", "1:1"),
  ]) func brokenInputIsReportedAtItsPlace(text: String, place: String) throws {
    let result = parse(text)
    #expect(result.root == nil)
    let finding = try #require(result.diagnostics.first)
    #expect(result.diagnostics.count == 1)
    #expect(finding.location.description == "guide.yml:\(place)")
    #expect(finding.id == .yamlInvalid)
  }

  @Test func aKeyWrittenTwiceIsReportedWithTheFirstAndTheFirstCounts() throws {
    let result = parse("raci:\n  provider: A\n  other: R\n  \"provider\": I\n")
    #expect(
      result.diagnostics.map(\.text) == [
        """
        guide.yml:4:3: error: 'provider' is written twice [yaml/duplicate-key]
        guide.yml:2:3: note: first written here
        """
      ])
    let raci = try #require(result.root?["raci"])
    #expect(raci.members?.map(\.key) == ["provider", "other"])
    #expect(raci["provider"]?.text == "A")
  }

  @Test(arguments: [
    "no", "yes", "NO", "on", "true", "1", "007", "1_000", "0x1F", "2026-01-31", "12:30:45", "1e3",
    ".inf",
  ]) func plainTextStaysWhatIsWritten(text: String) {
    #expect(parse("a: \(text)\n").root?["a"]?.text == text)
  }

  @Test(arguments: [
    ("a:\n", true), ("a: ~\n", true), ("a: null\n", true), ("a: '~'\n", false), ("a: ''\n", false),
    ("a: \"null\"\n", false),
  ]) func onlyPlainNothingIsNothing(text: String, isNull: Bool) throws {
    let value = try #require(parse(text).root?["a"])
    #expect(value.isNull == isNull)
    #expect((value.text == nil) == isNull)
    #expect((value.members?.isEmpty == true) == isNull)
    #expect((value.elements?.isEmpty == true) == isNull)
    #expect(value.kind == (isNull ? "nothing" : "text"))
  }

  @Test func valuesKnowTheirPlacesInCharacters() throws {
    let root = try #require(parse("책임: 가\n역할:\n  - 나\n  - {다: 라}\n", firstLine: 5).root)
    #expect(root.location.description == "guide.yml:5:1")
    #expect(root["책임"]?.location.description == "guide.yml:5:5")
    let list = try #require(root["역할"]?.elements)
    #expect(list.map(\.location.description) == ["guide.yml:7:5", "guide.yml:8:5"])
    #expect(list[1].members?.first?.keyLocation.description == "guide.yml:8:6")
    #expect(list[1]["다"]?.location.description == "guide.yml:8:9")
    #expect(root.kind == "a mapping" && root["역할"]?.kind == "a list")
  }

  @Test(arguments: ["", "\n\n", "# nothing\n", "---\n", "\u{FEFF}"])
  func nothingIsNoError(text: String) {
    let result = parse(text)
    #expect(result.diagnostics.isEmpty)
    #expect(result.root?.isNull ?? true)
  }

  @Test(arguments: ["\r\n", "\r", "\n"]) func everyLineEndingCounts(ending: String) {
    let result = parse(["a: 1", "b: *x", ""].joined(separator: ending))
    #expect(result.diagnostics.map(\.location.description) == ["guide.yml:2:4"])
  }

  @Test func foldedAndLiteralTextIsRead() {
    let root = parse("a: >-\n  one\n  two\nb: |\n  one\n  two\n").root
    #expect(root?["a"]?.text == "one two")
    #expect(root?["b"]?.text == "one\ntwo\n")
  }

  @Test func depthIsBounded() {
    let allowed = YAMLParser.maximumDepth - 1
    #expect(parse(nested(allowed)).diagnostics.isEmpty)
    let result = parse(nested(YAMLParser.maximumDepth))
    #expect(
      result.diagnostics.map(\.text) == [
        "guide.yml:1:33: error: nested deeper than 32 levels [yaml/invalid]"
      ])
  }

  private func nested(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + "x" + String(repeating: "]", count: depth)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[[]", "a: &x ["])
  func hostileNestingIsOneFinding(piece: String) {
    let text = String(repeating: piece, count: 80 * 1024 / piece.utf8.count)
    #expect(parse(text).diagnostics.count == 1)
  }

  @Test func bytesThatAreNoUTF8AreReported() throws {
    let result = YAMLParser.parse(
      Array("a: b\nc: ".utf8) + [0xFF, 0xFE] + Array("\n".utf8), path: "guide.yml")
    let finding = try #require(result.diagnostics.first)
    #expect(result.root == nil)
    #expect(finding.location.description == "guide.yml:2:4")
  }

  @Test func controlCharactersAreReported() throws {
    let result = parse("a: b\nc: \u{1}\n")
    #expect(result.root == nil)
    #expect(result.diagnostics.map(\.location.description) == ["guide.yml:2:4"])
  }
}
