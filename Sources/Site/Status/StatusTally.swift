import Guide

/// The possible states of a translation on the status page, the gravest first.
enum StatusState: String, CaseIterable {
  case missing
  case fallback
  case owner
  case stale
  case incomplete
  case machine
  case unstamped
  case current

  /// Whether it is more than a question of trust.
  var needsWork: Bool { ![.machine, .unstamped, .current].contains(self) }

  /// Several of them.
  struct Group: OptionSet {
    let rawValue: Int

    init(rawValue: Int) { self.rawValue = rawValue }

    init(_ state: StatusState) { rawValue = 1 << (StatusState.allCases.firstIndex(of: state) ?? 0) }

    /// Those that are in it, the gravest first.
    var states: [StatusState] { StatusState.allCases.filter { contains(Group($0)) } }
  }
}

/// How much of one or more documents a locale has as the source has it.
///
/// Counted in rows, and one more a document for all text outside them.
struct StatusTally {
  private(set) var current = 0
  private(set) var total = 0
  private(set) var documentCount = 0
  private(set) var group: StatusState.Group = []

  /// The states, the gravest first.
  var states: [StatusState] {
    let states = group.states
    return states.count > 1 ? states.filter { $0 != .current } : states
  }

  /// Whether a translator has something to bring up to date.
  var needsWork: Bool { group.states.contains { $0.needsWork } }

  /// The share that agrees with the source, in whole percent, rounded down.
  var percent: Int { total == 0 ? 100 : current * 100 / total }

  /// How much is behind, from 0 for nothing to 4 for all; of a text without rows, which is right or
  /// not, 2.
  var level: Int {
    if total == 1 { return current == 1 ? 0 : group.contains(.init(.missing)) ? 4 : 2 }
    return [100, 90, 50, 1].firstIndex { percent >= $0 } ?? 4
  }

  /// Adds a document of a locale.
  mutating func add(_ document: DocumentSet, _ locale: Int, of guide: Guide) {
    let hasSource = document.versions[guide.sourceIndex] != nil
    let wanted = document.responsibilities.count {
      !hasSource || $0.rows[guide.sourceIndex] != nil
    }
    documentCount += 1
    total += wanted + 1
    guard let version = document.versions[locale] else {
      let isShown = guide.shownLocale(of: document, for: locale) != nil
      group.insert(.init(isShown ? .fallback : .missing))
      return
    }
    let lacking = document.responsibilities.count {
      $0.rows[locale] == nil && (!hasSource || $0.rows[guide.sourceIndex] != nil)
    }
    if lacking > 0 { group.insert(.init(.incomplete)) }
    if version.document.metadata.isMachineTranslated { group.insert(.init(.machine)) }
    current += agreeing(version.freshness, of: wanted - lacking)
    if group.isEmpty { group.insert(.init(.current)) }
  }

  /// Counts the rows that agree, of those that the locale has, and the text around them.
  private mutating func agreeing(_ freshness: Freshness?, of rows: Int) -> Int {
    guard let freshness else {
      group.insert(.init(.current))
      return rows + 1
    }
    if freshness.basis == .none { group.insert(.init(.unstamped)) }
    let (wording, owner) = (freshness.count(of: .wording), freshness.count(of: .owner))
    let both = freshness.count(of: .wordingAndOwner)
    if freshness.textChanged || wording > 0 { group.insert(.init(.stale)) }
    if owner > 0 { group.insert(.init(.owner)) }
    if freshness.basis == .dates, freshness.textChanged { return 0 }
    if freshness.count(of: .unstamped) > 0 { group.insert(.init(.unstamped)) }
    return rows - (wording + owner - both) + (freshness.textChanged ? 0 : 1)
  }

  static func + (left: StatusTally, right: StatusTally) -> StatusTally {
    var sum = left
    sum.current += right.current
    sum.total += right.total
    sum.documentCount += right.documentCount
    sum.group.formUnion(right.group)
    return sum
  }
}
