/// RAPID's words: recommend, agree, perform, input, decide.
///
/// Source: P. Rogers and M. Blenko, "Who Has the D?", 2006. No UI words name its letters.
extension LetterWords {
  private static let ofRAPID: [String: Character] = [
    "recommend": "R", "recommends": "R", "recommender": "R", "agree": "A", "agrees": "A",
    "perform": "P", "performs": "P", "performer": "P", "input": "I", "gives input": "I",
    "provides input": "I", "decide": "D", "decides": "D", "decider": "D", "decision maker": "D",
  ]

  /// RAPID's letters if heads have words for four of them; else none.
  static func lettersOfRAPID(_ heads: [String]) -> LetterSet {
    let found = heads.compactMap { ofRAPID[normalized($0)] }
    return Set(found).count < 4
      ? [] : found.reduce(into: LetterSet()) { $0.formUnion(LetterSet($1)) }
  }

  /// The letter of RAPID that a head names, in a scheme with all of RAPID's letters.
  func letterOfRAPID(_ head: String) -> LetterSet {
    guard all.isSuperset(of: "RAPID".reduce(into: LetterSet()) { $0.formUnion(LetterSet($1)) })
    else { return [] }
    return Self.ofRAPID[Self.normalized(head)].map { LetterSet($0) } ?? []
  }
}
