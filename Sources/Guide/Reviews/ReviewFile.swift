import Base

/// An approval of a part of a guide, as `reviews.yml` records it.
public struct Review: Sendable, Hashable {
  /// What was approved: `guide`, a document's key, or a key and a row's id with `#` between them.
  public let scope: String
  /// Who approved it: a party's id or a person.
  public let reviewer: String
  /// The day, `2026-01-31`.
  public let date: String
  /// The digest of text and letters at that time.
  public let digest: String
  /// How long it holds, an ISO 8601 duration such as `P1Y`; nil if it has no end.
  public let duration: String?
  /// Where it is written.
  public let location: SourceLocation

  /// The last day on which it holds; nil if it has no end.
  public var lastDay: String? { duration.flatMap { CalendarDay(date)?.adding($0)?.text } }

  /// The entry as lines of `reviews.yml`.
  public var lines: [String] {
    ["  - scope: \(Self.quoted(scope))", "    by: \(Self.quoted(reviewer))", "    date: \(date)"]
      + ["    digest: \"\(digest)\""] + (duration.map { ["    valid: \($0)"] } ?? [])
  }

  /// Text in double quotes as YAML has it.
  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      default: scalar.value < 0x20 ? " " : String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }

  /// Describes an approval.
  public init(
    scope: String, reviewer: String, date: String, digest: String, duration: String?,
    location: SourceLocation
  ) {
    self.scope = scope
    self.reviewer = reviewer
    self.date = date
    self.digest = digest
    self.duration = duration
    self.location = location
  }
}

/// What `reviews.yml` says.
public enum ReviewFile {
  /// The keys that an entry may have.
  public static let keys = ["scope", "by", "date", "digest", "valid"]

  /// Reads a file.
  ///
  /// - Returns: the approvals in the order of the file, and all that is wrong with it.
  public static func load(_ file: SourceFile) -> (reviews: [Review], diagnostics: [Diagnostic]) {
    if let defect = file.defect() { return ([], [defect]) }
    let (root, findings) = YAMLParser.parse(file.bytes, path: file.path)
    guard let root else { return ([], findings) }
    var fields = YAMLFields(root, what: "reviews.yml", known: ["reviews"], invalid: .reviewInvalid)
    var reviews: [Review] = []
    if let list = fields.node("reviews") {
      if list.elements == nil {
        fields.report(
          .reviewInvalid, "'reviews' must be a list, not \(list.kind)", at: list.location)
      }
      for node in list.elements ?? [] {
        if let review = review(node, &fields) { reviews.append(review) }
      }
    }
    return (reviews, findings + fields.diagnostics)
  }

  private static func review(_ node: YAMLNode, _ fields: inout YAMLFields) -> Review? {
    var inner = YAMLFields(node, what: "a review", known: keys, invalid: .reviewInvalid)
    let values = keys.map { ($0, inner.text($0)) }
    for (key, value) in values where value == nil && key != "valid" && node.members != nil {
      inner.report(.reviewInvalid, "the review has no '\(key)'", at: node.location)
    }
    let duration = values.last?.1
    if let date = values[2].1, CalendarDay(date) == nil {
      inner.report(
        .reviewInvalid, "'\(date)' is not a day such as 2026-01-31", at: node.location)
    }
    if let duration, CalendarDay("2000-01-01")?.adding(duration) == nil {
      inner.report(
        .reviewInvalid, "'\(duration)' is not a duration such as P1Y or P90D", at: node.location)
    }
    fields.absorb(inner)
    guard inner.diagnostics.isEmpty, let scope = values[0].1, let reviewer = values[1].1,
      let date = values[2].1, let digest = values[3].1
    else { return nil }
    return Review(
      scope: scope, reviewer: reviewer, date: date, digest: digest, duration: duration,
      location: node.location)
  }
}

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
  /// - Returns: nil if the text is no such duration, or ends after the year 9999.
  public func adding(_ duration: String) -> CalendarDay? {
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
    guard digits.isEmpty else { return nil }
    var (year, month) = (year + (month - 1 + months) / 12, (month - 1 + months) % 12 + 1)
    var day = min(day, Self.length(of: month, in: year)) + days
    while day > Self.length(of: month, in: year) {
      day -= Self.length(of: month, in: year)
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return year <= 9999 ? CalendarDay(year: year, month: month, day: day) : nil
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
