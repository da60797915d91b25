/// A workbook of Excel or another program that writes `.xlsx` (ECMA-376, transitional or strict).
///
/// Sheets are read when they are asked for. Formulas give the value that was stored beside them.
public struct WorkbookFile: Sendable {
  /// A sheet that was not read yet.
  public struct SheetEntry: Sendable, Equatable {
    /// The name on its tab.
    public let name: String
    /// Whether it is hidden, from menus too or not.
    public let isHidden: Bool
    /// Its file in the archive.
    let part: String
  }

  /// The files of the workbook.
  public let archive: ZipArchive
  /// The sheets in the order of their tabs.
  public let sheets: [SheetEntry]
  private let strings: [String]
  private let formats: CellFormats
  private let limits: ExchangeLimits

  /// Reads the parts that all sheets share.
  ///
  /// - Throws: `ExchangeError` if the bytes are not such a workbook.
  public init(
    _ bytes: [UInt8], _ limits: ExchangeLimits = ExchangeLimits()
  ) throws(ExchangeError) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw ExchangeError(
        "it is a workbook in the old format, or it has a password",
        hint: "save it as .xlsx without a password")
    }
    let archive = try ZipArchive(bytes, limits)
    let package = try PackageParts(archive, limits)
    let list = try SheetList(package, limits)
    self.archive = archive
    self.limits = limits
    sheets = list.sheets
    strings = try SharedStrings.read(package.bytes(ofType: "sharedStrings"), limits)
    formats = try CellFormats(
      package.bytes(ofType: "styles"), countsFrom1904: list.countsFrom1904, limits)
  }

  /// Reads a sheet.
  public func sheet(_ entry: SheetEntry) throws(ExchangeError) -> Sheet {
    guard let bytes = try archive.read(entry.part) else {
      throw ExchangeError("the sheet '\(entry.name)' is missing")
    }
    var reader = WorksheetReader(strings: strings, formats: formats, limits: limits)
    try reader.read(bytes)
    return reader.sheet(named: entry.name, isHidden: entry.isHidden)
  }
}

/// Which part of an archive plays which role (ECMA-376 part 2, section 9).
struct PackageParts {
  /// The length in bytes of the longest name of the main file.
  private static let longestName = 255

  private let archive: ZipArchive
  /// The file that lists the sheets.
  let main: String
  private let parts: [(id: String, type: String, target: String)]
  private let targets: [String: String]

  init(_ archive: ZipArchive, _ limits: ExchangeLimits) throws(ExchangeError) {
    self.archive = archive
    let roots = try Self.relations(of: "", in: archive, limits)
    let named = roots.first { $0.type.hasSuffix("/officeDocument") }?.target
    let main = named ?? "xl/workbook.xml"
    // The folder of the main file comes before the target of each relation.
    guard archive.contains(main), main.utf8.count <= Self.longestName else {
      throw ExchangeError("there is no workbook in the archive", hint: "save it as .xlsx")
    }
    self.main = main
    parts = try Self.relations(of: main, in: archive, limits)
    targets = Dictionary(parts.map { ($0.id, $0.target) }, uniquingKeysWith: { first, _ in first })
  }

  /// The file that an id in the main file refers to; nil if there is none.
  func target(ofID id: String) -> String? { targets[id] }

  /// The bytes of the main file.
  func mainBytes() throws(ExchangeError) -> [UInt8] { try archive.read(main) ?? [] }

  /// The bytes of the first file of a type; nil if there is none.
  func bytes(ofType type: String) throws(ExchangeError) -> [UInt8]? {
    guard let part = parts.first(where: { $0.type.hasSuffix("/" + type) }) else { return nil }
    return try archive.read(part.target)
  }

  private static func relations(
    of part: String, in archive: ZipArchive, _ limits: ExchangeLimits
  ) throws(ExchangeError) -> [(id: String, type: String, target: String)] {
    let names = part.split(separator: "/")
    let folder = names.dropLast().joined(separator: "/")
    let list = (folder.isEmpty ? "" : folder + "/") + "_rels/\(names.last ?? "").rels"
    guard let bytes = try archive.read(list) else { return [] }
    var result: [(id: String, type: String, target: String)] = []
    try XMLReader.read(bytes, limits) { event throws(ExchangeError) in
      guard case .start(let element) = event, element.name == "Relationship",
        element["TargetMode"] != "External", let id = element["Id"], let type = element["Type"],
        let target = element["Target"]
      else { return }
      result.append((id, type, resolved(target, in: folder)))
    }
    return result
  }

  /// The name in the archive that a target in a folder of it means; `..` at the top stays there.
  private static func resolved(_ target: String, in folder: String) -> String {
    var names = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for name in target.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return names.joined(separator: "/")
  }
}

/// The sheets of a workbook by the file that lists them.
private struct SheetList {
  var sheets: [WorkbookFile.SheetEntry] = []
  var countsFrom1904 = false

  init(_ package: PackageParts, _ limits: ExchangeLimits) throws(ExchangeError) {
    var entries: [(name: String, isHidden: Bool, id: String)] = []
    var isLate = false
    try XMLReader.read(package.mainBytes(), limits) { event throws(ExchangeError) in
      guard case .start(let element) = event else { return }
      switch element.name {
      case "workbookPr": isLate = ["1", "true"].contains(element["date1904"] ?? "")
      case "sheet":
        let id = element.attributes.first { $0.name == "id" && !$0.namespace.isEmpty }?.value
        guard let name = element["name"], let id else { return }
        entries.append((name, ["hidden", "veryHidden"].contains(element["state"] ?? ""), id))
      default: return
      }
    }
    countsFrom1904 = isLate
    var read: Set<String> = []
    for entry in entries {
      // A sheet of a chart or a dialog has no cells.
      guard let part = package.target(ofID: entry.id), part.contains("worksheets/") else {
        continue
      }
      // Sheets that share a file could cost any number of times its size.
      guard read.insert(part).inserted else {
        throw ExchangeError("two of its sheets are the same file '\(part)'")
      }
      sheets.append(.init(name: entry.name, isHidden: entry.isHidden, part: part))
    }
    guard !sheets.isEmpty else { throw ExchangeError("it has no sheet with cells") }
  }
}
