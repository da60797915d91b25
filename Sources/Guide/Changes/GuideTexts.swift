import Base

/// The texts of a guide's pages, by locale and by address: of a document, a section, or a row.
public struct GuideTexts: Sendable {
  /// A text under its title.
  public struct Text: Sendable, Hashable {
    /// The title.
    let title: String
    /// The text below the title.
    let text: String

    /// Puts a text together.
    public init(title: String, text: String) {
      self.title = title
      self.text = text
    }

    /// Both, for comparing.
    var whole: String { text.isEmpty || title.isEmpty ? title + text : title + "\n" + text }
  }

  /// The texts of one locale, in the order of its pages.
  public typealias Page = [(url: String, text: Text)]

  private(set) var locales: [String: Page]

  /// Whether nobody knows the texts, so that changed wording cannot be found.
  public var isEmpty: Bool { locales.isEmpty }

  /// Collects texts; none for a guide whose texts nobody knows.
  public init(_ locales: [String: Page] = [:]) { self.locales = locales }

  /// Reads the files of a site's search index, `index.json` first and then those of entries.
  ///
  /// - Parameters:
  ///   - home: the path of the locale's first page, such as `/en-US/`.
  ///   - file: gives a file by its path in the index's folder; nil if there is none.
  /// - Returns: nil if it is not such an index.
  public static func page(
    home: String, file: (_ path: String) -> [UInt8]?
  ) -> Page? {
    guard let index = file("index.json").flatMap({ try? JSONText.parse($0) }),
      index["locale"]?.text != nil
    else { return nil }
    var entries = index["entries"]?.elements ?? []
    for number in (index["entry_counts"]?.elements ?? []).indices {
      guard let part = file("entries/\(number).json").flatMap({ try? JSONText.parse($0) }) else {
        return nil
      }
      entries += part["entries"]?.elements ?? []
    }
    return entries.compactMap { entry in
      guard let way = entry["url"]?.text, way.hasPrefix("../") else { return nil }
      return (
        home + way.dropFirst(3),
        Text(title: entry["title"]?.text ?? "", text: entry["text"]?.text ?? "")
      )
    }
  }
}

extension GuideChanges {
  /// A text that says something else than before.
  public struct Wording: Sendable {
    /// The locale of the text.
    public let locale: String
    /// The document's key.
    public let document: String
    /// The id of the row or heading; nil for the text before the first heading.
    public let id: String?
    /// Whether it is a row.
    public let isRow: Bool
    /// Its title now.
    public let title: String
    /// Its address.
    public let url: String
    /// The words that changed.
    public let difference: WordDifference
  }

  /// The texts of both guides that differ, by locale in the order of the newer one's pages.
  static func wording(from old: GuideIndex, to new: GuideIndex) -> [Wording] {
    new.locales.flatMap { locale -> [Wording] in
      guard let before = old.texts.locales[locale], let after = new.texts.locales[locale] else {
        return []
      }
      let oldPlaces = TextPlaces(old, locale)
      let newPlaces = TextPlaces(new, locale)
      var known: [String: GuideTexts.Text] = [:]
      for (url, text) in before { if let place = oldPlaces[url] { known[place.key] = text } }
      var seen: Set<String> = []
      return after.compactMap { url, text in
        guard let place = newPlaces[url], seen.insert(place.key).inserted,
          let was = known[place.key], was.whole != text.whole
        else { return nil }
        return Wording(
          locale: locale, document: place.document, id: place.fragment, isRow: place.isRow,
          title: text.title, url: url,
          difference: was.title == text.title
            ? WordDifference(from: was.text, to: text.text)
            : WordDifference(from: was.whole, to: text.whole))
      }
    }
  }
}

/// The targets of the addresses of a locale's pages.
private struct TextPlaces {
  struct Place {
    let document: String
    let fragment: String?
    let isRow: Bool
    var key: String { document + "#" + (fragment ?? "") }
  }

  private var documents: [String: String] = [:]
  private var rows: Set<String> = []

  /// Takes the locale's own texts; those that it borrows are another locale's.
  init(_ index: GuideIndex, _ locale: String) {
    for item in index.documents {
      guard let version = item.versions[locale], let url = version.url,
        version.state != "fallback", version.state != "missing"
      else { continue }
      documents[url] = item.document
    }
    rows = Set(index.rows.map(\.key))
  }

  subscript(_ url: String) -> Place? {
    let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let document = documents[String(parts[0])] else { return nil }
    let fragment = parts.count > 1 ? percentDecoded(String(parts[1])) : nil
    let key = document + "#" + (fragment ?? "")
    return Place(
      document: document, fragment: fragment, isRow: fragment != nil && rows.contains(key))
  }
}
