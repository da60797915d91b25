import Guide
import Mustache

extension ReviewLedger.State {
  /// The word for it.
  var word: String { "review_\(rawValue)" }

  /// The sign for it, which that of a translation's state is.
  var symbolWord: String {
    switch self {
    case .approved: "state_symbol_current"
    case .changed: "state_symbol_owner"
    case .expired: "state_symbol_stale"
    case .never: "state_symbol_unstamped"
    }
  }
}

extension Site {
  /// The page of reviews, for a locale; none if nobody approved anything.
  func reviewJobs(_ locale: Int) -> [PageJob] {
    guide.reviews == nil ? [] : [.reviews(locale: locale)]
  }

  /// How far a document is approved; null if nobody approved anything.
  func review(ofDocument document: Int, _ locale: Int) -> Value {
    guard let ledger = guide.reviews else { return .null }
    return .object(review(ledger.standing(ofDocument: document), locale))
  }

  /// How far a row is approved; null if nobody approved anything.
  ///
  /// A page shows it if it adds to the page's review of the document.
  func review(ofRow id: String, in document: Int, _ locale: Int) -> Value {
    guard let ledger = guide.reviews else { return .null }
    let standing = ledger.standing(ofRow: id, in: document)
    var fields = review(standing, locale)
    let isNotable =
      standing.state == .changed || ledger.hasOwnApproval(ofRow: id, in: document)
    fields.append("is_notable", .bool(isNotable))
    return .object(fields)
  }

  /// How far the documents are approved, counted by state; null if nobody approved anything.
  func reviewCounts(_ locale: Int) -> Value {
    guard let ledger = guide.reviews else { return .null }
    var counts: [ReviewLedger.State: Int] = [:]
    for document in guide.documents.indices {
      counts[ledger.standing(ofDocument: document).state, default: 0] += 1
    }
    let strings = guide.locales[locale].strings
    let states: [Value] = ReviewLedger.State.allCases.compactMap { state in
      counts[state].map { count in
        var fields = self.state(state, locale)
        fields.append("count", .text(strings.number(count)))
        return .object(fields)
      }
    }
    return ["states": .list(states)]
  }

  /// The approvals by a party that still count, by state; null if there are none.
  func reviews(byParty party: Int, _ locale: Int) -> Value {
    let id = guide.settings.parties[party].text
    let own = guide.reviews?.entries.filter { $0.review.reviewer == id } ?? []
    guard !own.isEmpty else { return .null }
    let strings = guide.locales[locale].strings
    let states: [Value] = ReviewLedger.State.allCases.compactMap { state in
      let count = own.count { $0.state == state }
      guard count > 0 else { return nil }
      var fields = self.state(state, locale)
      fields.append("count", .text(strings.number(count)))
      return .object(fields)
    }
    return ["states": .list(states)]
  }

  private func review(_ standing: ReviewLedger.Standing, _ locale: Int) -> Fields {
    // A page of many rows would else grow with its rows times its reviewers.
    let rest = standing.count - standing.approvals.count
    let approvals: [Value] = standing.approvals.map { approval in
      var fields = state(approval.state, locale)
      for (name, value) in details(of: approval.review, locale) { fields.append(name, value) }
      return .object(fields)
    }
    var never = state(.never, locale)
    never.append("by", .null)
    let none: [Value] = [.object(never)]
    return [
      "state": .text(standing.state.rawValue),
      "approvals": .list(approvals.isEmpty ? none : approvals),
      "more": rest > 0
        ? ["text": number(rest, locale), "url": .address(paths.url(paths.reviews(locale)))] : .null,
    ]
  }

  /// A state as templates show it.
  func state(_ state: ReviewLedger.State, _ locale: Int) -> Fields {
    let strings = guide.locales[locale].strings
    return [
      "state": .text(state.rawValue), "label": .text(strings[state.word]),
      "symbol": .text(strings[state.symbolWord]),
      "url": .address(paths.url(paths.reviews(locale))),
    ]
  }

  /// The reviewer, the day of the approval, and the day on which it ends.
  func details(of review: Review, _ locale: Int) -> [(Name, Value)] {
    let strings = guide.locales[locale].strings
    let maker = strings.list([reviewer(review, locale), strings.date(review.date)])
    return [
      ("by", .text(maker)),
      (
        "until",
        review.lastDay.map {
          .text(strings.filled("review_until", ["date": strings.date($0)]))
        } ?? .null
      ),
    ]
  }

  /// The name of a reviewer; for a party, its name in the locale.
  private func reviewer(_ review: Review, _ locale: Int) -> String {
    let party = guide.settings.parties.firstIndex { $0.text == review.reviewer }
    return party.map { guide.locales[locale].parties[$0].name } ?? review.reviewer
  }
}
