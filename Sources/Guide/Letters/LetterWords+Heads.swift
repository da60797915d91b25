import Base

/// Heads that name owners, deputies, or times.
extension LetterWords {
  /// The letters of those who look after the rows.
  static let keeper: LetterSet = [.responsible, .accountable]

  /// Whether a head calls those who look after the rows: "Maintainer", "Code owners".
  ///
  /// In cells such words are names of roles.
  func callsKeepers(_ head: String, in locale: String) -> Bool {
    let keepers = list("read_keeper", in: locale)
    return keepers.contains(Self.normalized(head))
      || keepers.contains(Self.normalized(NameReader.withoutParentheses(head).base))
  }

  /// Whether a head calls those who act if an owner cannot: "Backup", "Secondary owner".
  func callsDeputies(_ head: String, in locale: String) -> Bool {
    let deputies = list("read_deputy", in: locale)
    return deputies.contains(Self.normalized(head))
      || deputies.contains(Self.normalized(NameReader.withoutParentheses(head).base))
  }

  /// Whether a head calls the first of several owners, if the next head calls deputies: "Primary".
  func callsFirst(_ head: String, in locale: String) -> Bool {
    list("read_role", in: locale).contains(Self.normalized(head))
      && !callsDeputies(head, in: locale)
  }

  /// Whether a head is a word for a team and nothing else.
  func callsTeam(_ head: String, in locale: String) -> Bool {
    let word = Self.normalized(head)
    return list("read_people", in: locale).contains(word)
      && list("read_filler", in: locale).contains(word)
  }

  /// Whether a text is a word for all parties, even if it has another meaning in other tables.
  func saysAll(_ text: String, in locale: String) -> Bool {
    meaning(of: text, in: locale) == .shared
      || list("read_shared", in: locale).contains(Self.normalized(text))
  }

  /// Whether all of several heads are numbered times, such as "Phase 1" and "Q3".
  func arePeriods(_ heads: [String], in locale: String) -> Bool {
    let periods = list("read_period", in: locale)
    return heads.count > 1 && heads.allSatisfy { Self.isPeriod($0, periods) }
  }

  private static let romanNumbers: Set<Substring> = ["i", "ii", "iii", "iv", "v", "vi"]

  private static func isPeriod(_ head: String, _ periods: Set<String>) -> Bool {
    let words = normalized(head).split(separator: " ")
    guard let first = words.first else { return false }
    let second = words.dropFirst().first ?? ""
    let name = first.prefix { !$0.isNumber }
    // "1st quarter" begins with the number.
    if name.isEmpty { return periods.contains(String(second)) }
    guard periods.contains(String(name)) else { return false }
    return name != first || second.first?.isNumber == true || romanNumbers.contains(second)
  }
}
