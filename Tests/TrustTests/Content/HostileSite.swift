import Foundation
import TestSupport

/// A guide that contains every attack vector in every place that a writer can fill, and its site,
/// which tells of what changed since an older guide.
struct HostileSite {
  /// The number of vectors in a document of all sinks.
  private static let vectorsOfDocument = 20

  let folder: TemporaryFolder
  let result: MeasuredCommand

  /// The places of a vector in a document's text; `%` takes the vector.
  static let sinks = [
    "%", "# %", "## % {#h-@}", "[%](index.md)", "[a](%)", "[a](<%>)", "[a](index.md \"%\")",
    "[a](index.md '%')", "![%](x.png)", "![a](%)", "![a](x.png \"%\")", "```%\ncode\n```",
    "~~~ %\ncode\n~~~", "`%`", "    %", "<a name=\"n@-%\"></a>", "<a id='i@-%'>x</a>",
    "## x {#b@-%}",
    "<a name='c@-%' onclick=fired()></a>", "<a name=\"d@-%&quot; onclick=&quot;fired()\"></a>",
    "<abbr title=\"%\">x</abbr>", "<b lang=\"%\" dir='%'>x</b>", "> [!NOTE]\n> %", "> [!%]\n> x",
    "[r@]: %\n\n[r@]", "[s@]: index.md \"%\"\n\n[s@]", "<!-- % -->", "**%**", "- %", "<div>%</div>",
    "% | %\n--- | ---\n% | %<br>- %",
  ]

  /// Builds the guide with templates of that folder.
  ///
  /// - Parameter round: which vectors stand where only some of them have room.
  init(round: Int = 0, templates: URL = Project.templates) throws {
    folder = try TemporaryFolder()
    let texts = AttackVector.all.map(\.text)
    let parties = (0..<13).map { "party-\($0)" }
    try Self.writeSettings(texts, parties, into: folder, round)
    try Self.writeRows(texts, parties, into: folder)
    let older = try TemporaryFolder()
    try older.copy(folder.file("content"), to: "content")
    try Self.writeRows(texts.reversed(), parties.reversed(), into: older)
    try Self.writeDocuments(texts, into: folder)
    try Self.writeTitles(texts, into: folder)
    try Self.writeFileNames(texts, into: folder)
    result = try MeasuredCommand(
      try Project.executable(),
      ["build", "--templates", templates.path, "--since", older.file("content").path]
        + ["--date", "2026-01-31", "--exports", "all"],
      in: folder.url)
  }

