import Base

/// The contents of a file under `raci/`: the letters of one document.
///
/// A class, since many share it and it never changes.
public final class RaciFile: Sendable {
  /// A section of the document.
  public struct Section: Sendable, Hashable {
    /// The anchor of its heading in the source locale.
    public let anchor: String
    /// The location of the anchor.
    public let location: SourceLocation
    /// The letters that rows inherit which declare none, by party.
    public let letters: [String: LetterSet]
    /// The responsibilities in the order of the source's rows.
    public let responsibilities: [Responsibility]
    /// How its tables are read; nil if it does not say.
    public var table: TableSettings?

    /// Whether it is empty, so that its tables are not responsibilities.
    var isOrdinary: Bool { responsibilities.isEmpty && letters.isEmpty && table == nil }
  }

  /// One responsibility.
  public struct Responsibility: Sendable, Hashable {
    /// Its id, the same in all locales.
    public let id: String
    /// The location of the id.
    public let location: SourceLocation
    /// The title of its row when the id was given; nil if it is not recorded.
    public var title: String?
    /// Its own letters by party, which override all inherited ones; nil for none.
    public let letters: [String: LetterSet]?
    /// The clause, from 1, that is the evidence for a party's letters.
    public let evidence: [String: Evidence]
    /// Whether some of its letters, declared or inherited, could not be read.
    public let isBroken: Bool
  }

  /// A clause's number.
  public struct Evidence: Sendable, Hashable {
    /// From 1.
    public let clause: Int
    /// Its location in the file.
    public let location: SourceLocation
  }

  /// The document's key.
  public let key: String
  /// The file's path.
  public let path: String
  /// The digest of the file; nil only if memory ran out.
  public let digest: Digest?
  /// Whether an accountable party also does the work if nobody is responsible.
  public let accountableDoesWork: Bool
  /// The sections in order.
  public let sections: [Section]
  /// How the document's tables are read; nil if the file does not say.
  public let table: TableSettings?
  private let sectionOfAnchor: [String: Int]
  /// Whether entries could not be read, so that nothing follows from missing ones.
  public let isBroken: Bool

