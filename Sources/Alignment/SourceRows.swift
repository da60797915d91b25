/// The rows of a source, whose words are read once for all of its translations.
public struct SourceRows {
  /// The comparable features of each row.
  public let features: [RowFeatures]
  private var words: [WordScanner?]

  /// Takes the rows of a source.
  public init(_ features: [RowFeatures]) {
    self.features = features
    words = Array(repeating: nil, count: features.count)
  }

  mutating func words(of row: Int) -> WordScanner {
    if let known = words[row] { return known }
    let read = WordScanner.words(of: features[row])
    words[row] = read
    return read
  }
}
