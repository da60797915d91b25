import Base
import Guide
import Markdown

/// One document as readers of a locale find it.
struct IndexedDocument {
  private let site: Site
  private let document: Int
  private let locale: Int
  private let shown: Int
  private let version: DocumentSet.Version
  private let indexURL: String

  /// Takes the version that readers of the locale are shown; nil if there is none.
  init?(_ site: Site, document: Int, locale: Int) {
    let set = site.guide.documents[document]
    guard let shown = site.guide.shownLocale(of: set, for: locale),
      let version = set.versions[shown]
    else { return nil }
    self.site = site
    self.document = document
    self.locale = locale
    self.shown = shown
    self.version = version
    indexURL = site.paths.url(site.paths.searchIndex(locale))
  }

  /// The document, its sections and its rows, in this order.
  ///
  /// - Throws: `FileError` if the disk does not give the document's texts back.
  func entries() throws -> [SearchEntry] {
    let texts = try version.document.texts()
    return sections(texts) + rows(texts)
  }

  /// The document by itself, as an index of one document.
  func json(_ entries: [SearchEntry]) -> [UInt8] {
    var writer = JSONWriter(capacity: 8192)
    writer.object { writer in
      writer.key("documents")
      writer.array { writeTitle(&$0) }
      writer.key("entries")
      writer.array { writer in
        for entry in entries { entry.write(document: 0, &writer) }
      }
    }
    return writer.bytes
  }

  /// The address of a place in the document, as the index leads there.
  private func address(_ fragment: String? = nil) -> String {
    relativeAddress(
      site.paths.documentURL(document, locale, fragment: fragment), from: indexURL)
  }

  func writeTitle(_ writer: inout JSONWriter) {
    let text = site.guide.locales[shown]
    writer.object { writer in
      writer.member("title", version.document.title)
      writer.member("url", address())
      guard shown != locale else { return }
      writer.member("lang", text.tag)
      writer.member("dir", text.direction.rawValue)
    }
  }

  private func sections(_ texts: DocumentTexts) -> [SearchEntry] {
    let facts = version.document
    let beginsWithTitle = facts.beginsWithTitle
    let lead = [texts.lead, beginsWithTitle ? texts.sections[0] : ""].filter { !$0.isEmpty }
    let opening = SearchEntry(
      kind: "document", url: address(), title: facts.title,
      text: Self.withoutMarks(lead.joined(separator: " ")), section: nil, letters: [])
    let rest = facts.headings.indices.dropFirst(beginsWithTitle ? 1 : 0)
    return [opening]
      + rest.map { index in
        SearchEntry(
          kind: "section",
          url: address(version.headingIDs[index]), title: facts.headings[index].title,
          text: Self.withoutMarks(texts.sections[index]), section: nil,
          letters: [])
      }
  }

  private func rows(_ texts: DocumentTexts) -> [SearchEntry] {
    var rowOfID: [String: Int] = [:]
    for index in site.matrix.rowsOfDocument[document] {
      let row = site.matrix.rows[index]
      rowOfID[site.guide.documents[document].responsibilities[row.responsibility].id] = index
    }
    return version.document.rows.indices.map { index in
      let (fact, id) = (version.document.rows[index], version.rowIDs[index])
      let row = rowOfID[id].map { site.matrix.rows[$0] }
      return SearchEntry(
        kind: row == nil ? "section" : "responsibility",
        url: address(id), title: fact.title,
        text: Self.withoutMarks(texts.description(ofRow: index)),
        section: fact.heading.map { version.document.headings[$0].title } ?? "",
        letters: row.map(letters) ?? [])
    }
  }

  /// A text without the marks of alerts, `[!TIP]`, which pages show as headings.
  static func withoutMarks(_ text: String) -> String {
    var text = text
    let rest = text.withUTF8 { bytes -> [UInt8]? in
      var result: [UInt8] = []
      var (start, position) = (0, 0)
      while true {
        let sign = bytes.first(from: position) { $0.equal(UInt8(ascii: "!")) }
        if sign == bytes.count { break }
        position = sign + 1
        guard sign > start, bytes[sign - 1] == UInt8(ascii: "["),
          let end = endOfMark(bytes, from: position)
        else { continue }
        result += bytes[start..<(sign - 1)]
        (start, position) = (end, end)
      }
      return start == 0 ? nil : result + bytes[start...]
    }
    return rest.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// The end of a mark whose name begins at an offset, with spaces behind it; nil if it isn't one.
  private static func endOfMark(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let name = bytes[start...].prefix { letters.contains($0 | 0x20) }
    guard !name.isEmpty, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: "]")
    else { return nil }
    return bytes[(name.endIndex + 1)...].firstIndex { $0 != UInt8(ascii: " ") } ?? bytes.count
  }

  private func letters(_ row: Matrix.Row) -> [(party: String, letters: String)] {
    zip(site.guide.settings.parties, row.assignments).compactMap { party, assignment in
      assignment.map { (party.text, $0.letters.text) }
    }
  }
}

/// A search result: a responsibility, a section, or the beginning of a document.
struct SearchEntry {
  let kind: String
  let url: String
  let title: String
  let text: String
  /// The heading over a row; nil if the entry is not a row.
  let section: String?
  let letters: [(party: String, letters: String)]

  /// - Parameter document: the document's place in the file's list.
  func write(document: Int, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("kind", kind)
      writer.member("document", document)
      writer.member("url", url)
      writer.member("title", title)
      if let section { writer.member("section", section) }
      writer.member("text", text)
      guard section != nil else { return }
      writer.key("letters")
      writer.object { writer in
        for (party, letters) in letters { writer.member(party, letters) }
      }
    }
  }
}
