import Base
import TestSupport
import Testing

@testable import Guide

/// A guide raises its limits as far as the command line allows, and no further.
@Suite struct LimitSettingsTests {
  /// The limit that a guide with this value has; nil if the value is refused.
  private func limit(_ name: String, _ value: Int, factor: Int?) throws -> Int? {
    let text = "source_locale: en\nlocales: [en]\nlimits: {\(name): \(value)}\n"
    let file = SourceFile(path: "guide.yml", bytes: Array(text.utf8))
    let (settings, findings) =
      factor.map { GuideSettings.load(file, limitFactor: $0) } ?? GuideSettings.load(file)
    let path = try #require(InputLimits.names.first { $0.name == name }).limit
    return findings.contains { $0.severity == .error } ? nil : settings?.limits[keyPath: path]
  }

  @Test(arguments: InputLimits.names.map(\.name))
  func noLimitIsRaisedBeyondItsFactor(name: String) throws {
    let path = try #require(InputLimits.names.first { $0.name == name }).limit
    let usual = InputLimits()[keyPath: path]
    var random = RandomNumbers(seed: 14)
    for factor in [nil, 1, 2, 100, Int.max] as [Int?] {
      let (most, overflow) = usual.multipliedReportingOverflow(
        by: factor ?? InputLimits.usualFactor)
      // No limit is above a billion, whatever the factor.
      let last = overflow ? 1_000_000_000 : min(most, 1_000_000_000)
      for value in [1, usual, last, random.number(in: 1...last)] {
        #expect(try limit(name, value, factor: factor) == value)
      }
      for value in [last + 1, 2 * last, last + random.number(in: 1...1_000_000_000)] {
        #expect(try limit(name, value, factor: factor) == nil, "\(value)")
      }
    }
  }
}
