import Base
import Foundation
import TestSupport
import Testing

/// Other programs decompress the output to the same bytes.
@Suite struct CompressionTests {
  private static let inputs: [[UInt8]] = [
    [], [0x41], Array("<p>Wer tut was? 역할</p>\n".utf8), [UInt8](repeating: 0x20, count: 300_000),
    (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* $0 / 7) },
    // Around the size that a window of 64 KB contains.
    numbers(65_519), numbers(65_520), numbers(65_521), numbers(131_057),
  ]

  private static func numbers(_ count: Int) -> [UInt8] {
    Array((0..<count).map(String.init).joined(separator: " ").utf8.prefix(count))
  }

  private func decompressed(_ bytes: [UInt8], _ form: Precompression) throws -> Data {
    let folder = try TemporaryFolder()
    let file = folder.file("file" + form.suffix)
    try Data(bytes).write(to: file)
    let program = form == .gzip ? "/usr/bin/gzip" : "/usr/bin/brotli"
    let result = try run(URL(filePath: program), ["-d", "-k", file.path])
    #expect(result.status == 0, "\(result.errors)")
    return try Data(contentsOf: folder.file("file"))
  }

  @Test(arguments: inputs, Precompression.allCases)
  func comesOutAsItWas(input: [UInt8], form: Precompression) throws {
    let compressed = try form.compress(input)
    #expect(try decompressed(compressed, form) == Data(input))
    #expect(try form.compress(input) == compressed)
    if input.count == 300_000 { #expect(compressed.count < 1000) }
  }

  /// RFC 1952, section 2.3: the time is in bytes 4 to 7, flags for a name and a comment in byte 3.
  @Test func gzipHoldsNoTimeAndNoName() throws {
    let compressed = try Precompression.gzip.compress(Array("text".utf8))
    #expect(compressed[0..<3] == [0x1F, 0x8B, 8])
    #expect(compressed[3..<8] == [0, 0, 0, 0, 0])
  }

  @Test(arguments: [
    ("en-US/index.html", true), ("assets/site.0a.css", true), ("a/B.JSON", true),
    ("sitemap.xml", true), ("en-US/matrix.csv", true), ("matrix.xlsx", false), ("a.png", false),
    ("LICENSE", false), ("html", false), ("a.html/b", false), ("x.css.gz", false),
  ]) func textIsWorthIt(path: String, suits: Bool) {
    #expect(Precompression.suits(path) == suits)
  }
}
