import Alignment
import Base
import Guide
import Markdown

/// Makes ids for parties and for the rows of a document that has none yet, ASCII always, each once.
///
/// An anchor in the row comes first. Then come the title's words, if they are ASCII or Latin
/// letters with marks. Then come the names and acronyms in the title that translations keep, and
/// the document that the row's first link leads to. Then comes the title in Latin letters, if its
/// script has letters or syllables. The section and a number come last.
struct IdentifierMaker {
  /// The length of the longest id in bytes.
  private static let maximumLength = 60

  private var taken: Set<String>
  /// The last number tried behind each id, so that many equal names take linear time.
  private var lastNumber: [String: Int] = [:]

  /// Starts with ids that belong to something else.
  init(taken: Set<String> = []) { self.taken = taken }

  /// All ids that are given by now.
  var ids: Set<String> { taken }

  /// The id of a row.
  ///
  /// - Parameters:
  ///   - links: the targets of the row's links.
  ///   - section: the section's anchor.
  ///   - number: the row's place in its section, from 1.
  ///   - locale: the locale of the row's text.
  mutating func id(
    for row: Document.Row, links: [String], section: String, number: Int, locale: String
  ) -> String {
    if let anchor = row.anchor, Identifier.isValid(anchor), taken.insert(anchor).inserted {
      return anchor
    }
    let candidates = [
      row.anchor.map { asciiSlug($0) } ?? "", latinSlug(row.title, locale), keptSlug(row.title),
      links.lazy.map(linkSlug).first { !$0.isEmpty } ?? "", romanSlug(row.title, locale),
    ]
    for candidate in candidates where !candidate.isEmpty && taken.insert(candidate).inserted {
      return candidate
    }
    // Titles that are alike in their beginnings differ behind them.
    let whole = slug(Romanizer.latin(row.title, in: locale))
    if whole.utf8.allSatisfy({ $0 < 0x80 }), whole.utf8.count > Self.maximumLength,
      taken.insert(String(whole.prefix(100))).inserted
    {
      return String(whole.prefix(100))
    }
    let beginning = String(section.prefix(2 * Self.maximumLength))
    let base = shortened(asciiSlug(Romanizer.latin(beginning, in: locale)))
    return takeNumbered((base.isEmpty ? "section" : base) + "-\(number)")
  }

  /// The id of a party by its name, or by the anchor of the section that is about it.
  ///
  /// - Parameters:
  ///   - english: its name in an English translation, for names in other scripts.
  ///   - locale: the locale of the name.
  mutating func party(
    _ name: String, anchor: String?, english: String?, locale: String
  ) -> String {
    let candidates = [
      anchor.map { asciiSlug($0) } ?? "", latinSlug(name, locale), keptSlug(name),
      english.map { latinSlug($0, "en") } ?? "", romanSlug(name, locale),
    ]
    return takeNumbered(candidates.first { !$0.isEmpty }.map(shortened) ?? "party")
  }

  /// Takes an id for a section or party, numbered if it is taken.
  mutating func takeNumbered(_ id: String) -> String {
    var result = id
    var number = lastNumber[id] ?? 1
    while !taken.insert(result).inserted {
      number += 1
      result = "\(id)-\(number)"
    }
    lastNumber[id] = number
    return result
  }

  /// The title's slug, unless its words are in another script.
  private func latinSlug(_ title: String, _ locale: String) -> String {
    let isLatin = title.unicodeScalars.allSatisfy {
      !isWordCharacter($0) || $0.value < 0x250 || (0x1E00...0x1EFF).contains($0.value)
        || $0.properties.generalCategory == .nonspacingMark
    }
    return isLatin ? romanSlug(title, locale) : ""
  }

  /// The title in Latin letters, if all of its letters can be written so.
  private func romanSlug(_ title: String, _ locale: String) -> String {
    let latin = slug(Romanizer.latin(title, in: locale))
    return latin.utf8.allSatisfy { $0 < 0x80 } ? shortened(latin) : ""
  }

  /// The Latin words of a title in another script, if one of them is sure to be kept.
  ///
  /// A number alone says too little.
  private func keptSlug(_ title: String) -> String {
    let slug = asciiSlug(title)
    let isName = slug.contains(where: \.isLetter) && !keptTokens(in: title).isEmpty
    return isName ? shortened(slug) : ""
  }

  /// The words that fit into an id.
  private func shortened(_ id: String) -> String {
    if id.utf8.count <= Self.maximumLength { return id }
    let cut = id.prefix(Self.maximumLength)
    let words = cut.lastIndex(of: "-").map { cut[..<$0] } ?? cut
    return String(words.utf8.count * 2 > Self.maximumLength ? words : cut)
  }

  private func linkSlug(_ target: String) -> String {
    let path = target.split(separator: "#").first ?? ""
    guard !path.contains(":"), let name = path.split(separator: "/").last else { return "" }
    let (stem, ending) = LooseTree.split(String(name))
    return LooseTree.markdownEndings.contains(ending.lowercased()) ? shortened(asciiSlug(stem)) : ""
  }
}
