/// A value that fills a template's tags.
///
/// In a section `null`, `false`, empty text, empty markup and an empty list count as false;
/// everything else, zero included, counts as true.
public enum Value: Sendable {
  /// Appends markup to the output.
  public typealias HTMLWriter = @Sendable (inout [UInt8]) throws(TemplateError) -> Void

  /// Nothing; it also hides a field of the same name in an outer context.
  case null
  /// A Boolean, shown as `true` or `false`.
  case bool(Bool)
  /// A whole number, shown in decimal digits.
  case integer(Int)
  /// Text, escaped for HTML wherever a tag does not ask for the opposite.
  case text(String)
  /// The address of a page or file of the site, which begins with a slash. It is written relative
  /// to the rendered page. An address elsewhere is shown as it is.
  case address(String)
  /// UTF-8 markup that is safe already and never escaped again.
  case html([UInt8])
  /// Such markup, written only when it is shown, since it may be most of a large page.
  case writtenHTML(HTMLWriter)
  /// Values that a section repeats its content for; a variable tag shows nothing of it.
  case list([Value])
  /// A list whose values are made one at a time, when a section comes to them.
  case madeList(MadeValues)
  /// Named values that a section looks names up in; a variable tag shows nothing of it.
  case object(Fields)

  var isTrue: Bool {
    switch self {
    case .null: false
    case .bool(let value): value
    case .text(let text), .address(let text): !text.isEmpty
    case .html(let markup): !markup.isEmpty
    case .list(let values): !values.isEmpty
    case .madeList(let values): values.count > 0
    case .integer, .object, .writtenHTML: true
    }
  }

  /// The address of the fields while this value exists and does not change; nil if this is not an
  /// object.
  var scope: Scope? {
    guard case .object(let fields) = self else { return nil }
    return fields.scope
  }
}

/// Values that are made one at a time: all of a large table's at once would be many times its page.
public final class MadeValues: Sendable {
  let count: Int
  let make: @Sendable (Int) -> Value

  /// Describes values.
  ///
  /// - Parameter make: makes the value of a number from 0 on, the same one each time.
  public init(count: Int, _ make: @escaping @Sendable (Int) -> Value) {
    self.count = count
    self.make = make
  }
}

extension [Value] {
  /// The address of the first value, as long as the list exists and does not change.
  var firstPlace: UnsafePointer<Value>? { withUnsafeBufferPointer { $0.baseAddress } }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Makes text.
  public init(stringLiteral text: String) {
    self = .text(text)
  }

  /// Makes a Boolean.
  public init(booleanLiteral value: Bool) {
    self = .bool(value)
  }

  /// Makes a whole number.
  public init(integerLiteral number: Int) {
    self = .integer(number)
  }

  /// Makes a list.
  public init(arrayLiteral values: Value...) {
    self = .list(values)
  }

  /// Makes an object whose fields keep the order of the literal.
  public init(dictionaryLiteral fields: (Name, Value)...) {
    self = .object(Fields(fields))
  }
}
