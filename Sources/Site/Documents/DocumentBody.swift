import Base
import Guide
import Markdown
import Mustache

/// A document's HTML with its holes filled for readers of one locale.
struct DocumentBody {
  /// About how much a row's letters and links take.
  private static let bytesOfRow = 512

  let site: Site
  let document: Int
  let version: DocumentSet.Version
  let shown: Int
  let locale: Int
  private let markup: MarkedHTML
  let rowOfID: [String: Int]
  /// The roles of the lines of the document's tables.
  private let lines: TableLines
  /// The target of each link of the document.
  let targets: [ResolvedLink]
  /// Which of the tables that may scroll under its heading each table is, from 1.
  private let tableNumbers: [Int]
  /// The address of the page; nil if it may be shown anywhere.
  let page: String?
  private let pageBytes: [UInt8]?
  /// The document's places on a page that has many documents; nil on its own page.
  let book: BookPlaces?
  /// The address of the matrix page that has the document's rows; nil if rows do not lead there.
  let matrixPage: String?
  private let notes: NoteMarkup

  /// - Parameters:
  ///   - shown: the locale that the version is in.
  ///   - locale: the reader's locale.
  ///   - book: the document's places on a page that has many documents, and that page.
  /// - Throws: `FileError` if the document's HTML cannot be read back from the disk.
  init(
    _ site: Site, document: Int, version: DocumentSet.Version, shown: Int, locale: Int,
    in book: (places: BookPlaces, page: String?)? = nil
  ) throws {
    markup = try version.document.body.html()
    self.site = site
    self.document = document
    self.version = version
    self.shown = shown
    self.locale = locale
    self.book = book?.places
    let ids = book.map { book in
      version.footnoteIDs.map { $0.map { book.places.anchor($0, in: document) } }
    }
    notes = NoteMarkup(
      ids: ids ?? version.footnoteIDs, strings: site.guide.locales[locale].strings)
    page = book.map(\.page) ?? site.paths.documentURL(document, locale)
    pageBytes = page.map { Array($0.utf8) }
    var rows: [String: Int] = [:]
    for index in site.matrix.rowsOfDocument[document] {
      let row = site.matrix.rows[index]
      rows[site.guide.documents[document].responsibilities[row.responsibility].id] = index
    }
    rowOfID = rows
    matrixPage =
      book == nil && !rows.isEmpty
      ? site.paths.url(site.matrixPath(ofRowsOfDocument: document, locale)) : nil
    lines = TableLines(version.document)
    tableNumbers = Self.numbers(of: version.document.tables)
    targets = version.document.links.indices.map {
      site.links.resolve($0, in: version, home: shown, for: locale).target
    }
  }

  /// About how many bytes it has.
  var capacity: Int { markup.bytes.count + version.document.rows.count * Self.bytesOfRow }

  /// Appends the HTML.
  ///
  /// - Throws: `TemplateError` if `row.mustache` cannot be rendered.
  func append(to output: inout [UInt8]) throws(TemplateError) {
    try markup.append(to: &output) { (hole, output) throws(TemplateError) in
      try fill(hole, &output)
    }
  }

  private func fill(_ hole: MarkedHTML.Hole, _ output: inout [UInt8]) throws(TemplateError) {
    switch hole {
    case .headingID(let heading): appendID(version.headingIDs[heading], &output)
    case .linkStart(let link): appendLinkStart(link, &output)
    case .linkEnd(let link):
      output += (leadsSomewhere(link) ? "</a>" : "</span>").utf8
    case .image(let link): appendImage(link, &output)
    case .anchor(let anchor): appendAnchor(anchor, &output)
    case .alertTitle(let kind):
      output.appendEscapingHTML(strings["alert_\(kind.rawValue)"].utf8)
    case .tableStart(let table): appendTableStart(table, &output)
    case .tableEnd(let table):
      output += (scrolls(table) ? "</table></div>" : "</table>").utf8
    case .cellAlignment(let alignment): output += " class=\"align-\(alignment)\"".utf8
    case .rowAttributes(let line): appendRowAttributes(line, &output)
    case .cellTag(let cell): appendCellTag(cell, &output)
    case .cellEnd(let cell): try appendCellEnd(cell, &output)
    case .clauseID(let cell, let clause): appendClauseID(cell, clause, &output)
    case .task, .footnotesStart, .footnoteID, .footnoteReference, .footnoteReturn:
      notes.append(hole, &output)
    }
  }

  private func appendRowAttributes(_ line: Int, _ output: inout [UInt8]) {
    if let row = lines.rowOfLine[line] {
      let facts = version.document.rows[row]
      if facts.lines.lowerBound == line, facts.column == nil {
        appendID(version.rowIDs[row], &output)
      }
    } else if let group = lines.groupOfLine[line] {
      appendID(version.groupIDs[group], &output)
      output += " class=\"group\"".utf8
    }
  }

