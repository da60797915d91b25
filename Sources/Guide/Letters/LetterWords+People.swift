extension LetterWords {
  /// Whether a head calls the rows roles, parties or people, and not their duties.
  func namesPeople(_ head: String, in locale: String) -> Bool {
    switch meaning(of: head, in: locale) {
    case .filler, .party, .person: true
    default: false
    }
  }

  /// Whether at least half of some heads call people or parties.
  func mostlyCallPeople(_ heads: [String], in locale: String) -> Bool {
    let people = heads.count { mentionsPeople($0, in: locale) || namesPeople($0, in: locale) }
    return people > 0 && people * 2 >= heads.count
  }

  /// The languages that write compounds as one word, the word for people last: "Projektleiter".
  private static let compounding: Set<Substring> = ["da", "de", "nb", "nl", "nn", "no", "sv"]
  /// The length from which a word for people is found at the end of another word.
  private static let tailLength = 5

  /// Whether a word ends in a word for people, in a language that makes compounds.
  static func isCompound(_ word: String, of people: String, in locale: String) -> Bool {
    people.count >= tailLength && word.hasSuffix(people)
      && compounding.contains(locale.prefix { $0 != "-" })
  }
}
