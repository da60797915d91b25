import Base

/// The approvals of a guide on a day: which are valid, which lapsed, and why.
public struct ReviewLedger: Sendable {
  /// How far an approval is valid, the gravest first.
  public enum State: String, Sendable, CaseIterable, Comparable {
    /// Text or letters changed since.
    case changed
    /// Its time ran out.
    case expired
    /// The approved scope is unchanged.
    case approved
    /// Nobody approved it.
    case never

    /// Whether one is graver than another.
    public static func < (left: State, right: State) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// The last approval of a scope by one reviewer.
  public struct Entry: Sendable {
    /// The approval.
    public let review: Review
    /// How far it is valid as a whole.
    public let state: State
    /// Whether it ends within a month.
    public let endsSoon: Bool
    /// The document that it is of; nil for the whole guide.
    public let document: Int?
    /// The row that it is of.
    public let row: String?
    /// The changes since; nil if they are unknown.
    public let changes: [ReviewChange]?
    /// Whether its time ran out.
    let isOver: Bool
    /// The keys of changed rows and documents.
    fileprivate let changedKeys: Set<String>

    /// How far it is valid for a part of its scope in which nothing changed: changes elsewhere, if
    /// they are known, say nothing of it.
    fileprivate var stateElsewhere: State {
      changes == nil && state == .changed ? .changed : isOver ? .expired : .approved
    }
  }

  /// How many days before its end an approval is reported to end.
  static let daysBeforeEnd = 30
  /// The number of entries of records that are compared; changes since further approvals are
  /// unknown.
  private static let mostCompared = 200_000

  /// The day, `2026-01-31`.
  public let date: String
  /// The approvals that count, in the order of the file.
  public let entries: [Entry]
  /// The errors in approvals.
  public let findings: [Diagnostic]
  private let keys: [String]
  private let ofRow: [String: [Int]]
  /// The state of each approval if nothing changed since.
  private let elsewhere: [State]
  /// The approvals since which a document or row changed, by its key.
  private let changedAt: [String: [Int]]
  private let guideCover: Cover
  /// For the documents that have approvals of their own.
  private let documentCovers: [Int: Cover]

  /// Compares approvals with the guide as it is.
  ///
  /// Of several by one reviewer for one scope, the last counts.
  ///
  /// - Parameter wording: finds the words that changed; nil leaves them out.
  /// - Throws: `FileError` if the disk does not return the source's texts.
  init(
    _ reviews: [Review], of guide: Guide, _ scopes: inout ReviewScopes,
    wording: ReviewWording? = nil, date: String
  ) throws(FileError) {
    var last: [String: Int] = [:]
    for (index, review) in reviews.enumerated() {
      last["\(review.scope)\u{1F}\(review.reviewer)"] = index
    }
    let counting = Set(last.values)
    let soon = CalendarDay(date)?.adding(days: Self.daysBeforeEnd)?.text ?? date
    var entries: [Entry] = []
    var findings: [Diagnostic] = []
    var wording = wording
    var left = Self.mostCompared
    for index in reviews.indices where counting.contains(index) {
      let review = reviews[index]
      guard let target = scopes.target(review.scope) else {
        findings.append(review.unknownScope)
        continue
      }
      let entry = try Entry(
        review, target, &scopes, &wording, left: &left, date: date, soon: soon)
      entries.append(entry)
      if let finding = entry.finding { findings.append(finding) }
    }
    self.date = date
    self.entries = entries
    self.findings = findings
    keys = guide.documents.map(\.key)
    var (ofGuide, ofDocument, ofRow): ([Int], [Int: [Int]], [String: [Int]]) = ([], [:], [:])
    for (index, entry) in entries.enumerated() {
      if let document = entry.document, let row = entry.row {
        ofRow["\(document)#\(row)", default: []].append(index)
      } else if let document = entry.document {
        ofDocument[document, default: []].append(index)
      } else {
        ofGuide.append(index)
      }
    }
    self.ofRow = ofRow
    var changedAt: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      for key in entry.changedKeys { changedAt[key, default: []].append(index) }
    }
    self.changedAt = changedAt
    let elsewhere = entries.map(\.stateElsewhere)
    self.elsewhere = elsewhere
    let guideCover = Cover(ofGuide, entries, elsewhere: elsewhere)
    self.guideCover = guideCover
    documentCovers = ofDocument.mapValues { [entries] in
      Cover($0, within: guideCover, entries, elsewhere: elsewhere)
    }
  }

