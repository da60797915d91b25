import Base
import Markdown

/// Gives ids to the items of one page, each id once.
///
/// Rows come first, because their ids are the guide's. Then come explicit anchors, and then
/// headings, by the source's ids if they are aligned, or by their own slugs.
struct PageIDs {
  private let document: Document
  private let locale: String
  private var ids: IdentifierSet
  /// The id of each heading.
  private(set) var headingIDs: [String] = []
  /// The locale's own slugs for headings that carry another id.
  private(set) var aliases: [String: String] = [:]
  /// The ids of each footnote: its own, then those of the references to it.
  private(set) var footnoteIDs: [[String]] = []
  /// Anchors that are there twice.
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter promised: the ids of the document's responsibilities.
  init(_ document: Document, promised: Set<String>, locale: String) {
    self.document = document
    self.locale = locale
    ids = IdentifierSet(reserved: promised)
    for (index, footnote) in document.footnotes.enumerated() {
      let slug = asciiSlug(footnote.label)
      let name = slug.isEmpty ? "\(index + 1)" : slug
      let own = ids.takeNumbered("fn-" + name)
      footnoteIDs.append(
        [own] + (0..<footnote.useCount).map { _ in ids.takeNumbered("fnref-" + name) })
    }
  }

  /// Names the headings.
  ///
  /// - Parameters:
  ///   - aligned: the source's heading for each heading; empty for the source itself.
  ///   - sourceIDs: the ids of the source's headings.
  mutating func nameHeadings(aligned: [Int?], sourceIDs: [String]) {
    var named = [String?](repeating: nil, count: document.headings.count)
    for (index, heading) in document.headings.enumerated() {
      guard let anchor = heading.anchor, isUsable(anchor, at: heading.location) else { continue }
      if ids.take(anchor) { named[index] = anchor } else { reportDuplicate(anchor, heading) }
    }
    for index in document.headings.indices where named[index] == nil {
      guard let match = aligned.indices.contains(index) ? aligned[index] : nil,
        ids.take(sourceIDs[match])
      else { continue }
      named[index] = sourceIDs[match]
    }
    let slugs = document.headings.map { slug($0.title) }
    for (index, slug) in slugs.enumerated() where named[index] == nil {
      named[index] = ids.takeNumbered(slug.isEmpty ? "section" : slug)
    }
    headingIDs = named.compactMap { $0 }
    for (slug, id) in zip(slugs, headingIDs) where slug != id && aliases[slug] == nil {
      aliases[slug] = id
    }
  }

  /// Names the groups of rows; those of one title under one heading are one section.
  mutating func nameGroups(_ groups: [Document.Group]) -> [String] {
    var known: [String: String] = [:]
    return groups.map { group in
      let heading = document.tables[group.table].heading
      let place = "\(heading ?? -1) \(group.title)"
      if let id = known[place] { return id }
      let slug = asciiSlug(group.title)
      let id = takeGroup(slug.isEmpty ? "group" : slug)
      known[place] = id
      return id
    }
  }

  /// Takes an id for a group of rows.
  mutating func takeGroup(_ id: String) -> String { ids.takeNumbered(id) }

  /// Takes an id for a row of its own, which no other row of the document has in any locale.
  mutating func takeNumbered(_ id: String, besides others: IdentifierSet) -> String {
    ids.takeNumbered(id, besides: others)
  }

  /// A row's id and the line of its title.
  private struct RowPlace: Hashable {
    let line: Int
    let id: String
  }

  /// Places the anchors of running text; reports for each whether its id is the only one.
  ///
  /// An anchor in the line of the row that has its id is not a second one.
  mutating func placeAnchors(of rows: [Document.Row], rowIDs: [String]) -> [Bool] {
    if document.anchors.isEmpty { return [] }
    let places = Set(zip(rows, rowIDs).map { RowPlace(line: $0.location.line, id: $1) })
    return document.anchors.map { anchor in
      guard isUsable(anchor.name, at: anchor.location) else { return false }
      if ids.take(anchor.name) { return true }
      if places.contains(.init(line: anchor.location.line, id: anchor.name)) { return false }
      diagnostics.append(
        Diagnostic(
          .anchorDuplicate, "the anchor '\(anchor.name)' already exists on this page",
          at: anchor.location, locale: locale))
      return false
    }
  }

  /// All ids of the page, of promised ones only those that a row has.
  func all(with rowIDs: [String]) -> Set<String> {
    var result = Set(headingIDs)
    result.formUnion(rowIDs)
    for ids in footnoteIDs { result.formUnion(ids) }
    result.formUnion(document.anchors.map(\.name).filter(ids.ids.contains))
    return result
  }

  /// Whether an anchor can be an id of the page; reports one that cannot.
  ///
  /// White space has no place in an id; a leading underscore is the templates' own, and a dot with
  /// a number behind it the clauses'.
  private mutating func isUsable(_ anchor: String, at location: SourceLocation) -> Bool {
    let hasSpace = anchor.unicodeScalars.contains { scalar in
      scalar.isASCII
        ? scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
        : scalar.properties.isWhitespace
    }
    let number = anchor.utf8.reversed().prefix(while: isDigit).count
    let isClause = number > 0 && anchor.utf8.dropLast(number).last == UInt8(ascii: ".")
    guard hasSpace || isClause || anchor.utf8.first == UInt8(ascii: "_") else { return true }
    diagnostics.append(
      Diagnostic(
        .anchorInvalid, "'\(anchor)' is not a valid anchor", at: location, locale: locale,
        hint: "use no white space, no leading '_', and no '.' and number at the end"))
    return false
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private mutating func reportDuplicate(_ anchor: String, _ heading: Document.Heading) {
    diagnostics.append(
      Diagnostic(
        .anchorDuplicate, "the anchor '\(anchor)' already exists on this page",
        at: heading.location,
        locale: locale, hint: "rename one; headings, rows, and anchors of a page share their names")
    )
  }
}
