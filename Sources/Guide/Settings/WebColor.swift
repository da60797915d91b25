/// A color of the web's usual space, sRGB.
public struct WebColor: Sendable, Hashable {
  /// Its parts, each from 0 to 255.
  public let red, green, blue: Int

  /// A color by its parts, each from 0 to 255.
  public init(red: Int, green: Int, blue: Int) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// Reads `#0b6478` or `#06f`; nil if it is neither.
  public init?(_ text: String) {
    guard text.hasPrefix("#") else { return nil }
    let digits = text.dropFirst().compactMap(\.hexDigitValue)
    guard digits.count == text.count - 1 else { return nil }
    switch digits.count {
    case 3: self.init(red: digits[0] * 17, green: digits[1] * 17, blue: digits[2] * 17)
    case 6:
      self.init(
        red: digits[0] * 16 + digits[1], green: digits[2] * 16 + digits[3],
        blue: digits[4] * 16 + digits[5])
    default: return nil
    }
  }

  /// `#0b6478`.
  public var text: String {
    [red, green, blue].reduce(into: "#") { text, part in
      text += part < 16 ? "0" : ""
      text += String(part, radix: 16)
    }
  }

  /// The color with so much of another in it, in hundredths.
  public func mixed(with other: WebColor, _ share: Int) -> WebColor {
    func mix(_ one: Int, _ two: Int) -> Int { (one * (100 - share) + two * share + 50) / 100 }
    return WebColor(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  /// The contrast of two colors, from 1 to 21 (WCAG 2.2, "contrast ratio").
  public func contrast(with other: WebColor) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// How light it is, from 0 to 1 (WCAG 2.2, "relative luminance").
  private var luminance: Double {
    func linear(_ part: Int) -> Double { WebColor.linear[part] }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The linear light of each step of a color's part.
  private static let linear: [Double] = (0...255).map { part in
    let value = Double(part) / 255
    return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
  }

  /// The power 2.4 of a number from 0 to 1: the square by the square root by the tenth root.
  private static func power(_ value: Double) -> Double {
    // Newton's steps to the fifth root; from 1 they fall to it.
    var root = 1.0
    for _ in 0..<60 { root = (4 * root + value / (root * root * root * root)) / 5 }
    return value * value * root * root
  }
}
