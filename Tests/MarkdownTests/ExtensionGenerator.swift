import TestSupport

/// Writes Markdown with bare addresses, strikethrough, tasks, and footnotes among all else.
struct ExtensionGenerator {
  private var random: RandomNumbers
  private let labels = ["1", "2", "a", "note", "B-2"]
  /// Whether references may be written: those within notes count differently, and are tested apart.
  private var mayRefer = true

  init(seed: UInt64) {
    random = RandomNumbers(seed: seed)
  }

  /// A document of a few blocks, with the definitions of its footnotes at its end or between.
  mutating func document() -> String {
    var lines: [String] = []
    for _ in 0..<random.number(in: 1...4) { lines += block(depth: 0) + [""] }
    mayRefer = false
    for label in labels where random.once(in: 2) { lines += definition(label) }
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func block(depth: Int) -> [String] {
    switch random.number(in: 0...(depth < 2 ? 9 : 4)) {
    case 0...3: return paragraph()
    case 4: return ["# " + inlines()]
    case 5: return tasks()
    case 6: return block(depth: depth + 1).map { "> " + $0 }
    case 7:
      let lines = block(depth: depth + 1)
      return lines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
    case 8: return ["para", "", "    [^1]: code ~~x~~ https://a.example", ""]
    default: return ["```", "[^1] ~~x~~ www.a.example", "```"]
    }
  }

  private mutating func paragraph() -> [String] {
    (0..<random.number(in: 1...3)).map { _ in inlines() }
  }

  private mutating func tasks() -> [String] {
    let marker = random.pick(["- ", "* ", "1. ", "+ "])
    return (0..<random.number(in: 1...3)).map { _ in
      marker + random.pick(["[ ] ", "[x] ", "[X] ", "[x]", "[y] ", ""]) + inlines()
    }
  }

  private mutating func definition(_ label: String) -> [String] {
    var lines = ["[^\(label)]: " + inlines()]
    if random.once(in: 3) { lines.append(random.pick(["    ", "", "  "]) + inlines()) }
    if random.once(in: 4) { lines += ["", "    " + inlines()] }
    if random.once(in: 5) { lines += ["", "        code"] }
    if random.once(in: 6) { lines += ["", "    - " + inlines(), "    - " + inlines()] }
    if random.once(in: 3) { lines.append("") }
    return lines
  }

  private mutating func inlines() -> String {
    "w" + (0..<random.number(in: 1...8)).map { _ in piece() }.joined()
  }

  private mutating func piece() -> String {
    switch random.number(in: 0...13) {
    case 0, 1: return random.pick([" ", " ", " word", "a", "é", "，", ". "])
    case 2: return random.pick(["~", "~~", "~~~", " ~", " ~~", "~ ", "~~ "])
    case 3: return " ~~" + random.pick(["old", "a b", "x*y*", "`c`"]) + "~~"
    case 4, 5:
      return random.pick([" ", " (", "", " ~"]) + address() + random.pick(["", ".", ")", " ", "~"])
    case 6: return random.pick([" ", "", "."]) + random.pick(mails)
    case 7 where mayRefer, 8 where mayRefer:
      return random.pick(["", " "]) + "[^" + random.pick(labels + ["none"]) + "]"
    case 9: return random.pick([" *b*", " **b** ", " `~~c~~` ", " [t](u) ", " ![i](u)"])
    case 10: return random.pick([" *~~b~~*", " **www.b.example**", " _~c~_ "])
    case 11: return random.pick(["\\~", " \\[^1]", " &amp; ", " <https://c.example> ", "!"])
    default: return " " + random.pick(["text", "12", "wide", "http:", "www", "@", "a@b"])
    }
  }

  private let mails = [
    "a@b.example", "x.y+z@m-n.example", "a@b", "a@b.example.", "a_b@c_d.example",
  ]

  private mutating func address() -> String {
    random.pick([
      "https://a.example", "http://a.example/b_c?d=e", "ftp://f.example/x", "https://a_b.example",
      "www.a.example", "www.a", "www.", "https://", "HTTPS://A.example/Ü", "https://a.example/(b)",
      "https://a.example/b,c", "httpx://a.example", "https://a.example/~b", "https://책.example/책",
      "http://localhost:80/", "https://a.example/x;y;",
    ])
  }
}
