/// Replacements in a text's bytes, which leave every other byte as it is.
public struct ByteEdits: Sendable {
  /// Bytes that replace others.
  public struct Edit: Sendable, Equatable {
    /// The bytes that go; an empty range inserts.
    public let range: Range<Int>
    /// The bytes that come.
    public let replacement: [UInt8]
  }

  /// The text as it was.
  public let original: [UInt8]
  /// In the order of the text.
  public private(set) var edits: [Edit] = []

  /// Begins with a text as it is.
  public init(_ original: [UInt8]) {
    self.original = original
  }

  /// Replaces a range of the original.
  ///
  /// - Returns: false if the range leaves the text or meets an edit that is there; nothing changes.
  @discardableResult
  public mutating func replace(_ range: Range<Int>, with replacement: [UInt8]) -> Bool {
    guard range.lowerBound >= 0, range.upperBound <= original.count else { return false }
    var index = edits.count
    while index > 0, edits[index - 1].range.lowerBound >= range.lowerBound { index -= 1 }
    if index < edits.count {
      let next = edits[index].range
      if next.lowerBound == range.lowerBound || next.lowerBound < range.upperBound { return false }
    }
    if index > 0, edits[index - 1].range.upperBound > range.lowerBound { return false }
    edits.insert(Edit(range: range, replacement: replacement), at: index)
    return true
  }

  /// The text with all edits.
  public func applied() -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for edit in edits {
      result += original[position..<edit.range.lowerBound]
      result += edit.replacement
      position = edit.range.upperBound
    }
    return result + original[position...]
  }

  /// Whether a text is the original except for the edits.
  ///
  /// This proves the result of `applied`, read from the end, where a mistake in counting would
  /// show.
  public func account(for text: [UInt8]) -> Bool {
    var (old, new) = (original[...], text[...])
    for edit in edits.reversed() {
      let kept = old.count - edit.range.upperBound
      guard kept >= 0, new.count >= kept, old.suffix(kept).elementsEqual(new.suffix(kept)) else {
        return false
      }
      (old, new) = (old.dropLast(kept + edit.range.count), new.dropLast(kept))
      guard new.suffix(edit.replacement.count).elementsEqual(edit.replacement) else { return false }
      new = new.dropLast(edit.replacement.count)
    }
    return old.elementsEqual(new)
  }
}
