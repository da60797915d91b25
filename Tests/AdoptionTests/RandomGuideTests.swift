import Base
import Foundation
import Testing

@testable import Adoption

/// Random guides keep their letters when they are adopted.
///
/// `ROLEBOOK_GUIDES` says how many there are, and `SEED` which ones. A failure names its seed.
@Suite struct RandomGuideTests {
  private static let count =
    ProcessInfo.processInfo.environment["ROLEBOOK_GUIDES"].flatMap(UInt64.init) ?? 200

  @Test func lettersAreThoseOfTheText() async throws {
    for seed in 1...max(1, Self.count) {
      let guide = RandomGuide(seed: seed)
      let adopted = try await AdoptedMatrix(guide.files)
      let isEqual = adopted.rows == guide.rows
      let errors = adopted.findings.filter { $0.severity == .error }
      let differing = adopted.findings.filter { $0.id.rawValue.hasPrefix("letters/") }
      guard isEqual, errors.isEmpty, differing.isEmpty else {
        let wrong = guide.rows.filter { adopted.rows[$0.key] != $0.value }.sorted {
          $0.key < $1.key
        }
        Issue.record(
          """
          seed \(seed): \((errors + differing).prefix(5).map(\.text))
          expected \(wrong.prefix(5).map { "\($0.key): \($0.value)" })
          adopted \(wrong.prefix(5).map { adopted.rows[$0.key] ?? [:] })
          \(guide.files.sorted { $0.key < $1.key }.map { $0.key + "\n" + $0.value }.joined(separator: "\n"))
          """)
        return
      }
    }
  }
}
