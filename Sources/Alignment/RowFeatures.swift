// Alignment pairs the rows of a translation with the rows of its source. In: what can be compared
// across languages about each row. Out: pairs with a score. It knows no files and no documents.

/// What of a row survives translation.
public struct RowFeatures: Sendable {
  /// The section, by the source's numbering; nil where the heading itself is aligned with none.
  public let section: Int?
  /// An id that the author wrote; equal ids settle a pair.
  public let anchor: String?
  /// The targets of the row's links, without what translation changes in them.
  public let links: Set<String>
  /// Words that translators keep: names, acronyms, numbers.
  public let keptTokens: Set<String>
  /// How many clauses the description has.
  public let clauseCount: Int
  /// How many lines its clauses have, which is what lists make.
  public let lineCount: Int
  /// How many sentences end in it.
  public let sentenceCount: Int
  /// The title's length in code points.
  public let titleLength: Int
  /// Title and description together, in code points.
  public let length: Int

  let title: String
  let clauses: [String]

  /// Describes a row.
  ///
  /// - Parameters:
  ///   - links: the targets as written.
  ///   - clauses: the description's parts, each line on its own.
  public init(
    section: Int?, anchor: String?, links: some Sequence<String>, title: String, clauses: [String]
  ) {
    self.section = section
    self.anchor = anchor
    self.links = Set(links.flatMap(linkKeys))
    self.title = title
    self.clauses = clauses
    var scanner = TextScanner()
    scanner.scan(title)
    titleLength = scanner.length
    for clause in clauses { scanner.scan(clause) }
    keptTokens = scanner.keptTokens
    sentenceCount = scanner.sentenceCount
    lineCount = clauses.count + scanner.lineBreakCount
    length = scanner.length
    clauseCount = clauses.count
  }
}

/// What of a link's target stays the same in every language: the path in small letters without
/// the locale's own folder, and the same with its fragment, where it has one.
func linkKeys(_ destination: String) -> [String] {
  let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
  let folders = (parts.first ?? "").lowercased().split(
    separator: "/", omittingEmptySubsequences: false)
  let path = folders.filter { !isLocale($0) }.joined(separator: "/")
  guard parts.count > 1, !parts[1].isEmpty else { return path.isEmpty ? [] : [path] }
  return (path.isEmpty ? [] : [path]) + [path + "#" + parts[1]]
}

/// Whether a folder is named as locales are: two or three letters, a hyphen, and two or four.
private func isLocale(_ folder: Substring) -> Bool {
  let parts = folder.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.count == 2, (2...3).contains(parts[0].utf8.count),
    [2, 4].contains(parts[1].utf8.count)
  else { return false }
  return parts.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }
}
