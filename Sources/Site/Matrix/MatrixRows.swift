import Base
import Guide

/// The rows of a matrix that is too large for one page, as its script reads them.
///
/// One file says which letters every row has, so that a reader can filter all of them at once.
/// Titles and addresses are in files of `rowsInFile` rows, which are fetched when they come into
/// sight. The formats are `schemas/matrix-rows.schema.json` and
/// `schemas/matrix-titles.schema.json`.
struct MatrixRows {
  static let version = 1
  static let rowsInFile = 250

  /// How many files of titles a matrix of so many rows has.
  static func fileCount(_ rows: Int) -> Int { (rows + rowsInFile - 1) / rowsInFile }

  /// The file of some rows' titles, beside the file of all letters.
  static func titleFile(_ number: Int) -> String { "rows/\(number).json" }

  /// The letters of a party in a row.
  private struct Held: Hashable {
    let party: Int
    let letters: String
    let isInherited: Bool
  }

  private let site: Site
  private let locale: Int

  init(_ site: Site, locale: Int) {
    self.site = site
    self.locale = locale
  }

  /// Makes the files and hands them over one by one, the one with which readers begin at the end.
  func make(_ take: (_ path: String, _ bytes: [UInt8]) throws -> Void) throws {
    let folder = site.paths.matrix(locale)
    let rows = site.matrix.rows
    for number in 0..<Self.fileCount(rows.count) {
      let start = number * Self.rowsInFile
      let end = min(start + Self.rowsInFile, rows.count)
      try take(folder + Self.titleFile(number), titles(rows[start..<end]))
    }
    try take(site.paths.matrixRows(locale), letters())
  }

  /// Parties, documents, sections, and which pattern of letters each row has.
  private func letters() -> [UInt8] {
    let sections = site.sections(of: site.matrix.rows.indices)
    var writer = JSONWriter(capacity: 65_536)
    writer.object { writer in
      writer.member("version", Self.version)
      writer.member("locale", site.guide.locales[locale].tag)
      writer.member("rows_per_file", Self.rowsInFile)
      writer.key("parties")
      writer.array { writer in
        for party in site.guide.settings.parties { writer.value(party.text) }
      }
      let documents = site.responsibilityDocuments
      writer.key("documents")
      writer.array { writer in
        for document in documents { write(document: document, &writer) }
      }
      var numbers: [Int: Int] = [:]
      for (number, document) in documents.enumerated() { numbers[document] = number }
      writer.key("sections")
      writer.array { writer in
        for section in sections {
          write(section, document: numbers[section.document] ?? 0, &writer)
        }
      }
      writePatterns(&writer)
    }
    return writer.bytes
  }

  /// An address as the files say it: from the site's root; in a site on a disk, from the first file.
  private func address(_ url: String) -> String {
    site.isOffline
      ? relativeAddress(url, from: site.paths.url(site.paths.matrixRows(locale))) : url
  }

  private func write(document: Int, _ writer: inout JSONWriter) {
    let set = site.guide.documents[document]
    let shown = site.guide.nearestLocale(of: set, for: locale) ?? locale
    let page = site.guide.shownLocale(of: set, for: locale) == nil ? shown : locale
    writer.object { writer in
      writer.member("key", set.key)
      writer.member("prefix", site.paths.matrixAnchor("", ofDocument: document))
      writer.member("title", site.documentTitle(document, locale))
      writer.member("url", address(site.paths.documentURL(document, page)))
      write(language: shown, &writer)
    }
  }

  private func write(
    _ section: Site.Section, document: Int, _ writer: inout JSONWriter
  ) {
    let link = site.link(to: section, locale)
    writer.object { writer in
      writer.member("document", document)
      writer.member(
        "key", site.paths.matrixAnchor(section.anchor, ofDocument: section.document))
      writer.member("title", link.title)
      writer.member("url", address(link.url))
      writer.member("count", section.rows.count)
      write(language: link.locale, &writer)
    }
  }

  private func write(language shown: Int, _ writer: inout JSONWriter) {
    guard shown != locale else { return }
    writer.member("lang", site.guide.locales[shown].tag)
    writer.member("dir", site.guide.locales[shown].direction.rawValue)
  }

  /// The patterns of letters, and the runs of rows that have them: `3*12` says that pattern 3 comes
  /// 38 times, both in base 36.
  private func writePatterns(_ writer: inout JSONWriter) {
    var known: [[Held]: Int] = [:]
    var patterns: [[Held]] = []
    var runs: [(pattern: Int, count: Int)] = []
    for row in site.matrix.rows {
      let pattern = row.assignments.enumerated().compactMap { party, assignment in
        assignment.map {
          Held(party: party, letters: $0.letters.text, isInherited: $0.origin == .inherited)
        }
      }
      let number = known[pattern] ?? patterns.count
      if number == patterns.count {
        known[pattern] = number
        patterns.append(pattern)
      }
      if runs.last?.pattern == number {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((number, 1))
      }
    }
    writer.key("patterns")
    writer.array { writer in
      for pattern in patterns {
        writer.array { writer in
          for held in pattern {
            writer.array { writer in
              writer.value(held.party)
              writer.value(held.letters)
              if held.isInherited { writer.value(1) }
            }
          }
        }
      }
    }
    let list = runs.map { run in
      let pattern = String(run.pattern, radix: 36)
      return run.count == 1 ? pattern : pattern + "*" + String(run.count, radix: 36)
    }
    writer.member("rows", list.joined(separator: ","))
  }

  /// The ids and titles of rows, with the special properties of some.
  private func titles(_ rows: ArraySlice<Matrix.Row>) -> [UInt8] {
    var writer = JSONWriter(capacity: 32_768)
    writer.object { writer in
      writer.member("version", Self.version)
      writer.key("rows")
      writer.array { writer in
        for row in rows { write(row, &writer) }
      }
    }
    return writer.bytes
  }

  private func write(_ row: Matrix.Row, _ writer: inout JSONWriter) {
    let set = site.guide.documents[row.document]
    let responsibility = set.responsibilities[row.responsibility]
    let rendering = site.guide.rendering(of: responsibility, in: set, for: locale)
    let notices = site.notices(of: row, rendering, locale)
    let shown = rendering?.locale ?? site.guide.sourceIndex
    let evidence = row.assignments.enumerated().compactMap { party, assignment in
      assignment?.evidence.flatMap { clause in
        clause <= rendering?.clauseCount ?? 0
          ? (party: site.guide.settings.parties[party].text, clause: clause) : nil
      }
    }
    writer.array { writer in
      writer.value(responsibility.id)
      writer.value(rendering?.title ?? responsibility.id)
      guard shown != locale || !notices.isEmpty || !evidence.isEmpty else { return }
      writer.object { writer in
        if shown != locale {
          write(language: shown, &writer)
          let url = rendering.map { site.rowURL($0, row, locale) }
          writer.member("url", address(url ?? site.paths.url(site.paths.matrix(locale))))
        }
        if !evidence.isEmpty {
          writer.key("evidence")
          writer.object { writer in
            for item in evidence { writer.member(item.party, item.clause) }
          }
        }
        guard !notices.isEmpty else { return }
        writer.key("notices")
        writer.array { writer in
          for notice in notices {
            writer.object { writer in
              writer.member("kind", notice.kind)
              writer.member("text", notice.text)
            }
          }
        }
      }
    }
  }
}
