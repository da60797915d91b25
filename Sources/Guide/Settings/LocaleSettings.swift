import Base
import Markdown

/// The contents of a `locale.yml`.
public struct LocaleSettings: Sendable {
  /// How a language calls a party.
  public struct PartyName: Sendable {
    /// The name in running text.
    public let name: String
    /// A shorter name for heads of columns; the name itself by default.
    public let short: String
    /// One sentence on who that is.
    public let description: String?

    /// Names a party.
    public init(name: String, short: String, description: String?) {
      self.name = name
      self.short = short
      self.description = description
    }
  }

  /// A UI word of this locale's own.
  public struct Word: Sendable {
    /// The text.
    public let text: String
    /// The location of its key.
    public let location: SourceLocation
  }

  /// Which way the language is written.
  public enum Direction: String, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"
  }

  /// The guide's title in this language.
  public var title: String?
  /// The language's own name for itself.
  public var name: String?
  /// The direction, if the file sets it.
  public var direction: Direction?
  /// One sentence on the guide.
  public var description: String?
  /// A text above every page, with links as `[words](https://…)`.
  public var announcement: String?
  /// A text below every page, with links in the same form.
  public var footer: String?
  /// The parties' names by id.
  public var parties: [String: PartyName] = [:]
  /// UI words that override the templates' ones, by key.
  public var strings: [String: Word] = [:]

  /// A locale that says nothing.
  public init() {}

  /// The keys that `locale.yml` may have.
  public static let keys = [
    "title", "name", "direction", "description", "announcement", "footer", "parties", "strings",
  ]

  /// Reads a `locale.yml`.
  ///
  /// - Parameter parties: the guide's parties, to find misspelt ones.
  public static func load(
    _ file: SourceFile, locale: String, parties: [String]
  ) -> (settings: LocaleSettings, diagnostics: [Diagnostic]) {
    if let defect = file.defect() { return (LocaleSettings(), [defect]) }
    let (root, findings) = YAMLParser.parse(file.bytes, path: file.path)
    guard let root else { return (LocaleSettings(), findings) }
    var fields = YAMLFields(root, what: "locale.yml", known: keys, invalid: .localeInvalid)
    var settings = LocaleSettings()
    settings.title = fields.title("title")
    settings.name = fields.title("name")
    settings.description = fields.text("description")
    settings.announcement = fields.text("announcement")
    settings.footer = fields.text("footer")
    settings.direction = direction(&fields)
    settings.parties = partyNames(&fields, parties)
    settings.strings = words(&fields)
    return (settings, findings + fields.diagnostics)
  }

  private static func direction(_ fields: inout YAMLFields) -> Direction? {
    guard let node = fields.node("direction"), let text = fields.text(node, "'direction'") else {
      return nil
    }
    let direction = Direction(rawValue: text)
    if direction == nil {
      fields.report(.localeInvalid, "'direction' must be ltr or rtl", at: node.location)
    }
    return direction
  }

  private static func partyNames(
    _ fields: inout YAMLFields, _ known: [String]
  ) -> [String: PartyName] {
    guard let node = fields.node("parties") else { return [:] }
    var result: [String: PartyName] = [:]
    var inner = YAMLFields(node, what: "'parties'", known: nil, invalid: .localeInvalid)
    let names = Set(known)
    var hints = NameHints(known)
    for member in inner.all {
      if !names.contains(member.key) {
        inner.report(
          .partyUnknown, "unknown party '\(member.key)'", at: member.keyLocation,
          hint: hints.didYouMean(member.key))
      }
      if let name = member.value.text, !name.allSatisfy(\.isWhitespace) {
        let name = inner.shortened(name, at: member.value.location)
        result[member.key] = PartyName(name: name, short: name, description: nil)
        continue
      }
      var party = YAMLFields(
        member.value, what: "the party '\(member.key)'", known: ["name", "short", "description"],
        invalid: .localeInvalid)
      let short = party.title("short")
      let description = party.text("description")
      if let name = party.title("name") {
        result[member.key] = PartyName(name: name, short: short ?? name, description: description)
      } else if member.value.members != nil {
        party.report(
          .localeInvalid, "the party '\(member.key)' needs a 'name'", at: member.keyLocation)
      }
      inner.absorb(party)
    }
    fields.absorb(inner)
    return result
  }

  private static func words(_ fields: inout YAMLFields) -> [String: Word] {
    guard let node = fields.node("strings") else { return [:] }
    var inner = YAMLFields(node, what: "'strings'", known: nil, invalid: .localeInvalid)
    var result: [String: Word] = [:]
    for member in inner.all {
      if let text = inner.word(member.value, member.key) {
        result[member.key] = Word(text: text, location: member.keyLocation)
      }
    }
    fields.absorb(inner)
    return result
  }
}

extension YAMLFields {
  /// The text of a field that many places repeat.
  fileprivate mutating func title(_ key: String) -> String? {
    guard let text = text(key), let node = node(key) else { return nil }
    return shortened(text, at: node.location)
  }

  /// A text that many places repeat, shortened if it is very long.
  fileprivate mutating func shortened(_ text: String, at location: SourceLocation) -> String {
    if TitleText.isLong(text) {
      report(
        .titleTooLong, "this title has more than 500 characters; lists and exports shorten it",
        at: location)
    }
    return TitleText.shortened(text)
  }
}
