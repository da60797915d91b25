import Base

/// A guide's settings for reading its tables: the key `table` of a file under `raci/`, of
/// one of its sections, and `tables` of `guide.yml`.
public struct TableSettings: Sendable, Hashable {
  /// The contents of a table.
  public enum Kind: String, Sendable, CaseIterable {
    /// Titles and descriptions; the letters are in the file under `raci/`.
    case prose
    /// One column per party, letters in the cells.
    case letters
    /// A column a letter, names of parties in the cells.
    case columns
    /// One column per party, signs in the cells.
    case ticks
    /// A column an area, names of parties in the cells.
    case owners
    /// One line per party, one column per responsibility, letters in the cells.
    case transposed
    /// A line per person below each title, with letters or signs for what that person does.
    case people
    /// Nothing that is a responsibility.
    case ordinary
  }

  /// A name of a table and its meaning.
  public struct Meaning: Sendable, Hashable {
    /// The name as it is written.
    public let name: String
    /// The parties that it means.
    public let parties: [String]
    /// The letters that it means.
    public let letters: LetterSet
    /// Its location in the file.
    public let location: SourceLocation
  }

  /// The kind; nil if the tables show it.
  public var kind: Kind?
  /// The head of the column of titles.
  public var title: String?
  /// The head of the column that names groups of rows.
  public var group: String?
  /// Heads of columns that are parties.
  public var parties: [Meaning] = []
  /// Heads of columns that are letters.
  public var letters: [Meaning] = []
  /// The names of parties in cells.
  public var names: [Meaning] = []
  /// The meanings of signs in cells.
  public var signs: [Meaning] = []

  /// The settings of a section's tables, one by one; empty if all have these.
  public var each: [TableSettings] = []

  /// Settings that say nothing.
  public init() {}

  /// The keys that they may have.
  public static let keys = ["kind", "title", "group", "parties", "letters", "names", "signs"]

  /// These settings, completed by those of a wider place.
  func over(_ wider: TableSettings?) -> TableSettings {
    guard let wider else { return self }
    var result = self
    result.kind = kind ?? wider.kind
    result.title = title ?? wider.title
    result.group = group ?? wider.group
    result.parties = Self.joined(parties, wider.parties)
    result.letters = Self.joined(letters, wider.letters)
    result.names = Self.joined(names, wider.names)
    result.signs = Self.joined(signs, wider.signs)
    return result
  }

  /// Both lists; a list that is all there is stays the same one, so that tables share it.
  private static func joined(_ own: [Meaning], _ wider: [Meaning]) -> [Meaning] {
    own.isEmpty ? wider : wider.isEmpty ? own : own + wider
  }
}

extension YAMLFields {
  /// Reads settings of tables: only a kind, or a mapping.
  ///
  /// - Parameter mayList: whether a list can have such settings for each table.
  mutating func tableSettings(
    _ key: String, parties: Set<String>, _ scheme: LetterScheme, invalid: DiagnosticID,
    mayList: Bool = false
  ) -> TableSettings? {
    guard let node = node(key) else { return nil }
    guard mayList, let elements = node.elements else {
      return tableSettings(node, key, parties, scheme, invalid)
    }
    var result = TableSettings()
    result.each = elements.map { tableSettings($0, key, parties, scheme, invalid) }
    return result
  }

  private mutating func tableSettings(
    _ node: YAMLNode, _ key: String, _ parties: Set<String>, _ scheme: LetterScheme,
    _ invalid: DiagnosticID
  ) -> TableSettings {
    var result = TableSettings()
    if let text = node.text {
      result.kind = kind(text, at: node.location, invalid: invalid)
      return result
    }
    var inner = YAMLFields(node, what: "'\(key)'", known: TableSettings.keys, invalid: invalid)
    if let text = inner.text("kind"), let place = inner.node("kind")?.location {
      result.kind = inner.kind(text, at: place, invalid: invalid)
    }
    result.title = inner.text("title")
    result.group = inner.text("group")
    result.parties = inner.meanings("parties", invalid: invalid) { $0.parties($1, known: parties) }
    result.names = inner.meanings("names", invalid: invalid) { $0.parties($1, known: parties) }
    result.letters = inner.meanings("letters", invalid: invalid) { $0.letters($1, scheme) }
    result.signs = inner.meanings("signs", invalid: invalid) { $0.letters($1, scheme) }
    absorb(inner)
    return result
  }

  private mutating func kind(
    _ text: String, at location: SourceLocation, invalid: DiagnosticID
  ) -> TableSettings.Kind? {
    if let kind = TableSettings.Kind(rawValue: text) { return kind }
    let known = TableSettings.Kind.allCases.map(\.rawValue)
    report(
      invalid, "'\(text)' is not a kind of table", at: location,
      hint: didYouMean(text, among: known) ?? "write one of \(known.joined(separator: ", "))")
    return nil
  }

  private mutating func meanings(
    _ key: String, invalid: DiagnosticID,
    _ read: (inout YAMLFields, YAMLNode) -> (parties: [String], letters: LetterSet)?
  ) -> [TableSettings.Meaning] {
    guard let node = node(key) else { return [] }
    var inner = YAMLFields(node, what: "'\(key)'", known: nil, invalid: invalid)
    let result = inner.all.compactMap { member in
      read(&inner, member.value).map {
        TableSettings.Meaning(
          name: member.key, parties: $0.parties, letters: $0.letters, location: member.keyLocation)
      }
    }
    absorb(inner)
    return result
  }

  /// A party or a list of parties.
  private mutating func parties(
    _ node: YAMLNode, known: Set<String>
  ) -> (parties: [String], letters: LetterSet)? {
    let named = node.text.map { [($0, node.location)] } ?? texts(node, "the parties of a name")
    let parties = named.compactMap { text, location -> String? in
      if known.contains(text) { return text }
      report(
        .partyUnknown, "unknown party '\(text)'", at: location,
        hint: didYouMean(text, among: known.sorted()) ?? "add it to 'parties' in guide.yml")
      return nil
    }
    return parties.isEmpty ? nil : (parties, [])
  }

  private mutating func letters(
    _ node: YAMLNode, _ scheme: LetterScheme
  ) -> (parties: [String], letters: LetterSet)? {
    guard let text = text(node, "letters") else { return nil }
    return letterSet(text, scheme, at: node.location).map { ([], $0) }
  }

  /// The letters that a text names; all others in it are reported.
  mutating func letterSet(
    _ text: String, _ scheme: LetterScheme, at location: SourceLocation
  ) -> LetterSet? {
    switch LetterSet.parse(text, scheme) {
    case .success(let set): return set
    case .failure(let unknown):
      report(
        .letterUnknown,
        unknown.isDouble
          ? "the letter '\(unknown.character)' appears twice in '\(text)'"
          : "unknown letter '\(unknown.character)' in '\(text)'",
        at: location, hint: "use \(scheme.list)")
      return nil
    }
  }
}

extension LetterScheme {
  /// The letters as a sentence lists them.
  var list: DiagnosticMessage {
    let names = letters.map { "\($0.character)" as DiagnosticMessage }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return "\(list: names.dropLast()), and \(last)"
  }
}

extension TableSettings {
  /// The meanings of signs, by the form in which they are compared.
  var signMeanings: [String: LetterSet] {
    Dictionary(
      signs.map { (CellReader.signKey($0.name), $0.letters) },
      uniquingKeysWith: { first, _ in first })
  }
}
