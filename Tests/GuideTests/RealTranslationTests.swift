import Base
import Foundation
import Markdown
import TestSupport
import Testing

@testable import Guide

/// Rows of real translations: the five of `../shared/seeds`, made at different dates, and ours.
@Suite struct RealTranslationTests {
  /// The texts of one document by locale, with the ids of the rows in the order of each.
  struct Collection {
    let texts: [(locale: String, text: String)]
    let raci: RaciFile
  }

  private static let sections = [
    ("microsofts-roles-and-responsibilities", 6), ("your-roles-and-responsibilities", 9),
  ]

  private static func seeds() throws -> Collection {
    let folder = try #require(Project.shared).appending(path: "seeds")
    let contents = try FolderContents(of: folder)
    let texts = try contents.paths.map { path in
      let text = try #require(contents.text(path))
      let locale = try #require(text.firstMatch(of: /ms\.contentlocale: *([A-Za-z-]+)/)?.1)
      return (locale: String(locale), text: text)
    }
    var start = 1
    let raci = AssemblyTests.raci(
      sections.map { anchor, count in
        defer { start += count }
        return (anchor: anchor, ids: (start..<start + count).map { "r\($0)" })
      })
    return Collection(texts: texts, raci: file(raci, parties: ["provider"]))
  }

  private static func bundled() throws -> Collection {
    let contents = try FolderContents(of: Project.content)
    let key = "roles-and-responsibilities"
    let texts = contents.paths.filter { $0.hasSuffix("/\(key).md") }.compactMap { path in
      contents.text(path).map { (locale: String(path.prefix { $0 != "/" }), text: $0) }
    }
    let guide = try #require(contents.files["guide.yml"])
    let settings = GuideSettings.load(SourceFile(path: "guide.yml", bytes: Array(guide))).settings
    let parties = try #require(settings).parties.map(\.text)
    let raci = try #require(contents.text("raci/\(key).yml"))
    return Collection(texts: texts, raci: file(raci, parties: parties))
  }

  private static func file(_ text: String, parties: [String]) -> RaciFile {
    let source = SourceFile(path: "raci/roles.yml", bytes: Array(text.utf8))
    return RaciFile.load(source, key: "roles", parties: parties, letters: .raci).raci
  }

  private static func parse(_ text: String, _ locale: String) throws -> Document {
    try #require(
      DocumentParser.parse(
        SourceFile(path: "\(locale)/roles.md", bytes: Array(text.utf8)),
        .init(key: "roles", locale: locale, isResponsibilityDocument: true)
      ).document)
  }

  @Test(.needsShared, arguments: 0..<5)
  func theSeedsAlignOneToOneWhicheverIsTheSource(source: Int) throws {
    let seeds = try Self.seeds()
    let locales = seeds.texts.map(\.locale)
    #expect(locales.sorted() == ["de-DE", "fr-FR", "ko-KR", "sv-SE", "zh-CN"])
    let versions = try seeds.texts.map { try Self.parse($0.text, $0.locale) }
    let built = try DocumentSetBuilder.build(
      key: "roles", raci: seeds.raci, versions: versions, sourceIndex: source, locales: locales)
    #expect(built.diagnostics.map(\.text) == [])
    for version in built.set.versions {
      #expect(version?.rowIDs == (1...15).map { "r\($0)" })
    }
    #expect(
      built.set.responsibilities.map(\.section)
        == Self.sections.flatMap { Array(repeating: $0.0, count: $0.1) })
  }

  @Test func ourTranslationsAlignOneToOneWhicheverIsTheSource() throws {
    let ours = try Self.bundled()
    let locales = ours.texts.map(\.locale)
    #expect(locales.count == 10)
    let versions = try ours.texts.map { try Self.parse($0.text, $0.locale) }
    let ids = ours.raci.responsibilities.map(\.id)
    // Their stamps record their real source.
    let ofStamps: [DiagnosticID] = [.wordingChanged, .textChanged, .stampNeedless]
    for source in versions.indices {
      let built = try DocumentSetBuilder.build(
        key: "roles", raci: ours.raci, versions: versions, sourceIndex: source, locales: locales)
      let findings = built.diagnostics.filter { !ofStamps.contains($0.id) }
      #expect(findings.map(\.text) == [])
      for version in built.set.versions { #expect(version?.rowIDs == ids) }
    }
  }

  /// Ways in which a table drifts from its source, and which part of its rows may then be taken for
  /// others: of two rows with nothing but text that changed places nobody can tell.
  @Test(.needsShared, arguments: [(Drift.dropped, 0.0015), (.exchanged, 0.035), (.last, 0.02)])
  func rowsThatDriftDoNotTakeTheIDsOfOthers(drift: Drift, tolerated: Double) throws {
    for collection in [try Self.seeds(), try Self.bundled()] {
      let ids = collection.raci.responsibilities.map(\.id)
      let documents = try collection.texts.map { try Self.parse($0.text, $0.locale) }
      var (right, wrong, total) = (0, 0, 0)
      for (target, (locale, text)) in collection.texts.enumerated() {
        for (order, changed) in drift.texts(
          text, places: documents[target].rows.map(\.location.line))
        {
          let document = try Self.parse(changed, locale)
          for step in 1...2 {
            let source = (target + step) % documents.count
            let set = try DocumentSetBuilder.build(
              key: "roles", raci: collection.raci, versions: [documents[source], document],
              sourceIndex: 0, locales: [collection.texts[source].locale, locale]
            ).set
            let found = try #require(set.versions[1]).rowIDs
            try #require(found.count == order.count)
            total += found.count
            right += zip(found, order).count { $0 == ids[$1] }
            wrong += zip(found, order).count { $0 != ids[$1] && ids.contains($0) }
          }
        }
      }
      #expect(Double(wrong) <= tolerated * Double(total), "\(wrong) of \(total) wrong")
      #expect(Double(right) >= 0.94 * Double(total), "\(right) of \(total) right")
    }
  }

  enum Drift: Sendable {
    /// One row is not there.
    case dropped
    /// Two neighbours change places.
    case exchanged
    /// One row goes to the end of its table.
    case last

    /// All texts that drifted so, each with the old index of every row in its new order.
    ///
    /// - Parameter places: the lines of the rows, from 1.
    func texts(_ text: String, places: [Int]) -> [(order: [Int], text: String)] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return orders(places).map { order in
        var changed = lines.map(Optional.some)
        if order.count < places.count {
          for (row, place) in places.enumerated() where !order.contains(row) {
            changed[place - 1] = nil
          }
        } else {
          for (place, row) in zip(places, order) { changed[place - 1] = lines[places[row] - 1] }
        }
        return (order, changed.compactMap { $0 }.joined(separator: "\n"))
      }
    }

    private func orders(_ places: [Int]) -> [[Int]] {
      let all = Array(places.indices)
      let ends = all.filter { $0 + 1 == places.count || places[$0 + 1] != places[$0] + 1 }
      switch self {
      case .dropped: return all.map { row in all.filter { $0 != row } }
      case .exchanged:
        return all.filter { !ends.contains($0) }.map { row in
          var order = all
          order.swapAt(row, row + 1)
          return order
        }
      case .last:
        return all.filter { !ends.contains($0) }.map { row in
          var order = all
          order.remove(at: row)
          order.insert(row, at: ends.first { $0 > row } ?? row)
          return order
        }
      }
    }
  }
}
