import Guide
import Markdown
import Mustache

/// Two versions of a document side by side, heading by heading and row by row, for translators.
///
/// Only the preview shows it; the published site has no such page.
public struct ComparePage {
  private let site: Site
  private let document: Int
  private let left: Int
  private let right: Int
  /// Whether to leave out the parts that both versions have alike.
  private let isReduced: Bool
  /// The row of the matrix of each responsibility.
  private let rowOfID: [String: Matrix.Row]

  /// Compares versions; nil if the guide has no such document or locale.
  ///
  /// - Parameters:
  ///   - document: the document's key.
  ///   - left: the locale on the left, usually the source.
  ///   - right: the locale on the right, in whose words the page speaks.
  ///   - onlyDifferences: whether to leave out the parts that both have and that are up to date.
  public init?(
    _ site: Site, document: String, left: String, right: String, onlyDifferences: Bool = false
  ) {
    let locales = site.guide.locales.map(\.tag)
    guard let document = site.guide.documents.firstIndex(where: { $0.key == document }),
      let left = locales.firstIndex(of: left), let right = locales.firstIndex(of: right)
    else { return nil }
    self.site = site
    self.document = document
    self.left = left
    self.right = right
    isReduced = onlyDifferences
    let responsibilities = site.guide.documents[document].responsibilities
    rowOfID = Dictionary(
      site.matrix.rowsOfDocument[document].map { index in
        let row = site.matrix.rows[index]
        return (responsibilities[row.responsibility].id, row)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The page.
  ///
  /// - Throws: `TemplateError` if `compare.mustache` cannot be rendered, `FileError` if the disk
  ///   does not give a version's texts back.
  public func render() throws -> [UInt8] {
    let here = site.guide.locales[right]
    let title = site.documentTitle(document, right)
    let sections = try sections()
    return try site.render(
      "compare",
      [
        "lang": .text(here.tag), "dir": .text(here.direction.rawValue),
        "page_title": .text(
          strings.filled("page_title_pattern", ["page": title, "guide": here.title])),
        "title": .text(title), "key": .text(set.key), "assets": site.contexts[right].assets,
        "t": site.contexts[right].words, "left": side(left), "right": side(right),
        "choices": .list(
          site.guide.locales.indices.map { index in
            [
              "tag": .text(site.guide.locales[index].tag),
              "name": .text(site.guide.locales[index].name),
              "is_left": .bool(index == left), "is_right": .bool(index == right),
            ]
          }), "sections": .list(sections), "is_reduced": .bool(isReduced),
        "is_alike": .bool(sections.isEmpty),
      ], on: nil)
  }

  /// A version with its texts.
  private struct Side {
    let version: DocumentSet.Version
    let texts: DocumentTexts
    /// The headings and rows by their ids, and the rows by their headings.
    let headingOfID: [String: Int]
    let rowOfID: [String: Int]
    let rowsOfHeading: [Int?: [Int]]

    init(_ version: DocumentSet.Version) throws {
      self.version = version
      texts = try version.document.texts()
      headingOfID = Self.places(version.headingIDs)
      rowOfID = Self.places(version.rowIDs)
      let rows = version.document.rows
      rowsOfHeading = Dictionary(grouping: rows.indices) { rows[$0].heading }
    }

    private static func places(_ ids: [String]) -> [String: Int] {
      Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    }
  }

  private var set: DocumentSet { site.guide.documents[document] }
  private var strings: StringTable { site.guide.locales[right].strings }

  private func side(_ locale: Int) -> Value {
    let tag = site.guide.locales[locale]
    let version = set.versions[locale]
    let state = site.guide.state(of: set, for: locale)
    return [
      "name": .text(tag.name), "lang": .text(tag.tag), "dir": .text(tag.direction.rawValue),
      "path": version.map { .text($0.document.path) } ?? .null,
      "url": version == nil ? .null : .address(site.paths.documentURL(document, locale)),
      "state": .text(state.rawValue), "state_label": .text(strings["state_\(state.rawValue)"]),
      "state_symbol": .text(strings["state_symbol_\(state.rawValue)"]),
    ]
  }

  /// The text before the first heading, then the text under each heading of either side.
  private func sections() throws -> [Value] {
    let sides = try [set.versions[left], set.versions[right]].map { try $0.map(Side.init) }
    let headings = sides.map { $0?.version.headingIDs ?? [] }
    let known = Set(headings[0])
    let ids = headings[0] + headings[1].filter { !known.contains($0) }
    return ([nil] + ids.map { $0 }).compactMap { section($0, sides) }
  }

  private func section(_ id: String?, _ sides: [Side?]) -> Value? {
    let places = sides.map { side in id.flatMap { side?.headingOfID[$0] } }
    let texts = zip(sides, places).map { side, place -> String in
      guard let side else { return "" }
      if id == nil { return side.texts.lead }
      return place.map { side.texts.sections[$0] } ?? ""
    }
    let rows = rows(under: places, sides, isLead: id == nil)
    if id == nil, rows.isEmpty, texts.allSatisfy(\.isEmpty) { return nil }
    let hasText = !isReduced || differ(texts)
    if isReduced, rows.isEmpty, !hasText, id == nil || !places.contains(nil) { return nil }
    return [
      "id": id.map { .text($0) } ?? .null,
      "heading": id == nil
        ? .null
        : [
          "left": title(sides[0]?.version, places[0], left),
          "right": title(sides[1]?.version, places[1], right),
        ], "has_text": .bool(hasText && !texts.allSatisfy(\.isEmpty)),
      "left_text": paragraphs(texts[0]), "right_text": paragraphs(texts[1]),
      "left": tongue(left), "right": tongue(right), "rows": .list(rows),
    ]
  }

  private func title(_ version: DocumentSet.Version?, _ place: Int?, _ locale: Int) -> Value {
    guard let version, let place else { return ["missing": true] }
    let heading = version.document.headings[place]
    return [
      "text": .text(heading.title), "place": .text(heading.location.description),
      "lang": .text(site.guide.locales[locale].tag),
      "dir": .text(site.guide.locales[locale].direction.rawValue),
    ]
  }

  private func tongue(_ locale: Int) -> Value {
    let tag = site.guide.locales[locale]
    return ["lang": .text(tag.tag), "dir": .text(tag.direction.rawValue)]
  }

  private func paragraphs(_ text: String) -> Value {
    .list(text.split(separator: "\n").map { ["text": .text(String($0))] })
  }

  /// The rows whose heading this is on the left; those that the left lacks, by the right's.
  private func rows(
    under places: [Int?], _ sides: [Side?], isLead: Bool
  ) -> [Value] {
    func ids(_ index: Int) -> [String] {
      guard let side = sides[index], isLead || places[index] != nil else { return [] }
      return (side.rowsOfHeading[places[index]] ?? []).map { side.version.rowIDs[$0] }
    }
    return (ids(0) + ids(1).filter { sides[0]?.rowOfID[$0] == nil })
      .filter { !isReduced || differs($0, sides) }.map { row($0, sides) }
  }

  /// Whether a row is on only one side, has other clauses there, or changed in the source since.
  private func differs(_ id: String, _ sides: [Side?]) -> Bool {
    let counts = sides.map { side in
      side.flatMap { side in
        side.rowOfID[id].map { side.texts.clauses[$0].count }
      }
    }
    return counts[0] == nil || counts[0] != counts[1]
      || [left, right].contains { !changes(id, $0).isEmpty }
  }

  /// Whether a text is on only one side, or may be behind its source.
  private func differ(_ texts: [String]) -> Bool {
    let isBehind = [left, right].contains { set.versions[$0]?.freshness?.textChanged ?? false }
    return Set(texts.map(\.isEmpty)).count > 1 || (isBehind && !texts.allSatisfy(\.isEmpty))
  }

  /// Changes to a row in the source since a side was translated.
  private func changes(_ id: String, _ locale: Int) -> [(kind: String, text: String)] {
    guard let row = rowOfID[id] else { return [] }
    let responsibility = set.responsibilities[row.responsibility]
    return site.changeNotices(of: responsibility, in: set, shown: locale, on: right).map {
      ($0.kind, $0.text)
    }
  }

  private func notices(_ id: String, _ locale: Int) -> Value {
    .list(
      changes(id, locale).map {
        [
          "kind": .text($0.kind), "text": .text($0.text),
          "tongue": locale == right ? .null : tongue(right),
        ]
      })
  }

  private func row(_ id: String, _ sides: [Side?]) -> Value {
    let halves = zip(sides, [left, right]).map { side, locale -> Value in
      guard let side, let index = side.rowOfID[id] else {
        return ["missing": true]
      }
      let fact = side.version.document.rows[index]
      return [
        "title": .text(fact.title), "place": .text(fact.location.description),
        "clauses": .list(side.texts.clauses[index].map { ["text": .text($0)] }),
        "lang": .text(site.guide.locales[locale].tag),
        "dir": .text(site.guide.locales[locale].direction.rawValue),
        "url": .address(site.paths.documentURL(document, locale, fragment: id)),
        "notices": notices(id, locale), "assignments": assignments(id, locale),
      ]
    }
    return ["id": .text(id), "left": halves[0], "right": halves[1]]
  }

  /// The letters of a row, by party.
  private func assignments(_ id: String, _ locale: Int) -> Value {
    guard let row = rowOfID[id] else { return [] }
    return .list(
      site.guide.settings.parties.indices.compactMap { party in
        site.assignment(row, party: party, locale).map { .object($0) }
      })
  }
}
