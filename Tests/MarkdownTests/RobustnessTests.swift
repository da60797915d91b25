import Base
import Foundation
import TestSupport
import Testing

@testable import Markdown

/// For any bytes: no crash, holes in pairs, well-nested HTML, cells in their places.
@Suite struct RobustnessTests {
  static let pieces = [
    "|", "||", "-", "--", ":-", "-|-", "\n", "\n", "\n\n", "\r\n", "\r", " ", "    ", "\t", ">",
    "> ", "- ",
    "1. ", "* ", "#", "# ", "```", "~~~", "`", "*", "**", "_", "[", "]", "(", ")", "![", "](",
    "[a](b)",
    "![a](b)", "[r]", "[r]: /u\n", "<br>", "<br><br>", "<br>- ", "<a name=\"x\"></a>", "</a>",
    "<b>",
    "</b>", "<!--", "-->", "<!-- c -->", "<div>", "</div>", "<script>", "<", ">", "&amp;", "&#0;",
    "&",
    "\\", "\\|", "{#x}", "[!NOTE]", "---\n", "===\n", "a", "word", "책", "é", "\u{FEFF}", "\u{0}",
    "\u{1B}", "a | b\n--|--\n", "\nc | d\n", "<x", "\"", "'", "=", "/>", "<?", "?>", "<![CDATA[",
    "]]>", "<div><!--\n\n", "\n\n-->", "</script>", "\u{0B}", "\u{0C}", "{.a", "{: #b", "}",
  ]

  @Test func soupOfPiecesRendersWell() throws {
    var random = RandomNumbers(seed: 7)
    for _ in 0..<caseCount("ROLEBOOK_SOUP_CASES", default: 6000) {
      let text = (0..<random.number(in: 1...60)).map { _ in random.pick(Self.pieces) }.joined()
      try check(Array(text.utf8), responsibilities: random.once(in: 2))
    }
  }

  @Test func soupOfBytesRendersWellOrIsRefused() throws {
    var random = RandomNumbers(seed: 8)
    for _ in 0..<caseCount("ROLEBOOK_SOUP_CASES", default: 6000) / 2 {
      let limit = random.once(in: 4) ? 255 : 127
      let bytes = (0..<random.number(in: 0...80)).map { _ in UInt8(random.number(in: 0...limit)) }
      try check(bytes, responsibilities: random.once(in: 2))
    }
  }

  @Test(.needsShared) func mutatedSeedsRenderWell() throws {
    let folder = try #require(Project.shared).appending(path: "seeds")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let seeds = try names.map { [UInt8](try Data(contentsOf: folder.appending(path: $0))) }
    var random = RandomNumbers(seed: 9)
    for _ in 0..<caseCount("ROLEBOOK_SOUP_CASES", default: 6000) / 20 {
      var bytes = random.pick(seeds)
      for _ in 0..<random.number(in: 1...20) {
        let place = random.number(in: 0...(bytes.count - 1))
        switch random.number(in: 0...2) {
        case 0: bytes.insert(contentsOf: Array(random.pick(Self.pieces).utf8), at: place)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + random.number(in: 1...40)))
        default: bytes[place] = UInt8(random.number(in: 1...127))
        }
        if bytes.isEmpty { break }
      }
      try check(bytes, responsibilities: true)
    }
  }

  private func check(_ bytes: [UInt8], responsibilities: Bool) throws {
    let (parsed, diagnostics) = DocumentParser.parse(
      SourceFile(path: "guide.md", bytes: bytes),
      .init(key: "guide", locale: "en-US", isResponsibilityDocument: responsibilities))
    guard let document = parsed else {
      #expect(diagnostics.map(\.id) == [.encodingInvalid])
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let html = document.plainHTML
    if let fault = nestingFault(html) {
      Issue.record("\(fault) in\n\(text.debugDescription)\n\(html)")
    }
    if let fault = holeFault(document) { Issue.record("\(fault) in\n\(text.debugDescription)") }
    if let fault = cellFault(bytes) { Issue.record("\(fault) in\n\(text.debugDescription)") }
    let lineCount = LineIndex(SourceFile(path: "", bytes: bytes).bytes).starts.count
    for place in document.links.map(\.location) + diagnostics.map(\.location) {
      if !(1...lineCount).contains(place.line) || place.column < 1 {
        Issue.record("no such place \(place) in\n\(text.debugDescription)")
      }
    }
  }

  /// The first tag that closes what is not open, or is never closed.
  private func nestingFault(_ html: String) -> String? {
    var open: [Substring] = []
    for tag in html.matches(of: /<(\/?)([a-z0-9]+)[^>]*?(\/?)>/.matchingSemantics(.unicodeScalar)) {
      let (isClosing, name, isEmpty) = (!tag.1.isEmpty, tag.2, !tag.3.isEmpty)
      if isEmpty || ["br", "wbr", "hr", "img"].contains(name) { continue }
      if !isClosing {
        open.append(name)
      } else if open.popLast() != name {
        return "stray </\(name)>"
      }
    }
    return open.last.map { "unclosed <\($0)>" }
  }

  /// Defects of the holes: each link must open and close once, and each fact must have its hole.
  private func holeFault(_ document: Document) -> String? {
    var openLinks: [Int] = []
    var seen = Set<MarkedHTML.Hole>()
    for mark in document.markup?.marks ?? [] {
      let isRepeatable =
        switch mark.hole {
        case .cellAlignment, .alertTitle: true
        default: false
        }
      if !isRepeatable, !seen.insert(mark.hole).inserted { return "\(mark.hole) twice" }
      if case .linkStart(let link) = mark.hole { openLinks.append(link) }
      if case .linkEnd(let link) = mark.hole, openLinks.popLast() != link { return "link \(link)" }
    }
    if !openLinks.isEmpty { return "links \(openLinks) never end" }
    for (index, link) in document.links.enumerated() {
      let hole: MarkedHTML.Hole = link.isImage ? .image(link: index) : .linkStart(link: index)
      if !seen.contains(hole) { return "no hole for \(link)" }
    }
    for index in document.headings.indices where !seen.contains(.headingID(heading: index)) {
      return "no hole for heading \(index)"
    }
    for index in document.anchors.indices where !seen.contains(.anchor(anchor: index)) {
      return "no hole for anchor \(index)"
    }
    for (index, row) in document.rows.enumerated() {
      if !seen.contains(.rowAttributes(line: row.lines.lowerBound)) {
        return "no hole for row \(index)"
      }
      if row.location.line < 1 { return "row \(index) is nowhere" }
    }
    return nil
  }

  /// Whether cmark sees each cell that the table layer wrote, and nothing else as one.
  private func cellFault(_ bytes: [UInt8]) -> String? {
    let source = SourceFile(path: "guide.md", bytes: bytes)
    guard let rewritten = try? TableRewriter.rewrite(source.bytes, firstLine: 1),
      let tree = MarkdownTree(rewritten.bytes)
    else { return nil }
    let places = PlaceFinder(source, firstLine: 1, movedLines: rewritten.lines)
    let outline = TreeOutliner.outline(
      tree, rewritten.tables, TreeEdits(), places,
      .init(key: "guide", locale: "en", isResponsibilityDocument: false))
    let expected = rewritten.tables.map(\.cells.count).reduce(0, +)
    return outline.cells.count == expected
      ? nil : "\(expected) cells written, \(outline.cells.count) found"
  }
}
