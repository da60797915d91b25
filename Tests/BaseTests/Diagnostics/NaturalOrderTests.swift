import Base
import TestSupport
import Testing

/// Keys are in the order of their bytes, and numbers in them in the order of their values.
@Suite struct NaturalOrderTests {
  @Test func numbersAreInOrder() {
    let keys = [
      "", "1", "2", "2a", "10", "10/1", "10/2", "10/10", "99999999999999999999",
      "100000000000000000000", "A", "a", "a/1", "a0", "a00", "a1", "a001b", "a01b", "a1b", "a2",
      "a2-b", "a10", "ab", "ä1", "ä2", "ä10", "١", "٢",
    ]
    #expect(keys.reversed().sorted { $0.precedesNaturally($1) } == keys)
  }

  /// The order is one: no key precedes itself, and of two different keys one precedes the other.
  @Test func everyTwoKeysHaveOneOrder() {
    var random = RandomNumbers(seed: 31)
    let keys = (0..<300).map { _ in
      String((0..<random.number(in: 0...6)).map { _ in random.pick(Array("0019a/é")) })
    }
    let sorted = keys.sorted { $0.precedesNaturally($1) }
    for (place, key) in sorted.enumerated() {
      #expect(!key.precedesNaturally(key))
      for later in sorted[(place + 1)...] {
        #expect(!later.precedesNaturally(key), "\(later) before \(key)")
        #expect(key.precedesNaturally(later) || key == later, "\(key) and \(later)")
      }
    }
  }
}
