import Foundation
import TestSupport
import Testing

@testable import Preview

/// A request with a byte that should not be there is refused, wherever the byte is.
@Suite struct GeneratedRequestTests {
  private let socket: ListeningSocket
  private let server: HTTPServer
  private var port: Int { Int(socket.port) }

  init() throws {
    socket = try ListeningSocket(host: "127.0.0.1", port: 0)
    server = try HTTPServer(socket) { .response(.text(200, "page \($0.path)")) }
  }

  /// The requests that the grammar of HTTP/1.1 lets a browser send here (RFC 9112), read by another
  /// program.
  private func isAllowed(_ request: [UInt8]) -> Bool {
    // One byte is one scalar.
    let text = String(String.UnicodeScalarView(request.map { Unicode.Scalar($0) }))
    let head =
      #/(?:\r?\n)*(?:GET|HEAD) (?<target>\/[!-~]*) HTTP\/1\.[0-9]\r\n(?<fields>(?:[!#$%&'*+.^_`|~0-9A-Za-z\-]+:[\t\x20-\x7E\x80-\xFF]*\r\n)+)\r\n/#
      .matchingSemantics(.unicodeScalar)
    guard let match = text.prefixMatch(of: head) else { return false }
    let fields = match.fields.unicodeScalars.split(separator: "\n").map { line in
      let parts = String(line.dropLast()).split(
        separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let start = parts[1].unicodeScalars.drop { $0 == " " || $0 == "\t" }
      return (name: parts[0].lowercased(), value: String(start))
    }
    let values = { (name: String) in fields.filter { $0.name == name }.map(\.value) }
    return values("host") == ["127.0.0.1:\(port)"] && values("transfer-encoding").isEmpty
      && values("origin").isEmpty && values("content-length").allSatisfy { $0 == "0" }
  }

  /// The status code; 0 if none comes, as for a request whose end is missing.
  private func status(_ request: [UInt8], isAllowed: Bool) throws -> Int {
    let connection = try RawConnection(port: port, sending: Data(request))
    let limit = Date(timeIntervalSinceNow: isAllowed ? 15 : 0.03)
    while Date() < limit, !connection.hasEnded, !connection.text.contains("\r\n\r\n") {
      Thread.sleep(forTimeInterval: 0.0005)
    }
    return connection.text.prefixMatch(of: /HTTP\/1\.1 (\d{3})/).flatMap { Int($0.1) } ?? 0
  }

  private var plain: [UInt8] {
    Array("GET /a?b HTTP/1.1\r\nX-Y: z w\r\nHost: 127.0.0.1:\(port)\r\nAccept: */*\r\n\r\n".utf8)
  }

  /// Pieces that two programs read in two ways.
  private static let pieces = [
    "\r", "\n", "\r\n", "\r\n\r\n", "\n\n", "\0", "\0\r\n", " ", "\t", "\r\n ", "\r\n\t", ":", " :",
    "\r\n: x\r\n", "\r\nHost: other.example", "\r\nContent-Length: 1",
    "\r\nTransfer-Encoding: chunked",
    " HTTP/1.1\r\n", "\u{1B}[2J", "\u{7F}", "é", "#", "//", "\\", "%00", "%0d%0a", "\u{85}",
    "\u{2028}",
  ].map { Array($0.utf8) }

  @Test func allThatAreNotAllowedAreRefused() throws {
    var random = RandomNumbers(seed: 8)
    let count = Int(ProcessInfo.processInfo.environment["ROLEBOOK_REQUESTS"] ?? "") ?? 400
    var answered = 0
    for _ in 0..<count {
      var request = plain
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: 0..<request.count, using: &random)
        let byte = UInt8.random(in: 0...255, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: request[place] = byte
        case 1: request.insert(byte, at: place)
        case 2: request.remove(at: place)
        default:
          request.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: place)
        }
      }
      // The library writes over both a NUL and an LF, and over a CR and an LF. It skips a first line
      // that is empty or begins with a NUL (SECURITY.md, Limits).
      var seen = request.replacing([0, 10], with: [13, 10])
      if seen.first == 0, let end = seen.firstIndex(of: 10) { seen.removeSubrange(...end) }
      let isAllowed = isAllowed(seen)
      let status = try status(request, isAllowed: isAllowed)
      answered += status == 200 ? 1 : 0
      let text = String(decoding: request, as: UTF8.self).debugDescription
      if status == 200 { #expect(isAllowed, "\(text) was answered") }
      if isAllowed { #expect(status == 200, "\(text) was refused") }
    }
    #expect(answered > count / 50, "hardly any request was answered")
    #expect(try HTTPMessage.response("/", port: port).status == 200)
  }
}
