import Base

/// The words of the user interface in one locale.
public struct StringTable: Sendable {
  /// The words by key, complete: words that a locale lacks come from the next of its chain.
  public let words: [String: String]
  private let plurals: PluralRules
  private let numbers: NumberStyle
  private let isRightToLeft: Bool

  /// Takes words that are complete.
  ///
  /// - Parameters:
  ///   - tag: the locale, whose plural rules count.
  ///   - isRightToLeft: whether its texts run from right to left; nil for the locale's default.
  public init(words: [String: String], tag: String = "en", isRightToLeft: Bool? = nil) {
    self.words = words
    plurals = PluralRules(tag)
    numbers = NumberStyle(words["numbers"] ?? "")
    self.isRightToLeft = isRightToLeft ?? (ScriptDirection.direction(of: tag) == .rightToLeft)
  }

  /// A word; the key itself if it is unknown.
  public subscript(_ key: String) -> String { words[key] ?? key }

  /// A word with its placeholders filled; each value keeps its direction to itself.
  ///
  /// - Parameter values: the values that replace `{name}`, by name.
  public func filled(_ key: String, _ values: [String: String]) -> String {
    let text = self[key]
    return fill(PluralWord.forms(of: text)?[.other] ?? text, values)
  }

  /// A word in the form that a number asks for, with `{count}` and other placeholders filled.
  public func counted(_ key: String, _ count: Int, _ values: [String: String] = [:]) -> String {
    let text = self[key]
    let forms = PluralWord.forms(of: text)
    let form = forms?[plurals.category(of: count)] ?? forms?[.other] ?? text
    return fill(form, values.merging(["count": number(count)]) { $1 })
  }

  /// A whole number as the locale writes it.
  public func number(_ number: Int) -> String { numbers.text(number) }

  /// A whole number of hundredths as the locale writes it.
  public func percent(_ hundredths: Int) -> String {
    filled("percent", ["percent": number(hundredths)])
  }

  /// A day, `2026-01-31`, as the locale writes it; another text as it is.
  public func date(_ day: String) -> String {
    let parts = day.split(separator: "-").map { Int($0) ?? 0 }
    let months = self["date_months"].split(separator: ",").map(trimmed)
    guard parts.count == 3, months.count == 12, (1...12).contains(parts[1]), parts[2] > 0 else {
      return day
    }
    return filled(
      "date_pattern",
      [
        "day": numbers.plain(parts[2]), "month": months[parts[1] - 1],
        "year": numbers.plain(parts[0]),
      ])
  }

  /// A label with its value: `Language: Deutsch`.
  public func labeled(_ label: String, _ value: String) -> String {
    filled("label_value", ["label": label, "value": value])
  }

  /// A label before a value that has an element of its own, with the space between them if the
  /// language has one: `Language: `.
  public func label(_ key: String) -> String { labeled(self[key], "") }

  /// Texts one after another: `a, b, c`.
  public func list(_ texts: [String]) -> String {
    texts.map { BidiIsolate.isolated($0, in: isRightToLeft) }
      .joined(separator: self["list_separator"])
  }

  private func fill(_ word: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = word.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let name = word[word.utf8.index(after: open)..<close]
      result += word[rest.startIndex..<open]
      result +=
        values[String(name)].map { BidiIsolate.isolated($0, in: isRightToLeft) }
        ?? String(word[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + word[rest.startIndex...]
  }

  private func trimmed(_ text: Substring) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
