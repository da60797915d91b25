import Foundation
import Guide
import Markdown
import TestSupport
import Testing

/// How well rows are found in translations that differ from their source, measured on damaged ones.
///
/// Takes the five real translations of `../shared/seeds`, each as the source of each other, and
/// damages the translation. `CASES` sets how many cases there are of each way; `make alignment`
/// takes 1,000 and prints the figures.
@Suite struct DamageTests {
  private static let cases = caseCount("CASES", default: 40)

  /// The undamaged texts with their documents.
  private struct Seed {
    let text: TableText
    let document: Document
  }

  private static func seeds() throws -> [Seed] {
    let contents = try FolderContents(of: try #require(Project.shared).appending(path: "seeds"))
    return try contents.paths.map { path in
      let text = try #require(contents.text(path))
      let locale = try #require(text.firstMatch(of: /ms\.contentlocale: *([A-Za-z-]+)/)?.1)
      let tables = try TableText(text, locale: String(locale))
      return Seed(text: tables, document: try tables.document())
    }
  }

  /// Damages translations and counts what is found of their rows.
  private static func count(
    _ damages: [Damage], of every: Int, seed: UInt64, _ seeds: [Seed]
  ) throws -> PairCount {
    var random = RandomNumbers(seed: seed)
    var count = PairCount()
    for number in 0..<cases {
      let source = number % seeds.count
      let target = (source + 1 + number / seeds.count % (seeds.count - 1)) % seeds.count
      var text = seeds[target].text
      let chosen = damages.shuffled(using: &random).prefix(every)
      for damage in chosen { damage.apply(to: &text, &random) }
      let document = try text.document()
      let set = try DocumentSetBuilder.build(
        key: "roles", raci: nil, versions: [seeds[source].document, document], sourceIndex: 0,
        locales: [seeds[source].text.locale, text.locale]
      ).set
      let origins = text.rows.map(\.origins)
      try #require(document.rows.count == origins.count)
      count.add(try #require(set.versions[1]).pairs, origins: origins)
    }
    return count
  }

  @Test(.needsShared) func rowsOfDamagedTranslationsAreFound() throws {
    let seeds = try Self.seeds()
    try #require(seeds.count == 5)
    var lines = [PairCount.head]
    let untouched = try Self.count([], of: 0, seed: 1, seeds)
    lines.append(untouched.line("none"))
    var single = PairCount()
    for (number, damage) in Damage.allCases.enumerated() {
      let count = try Self.count([damage], of: 1, seed: UInt64(number + 2), seeds)
      lines.append(count.line(damage.rawValue))
      single += count
    }
    lines.append(single.line("all single ones"))
    let three = try Self.count(Damage.allCases, of: 3, seed: 100, seeds)
    lines.append(three.line("three at once"))
    print(lines.joined(separator: "\n"))
    // Below what 1,000 cases of each way reach, which `docs/alignment.md` has: few cases scatter.
    #expect(untouched.precision == 1 && untouched.recall == 1 && untouched.doubted == 0)
    #expect(single.precision >= 0.99)
    #expect(single.recall >= 0.99)
    #expect(three.precision >= 0.95)
    #expect(three.recall >= 0.95)
    #expect(single.silence <= 0.002)
    #expect(three.silence <= 0.01)
  }
}
