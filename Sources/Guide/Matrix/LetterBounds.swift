import Base

/// How many parties may hold one letter of a row.
struct LetterBounds {
  /// What is wrong with the number of a letter's holders.
  typealias Defect = (id: DiagnosticID, message: String, hint: String)

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

  /// What is wrong if those parties hold the letter; nil if nothing is.
  func defect(_ holders: [String]) -> Defect? {
    if isOfRACI, letter.character == "R", !needsWork { return nil }
    let isTooMany = letter.maximum.map { holders.count > $0 } ?? false
    guard holders.count < letter.minimum || isTooMany else { return nil }
    let list = holders.isEmpty ? "" : ": " + holders.map { "'\($0)'" }.joined(separator: ", ")
    if isOfRACI, letter.character == "A" {
      return (.accountableCount, "has \(count(holders, "accountable"))\(list)", hint)
    }
    if isOfRACI, letter.character == "R" {
      return (
        .responsibleMissing, "has \(count(holders, "responsible"))\(list)",
        hint + ", or write 'accountable_does_work: true'"
      )
    }
    let number = holders.isEmpty ? "no party" : counted(holders.count, "party", "parties")
    return (.letterCount, "has \(number) with the letter \(letter.character)\(list)", hint)
  }

  private func count(_ holders: [String], _ name: String) -> String {
    holders.isEmpty
      ? "no \(name) party" : counted(holders.count, "\(name) party", "\(name) parties")
  }

  private var hint: String {
    let article = "AEFHILMNORSX".contains(letter.character) ? "an" : "a"
    let name = "\(article) \(letter.character)"
    switch (letter.minimum, letter.maximum) {
    case (1, 1): return "give exactly one party \(name)"
    case (let least, let most?) where least == most: return "give exactly \(least) parties \(name)"
    case (_, let most?) where most > 0 && letter.minimum == 0:
      return "give at most \(counted(most, "party", "parties")) \(name)"
    case (1, nil): return "give a party \(name)"
    case (let least, nil): return "give at least \(counted(least, "party", "parties")) \(name)"
    case (let least, let most?): return "give \(least) to \(most) parties \(name)"
    }
  }
}
