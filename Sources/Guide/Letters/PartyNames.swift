import Base

/// The names by which texts call a guide's parties.
public struct PartyNames: Sendable {
  private let parties: [String]
  private let byName: [String: [String]]
  /// The names of the guide, for hints.
  private let known: KnownNames

  /// Takes names; the earlier of two equal ones counts.
  ///
  /// - Parameters:
  ///   - parties: the ids.
  ///   - names: the names of parties, nearest first.
  init(_ parties: [String], _ names: [(name: String, parties: [String])]) {
    self.parties = parties
    var byName: [String: [String]] = [:]
    for (name, parties) in names {
      let key = Self.key(name)
      if !key.isEmpty, byName[key] == nil { byName[key] = parties }
    }
    for party in parties {
      let key = Self.key(party)
      if byName[key] == nil { byName[key] = [party] }
    }
    self.byName = byName
    known = KnownNames(byName.keys)
  }

  /// Puts names before those of others.
  init(of others: PartyNames, before names: [(name: String, parties: [String])]) {
    (parties, known) = (others.parties, others.known)
    var byName = others.byName
    for (name, parties) in names.reversed() { byName[Self.key(name)] = parties }
    self.byName = byName
  }

  /// How names are compared: folded, signs and articles apart.
  static func key(_ name: String) -> String {
    let word = LetterWords.normalized(name)
    return word.hasPrefix("the ") ? String(word.dropFirst(4)) : word
  }

  /// The one party that a name means; nil if there are none or several.
  func party(_ name: String) -> String? {
    let found = byName[Self.key(name)] ?? []
    return found.count == 1 ? found.first : nil
  }

  /// The parties that a name means; nil if it is not known.
  func parties(_ name: String) -> [String]? { byName[Self.key(name)] }

  /// A hint that offers the guide's nearest name; nil if none is near.
  func didYouMean(_ name: String) -> DiagnosticMessage? { known.didYouMean(Self.key(name)) }
}
