import Base

extension ChangeReport {
  /// Text in a cell of a table.
  func cell(_ text: String) -> String { escaped(text) }

  /// Text that Markdown takes for text, in a table too, and that a terminal can show.
  ///
  /// No name in it calls a user of a code host, and no address becomes a link.
  func escaped(_ text: String) -> String {
    let line = visible(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    var escaped = ""
    var last: Character = " "
    for character in line {
      if character == "@" {
        escaped += "@<!-- -->"
      } else {
        if "\\`*_[]<>|&~!".contains(character) || (character == "#" && last.isWhitespace) {
          escaped.append("\\")
        }
        escaped.append(character)
      }
      last = character
    }
    return escaped.replacing("://", with: "\\://").replacing("www.", with: "www\\.")
  }

  /// The place of a text: the document, the row or heading, and its title.
  func place(_ text: GuideChanges.Wording) -> String {
    guard let id = text.id else { return text.document }
    return "\(text.document)#\(id): \(text.title)"
  }

  /// Why an approval is no longer valid.
  func reason(_ review: GuideChanges.Approval) -> String {
    let start = "approved by \(review.reviewer) on \(review.date), "
    switch review.state {
    case .expired: return start + "expired"
    case nil: return start + "deleted from reviews.yml"
    default: return start + "changed since"
    }
  }

  /// A difference in one line, each part as `form` writes it.
  func marked(
    _ parts: [WordDifference.Part], _ form: (WordDifference.Part) -> String
  ) -> String {
    parts.map(form).joined()
  }

  /// A part as a terminal shows it: `[-old-]{+new+}`.
  func plain(_ part: WordDifference.Part) -> String {
    let text = part.text.map { $0.isNewline ? " " : String($0) }.joined()
    switch part.kind {
    case .same: return text
    case .removed: return "[-\(text)-]"
    case .added: return "{+\(text)+}"
    }
  }

  /// A change in one line without a terminal's marks being needed.
  func plainly(_ text: GuideChanges.Wording) -> String {
    marked(text.difference.shortened, plain)
  }

  /// A part in Markdown: removed words are struck through, added words are bold.
  ///
  /// White space stays outside of the marks, which would not count else.
  func highlighted(_ part: WordDifference.Part) -> String {
    let text = part.text.map { $0.isNewline ? " " : String($0) }.joined()
    guard part.kind != .same else { return padded(text) { escaped($0) } }
    let mark = part.kind == .removed ? ("<del>", "</del>") : ("<ins>", "</ins>")
    return padded(text) { mark.0 + escaped($0) + mark.1 }
  }

  /// A text with a form for all but the white space around it.
  private func padded(_ text: String, _ form: (String) -> String) -> String {
    let body = text.drop(while: \.isWhitespace)
    guard !body.isEmpty else { return text.isEmpty ? "" : " " }
    let start = body.startIndex == text.startIndex ? "" : " "
    let trimmed = String(body.reversed().drop(while: \.isWhitespace).reversed())
    return start + form(trimmed) + (body.last?.isWhitespace ?? false ? " " : "")
  }

  func write(_ text: GuideChanges.Wording, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("locale", text.locale)
      writer.member("document", text.document)
      writer.member("id", text.id)
      writer.member("title", text.title)
      writer.member("url", text.url)
      writer.key("parts")
      writer.array { writer in
        for part in text.difference.parts {
          writer.object { writer in
            switch part.kind {
            case .same: writer.member("same", part.text)
            case .removed: writer.member("removed", part.text)
            case .added: writer.member("added", part.text)
            }
          }
        }
      }
    }
  }
}
