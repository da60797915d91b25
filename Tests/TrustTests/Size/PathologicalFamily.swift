import Testing

/// Input of any size that is built to cost more than its size.
struct PathologicalFamily: CustomTestStringConvertible, Sendable {
  let name: String
  /// The file of the guide that contains it.
  let path: String
  private let make: @Sendable (_ size: Int) -> String

  init(
    _ name: String, in path: String = "content/en-US/x.md",
    _ make: @escaping @Sendable (_ size: Int) -> String
  ) {
    self.name = name
    self.path = path
    self.make = make
  }

  /// A unit repeated up to the size, with the text around it.
  init(_ name: String, _ unit: String, after start: String = "", before end: String = "") {
    self.init(name) { start + fill($0, unit) + end }
  }

  var testDescription: String { name }

  /// The text, about as large as asked for.
  func text(_ size: Int) -> String { make(size) }
}

/// As many units as fit into the size.
private func fill(_ size: Int, _ unit: String) -> String {
  String(repeating: unit, count: max(1, size / unit.utf8.count))
}

private func numbered(_ size: Int, _ unitSize: Int, _ unit: (Int) -> String) -> String {
  (0..<max(1, size / unitSize)).map(unit).joined()
}

extension PathologicalFamily {
  static let all = emphasis + links + images + code + html + blocks + tables + text + yaml

