import Base

extension GuideChanges {
  /// An approval, as `guide.json` lists it.
  public struct Approval: Sendable, Hashable {
    /// The approved scope: `guide`, a document's key, or a key and a row's id joined by `#`.
    public let scope: String
    /// The approver.
    public let reviewer: String
    /// The day.
    public let date: String
    /// How far it is valid; nil if it was deleted.
    public let state: ReviewLedger.State?

    /// Reads an entry of `reviews`; nil if it is not one.
    init?(_ json: JSONText) {
      guard let scope = json["scope"]?.text, let reviewer = json["by"]?.text,
        let date = json["date"]?.text,
        let state = json["state"]?.text.flatMap(ReviewLedger.State.init)
      else { return nil }
      self.init(scope: scope, reviewer: reviewer, date: date, state: state)
    }

    private init(scope: String, reviewer: String, date: String, state: ReviewLedger.State?) {
      self.scope = scope
      self.reviewer = reviewer
      self.date = date
      self.state = state
    }

    fileprivate var key: String { scope + "\u{1F}" + reviewer }

    fileprivate var deleted: Approval {
      Approval(scope: scope, reviewer: reviewer, date: date, state: nil)
    }
  }

  /// The approvals that are not valid in the newer guide, and were in the older one or are new.
  static func lapsed(from old: GuideIndex, to new: GuideIndex) -> [Approval] {
    let before = Dictionary(
      old.reviews.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let now = Set(new.reviews.map(\.key))
    let changed = new.reviews.filter { review in
      review.state != .approved && review.state != before[review.key]?.state
    }
    let deleted = old.reviews.filter { $0.state == .approved && !now.contains($0.key) }
    return changed + deleted.map(\.deleted)
  }
}
