import Base

/// One Markdown file, parsed: its facts, and its HTML with holes for the parts that depend on the
/// guide.
///
/// A class, since documents are shared by many and never change.
public final class Document: Sendable {
  /// The path below the locale's folder, without `.md`; the same in every locale.
  public let key: String
  /// The locale of the folder it was found in.
  public let locale: String
  /// The file's path, as diagnostics show it.
  public let path: String
  /// The digest of the file; nil only if memory ran out.
  public let digest: Digest?
  /// The contents of the front matter.
  public let metadata: Metadata
  /// The headings in order.
  public let headings: [Heading]
  /// The rows of responsibility tables in order; none unless the document is one of those.
  public let rows: [Row]
  /// The rows of tables that name the topic of the rows below them, in order.
  public let groups: [Group]
  /// The cells of all tables, table by table and line by line.
  public let cells: [Cell]
  /// All links and images in order.
  public let links: [Link]
  /// Explicit anchors in running text, in order.
  public let anchors: [Anchor]
  /// The tables in order, by the heading each one is under.
  public let tables: [Table]
  /// The footnotes that the text refers to, in the order of their numbers.
  public let footnotes: [Footnote]
  /// The comments that suppress rules, in order.
  public let suppressions: [Suppression]
  /// The letters that the text explains, in order; none unless there are tables.
  public let explanations: [Explanation]
  /// The labels of lines outside tables, in order.
  public let labels: [Label]
  /// The paragraphs, headings, and cells that are clearly in another language, in order.
  public let foreignTexts: [ForeignText]
  /// Whether the first heading is the page's first, which names it.
  public let beginsWithTitle: Bool
  /// The content.
  public let body: StoredHTML
  let storedTexts: StoredTexts

  init(
    key: String, locale: String, path: String, digest: Digest?, metadata: Metadata,
    headings: [Heading], rows: [Row], groups: [Group] = [], cells: [Cell] = [], links: [Link],
    anchors: [Anchor], tables: [Table], footnotes: [Footnote] = [], suppressions: [Suppression],
    explanations: [Explanation] = [], labels: [Label] = [], foreignTexts: [ForeignText] = [],
    beginsWithTitle: Bool = false, body: StoredHTML,
    texts: StoredTexts
  ) {
    self.key = key
    self.locale = locale
    self.path = path
    self.digest = digest
    self.metadata = metadata
    self.headings = headings
    self.rows = rows
    self.groups = groups
    self.cells = cells
    self.links = links
    self.anchors = anchors
    self.tables = tables
    self.footnotes = footnotes
    self.suppressions = suppressions
    self.explanations = explanations
    self.labels = labels
    self.foreignTexts = foreignTexts
    self.beginsWithTitle = beginsWithTitle
    self.body = body
    storedTexts = texts
  }

  /// The texts under its headings and in its rows.
  ///
  /// - Throws: `FileError` if the disk does not give it back.
  public func texts() throws(FileError) -> DocumentTexts {
    let texts = try storedTexts.texts()
    return DocumentTexts(
      lead: texts.lead, sections: texts.sections, clauses: clauses(of: texts.clauses))
  }

  /// The clauses in its rows, as its texts have them.
  ///
  /// - Throws: `FileError` if the disk does not give them back.
  public func clauses() throws(FileError) -> [[String]] {
    clauses(of: try storedTexts.texts(onlyClauses: true).clauses)
  }

  /// The title: its own, else the words of the file's name.
  public var title: String { ownTitle ?? Self.words(of: key) }

  /// The front matter's title, or the first heading of level 1, or the heading that begins the text
  /// and has all others below it.
  ///
  /// It is nil if there is none.
  public var ownTitle: String? {
    metadata.title.map(TitleText.shortened) ?? firstHeading?.title
      ?? (beginsWithTitle ? headings.first?.title : nil)
  }

  /// Whether its text has a heading of level 1.
  public var holdsTitle: Bool { beginsWithTitle || firstHeading != nil }

