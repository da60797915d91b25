import TestSupport

/// The files of a random guide after accidents, with the clutter of real folders.
struct DamagedGuide {
  /// The files by path.
  private(set) var files: [String: String]
  private var random: RandomNumbers

  init(seed: UInt64) {
    files = RandomGuide(seed: seed).files
    random = RandomNumbers(seed: seed &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<random.number(in: 1...6) { damage() }
  }

  private mutating func damage() {
    let paths = files.keys.sorted()
    guard let path = paths.isEmpty ? nil : random.pick(paths), let text = files[path] else {
      return
    }
    switch random.number(in: 0...4) {
    case 0: files[path] = damagedLines(text)
    case 1: files[path] = damagedBytes(text)
    case 2: files[path] = random.pick(Self.beginnings) + text
    case 3: files[random.pick(Self.names(beside: path))] = random.pick(Self.texts)
    default: files[path] = text + "\n" + random.pick(Self.texts) + "\n"
    }
  }

  private mutating func damagedLines(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<random.number(in: 1...4) where !lines.isEmpty {
      let at = random.number(in: 0...(lines.count - 1))
      switch random.number(in: 0...6) {
      case 0: lines.remove(at: at)
      case 1: lines.insert(lines[at], at: at)
      case 2: lines[at] += " extra | cell |"
      case 3: lines[at] = String(lines[at].dropLast(random.number(in: 0...lines[at].count)))
      case 4: lines[at] = lines[at].replacing("|", with: random.pick(["||", "\\|", "｜", ""]))
      case 5: lines.swapAt(at, random.number(in: 0...(lines.count - 1)))
      default: lines[at] = random.pick(Self.texts)
      }
    }
    return lines.joined(separator: random.pick(["\n", "\n", "\r\n", "\r"]))
  }

  private mutating func damagedBytes(_ text: String) -> String {
    var characters = Array(text)
    for _ in 0..<random.number(in: 1...5) where !characters.isEmpty {
      let at = random.number(in: 0...(characters.count - 1))
      if random.once(in: 2) {
        characters.remove(at: at)
      } else {
        characters.insert(contentsOf: random.pick(Self.pieces), at: at)
      }
    }
    return String(characters)
  }

  private static func names(beside path: String) -> [String] {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let prefix = folder.isEmpty ? "" : folder + "/"
    return [
      "README.md", "hr/notes.md", prefix + "index.md", prefix + "Index.md", prefix + "a b%20c.md",
      prefix + "matrix.md", prefix + String(repeating: "long-", count: 45) + ".md",
      prefix + "表.md", prefix + "part-1.de-de.md", "mkdocs.yml", prefix + "CON.md",
    ]
  }

  private static let beginnings = [
    "\u{FEFF}", "---\ntitle: [\n---\n", "---\ntitle: x\n", "+++\ntitle = 1\n+++\n",
    "---\n- a\n---\n",
    "---\n? {a: b}\n: &x *x\n---\n", "---\n\"\n---\n", "<!-- ", "```\n", "\u{0}", "    ",
    "---\ntitle: " + String(repeating: "x", count: 5_000) + "\n---\n",
  ]
  private static let pieces = [
    "\u{0}", "\u{B}", "\u{85}", "\u{2028}", "\u{202E}", "|", "`", "<td>", "</table>", "&#0;", "{{",
    "}}",
    "\u{1F469}\u{200D}\u{1F4BB}", "ﷺ", "A\u{301}\u{301}\u{301}", "[^1]", "](", "<script>", "\\",
    "~~", "é",
  ]
  private static let texts = [
    "", "# ", "#", "| |", "|---|", "| A | R | C | I |", "R | A\n--- | ---\nR | A",
    "| Task | Crew |\n|---|---|", "| Task | Crew |\n|---|---|\n| | R |\n| | A |",
    "# " + String(repeating: "Endless ", count: 400), "# Same\n\n# Same\n\n# same",
    "<table><tr><th>Task<th>Crew<tr><td rowspan=9>Paint<td>R</table>",
    "<table><tr><td colspan=500>R</td></tr></table>", "[x]: y\n\n[x] [^x]\n\n[^x]: text",
    "> [!NOTE]\n> > [!TIP]\n> > x", "- [ ] a\n  - [x] b", "{% include x %}\n{{< y >}}",
    "| Task | Responsible | Accountable |\n|---|---|---|\n| " + String(repeating: "x, ", count: 300)
      + " | Crew | Shop |", "***", "---", "\u{2028}| a | b |\u{2028}| - | - |",
    "مهمة | فريق\n--- | ---\nطلاء | R",
  ]
}
