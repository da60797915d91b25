import Base

/// How many parties may have one letter of a row.
struct LetterBounds {
  /// An error in the number of parties with a letter.
  typealias Defect = (id: DiagnosticID, message: DiagnosticMessage, hint: DiagnosticMessage)

  private let letter: LetterScheme.Letter
  /// Whether R and A are the ones of RACI, which have names in messages.
  private let isOfRACI: Bool
  /// Whether who answers for a row does not do its work as well.
  private let needsWork: Bool

  init(_ letter: LetterScheme.Letter, isOfRACI: Bool, needsWork: Bool) {
    self.letter = letter
    self.isOfRACI = isOfRACI
    self.needsWork = needsWork
  }

  /// The error if those parties have the letter in a row; nil if there is none.
  func defect(_ holders: [String], of row: String) -> Defect? {
    if isOfRACI, letter.character == "R", !needsWork { return nil }
    let isTooMany = letter.maximum.map { holders.count > $0 } ?? false
    guard holders.count < letter.minimum || isTooMany else { return nil }
    if isOfRACI, letter.character == "A" {
      let message: DiagnosticMessage =
        holders.isEmpty
        ? "'\(row)' has no accountable party"
        : "'\(row)' has \(count: holders.count, "accountable party", "accountable parties"): \(names: holders)"
      return (.accountableCount, message, hint)
    }
    if isOfRACI, letter.character == "R" {
      let message: DiagnosticMessage =
        holders.isEmpty
        ? "'\(row)' has no responsible party"
        : "'\(row)' has \(count: holders.count, "responsible party", "responsible parties"): \(names: holders)"
      return (.responsibleMissing, message, "\(hint), or write 'accountable_does_work: true'")
    }
    let message: DiagnosticMessage =
      holders.isEmpty
      ? "'\(row)' has no party with the letter \(letter.character)"
      : "'\(row)' has \(count: holders.count, "party", "parties") with the letter \(letter.character): \(names: holders)"
    return (.letterCount, message, hint)
  }

  private var hint: DiagnosticMessage {
    let name: DiagnosticMessage =
      "AEFHILMNORSX".contains(letter.character)
      ? "an \(letter.character)" : "a \(letter.character)"
    switch (letter.minimum, letter.maximum) {
    case (1, 1): return "give exactly one party \(name)"
    case (let least, let most?) where least == most:
      return "give exactly \(least) parties \(name)"
    case (_, let most?) where most > 0 && letter.minimum == 0:
      return "give at most \(count: most, "party", "parties") \(name)"
    case (1, nil): return "give a party \(name)"
    case (let least, nil):
      return "give at least \(count: least, "party", "parties") \(name)"
    case (let least, let most?): return "give \(least) to \(most) parties \(name)"
    }
  }
}
