import TestSupport

/// Writes Markdown around tables, with all that makes their borders and cells hard to find.
struct TableMarkdownGenerator {
  private var random: RandomNumbers
  private var allowsHTML = false

  init(seed: UInt64) {
    random = RandomNumbers(seed: seed)
  }

  /// A document of a few blocks; one in four contains raw HTML.
  mutating func document() -> String {
    allowsHTML = random.once(in: 4)
    var lines: [String] = []
    for _ in 0..<random.number(in: 1...3) { lines += block(depth: 0) }
    let ending = random.once(in: 8) ? "\r\n" : "\n"
    return lines.joined(separator: ending) + (random.once(in: 10) ? "" : ending)
  }

  private mutating func block(depth: Int) -> [String] {
    switch random.number(in: 0...(depth < 3 ? 13 : 7)) {
    case 0...5: return before() + table() + after()
    case 6: return before() + [""]
    case 7: return after()
    case 8, 9, 10: return contained(block(depth: depth + 1), first: "> ", rest: "> ")
    default:
      let marker = random.pick(["- ", "* ", "+   ", "1. ", "2) ", "10. ", "-\t", " - ", "  1.  "])
      let rest = random.pick([String(repeating: " ", count: marker.count), "\t", "    ", "  "])
      return contained(block(depth: depth + 1), first: marker, rest: rest)
    }
  }

  /// Puts lines into a container, now and then without the marker: a lazy continuation.
  private mutating func contained(_ lines: [String], first: String, rest: String) -> [String] {
    var result: [String] = []
    for (index, line) in lines.enumerated() {
      if index == 0 {
        result.append(first + line)
      } else if random.once(in: 12) {
        result.append(line)
      } else if random.once(in: 12) {
        result.append(random.pick([">", "> ", " > ", ">\t", "   ", "\t", "     "]) + line)
      } else {
        result.append(rest + line)
      }
    }
    return result
  }

  /// The text before a table's header.
  private mutating func before() -> [String] {
    switch random.number(in: 0...11) {
    case 0: [words()]
    case 1: [words() + random.pick(["  ", "\\", " \\|"]), words()]
    case 2: ["[ref]: /target \"title\"", ""]
    case 3: ["[ref]: /target"]
    case 4: ["# " + words()]
    case 5: ["    indented"]
    case 6: [row(columns: 2), delimiter(columns: 3)]
    case 7: [words(), random.pick(["===", "---", "=", "-"])]
    case 8: ["", ""]
    default: []
    }
  }

  private mutating func table() -> [String] {
    let columns = random.pick([1, 1, 2, 2, 2, 3, 4])
    let delimiterColumns = random.once(in: 15) ? columns + random.number(in: -1...1) : columns
    var lines = [
      indentation() + row(columns: columns),
      indentation() + delimiter(columns: max(1, delimiterColumns)),
    ]
    for _ in 0..<random.number(in: 0...3) {
      let ragged = random.once(in: 4) ? max(1, columns + random.number(in: -2...2)) : columns
      lines.append(indentation() + row(columns: ragged))
      if random.once(in: 20) { lines.append(delimiter(columns: columns)) }
    }
    return lines
  }

  /// The text right behind a table.
  private mutating func after() -> [String] {
    let starts = [
      "1. item", "2. item", "1.", "10) item", "- item", "-", "+ item", "* item", "*", "> quote",
      ">",
      "```", "~~~ info", "``` `", "***", "---", "- - -", "___", "===", "=", "    code", "\tcode",
      "  text", "# heading", "####### no heading", "#", "[ref]: /other 'x'", "[late]: /late",
      "text",
      "a | b", "|", "||", "| |", "\\|", "&nbsp;", "    | a | b |", "-|", ":-", "|-", ": - :", "12",
      "[ref]", "\u{000C}| a", "`", "1.\titem", "-\titem", ">\tquote",
    ]
    // Left out: tags that CommonMark 0.30, libcmark's version, takes for blocks and 0.29 does not.
    let html = [
      "<div>", "</p>", "<hr/>", "<!-- comment", "<!-- a --> | b", "<?php", "<!DOCTYPE html>",
      "<![CDATA[ x", "<script>", "<pre>", "<style>", "</style>",
      "<x-y>", "<b>", "</b>", "<x y=\"z\" >", "<x", "<b> a | b", "<summary a | b",
      "<meta>", "<search>", "<DIV | x", "-->", "?>", "]]>", "</script>", "</PRE>",
    ]
    var lines: [String] = []
    if random.once(in: 4) { lines.append(random.pick(["", " ", "\t"])) }
    for _ in 0..<random.number(in: 0...2) {
      let start = allowsHTML && random.once(in: 2) ? random.pick(html) : random.pick(starts)
      lines.append(indentation() + start + random.pick(["", "", " ", "  "]))
    }
    if random.once(in: 3) { lines.append("") }
    return lines
  }

  private mutating func indentation() -> String {
    random.once(in: 6) ? random.pick([" ", "  ", "   ", "    ", "\t", "     "]) : ""
  }

  private mutating func row(columns: Int) -> String {
    var text = random.once(in: 3) ? "" : "|"
    for column in 0..<columns {
      if column > 0 { text += "|" }
      let space = random.pick([" ", " ", "", "  ", "\t"])
      text += space + cell() + space
    }
    if !random.once(in: 3) { text += "|" }
    return text + (random.once(in: 6) ? random.pick([" ", "  ", "\t", "\\"]) : "")
  }

  private mutating func delimiter(columns: Int) -> String {
    let markers = (0..<columns).map { _ in
      random.pick(["-", "---", ":-", "-:", ":-:", ":---:", " --- ", " :-- ", "\t-:", "----- "])
    }
    let start = random.pick(["", "|", "|", "| "])
    return start + markers.joined(separator: "|") + random.pick(["", "|", "|", "| ", " |"])
  }

  private mutating func cell() -> String {
    if random.once(in: 40) { return String(repeating: words() + " ", count: 60) }
    return (0..<random.number(in: 0...3)).map { _ in piece() }.joined(
      separator: random.pick(["", " ", " "]))
  }

  private mutating func words() -> String {
    (0..<random.number(in: 1...3)).map { _ in
      random.pick(["word", "Wörter", "낱말", "词", "1", "a_b", "x*y", "-5", "ß", "عربي"])
    }.joined(separator: " ")
  }

  private mutating func piece() -> String {
    let pieces = [
      "", "\\|", "\\\\|", "\\\\", "\\", "\\\\\\|", "`", "``", "`a`", "`\\|`", "`` ` ``", "*", "**",
      "*a*", "**b**", "_", "_c_", "***", "[", "]", "(", ")", "[l](/u)", "[l](/u \"t\")", "[ref]",
      "[text][ref]", "[l](<a b>)", "![i](/p.png)", "![", "[a](b\\|c)", "<http://example.com/a>",
      "&amp;", "&", "&#124;", "&nbsp;", "\\*", "\\[", "#", "##", "# ", "-", "--", ":-", "1.", "+",
      ">", "_s_", "\"q\"", "'", "httpx://x.example", "\u{00A0}", "\u{3000}", "é", "e\u{0301}", "👩‍👩‍👧",
      "[^1]", "`a", "*a", "[late]", "=", "===", "!", "$", "```", "~~~",
    ]
    return random.once(in: 3) ? words() : random.pick(pieces)
  }
}
