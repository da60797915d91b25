import Base

extension MatrixTable {
  /// The version of the format.
  private static let version = 1

  /// For programs; `schemas/matrix.schema.json` describes it.
  func json() -> [UInt8] {
    var writer = JSONWriter(capacity: 16_384)
    writer.object { writer in
      writer.member("version", Self.version)
      writer.member("locale", locale.tag)
      writer.member("title", locale.title)
      writer.key("parties")
      writer.array { writer in
        for party in parties {
          writer.object { writer in
            writer.member("id", party.id)
            writer.member("name", party.name)
            writer.member("url", party.url)
          }
        }
      }
      writer.key("sections")
      writer.array { writer in
        for section in sections { write(section, &writer) }
      }
    }
    return writer.bytes
  }

  private func write(_ section: Section, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", section.id)
      writer.member("document", section.document)
      writer.member("title", section.title)
      writer.key("rows")
      writer.array { writer in
        for row in section.rows { write(row, &writer) }
      }
    }
  }

  private func write(_ row: Row, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", row.id)
      writer.member("title", row.title)
      writer.member("url", row.url)
      writer.member("state", row.state.rawValue)
      if let review = row.review { writer.member("review", review.rawValue) }
      writer.key("assignments")
      writer.object { writer in
        for (party, cell) in zip(parties, row.cells) {
          guard let cell else { continue }
          writer.key(party.id)
          writer.object { writer in
            writer.member("letters", cell.letters.text)
            writer.member("origin", cell.origin.rawValue)
            writer.member("evidence", cell.evidence)
            if let remark = cell.remark { writer.member("remark", remark) }
          }
        }
      }
    }
  }
}
