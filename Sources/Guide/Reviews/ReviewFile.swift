import Base

/// An approval of a part of a guide, as `reviews.yml` records it.
public struct Review: Sendable, Hashable {
  /// The approved scope: `guide`, a document's key, or a key and a row's id with `#` between them.
  public let scope: String
  /// The approver: a party's id or a person.
  public let reviewer: String
  /// The day, `2026-01-31`.
  public let date: String
  /// The digest of text and letters at that time.
  public let digest: String
  /// How long it is valid, an ISO 8601 duration such as `P1Y`; nil if it has no end.
  public let duration: String?
  /// The state of the scope, as `ReviewRecord` has it; nil if nobody recorded it.
  public let record: ReviewRecord?
  /// Its location in the file.
  public let location: SourceLocation

  /// The last day on which it is valid; nil if it has no end.
  public var lastDay: String? { duration.flatMap { CalendarDay(date)?.adding($0)?.text } }

  /// The entry as lines of `reviews.yml`.
  public var lines: [String] {
    [
      "  - scope: \(YAMLScalar.quoted(scope))", "    by: \(YAMLScalar.quoted(reviewer))",
      "    date: \(date)",
    ]
      + ["    digest: \"\(digest)\""] + (duration.map { ["    valid: \($0)"] } ?? [])
      + (record.map { record in
        ["    record:"]
          + record.entries.map {
            "      \(YAMLScalar.quoted($0.key)): \(YAMLScalar.quoted($0.value))"
          }
      } ?? [])
  }

  /// The entry in braces.
  var flow: String {
    let record = record.map { record in
      let entries = record.entries.map {
        "\(YAMLScalar.quoted($0.key)): \(YAMLScalar.quoted($0.value))"
      }
      return ", record: {" + entries.joined(separator: ", ") + "}"
    }
    return "{scope: \(YAMLScalar.quoted(scope)), by: \(YAMLScalar.quoted(reviewer)), "
      + "date: \(date), digest: \"\(digest)\"\(duration.map { ", valid: \($0)" } ?? "")\(record ?? "")}"
  }

  /// Describes an approval.
  public init(
    scope: String, reviewer: String, date: String, digest: String, duration: String?,
    record: ReviewRecord? = nil, location: SourceLocation
  ) {
    self.record = record
    self.scope = scope
    self.reviewer = reviewer
    self.date = date
    self.digest = digest
    self.duration = duration
    self.location = location
  }
}

/// The contents of `reviews.yml`.
public enum ReviewFile {
  /// The keys that an entry may have.
  public static let keys = ["scope", "by", "date", "digest", "valid", "record"]
  /// How many approvals are read.
  static let mostReviews = 5_000

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
      let elements = list.elements ?? []
      if elements.count > mostReviews {
        fields.report(
          .reviewInvalid, "there are \(elements.count) reviews; only \(mostReviews) are read",
          at: elements[mostReviews].location, hint: "delete superseded entries")
      }
      for node in elements.prefix(mostReviews) {
        if let review = review(node, &fields) { reviews.append(review) }
      }
    }
    return (reviews, findings + fields.diagnostics)
  }

  private static func review(_ node: YAMLNode, _ fields: inout YAMLFields) -> Review? {
    var inner = YAMLFields(node, what: "a review", known: keys, invalid: .reviewInvalid)
    let values = keys.dropLast().map { ($0, inner.text($0)) }
    for (key, value) in values where value == nil && key != "valid" && node.members != nil {
      inner.report(.reviewInvalid, "the review has no '\(key)'", at: node.location)
    }
    if let name = values[1].1, !ContactForm.isName(name) {
      inner.report(
        .reviewInvalid, "'\(name)' in 'by' is not a name on one line", at: node.location)
    }
    let duration = values.last?.1
    let record = inner.node("record").map { ReviewRecord(reading: $0, &inner) }
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
      record: record, location: node.location)
  }
}
