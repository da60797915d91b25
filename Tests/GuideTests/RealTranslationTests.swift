import Documents
import Foundation
import SourceFiles
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
    return Collection(texts: texts, raci: try file(raci, parties: ["provider"]))
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
    return Collection(texts: texts, raci: try file(raci, parties: parties))
  }

  private static func file(_ text: String, parties: [String]) throws -> RaciFile {
    let source = SourceFile(path: "raci/roles.yml", bytes: Array(text.utf8))
    return try #require(RaciFile.load(source, key: "roles", parties: parties).raci)
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
    let built = DocumentSetBuilder.build(
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
    #expect(locales.count == 7)
    let versions = try ours.texts.map { try Self.parse($0.text, $0.locale) }
    let ids = ours.raci.responsibilities.map(\.id)
    for source in versions.indices {
      let built = DocumentSetBuilder.build(
        key: "roles", raci: ours.raci, versions: versions, sourceIndex: source, locales: locales)
      #expect(built.diagnostics.map(\.text) == [])
      for version in built.set.versions { #expect(version?.rowIDs == ids) }
    }
  }

  @Test(.needsShared, arguments: ["dropped", "exchanged", "last"])
  func aRowThatDriftsNeverTakesTheIDOfAnother(drift: String) throws {
    for collection in [try Self.seeds(), try Self.bundled()] {
      var (right, alone, total) = (0, 0, 0)
      let ids = collection.raci.responsibilities.map(\.id)
      let documents = try collection.texts.map { try Self.parse($0.text, $0.locale) }
      for (target, (locale, text)) in collection.texts.enumerated() {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let places = documents[target].rows.map { $0.location.line - 1 }
        for order in Self.orders(drift, places) {
          var changed = lines
          for (place, row) in zip(places, order) {
            changed[place] = row.map { lines[places[$0]] } ?? "\u{0}"
          }
          changed.removeAll { $0 == "\u{0}" }
          let document = try Self.parse(changed.joined(separator: "\n"), locale)
          let expected = order.compactMap { $0.map { ids[$0] } }
          for source in documents.indices where source != target {
            let built = DocumentSetBuilder.build(
              key: "roles", raci: collection.raci, versions: [documents[source], document],
              sourceIndex: 0, locales: [collection.texts[source].locale, locale])
            let found = built.set.versions[1]?.rowIDs ?? []
            for (id, wanted) in zip(found, expected) {
              total += 1
              if id == wanted { right += 1 } else if !ids.contains(id) { alone += 1 } else {
                Issue.record("\(drift) \(collection.texts[source].locale)->\(locale): \(wanted) is \(id)")
              }
            }
          }
        }
      }
      print("DRIFT", drift, right, alone, total)
    }
  }

  private static func orders(_ drift: String, _ places: [Int]) -> [[Int?]] {
    let all = places.indices.map { Optional($0) }
    func isNext(_ row: Int) -> Bool { row + 1 < places.count && places[row + 1] == places[row] + 1 }
    switch drift {
    case "dropped": return places.indices.map { row in all.map { $0 == row ? nil : $0 } }
    case "exchanged":
      return places.indices.filter(isNext).map { row in
        var order = all
        order.swapAt(row, row + 1)
        return order
      }
    default:
      return places.indices.filter(isNext).map { row in
        var order = all
        order.remove(at: row)
        order.insert(row, at: places.indices.first { $0 >= row && !isNext($0) } ?? row)
        return order
      }
    }
  }
}
