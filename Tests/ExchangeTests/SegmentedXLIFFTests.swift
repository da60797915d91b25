import Exchange
import Testing

/// Units of XLIFF that a translators' program divided into segments.
@Suite struct SegmentedXLIFFTests {
  private static func read(_ unit: String, version: String) throws -> TranslatedFile {
    let start = "<xliff version=\"\(version)\"><file target-language=\"fi\">"
    return try XLIFFReader.read(Array((start + unit + "</file></xliff>").utf8), path: "x.xliff")
  }

  private static let first =
    "<segment><source>One two.</source><target>Yksi kaksi.</target></segment>"

  @Test(arguments: [
    "<segment><source>Three.</source></segment>",
    "<segment><source>Three.</source><target/></segment>",
    "<segment state=\"translated\"><source>Three.</source><target> </target></segment>",
    "<segment><source><ph id=\"1\"/></source></segment>",
  ])
  func aUnitWithAnOpenSegmentIsOpen(second: String) throws {
    for segments in [Self.first + second, second + Self.first] {
      let file = try Self.read("<unit id=\"a\">\(segments)</unit>", version: "2.0")
      #expect(file.texts.isEmpty)
      #expect(file.openCount == 1)
    }
  }

  @Test func anEmptySegmentNeedsNoTranslation() throws {
    let unit = "<unit id=\"a\">\(Self.first)<segment><source> </source></segment></unit>"
    let file = try Self.read(unit, version: "2.0")
    #expect(file.texts.map(\.target) == ["Yksi kaksi."])
  }

  @Test(arguments: [
    ("<source> </source>", "Yksi kaksi. Kolme."), ("<source/>", "Yksi kaksi.Kolme."),
    ("<source> </source><target/>", "Yksi kaksi.Kolme."),
    ("<source> </source><target>\u{A0}</target>", "Yksi kaksi.\u{A0}Kolme."),
    ("<source> <ph id=\"1\" dataRef=\"d\"/> </source>", "Yksi kaksi. `x` Kolme."),
  ])
  func theTextBetweenSegmentsStays(between: String, target: String) throws {
    let last = "<segment><source>Three.</source><target>Kolme.</target></segment>"
    let unit = """
      <unit id="a"><originalData><data id="d">`x`</data></originalData>\
      \(Self.first)<ignorable>\(between)</ignorable>\(last)</unit>
      """
    let file = try Self.read(unit, version: "2.0")
    #expect(file.texts.map(\.target) == [target])
  }

  @Test func theTextBetweenSegmentsIsNoTranslation() throws {
    let between = "<ignorable><source>A</source></ignorable>"
    let unit = "<unit id=\"a\"><segment><source>B</source></segment>\(between)</unit>"
    let file = try Self.read(unit, version: "2.0")
    #expect(file.texts.isEmpty)
    #expect(file.openCount == 1)
  }

  private static func marked(_ texts: [String]) -> String {
    texts.enumerated().map { "<mrk mtype=\"seg\" mid=\"\($0)\">\($1)</mrk>" }.joined()
  }

  @Test(arguments: [
    (source: ["A. ", "B."], target: ["C. ", ""]), (["A. ", "B."], ["", "D."]),
    (["A. ", "B."], ["C. ", " "]), (["A. ", "B."], ["C. "]), ([], ["C. ", ""]),
  ])
  func aTargetWithAnEmptySegmentIsOpen(source: [String], target: [String]) throws {
    let segmented = source.isEmpty ? "" : "<seg-source>\(Self.marked(source))</seg-source>"
    let unit = """
      <trans-unit id="a" approved="yes"><source>A. B.</source>\(segmented)\
      <target state="translated">\(Self.marked(target))</target></trans-unit>
      """
    let file = try Self.read(unit, version: "1.2")
    #expect(file.texts.isEmpty)
    #expect(file.openCount == 1)
  }

  @Test(arguments: [
    marked(["C. ", "", "D."]), "C. D.",
  ])
  func aTargetOfWholeSegmentsIsTaken(target: String) throws {
    let unit = """
      <trans-unit id="a"><source>A. B.</source>\
      <seg-source>\(Self.marked(["A. ", "", "B."]))</seg-source><target>\(target)</target></trans-unit>
      """
    let file = try Self.read(unit, version: "1.2")
    #expect(file.texts.map(\.source) == ["A. B."])
    #expect(file.texts.map(\.target) == ["C. D."])
  }

  @Test(arguments: [
    ("1.2", "See <g id=\"1\">this</g>.", true), ("1.2", "See <x id=\"1\"/>.", true),
    ("1.2", "See <bpt id=\"1\"></bpt>this<ept id=\"1\"></ept>.", true),
    ("1.2", "See<x id=\"1\" ctype=\"lb\"/>this.", false),
    ("1.2", "See <ph id=\"1\">`x`</ph>.", false), ("1.2", "See <mrk mtype=\"x\">a</mrk>.", false),
    ("2.0", "See <pc id=\"1\">this</pc>.", true), ("2.0", "See <ph id=\"1\"/>.", true),
    ("2.0", "See <mrk id=\"1\">a</mrk>.", false),
  ])
  func codesWithoutMarkdownAreFound(version: String, text: String, isFound: Bool) throws {
    let texts = "<source>\(text)</source><target>\(text)</target>"
    let unit =
      version == "1.2"
      ? "<trans-unit id=\"a\">\(texts)</trans-unit>"
      : "<unit id=\"a\"><segment>\(texts)</segment></unit>"
    let file = try Self.read(unit, version: version)
    #expect(file.texts.map(\.hasEmptyCode) == [isFound])
  }

  /// A program that empties codes only in the target keeps them by their ids.
  @Test func codesAreFilledFromTheSource() throws {
    let unit = """
      <trans-unit id="a"><source>See <ph id="1">`x`</ph>.</source>\
      <target>Katso <ph id="1"/>.</target></trans-unit>
      """
    let file = try Self.read(unit, version: "1.2")
    #expect(file.texts.map(\.target) == ["Katso `x`."])
    #expect(file.texts.map(\.hasEmptyCode) == [false])
  }
}
