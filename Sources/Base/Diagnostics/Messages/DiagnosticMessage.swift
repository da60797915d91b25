/// A sentence of a finding: an English template and the values that fill it.
///
/// A string literal makes one, so that `"unknown party '\(name)'"` has the template `unknown party
/// '{1}'`. By the template a language finds its own words, in which the values may be in another
/// order. A value that is a word, not a name or a number, is a message itself.
public struct DiagnosticMessage: Sendable, Hashable {
  /// The value of a placeholder.
  enum Value: Sendable, Hashable {
    /// A name, or another text of the guide.
    case text(String)
    case number(Int)
    case message(DiagnosticMessage)
    /// Messages one after another, as the template of two joins them.
    case list([DiagnosticMessage], joining: String)
  }

  /// The English words, `{1}` for the first value; if a number decides, those of several things.
  public let template: String
  /// The English words for one thing.
  let singular: String?
  /// The number that decides the words' form; nil for the first number among the values.
  private let deciding: Int?
  let values: [Value]

  /// A message whose words do not depend on a number that is not a value of its own.
  init(template: String, singular: String? = nil, deciding: Int? = nil, values: [Value] = []) {
    self.template = template
    self.singular = singular
    self.deciding = deciding
    self.values = values
  }

  /// A message by its English words, such as those of a library; no brace in them is a placeholder.
  public init(words: String) { self.init(template: words) }

  /// One message of two, by how many there are of something.
  ///
  /// - Parameter other: the words for several; the values of both are the same, in the same order.
  public static func counted(
    _ count: Int, one: DiagnosticMessage, other: DiagnosticMessage
  ) -> DiagnosticMessage {
    DiagnosticMessage(
      template: other.template, singular: one.template, deciding: count, values: other.values)
  }

  /// The number that decides the words' form; nil if there is none.
  public var count: Int? {
    if let deciding { return deciding }
    for case .number(let number) in values { return number }
    return nil
  }

  /// Two messages as one.
  public static func + (left: DiagnosticMessage, right: DiagnosticMessage) -> DiagnosticMessage {
    let shifted = right.filled(right.template, words: { $0 }) { index, _ in
      "{\(index + 1 + left.values.count)}"
    }
    return DiagnosticMessage(
      template: left.template + shifted, values: left.values + right.values)
  }

  /// A template with its placeholders filled.
  ///
  /// Braces around anything but the number of a value stay as they are.
  ///
  /// - Parameters:
  ///   - words: the replacement for the template's own words.
  ///   - value: the replacement for a value, by its index and the value itself.
  func filled(
    _ template: String, words: (String) -> String, _ value: (Int, Value) -> String
  ) -> String {
    var result = ""
    var rest = template.utf8[...]
    var kept = rest.startIndex
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      rest = rest[rest.index(after: open)...]
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard rest[digits.endIndex...].first == UInt8(ascii: "}"),
        let number = Int(Substring(digits)), values.indices.contains(number - 1)
      else { continue }
      result += words(String(template[kept..<open])) + value(number - 1, values[number - 1])
      rest = rest[rest.index(after: digits.endIndex)...]
      kept = rest.startIndex
    }
    return result + words(String(template[kept...]))
  }
}

extension DiagnosticMessage: CustomStringConvertible {
  /// The message in English; without its middle if it is thousands of bytes long.
  public var description: String { EnglishMessages().text(self) }
}
