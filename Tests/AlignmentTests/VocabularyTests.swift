import Testing

@testable import Alignment

/// The weighing of the items that two tables have in common.
@Suite struct VocabularyTests {
  /// Hashes of items that all want one slot of a table that mixes them without a seed.
  private static func colliding(_ count: Int) -> [UInt64] {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    // Newton's method doubles the right bits of the factor's inverse with each step.
    var inverse = factor
    for _ in 0..<5 { inverse = inverse &* (2 &- factor &* inverse) }
    return (1...UInt64(count)).map { number in
      let mixed = number &* inverse
      return mixed ^ mixed >> 32
    }
  }

  private static func seconds(_ items: [UInt64]) -> Double {
    let rows = items.map { [$0] }
    let time = ContinuousClock().measure {
      let vocabulary = Vocabulary(rows, rows, keeping: 0.9)
      #expect(vocabulary.compare(0, 0).haveCommon)
    }
    return time / .seconds(1)
  }

  /// With a fixed table, the items would cost the square of their number: 800 million steps.
  @Test func noItemsCanBeMadeToCollide() {
    let count = 40_000
    let plain = Self.seconds((0..<UInt64(count)).map { $0 &* 0x1_0000_0001 })
    let hostile = Self.seconds(Self.colliding(count))
    #expect(hostile < 20 * plain + 1)
  }
}
