// Changes compares two guides. In: the `guide.json` of each. Out: `GuideChanges`, as text, Markdown,
// JSON or an Atom feed.

import Base

/// The contents of `guide.json`.
public struct GuideIndex: Sendable {
  /// A responsibility's or a document's text in one locale.
  struct Version: Sendable {
    let title: String?
    let url: String?
    let state: String
  }

  /// A document or responsibility with its version in each locale.
  struct Item: Sendable {
    let document: String
    /// The responsibility's id; nil for a document as a whole.
    let id: String?
    let versions: [String: Version]
    /// The letters of each party that has any, in the order of the columns.
    let letters: [(party: String, letters: String)]

    /// Its identity in both guides.
    var key: String { document + "#" + (id ?? "") }
  }

  /// The number of responsibilities that are compared; people would not read more changes.
  private static let mostRows = 200_000

  /// The locale that the others are translated from.
  public let sourceLocale: String
  /// The tags of the locales in their order.
  public let locales: [String]
  /// The origin under which the site is published; nil if the guide does not say.
  let siteURL: String?
  let documents: [Item]
  let rows: [Item]
  /// The approvals that it lists.
  let reviews: [GuideChanges.Approval]
  /// How parties are reached.
  let mails: [String: String]
  /// The texts of its pages.
  public var texts = GuideTexts()

  /// A digest of the file.
  private let digest: Digest?

  /// Adds all data that changes are found from.
  public func add(to digest: borrowing ContentDigest) {
    digest.add(self.digest)
    for locale in locales {
      for (url, text) in texts.locales[locale] ?? [] {
        digest.add(url)
        digest.add(text.whole)
      }
    }
  }

  /// Reads a `guide.json`.
  ///
  /// - Throws: `GuideIndexError` if that is something else.
  public init(_ bytes: [UInt8]) throws(GuideIndexError) {
    let json: JSONText
    do { json = try JSONText.parse(bytes) } catch {
      throw GuideIndexError(description: error.description)
    }
    guard let source = json["source_locale"]?.text, json["responsibilities"] != nil else {
      throw GuideIndexError(description: "this is not the 'guide.json' of a site")
    }
    for key in ["responsibilities", "documents", "locales"] {
      guard json[key]?.elements.count ?? 0 <= Self.mostRows else {
        throw GuideIndexError(description: "it has more than \(Self.mostRows) \(key)")
      }
    }
    sourceLocale = source
    let digest = ContentDigest()
    digest?.add(bytes)
    self.digest = digest?.value
    siteURL = json["site_url"]?.text.flatMap { url in
      url.hasPrefix("https://") || url.hasPrefix("http://") ? url : nil
    }
    reviews = (json["reviews"]?.elements ?? []).compactMap(GuideChanges.Approval.init)
    let parties = (json["parties"]?.elements ?? []).prefix(Self.mostRows)
    mails = Dictionary(
      parties.compactMap { party in
        guard let id = party["id"]?.text, let mail = party["contact"]?["mail"]?.text else {
          return nil
        }
        return (id, mail)
      }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    locales = (json["locales"]?.elements ?? []).compactMap { $0["tag"]?.text }
      .filter { seen.insert($0).inserted }
    documents = (json["documents"]?.elements ?? []).compactMap { document in
      document["key"]?.text.map { Self.item(document, document: $0, id: nil) }
    }
    rows = (json["responsibilities"]?.elements ?? []).compactMap { row in
      guard let id = row["id"]?.text, let document = row["document"]?.text else { return nil }
      return Self.item(row, document: document, id: id)
    }
  }

  /// The address of the first page of each locale that has one of its own.
  public var homes: [String: String] {
    documents.first { $0.document == "index" }?.versions.compactMapValues(\.url) ?? [:]
  }

  /// The path of a locale's first page; nil if no document of the locale has an address.
  public func home(of locale: String) -> String? {
    for document in documents {
      guard let url = document.versions[locale]?.url else { continue }
      let mark = "/" + percentEncoded(locale) + "/"
      if let range = url.firstRange(of: mark) { return String(url[..<range.upperBound]) }
    }
    return nil
  }

  private static func item(_ json: JSONText, document: String, id: String?) -> Item {
    var versions: [String: Version] = [:]
    for member in json["locales"]?.members ?? [] {
      versions[member.key] = Version(
        title: member.value["title"]?.text, url: member.value["url"]?.text,
        state: member.value["state"]?.text ?? "")
    }
    var parties: Set<String> = []
    let letters = (json["assignments"]?.members ?? []).compactMap { member in
      member.value["letters"]?.text.flatMap { text in
        isLetters(text) && parties.insert(member.key).inserted
          ? (party: member.key, letters: text) : nil
      }
    }
    return Item(document: document, id: id, versions: versions, letters: letters)
  }

  /// Whether a text is letters of any scheme.
  private static func isLetters(_ text: String) -> Bool {
    (1...LetterScheme.maximumCount).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}

/// A file that is no `guide.json`.
public struct GuideIndexError: Error, CustomStringConvertible {
  /// The error in it.
  public let description: String
}
