import Guide
import Matrix
import Text

/// The search index of a locale: display text, which the browser folds.
///
/// The format is `schemas/search-index.schema.json`. Each text is in exactly one entry: a
/// responsibility, a heading's section, or what a document says before its first section.
struct SearchIndex {
  static let version = 1

  private let site: Site
  private let locale: Int
  private let documents: [(index: Int, shown: Int, version: DocumentSet.Version)]

  init(_ site: Site, locale: Int) {
    self.site = site
    self.locale = locale
    documents = site.guide.documents.enumerated().compactMap { index, set in
      guard let shown = site.guide.shownLocale(of: set, for: locale),
        let version = set.versions[shown]
      else { return nil }
      return (index, shown, version)
    }
  }

  func json() -> [UInt8] {
    var writer = JSONWriter(capacity: 16_384)
    writer.object { writer in
      writer.member("version", Self.version)
      writer.member("locale", site.guide.locales[locale].tag)
      writer.key("documents")
      writer.array { writer in
        for document in documents { writeDocument(document, &writer) }
      }
      writer.key("parties")
      writer.array { writer in
        for (party, name) in zip(site.guide.settings.parties, site.guide.locales[locale].parties) {
          writer.object { writer in
            writer.member("id", party.text)
            writer.member("name", name.name)
          }
        }
      }
      writer.key("entries")
      writer.array { writer in
        for (number, document) in documents.enumerated() {
          writeSections(document.version, document.index, number, &writer)
          writeRows(document.version, document.index, number, &writer)
        }
      }
    }
    return writer.bytes
  }

  private func writeDocument(
    _ document: (index: Int, shown: Int, version: DocumentSet.Version), _ writer: inout JSONWriter
  ) {
    let text = site.guide.locales[document.shown]
    writer.object { writer in
      writer.member("title", document.version.document.title)
      writer.member("url", site.paths.documentURL(document.index, locale))
      guard document.shown != locale else { return }
      writer.member("lang", text.tag)
      writer.member("dir", text.direction.rawValue)
    }
  }

  private func writeSections(
    _ version: DocumentSet.Version, _ document: Int, _ number: Int, _ writer: inout JSONWriter
  ) {
    let facts = version.document
    let firstTitle = facts.headings.first.flatMap { $0.level == 1 ? $0 : nil }
    let lead = [facts.leadText, firstTitle?.text ?? ""].filter { !$0.isEmpty }
    writer.object { writer in
      writer.member("kind", "document")
      writer.member("document", number)
      writer.member("url", site.paths.documentURL(document, locale))
      writer.member("title", facts.title)
      writer.member("text", lead.joined(separator: " "))
    }
    for (heading, id) in zip(facts.headings, version.headingIDs).dropFirst(
      firstTitle == nil ? 0 : 1)
    {
      writer.object { writer in
        writer.member("kind", "section")
        writer.member("document", number)
        writer.member("url", site.paths.documentURL(document, locale, fragment: id))
        writer.member("title", heading.title)
        writer.member("text", heading.text)
      }
    }
  }

  private func writeRows(
    _ version: DocumentSet.Version, _ document: Int, _ number: Int, _ writer: inout JSONWriter
  ) {
    var rowOfID: [String: Int] = [:]
    for index in site.matrix.rowsOfDocument[document] {
      let row = site.matrix.rows[index]
      rowOfID[site.guide.documents[document].responsibilities[row.responsibility].id] = index
    }
    for (fact, id) in zip(version.document.rows, version.rowIDs) {
      writer.object { writer in
        writer.member("kind", rowOfID[id] == nil ? "section" : "responsibility")
        writer.member("document", number)
        writer.member("url", site.paths.documentURL(document, locale, fragment: id))
        writer.member("title", fact.title)
        writer.member("section", fact.heading.map { version.document.headings[$0].title } ?? "")
        writer.member("text", fact.text)
        writer.key("letters")
        writer.object { writer in
          guard let row = rowOfID[id] else { return }
          for (party, assignment) in zip(
            site.guide.settings.parties, site.matrix.rows[row].assignments)
          {
            if let assignment { writer.member(party.text, assignment.letters.text) }
          }
        }
      }
    }
  }
}
