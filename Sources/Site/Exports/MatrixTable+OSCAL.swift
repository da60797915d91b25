import Base
import Guide

extension MatrixTable {
  /// The version of OSCAL that the model is written for.
  private static let oscalVersion = "1.1.3"

  /// An OSCAL component definition (NIST, Open Security Controls Assessment Language): a component per
  /// document, an implemented requirement per responsibility, and who is responsible for it.
  ///
  /// The letters are OSCAL roles, and the guide's parties are OSCAL parties. UUIDs follow from what they
  /// name, so the same guide gives the same bytes.
  ///
  /// - Parameter date: the day of the last change, `2026-01-31`.
  func oscal(date: String) -> [UInt8] {
    var writer = JSONWriter(capacity: 16_384)
    writer.object { writer in
      writer.key("component-definition")
      writer.object { writer in
        writer.member("uuid", Self.uuid(["guide", locale.tag, locale.title]))
        writeMetadata(date, &writer)
        let documents = components
        guard !documents.isEmpty else { return }
        writer.key("components")
        writer.array { writer in
          for document in documents { write(document, &writer) }
        }
      }
    }
    return writer.bytes
  }

  /// The sections of each document.
  private var components: [[Section]] {
    var result: [[Section]] = []
    for section in sections where !section.rows.isEmpty {
      if result.last?.last?.document == section.document {
        result[result.count - 1].append(section)
      } else {
        result.append([section])
      }
    }
    return result
  }

  private func writeMetadata(_ date: String, _ writer: inout JSONWriter) {
    writer.key("metadata")
    writer.object { writer in
      writer.member("title", Self.text(locale.title))
      writer.member("last-modified", "\(date)T00:00:00Z")
      writer.member("version", date)
      writer.member("oscal-version", Self.oscalVersion)
      writer.key("roles")
      writer.array { writer in
        for letter in letters.letters {
          writer.object { writer in
            writer.member("id", Self.role(of: letter))
            writer.member("title", Self.text(locale.strings[letter.word]))
          }
        }
      }
      guard !parties.isEmpty else { return }
      writer.key("parties")
      writer.array { writer in
        for party in parties {
          writer.object { writer in
            writer.member("uuid", Self.uuid(["party", party.id]))
            writer.member("type", "organization")
            writer.member("name", Self.text(party.name))
            writer.member("short-name", party.id)
          }
        }
      }
    }
  }

  private func write(_ document: [Section], _ writer: inout JSONWriter) {
    guard let first = document.first else { return }
    let title = Self.text(first.documentTitle)
    writer.object { writer in
      writer.member("uuid", Self.uuid(["component", first.document]))
      writer.member("type", "service")
      writer.member("title", title)
      writer.member("description", title)
      writer.key("control-implementations")
      writer.array { writer in
        for section in document {
          writer.object { writer in
            writer.member("uuid", Self.uuid(["section", section.document, section.id]))
            writer.member("source", (siteURL ?? "") + "/guide.json")
            writer.member("description", Self.text(section.title))
            writer.key("implemented-requirements")
            writer.array { writer in
              for row in section.rows { write(row, section.document, &writer) }
            }
          }
        }
      }
    }
  }

  private func write(_ row: Row, _ document: String, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("uuid", Self.uuid(["row", document, row.id]))
      writer.member("control-id", Self.token(row.id))
      writer.member("description", Self.text(row.title))
      let url = absoluteURL(row)
      if !url.isEmpty {
        writer.key("links")
        writer.array { writer in
          writer.object { writer in
            writer.member("href", url)
            writer.member("rel", "reference")
          }
        }
      }
      writeRoles(row, &writer)
    }
  }

  /// The parties that have each letter.
  private func writeRoles(_ row: Row, _ writer: inout JSONWriter) {
    let roles = letters.letters.compactMap { letter -> (String, [String])? in
      let holders = zip(parties, row.cells).filter { $1?.letters.contains(letter.set) ?? false }
      return holders.isEmpty ? nil : (Self.role(of: letter), holders.map { $0.0.id })
    }
    guard !roles.isEmpty else { return }
    writer.key("responsible-roles")
    writer.array { writer in
      for (role, holders) in roles {
        writer.object { writer in
          writer.member("role-id", role)
          writer.key("party-uuids")
          writer.array { writer in
            for holder in holders { writer.value(Self.uuid(["party", holder])) }
          }
        }
      }
    }
  }

  /// The OSCAL role of a letter.
  private static func role(of letter: LetterScheme.Letter) -> String {
    switch letter.word {
    case "raci_r": "responsible"
    case "raci_a": "accountable"
    case "raci_c": "consulted"
    case "raci_i": "informed"
    case "raci_s": "support"
    case "daci_d": "driver"
    case "daci_a": "approver"
    case "daci_c": "contributor"
    default: "letter-" + letter.character.lowercased()
    }
  }

  /// A text that is never empty.
  private static func text(_ text: String) -> String { text.isEmpty ? "–" : text }

  /// A name as OSCAL's tokens are: a letter or an underscore first.
  private static func token(_ id: String) -> String {
    let isLetter = id.unicodeScalars.first?.properties.isAlphabetic ?? false
    return isLetter ? id : "_" + id
  }

  /// A UUID of names, by its form one of version 5 (RFC 9562, section 5.5) with another digest.
  private static func uuid(_ names: [String]) -> String {
    guard let digest = ContentDigest() else { return "00000000-0000-5000-8000-000000000000" }
    for name in names { digest.add(name) }
    var digits = Array(digest.hexadecimal.utf8.prefix(32))
    while digits.count < 32 { digits.append(UInt8(ascii: "0")) }
    digits[12] = UInt8(ascii: "5")
    digits[16] = UInt8(ascii: "8")
    var result: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { result.append(UInt8(ascii: "-")) }
      result.append(digit)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
