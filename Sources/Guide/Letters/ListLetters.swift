import Base
import Markdown

/// Finds lists that say who does what below the title of a task: `Responsible: Kim`, `A: Lou`.
///
/// Lists are not read, so that a finding has to say that they are there.
struct ListLetters {
  let words: LetterWords
  let scheme: LetterScheme

  /// A label that names letters.
  private struct Entry {
    let letters: LetterSet
    let value: String
    /// The label as words are compared.
    let label: String
    /// Whether it is a heading, whose text may as well explain the letter.
    var isHeading = false
  }

  /// The length in bytes of the longest text that is only names.
  private static let longestNames = 160
  /// How many words a name has at most if nothing else shows that it is one.
  private static let wordsOfName = 2

  /// The place of the first list with letters in a document: its section's heading; nil if there is
  /// none.
  ///
  /// - Parameter hasTables: whether tables of the document have letters, which a list may explain.
  func place(in document: Document, hasTables: Bool) -> SourceLocation? {
    var sections = headingEntries(document)
    if document.labels.isEmpty, sections.isEmpty { return nil }
    for label in document.labels {
      guard let entry = entry(label, document.locale) else { continue }
      sections[label.heading, default: []].append(entry)
    }
    let found = sections.filter { Self.isList($0.value, scheme) }
    let names = found.filter { $0.value.allSatisfy { Self.isOfNames($0) && !$0.isHeading } }
    let lists = hasRepeats(found.values.map { $0 }) ? found : hasTables ? [:] : names
    guard let first = lists.keys.min(by: { ($0 ?? -1) < ($1 ?? -1) }) else {
      return hasTables ? nil : ownersPlace(document)
    }
    guard let heading = first, document.headings.indices.contains(heading) else {
      return SourceLocation(path: document.path, line: 1, column: 1)
    }
    return document.headings[heading].location
  }

  /// Headings that name letters, such as "Responsible" below a task, by the heading above them.
  private func headingEntries(_ document: Document) -> [Int?: [Entry]] {
    let reader = CellReader(words: words, scheme: scheme, locale: document.locale)
    let own = document.headings.map { heading in
      heading.level > 1 && heading.title.count > 1 && heading.title.utf8.count <= Self.longestTitle
        ? letters(heading.title, reader) : nil
    }
    if own.allSatisfy({ $0 == nil }) { return [:] }
    var result: [Int?: [Entry]] = [:]
    for (parent, (heading, letters)) in zip(document.headingParents, zip(document.headings, own)) {
      guard let letters else { continue }
      let label = LetterWords.normalized(heading.title)
      result[parent, default: []].append(
        Entry(letters: letters, value: "", label: label, isHeading: true))
    }
    return result
  }

  /// The first of several sections each of which names an owner: `Owner: Kim`; nil if they are few.
  private func ownersPlace(_ document: Document) -> SourceLocation? {
    var headings: Set<Int> = []
    var names: Set<String> = []
    for label in document.labels where !label.value.isEmpty && label.value.last != "." {
      guard let heading = label.heading, words.isOwner(label.text, in: document.locale),
        document.headings.indices.contains(heading),
        Self.isOfNames(Entry(letters: [], value: label.value, label: ""))
      else { continue }
      headings.insert(heading)
      names.insert(PartyNames.key(label.value))
    }
    guard headings.count >= Self.fewestOwners, names.count > 1, let first = headings.min() else {
      return nil
    }
    return document.headings[first].location
  }

  /// The number of sections from which an owner in each is not on a cover.
  private static let fewestOwners = 3
  /// The length in bytes of the longest heading that only names a letter.
  private static let longestTitle = 48

  /// The letters that a label names, with the text that has them; nil if it names none, or explains
  /// a letter.
  private func entry(_ label: Document.Label, _ locale: String) -> Entry? {
    let reader = CellReader(words: words, scheme: scheme, locale: locale)
    let key = LetterWords.normalized(label.text)
    let words = label.text.split(separator: " ")
    for count in stride(from: min(3, words.count), through: 1, by: -1) {
      let text = words.suffix(count).joined(separator: " ")
      guard let letters = letters(text, reader) else { continue }
      guard self.letters(label.value, reader) == nil else { return nil }
      return Entry(letters: letters, value: label.value, label: key)
    }
    // "Kim: R" has the letter behind the name.
    guard label.value.utf8.count <= 8, let letters = reader.capitals(label.value) else {
      return nil
    }
    return Entry(letters: letters, value: label.text, label: letters.text)
  }

  /// The letters that a whole text names; nil if it names none.
  private func letters(_ text: String, _ reader: CellReader) -> LetterSet? {
    if text.isEmpty { return nil }
    if let capitals = reader.capitals(text) { return capitals }
    // "Owner" is on each cover, and "Responsibilities" is a title.
    let letters = words.letters(ofHead: text, in: reader.locale, scheme)
    if letters.isEmpty || words.canBeTask(text) { return nil }
    let isOwner = letters.characters.count > 1 && words.isOwner(text, in: reader.locale)
    return isOwner ? nil : letters
  }

  /// Whether a section has two labels and more, those of an owner among them.
  private static func isList(_ entries: [Entry], _ scheme: LetterScheme) -> Bool {
    let union = entries.reduce(into: LetterSet()) { $0.formUnion($1.letters) }
    return Set(entries.map(\.label)).count > 1
      && !union.isDisjoint(with: [scheme.owner.first, .accountable])
      && entries.allSatisfy { $0.value.utf8.count <= longestNames && $0.value.last != "." }
  }

  /// Whether a text is nothing but names: of two words at most, or of words with capitals.
  private static func isOfNames(_ entry: Entry) -> Bool {
    NameReader.parts(of: entry.value).allSatisfy { part in
      let words = NameReader.withoutParentheses(part).base.split(separator: " ")
      return words.count <= wordsOfName
        || words.allSatisfy { $0.count < 4 || $0.first?.isUppercase == true }
    }
  }

  /// Whether the same letters come again: in several sections, or several times in one.
  private func hasRepeats(_ sections: [[Entry]]) -> Bool {
    var seen: Set<LetterSet> = []
    var count = 0
    for entry in sections.joined() where !seen.insert(entry.letters).inserted { count += 1 }
    return count > 1
  }
}

extension DocumentLetters {
  /// Reports lists of letters.
  mutating func reportLists(in document: Document, hasTables: Bool) {
    let lists = ListLetters(words: letters.words, scheme: letters.scheme)
    guard let place = lists.place(in: document, hasTables: hasTables) else { return }
    report(
      Diagnostic(
        .tableUnread, "this section seems to have letters in a list, which is not read",
        at: place, locale: document.locale,
        hint: "rewrite it as a table, with a row for each task and a column for each letter"))
  }
}
