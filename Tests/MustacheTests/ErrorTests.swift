import Mustache
import Testing

struct ErrorTests {
  @Test(arguments: [
    ("a\n  {{#rows}}\nb", 2, 3, "section 'rows', opened on line 2, is never closed"),
    ("{{^rows}}", 1, 1, "section 'rows', opened on line 1, is never closed"),
    ("{{<main}}", 1, 1, "parent 'main', opened on line 1, is never closed"),
    ("{{$title}}", 1, 1, "block 'title', opened on line 1, is never closed"),
    (
      "{{#a}}\n{{/b}}", 2, 1,
      "'b' is closed where section 'a', opened on line 1, must be closed first"
    ),
    (
      "{{#a}}\n\n{{#b}}\r\n{{/a}}{{/b}}", 4, 1,
      "'a' is closed where section 'b', opened on line 3, must be closed first"
    ),
    (
      "{{<main}}\n{{$a}}{{/main}}", 2, 7,
      "'main' is closed where block 'a', opened on line 2, must be closed first"
    ),
    ("x\n{{/a}}", 2, 1, "'a' is closed but not open"),
    ("한국어 é {{name", 1, 7, "tag is not closed; '}}' is missing"),
    ("{{{name}}", 1, 1, "tag is not closed; '}}}' is missing"),
    ("{{! comment", 1, 1, "tag is not closed; '}}' is missing"),
    ("{{=<% %>=}}\n<%name}}", 2, 1, "tag is not closed; '%>' is missing"),
    ("{{=<% %>}}", 1, 1, "tag is not closed; '=}}' is missing"),
    ("{{=<%=}}", 1, 1, "a delimiter tag names two delimiters without '=', as in {{=<% %>=}}"),
    ("{{=a b c=}}", 1, 1, "a delimiter tag names two delimiters without '=', as in {{=<% %>=}}"),
    (
      "{{= == == =}}", 1, 1,
      "a delimiter tag names two delimiters without '=', as in {{=<% %>=}}"
    ),
    ("{{}}", 1, 1, "tag has no name"),
    ("{{# }}", 1, 1, "tag has no name"),
    ("{{> *}}", 1, 1, "tag has no name"),
    ("{{ two  words }}", 1, 1, "name 'two words' has a space in it"),
    ("{{a..b}}", 1, 1, "name 'a..b' has an empty part"),
    ("é{{#.a}}{{/.a}}", 1, 2, "name '.a' has an empty part"),
    ("\n {{>no}}", 2, 2, "no template is named 'no'"),
    ("{{<no}}{{/no}}", 1, 1, "no template is named 'no'"),
    ("{{<main}}{{$a}}{{/a}}\n{{$a}}{{/a}}{{/main}}", 2, 1, "block 'a' is given twice"),
    ("{{<main}}{{#a}}{{/a}}{{/main}}", 1, 10, "only blocks are allowed directly in parent 'main'"),
    ("{{<main}}{{a}}{{/main}}", 1, 10, "only blocks are allowed directly in parent 'main'"),
  ])
  func compilingNamesThePlace(template: String, line: Int, column: Int, message: String) {
    let expected = TemplateError(template: "main", line: line, column: column, message: message)
    #expect(throws: expected) { try render(template, [:]) }
  }

  @Test(arguments: [
    ("ü\nü{{>*kind}}", 2, 2, "no template is named 'other'"),
    ("{{>*page.kind}}", 1, 1, "'page.kind' does not contain the name of a template"),
    ("{{#list}}{{<*.}}{{/*.}}{{/list}}", 1, 10, "'.' does not contain the name of a template"),
  ])
  func renderingNamesThePlace(template: String, line: Int, column: Int, message: String) {
    let expected = TemplateError(template: "part", line: line, column: column, message: message)
    #expect(throws: expected) {
      try render([("main", "\n\n{{>part}}"), ("part", template)], ["kind": "other", "list": [1]])
    }
  }

  @Test func anUnknownTemplateIsAnError() throws {
    let set = try TemplateSet([])
    var output: [UInt8] = []
    #expect(
      throws: TemplateError(
        template: "home", line: 1, column: 1, message: "no template is named 'home'")
    ) {
      try set.render("home", [:], into: &output)
    }
  }

  @Test func twoTemplatesOfOneNameAreAnError() throws {
    #expect(
      throws: TemplateError(
        template: "main", line: 1, column: 1, message: "two templates are named 'main'")
    ) {
      try render([("main", "a"), ("main", "b")], [:])
    }
  }
}
