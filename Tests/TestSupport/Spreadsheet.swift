import Foundation

/// The content of spreadsheets as other programs read it.
public enum Spreadsheet {
  /// A sheet as openpyxl reads it.
  public struct Sheet: Decodable, Sendable {
    /// A conditional format.
    public struct Rule: Decodable, Sendable, Equatable {
      /// The cells, such as `E2:H9`.
      public let area: String
      /// The text that they must contain.
      public let text: String
      /// The colour they get then, as alpha, red, green and blue.
      public let fill: String
    }

    /// The name on its tab.
    public let name: String
    /// The cells' texts.
    public let rows: [[String]]
    /// The number of cells with a formula.
    public let formulas: Int
    /// The cells in italics.
    public let italic: [String]
    /// The targets of hyperlinks, by cell.
    public let links: [String: String]
    /// The first cell that scrolls.
    public let freeze: String?
    /// The cells that can be filtered.
    public let filter: String?
    /// Whether its first column is to the right.
    public let isRightToLeft: Bool
    /// The widths of columns in digits, by letter.
    public let widths: [String: Double]
    /// The rows that every printed page repeats.
    public let repeated: String?
    /// Its conditional formats; the first that fits counts.
    public let rules: [Rule]
  }

  /// A program that could not read a file.
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  /// The sheets of a workbook, by openpyxl.
  public static func sheets(_ file: URL) throws -> [Sheet] {
    try JSONDecoder().decode([Sheet].self, from: try read(file))
  }

  /// The records of comma-separated values, by Python's `csv`; a byte order mark is not among them.
  public static func records(_ file: URL) throws -> [[String]] {
    try JSONDecoder().decode([[String]].self, from: try read(file))
  }

  /// The records of every sheet of a workbook by its name, as LibreOffice opens and exports them.
  public static func libreOfficeRecords(_ file: URL) throws -> [String: [[String]]] {
    let folder = try TemporaryFolder()
    // Comma, double quote, UTF-8, from the first line; quoted as needed, as shown, all sheets.
    let options = "44,34,76,1,,0,false,true,false,false,false,-1"
    let result = try run(
      try MissingTool.require(program: "soffice"),
      [
        "-env:UserInstallation=\(folder.file("profile").absoluteString)", "--headless",
        "--convert-to", "csv:Text - txt - csv (StarCalc):\(options)", "--outdir",
        folder.file("out").path, file.path,
      ], in: folder.url, environment: ["HOME": folder.url.path])
    guard result.status == 0 else { throw Unreadable(description: result.errors) }
    var records: [String: [[String]]] = [:]
    let stem = file.deletingPathExtension().lastPathComponent + "-"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("out").path)
    for name in names where name.hasPrefix(stem) {
      let sheet = String(name.dropFirst(stem.count).dropLast(".csv".count))
      records[sheet] = try Self.records(folder.file("out/" + name))
    }
    return records
  }

  private static func read(_ file: URL) throws -> Data {
    let script = Project.root.appending(path: "scripts/read-spreadsheet")
    let result = try run(try Project.testTool("bin/python"), [script.path, file.path])
    guard result.status == 0 else { throw Unreadable(description: result.errors) }
    return Data(result.output.utf8)
  }
}
