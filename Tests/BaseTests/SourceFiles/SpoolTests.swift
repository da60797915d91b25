import Base
import Foundation
import Testing

@Suite struct SpoolTests {
  private func read(_ spool: Spool, _ count: Int, from offset: Int) throws -> String {
    var bytes = [UInt8](repeating: 0, count: count)
    try bytes.withUnsafeMutableBytes { try spool.read($0, from: offset) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(_ pieces: [String], to spool: Spool) -> Int? {
    let bytes = Array(pieces.joined().utf8)
    let middle = pieces.first?.utf8.count ?? 0
    return bytes.withUnsafeBytes { all in
      spool.append([
        UnsafeRawBufferPointer(rebasing: all[..<middle]),
        UnsafeRawBufferPointer(rebasing: all[middle...]),
      ])
    }
  }

  @Test func bytesComeBackFromWhereTheyWerePut() throws {
    let spool = try #require(Spool())
    #expect(append(["one", "two"], to: spool) == 0)
    #expect(append(["", ""], to: spool) == 6)
    #expect(append(["three"], to: spool) == 6)
    #expect(try read(spool, 5, from: 6) == "three")
    #expect(try read(spool, 6, from: 0) == "onetwo")
  }

  @Test func whatWasNeverPutIsAnError() throws {
    let spool = try #require(Spool())
    _ = append(["one"], to: spool)
    #expect(throws: FileError.self) { try read(spool, 4, from: 0) }
  }

  @Test func nothingIsLeftOnTheDisk() throws {
    let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/var/tmp"
    func names() throws -> Set<String> {
      let all = try FileManager.default.contentsOfDirectory(atPath: folder)
      return Set(all.filter { $0.hasPrefix("rolebook-") })
    }
    let before = try names()
    let spool = try #require(Spool())
    _ = append(["one"], to: spool)
    #expect(try names().subtracting(before) == [])
    withExtendedLifetime(spool) {}
  }
}
