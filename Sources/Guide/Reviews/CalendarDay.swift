/// A day of the Gregorian calendar.
public struct CalendarDay: Sendable {
  private let year: Int
  private let month: Int
  private let day: Int

  /// Reads `2026-01-31`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (1...12).contains(month), day >= 1,
      day <= Self.length(of: month, in: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  private init(year: Int, month: Int, day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The day as `2026-01-31`; days of one form compare as texts do.
  public var text: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The day that is an ISO 8601 duration of years, months, weeks and days later.
  ///
  /// - Returns: nil if the text is not such a duration, or ends after the year 9999.
  public func adding(_ duration: String) -> CalendarDay? {
    guard let (months, days) = Self.span(duration) else { return nil }
    var (year, month) = (year + (month - 1 + months) / 12, (month - 1 + months) % 12 + 1)
    var day = min(day, Self.length(of: month, in: year)) + days
    while day > Self.length(of: month, in: year) {
      day -= Self.length(of: month, in: year)
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return year <= 9999 ? CalendarDay(year: year, month: month, day: day) : nil
  }

  /// Whether a text is an ISO 8601 duration of years, months, weeks and days.
  public static func isDuration(_ text: String) -> Bool { span(text) != nil }

  private static func span(_ duration: String) -> (months: Int, days: Int)? {
    guard duration.hasPrefix("P"), duration.utf8.count > 2 else { return nil }
    var (months, days) = (0, 0)
    var digits = ""
    for character in duration.dropFirst() {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      guard let number = Int(digits), number <= 10_000 else { return nil }
      switch character {
      case "Y": months += 12 * number
      case "M": months += number
      case "W": days += 7 * number
      case "D": days += number
      default: return nil
      }
      digits = ""
    }
    return digits.isEmpty ? (months, days) : nil
  }

  /// The day that is so many days later; nil if that is after the year 9999.
  func adding(days: Int) -> CalendarDay? { adding("P\(days)D") }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
