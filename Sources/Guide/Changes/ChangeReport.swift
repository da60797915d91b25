import Base

/// Changes as people and programs read them.
public struct ChangeReport: Sendable {
  let changes: GuideChanges
  /// The locale of titles.
  fileprivate let locale: String

  /// Words changes with the titles of a locale.
  public init(_ changes: GuideChanges, locale: String) {
    self.changes = changes
    self.locale = locale
  }

  private static let headings: [(kind: GuideChanges.Kind, heading: String)] = [
    (.changed, "Changed assignments"), (.added, "New responsibilities"),
    (.removed, "Removed responsibilities"),
  ]
  private static let staleHeading = "Translations that became out of date"

  /// Lines for a terminal, which no text of a guide can drive.
  public var text: String {
    if changes.isEmpty { return "Nothing changed.\n" }
    var lines: [String] = []
    for (kind, heading) in Self.headings where !changes.rows(kind).isEmpty {
      lines.append(heading + ":")
      for row in changes.rows(kind) {
        lines.append("  \(row.document)#\(row.id): \(title(row))")
        lines += row.letters.map { "    " + words($0) }
      }
    }
    if !changes.stale.isEmpty { lines.append(Self.staleHeading + ":") }
    lines += changes.stale.map { "  \($0.locale): \(place($0))" }
    return lines.map(visible).joined(separator: "\n") + "\n"
  }

  /// A document for a pull request or a message.
  public var markdown: String {
    if changes.isEmpty { return "Nothing changed.\n" }
    var blocks: [String] = []
    for (kind, heading) in Self.headings where !changes.rows(kind).isEmpty {
      blocks.append("## " + heading)
      let rows = changes.rows(kind).flatMap { row -> [String] in
        let start = "| \(cell(title(row))) | \(cell(row.document)) |"
        return row.letters.isEmpty
          ? [start + " – | – | – |"]
          : row.letters.map { change in
            start + " \(cell(change.party)) | \(shown(change.old)) | \(shown(change.new)) |"
          }
      }
      blocks.append(
        """
        | responsibility | document | party | before | now |
        | --- | --- | --- | --- | --- |
        \(rows.joined(separator: "\n"))
        """)
    }
    if !changes.stale.isEmpty {
      blocks.append("## " + Self.staleHeading)
      blocks.append(
        changes.stale.map { "- \(escaped($0.locale)): \(escaped(place($0)))" }.joined(
          separator: "\n"))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// `schemas/changes.schema.json`.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.member("locale", locale)
      writer.key("responsibilities")
      writer.array { writer in for row in changes.rows { write(row, &writer) } }
      writer.key("stale")
      writer.array { writer in
        for text in changes.stale {
          writer.object { writer in
            writer.member("locale", text.locale)
            writer.member("document", text.document)
            writer.member("id", text.id)
            writer.member("title", text.title)
            writer.member("url", text.url)
          }
        }
      }
    }
    return writer.bytes + Array("\n".utf8)
  }

  private func write(_ row: GuideChanges.Row, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("change", row.kind.rawValue)
      writer.member("document", row.document)
      writer.member("id", row.id)
      writer.member("title", row.title(in: locale))
      writer.member("url", row.url(in: locale))
      writer.key("letters")
      writer.array { writer in
        for change in row.letters {
          writer.object { writer in
            writer.member("party", change.party)
            writer.member("old", change.old)
            writer.member("new", change.new)
            writer.member("gained", change.gained)
            writer.member("lost", change.lost)
          }
        }
      }
    }
  }

  /// A title that is always there.
  func title(_ row: GuideChanges.Row) -> String {
    row.title(in: locale) ?? row.title(in: changes.sourceLocale) ?? row.id
  }

  fileprivate func words(_ change: GuideChanges.LetterChange) -> String {
    let parts = [("gained", change.gained), ("lost", change.lost)].filter { !$0.1.isEmpty }
    let verbs = parts.map { "\($0.0) \($0.1.map(String.init).joined(separator: ", "))" }
    return "\(change.party): \(shown(change.old)) -> \(shown(change.new)) "
      + "(\(verbs.joined(separator: "; ")))"
  }

  private func place(_ text: GuideChanges.StaleText) -> String {
    guard let id = text.id else { return text.document }
    return "\(text.document)#\(id)" + (text.title.map { ": " + $0 } ?? "")
  }

  private func shown(_ letters: String) -> String { letters.isEmpty ? "–" : letters }

  func cell(_ text: String) -> String { escaped(text) }

  /// Text that Markdown takes for text, in a table too, and that a terminal can show.
  private func escaped(_ text: String) -> String {
    visible(text.split(whereSeparator: \.isNewline).joined(separator: " ")).reduce(into: "") {
      escaped, character in
      if "\\`*_[]<>|&".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
  }
}

extension ChangeReport {
  /// An Atom feed of all changes, in English but for titles.
  ///
  /// - Parameter date: the day of the changes, `2026-01-31`.
  public func feed(date: String) -> [UInt8] {
    let entries = changes.rows.map { row in
      ChangeFeed.Entry(
        row, title: title(row),
        url: row.kind == .removed ? nil : complete(row.url(in: locale)),
        lines: ["\(row.kind.rawValue) in \(row.document)"] + row.letters.map(words))
    }
    let stale = changes.stale.map { text in
      ChangeFeed.Entry(
        text, title: text.title ?? text.document, url: complete(text.url),
        line: "out of date in \(text.locale)")
    }
    return ChangeFeed(
      title: "Changes of responsibilities", author: "Rolebook", language: "en",
      url: complete(changes.home(in: locale)) ?? changes.home(in: locale), date: date,
      entries: entries + stale
    ).bytes
  }

  /// An address with its host; nil if the guide does not say under which host it is published.
  private func complete(_ url: String?) -> String? {
    guard let url, let siteURL = changes.siteURL else { return nil }
    return siteURL + url
  }
}