  private var firstHeading: Heading? { headings.first { $0.level == 1 } }

  /// The words of a file's name, or of its folder's for an index: "Get started" for `get-started`.
  private static func words(of key: String) -> String {
    var parts = key.split(separator: "/")
    if parts.count > 1, parts.last == "index" { parts.removeLast() }
    let name = parts.last ?? ""
    let words = name.split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: " ")
    guard let first = words.first else { return key }
    return first.uppercased() + words.dropFirst()
  }

  /// A heading and the text under it.
  public struct Heading: Sendable {
    /// 1 to 6.
    public let level: Int
    /// Its plain text.
    public let text: String
    /// The same, shortened if it is very long.
    public let title: String
    /// The id that the author wrote: `<a name>`, `<a id>` or `{#id}`.
    public let anchor: String?
    /// The place.
    public let location: SourceLocation

    init(level: Int, text: String, anchor: String?, location: SourceLocation) {
      self.level = level
      self.text = text
      title = TitleText.shortened(text)
      self.anchor = anchor
      self.location = location
    }
  }

  /// A row of a responsibility table.
  public struct Row: Sendable {
    /// The heading it is under, by index.
    public let heading: Int?
    /// The first cell's plain text.
    public let text: String
    /// The same, shortened if it is very long.
    public let title: String
    /// The id that the author wrote into the first cell.
    public let anchor: String?
    /// The beginning of its first cell.
    public let location: SourceLocation
    /// How many clauses its description has.
    public let clauseCount: Int
    /// Its links, as a range of the document's.
    public let links: Range<Int>
    /// Its table, by index.
    public let table: Int
    /// The lines that it takes, by their number among the lines of all tables.
    public var lines: Range<Int>
    /// The group that it belongs to, by index; nil if there is none.
    public let group: Int?
    /// The column whose cell it is, if each cell of its line is a separate row.
    ///
    /// In a transposed table, the column that it is.
    public var column: Int?

    init(
      heading: Int?, text: String, anchor: String?, location: SourceLocation, clauseCount: Int,
      links: Range<Int>, table: Int, lines: Range<Int>, group: Int?, column: Int? = nil
    ) {
      self.heading = heading
      self.text = text
      title = TitleText.shortened(text)
      self.anchor = anchor
      self.location = location
      self.clauseCount = clauseCount
      self.links = links
      self.table = table
      self.lines = lines
      self.group = group
      self.column = column
    }
  }

  /// A link or an image.
  public struct Link: Sendable {
    /// The target as written, entities and escapes resolved.
    public let destination: String
    /// The title shown on hovering; empty if there is none.
    public let title: String
    /// The text instead of the image; nil for a link.
    public let alternative: String?
    /// Whether it is the content of a link, as a linked picture is.
    public let isInLink: Bool
    /// The width of an image in pixels, as digits; nil if its tag says nothing.
    public let width: String?
    /// The height of an image in pixels, as digits; nil if its tag says nothing.
    public let height: String?
    /// The place.
    public let location: SourceLocation

    /// Whether it is an image.
    public var isImage: Bool { alternative != nil }
  }

  /// A footnote.
  public struct Footnote: Sendable {
    /// The label by which the text refers to it; the same in all languages as a rule.
    public let label: String
    /// How many references lead to it, at least 1.
    public let useCount: Int
    /// The place of its definition.
    public let location: SourceLocation
  }

  /// A paragraph, heading, or cell in another language of the same script.
  public struct ForeignText: Sendable {
    /// The name of the language.
    public let language: DiagnosticMessage
    /// The table that it is a cell of, by index; nil outside tables.
    public let table: Int?
    /// The place.
    public let location: SourceLocation
  }

  /// An anchor in running text.
  public struct Anchor: Sendable {
    /// The id.
    public let name: String
    /// The place.
    public let location: SourceLocation
  }
}