  /// How far a document is approved, by its index in the guide.
  public func standing(ofDocument document: Int) -> Standing {
    standing(documentCovers[document] ?? guideCover, keys[document])
  }

  /// How far a row of a document is approved.
  public func standing(ofRow id: String, in document: Int) -> Standing {
    let key = "\(keys[document])#\(id)"
    guard let own = ofRow["\(document)#\(id)"] else {
      return standing(documentCovers[document] ?? guideCover, key)
    }
    let wider = documentCovers[document] ?? guideCover
    let cover = Cover(own, within: wider, isWide: false, entries, elsewhere: elsewhere)
    return standing(cover, key)
  }

  /// Whether somebody approved a row by itself.
  public func hasOwnApproval(ofRow id: String, in document: Int) -> Bool {
    ofRow["\(document)#\(id)"] != nil
  }

  private func standing(_ cover: Cover, _ key: String) -> Standing {
    Self.standing(cover, changed: changedAt[key] ?? [], entries, elsewhere: elsewhere)
  }

  /// The inputs of pages in addition to the guide's files and the day's verdicts on each approval.
  public var fingerprint: String {
    entries.map { entry in
      (entry.changes == nil ? entry.state.rawValue : "") + (entry.isOver ? "!" : "")
        + (entry.endsSoon ? "?" : "")
    }.joined(separator: ",")
  }
}

extension ReviewLedger.Entry {
  fileprivate init(
    _ review: Review, _ target: ReviewScopes.Target, _ scopes: inout ReviewScopes,
    _ wording: inout ReviewWording?, left: inout Int, date: String, soon: String
  ) throws(FileError) {
    self.review = review
    switch target {
    case .guide: (document, row) = (nil, nil)
    case .document(let index): (document, row) = (index, nil)
    case .row(let index, let id): (document, row) = (index, id)
    }
    isOver = review.isOver(on: date)
    let isChanged = try scopes.digest(of: target) != review.digest
    if !isChanged {
      changes = []
    } else if left > 0, let record = review.record {
      let now = try scopes.record(of: target)
      left -= now.entries.count + record.entries.count
      var changed = now.changes(since: record)
      for index in changed.indices {
        (changed[index].document, changed[index].row) = scopes.division(of: changed[index].key)
        guard changed[index].isReworded, let place = scopes.place(of: changed[index].key) else {
          continue
        }
        changed[index].difference = try wording?.difference(
          document: place.document, row: place.row, digest: changed[index].text)
      }
      changes = changed
    } else {
      changes = nil
    }
    state = isChanged ? .changed : isOver ? .expired : .approved
    endsSoon = state == .approved && review.ends(by: soon)
    var keys: Set<String> = []
    for change in changes ?? [] {
      keys.insert(change.key)
      if let document = change.document { keys.insert(scopes.key(of: document)) }
    }
    changedKeys = keys
  }

  /// A finding that it is no longer valid.
  fileprivate var finding: Diagnostic? {
    let hint: DiagnosticMessage =
      "review it, and then run 'rolebook approve --scope \(review.scope) --by NAME'"
    switch state {
    case .changed:
      return Diagnostic(
        .reviewChanged,
        "'\(review.scope)' changed since '\(review.reviewer)' approved it on \(review.date)",
        at: review.location, hint: hint)
    case .expired:
      return Diagnostic(
        .reviewExpired,
        "the approval of '\(review.scope)' by '\(review.reviewer)' ended on \(review.lastDay ?? "")",
        at: review.location, hint: hint)
    case .approved, .never: return nil
    }
  }
}

extension Review {
  /// Whether its last day is before another.
  fileprivate func isOver(on date: String) -> Bool { lastDay.map { $0 < date } ?? false }

  /// Whether its last day is not behind another.
  fileprivate func ends(by date: String) -> Bool { lastDay.map { $0 <= date } ?? false }

  fileprivate var unknownScope: Diagnostic {
    Diagnostic(
      .reviewInvalid, "'\(scope)' is not a document or row of the guide",
      at: location, hint: "write 'guide', a document's key, or KEY#ROW")
  }

  /// The effect of the day on reviews, apart from the guide: which ended, and which end soon.
  public static func verdicts(on date: String, _ reviews: [Review]) -> String {
    let soon = CalendarDay(date)?.adding(days: ReviewLedger.daysBeforeEnd)?.text ?? date
    return String(
      reviews.map { review -> Character in
        review.isOver(on: date) ? "!" : review.ends(by: soon) ? "?" : "."
      })
  }
}
