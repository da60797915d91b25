/// A value in a YAML file, with its place.
public struct YAMLNode: Sendable {
  /// The kind and content of the value.
  public indirect enum Content: Sendable {
    /// Text; `isPlain` tells that it was written without quotes.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Members in the order of the file, each key once.
    case mapping([Member])
  }

  /// One member of a mapping.
  public struct Member: Sendable {
    /// The key.
    public let key: String
    /// The place of the key.
    public let keyLocation: SourceLocation
    /// The bytes of the key, quotes included.
    public let keyBytes: Range<Int>
    /// The value.
    public let value: YAMLNode

    /// Makes a member, such as one that was read from another language.
    public init(
      key: String, keyLocation: SourceLocation, keyBytes: Range<Int> = 0..<0, value: YAMLNode
    ) {
      (self.key, self.keyLocation, self.keyBytes) = (key, keyLocation, keyBytes)
      self.value = value
    }
  }

  /// The value itself.
  public let content: Content
  /// The beginning of the value.
  public let location: SourceLocation
  /// The bytes of a scalar, quotes included, counted from the first parsed byte.
  ///
  /// For a list or a mapping, an empty range at its beginning.
  public let bytes: Range<Int>

  /// Makes a value, such as one that was read from another language.
  public init(content: Content, location: SourceLocation, bytes: Range<Int> = 0..<0) {
    (self.content, self.location, self.bytes) = (content, location, bytes)
  }

  /// The kind of the value, in words for messages.
  public var kind: DiagnosticMessage {
    switch content {
    case .scalar(_, _) where isNull: "nothing"
    case .scalar: "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// Whether the value was left out: an empty plain scalar, `~` or `null`.
  public var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// The text of a scalar that is not null.
  public var text: String? {
    guard case .scalar(let text, _) = content, !isNull else { return nil }
    return text
  }

  /// The members of a mapping; none for null.
  public var members: [Member]? {
    if case .mapping(let members) = content { return members }
    return isNull ? [] : nil
  }

  /// The elements of a list; none for null.
  public var elements: [YAMLNode]? {
    if case .sequence(let elements) = content { return elements }
    return isNull ? [] : nil
  }

  /// The value of a key of a mapping.
  public subscript(_ key: String) -> YAMLNode? {
    members?.first { $0.key == key }?.value
  }

  /// Whether both have the same values, written in the same manner; their places do not count.
  ///
  /// Nodes nest no deeper than the parser lets them.
  public func says(theSameAs other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.scalar(let left, let isPlain), .scalar(let right, let isPlainToo)):
      left.utf8.elementsEqual(right.utf8) && isPlain == isPlainToo
    case (.sequence(let left), .sequence(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.says(theSameAs: $1) }
    case (.mapping(let left), .mapping(let right)):
      left.count == right.count
        && zip(left, right).allSatisfy {
          $0.key.utf8.elementsEqual($1.key.utf8) && $0.value.says(theSameAs: $1.value)
        }
    default: false
    }
  }
}
