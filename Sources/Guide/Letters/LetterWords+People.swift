import Base

extension LetterWords {
  /// Whether a name has a word for people in it, such as "team" or "manager".
  func mentionsPeople(_ name: String, in locale: String) -> Bool {
    let normalized = Self.normalized(name)
    let parts = Set(normalized.split(separator: " ").map(String.init))
    return LanguageTag.chain(of: locale).contains { language in
      ownList("read_people", of: language).contains { word in
        if parts.contains(where: { $0 == word || Self.isCompound($0, of: word, in: locale) }) {
          return true
        }
        let isCompound = word.contains(" ") || word.unicodeScalars.first?.value ?? 0 >= 0xE00
        return isCompound && word.count > 1 && normalized.contains(word)
      }
    }
  }

  /// Whether a head calls the rows roles, parties or people, and not their duties.
  func namesPeople(_ head: String, in locale: String) -> Bool {
    switch meaning(of: head, in: locale) {
    case .filler, .party, .person: true
    default: false
    }
  }

  /// Whether a head says nothing but words for people, roles, or teams: "Team member", "Department".
  func saysPeople(_ head: String, in locale: String) -> Bool {
    if namesPeople(head, in: locale) { return true }
    let word = Self.normalized(head)
    let parts = word.split(separator: " ").map(String.init)
    let people = list("read_people", in: locale)
    return people.contains(word)
      || !parts.isEmpty
        && parts.allSatisfy { people.contains($0) || namesPeople($0, in: locale) }
  }

  /// Whether a head names first the people of the lines and then the tasks of the columns.
  ///
  /// Examples are "Role / Task" and "Roles x activities".
  func namesPeopleBeforeTasks(_ head: String, in locale: String) -> Bool {
    let signs = head.split(maxSplits: 1) { #"/\|／＼×"#.contains($0) }.map(String.init)
    let words = Self.normalized(head).split(separator: " ")
    let between = words.firstIndex { ["vs", "versus", "x"].contains($0) }
    let divided = between.map { [words[..<$0], words[$0...].dropFirst()] } ?? []
    let parts = signs.count == 2 ? signs : divided.map { $0.joined(separator: " ") }
    guard let first = parts.first, let last = parts.last, parts.count == 2 else { return false }
    return (saysPeople(first, in: locale) || mentionsPeople(first, in: locale))
      && !mentionsTask(first, in: locale) && mentionsTask(last, in: locale)
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
