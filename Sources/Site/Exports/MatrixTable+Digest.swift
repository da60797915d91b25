import Base

extension MatrixTable {
  /// A digest of all that exports contain except the words and names of the locale; nil if memory
  /// runs out.
  public var digest: Digest? {
    guard let digest = ContentDigest() else { return nil }
    digest.add(siteURL ?? "")
    for party in parties {
      for text in [party.id, party.name, party.url] { digest.add(text) }
    }
    digest.add(sections.count)
    for section in sections {
      for text in [section.id, section.title, section.document, section.documentTitle] {
        digest.add(text)
      }
      digest.add(section.rows.count)
      for row in section.rows { row.add(to: digest) }
    }
    return digest.value
  }
}

extension MatrixTable.Row {
  fileprivate func add(to digest: borrowing ContentDigest) {
    for text in [id, title, url ?? "", state.rawValue, review?.rawValue ?? ""] { digest.add(text) }
    for cell in cells {
      guard let cell else {
        digest.add(0)
        continue
      }
      digest.add(Int(cell.letters.rawValue))
      digest.add(cell.origin.rawValue)
      digest.add(cell.evidence ?? "")
      digest.add(cell.remark ?? "")
    }
  }
}
