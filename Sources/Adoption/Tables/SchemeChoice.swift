import Guide

/// Chooses the letters of a guide by the letters that its tables use and explain.
///
/// A preset is chosen if it has all letters. A scheme of the guide's own needs more than letters in
/// cells, which might be grades or sizes. It needs R and A in the same table, or a legend with a
/// name of RACI or DACI.
struct SchemeChoice {
  private var counts: [Character: Int] = [:]
  private var heads: LetterSet = []
  private var names: [(letter: Character, name: String)] = []

  /// Looks at the tables of all documents.
  init(_ uses: [LetterUse]) {
    for use in uses {
      if use.legend.contains(where: \.isUsual) {
        for entry in use.legend where !names.contains(where: { $0.letter == entry.letter }) {
          names.append((entry.letter, entry.name))
        }
      }
    }
    let explained = Set(names.map(\.letter))
    for use in uses where isOfParties(use, explained) {
      counts.merge(use.counts) { $0 + $1 }
      heads.formUnion(use.heads)
    }
  }

  /// Whether a table's letters say who does what.
  private func isOfParties(_ use: LetterUse, _ explained: Set<Character>) -> Bool {
    let own = Set(use.counts.keys)
    if !explained.isEmpty, own.count > 1, own.isSubset(of: explained) { return true }
    if own.isSuperset(of: ["R", "A"]) { return true }
    let isOfDrivers = own.isSuperset(of: ["D", "A"]) && own.isSubset(of: ["D", "A", "C", "I"])
    if isOfDrivers, own.count > 2 { return true }
    return use.heads.characters.count > 2
  }

  /// The scheme; RACI if the tables have no letters.
  var scheme: LetterScheme {
    var used = heads
    for (letter, count) in counts where count > 1 || isExplained(letter) || isUsual(letter) {
      used.formUnion(LetterSet(letter))
    }
    let presets = [LetterScheme.raci, .rasci, .daci]
    if let preset = presets.first(where: { $0.all.isSuperset(of: used) }) {
      return preset
    }
    return own(used) ?? .raci
  }

  private func isExplained(_ letter: Character) -> Bool { names.contains { $0.letter == letter } }
  private func isUsual(_ letter: Character) -> Bool { "RASCI".contains(letter) }

  /// RAPID: recommend, agree, perform, input, decide.
  ///
  /// Source: P. Rogers and M. Blenko, "Who Has the D?", 2006. No UI words name its letters.
  private static let rapid = LetterScheme(
    name: "own",
    letters: [
      .init("R", names: [LetterScheme.everyLanguage: "Recommends"]),
      .init("A", names: [LetterScheme.everyLanguage: "Agrees"]),
      .init("P", names: [LetterScheme.everyLanguage: "Performs"]),
      .init("I", names: [LetterScheme.everyLanguage: "Gives input"]),
      .init("D", names: [LetterScheme.everyLanguage: "Decides"], minimum: 1, maximum: 1),
    ])

  /// DACI's driver, who may be beside RACI's letters.
  private static let driver = LetterScheme.daci.letters.first

  /// A scheme of the used letters, those of legends first.
  private func own(_ used: LetterSet) -> LetterScheme? {
    if used.isSuperset(of: Self.rapid.all.subtracting(.informed)),
      Self.rapid.all.isSuperset(of: used)
    {
      return Self.rapid
    }
    let explained = names.map(\.letter).filter { used.contains(LetterSet($0)) }
    let others = used.characters.filter { !explained.contains($0) }
    let all = explained + others
    guard all.count <= LetterScheme.maximumCount else { return nil }
    let bounds = LetterScheme.rasci
    return LetterScheme(
      name: "own",
      letters: all.map { character in
        let name = names.first { $0.letter == character }?.name
        let usual = bounds.letters.first { $0.character == character }
        let word = usual?.word ?? (Self.driver?.character == character ? Self.driver?.word : nil)
        let hasUsual = name == nil && word != nil
        return LetterScheme.Letter(
          character, word: hasUsual ? word : nil,
          names: hasUsual ? [:] : [LetterScheme.everyLanguage: name ?? String(character)],
          minimum: usual?.minimum ?? 0, maximum: usual?.maximum)
      })
  }
}
