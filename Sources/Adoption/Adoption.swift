import Base
import Guide
import Markdown

/// Makes a guide of loose translations: which locale is the source, which parties there are, and
/// an id for every row.
///
/// Each section of a responsibility table becomes a party that does its rows and answers for them,
/// until someone who knows writes the real letters.
public struct Adoption {
  /// A file of the new guide.
  public struct File: Sendable {
    /// Its path in the guide's folder.
    public let path: String
    /// Its bytes.
    public let bytes: [UInt8]
  }

  private struct Section {
    let anchor: String
    let party: String
    let rows: [String]
    let key: String
    let locale: String
    let heading: Int
  }

  private let documents: [AdoptedDocument]
  private let assets: [File]
  /// The locale that the others are translated from.
  public let source: String
  private let locales: [String]

  /// Chooses the source: the locale asked for, else the one translated last; where no file tells
  /// when that was, the one with most documents, English among equals.
  ///
  /// - Throws: `AdoptionError` if no document is in the locale that was asked for.
  public init(_ documents: [AdoptedDocument], assets: [File], source: String?) throws {
    self.documents = documents
    self.assets = assets
    let tags = Set(documents.map(\.locale)).sorted()
    if let source, !tags.contains(source) {
      throw AdoptionError.sourceUnknown(source, known: tags)
    }
    func rank(_ tag: String) -> (String, Int, Int) {
      let own = documents.filter { $0.locale == tag }
      let newest = own.compactMap(\.document.metadata.handoffDate).max() ?? ""
      return (newest, own.count, tag.hasPrefix("en") ? 1 : 0)
    }
    // Of equals the first tag counts, as `max` would take the last.
    let chosen = source ?? tags.reversed().max { rank($0) < rank($1) } ?? ""
    self.source = chosen
    locales = [chosen] + tags.filter { $0 != chosen }
  }

  /// The files of the guide, by their path in it.
  ///
  /// - Throws: `FileError` if a text that waits on the disk cannot be read.
  public func files() throws(FileError) -> [File] {
    var makers = IdentifierMaker()
    let sources = sourceDocuments
    var sections: [Section] = []
    for adopted in sources { sections += try self.sections(of: adopted, &makers) }
    var files = [file("content/guide.yml", guideFile(sections))]
    for key in sources.map(\.key) where sections.contains(where: { $0.key == key }) {
      files.append(file("content/raci/\(key).yml", raciFile(sections.filter { $0.key == key })))
    }
    for locale in locales {
      files.append(file("content/\(locale)/locale.yml", try localeFile(locale, sections)))
    }
    for document in documents {
      files.append(
        .init(path: "content/\(document.locale)/\(document.key).md", bytes: document.bytes))
    }
    return files + assets
  }

  /// Each document in the source locale, or in the first that has it.
  private var sourceDocuments: [AdoptedDocument] {
    let keys = Set(documents.map(\.key)).sorted()
    return keys.compactMap { key in
      locales.lazy.compactMap { tag in
        documents.first { $0.key == key && $0.locale == tag }
      }.first
    }
  }

  private func file(_ path: String, _ text: String) -> File {
    File(path: path, bytes: Array(text.utf8))
  }

  /// The sections of a source document that hold rows, with ids for them.
  private func sections(
    of adopted: AdoptedDocument, _ parties: inout IdentifierMaker
  ) throws(FileError) -> [Section] {
    let (set, _) = try DocumentSetBuilder.build(
      key: adopted.key, raci: nil, versions: [adopted.document], sourceIndex: 0,
      locales: [adopted.locale])
    guard let version = set.versions.first.flatMap({ $0 }) else { return [] }
    let document = version.document
    var rowIDs = IdentifierMaker()
    var result: [Section] = []
    let headings = document.rows.compactMap(\.heading)
    for heading in Set(headings).sorted() {
      let anchor = version.headingIDs[heading]
      let rows = document.rows.filter { $0.heading == heading }
      let ids = rows.enumerated().map { number, row in
        let links = document.links[row.links].map(\.destination)
        return rowIDs.id(for: row, links: links, section: anchor, number: number + 1)
      }
      let slug = asciiSlug(anchor)
      let party = parties.takeNumbered(slug.isEmpty ? "party" : String(slug.prefix(60)))
      result.append(
        .init(
          anchor: anchor, party: party, rows: ids, key: adopted.key, locale: adopted.locale,
          heading: heading))
    }
    return result
  }

  private func guideFile(_ sections: [Section]) -> String {
    """
    # What holds for the guide in every language.
    source_locale: \(source)
    locales: [\(locales.joined(separator: ", "))]
    base_path: /

    # The columns of the matrix. To begin with there is one for each section of the text.
    parties: [\(sections.map(\.party).joined(separator: ", "))]
    \(linkRules())
    """
  }

  /// A proposal, as a comment, for the folders outside the guide that links lead to.
  private func linkRules() -> String {
    let folders = documents.flatMap { adopted in
      adopted.document.links.compactMap { link -> String? in
        guard link.destination.hasPrefix("../"), let end = link.destination.lastIndex(of: "/")
        else { return nil }
        return String(link.destination[...end])
      }
    }
    let rules = Set(folders).sorted().map { folder in
      let name = folder.split(separator: "/").last ?? ""
      return """
        #   - prefix: \(yamlQuoted(folder))
        #     to: \(yamlQuoted("https://example.com/{locale}/\(name)/"))
        """
    }
    guard !rules.isEmpty else { return "" }
    return """

      # Documents that the text links to and this guide does not hold. Say where they are:
      # links:
      \(rules.joined(separator: "\n"))

      """
  }

  private func raciFile(_ sections: [Section]) -> String {
    var lines = [
      "# The letters of this document: R does the work, A answers for it, C is asked, I is told.",
      "# Rows that say nothing inherit their section's letters.", "sections:",
    ]
    for section in sections {
      lines.append("  \(yamlQuoted(section.anchor)):")
      lines.append("    raci: {\(section.party): RA}")
      lines.append("    responsibilities:")
      lines += section.rows.map { "      \($0): {}" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The title and the parties' names, both from the locale's own text.
  private func localeFile(
    _ locale: String, _ sections: [Section]
  ) throws(FileError) -> String {
    let own = documents.filter { $0.locale == locale }
    let home = own.first { $0.key == "index" } ?? own.first
    var lines = ["title: \(yamlQuoted(home?.document.title ?? locale))"]
    if !sections.isEmpty { lines.append("parties:") }
    for section in sections {
      lines.append("  \(section.party): \(yamlQuoted(try partyName(section, own)))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The heading that the translation gives the section, else the source's.
  private func partyName(
    _ section: Section, _ own: [AdoptedDocument]
  ) throws(FileError) -> String {
    let original = documents.first { $0.key == section.key && $0.locale == section.locale }
    let translation = own.first { $0.key == section.key && $0.locale != section.locale }
    let pair = [original, translation].compactMap { $0 }
    if pair.isEmpty { return section.party }
    let (set, _) = try DocumentSetBuilder.build(
      key: section.key, raci: nil, versions: pair.map(\.document), sourceIndex: 0,
      locales: pair.map(\.locale))
    for version in set.versions.reversed() {
      guard let version, let heading = version.headingIDs.firstIndex(of: section.anchor) else {
        continue
      }
      return version.document.headings[heading].title
    }
    return section.party
  }
}
