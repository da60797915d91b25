import Foundation
import TestSupport
import Testing

@testable import Site

/// No cell is a formula, whatever a program takes for a separator.
@Suite struct CSVWriterTests {
  private static let signs = [
    "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\t=", "\r=", "\n=",
  ]
  private static let before = [
    "", "Users;", "Users; ", "a|", "a\t", "a;\"", "a\r\n", "\"", " ", "a;\u{A0}",
  ]

  private static let texts = before.flatMap { before in signs.map { before + $0 + "1+1" } }

  private func written(_ fields: [[String]]) -> [UInt8] {
    var writer = CSVWriter()
    for row in fields { writer.row(row) }
    return writer.bytes
  }

  /// As a careless reader divides it: at each separator, quotes and blanks dropped.
  @Test(arguments: [";", "\t", "|", "\n"] as [Character])
  func noCarelessReaderFindsAFormula(separator: Character) {
    for text in Self.texts {
      let bytes = written([["id", text, "x"]])
      let cells = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(
        omittingEmptySubsequences: true
      ) { $0 == separator || $0.isNewline }
      for cell in cells {
        let scalars = cell.unicodeScalars.drop { $0 == "\"" || $0.properties.isWhitespace }
        let isFormula = scalars.first.map {
          "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0)
        }
        #expect(isFormula != true, "\(text.debugDescription): \(cell.debugDescription)")
      }
    }
  }

  @Test func plainTextIsAsItWas() {
    let bytes = written([["a-b", "R = who does it", "x, y", "two \"words\"", ""]])
    #expect(
      String(decoding: bytes.dropFirst(3), as: UTF8.self)
        == "\"a-b\",\"R = who does it\",\"x, y\",\"two \"\"words\"\"\",\"\"\r\n")
  }

  private static let office = "/usr/bin/soffice"

  /// LibreOffice computes nothing, with each of three separators.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: office), "soffice is not here"),
    arguments: [44, 59, 9]) func libreOfficeComputesNothing(separator: Int) throws
  {
    let office = URL(filePath: Self.office)
    let folder = try TemporaryFolder()
    try folder.write(Data(written(Self.texts.map { ["id", $0, "x"] })), to: "m.csv")
    let result = try run(
      office,
      [
        "-env:UserInstallation=\(folder.file("profile").absoluteString)", "--headless",
        "--infilter=Text - txt - csv (StarCalc):\(separator),34,76,1,,0,false,true,false,false",
        "--convert-to", "fods", "--outdir", folder.url.path, folder.file("m.csv").path,
      ], in: folder.url, environment: ["HOME": folder.url.path])
    try #require(result.status == 0, "\(result.errors)")
    let sheet = try folder.read("m.fods")
    #expect(sheet.contains("<table:table-cell"))
    #expect(!sheet.contains("table:formula"))
  }
}
