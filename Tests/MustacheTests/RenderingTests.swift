import Mustache
import Testing

struct RenderingTests {
  @Test(
    arguments: [
      (
        "{{x}}", .text("<a href=\"x\">Tom & Jerry's</a>"),
        "&lt;a href=&quot;x&quot;&gt;Tom &amp; Jerry&#39;s&lt;/a&gt;"
      ),
      ("{{{x}}}{{&x}}", .text("<&>"), "<&><&>"),
      ("{{x}}", .html(Array("<b>&amp;</b>".utf8)), "<b>&amp;</b>"),
      ("{{{x}}}", .html(Array("<b>&amp;</b>".utf8)), "<b>&amp;</b>"),
      ("{{x}}", .text("관리 & Größe"), "관리 &amp; Größe"),
      ("<{{x}}>", .null, "<>"),
      ("{{x}}", .integer(-12), "-12"),
      ("{{x}}", true, "true"),
      ("<{{x}}>", .list(["a"]), "<>"),
      ("<{{x}}>", ["a": "b"], "<>"),
      ("{{%x}}", "no such mark", ""),
    ] as [(String, Value, String)])
  func showsValues(template: String, value: Value, expected: String) throws {
    #expect(try render(template, ["x": value]) == expected)
  }

  @Test(
    arguments: [
      (.null, "no"), (false, "no"), (true, "yes"), ("", "no"), ("text", "yes"),
      (.html([]), "no"), (.html([32]), "yes"), (0, "yes"), ([], "no"), (["a", "b"], "yesyes"),
      ([:], "yes"),
    ] as [(Value, String)])
  func sectionsTellTrueFromFalse(value: Value, expected: String) throws {
    #expect(try render("{{#x}}yes{{/x}}{{^x}}no{{/x}}", ["x": value]) == expected)
  }

  @Test func theFirstOfEqualNamesCounts() throws {
    var fields: Fields = ["name": "first"]
    fields.append("name", "second")
    fields.append("name_of_more_than_fifteen_bytes", "long")
    #expect(
      try render("{{name}} {{name_of_more_than_fifteen_bytes}}", .object(fields)) == "first long")
  }

  @Test(arguments: [
    ("a\r\n{{#x}}\r\n  b\r\n{{/x}}\r\nc\r\n", "a\r\n  b\r\nc\r\n"),
    ("가\n  {{! 주석 }}  \n나{{x}}다\n", "가\n나é다\n"),
    ("{{=« »=}}«x»{{x}}«={{ }}=»{{x}}", "é{{x}}é"),
    ("{{#x}}{{/x}}\n", "\n"),
    ("\u{FEFF}{{x}}", "\u{FEFF}é"),
    ("", ""),
    ("  ", "  "),
  ])
  func keepsBytesAroundTags(template: String, expected: String) throws {
    #expect(Array(try render(template, ["x": "é"]).utf8) == Array(expected.utf8))
  }

  @Test func appendsToTheOutput() throws {
    let set = try TemplateSet([(name: "main", bytes: Array("{{x}}!".utf8))])
    var output = Array("before ".utf8)
    try set.render("main", ["x": 1], into: &output)
    try set.render("main", ["x": 2], into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "before 1!2!")
  }

  @Test func listsWhatVariablesShow() throws {
    let text = """
      {{title}} {{#rows}}{{row.id}}{{{.}}}{{title}}{{/rows}}{{^none}}{{&body}}{{/none}}
      {{>other}}{{<other}}{{$block}}{{argument}}{{/block}}{{/other}}{{$own}}{{default}}{{/own}}
      """
    let set = try TemplateSet([
      (name: "main", bytes: Array(text.utf8)), (name: "other", bytes: Array("{{inner}}".utf8)),
    ])
    #expect(
      set.variableNames(of: "main") == ["title", "row.id", ".", "body", "argument", "default"])
    #expect(set.variableNames(of: "other") == ["inner"])
    #expect(set.variableNames(of: "unknown") == [])
  }
}
