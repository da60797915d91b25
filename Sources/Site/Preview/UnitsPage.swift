import Base
import Guide
import Mustache

/// The texts of a document with the states of their translations, for translators.
///
/// Only the preview shows it; the published site has no such page.
public struct UnitsPage {
  /// A text that is translated by itself.
  public struct Unit: Sendable {
    let context: String
    let what: String
    let source: String
    let previousSource: String?
    let target: String?
    let state: String
    let place: String
    let notes: [String]

    /// Describes a text.
    ///
    /// - Parameters:
    ///   - context: its name in every language: `roles#backups.2`.
    ///   - what: its kind, in words.
    ///   - previousSource: the source when it was translated; nil if that is the same or unknown.
    ///   - state: `missing`, `stale`, `identical`, `machine`, or `current`.
    ///   - place: the place of the source.
    public init(
      context: String, what: String, source: String, previousSource: String?, target: String?,
      state: String, place: String, notes: [String]
    ) {
      self.context = context
      self.what = what
      self.source = source
      self.previousSource = previousSource
      self.target = target
      self.state = state
      self.place = place
      self.notes = notes
    }
  }

  /// The states in the order of their gravity.
  private static let states = ["missing", "stale", "identical", "machine", "current"]

  private let site: Site
  private let document: Int
  private let locale: Int
  private let units: [Unit]

  /// Shows texts; nil if the guide has no such document or locale.
  public init?(_ site: Site, document: String, locale: String, units: [Unit]) {
    guard let document = site.guide.documents.firstIndex(where: { $0.key == document }),
      let locale = site.guide.locales.firstIndex(where: { $0.tag == locale })
    else { return nil }
    self.site = site
    self.document = document
    self.locale = locale
    self.units = units
  }

  /// The page.
  ///
  /// - Parameter downloads: the addresses of the locale's open work, each with its name.
  /// - Throws: `TemplateError` if `units.mustache` cannot be rendered.
  public func render(downloads: [(name: String, url: String)]) throws -> [UInt8] {
    let here = site.guide.locales[locale]
    let title = site.documentTitle(document, locale)
    let counts = Dictionary(grouping: units, by: \.state).mapValues(\.count)
    return try site.render(
      "units",
      [
        "lang": .text(here.tag), "dir": .text(here.direction.rawValue),
        "page_title": .text(
          strings.filled("page_title_pattern", ["page": title, "guide": here.title])),
        "title": .text(title), "key": .text(site.guide.documents[document].key),
        "url": .address(site.paths.documentURL(document, locale)),
        "assets": site.contexts[locale].assets, "t": site.contexts[locale].words,
        "source": tongue(site.guide.sourceIndex), "target": tongue(locale),
        "choices": .list(
          site.guide.locales.indices.filter { $0 != site.guide.sourceIndex }.map { index in
            [
              "tag": .text(site.guide.locales[index].tag),
              "name": .text(site.guide.locales[index].name), "is_here": .bool(index == locale),
            ]
          }),
        "states": .list(
          Self.states.compactMap { state in
            counts[state].map { count in
              [
                "state": .text(state), "label": .text(strings["state_\(state)"]),
                "symbol": .text(symbol(state)), "count": .text(strings.number(count)),
              ]
            }
          }),
        "downloads": .list(
          downloads.map { ["name": .text($0.name), "url": .address($0.url)] }),
        "units": .list(units.map(row)),
      ], on: nil)
  }

  private var strings: StringTable { site.guide.locales[locale].strings }

  private func tongue(_ index: Int) -> Value {
    let locale = site.guide.locales[index]
    return [
      "name": .text(locale.name), "lang": .text(locale.tag),
      "dir": .text(locale.direction.rawValue),
    ]
  }

  private func symbol(_ state: String) -> String {
    state == "identical" ? "=" : strings["state_symbol_\(state)"]
  }

  private func row(_ unit: Unit) -> Value {
    let old = unit.previousSource.map { WordDifference(from: $0, to: unit.source) }
    return [
      "context": .text(unit.context), "what": .text(unit.what), "place": .text(unit.place),
      "source_text": .text(unit.source), "has_difference": .bool(old != nil),
      "parts": .list((old?.parts ?? []).map { .object($0.fields) }),
      "target_text": unit.target.map { .text($0) } ?? .null, "state": .text(unit.state),
      "label": .text(strings["state_\(unit.state)"]), "symbol": .text(symbol(unit.state)),
      "notes": .list(unit.notes.map { ["text": .text($0)] }),
    ]
  }
}

extension Site {
  /// The query for the texts of a document in a locale, or in the first translation.
  ///
  /// It is nil if the source lacks it, or there is no translation.
  public func unitsQuery(document: Int, locale: Int) -> String? {
    let set = guide.documents[document]
    let source = guide.sourceIndex
    let other = locale != source ? locale : guide.locales.indices.first { $0 != source }
    guard set.versions[source] != nil, let other else { return nil }
    return "document=\(percentEncoded(set.key))&locale=\(guide.locales[other].tag)"
  }
}
