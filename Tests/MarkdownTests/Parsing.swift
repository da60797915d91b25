import Base
import Testing

@testable import Markdown

/// A document that a test wrote, parsed.
struct Parsed {
  let document: Document
  let diagnostics: [Diagnostic]

  /// Parses Markdown as `guide.md`.
  init(_ markdown: String, responsibilities: Bool = false, path: String = "guide.md") throws {
    try self.init(bytes: Array(markdown.utf8), responsibilities: responsibilities, path: path)
  }

  /// Parses the bytes of a file as `guide.md`.
  init(bytes: [UInt8], responsibilities: Bool = false, path: String = "guide.md") throws {
    let (document, diagnostics) = DocumentParser.parse(
      SourceFile(path: path, bytes: bytes),
      .init(key: "guide", locale: "en-US", isResponsibilityDocument: responsibilities))
    self.document = try #require(document)
    self.diagnostics = diagnostics
  }

  /// The HTML, each hole filled as plainly as can be.
  var html: String { document.plainHTML }

  /// The findings as people read them.
  var messages: [String] { diagnostics.sortedByPlace().map(\.text) }
}

extension Document {
  /// The HTML with its holes; nil where the disk does not give it back.
  var markup: MarkedHTML? { try? body.html() }

  /// The HTML with plain tags in its holes, as cmark would have written them.
  var plainHTML: String {
    var bytes: [UInt8] = []
    markup?.append(to: &bytes) { hole, output in
      output += Array(plainMarkup(hole).utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func plainMarkup(_ hole: MarkedHTML.Hole) -> String {
    switch hole {
    case .headingID(let index):
      headings[index].anchor.map { " id=\"\(escaped($0))\"" } ?? ""
    case .linkStart(let index):
      "<a href=\"\(reference(links[index].destination))\"\(title(links[index]))>"
    case .linkEnd: "</a>"
    case .image(let index):
      "<img src=\"\(reference(links[index].destination))\""
        + " alt=\"\(escaped(links[index].alternative ?? ""))\"\(title(links[index]))"
        + "\(size(links[index])) />"
    case .anchor(let index): "<a id=\"\(escaped(anchors[index].name))\"></a>"
    case .alertTitle(let kind): kind.rawValue.uppercased()
    case .tableStart: "<table>"
    case .tableEnd: "</table>"
    case .cellAlignment(let alignment): " align=\"\(alignment)\""
    case .rowAttributes(let line):
      rows.first { $0.lines.contains(line) }?.anchor.map { " id=\"\(escaped($0))\"" } ?? ""
    case .cellTag(let cell):
      isHead(cell)
        ? "th"
        : isTitle(cell) ? "th scope=\"row\" class=\"responsibility\"" : "td class=\"description\""
    case .cellEnd(let cell): isHead(cell) || isTitle(cell) ? "</th>\n" : "</td>\n"
    case .clauseID(_, let clause): " id=\"\(clause)\""
    case .task(let isDone):
      "<input type=\"checkbox\" \(isDone ? "checked=\"\" " : "")disabled=\"\" />"
    case .footnotesStart: "<section class=\"footnotes\" data-footnotes>\n<ol>"
    case .footnoteID(let footnote): " id=\"fn-\(escaped(footnotes[footnote].label))\""
    case .footnoteReference(let footnote, let use):
      "<sup class=\"footnote-ref\"><a href=\"#fn-\(escaped(footnotes[footnote].label))\""
        + " id=\"fnref-\(self.use(footnote, use))\" data-footnote-ref>\(footnote + 1)</a></sup>"
    case .footnoteReturn(let footnote, let use):
      "<a href=\"#fnref-\(self.use(footnote, use))\" class=\"footnote-backref\""
        + " data-footnote-backref aria-label=\"Back to content\">↩"
        + (use > 0 ? "<sup class=\"footnote-ref\">\(use + 1)</sup>" : "") + "</a>"
    }
  }

  private func use(_ footnote: Int, _ number: Int) -> String {
    escaped(footnotes[footnote].label) + (number > 0 ? "-\(number + 1)" : "")
  }

  private func size(_ link: Link) -> String {
    [("width", link.width), ("height", link.height)].compactMap { name, value in
      value.map { " \(name)=\"\($0)\"" }
    }.joined()
  }

  private func isHead(_ cell: Int) -> Bool {
    place(ofCell: cell).map { !tables[$0.table].bodyLines.contains($0.line) } ?? false
  }

  private func isTitle(_ cell: Int) -> Bool { place(ofCell: cell)?.column == 0 }

  private func title(_ link: Link) -> String {
    link.title.isEmpty ? "" : " title=\"\(escaped(link.title))\""
  }
}

/// Text as cmark escapes it.
private func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    .replacing("\"", with: "&quot;")
}

/// A link's target as cmark writes it into an attribute in its safe mode.
private func reference(_ destination: String) -> String {
  let scheme = destination.lowercased()
  let isDangerous =
    ["javascript:", "vbscript:", "file:"].contains { scheme.hasPrefix($0) }
    || (scheme.hasPrefix("data:")
      && !["png", "gif", "jpeg", "webp"].contains { scheme.hasPrefix("data:image/\($0)") })
  if isDangerous { return "" }
  var result = ""
  for byte in destination.utf8 {
    let character = Character(Unicode.Scalar(byte))
    if byte == 0x26 {
      result += "&amp;"
    } else if byte == 0x27 {
      result += "&#x27;"
    } else if byte < 0x80, character.isLetter || character.isNumber || hrefSafe.contains(character)
    {
      result.append(character)
    } else {
      let digits = String(byte, radix: 16, uppercase: true)
      result += "%" + (digits.count == 1 ? "0" : "") + digits
    }
  }
  return result
}

private let hrefSafe: Set<Character> = Set("-_.+!*(),%#@?=;:/$~")
