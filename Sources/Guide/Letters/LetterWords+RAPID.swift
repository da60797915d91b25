/// RAPID's words: recommend, agree, perform, input, decide.
///
/// Source: P. Rogers and M. Blenko, "Who Has the D?", 2006. No UI words name its letters.
extension LetterWords {
  /// The lists of words for each letter.
  ///
  /// Those who perform are called as those who are responsible.
  private static let ofRAPID: [(key: String, letter: Character)] = [
    ("read_decide", "D"), ("read_recommend", "R"), ("read_agree", "A"), ("read_input", "I"),
    ("read_r", "P"), ("read_a", "A"),
  ]

  /// RAPID's letters if heads have words for four of them; else none.
  func lettersOfRAPID(_ heads: [String], in locale: String) -> LetterSet {
    let found = heads.compactMap { letterOfRAPID(named: $0, in: locale) }
    return Set(found).count < 4 || !found.contains("D")
      ? [] : found.reduce(into: LetterSet()) { $0.formUnion(LetterSet($1)) }
  }

  /// The letter of RAPID that a head names, in a scheme with all of RAPID's letters.
  func letterOfRAPID(_ head: String, in locale: String) -> LetterSet {
    guard all.isSuperset(of: "RAPID".reduce(into: LetterSet()) { $0.formUnion(LetterSet($1)) })
    else { return [] }
    return letterOfRAPID(named: head, in: locale).map { LetterSet($0) } ?? []
  }

  private func letterOfRAPID(named head: String, in locale: String) -> Character? {
    headsOfRAPID.meaning(of: head, in: locale) {
      let word = Self.normalized(head)
      return Self.ofRAPID.first { list($0.key, in: locale).contains(word) }?.letter
    }
  }
}
