import Base

/// Changes as people and programs read them.
public struct ChangeReport: Sendable {
  let changes: GuideChanges
  /// The locale of titles.
  let locale: String

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
  private static let wordingHeading = "Changed wording"
  private static let lapsedHeading = "Approvals that lapse"
  /// Past this many, changes of wording are counted.
  private static let mostWordings = 100

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
    if !changes.wording.isEmpty { lines.append(Self.wordingHeading + ":") }
    for text in changes.wording.prefix(Self.mostWordings) {
      lines.append("  \(text.locale): \(place(text))")
      lines.append("    " + marked(text.difference.shortened, plain))
    }
    lines += more.map { ["  " + $0] } ?? []
    if !changes.stale.isEmpty { lines.append(Self.staleHeading + ":") }
    lines += changes.stale.map { "  \($0.locale): \(place($0))" }
    if !changes.lapsed.isEmpty { lines.append(Self.lapsedHeading + ":") }
    lines += changes.lapsed.map { "  \($0.scope): \(reason($0))" }
    return lines.map(visible).joined(separator: "\n") + "\n"
  }

  /// A document for a pull request or a message.
  public var markdown: String {
    changes.isEmpty ? "Nothing changed.\n" : blocks(byText: false).joined(separator: "\n\n") + "\n"
  }

  /// The parts of the document.
  ///
  /// - Parameter byText: whether texts that are out of date name their languages, not the other way.
  func blocks(byText: Bool) -> [String] {
    var blocks: [String] = []
    for (kind, heading) in Self.headings where !changes.rows(kind).isEmpty {
      blocks.append("## " + heading)
      blocks.append(table(changes.rows(kind)))
    }
    if !changes.wording.isEmpty {
      let items = changes.wording.prefix(Self.mostWordings).map { text in
        "- \(escaped(text.locale)): \(escaped(place(text)))<br>"
          + marked(text.difference.shortened, highlighted)
      }
      blocks.append("## " + Self.wordingHeading)
      blocks.append((items + (more.map { ["- " + $0] } ?? [])).joined(separator: "\n"))
    }
    if !changes.stale.isEmpty {
      blocks.append("## " + Self.staleHeading)
      blocks.append((byText ? staleByText : staleByLocale).joined(separator: "\n"))
    }
    if !changes.lapsed.isEmpty {
      blocks.append("## " + Self.lapsedHeading)
      blocks.append(
        changes.lapsed.map { "- \(escaped($0.scope)): \(escaped(reason($0)))" }
          .joined(separator: "\n"))
    }
    return blocks
  }

  private func table(_ rows: [GuideChanges.Row]) -> String {
    let lines = rows.flatMap { row -> [String] in
      let start = "| \(cell(title(row))) | \(cell(row.document)) |"
      return row.letters.isEmpty
        ? [start + " – | – | – |"]
        : row.letters.map { change in
          start + " \(cell(change.party)) | \(shown(change.old)) | \(shown(change.new)) |"
        }
    }
    return """
      | responsibility | document | party | before | now |
      | --- | --- | --- | --- | --- |
      \(lines.joined(separator: "\n"))
      """
  }

  private var staleByLocale: [String] {
    changes.stale.map { "- \(escaped($0.locale)): \(escaped(place($0)))" }
  }

  /// Each text that is out of date, with the languages in which it is.
  private var staleByText: [String] {
    var order: [String] = []
    var locales: [String: [String]] = [:]
    for text in changes.stale {
      let key = text.document + (text.id.map { "#" + $0 } ?? "")
      if locales[key] == nil { order.append(key) }
      locales[key, default: []].append(text.locale)
    }
    return order.map { "- \(escaped($0)): \(escaped((locales[$0] ?? []).joined(separator: ", ")))" }
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
      writer.key("wording")
      writer.array { writer in for text in changes.wording { write(text, &writer) } }
      writer.key("reviews")
      writer.array { writer in
        for review in changes.lapsed {
          writer.object { writer in
            writer.member("scope", review.scope)
            writer.member("by", review.reviewer)
            writer.member("date", review.date)
            writer.member("state", review.state?.rawValue)
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

  func words(_ change: GuideChanges.LetterChange) -> String {
    let parts = [("gained", change.gained), ("lost", change.lost)].filter { !$0.1.isEmpty }
    let verbs = parts.map { "\($0.0) \($0.1.map(String.init).joined(separator: ", "))" }
    return "\(change.party): \(shown(change.old)) -> \(shown(change.new)) "
      + "(\(verbs.joined(separator: "; ")))"
  }

  func place(_ text: GuideChanges.StaleText) -> String {
    guard let id = text.id else { return text.document }
    return "\(text.document)#\(id)" + (text.title.map { ": " + $0 } ?? "")
  }

  private func shown(_ letters: String) -> String { letters.isEmpty ? "–" : letters }

  private var more: String? {
    let rest = changes.wording.count - Self.mostWordings
    return rest > 0 ? "\(rest) more" : nil
  }
}
