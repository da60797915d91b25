import Base

/// The words of the user interface in one locale.
public struct StringTable: Sendable {
  /// The words by key, complete: what a locale lacks comes from the next of its chain.
  public let words: [String: String]

  /// Takes words that are complete.
  public init(words: [String: String]) {
    self.words = words
  }

  /// A word; the key itself where nobody knows it.
  public subscript(_ key: String) -> String { words[key] ?? key }

  /// A word with its placeholders filled.
  ///
  /// - Parameter values: what stands for `{name}`, by name.
  public func filled(_ key: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = self[key][...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open]
      result += values[name] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
