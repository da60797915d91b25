extension DiagnosticMessage: ExpressibleByStringInterpolation {
  /// A message without values.
  public init(stringLiteral words: String) { self.init(template: words) }

  /// A message made of a literal's parts.
  public init(stringInterpolation parts: StringInterpolation) {
    self.init(template: parts.template, values: parts.values)
  }

  /// Collects the words and the values of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var template = ""
    fileprivate var values: [Value] = []

    /// Starts with nothing.
    public init(literalCapacity: Int, interpolationCount: Int) {
      template.reserveCapacity(literalCapacity + 3 * interpolationCount)
      values.reserveCapacity(interpolationCount)
    }

    /// Adds words.
    public mutating func appendLiteral(_ literal: String) { template += literal }

    /// Adds a name or another text, without its middle if it is thousands of bytes long.
    public mutating func appendInterpolation(_ text: String) { append(.text(shortened(text))) }

    /// Adds a part of a text.
    public mutating func appendInterpolation(_ text: Substring) {
      appendInterpolation(String(text))
    }

    /// Adds a character.
    public mutating func appendInterpolation(_ character: Character) {
      appendInterpolation(String(character))
    }

    /// Adds a number.
    public mutating func appendInterpolation(_ number: Int) { append(.number(number)) }

    /// Adds words that are a message themselves.
    public mutating func appendInterpolation(_ message: DiagnosticMessage) {
      append(.message(message))
    }

    /// Adds a number with its noun, such as `1 column` or `2 columns`.
    ///
    /// - Parameter plural: the noun for several; nil adds an "s".
    public mutating func appendInterpolation(
      count: Int, _ noun: String, _ plural: String? = nil
    ) {
      let (one, several) = ("{1} \(noun)", "{1} \(plural ?? noun + "s")")
      append(
        .message(DiagnosticMessage(template: several, singular: one, values: [.number(count)])))
    }

    /// Adds names in quotation marks, with commas between them.
    public mutating func appendInterpolation(names: some Sequence<String>) {
      appendInterpolation(list: names.map { "'\($0)'" })
    }

    /// Adds messages with commas between them.
    public mutating func appendInterpolation(list messages: [DiagnosticMessage]) {
      append(.list(messages, joining: "{1}, {2}"))
    }

    /// Adds clauses with semicolons between them.
    public mutating func appendInterpolation(clauses: [DiagnosticMessage]) {
      append(.list(clauses, joining: "{1}; {2}"))
    }

    /// Adds messages with "and" between them.
    public mutating func appendInterpolation(all messages: [DiagnosticMessage]) {
      append(.list(messages, joining: "{1} and {2}"))
    }

    private mutating func append(_ value: Value) {
      values.append(value)
      template += "{\(values.count)}"
    }
  }
}
