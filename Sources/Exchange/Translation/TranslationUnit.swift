import Base

/// One text of a guide to translate, with the facts that a translator needs.
public struct TranslationUnit: Sendable {
  /// How far the translation of a unit is.
  public enum State: String, Sendable, CaseIterable {
    /// There is none.
    case missing
    /// It was made from another text than the source has now.
    case stale
    /// It equals the source's text.
    case identical
    /// A machine made it, and nobody has read it over.
    case machine
    /// It is as the source has it.
    case current

    /// Whether there is work to do before readers have the text that the source has.
    public var isOpen: Bool { self != .current && self != .machine }
  }

  /// The unit's name in every language, which outlives edits: `roles#backups.2`.
  public let context: String
  /// The document's key; nil for the names in `locale.yml`.
  public let document: String?
  /// Its kind: `row title`, `clause 2 of 'Backups'`.
  public let what: String
  /// The source's text.
  public let source: String
  /// The source's text when the translation was made; nil if that is unknown or the same.
  public let previousSource: String?
  /// The translation there is.
  public let target: String?
  /// How far it is.
  public let state: State
  /// The place of the source's text.
  public let location: SourceLocation
  /// Notes for the translator: the parties whose evidence it is, and changes.
  public let notes: [String]
  /// Names and numbers that translations keep.
  public let keep: [String]
}

/// The units of one locale.
public struct TranslationCatalog: Sendable {
  /// The guide's title in the source.
  public let title: String
  /// The source locale's tag.
  public let sourceLocale: String
  /// The tag of the locale that is translated into.
  public let targetLocale: String
  /// The units in the order of the guide.
  public let units: [TranslationUnit]

  /// Collects units.
  public init(
    title: String, sourceLocale: String, targetLocale: String, units: [TranslationUnit]
  ) {
    self.title = title
    self.sourceLocale = sourceLocale
    self.targetLocale = targetLocale
    self.units = units
  }

  /// The same catalog with only the units of some states.
  public func filtered(_ isIncluded: (TranslationUnit.State) -> Bool) -> TranslationCatalog {
    TranslationCatalog(
      title: title, sourceLocale: sourceLocale, targetLocale: targetLocale,
      units: units.filter { isIncluded($0.state) })
  }
}

/// A translation that came back.
public struct TranslatedText: Sendable, Equatable {
  /// The unit's context; empty if the file has none.
  public let context: String
  /// The source's text that it was made from.
  public let source: String
  /// The translation.
  public let target: String
  /// Its place in the file.
  public let location: SourceLocation
  /// Whether the file has an inline code without the Markdown that it represents.
  public let hasEmptyCode: Bool

  /// Describes a translation.
  public init(
    context: String, source: String, target: String, location: SourceLocation,
    hasEmptyCode: Bool = false
  ) {
    self.context = context
    self.source = source
    self.target = target
    self.location = location
    self.hasEmptyCode = hasEmptyCode
  }
}

/// The finished texts of a returned file of translations.
public struct TranslatedFile: Sendable {
  /// The tag of the locale; nil if the file does not say.
  public let locale: String?
  /// The finished translations.
  public let texts: [TranslatedText]
  /// How many entries are open: empty, or marked as unfinished.
  public let openCount: Int

  /// Collects the texts of a file.
  public init(locale: String?, texts: [TranslatedText], openCount: Int) {
    self.locale = locale
    self.texts = texts
    self.openCount = openCount
  }
}
