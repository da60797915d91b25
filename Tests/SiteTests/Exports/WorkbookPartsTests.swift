import Base
import TestSupport
import Testing

@testable import Site

/// A workbook that lost a part's block is noticed.
@Suite struct WorkbookPartsTests {
  private static let block = 4_096

  private func parts(rows: Int) throws -> (file: [UInt8], parts: [[UInt8]]) {
    let titles = (0..<rows).map { "Task \($0) of many & <more>" }
    let file = try MatrixWorkbook([Tables.table(titles)]).bytes()
    let packed = try #require(WorkbookParts.parts(of: file))
    return (file, try packed.map { try #require(Gzip.inflated($0.bytes, count: $0.count)) })
  }

  @Test(arguments: [0, 1, 400, 25_000]) func wholeWorkbooksAreWhole(rows: Int) throws {
    let (file, parts) = try parts(rows: rows)
    #expect(WorkbookParts.areWhole(in: file))
    #expect(!WorkbookParts.mayLackBlocks(in: file))
    #expect(parts.count > 8)
    #expect(parts.allSatisfy(WorkbookParts.isWhole))
  }

  @Test func everyLostBlockIsNoticed() throws {
    var lost = 0
    for part in try parts(rows: 400).parts {
      for start in stride(from: 0, to: part.count, by: Self.block) {
        let rest = Array(part[..<start] + part.dropFirst(start + Self.block))
        #expect(!WorkbookParts.isWhole(rest), "\(part.count) bytes without those from \(start)")
        lost += 1
      }
    }
    #expect(lost > 30)
  }

  @Test func everyLostEndIsNoticed() throws {
    for part in try parts(rows: 40).parts {
      for count in stride(from: 0, to: part.count - 1, by: 97) {
        #expect(!WorkbookParts.isWhole(Array(part[..<count])), "\(count) of \(part.count) bytes")
      }
    }
  }

  @Test func brokenArchivesAreNoticed() throws {
    let file = try parts(rows: 40).file
    for count in stride(from: 0, to: file.count, by: 53) {
      #expect(!WorkbookParts.areWhole(in: Array(file[..<count])))
    }
    var flipped = file
    // The number of parts.
    flipped[file.count - 12] ^= 0xFF
    #expect(!WorkbookParts.areWhole(in: flipped))
  }
}
