import Base
import Exchange
import Guide
import Markdown

/// Makes a Markdown document of a table that people kept in a spreadsheet.
///
/// Rows above the head become text. Areas, in merged cells or in a first column that says the same
/// on several rows, become sections with a table each. Hidden cells are skipped.
struct SheetDocument {
  /// Why a table cannot be read, with its path.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Reads a workbook or a text file of rows.
  ///
  /// - Parameters:
  ///   - sheet: the name of the sheet; nil for the first visible one with letters.
  ///   - language: the language of the text, if the user says so.
  ///   - words: the words of tables by language and key.
  /// - Returns: the document, and notes for the user.
  static func read(
    _ path: String, sheet name: String?, language: String? = nil,
    words: [String: [String: String]] = [:]
  ) throws -> (markdown: [UInt8], notes: [String]) {
    let bytes = try readFile(path)
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let title = LooseTree.split(file).stem
    do throws(ExchangeError) {
      var notes: [String] = []
      if LooseTree.split(path).ending.lowercased().hasPrefix("xls") {
        return try workbookTable(bytes, name, file, title: title) {
          rank($0, language ?? "en", words)
        }
      }
      let sheet = try textSheet(bytes, file, language, &notes)
      guard let text = table(sheet, file, title: title, &notes) else {
        throw ExchangeError("it contains no table")
      }
      return (text, notes)
    } catch { throw Failure(description: "\(path): \(error)") }
  }

  /// The document of a sheet; nil if the sheet has no table.
  private static func table(
    _ sheet: Sheet, _ file: String, title: String, _ notes: inout [String]
  ) -> [UInt8]? {
    let grid = SheetGrid(sheet)
    guard let text = SheetText(grid, title: title).markdown else { return nil }
    notes += grid.notes.map { "\(file): \($0)" }
    return Array(text.utf8)
  }

  /// The table of the sheet that was asked for, else of the first visible one with letters.
  ///
  /// If no sheet has letters, it is the first visible one that has a table.
  private static func workbookTable(
    _ bytes: [UInt8], _ name: String?, _ file: String, title: String, _ rank: ([UInt8]) -> Int
  ) throws(ExchangeError) -> (markdown: [UInt8], notes: [String]) {
    let workbook = try WorkbookFile(bytes)
    let names = workbook.sheets.map { "'\($0.name)'" }.joined(separator: ", ")
    let candidates = try candidates(workbook, name, names)
    var best: (markdown: [UInt8], notes: [String], sheet: String, rank: Int)?
    for entry in candidates {
      var notes: [String] = []
      guard let text = table(try workbook.sheet(entry), file, title: title, &notes) else {
        continue
      }
      let own = candidates.count == 1 ? highestRank : rank(text)
      if best.map({ $0.rank < own }) ?? true { best = (text, notes, entry.name, own) }
      if own == highestRank { break }
    }
    guard var best else {
      throw ExchangeError(
        "it contains no table in \(candidates.count == 1 ? "the sheet" : "its sheets") "
          + candidates.map { "'\($0.name)'" }.joined(separator: ", ") + "; there are \(names)")
    }
    if workbook.sheets.count > 1 {
      best.notes.append(
        "\(file): the sheet '\(best.sheet)' is read; '--sheet' names another of \(names)")
    }
    return (best.markdown, best.notes)
  }

  /// The sheet that was asked for, or else the visible ones.
  private static func candidates(
    _ workbook: WorkbookFile, _ name: String?, _ names: String
  ) throws(ExchangeError) -> [WorkbookFile.SheetEntry] {
    guard let name else {
      let visible = workbook.sheets.filter { !$0.isHidden }
      return visible.isEmpty ? Array(workbook.sheets.prefix(1)) : visible
    }
    let named =
      workbook.sheets.first { $0.name == name }
      ?? workbook.sheets.first { folded($0.name) == folded(name) }
    guard let named else {
      throw ExchangeError("it has no sheet '\(name)'; there are \(names)")
    }
    return [named]
  }

  private static let highestRank = 2

  /// How surely a sheet's table says who does what.
  private static func rank(
    _ markdown: [UInt8], _ language: String, _ words: [String: [String: String]]
  ) -> Int {
    let (document, _) = DocumentParser.parse(
      SourceFile(path: "sheet", bytes: markdown),
      .init(key: "sheet", locale: language, isResponsibilityDocument: true))
    guard let document else { return 0 }
    let survey = TableSurvey(
      words: LetterWords(words, for: .raci), scheme: .raci, signs: [:], names: [])
    let tables = survey.tables(of: document)
    if tables.contains(where: \.holdsLetters) { return highestRank }
    return tables.contains(where: \.isDoubtful) ? 1 : 0
  }

  private static func textSheet(
    _ bytes: [UInt8], _ file: String, _ language: String?, _ notes: inout [String]
  ) throws(ExchangeError) -> Sheet {
    let text = try SeparatedText(bytes, language: language)
    if text.encoding == .windows1252, let language,
      !TextEncoding.isWestern(language)
    {
      throw ExchangeError("it is not UTF-8; save it as UTF-8 (in Excel: 'CSV UTF-8')")
    }
    if text.encoding == .windows1252 || text.encoding == .ofLanguage {
      notes.append(
        "\(file): not UTF-8, so it is read as \(text.encodingName); save it as UTF-8 to be sure")
    }
    if let line = text.unclosedQuoteLine {
      notes.append("\(file): a quotation mark on line \(line) is never closed, and taken for text")
    }
    return text.sheet
  }
}
