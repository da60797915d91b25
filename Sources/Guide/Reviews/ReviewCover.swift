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
  /// A row is covered by its own approvals, its document's, and the guide's. Each cover has only its
  /// own, and asks the wider one for the others: a part may have many rows, and a guide many
  /// reviewers.
  final class Cover: Sendable {
    /// How many approvals that are first in order are kept, so that a row needs no search for them.
    private static let frontLength = 64

    private let wider: Cover?
    /// Its own approvals, by their indices: those by state if nothing changed, the gravest first.
    private let order: [Int]
    private let changedCount: Int
    private let members: Set<Int>
    /// The wider cover's approvals whose reviewers have a later one here.
    private let replaced: Set<Int>
    private let lastOfReviewer: [String: Int]
    private let front: [Bool: [Int]]
    private let elsewhere: [State]
    /// How many approvals there are, those of wider covers included.
    let count: Int

    /// Takes the approvals that count among some that are given by their indices.
    ///
    /// - Parameter isWide: whether narrower parts ask this cover.
    init(
      _ indices: [Int], within wider: Cover? = nil, isWide: Bool = true, _ entries: [Entry],
      elsewhere: [State]
    ) {
      var last: [String: Int] = [:]
      for index in indices {
        let review = entries[index].review
        let known = last[review.reviewer] ?? wider?.last(of: review.reviewer)
        if let other = known.map({ entries[$0].review }), other.date > review.date { continue }
        last[review.reviewer] = index
      }
      let order = last.values.sorted { (elsewhere[$0], $0) < (elsewhere[$1], $1) }
      let changedCount = order.prefix { elsewhere[$0] == .changed }.count
      let replaced = Set(last.keys.compactMap { wider?.last(of: $0) })
      self.wider = wider
      self.order = order
      self.changedCount = changedCount
      members = Set(order)
      self.replaced = replaced
      lastOfReviewer = last
      self.elsewhere = elsewhere
      count = (wider?.count ?? 0) - replaced.count + order.count
      var front: [Bool: [Int]] = [:]
      for isChanged in isWide ? [true, false] : [] {
        let own = isChanged ? order.prefix(changedCount) : order.dropFirst(changedCount)
        front[isChanged] = Self.first(
          Self.frontLength, own, wider, replaced, elsewhere, isChanged
        ) { _ in false }
      }
      self.front = front
    }

    private func last(of reviewer: String) -> Int? {
      lastOfReviewer[reviewer] ?? wider?.last(of: reviewer)
    }

    /// Whether an approval counts here.
    func contains(_ index: Int) -> Bool {
      members.contains(index)
        || !replaced.contains(index) && wider?.contains(index) ?? false
    }

    /// The first approvals in order, changed everywhere or not, without some.
    func first(_ count: Int, changed: Bool, besides isKnown: (Int) -> Bool) -> [Int] {
      if let front = front[changed] {
        let found = Self.prefix(of: front, count, besides: isKnown)
        if found.count == count || front.count < Self.frontLength { return found }
      }
      let own = changed ? order.prefix(changedCount) : order.dropFirst(changedCount)
      return Self.first(count, own, wider, replaced, elsewhere, changed, besides: isKnown)
    }

    private static func first(
      _ count: Int, _ own: ArraySlice<Int>, _ wider: Cover?, _ replaced: Set<Int>,
      _ elsewhere: [State], _ changed: Bool, besides isKnown: (Int) -> Bool
    ) -> [Int] {
      let others =
        wider?.first(count, changed: changed) { isKnown($0) || replaced.contains($0) } ?? []
      let all = prefix(of: own, count, besides: isKnown) + others
      return Array(all.sorted { (elsewhere[$0], $0) < (elsewhere[$1], $1) }.prefix(count))
    }

    private static func prefix(
      of list: some Sequence<Int>, _ count: Int, besides isKnown: (Int) -> Bool
    ) -> [Int] {
      var result: [Int] = []
      for index in list {
        if result.count == count { break }
        if !isKnown(index) { result.append(index) }
      }
      return result
    }
  }

  /// How far something is approved.
  ///
  /// - Parameters:
  ///   - changed: the indices of the approvals since which it changed, in order.
  static func standing(
    _ cover: Cover, changed: [Int], _ entries: [Entry], elsewhere: [State]
  ) -> Standing {
    let own = changed.filter(cover.contains)
    let most = Standing.mostListed
    let everywhere = cover.first(most, changed: true) { _ in false }
    let first = (own.prefix(most) + everywhere).sorted().prefix(most)
    var listed = first.map { (review: entries[$0].review, state: State.changed) }
    let known = Set(own)
    for index in cover.first(most - listed.count, changed: false, besides: known.contains) {
      listed.append((entries[index].review, elsewhere[index]))
    }
    return Standing(state: listed.first?.state ?? .never, approvals: listed, count: cover.count)
  }
}
