/// RAPID's words: recommend, agree, perform, input, decide.
///
/// Source: P. Rogers and M. Blenko, "Who Has the D?", 2006. No UI words name its letters.
extension LetterWords {
  /// The lists of words for its letters, except for those who perform.
  private static let ofRAPID: [(key: String, letter: Character)] = [
    ("read_decide", "D"), ("read_recommend", "R"), ("read_agree", "A"), ("read_input", "I"),
  ]
  private static let lettersOfRAPID = "RAPID".reduce(into: LetterSet()) {
    $0.formUnion(LetterSet($1))
  }

  /// RAPID's letters if heads have words for four of them; else none.
  func lettersOfRAPID(_ heads: [String], in locale: String) -> LetterSet {
    let found = Set(heads.compactMap { letter($0, in: locale) })
    return found.count > 3 && found.isSuperset(of: ["R", "D"]) ? Self.lettersOfRAPID : []
  }

  /// The letter of RAPID that a head names, in a scheme of RAPID's letters.
  func letterOfRAPID(_ head: String, in locale: String) -> LetterSet {
    guard all.isSuperset(of: Self.lettersOfRAPID), all != LetterScheme.stamped.all else {
      return []
    }
    return letter(head, in: locale).map { LetterSet($0) } ?? []
  }

  /// Whether a text is a word for one of RAPID's letters, and for none of another scheme.
  func isOfRAPID(_ text: String, in locale: String) -> Bool { own(text, in: locale) != nil }

  /// The letter of RAPID that a head names; who is responsible performs.
  private func letter(_ head: String, in locale: String) -> Character? {
    if let own = own(head, in: locale) { return own }
    guard case .letters(let letters) = meaning(of: head, in: locale) else { return nil }
    return letters.contains(.responsible) ? "P" : letters == .accountable ? "A" : nil
  }

  private func own(_ head: String, in locale: String) -> Character? {
    headsOfRAPID.meaning(of: head, in: locale) {
      let word = Self.normalized(head)
      return Self.ofRAPID.first { list($0.key, in: locale).contains(word) }?.letter
    }
  }
}
