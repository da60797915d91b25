extension ReviewLedger {
  /// How far a document or row is approved.
  public struct Standing: Sendable {
    /// How many approvals are listed.
    public static let mostListed = 3

    /// The gravest state of its approvals; `never` without any.
    public let state: State
    /// Its approvals, each with its state there, the gravest first; no more than are listed.
    public let approvals: [(review: Review, state: State)]
    /// How many approvals it has.
    public let count: Int
  }

  /// The approvals that cover a part of a guide, of each reviewer the last one.
  ///
  /// Facts common to all of the part are found once, since a part may have many rows, and a guide
  /// many reviewers.
  struct Cover: Sendable {
    /// The indices of the approvals by their states if nothing changed, the gravest first.
    let order: [Int]
    /// How many of them are changed in every part.
    let changedCount: Int
    let members: Set<Int>
  }

  /// The approvals that count among some that are given by their indices.
  static func cover(_ indices: [Int], _ entries: [Entry], elsewhere: [State]) -> Cover {
    var last: [String: Int] = [:]
    for index in indices {
      let review = entries[index].review
      if let other = last[review.reviewer].map({ entries[$0].review }), other.date > review.date {
        continue
      }
      last[review.reviewer] = index
    }
    let order = last.values.sorted { (elsewhere[$0], $0) < (elsewhere[$1], $1) }
    return Cover(
      order: order, changedCount: order.prefix { elsewhere[$0] == .changed }.count,
      members: Set(order))
  }

  /// How far something is approved.
  ///
  /// - Parameters:
  ///   - changed: the indices of the approvals since which it changed, in order.
  static func standing(
    _ cover: Cover, changed: [Int], _ entries: [Entry], elsewhere: [State]
  ) -> Standing {
    let own = changed.filter(cover.members.contains)
    let most = Standing.mostListed
    let first = (own.prefix(most) + cover.order.prefix(min(most, cover.changedCount))).sorted()
    var listed = first.prefix(most).map { (review: entries[$0].review, state: State.changed) }
    let known = Set(own)
    for index in cover.order.dropFirst(cover.changedCount) where !known.contains(index) {
      guard listed.count < most else { break }
      listed.append((entries[index].review, elsewhere[index]))
    }
    return Standing(
      state: listed.first?.state ?? .never, approvals: listed, count: cover.order.count)
  }
}
