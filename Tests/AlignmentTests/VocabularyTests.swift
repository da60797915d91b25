import Testing

@testable import Alignment

/// The weighing of the items that two tables have in common.
@Suite struct VocabularyTests {
  /// Hashes that a table of slots may put into one slot if it has no seed.
  private static let families: [@Sendable (UInt64) -> UInt64] = [
    { $0 },
    // Equal where the upper half meets the lower one.
    { $0 &* 0x1_0000_0001 },
    // Equal in the lower, or the upper half.
    { $0 << 32 }, { $0 &* 0x9E37_79B9_7F4A_7C15 },
    // Undoes a multiplication that mixes.
    { number in
      let mixed = number &* inverse
      return mixed ^ mixed >> 32
    },
  ]

  /// The inverse of the factor that mixes.
  private static let inverse: UInt64 = {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    // Newton's method doubles the right bits of the factor's inverse with each step.
    var inverse = factor
    for _ in 0..<5 { inverse = inverse &* (2 &- factor &* inverse) }
    return inverse
  }()

  /// The length of the longest run of taken slots, as many as a search passes at most.
  private static func longestRun(_ items: [UInt64]) -> Int {
    var numbers = ItemNumbers(atMost: items.count)
    for item in items { _ = numbers.enter(item) }
    #expect(numbers.count == items.count)
    return numbers.slots.split { $0 < 0 }.map(\.count).max() ?? 0
  }

  /// With a fixed table, one family would fill one run: 800 million steps.
  @Test(arguments: families.indices)
  func noItemsCanBeMadeToCollide(family: Int) {
    // In a table that is at most half full, chance makes runs of some 50.
    for _ in 0..<3 {
      #expect(Self.longestRun((1...40_000).map(Self.families[family])) < 300)
    }
  }

  @Test func whatRowsShareIsFound() {
    let rows = (1...1_000).map { [$0, $0 + 1_000_000] as [UInt64] }
    let vocabulary = Vocabulary(rows, rows, keeping: 0.9)
    #expect(rows.indices.allSatisfy { vocabulary.compare($0, $0).haveCommon })
    #expect(!vocabulary.compare(0, 1).haveCommon)
  }
}
