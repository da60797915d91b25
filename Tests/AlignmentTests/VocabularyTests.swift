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

  private static func seconds(_ items: [UInt64]) -> Double {
    let rows = items.map { [$0] }
    let time = ContinuousClock().measure {
      let vocabulary = Vocabulary(rows, rows, keeping: 0.9)
      #expect(vocabulary.compare(0, 0).haveCommon)
    }
    return time / .seconds(1)
  }

  /// With a fixed table, one family would cost the square of its number: 800 million steps.
  @Test func noItemsCanBeMadeToCollide() {
    let times = Self.families.map { family in Self.seconds((1...40_000).map(family)) }
    let least = times.min() ?? 0
    for (family, time) in times.enumerated() {
      #expect(time < 20 * least + 1, "family \(family): \(times)")
    }
  }
}
