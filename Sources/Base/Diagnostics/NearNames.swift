/// Finds the nearest of many names at a distance of one or two.
///
/// If at most two bytes of a name change, one of three parts of it stays as it is. Names are looked
/// up by their parts, except parts that many names share: they say too little.
struct NearNames: Sendable {
  /// How many parts a name has.
  private static let parts = 3
  /// How many names can share a part that still says something about one of them.
  private static let mostOfPart = 32

  private struct Part: Hashable {
    let number: Int
    /// The length of the whole name.
    let length: Int
    let bytes: ArraySlice<UInt8>
  }

  private let names: [[UInt8]]
  private let namesOfPart: [Part: [Int]]
  private let most: Int

  /// Prepares names.
  ///
  /// - Parameter most: the greatest distance, at most 2.
  init(_ names: [[UInt8]], within most: Int) {
    self.names = names
    self.most = most
    var namesOfPart: [Part: [Int]] = [:]
    for (index, name) in names.enumerated() {
      for number in 0..<Self.parts {
        let range = Self.range(ofPart: number, length: name.count)
        if range.isEmpty { continue }
        // One more than counts shows that there are too many.
        let part = Part(number: number, length: name.count, bytes: name[range])
        if namesOfPart[part]?.count ?? 0 <= Self.mostOfPart {
          namesOfPart[part, default: []].append(index)
        }
      }
    }
    self.namesOfPart = namesOfPart
  }

  private static func range(ofPart number: Int, length: Int) -> Range<Int> {
    (number * length / parts)..<((number + 1) * length / parts)
  }

  /// The nearest name; the first in byte order of several, nil if none is near.
  func nearest(to wanted: [UInt8]) -> String? {
    var best: (bytes: [UInt8], distance: Int)?
    for index in candidates(for: wanted) {
      let name = names[index]
      let allowed = min(EditDistance.allowed(wanted.count, name.count), most)
      guard
        let distance = EditDistance.of(wanted, name, within: min(allowed, best?.distance ?? most))
      else { continue }
      if let found = best, found.distance == distance, !name.lexicographicallyPrecedes(found.bytes)
      {
        continue
      }
      best = (name, distance)
    }
    return best.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// The names that have a part where the wanted one has it, or a few bytes before or behind.
  private func candidates(for wanted: [UInt8]) -> Set<Int> {
    var found: Set<Int> = []
    for length in max(1, wanted.count - most)...(wanted.count + most) {
      for number in 0..<Self.parts {
        let range = Self.range(ofPart: number, length: length)
        if range.isEmpty { continue }
        for shift in -most...most {
          let start = range.lowerBound + shift
          guard start >= 0, start + range.count <= wanted.count else { continue }
          let part = Part(
            number: number, length: length, bytes: wanted[start..<(start + range.count)])
          if let names = namesOfPart[part], names.count <= Self.mostOfPart {
            found.formUnion(names)
          }
        }
      }
    }
    return found
  }
}
