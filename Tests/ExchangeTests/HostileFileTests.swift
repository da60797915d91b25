import Base
import Exchange
import TestSupport
import Testing

/// Files made to take memory, time or the reader's place.
@Suite struct HostileFileTests {
  private func failure(_ bytes: [UInt8], _ limits: ExchangeLimits = .init()) -> String? {
    do {
      let file = try WorkbookFile(bytes, limits)
      for entry in file.sheets { _ = try file.sheet(entry) }
      return nil
    } catch { return "\(error)" }
  }

  @Test func whatIsNoWorkbookSaysSo() {
    #expect(failure([])?.contains("not a ZIP archive") == true)
    #expect(failure(Array("PK\u{3}\u{4} text".utf8))?.contains("not a ZIP archive") == true)
    #expect(failure([0xD0, 0xCF, 0x11, 0xE0])?.contains("save it as .xlsx") == true)
    #expect(
      failure(StoredArchive([("mimetype", "application/vnd.oasis")]).bytes)?
        .contains("save it as .xlsx") == true)
  }

  @Test func aBombIsNotRestored() {
    let bomb = StoredArchive([
      (name: "xl/workbook.xml", bytes: Array(repeating: 0, count: 100), method: 8, size: 1 << 27)
    ]).bytes
    #expect(failure(bomb)?.contains("damaged") == true)
    let large = StoredArchive([
      (name: "xl/workbook.xml", bytes: [0], method: 8, size: 0x7FFF_FFFF)
    ]).bytes
    #expect(failure(large)?.contains("larger than") == true)
  }

  @Test func entitiesAreNeverExpanded() {
    let text = """
      <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><x>&b;</x>
      """
    #expect(throws: ExchangeError.self) { try XMLReader.read(Array(text.utf8)) { _ in } }
    let outside = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x>text</x>"
    var found: [XMLEvent] = []
    try? XMLReader.read(Array(outside.utf8)) { event in found.append(event) }
    #expect(found.contains(.text("text")))
    #expect(found.count == 3)
  }

  @Test func depthAndCellsHaveBounds() {
    let deep = String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)
    #expect(throws: ExchangeError.self) { try XMLReader.read(Array(deep.utf8)) { _ in } }
    var limits = ExchangeLimits()
    limits.cells = 3
    let row = String(repeating: "<c><v>1</v></c>", count: 4)
    let bytes = workbook([("S", "", "<sheetData><row r=\"1\">\(row)</row></sheetData>")])
    #expect(failure(bytes, limits)?.contains("more than 3 cells") == true)
    #expect(throws: ExchangeError.self) { try SeparatedText(Array("1,2,3,4".utf8), limits) }
  }

  @Test func placesOutsideOfASheetAreRefused() {
    for place in ["ZZZZ1", "A99999999999999999999", "A-1"] {
      let xml = "<sheetData><row><c r=\"\(place)\"><v>1</v></c></row></sheetData>"
      #expect(failure(workbook([("S", "", xml)]))?.contains("not a cell of a sheet") == true)
    }
    let row = "<sheetData><row r=\"9223372036854775807\"/><row/></sheetData>"
    #expect(failure(workbook([("S", "", row)]))?.contains("beyond a sheet's last") == true)
  }

  @Test func pathsOfAnArchiveStayInIt() throws {
    let names = ["../../etc/passwd", "/abs", "xl/workbook.xml"]
    let archive = try ZipArchive(StoredArchive(names.map { ($0, "x") }).bytes)
    #expect(archive.names == names.sorted())
    #expect(try archive.read("etc/passwd") == nil)
    #expect(failure(StoredArchive([("a", "1"), ("a", "2")]).bytes)?.contains("twice") == true)
  }

  /// No change of some bytes makes the reader end by a signal.
  @Test func damagedWorkbooksAreRefusedOrRead() {
    let seed = UInt64(caseCount("ROLEBOOK_SEED", default: 7))
    print("seed \(seed)")
    var random = RandomNumbers(seed: seed)
    let whole = workbook(
      [("S", "", "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>")],
      strings: "<si><t>text</t></si>")
    for _ in 0..<caseCount("ROLEBOOK_DAMAGED_FILES", default: 500) {
      var bytes = whole
      for _ in 0..<random.number(in: 1...4) {
        bytes[random.number(in: 0...bytes.count - 1)] = UInt8(random.number(in: 0...255))
      }
      if random.once(in: 4) { bytes.removeLast(random.number(in: 1...bytes.count)) }
      _ = failure(bytes)
      _ = try? SeparatedText(bytes)
    }
  }
}