  private static func writeSettings(
    _ texts: [String], _ parties: [String], into folder: TemporaryFolder, _ round: Int
  ) throws {
    func vector(_ index: Int) -> String { texts[(index + round * 211) % texts.count] }
    try folder.write(
      """
      source_locale: en-US
      locales: [en-US, de-DE, fr-FR]
      site_url: https://intranet.example
      fallback: {de-DE: [en-US], fr-FR: [en-US]}
      logo: logo.svg
      style: own.css
      scripts: [{src: own.js, data: {note: \(yaml(vector(78)))}}]
      parties:
      \(parties.enumerated().map { hostileParty($1, texts.filter(isName), $0 + round) }.joined())
      links: [{prefix: ../x/, to: \(yaml("https://other.example/{locale}/" + vector(77)))}]

      """, to: "content/guide.yml")
    try folder.write(reviews(texts.filter(isName)), to: "content/reviews.yml")
    try folder.write("// Does nothing.\n", to: "content/own.js")
    try folder.write("p { color: #333 }\n", to: "content/own.css")
    try folder.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "content/logo.svg")
    for (number, tag) in ["en-US", "de-DE", "fr-FR"].enumerated() {
      try folder.write(
        localeFile(tag, parties) { vector($0 + number * 400) }, to: "content/\(tag)/locale.yml")
      try folder.write(
        "---\ntitle: \(yaml(vector(number)))\n---\n# Home\n"
          + (number < 2 ? "\n\(vector(number + 9))\n" : ""),
        to: "content/\(tag)/index.md")
    }
  }

  /// Whether a text can be a name: one line without anything that nobody sees.
  private static func isName(_ text: String) -> Bool {
    text.count <= 200 && !text.allSatisfy(\.isWhitespace)
      && !text.unicodeScalars.contains { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
      }
  }

  /// A party whose contact says what is allowed, its names vectors.
  private static func hostileParty(_ id: String, _ names: [String], _ number: Int) -> String {
    let own = stride(from: number, to: names.count, by: 13).map { yaml(names[$0]) }
    return """
        - id: \(id)
          contact:
            mail: "o'x{%7B}?cc=y&z@attacker-\(number).example"
            phone: "+49 (0)30 12 ext. \(number)"
            url: "https://intranet.example/?x=%22%27%3Cb%3E&lt;y=;z"
            deputy: \(own.first ?? "x")
          members: [\(own.joined(separator: ", "))]

      """
  }

  /// Approvals by vectors, with records that vectors are keys of.
  private static func reviews(_ names: [String]) -> String {
    "reviews:\n"
      + names.enumerated().map { index, name in
        "  - {scope: \(["guide", "index", "rows&0", "rows&0#r1"][index % 4]), by: \(yaml(name)), "
          + "date: 2025-01-01, digest: x, valid: P\(index % 3)Y, "
          + "record: {\(yaml("rows&0#" + name)): \(yaml(name))}}\n"
      }.joined()
  }

  /// The published pages, by their paths.
  func pages() throws -> [String] {
    try FolderContents(of: folder.file("public")).paths.filter { $0.hasSuffix(".html") }
  }

  private static func localeFile(
    _ tag: String, _ parties: [String], _ vector: (Int) -> String
  ) throws -> String {
    let words = try String(
      contentsOf: Project.templates.appending(path: "strings/en.yml"), encoding: .utf8)
    let keys = words.split(separator: "\n").compactMap { $0.firstMatch(of: /^([a-z_0-9]+):/)?.1 }
    let names = parties.enumerated().map { index, party in
      "  \(party): {name: \(yaml(vector(3 * index))), short: \(yaml(vector(3 * index + 1))), "
        + "description: \(yaml(vector(3 * index + 2)))}\n"
    }
    let strings = keys.enumerated().map { "  \($1): \(yaml(vector(40 + $0) + "<'&"))\n" }
    return "title: \(yaml(vector(5)))\nname: \(yaml(vector(6)))\ndescription: \(yaml(vector(7)))\n"
      + "announcement: \(yaml(vector(8)))\nfooter: \(yaml("[" + vector(9) + "](https://x.example)"))\n"
      + "parties:\n\(names.joined())strings:\n\(strings.joined())"
  }

  /// Documents with each vector in every sink.
  private static func writeDocuments(_ texts: [String], into folder: TemporaryFolder) throws {
    for start in stride(from: 0, to: texts.count, by: vectorsOfDocument) {
      var text = "# Sinks\n\n"
      for index in start..<min(start + vectorsOfDocument, texts.count) {
        for sink in sinks {
          text += sink.replacing("%", with: texts[index]).replacing("@", with: "\(index)") + "\n\n"
        }
      }
      try folder.write(text, to: "content/en-US/sinks-\(start).md")
    }
  }

  /// Documents with a vector as title and description, small ones.
  private static func writeTitles(_ texts: [String], into folder: TemporaryFolder) throws {
    for (index, text) in texts.enumerated() {
      try folder.write(
        "---\ntitle: \(yaml(text))\ndescription: \(yaml(text))\n---\n\nText.\n",
        to: "content/en-US/titles/\(index).md")
    }
    // The name of a folder is the title of its index.
    let name = texts.first { $0.contains("<") && $0.count < 200 } ?? ""
    try folder.write(
      "---\ntitle: \(yaml(name))\n---\n\nText.\n", to: "content/en-US/titles/index.md")
  }

  /// Responsibilities whose section, title and clauses are vectors.
  private static func writeRows(
    _ texts: [String], _ parties: [String], into folder: TemporaryFolder
  ) throws {
    for (number, start) in stride(from: 0, to: texts.count, by: 60).enumerated() {
      var rows = ""
      var letters = "sections:\n  s&x:\n    raci: {party-0: RA}\n    responsibilities:\n"
      for index in start..<min(start + 60, texts.count) {
        let cell = texts[index].replacing(/[\r\n]/.matchingSemantics(.unicodeScalar), with: " ")
          .replacing("|", with: "\\|")
        rows +=
          "| <a name=\"r\(index)\"></a>\(cell) | Do \(cell)<br><br>\(cell) [a](titles/\(index).md) |\n"
        // The first row inherits the letters of its section.
        letters +=
          index == start
          ? "      r\(index): {}\n"
          : "      r\(index): {raci: {\(parties[index % 12]): RA, "
            + "\(parties[(index + 1) % 12]): C}, evidence: {\(parties[index % 12]): 1}}\n"
      }
      try folder.write(
        "---\ntitle: \(yaml(texts[start]))\n---\n\n## \(texts[start + 1]) {#s&x}\n\n| A | B |\n"
          + "| --- | --- |\n\(rows)\n## More {#more&more}\n\n## Most {#most&most}\n",
        to: "content/en-US/rows&\(number).md")
      try folder.write(letters, to: "content/raci/rows&\(number).yml")
    }
  }

  /// Documents and pictures whose names are vectors, as far as a file can have them.
  private static func writeFileNames(_ texts: [String], into folder: TemporaryFolder) throws {
    for (index, text) in texts.enumerated() {
      let name = text.replacing("/", with: "\u{2215}").replacing("\0", with: "")
      guard name.utf8.count < 200, !name.hasPrefix("."), isFitForNames(name) else { continue }
      try folder.write(
        "![p](x\(index).png)\n\n> [!FOO]\n> x\n", to: "content/en-US/names/\(name).\(index).md")
      try folder.write("x", to: "content/en-US/names/x\(index).png")
    }
  }

  private static func isFitForNames(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0..<0x20, 0x5C, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFFFD:
        false
      default: true
      }
    }
  }
}

/// Text as a double-quoted YAML scalar that a writer can write: without control characters, which
/// are refused as such.
func yaml(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x22, 0x5C: result += "\\\(Character(scalar))"
    case 0x0A: result += "\\n"
    case 0x09: result += "\\t"
    case 0..<0x20, 0x7F..<0xA0: result += "?"
    case 0x2028, 0x2029, 0xFEFF: result += "\\u" + String(scalar.value, radix: 16).uppercased()
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
