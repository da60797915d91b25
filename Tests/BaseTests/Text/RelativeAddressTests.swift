import Base
import Foundation
import TestSupport
import Testing

/// Addresses as pages lead to them.
@Suite struct RelativeAddressTests {
  @Test(arguments: [
    ("/de/a/", "/de/b/", "../b/"), ("/de/a/", "/de/a/#x.1", "#x.1"), ("/de/a/", "/de/a/", "./"),
    ("/de/a/", "/de/", "../"), ("/de/", "/de/a/", "a/"), ("/", "/", "./"), ("/", "/de/", "de/"),
    ("/de/matrix/a/", "/de/a/#r", "../../a/#r"), ("/g/de/a/", "/g/status/", "../../status/"),
    ("/de/a/", "https://x.example/de/a/", "https://x.example/de/a/"),
    ("/de/", "/de/a:b/", "./a:b/"), ("/de/", "/de/?q=a:b", "?q=a:b"),
    ("/de/a/", "/de/abc/", "../abc/"), ("/de/x", "/de/x#a", "x#a"), ("/de/", "/de//a", "/de//a"),
    ("/de/x", "/de/#a", "./#a"), ("/de/s/index.json", "/de/a/#b", "../a/#b"),
  ])
  func way(page: String, address: String, expected: String) {
    #expect(relativeAddress(address, from: page) == expected)
    guard !address.contains("://"), let base = URL(string: "http://h" + page) else { return }
    #expect(URL(string: expected, relativeTo: base)?.absoluteString == "http://h" + address)
  }

  @Test func whatHTMLGivesAMeaningToIsEscaped() {
    var output: [UInt8] = []
    output.appendEscapingHTML(address: "/a/b/?x=1&y=2", from: Array("/a/c/".utf8))
    #expect(String(decoding: output, as: UTF8.self) == "../b/?x=1&amp;y=2")
  }

  @Test func withoutAPageItStaysAsItIs() {
    var output: [UInt8] = []
    output.appendEscapingHTML(address: "/a/", from: nil)
    #expect(String(decoding: output, as: UTF8.self) == "/a/")
  }
}
