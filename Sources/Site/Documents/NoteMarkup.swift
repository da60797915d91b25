import Base
import Guide
import Markdown

/// Writes footnotes, the links to and from them, and the boxes of tasks.
struct NoteMarkup {
  /// The ids of each footnote: its own, then those of the references to it.
  let ids: [[String]]
  let strings: StringTable

  /// Appends the content of a hole; nothing for holes of other kinds.
  func append(_ hole: MarkedHTML.Hole, _ output: inout [UInt8]) {
    switch hole {
    case .task(let isDone):
      output += "<input type=\"checkbox\" disabled\(isDone ? " checked" : "")".utf8
      appendAttribute("aria-label", strings["task"], &output)
      output += ">".utf8
    case .footnotesStart:
      output += "<section class=\"footnotes\"".utf8
      appendAttribute("aria-label", strings["footnotes"], &output)
      output += "><ol>".utf8
    case .footnoteID(let footnote): appendAttribute("id", id(footnote, 0), &output)
    case .footnoteReference(let footnote, let use): appendReference(footnote, use, &output)
    case .footnoteReturn(let footnote, let use): appendReturn(footnote, use, &output)
    default: return
    }
  }

  private func appendReference(_ footnote: Int, _ use: Int, _ output: inout [UInt8]) {
    output += "<sup class=\"footnote-ref\"><a".utf8
    appendAttribute("id", id(footnote, use + 1), &output)
    appendAttribute("href", "#" + id(footnote, 0), &output)
    appendAttribute("aria-label", "\(strings["footnote"]) \(footnote + 1)", &output)
    output += ">\(footnote + 1)</a></sup>".utf8
  }

  private func appendReturn(_ footnote: Int, _ use: Int, _ output: inout [UInt8]) {
    let number = use == 0 ? "\(footnote + 1)" : "\(footnote + 1)-\(use + 1)"
    output += "<a class=\"footnote-back\"".utf8
    appendAttribute("href", "#" + id(footnote, use + 1), &output)
    appendAttribute("aria-label", "\(strings["footnote_back"]) \(number)", &output)
    output += ">\u{21A9}\u{FE0E}".utf8
    if use > 0 { output += "<sup>\(use + 1)</sup>".utf8 }
    output += "</a>".utf8
  }

  private func id(_ footnote: Int, _ place: Int) -> String {
    guard ids.indices.contains(footnote), ids[footnote].indices.contains(place) else { return "" }
    return ids[footnote][place]
  }

  private func appendAttribute(_ name: String, _ value: String, _ output: inout [UInt8]) {
    output += " \(name)=\"".utf8
    output.appendEscapingHTML(value.utf8)
    output.append(UInt8(ascii: "\""))
  }
}
