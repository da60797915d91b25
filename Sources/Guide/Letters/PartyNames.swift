import Base

/// The names by which texts call a guide's parties.
public struct PartyNames: Sendable {
  private let parties: [String]
  /// The names that count before the others.
  private let near: [String: [String]]
  private let others: [String: [String]]
  /// The parties that settings give to heads of columns, by the folded head.
  private let heads: [String: [String]]
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
    near = [:]
    heads = [:]
    others = byName
    known = KnownNames(byName.keys)
  }

  /// Puts names before those of others.
  ///
  /// - Parameter heads: the parties of heads of columns; the earlier of two equal ones counts.
  init(
    of old: PartyNames, before names: [(name: String, parties: [String])],
    heads: [TableSettings.Meaning] = []
  ) {
    (parties, others, known) = (old.parties, old.others, old.known)
    var near = old.near
    for (name, parties) in names.reversed() { near[Self.key(name)] = parties }
    self.near = near
    self.heads = Dictionary(
      heads.map { (folded($0.name), $0.parties) }, uniquingKeysWith: { first, _ in first })
  }

  /// How names are compared: folded, signs and articles apart.
  static func key(_ name: String) -> String {
    let word = LetterWords.normalized(name)
    return word.hasPrefix("the ") ? String(word.dropFirst(4)) : word
  }

  /// The parties that settings give to a head of a column; nil if they name none.
  func parties(ofHead head: String) -> [String]? {
    heads.isEmpty ? nil : heads[folded(head)]
  }

  /// The one party that a name means; nil if there are none or several.
  func party(_ name: String) -> String? {
    let found = parties(name) ?? []
    return found.count == 1 ? found.first : nil
  }

  /// The parties that a name means; nil if it is not known.
  func parties(_ name: String) -> [String]? {
    let key = Self.key(name)
    return near[key] ?? others[key]
  }

  /// A hint that offers the guide's nearest name; nil if none is near.
  func didYouMean(_ name: String) -> DiagnosticMessage? { known.didYouMean(Self.key(name)) }
}
