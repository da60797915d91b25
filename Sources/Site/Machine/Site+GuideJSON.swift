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
      writeParties(&writer)
      writeReviews(&writer)
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

  /// The parties with their contacts and members; nothing if the guide has none.
  private func writeParties(_ writer: inout JSONWriter) {
    guard !guide.settings.profiles.isEmpty else { return }
    writer.key("parties")
    writer.array { writer in
      for party in guide.settings.parties {
        let profile = guide.settings.profiles[party.text] ?? PartyProfile()
        writer.object { writer in
          writer.member("id", party.text)
          writer.key("contact")
          writer.object { writer in
            for key in PartyProfile.Contact.keys {
              if let text = profile.contact[key] { writer.member(key, text) }
            }
          }
          writer.key("members")
          writer.array { writer in for name in profile.members { writer.value(name) } }
        }
      }
    }
  }

  /// The approvals that count, each with its state on the day of the build.
  private func writeReviews(_ writer: inout JSONWriter) {
    guard let reviews = guide.reviews else { return }
    writer.key("reviews")
    writer.array { writer in
      for entry in reviews.entries {
        writer.object { writer in
          writer.member("scope", entry.review.scope)
          writer.member("by", entry.review.reviewer)
          writer.member("date", entry.review.date)
          writer.member("until", entry.review.lastDay)
          writer.member("state", entry.state.rawValue)
        }
      }
    }
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
      if let reviews = guide.reviews {
        writer.member("review", reviews.standing(ofDocument: document).state.rawValue)
      }
    }
  }

  /// Changes in the source since a document was translated.
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
      if let reviews = guide.reviews {
        let standing = reviews.standing(ofRow: responsibility.id, in: row.document)
        writer.member("review", standing.state.rawValue)
      }
    }
  }
}
