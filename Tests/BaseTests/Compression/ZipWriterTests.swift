import Base
import Foundation
import TestSupport
import Testing

/// Archives that other programs open.
@Suite struct ZipWriterTests {
  /// The files that Python's `zipfile` finds in an archive, with name, size, and CRC-32, after it
  /// has tested all.
  private func listing(_ archive: [UInt8]) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(Data(archive), to: "a.zip")
    let script = """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      for entry in archive.infolist():
          print(entry.filename, entry.file_size, entry.CRC, oct(entry.external_attr >> 16), entry.date_time[0])
      """
    let result = try run(
      URL(filePath: "/usr/bin/env"), ["python3", "-c", script, folder.file("a.zip").path],
      environment: ["PYTHONIOENCODING": "utf-8"])
    try #require(result.status == 0, "\(result.errors)")
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test func filesComeBack() throws {
    let text = Array(String(repeating: "Who does what. ", count: 500).utf8)
    var random = RandomNumbers(seed: 7)
    let noise = (0..<3_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let files: [(name: String, bytes: [UInt8])] = [
      ("index.html", text), ("ar-SA/ملف.html", text), ("empty", []), ("picture.png", noise),
    ]
    let archive = try ZipWriter.archive(files)
    #expect(try ZipWriter.archive(files) == archive)
    #expect(archive.count < text.count + noise.count)
    let found = try listing(archive)
    #expect(found.map { $0.split(separator: " ").first.map(String.init) } == files.map(\.name))
    for (line, file) in zip(found, files) {
      #expect(line.contains(" \(file.bytes.count) "))
      #expect(line.hasSuffix("0o100644 1980"))
    }
  }

  @Test func moreFilesThanTheOldFormatCounts() throws {
    var writer = ZipWriter()
    var archive: [UInt8] = []
    for number in 0..<66_000 { archive += try writer.add("f\(number)", [1]) }
    let found = try listing(archive + writer.end())
    #expect(found.count == 66_000)
    #expect(found.last?.hasPrefix("f65999 1 ") == true)
  }
}
