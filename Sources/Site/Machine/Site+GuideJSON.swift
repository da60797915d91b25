import Base
import Guide

extension Site {
  /// The version of the format of `guide.json`.
  private static let schemaVersion = 1

  /// The whole site for machines; `schemas/guide-index.schema.json` describes it.
  func guideJSON() -> [UInt8] {
    var writer = JSONWriter(capacity: 65_536)
    writer.object { writer in
      writer.member("version", Self.schemaVersion)
      writer.member("source_locale", guide.settings.sourceLocale)
      writer.member("site_url", guide.settings.siteURL)
      writer.key("locales")
      writer.array { writer in
        for locale in guide.locales {
          writer.object { writer in
            writer.member("tag", locale.tag)
            writer.member("name", locale.name)
            writer.member("dir", locale.direction.rawValue)
          }
        }
      }
      writer.key("documents")
      writer.array { writer in
        for document in guide.documents.indices { write(document: document, &writer) }
      }
      writer.key("responsibilities")
      writer.array { writer in
        for row in matrix.rows { write(row, &writer) }
      }
    }
    return writer.bytes
  }

  private func write(document: Int, _ writer: inout JSONWriter) {
    let set = guide.documents[document]
    writer.object { writer in
      writer.member("key", set.key)
      writer.key("locales")
      writer.object { writer in
        for (index, locale) in guide.locales.enumerated() {
          let state = guide.state(of: set, for: index)
          writer.key(locale.tag)
          writer.object { writer in
            let url = paths.documentURL(document, index)
            writer.member("url", state == .missing ? nil : url)
            writer.member("state", state.rawValue)
            writer.key("freshness")
            write(set.versions[index]?.freshness, &writer)
          }
        }
      }
    }
  }

  /// What happened in the source since a document was translated.
  private func write(_ freshness: Freshness?, _ writer: inout JSONWriter) {
    guard let freshness else {
      writer.value(nil as String?)
      return
    }
    writer.object { writer in
      writer.member("basis", freshness.basis.rawValue)
      writer.member("text_changed", freshness.textChanged)
      writer.member("wording", freshness.count(of: .wording))
      writer.member("owner", freshness.count(of: .owner))
      writer.member("new", freshness.count(of: .new))
    }
  }

  private func write(_ row: Matrix.Row, _ writer: inout JSONWriter) {
    let set = guide.documents[row.document]
    let responsibility = set.responsibilities[row.responsibility]
    writer.object { writer in
      writer.member("id", responsibility.id)
      writer.member("document", set.key)
      writer.member("section", responsibility.section)
      writer.key("locales")
      writer.object { writer in
        for (index, locale) in guide.locales.enumerated() {
          let rendering = guide.rendering(of: responsibility, in: set, for: index)
          writer.key(locale.tag)
          writer.object { writer in
            writer.member("title", rendering?.title)
            writer.member("url", rendering.map { rowURL($0, row, index) })
            writer.member("state", (rendering?.state ?? .missing).rawValue)
            let freshness = guide.freshness(of: responsibility, in: set, for: index)
            writer.member("freshness", freshness?.rawValue)
          }
        }
      }
      writer.key("assignments")
      writer.object { writer in
        for (party, assignment) in zip(guide.settings.parties, row.assignments) {
          guard let assignment else { continue }
          writer.key(party.text)
          writer.object { writer in
            writer.member("letters", assignment.letters.text)
            writer.member("origin", assignment.origin.rawValue)
            if let remark = assignment.remark { writer.member("remark", remark) }
            if let place = assignment.location {
              writer.member("line", place.line)
              writer.member("column", place.column)
            }
          }
        }
      }
    }
  }
}
