import Base
import Exchange

/// Makes a Markdown document of a table that people kept in a spreadsheet.
///
/// Rows above the head become text. Areas, in merged cells or in a first column that says the same
/// on several rows, become sections with a table each. What is hidden is left alone.
struct SheetDocument {
  /// Why a table cannot be read, with its path.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Reads a workbook or a text file of rows.
  ///
  /// - Parameter sheet: the name of the sheet; nil for the first that is visible.
  /// - Returns: the document, and what the user should know.
  static func read(
    _ path: String, sheet name: String?
  ) throws -> (markdown: [UInt8], notes: [String]) {
    let bytes = try readFile(path)
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let title = LooseTree.split(file).stem
    do throws(ExchangeError) {
      var notes: [String] = []
      let sheet =
        if LooseTree.split(path).ending.lowercased().hasPrefix("xls") {
          try workbookSheet(bytes, name, file, &notes)
        } else {
          try textSheet(bytes, file, &notes)
        }
      let grid = SheetGrid(sheet)
      notes += grid.notes.map { "\(file): \($0)" }
      guard let text = SheetText(grid, title: title).markdown else {
        throw ExchangeError("it holds no table")
      }
      return (Array(text.utf8), notes)
    } catch { throw Failure(description: "\(path): \(error)") }
  }

  private static func workbookSheet(
    _ bytes: [UInt8], _ name: String?, _ file: String, _ notes: inout [String]
  ) throws(ExchangeError) -> Sheet {
    let workbook = try WorkbookFile(bytes)
    let names = workbook.sheets.map { "'\($0.name)'" }.joined(separator: ", ")
    let entry =
      if let name {
        workbook.sheets.first { $0.name == name }
          ?? workbook.sheets.first { folded($0.name) == folded(name) }
      } else {
        workbook.sheets.first { !$0.isHidden } ?? workbook.sheets.first
      }
    guard let entry else {
      throw ExchangeError("it has no sheet '\(name ?? "")'; there are \(names)")
    }
    if workbook.sheets.count > 1 {
      notes.append(
        "\(file): the sheet '\(entry.name)' is read; '--sheet' names another of \(names)")
    }
    return try workbook.sheet(entry)
  }

  private static func textSheet(
    _ bytes: [UInt8], _ file: String, _ notes: inout [String]
  ) throws(ExchangeError) -> Sheet {
    let text = try SeparatedText(bytes)
    if text.encoding == .windows1252 {
      notes.append("\(file): not UTF-8, so it is read as Windows-1252; save it as UTF-8 to be sure")
    }
    if let line = text.unclosedQuoteLine {
      notes.append("\(file): a quotation mark on line \(line) is never closed, and taken for text")
    }
    return text.sheet
  }
}
