/// How a language writes whole numbers, learned from how it writes two of them.
public struct NumberStyle: Sendable {
  private let zero: UInt32
  private let separator: String
  private let first: Int
  private let others: Int
  private let groupsFourDigits: Bool

  /// Reads the style off the UI word `numbers`: 1234 and 12345678, divided by a space.
  ///
  /// Any other text gives Western digits in groups of three with commas.
  public init(_ examples: String) {
    let parts = examples.split(separator: " ").map { Array($0.unicodeScalars) }
    let usual = (parts.count == 2 ? parts : nil) ?? [Array("1,234".unicodeScalars), []]
    let groups = usual[1].split { !Self.isDigit($0) }.map(\.count)
    let digit = usual[0].first { Self.isDigit($0) }
    // The first digit of the example is 1.
    zero = digit.map { $0.value - 1 } ?? 0x30
    groupsFourDigits = usual[0].contains { !Self.isDigit($0) }
    let signs = usual[1].prefix { Self.isDigit($0) }.count
    let between = usual[1].dropFirst(signs).prefix { !Self.isDigit($0) }
    guard groups.reduce(0, +) == 8, let last = groups.last, groups.count > 1 else {
      (separator, first, others) = (groups.isEmpty ? "," : "", 3, 3)
      return
    }
    (separator, first) = (String(String.UnicodeScalarView(between)), last)
    others = groups.count > 2 ? groups[groups.count - 2] : last
  }

  /// A number with its groups divided.
  public func text(_ number: Int) -> String {
    let digits = Array(digits(of: number.magnitude))
    var result = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      result += digit
      let left = digits.count - index - 1
      let ends = left >= first && (left - first) % others == 0
      if ends, left > 0, digits.count > 4 || groupsFourDigits { result += separator }
    }
    return result
  }

  /// A number in the language's digits, without groups: a year, a day.
  public func plain(_ number: Int) -> String {
    (number < 0 ? "-" : "") + digits(of: number.magnitude).joined()
  }

  private func digits(of number: UInt) -> [String] {
    String(number).unicodeScalars.map { digit in
      Unicode.Scalar(zero + digit.value - 0x30).map { String($0) } ?? String(digit)
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }
}
