import Foundation

/// Numbers that look random and are the same in every run, unless `SEED` in the environment asks for
/// others; a run under another seed prints it.
///
/// The generator is SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
/// Generators, 2014).
public struct RandomNumbers: RandomNumberGenerator {
  private var state: UInt64

  /// The number that `SEED` in the environment adds to the seed of each series.
  private static let shift: UInt64 = {
    guard let text = ProcessInfo.processInfo.environment["SEED"] else { return 0 }
    let shift = text == "random" ? UInt64.random(in: 1...UInt64(UInt32.max)) : UInt64(text) ?? 0
    print("random tests: SEED=\(shift)")
    return shift
  }()

  /// Starts a series; the same seed gives the same one.
  public init(seed: UInt64) { state = seed &+ Self.shift &* 0x9E37_79B9_7F4A_7C15 }

  /// The next number of the series.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number out of a range.
  public mutating func number(in range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// Whether an event happens that does so once in so many times.
  public mutating func once(in times: Int) -> Bool { number(in: 1...times) == 1 }

  /// One of some elements, of which there must be one.
  public mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(in: 0...(elements.count - 1))]
  }
}

/// How many cases a randomized test tries: the variable's value, else the default.
public func caseCount(_ variable: String, default count: Int) -> Int {
  ProcessInfo.processInfo.environment[variable].flatMap(Int.init) ?? count
}
