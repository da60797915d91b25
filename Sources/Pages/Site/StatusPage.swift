import Diagnostics
import Guide
import Mustache

/// The status of all translations, in the source's language.
struct StatusPage {
  /// Past this many documents the table keeps to the locales' totals.
  private static let mostColumns = 100
  /// Past this many findings a list ends; `rolebook check` prints them all.
  private static let mostFindings = 500

  private let site: Site
  private let locale: Int

  init(_ site: Site) {
    self.site = site
    locale = site.guide.sourceIndex
  }

  func render() throws -> [UInt8] {
    var context = site.layout(.status, locale, title: strings["status_title"])
    let documents = shownDocuments
    let general = site.findings.filter { finding in
      !site.guide.locales.contains { $0.tag == finding.locale }
    }
    context.append(
      "status",
      [
        "documents": .list(
          documents.map { index in
            let set = site.guide.documents[index]
            let shown = site.guide.nearestLocale(of: set, for: locale) ?? locale
            return [
              "key": .text(set.key), "title": .text(site.documentTitle(index, locale)),
              "foreign": site.foreign(shown, on: locale),
            ]
          }),
        "locales": .list(site.guide.locales.indices.map { row($0, documents) }),
        "findings": .list(general.prefix(Self.mostFindings).map(finding)), "states": states,
      ])
    return try site.render("status", context)
  }

  private var strings: StringTable { site.guide.locales[locale].strings }

  private var shownDocuments: [Int] {
    site.guide.documents.count <= Self.mostColumns ? Array(site.guide.documents.indices) : []
  }

  private func row(_ index: Int, _ documents: [Int]) -> Value {
    let other = site.guide.locales[index]
    let states = site.guide.documents.map { site.guide.state(of: $0, for: index) }
    let current = states.count { $0 == .current }
    let findings = site.findings.filter { $0.locale == other.tag }
    return [
      "tag": .text(other.tag), "name": .text(other.name), "lang": .text(other.tag),
      "dir": .text(other.direction.rawValue), "url": .text(site.paths.url(site.paths.home(index))),
      "coverage": .integer(states.isEmpty ? 100 : current * 100 / states.count),
      "current_count": .integer(current), "total_count": .integer(states.count),
      "finding_count": .integer(findings.count),
      "cells": .list(documents.map { cell($0, index, states[$0]) }),
      "findings": .list(findings.prefix(Self.mostFindings).map(finding)),
    ]
  }

  private func cell(_ document: Int, _ index: Int, _ state: TranslationState) -> Value {
    return [
      "document_title": .text(site.documentTitle(document, locale)),
      "url": state == .missing ? .null : .text(site.paths.documentURL(document, index)),
      "state": .text(state.rawValue), "state_label": .text(strings["state_\(state.rawValue)"]),
      "state_symbol": .text(strings["state_symbol_\(state.rawValue)"]),
    ]
  }

  private func finding(_ diagnostic: Diagnostic) -> Value {
    [
      "severity": .text(diagnostic.severity.rawValue),
      "severity_label": .text(strings["severity_\(diagnostic.severity.rawValue)"]),
      "message": .text(belowContent(diagnostic.message)),
      "place": .text(belowContent(diagnostic.location.description)),
      "id": .text(diagnostic.id.rawValue),
    ]
  }

  /// The text with paths from the content folder on, wherever that was when the site was built.
  private func belowContent(_ text: String) -> String {
    let folder = Array((site.contentFolder + "/").utf8)
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == folder[0], bytes[position...].starts(with: folder) {
        position += folder.count
      } else {
        kept.append(bytes[position])
        position += 1
      }
    }
    return kept.count == bytes.count ? text : String(decoding: kept, as: UTF8.self)
  }

  private var states: Value {
    .list(
      TranslationState.allCases.map { state in
        [
          "state": .text(state.rawValue), "label": .text(strings["state_\(state.rawValue)"]),
          "symbol": .text(strings["state_symbol_\(state.rawValue)"]),
          "description": .text(strings["state_\(state.rawValue)_description"]),
        ]
      })
  }
}
