import Guide
import Matrix
import Text

extension Site {
  /// The version of the formats of `matrix.json` and `guide.json`.
  static let schemaVersion = 1

  /// The matrix of a locale for machines; `schemas/matrix.schema.json` describes it.
  func matrixJSON(_ locale: Int) -> [UInt8] {
    var writer = JSONWriter(capacity: 16_384)
    writer.object { writer in
      writer.member("version", Self.schemaVersion)
      writer.member("locale", guide.locales[locale].tag)
      writer.member("title", guide.locales[locale].title)
      writer.key("parties")
      writer.array { writer in
        for (party, name) in zip(guide.settings.parties, guide.locales[locale].parties) {
          writer.object { writer in
            writer.member("id", party.text)
            writer.member("name", name.name)
            writer.member("url", paths.url(paths.party(party.text, locale)))
          }
        }
      }
      writer.key("sections")
      writer.array { writer in
        for section in sections(of: 0..<matrix.rows.count) { write(section, locale, &writer) }
      }
    }
    return writer.bytes
  }

  private func write(_ section: Section, _ locale: Int, _ writer: inout JSONWriter) {
    let set = guide.documents[section.document]
    writer.object { writer in
      writer.member("id", section.anchor)
      writer.member("document", set.key)
      writer.member("title", guide.sectionTitle(section.anchor, in: set, for: locale).title)
      writer.key("rows")
      writer.array { writer in
        for index in section.rows { write(matrix.rows[index], set, locale, &writer) }
      }
    }
  }

  private func write(
    _ row: Matrix.Row, _ set: DocumentSet, _ locale: Int, _ writer: inout JSONWriter
  ) {
    let responsibility = set.responsibilities[row.responsibility]
    let rendering = guide.rendering(of: responsibility, in: set, for: locale)
    writer.object { writer in
      writer.member("id", responsibility.id)
      writer.member("title", rendering?.fact.title ?? responsibility.id)
      writer.member("url", rendering.map { rowURL($0, row, locale) })
      writer.member("state", (rendering?.state ?? .missing).rawValue)
      writer.key("assignments")
      writer.object { writer in
        for (party, assignment) in zip(guide.settings.parties, row.assignments) {
          guard let assignment else { continue }
          let link = evidenceURL(row, assignment, locale)
          writer.key(party.text)
          writer.object { writer in
            writer.member("letters", assignment.letters.text)
            writer.member("origin", assignment.origin.rawValue)
            writer.member("evidence", link.isEvidence ? link.url : nil)
          }
        }
      }
    }
  }
}