  private static let emphasis = [
    Self("stars", "*"), Self("stars and words", "a*"), Self("open strong", "**a "),
    Self("closed strong", "a** "), Self("stars and lines", "_*"), Self("mismatched", "*a_ "),
    Self("multiples of three", "c* ", after: "a**b"), Self("stars in quotation", "a*", after: ">"),
    Self("nested emphasis") { fill($0 / 2, "*a **a ") + "b" + fill($0 / 2, " a** a*") },
    Self("runs of three", "x***y_*z*"), Self("quotes", "'\""),
    Self("quotations and emphasis") { fill($0 / 2, ">") + fill($0 / 2, "a*") },
  ]
  private static let links = [
    Self("open brackets", "["), Self("closed brackets", "]"), Self("bracket and line", "[ a_"),
    Self("bracket and parenthesis", "[ (]("), Self("open destination", "[a](b"),
    Self("open angle destination", "[a](<b"), Self("open title", "[a](b \""),
    Self("parentheses", "[a]((((((((((("),
    Self("nested brackets") {
      fill($0 / 2, "[") + "a" + fill($0 / 2, "]")
    },
    Self("link in emphasis", "**x [a*b**c*](d)"), Self("links", "[a](b) "),
    Self("distinct links") { numbered($0, 14) { "[a](u\($0).md) " } },
    Self("definitions") { numbered($0, 10) { "[\($0)]: u\n" } },
    Self("same definition", "[a]: u\n"), Self("definitions that never end", "[a]: b '\n"),
    Self("uses of a long definition") {
      "[a]: /" + fill(min($0, 150_000) / 2, "u") + "\n\n" + fill($0 / 2, "[a] ")
    },
    Self("long label") { "[" + fill(min($0, 150_000), "a") + "]\n" },
    Self("autolinks that never end", "<http:"), Self("addresses that never end", "<a@b."),
  ]
  private static let images = [
    Self("image that holds links", "![[]()"), Self("open images", "!["), Self("images", "![a](b) "),
    Self("images with links in cells") {
      "a|b\n-|-\nc|" + fill(min($0, 150_000), "![[]()") + "\n"
    },
    Self("images with links in a heading") { "# " + fill(min($0, 150_000), "![[]()") },
    Self("images with links over lines", "![[]()\n"),
    Self("images hidden from brackets", "![`]`[]()"),
    Self("images in images", "![a", before: "](b)"),
    Self("images of other hosts", "![a](http://a.example/b) "),
  ]
  private static let code = [
    Self("growing backticks") { size in
      (1..<max(2, Int((2 * Double(size)).squareRoot()))).map {
        "e" + String(repeating: "`", count: $0)
      }.joined()
    },
    Self("alternating backticks", "` `` ``` "), Self("backslashes", "\\"),
    Self("fences", "```\n"), Self("indented code", "    a\n\n"),
    Self("ampersands", "&"), Self("open entities", "&amp"), Self("entities", "&amp;"),
    Self("numeric entities", "&#1234567;"), Self("open numeric entities", "&#"),
  ]
  private static let html = [
    Self("open comments", "<!--", after: "</"), Self("open instructions", "<?", after: "a"),
    Self("open declarations", "<!A ", after: "a "), Self("open data", "<![CDATA[", after: "a"),
    Self("open tags", "<a "), Self("open attributes", "<a b='", after: "b"),
    Self("bold never closed", "<b>"),
    Self("bold closed late") {
      fill($0 / 2, "<b>") + fill($0 / 2, "</b>")
    },
    Self("comments", "<!-- x -->"), Self("blocks", "<div>\n\n"), Self("script", "<script>\n"),
    Self("tags in a block", "<b>x</b> <i> ", after: "<div>\n"),
    Self("anchors", "<a name=\"a\"></a>"),
    Self("distinct anchors") { numbered($0, 22) { "<a name=\"a\($0)\"></a>" } },
  ]
  private static let blocks = [
    Self("nested quotations", "> "), Self("nested list", "- "), Self("nested numbers", "1. "),
    Self("nested list, blank lines") { fill($0 / 2, "- ") + "x" + fill($0 / 2, "\n") },
    Self("nested list, tabs") { fill($0 / 2, "* ") + "a" + fill($0 / 2, "\t") },
    Self("stairs of lists") { size in
      (0..<max(1, Int(Double(size).squareRoot()))).map {
        String(repeating: "  ", count: $0) + "* a\n"
      }.joined()
    },
    Self("lazy lines") { fill($0 / 2, ">") + "a\n" + fill($0 / 2, "b\n") },
    Self("lists below a table") { "a|b\n-|-\n" + fill($0, "2. ") + "x\n" },
    Self("items", "- a\n"), Self("loose items", "- a\n\n"), Self("empty items", "-\n"),
    Self("headings", "# a\n"), Self("underlined headings", "a\n---\n"),
    Self("anchored headings", "# a {#x}\n"), Self("alerts", "> [!NOTE]\n> a\n\n"),
    Self("unknown alerts", "> [!FOO]\n> a\n\n"), Self("quoted lines", "> a\n"),
  ]
  private static let tables = [
    Self("columns") { fill($0 / 5 * 2, "|a") + "\n" + fill($0 / 5 * 2, "|-") + "\n|x\n" },
    Self("cells") { size in
      fill(200, "|a") + "\n" + fill(200, "|-") + "\n" + fill(size, fill(200, "|b") + "\n")
    },
    Self("rows", "c|d\n", after: "a|b\n-|-\n"),
    Self(
      "rows below many columns", "r\n", after: fill(2000, "|a") + "\n" + fill(2000, "|-") + "\n"),
    Self("tables", "a|b\n-|-\n\n"), Self("delimiter rows", "-|-\n", after: "a\n"),
    Self("rows in quotations") { fill($0, fill(49, ">") + "c|d\n") },
    Self("escaped pipes") { "a|b\n-|-\n" + fill(min($0, 150_000), "\\|") + "|x\n" },
    Self("breaks in a cell") { "a|b\n-|-\nc|" + fill(min($0, 150_000), "x<br>- ") + "\n" },
    Self("spaces behind a dash in a cell") {
      "a|b\n-|-\nc|- " + fill(min($0, 199_000), " ") + "x<br>- y\n"
    },
    Self("wide spaces behind a dash in a cell") {
      "a|b\n-|-\nc|- " + fill(min($0, 199_000), "\u{3000}") + "x<br>- y\n"
    },
    Self("cells beyond the last column", fill(100, "c|") + "\n", after: "a|b\n-|-\n"),
    Self("rows of many words") { size in
      "# H\n\na|b\n-|-\n" + numbered(size, 40) { "row \($0) task|text \($0 &* 7919 % 1000) word\n" }
    },
  ]
  private static let text = [
    Self("one word", "a"), Self("syllables", "책임"), Self("spaces", " ", before: "a"),
    Self("tabs", "\t"), Self("lines", "a\n"), Self("hard breaks", "a  \n"), Self("NUL", "\0"),
    Self("escape characters", "\u{1B}"), Self("returns", "\r"), Self("combining", "e\u{301}"),
    Self("escaped HTML", "a <x-y> "),
    Self("front matter with many keys") {
      "---\n" + numbered($0, 10) { "k\($0): v\n" } + "---\n# a\n"
    },
    Self("front matter that never ends", "a: b\n", after: "---\n"),
    Self("brackets in front matter") { "---\na: " + fill($0, "[") + "\n---\n# a\n" },
    Self("long title") { "---\ntitle: \"" + fill(min($0, 150_000), "a") + "\"\n---\n" },
  ]
  private static let yaml: [Self] =
    ["guide.yml", "en-US/locale.yml", "raci/x.yml"].flatMap { name in
      let path = "content/" + name
      return [
        Self("brackets in \(name)", in: path) { fill($0, "[") },
        Self("braces in \(name)", in: path) { fill($0, "{") },
        Self("nested items in \(name)", in: path) { fill($0, "- ") },
        Self("question marks in \(name)", in: path) { fill($0, "? ") },
        Self("indented keys in \(name)", in: path) { size in
          (0..<max(1, Int(Double(size).squareRoot()))).map {
            String(repeating: " ", count: $0) + "a:\n"
          }.joined()
        },
        Self("unknown keys in \(name)", in: path) { numbered($0, 12) { "key\($0): x\n" } },
        Self("one key in \(name)", in: path) { fill($0, "a: b\n") },
        Self("long text in \(name)", in: path) { "title: \"" + fill($0, "\\u0041") + "\"\n" },
        Self("one endless key in \(name)", in: path) { "? " + fill($0, "k") + "\n: x\n" },
        Self("one endless value in \(name)", in: path) { "title: " + fill($0, "k") + "\n" },
        Self("anchors in \(name)", in: path) { fill($0, "a: &a [*a]\n") },
      ]
    } + [
      Self("one endless word", in: "content/en-US/locale.yml") {
        "strings:\n  ? " + fill($0 / 2, "k") + "\n  : x\n  search: " + fill($0 / 2, "k") + "\n"
      },
      Self("parties", in: "content/guide.yml") {
        "source_locale: en-US\nlocales: [en-US, de-DE]\nparties:\n"
          + numbered($0, 14) { "- party-\($0)\n" }
      },
      Self("unknown parties", in: "content/raci/x.yml") {
        "sections:\n  a:\n    raci:\n" + numbered($0, 22) { "      party-\($0): RA\n" }
      },
      Self("responsibilities", in: "content/raci/x.yml") {
        "sections:\n  a:\n    responsibilities:\n" + numbered($0, 22) { "      row-\($0): {}\n" }
      },
    ]
}
