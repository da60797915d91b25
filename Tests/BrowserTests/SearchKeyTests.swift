import Base
import Foundation
import Search
import TestSupport
import Testing

/// The program and the page's script fold text alike, or tokens of a split index are never found.
@Suite struct SearchKeyTests {
  @Test func everyCharacterFoldsAsInThePage() throws {
    let site = try BuiltSite()
    let browser = try Browser()
    try browser.visit(site.server.url("/en-US/search/"))
    // utf8proc 2.8 knows Unicode 14; browsers know later ones.
    let scalars = (0x20...0x2FA1F).compactMap { Unicode.Scalar(UInt32($0)) }.filter {
      ($0.properties.age?.major ?? 99) <= 14 && $0.properties.generalCategory != .privateUse
        && !(0x4E00...0x9FFF).contains($0.value) && !(0x20000...0x2F7FF).contains($0.value)
    }
    #expect(scalars.count > 50_000)
    let assets = try FileManager.default.contentsOfDirectory(
      atPath: site.folder.appending(path: "assets").path)
    let script = try #require(assets.first { $0.hasPrefix("search-matching.") })
    for start in stride(from: 0, to: scalars.count, by: 20_000) {
      let part = scalars[start..<min(start + 20_000, scalars.count)]
      let keys = try browser.evaluate(
        """
        return import('/assets/\(script)').then(({ fold }) =>
          [\(part.map { String($0.value) }.joined(separator: ","))]
            .map((code) => fold('a' + String.fromCodePoint(code) + 'b')))
        """, as: [String].self)
      let differences = zip(part, keys).filter { searchKey("a\(String($0))b") != $1 }
      #expect(
        differences.map {
          "U+\(String($0.0.value, radix: 16)): \(searchKey("a\($0.0)b")) | \($0.1)"
        }
          == [])
    }
  }
}
