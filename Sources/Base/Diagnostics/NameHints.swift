/// Known names, kept so that the nearest to many misspelt ones is found soon.
///
/// It finds the same names as `nearestName`. Among a thousand names and more, only those count that
/// are very near and share a rare part with the misspelt one.
public struct KnownNames: Sendable {
  /// How many names there can be before only very near ones count.
  private static let many = 1_000
  /// The greatest distance to one of many names.
  private static let mostAmongMany = 2

  private struct Name: Sendable {
    let bytes: [UInt8]
    /// A bit for each byte that it contains, the bytes of one remainder by 64 taken together.
    let sorts: UInt64
  }

  /// The names by their lengths, those of one length in the order of bytes.
  private let byLength: [Int: [Name]]
  /// Finds names among many; nil if there are few.
  private let nearNames: NearNames?

  /// Prepares names.
  public init(_ names: some Sequence<String>) {
    let known = names.map { Array($0.utf8) }
      .filter { $0.count <= EditDistance.longestName * 3 / 2 }
      .map { Name(bytes: $0, sorts: Self.sorts($0)) }
    nearNames =
      known.count > Self.many
      ? NearNames(known.map(\.bytes), within: Self.mostAmongMany) : nil
    byLength =
      nearNames == nil
      ? Dictionary(grouping: known) { $0.bytes.count }.mapValues { names in
        names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
      } : [:]
  }

  private static func sorts(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  /// The known name that a misspelt one most likely meant, or nil when none is near.
  public func nearest(to name: String) -> String? {
    let wanted = Array(name.utf8)
    guard wanted.count <= EditDistance.longestName else { return nil }
    if let nearNames { return nearNames.nearest(to: wanted) }
    let sorts = Self.sorts(wanted)
    var best: (bytes: [UInt8], distance: Int)?
    // The nearer the length, the nearer a name can be, so an early match ends the search early.
    for length in byLength.keys.sorted(by: { nearer($0, $1, to: wanted.count) }) {
      let allowed = EditDistance.allowed(wanted.count, length)
      for known in byLength[length] ?? [] {
        let bound = min(allowed, best?.distance ?? allowed)
        guard abs(length - wanted.count) <= bound else { break }
        let differing = max(
          (sorts & ~known.sorts).nonzeroBitCount, (known.sorts & ~sorts).nonzeroBitCount)
        guard differing <= bound,
          let distance = EditDistance.of(wanted, known.bytes, within: bound)
        else { continue }
        if let found = best, found.distance == distance,
          !known.bytes.lexicographicallyPrecedes(found.bytes)
        {
          continue
        }
        best = (known.bytes, distance)
      }
    }
    return best.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// A hint that offers the nearest known name, or nil when none is near.
  public func didYouMean(_ name: String) -> DiagnosticMessage? {
    nearest(to: name).map { "did you mean '\($0)'?" }
  }

  private func nearer(_ left: Int, _ right: Int, to length: Int) -> Bool {
    (abs(left - length), left) < (abs(right - length), right)
  }
}

/// Offers known names for misspelled ones, to as many findings of a file as are listed one by one.
public struct NameHints {
  private let known: () -> [String]
  private var names: KnownNames?
  private var rest = Diagnostic.mostOfRule

  /// Takes the names that there are, which are looked at when something is first asked.
  public init(_ known: @autoclosure @escaping () -> [String]) {
    self.known = known
  }

  /// A hint that offers the nearest known name, or nil when none is near.
  public mutating func didYouMean(_ name: String) -> DiagnosticMessage? {
    guard rest > 0 else { return nil }
    rest -= 1
    let names = self.names ?? KnownNames(known())
    self.names = names
    return names.didYouMean(name)
  }
}
