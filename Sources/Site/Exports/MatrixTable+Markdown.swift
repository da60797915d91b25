import Guide

extension MatrixTable {
  /// For texts and tickets: a table as GitHub Flavored Markdown has it, titles linked, inherited
  /// letters in italics, and the meanings of the letters below.
  func markdown() -> [UInt8] {
    let strings = locale.strings
    let title = strings.filled(
      "page_title_pattern", ["page": strings["matrix_title"], "guide": locale.title])
    var lines = ["# " + markdownText(title), ""]
    let heads = leadingHeads + parties.map(\.name) + [strings["state"]]
    lines.append(record(heads.map(markdownText)))
    let plain = leadingHeads.map { _ in "---" }
    lines.append(record(plain + parties.map { _ in ":-:" } + ["---"]))
    for section in sections {
      for row in section.rows { lines.append(record(cells(of: row, in: section))) }
    }
    lines.append("")
    for letter in letters.letters {
      let name = markdownText(strings[letter.word])
      let description = markdownText(strings[letter.word + "_description"])
      lines.append(
        "- **\(letter.character)** "
          + (description.isEmpty ? name : strings.labeled(name, description)))
    }
    let origin = strings["origin_\(Matrix.Origin.inherited.rawValue)"]
    lines.append("- " + strings.labeled("*\(letters.text)*", markdownText(origin)))
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func cells(of row: Row, in section: Section) -> [String] {
    let title = markdownText(row.title)
    let leading = [row.id, section.documentTitle, section.title].map(markdownText)
    let letters = row.cells.map { cell in
      guard let cell else { return "" }
      let text = cell.origin == .inherited ? "*\(cell.letters.text)*" : cell.letters.text
      guard let remark = cell.remark.map(markdownText) else { return text }
      return text + locale.strings.filled("parenthesis", ["text": "", "note": remark])
    }
    let link = row.url == nil ? title : "[\(title)](\(absoluteURL(row)))"
    return leading + [link] + letters + [markdownText(stateName(row))]
  }

  private func record(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}

/// Text as a Markdown cell shows it unchanged: on one line, punctuation escaped (CommonMark 0.31.2,
/// section 2.4; GFM 0.29, section 4.10).
func markdownText(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n", "\r", "\t", "\u{0B}", "\u{0C}", "\u{2028}", "\u{2029}": result += " "
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "&", "~", "#":
      result += "\\"
      result.unicodeScalars.append(scalar)
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
