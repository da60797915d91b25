/// The words of a text that differ from an older text.
///
/// Words are compared by the greedy algorithm of E. Myers (An O(ND) Difference Algorithm and Its
/// Variations, 1986), in writing without spaces character by character. Texts that have little in
/// common are reported as replaced.
public struct WordDifference: Sendable, Hashable {
  /// A part of the texts.
  public struct Part: Sendable, Hashable {
    /// The texts that have a part.
    public enum Kind: Sendable { case same, removed, added }

    /// Whether both texts have it, or only the older or the newer one.
    public let kind: Kind
    /// Its text.
    public internal(set) var text: String
  }

  /// How many words may come or go before a text counts as replaced.
  private static let mostChanges = 200
  /// How much of an unchanged part is shown beside a change, in characters.
  private static let context = 60

  /// The parts in their order; removed words come before the added words that replace them.
  public let parts: [Part]

  /// Compares two texts.
  public init(from old: String, to new: String) {
    let (before, after) = (Self.words(old), Self.words(new))
    var start = 0
    while start < before.count, start < after.count, before[start] == after[start] { start += 1 }
    var end = 0
    while end < before.count - start, end < after.count - start,
      before[before.count - 1 - end] == after[after.count - 1 - end]
    {
      end += 1
    }
    let middle = Self.steps(
      Array(before[start..<(before.count - end)]), Array(after[start..<(after.count - end)]))
    let steps =
      before[..<start].map { Part(kind: .same, text: String($0)) } + middle
      + before[(before.count - end)...].map { Part(kind: .same, text: String($0)) }
    parts = Self.joined(steps)
  }

  /// The parts, long ones that both texts have without their middle.
  public var shortened: [Part] {
    parts.enumerated().map { index, part in
      guard part.kind == .same, part.text.count > 2 * Self.context + 20 else { return part }
      let (isFirst, isLast) = (index == 0, index == parts.count - 1)
      let head = isFirst ? "" : String(part.text.prefix(Self.context))
      let tail = isLast ? "" : String(part.text.suffix(Self.context))
      return Part(kind: .same, text: head + "…" + tail)
    }
  }

  /// Words, white space, and signs one by one.
  private static func words(_ text: String) -> [Substring] {
    var words: [Substring] = []
    var start = text.startIndex
    var kind: Sort?
    for index in text.indices {
      let next = Sort(text[index])
      if let known = kind, known != next || next == .single {
        words.append(text[start..<index])
        start = index
      }
      kind = next
    }
    if start < text.endIndex { words.append(text[start...]) }
    return words
  }

  private enum Sort {
    case word, space, single

    init(_ character: Character) {
      if character.isWhitespace {
        self = .space
      } else if character.isLetter || character.isNumber {
        self = character.unicodeScalars.contains(where: Self.isUnspaced) ? .single : .word
      } else {
        self = .single
      }
    }

    /// Whether its script writes words without spaces.
    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF,
        0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
        true
      default: false
      }
    }
  }

  private static func steps(_ old: [Substring], _ new: [Substring]) -> [Part] {
    func replaced() -> [Part] {
      [Part(kind: .removed, text: old.joined()), Part(kind: .added, text: new.joined())]
        .filter { !$0.text.isEmpty }
    }
    if old.isEmpty || new.isEmpty { return replaced() }
    let most = min(old.count + new.count, mostChanges)
    // `furthest[k + most]` is how far into the old text diagonal k reaches with so many changes.
    var furthest = [Int](repeating: 0, count: 2 * most + 2)
    var trace: [[Int]] = []
    for changes in 0...most {
      trace.append(furthest)
      for diagonal in stride(from: -changes, through: changes, by: 2) {
        var x = furthestStart(furthest, diagonal, changes, most)
        var y = x - diagonal
        while x < old.count, y < new.count, y >= 0, old[x] == new[y] {
          x += 1
          y += 1
        }
        furthest[diagonal + most] = x
        if x >= old.count, y >= new.count {
          return path(old, new, trace, changes, most)
        }
      }
    }
    return replaced()
  }

  private static func furthestStart(
    _ furthest: [Int], _ diagonal: Int, _ changes: Int, _ most: Int
  ) -> Int {
    let isDown =
      diagonal == -changes
      || (diagonal != changes && furthest[diagonal - 1 + most] < furthest[diagonal + 1 + most])
    return isDown
      ? (changes == 0 ? 0 : furthest[diagonal + 1 + most]) : furthest[diagonal - 1 + most] + 1
  }

  /// The way back from the ends of both texts.
  private static func path(
    _ old: [Substring], _ new: [Substring], _ trace: [[Int]], _ changes: Int, _ most: Int
  ) -> [Part] {
    var steps: [Part] = []
    var (x, y) = (old.count, new.count)
    for count in stride(from: changes, through: 0, by: -1) {
      let (furthest, diagonal) = (trace[count], x - y)
      let isDown =
        diagonal == -count
        || (diagonal != count && furthest[diagonal - 1 + most] < furthest[diagonal + 1 + most])
      let before = count == 0 ? 0 : isDown ? diagonal + 1 : diagonal - 1
      let startX = count == 0 ? 0 : furthest[before + most]
      let startY = startX - before
      while x > startX, y > startY, x > 0, y > 0 {
        x -= 1
        y -= 1
        steps.append(Part(kind: .same, text: String(old[x])))
      }
      guard count > 0 else { break }
      if isDown, y > 0 {
        y -= 1
        steps.append(Part(kind: .added, text: String(new[y])))
      } else if x > 0 {
        x -= 1
        steps.append(Part(kind: .removed, text: String(old[x])))
      }
    }
    return steps.reversed()
  }

  /// Neighbors of a kind as one; if only white space is between two changes, it belongs to them.
  private static func joined(_ steps: [Part]) -> [Part] {
    var parts: [Part] = []
    var (removed, added, space) = ("", "", "")
    func changes() -> [Part] {
      [Part(kind: .removed, text: removed), Part(kind: .added, text: added)]
        .filter { !$0.text.isEmpty }
    }
    for step in steps {
      switch step.kind {
      case .removed, .added:
        if !space.isEmpty {
          removed += removed.isEmpty && added.isEmpty ? "" : space
          added += removed.isEmpty && added.isEmpty ? "" : space
          space = ""
        }
        if step.kind == .removed { removed += step.text } else { added += step.text }
      case .same:
        if step.text.allSatisfy(\.isWhitespace), !(removed.isEmpty && added.isEmpty) {
          space += step.text
          continue
        }
        parts += changes()
        (removed, added) = ("", "")
        let text = space + step.text
        space = ""
        if parts.last?.kind == .same {
          parts[parts.count - 1].text += text
        } else {
          parts.append(Part(kind: .same, text: text))
        }
      }
    }
    parts += changes()
    if !space.isEmpty { parts.append(Part(kind: .same, text: space)) }
    return parts
  }
}
