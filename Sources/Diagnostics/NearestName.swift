/// The known name that a misspelt one most likely meant, or nil when none is near.
///
/// The distance is Levenshtein's over bytes (V. I. Levenshtein, 1966), allowed up to a third of
/// the longer name. Of equally near names the first in byte order wins.
public func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let wanted = Array(name.utf8)
  var best: (name: String, distance: Int)?
  for candidate in known {
    let allowed = max(1, max(name.utf8.count, candidate.utf8.count) / 3)
    guard abs(name.utf8.count - candidate.utf8.count) <= allowed else { continue }
    let distance = editDistance(wanted, Array(candidate.utf8))
    guard distance <= allowed else { continue }
    if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
    best = (candidate, distance)
  }
  return best?.name
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var previous = Array(0...right.count)
  for (row, leftByte) in left.enumerated() {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    for (column, rightByte) in right.enumerated() {
      let substituted = previous[column] + (leftByte == rightByte ? 0 : 1)
      current.append(min(substituted, previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous[right.count]
}

/// A hint that offers the nearest known name, or nil when none is near.
public func didYouMean(_ name: String, among known: some Sequence<String>) -> String? {
  nearestName(to: name, among: known).map { "did you mean '\($0)'?" }
}
