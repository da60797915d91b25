/// The known name that a misspelt one most likely meant, or nil when none is near.
///
/// The distance is Levenshtein's over bytes (V. I. Levenshtein, 1966), allowed up to a third of
/// the longer name. Of equally near names the first in byte order wins. Nobody misspells names of
/// hundreds of bytes: for those there is none.
public func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let wanted = Array(name.utf8)
  guard wanted.count <= EditDistance.longestName else { return nil }
  var best: (name: String, distance: Int)?
  for candidate in known {
    let allowed = best?.distance ?? EditDistance.allowed(wanted.count, candidate.utf8.count)
    guard let distance = EditDistance.of(wanted, Array(candidate.utf8), within: allowed) else {
      continue
    }
    if distance > EditDistance.allowed(wanted.count, candidate.utf8.count) { continue }
    if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
    best = (candidate, distance)
  }
  return best?.name
}

/// A hint that offers the nearest known name, or nil when none is near.
public func didYouMean(
  _ name: String, among known: some Sequence<String>
) -> DiagnosticMessage? {
  nearestName(to: name, among: known).map { "did you mean '\($0)'?" }
}

/// How many bytes must be inserted, removed or replaced to make one name of another.
enum EditDistance {
  /// The length in bytes of names beyond which there is no nearest one.
  static let longestName = 200

  /// The greatest distance at which one name can be meant by another.
  static func allowed(_ length: Int, _ other: Int) -> Int { max(1, max(length, other) / 3) }

  /// The distance; nil if it is beyond the bound.
  ///
  /// Skips the common beginning and fills only the band around the diagonal, so distant names cost
  /// next to nothing.
  static func of(_ left: [UInt8], _ right: [UInt8], within bound: Int) -> Int? {
    guard abs(left.count - right.count) <= bound else { return nil }
    let start = zip(left, right).prefix { $0 == $1 }.count
    let (left, right) = (left[start...], right[start...])
    if right.isEmpty { return left.count <= bound ? left.count : nil }
    var row = (0...right.count).map { min($0, bound + 1) }
    for (number, byte) in left.enumerated() {
      let (first, last) = (max(0, number - bound), min(right.count, number + 1 + bound))
      var diagonal = row[first]
      row[first] = first == 0 ? number + 1 : bound + 1
      var least = row[first]
      for column in first..<last {
        let above = column + 1 <= number + bound ? row[column + 1] : bound + 1
        let replaced = diagonal + (byte == right[start + column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, above + 1, row[column] + 1)
        least = min(least, row[column + 1])
      }
      guard least <= bound else { return nil }
    }
    return row[right.count] <= bound ? row[right.count] : nil
  }
}
