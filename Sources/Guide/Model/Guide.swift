// Guide joins the contents of the files. In: `GuideSettings`, `LocaleSettings`, `RaciFile` and
// parsed `Document` values. Out: `Guide`, in which every document, heading and row of every locale
// has its id, and every responsibility knows its row in each locale.

import Base
import Markdown

/// A guide: all documents in all locales, aligned.
public struct Guide: Sendable {
  /// The contents of `guide.yml`.
  public let settings: GuideSettings
  /// The locales in the order of the switcher.
  ///
  /// All per-locale lists follow this order.
  public let locales: [Locale]
  /// The source locale's index.
  public let sourceIndex: Int
  /// The documents in the order of the navigation.
  public let documents: [DocumentSet]
  /// The settings for reading letters in the source's tables alone; nil to read no tables.
  public var sourceLetters: GuideLetters?
  /// Its approvals on a day; nil if nobody approved anything, or nobody asks.
  public var reviews: ReviewLedger?

  /// Puts a guide together.
  public init(settings: GuideSettings, locales: [Locale], documents: [DocumentSet]) {
    self.settings = settings
    self.locales = locales
    self.documents = documents
    sourceIndex = locales.firstIndex { $0.tag == settings.sourceLocale } ?? 0
  }

  /// The locale's index whose version of a document a reader of `locale` is shown.
  ///
  /// - Returns: the locale itself, or the first of its chain that has the document; nil if
  ///   none has.
  public func shownLocale(of document: DocumentSet, for locale: Int) -> Int? {
    if document.versions[locale] != nil { return locale }
    return locales[locale].fallback.first { document.versions[$0] != nil }
  }

  /// Like `shownLocale(of:for:)`, but ends at the source and then at any version.
  public func nearestLocale(of document: DocumentSet, for locale: Int) -> Int? {
    if let shown = shownLocale(of: document, for: locale) { return shown }
    if document.versions[sourceIndex] != nil { return sourceIndex }
    return document.versions.firstIndex { $0 != nil }
  }
}

/// One locale with its settings and words.
public final class Locale: Sendable {
  /// The BCP 47 tag, which is its folder's name.
  public let tag: String
  /// The language's own name.
  public let name: String
  /// The direction of its script.
  public let direction: LocaleSettings.Direction
  /// The guide's title.
  public let title: String
  /// One sentence on the guide.
  public let description: String?
  /// A text above every page.
  public let announcement: String?
  /// A text below every page.
  public let footer: String?
  /// The parties' names in the order of the guide's parties.
  public let parties: [LocaleSettings.PartyName]
  /// The UI words.
  public let strings: StringTable
  /// The indices of the locales whose texts are shown instead, in order.
  public let fallback: [Int]
  /// The path of its `locale.yml`, even if there is none.
  public let file: SourceLocation

  /// The same locale under another name.
  public func named(_ name: String) -> Locale {
    Locale(
      tag: tag, name: name, direction: direction, title: title, description: description,
      parties: parties, strings: strings, fallback: fallback, file: file,
      announcement: announcement, footer: footer)
  }

  /// Describes a locale.
  public init(
    tag: String, name: String, direction: LocaleSettings.Direction, title: String,
    description: String?, parties: [LocaleSettings.PartyName], strings: StringTable,
    fallback: [Int], file: SourceLocation, announcement: String? = nil, footer: String? = nil
  ) {
    self.announcement = announcement
    self.footer = footer
    self.tag = tag
    self.name = name
    self.direction = direction
    self.title = title
    self.description = description
    self.parties = parties
    self.strings = strings
    self.fallback = fallback
    self.file = file
  }
}
