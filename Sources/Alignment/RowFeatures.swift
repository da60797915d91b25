// Alignment pairs the rows of a translation with the rows of its source. In: the features that can
// be compared across languages about each row. Out: pairs with a score. It knows no files and no
// documents.

/// The features of a row that survive translation.
///
/// A class, since features are compared in pairs and never change.
public final class RowFeatures: Sendable {
  /// The section, by the source's numbering; nil if the heading itself is aligned with none.
  public let section: Int?
  /// An id that the author wrote; equal ids settle a pair.
  public let anchor: String?
  /// The targets of the row's links, without the parts that translation changes; sorted, each once.
  public let links: [String]
  /// Words that translators keep: names, acronyms, numbers; sorted, each once.
  public let keptTokens: [String]
  /// The content of cells that is the same in every language: letters, and codes; each once.
  public let cells: [String]
  /// How many clauses the description has.
  public let clauseCount: Int
  /// The number of lines in its clauses, which lists add to.
  public let lineCount: Int
  /// How many sentences end in it.
  public let sentenceCount: Int
  /// The title's length in code points.
  public let titleLength: Int
  /// Title and description together, in code points.
  public let length: Int

  let title: String
  let clauses: [String]
  /// The links and the kept tokens as hashes.
  let linkNumbers: [UInt64]
  let tokenNumbers: [UInt64]
  let cellNumbers: [UInt64]

  /// Describes a row.
  ///
  /// - Parameters:
  ///   - links: the targets as written.
  ///   - clauses: the description's parts, each line on its own.
  ///   - cells: the texts of the row's other cells, the same in every language.
  public init(
    section: Int?, anchor: String?, links: [String], title: String, clauses: [String],
    cells: [String] = []
  ) {
    self.cells = unique(cells)
    cellNumbers = self.cells.map(WordScanner.number)
    self.section = section
    self.anchor = anchor
    self.links = unique(links.flatMap(linkKeys))
    self.title = title
    self.clauses = clauses
    var scanner = TextScanner()
    scanner.scan(title)
    titleLength = scanner.length
    for clause in clauses { scanner.scan(clause) }
    keptTokens = unique(scanner.keptTokens)
    sentenceCount = scanner.sentenceCount
    lineCount = clauses.count + scanner.lineBreakCount
    length = scanner.length
    clauseCount = clauses.count
    linkNumbers = self.links.map(WordScanner.number)
    tokenNumbers = keptTokens.map(WordScanner.number)
  }
}

/// Texts in the order of their bytes, each once.
private func unique(_ texts: [String]) -> [String] {
  guard texts.count > 1 else { return texts }
  var result: [String] = []
  for text in texts.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  where text != result.last { result.append(text) }
  return result
}

/// The part of a link's target that all languages share: the path in small letters without the
/// locale's own folder.
///
/// With a fragment, also the same with its fragment.
func linkKeys(_ destination: String) -> [String] {
  // Most targets are such already; they need no other text.
  let isPlain = destination.utf8.allSatisfy {
    (0x2D...0x39).contains($0) || (0x61...0x7A).contains($0)
  }
  if isPlain, !destination.utf8.split(separator: 0x2F).contains(where: isLocale) {
    return destination.isEmpty ? [] : [destination]
  }
  let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
  let folders = (parts.first ?? "").lowercased().split(
    separator: "/", omittingEmptySubsequences: false)
  let path = folders.filter { !isLocale($0.utf8) }.joined(separator: "/")
  guard parts.count > 1, !parts[1].isEmpty else { return path.isEmpty ? [] : [path] }
  return (path.isEmpty ? [] : [path]) + [path + "#" + parts[1]]
}

/// Whether a folder is named as locales are: two or three letters, a hyphen, and two or four.
private func isLocale(_ folder: Substring.UTF8View) -> Bool {
  let count = folder.count
  guard (5...8).contains(count), let hyphen = folder.firstIndex(of: 0x2D) else { return false }
  let language = folder.distance(from: folder.startIndex, to: hyphen)
  return (2...3).contains(language) && [2, 4].contains(count - language - 1)
    && folder.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
}
