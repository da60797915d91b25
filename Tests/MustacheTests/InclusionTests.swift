import Mustache
import Testing

struct InclusionTests {
  @Test func partialsNestOverData() throws {
    let depth = 100
    var tree: Value = ["children": []]
    for _ in 1..<depth {
      tree = ["children": [tree]]
    }
    let page = try render([("node", "({{#children}}{{>node}}{{/children}})")], tree)
    #expect(
      page == String(repeating: "(", count: depth) + String(repeating: ")", count: depth))
  }

  @Test(arguments: [
    ("x{{>main}}", "main", 1, 2),
    ("{{#self}}{{>main}}{{/self}}", "main", 1, 1),
    ("{{>*name}}", "main", 1, 1),
    ("{{<main}}{{/main}}", "main", 1, 1),
    ("{{>b}}", "main", 1, 1),
  ])
  func endlessRecursionIsAnError(
    template: String, place: String, line: Int, column: Int
  ) throws {
    let error = #expect(throws: TemplateError.self) {
      try render([("main", template), ("b", "{{>main}}")], ["self": true, "name": "main"])
    }
    #expect(error?.template == place)
    #expect(error?.line == line)
    #expect(error?.column == column)
    #expect(
      error?.message
        == "templates are nested more than 256 levels deep here; one may include itself "
        + "without end")
  }

  @Test func deepSectionsAreAnErrorToo() throws {
    let count = 50_000
    let template =
      String(repeating: "{{#x}}", count: count) + String(repeating: "{{/x}}", count: count)
    let error = #expect(throws: TemplateError.self) { try render(template, ["x": true]) }
    #expect(error?.column == 256 * 6 + 1)
  }

  @Test(arguments: [
    // A block in an argument belongs to the template that gives the argument.
    ("{{<p}}{{$a}}x{{$a}}y{{/a}}{{/a}}{{/p}}", "[xy|B]"),
    // The outermost argument wins, through partials too.
    ("{{<q}}{{$a}}1{{/a}}{{/q}}", "[1|Q]"),
    ("{{<r}}{{$b}}1{{/b}}{{/r}}", "[A|1]"),
    // Text, comments and changes of delimiters in a parent show nothing.
    ("{{<p}} text {{! comment }}{{=<% %>=}}<%$b%><%x%><%/b%> <%/p%>", "[A|value]"),
    // An argument is filled from the context at the block.
    ("{{#list}}{{<p}}{{$b}}{{.}}{{/b}}{{/p}}{{/list}}", "[A|1][A|2]"),
    ("{{<*name}}{{$a}}dynamic{{/a}}{{/*name}}", "[dynamic|B]"),
    ("{{>  * name }}", "[A|B]"),
    ("{{<p}}{{$a}}{{/a}}{{/p}}", "[|B]"),
  ])
  func parentsTakeArguments(template: String, expected: String) throws {
    let templates = [
      ("main", template), ("p", "[{{$a}}A{{/a}}|{{$b}}B{{/b}}]"),
      ("q", "{{<p}}{{$a}}Q{{/a}}{{$b}}Q{{/b}}{{/p}}"), ("r", "{{>p}}"),
    ]
    let context: Value = ["x": "value", "list": [1, 2], "name": "p"]
    #expect(try render(templates, context) == expected)
  }

  @Test(arguments: [
    // Lines of partials are indented, but not values or text inside a line.
    ("  {{>p}}\n", "a\n{{{x}}}\n", "  a\n  1\n2\n"),
    ("<{{>p}}>", "a\nb\n", "<a\nb\n>"),
    ("  {{>p}}\r\n.", "a\r\nb\r\n", "  a\r\n  b\r\n."),
    ("  {{>p}}\n", "{{#list}}\n{{.}}\n{{/list}}\n", "  1\n  2\n"),
    ("  {{>p}}\n", "{{#list}}{{.}}\n{{/list}}.\n", "  1\n  2\n  .\n"),
    (" {{>p}}\n", " {{>q}}\nx {{>q}}\n", "  one\n  two\n x one\ntwo\n\n"),
    // Arguments lose their own indentation and take that of the block.
    (
      "{{<p}}\n{{$b}}\n    x\n      y\n{{/b}}\n{{/p}}\n", "<\n  {{$b}}\n  {{/b}}\n>\n",
      "<\n  x\n    y\n>\n"
    ),
    ("{{<p}}\n{{$b}}\n    x\n    y\n{{/b}}\n{{/p}}\n", "  {{$b}}{{/b}}>\n", "  x\n  y\n>\n"),
    (
      "{{<p}}\n{{$b}}\n  {{#list}}\n  {{.}}\n  {{/list}}\n{{/b}}\n{{/p}}\n", "\t{{$b}}{{/b}}>\n",
      "\t1\n\t2\n>\n"
    ),
    ("  {{<p}}\n  {{$b}}x{{/b}}\n  {{/p}}\n", "<\n{{$b}}{{/b}}\n>\n", "  <\n  x\n  >\n"),
    ("  {{<p}}\n  {{$b}}x{{/b}}\n  {{/p}}.\n", "<{{$b}}{{/b}}>", "  <x>.\n"),
    (
      "{{<p}}\n{{$b}}\n\n  x\n{{/b}}\n{{/p}}\n", "<\n {{$b}}\n\n   d\n {{/b}}\n>\n",
      "<\n   \n   x\n>\n"
    ),
    ("{{>p}}", "<\n  {{$b}}\n    d\n  {{/b}}\n>\n", "<\n    d\n>\n"),
    ("{{<p}}{{$b}}  x  {{/b}}{{/p}}", "<{{$b}}{{/b}}>", "<  x  >"),
  ])
  func indentsLines(template: String, other: String, expected: String) throws {
    let templates = [("main", template), ("p", other), ("q", "one\ntwo\n")]
    #expect(try render(templates, ["x": "1\n2", "list": [1, 2]]) == expected)
  }

  @Test func aMissingPartialIsEmptyUnlessStrict() throws {
    let templates = [("main", "<{{>no}}{{<no}}{{$a}}x{{/a}}{{/no}}{{>*name}}{{>*null}}>")]
    #expect(try render(templates, ["name": "no"], strict: false) == "<>")
  }
}
