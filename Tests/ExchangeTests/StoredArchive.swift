/// A ZIP archive whose files are not compressed.
struct StoredArchive {
  private(set) var bytes: [UInt8] = []

  init(_ files: [(name: String, text: String)]) {
    self.init(files.map { ($0.name, Array($0.text.utf8), 0, nil) })
  }

  /// - Parameter files: each with its packed bytes, the method, and the size that it claims.
  init(_ files: [(name: String, bytes: [UInt8], method: Int, size: Int?)]) {
    var directory: [UInt8] = []
    for file in files {
      let offset = bytes.count
      let size = file.size ?? file.bytes.count
      let common =
        number(20, 2) + number(0, 2) + number(file.method, 2) + number(0, 8)
        + number(file.bytes.count, 4) + number(size, 4) + number(file.name.utf8.count, 2)
        + number(0, 2)
      bytes += number(0x0403_4B50, 4) + common + Array(file.name.utf8) + file.bytes
      directory +=
        number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 10) + number(offset, 4)
        + Array(file.name.utf8)
    }
    let start = bytes.count
    bytes +=
      directory + number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2)
      + number(files.count, 2) + number(directory.count, 4) + number(start, 4) + number(0, 2)
  }

  private func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }
}

/// A workbook as spreadsheets write it, by the XML between the tags of each sheet.
func workbook(
  _ sheets: [(name: String, state: String, xml: String)], strings: String = "",
  styles: String = "", properties: String = ""
) -> [UInt8] {
  let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  let package = "http://schemas.openxmlformats.org/package/2006/relationships"
  let list = sheets.enumerated().map { index, sheet in
    "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" \(sheet.state) r:id=\"rId\(index + 1)\"/>"
  }
  var relations = sheets.indices.map {
    "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(office)/worksheet\" "
      + "Target=\"worksheets/sheet\($0 + 1).xml\"/>"
  }
  relations.append(
    "<Relationship Id=\"s\" Type=\"\(office)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>")
  relations.append("<Relationship Id=\"t\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>")
  var files = [
    (
      "_rels/.rels",
      "<Relationships xmlns=\"\(package)\"><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" "
        + "Target=\"xl/workbook.xml\"/></Relationships>"
    ),
    (
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(properties)<sheets>\(list.joined())"
        + "</sheets></workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"\(package)\">\(relations.joined())</Relationships>"
    ),
    ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>"),
    ("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>"),
  ]
  for (index, sheet) in sheets.enumerated() {
    files.append(
      (
        "xl/worksheets/sheet\(index + 1).xml",
        "<worksheet xmlns=\"\(main)\">\(sheet.xml)</worksheet>"
      ))
  }
  return StoredArchive(files.map { (name: $0.0, text: $0.1) }).bytes
}