  private func appendCellTag(_ cell: Int, _ output: inout [UInt8]) {
    let tag = tag(ofCell: cell)
    output += tag.utf8
    if tag.hasPrefix("td"), let head = head(ofCell: cell) {
      appendAttribute("data-head", head, &output)
    }
    if let row = lines.rowOfCell[cell] {
      appendID(version.rowIDs[row], &output)
    } else if let group = lines.groupOfCell[cell] {
      appendID(version.groupIDs[group], &output)
    }
  }

  /// The head over a cell, which narrow screens show beside it; nil if the page needs none.
  private func head(ofCell cell: Int) -> String? {
    let document = version.document
    guard let place = document.place(ofCell: cell), !document.cells[cell].isEmpty else {
      return nil
    }
    let table = document.tables[place.table]
    guard scrolls(place.table), table.isResponsibilities, table.headerCount > 0,
      table.bodyLines.contains(place.line)
    else { return nil }
    let line = table.lines.lowerBound + table.headerCount - 1
    let head = document.cells[document.cell(table, line: line, column: place.column)].text
    return head.isEmpty ? nil : TitleText.shortened(head)
  }

  /// The name and the class of a cell's element.
  private func tag(ofCell cell: Int) -> String {
    switch lines.role(ofCell: cell, in: version.document) {
    case .head: "th"
    case .party: "th scope=\"row\""
    case .title: "th scope=\"row\" class=\"responsibility\""
    case .group: "th scope=\"rowgroup\""
    case .description: "td class=\"description\""
    case .letters: "td class=\"letters\""
    case .code: "td class=\"code\""
    case .plain: "td"
    }
  }

  private func appendCellEnd(_ cell: Int, _ output: inout [UInt8]) throws(TemplateError) {
    switch lines.role(ofCell: cell, in: version.document) {
    case .title:
      if let place = version.document.place(ofCell: cell), let row = lines.rowOfLine[place.line],
        version.document.rows[row].column == nil
      {
        try appendRowExtras(row, &output)
      }
      output += "</th>\n".utf8
    case .head:
      if let row = lines.rowOfCell[cell] { try appendRowExtras(row, &output) }
      output += "</th>\n".utf8
    case .group, .party: output += "</th>\n".utf8
    case .letters:
      if let row = lines.rowOfCell[cell] { try appendRowExtras(row, &output) }
      output += "</td>\n".utf8
    case .description, .code, .plain: output += "</td>\n".utf8
    }
  }

  private func appendClauseID(_ cell: Int, _ clause: Int, _ output: inout [UInt8]) {
    guard let (row, earlier) = lines.clauseStart(ofCell: cell, in: version.document) else { return }
    appendID(String(joining: version.rowIDs[row], ".", String(earlier + clause)), &output)
  }

  var strings: StringTable { site.guide.locales[locale].strings }

  private func appendID(_ id: String, _ output: inout [UInt8]) {
    appendAttribute("id", book?.anchor(id, in: document) ?? id, &output)
  }

  func appendAttribute(_ name: String, _ value: String, _ output: inout [UInt8]) {
    output.append(UInt8(ascii: " "))
    output += name.utf8
    output += "=\"".utf8
    output.appendEscapingHTML(value.utf8)
    output.append(UInt8(ascii: "\""))
  }

  func appendAddress(_ name: String, _ address: String, _ output: inout [UInt8]) {
    output.append(UInt8(ascii: " "))
    output += name.utf8
    output += "=\"".utf8
    output.appendEscapingHTML(address: address, from: pageBytes)
    output.append(UInt8(ascii: "\""))
  }

  private func appendAnchor(_ anchor: Int, _ output: inout [UInt8]) {
    guard version.anchorIsUnique[anchor] else { return }
    output += "<span".utf8
    appendID(version.document.anchors[anchor].name, &output)
    output += "></span>".utf8
  }

  /// Whether a table may be wider than the page: all but those with only titles and descriptions.
  private func scrolls(_ table: Int) -> Bool { Self.scrolls(version.document.tables[table]) }

  private static func scrolls(_ table: Document.Table) -> Bool {
    !table.isResponsibilities || table.columnCount > 2
  }

  private static func numbers(of tables: [Document.Table]) -> [Int] {
    var counts: [Int?: Int] = [:]
    return tables.map { table in
      if scrolls(table) { counts[table.heading, default: 0] += 1 }
      return counts[table.heading] ?? 1
    }
  }

  private func appendTableStart(_ table: Int, _ output: inout [UInt8]) {
    let isResponsibilities = version.document.tables[table].isResponsibilities
    let tag = isResponsibilities ? "<table class=\"responsibilities\">" : "<table>"
    guard scrolls(table) else {
      output += tag.utf8
      return
    }
    output += "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"".utf8
    let heading = version.document.tables[table].heading
    let section = heading.map { version.document.headings[$0].title } ?? version.document.title
    let number = tableNumbers[table]
    let label = strings.labeled(strings["table_label"], section)
    let numbered = ["text": label, "note": strings.number(number)]
    appendAttribute(
      "aria-label", number > 1 ? strings.filled("parenthesis", numbered) : label, &output)
    output += (">" + tag).utf8
  }
}