  fileprivate init(
    key: String, path: String, digest: Digest?, accountableDoesWork: Bool, sections: [Section],
    table: TableSettings? = nil, isBroken: Bool
  ) {
    self.key = key
    self.path = path
    self.digest = digest
    self.accountableDoesWork = accountableDoesWork
    self.sections = sections
    self.table = table
    self.isBroken = isBroken
    sectionOfAnchor = Dictionary(
      zip(sections.map(\.anchor), sections.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The section of a heading or a group of rows; nil if the file has none.
  func section(_ anchor: String) -> Section? { sectionOfAnchor[anchor].map { sections[$0] } }

  /// The responsibilities of all sections in order.
  public var responsibilities: [Responsibility] { sections.flatMap(\.responsibilities) }

  /// The keys that the file may have.
  public static let keys = ["accountable_does_work", "table", "sections"]
  /// The keys that a section may have.
  public static let sectionKeys = ["raci", "table", "responsibilities"]
  /// The keys that a responsibility may have.
  public static let responsibilityKeys = ["title", "raci", "evidence"]

  /// Reads a file under `raci/`.
  ///
  /// - Parameters:
  ///   - key: the document's key, which is the file's path without its ending.
  ///   - parties: the guide's parties.
  public static func load(
    _ file: SourceFile, key: String, parties: [String], letters: LetterScheme
  ) -> (raci: RaciFile, diagnostics: [Diagnostic]) {
    let broken = RaciFile(
      key: key, path: file.path, digest: file.digest, accountableDoesWork: false, sections: [],
      isBroken: true)
    if let defect = file.defect() { return (broken, [defect]) }
    let (root, findings) = YAMLParser.parse(file.bytes, path: file.path)
    guard let root else {
      let empty = Diagnostic(.raciInvalid, "the file is empty", at: file.location)
      return (broken, findings.isEmpty ? [empty] : findings)
    }
    var reader = RaciReader(
      root, parties: parties, letters: letters, isBroken: !findings.isEmpty)
    let raci = reader.read(file, key: key)
    return (raci, findings + reader.fields.diagnostics)
  }
}

extension RaciFile: Equatable {
  /// Whether both say the same at the same places.
  public static func == (left: RaciFile, right: RaciFile) -> Bool {
    left.key == right.key && left.path == right.path
      && left.accountableDoesWork == right.accountableDoesWork && left.sections == right.sections
      && left.isBroken == right.isBroken && left.table == right.table
  }
}

private struct RaciReader {
  var fields: YAMLFields
  private let parties: Set<String>
  private let scheme: LetterScheme
  private var partyHints: NameHints
  private var seen: [String: SourceLocation] = [:]
  private var isBroken: Bool

  init(_ root: YAMLNode, parties: [String], letters: LetterScheme, isBroken: Bool) {
    self.parties = Set(parties)
    scheme = letters
    partyHints = NameHints(parties)
    self.isBroken = isBroken || root.members == nil
    fields = YAMLFields(root, what: "the file", known: RaciFile.keys, invalid: .raciInvalid)
  }

  mutating func read(_ file: SourceFile, key: String) -> RaciFile {
    let flag = fields.flag("accountable_does_work") ?? false
    let table = fields.tableSettings("table", parties: parties, scheme, invalid: .raciInvalid)
    var sections: [RaciFile.Section] = []
    if let node = fields.node("sections") {
      let inner = YAMLFields(node, what: "'sections'", known: nil, invalid: .raciInvalid)
      fields.absorb(inner)
      for member in inner.all { sections.append(section(member)) }
    }
    isBroken = isBroken || fields.diagnostics.contains { $0.id.isStructural }
    return RaciFile(
      key: key, path: file.path, digest: file.digest, accountableDoesWork: flag,
      sections: sections, table: table, isBroken: isBroken)
  }

  private mutating func section(_ member: YAMLNode.Member) -> RaciFile.Section {
    var inner = YAMLFields(
      member.value, what: "the section '\(member.key)'", known: RaciFile.sectionKeys,
      invalid: .raciInvalid)
    let table = inner.tableSettings(
      "table", parties: parties, scheme, invalid: .raciInvalid, mayList: true)
    fields.absorb(inner)
    let (letters, isBroken) = letters(of: inner)
    var responsibilities: [RaciFile.Responsibility] = []
    if let node = inner.node("responsibilities") {
      let rows = YAMLFields(
        node, what: "'responsibilities'", known: nil, invalid: .raciInvalid)
      fields.absorb(rows)
      responsibilities = rows.all.compactMap { responsibility($0, inheritsBroken: isBroken) }
    }
    return .init(
      anchor: member.key, location: member.keyLocation, letters: letters ?? [:],
      responsibilities: responsibilities, table: table)
  }

  private mutating func responsibility(
    _ member: YAMLNode.Member, inheritsBroken: Bool
  ) -> RaciFile.Responsibility? {
    guard Identifier.isValid(member.key) else {
      fields.report(
        .raciInvalid, "'\(member.key)' is not a valid id", at: member.keyLocation,
        hint: "use \(Identifier.rule)")
      return nil
    }
    if let first = seen[member.key] {
      fields.report(
        .responsibilityDuplicate, "the id '\(member.key)' appears twice in this file",
        at: member.keyLocation, notes: [.init("the first one is here", at: first)])
      return nil
    }
    seen[member.key] = member.keyLocation
    var inner = YAMLFields(
      member.value, what: "'\(member.key)'", known: RaciFile.responsibilityKeys,
      invalid: .raciInvalid)
    let title = inner.text("title")
    fields.absorb(inner)
    let (letters, isBroken) = letters(of: inner)
    return .init(
      id: member.key, location: member.keyLocation, title: title, letters: letters,
      evidence: inner.node("evidence").map { evidence($0) } ?? [:],
      isBroken: isBroken || letters == nil && inheritsBroken)
  }

  /// The letters under `raci`, nil if there are none, and whether some could not be read.
  private mutating func letters(
    of entry: YAMLFields
  ) -> (letters: [String: LetterSet]?, isBroken: Bool) {
    let before = fields.diagnostics.count
    let result = entry.node("raci").map { letters($0) }
    return (result, fields.diagnostics.count > before || !entry.diagnostics.isEmpty)
  }

  private mutating func letters(_ node: YAMLNode) -> [String: LetterSet] {
    let inner = YAMLFields(node, what: "'raci'", known: nil, invalid: .raciInvalid)
    fields.absorb(inner)
    var result: [String: LetterSet] = [:]
    for member in inner.all {
      checkParty(member)
      guard let text = fields.text(member.value, "the letters of '\(member.key)'") else { continue }
      if let set = fields.letterSet(text, scheme, at: member.value.location) {
        result[member.key] = set
      }
    }
    return result
  }

  private mutating func evidence(_ node: YAMLNode) -> [String: RaciFile.Evidence] {
    let inner = YAMLFields(node, what: "'evidence'", known: nil, invalid: .raciInvalid)
    fields.absorb(inner)
    var result: [String: RaciFile.Evidence] = [:]
    for member in inner.all {
      checkParty(member)
      guard case .scalar(let text, isPlain: true) = member.value.content, let clause = Int(text),
        clause >= 1
      else {
        fields.report(
          .raciInvalid, "the evidence of '\(member.key)' must be a clause's number, from 1",
          at: member.value.location)
        continue
      }
      result[member.key] = .init(clause: clause, location: member.value.location)
    }
    return result
  }

  private mutating func checkParty(_ member: YAMLNode.Member) {
    guard !parties.contains(member.key) else { return }
    fields.report(
      .partyUnknown, "unknown party '\(member.key)'", at: member.keyLocation,
      hint: partyHints.didYouMean(member.key) ?? "add it to 'parties' in guide.yml")
  }
}

extension DiagnosticID {
  /// Whether a finding with this rule means that entries of its file are lost.
  fileprivate var isStructural: Bool {
    [.raciInvalid, .responsibilityDuplicate, .yamlUnknownKey].contains(self)
  }
}
