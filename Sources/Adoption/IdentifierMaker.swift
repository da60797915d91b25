import Alignment
import Base
import Markdown

/// Makes ids for the rows of a document that has none yet, ASCII always, each once.
///
/// An anchor in the row comes first; then the title's words where they are ASCII or Latin letters
/// with marks; then the names and acronyms in the title that translations keep; then the document
/// that the row's first link leads to; and at last the section and a number.
struct IdentifierMaker {
  private var taken: Set<String> = []

  /// The id of a row.
  ///
  /// - Parameters:
  ///   - links: the targets of the row's links.
  ///   - section: the section's anchor.
  ///   - number: the row's place in its section, from 1.
  mutating func id(
    for row: Document.Row, links: [String], section: String, number: Int
  ) -> String {
    let candidates = [
      row.anchor.map { asciiSlug($0) } ?? "", latinSlug(row.title), keptSlug(row.title),
      links.lazy.map(linkSlug).first { !$0.isEmpty } ?? "",
    ]
    for candidate in candidates where !candidate.isEmpty && taken.insert(candidate).inserted {
      return candidate
    }
    let base = asciiSlug(section)
    return takeNumbered((base.isEmpty ? "section" : base) + "-\(number)")
  }

  /// Takes an id for a section or party, numbered where it is taken.
  mutating func takeNumbered(_ id: String) -> String {
    var result = id
    var number = 2
    while !taken.insert(result).inserted {
      result = "\(id)-\(number)"
      number += 1
    }
    return result
  }

  /// The title's slug, unless its words are in another script.
  private func latinSlug(_ title: String) -> String {
    slug(title).utf8.allSatisfy { $0 < 0x80 } ? String(asciiSlug(title).prefix(60)) : ""
  }

  /// The Latin words of a title in another script, where one of them is sure to be kept.
  private func keptSlug(_ title: String) -> String {
    keptTokens(in: title).isEmpty ? "" : String(asciiSlug(title).prefix(60))
  }

  private func linkSlug(_ target: String) -> String {
    let path = target.split(separator: "#").first ?? ""
    guard !path.contains(":"), path.hasSuffix(".md"),
      let name = path.split(separator: "/").last
    else { return "" }
    return asciiSlug(String(name.dropLast(3)))
  }
}
