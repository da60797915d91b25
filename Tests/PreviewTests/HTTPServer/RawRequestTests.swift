import Foundation
import TestSupport
import Testing

@testable import Preview

/// Bytes that no browser sends are refused, and never taken for more requests than one.
@Suite struct RawRequestTests {
  private let socket: ListeningSocket
  private let server: HTTPServer
  private var port: Int { Int(socket.port) }

  init() throws {
    socket = try ListeningSocket(host: "127.0.0.1", port: 0)
    server = try HTTPServer(socket) { .response(.text(200, "page \($0.path)")) }
  }

  struct Request: Sendable, CustomTestStringConvertible {
    /// After the request line; `PORT` means the port.
    let rest: String
    let line: String
    /// The first answer's status code; 0 where the connection ends without one.
    let status: Int
    /// How many pages are handed out.
    let pages: Int

    init(_ status: Int, line: String = "GET / HTTP/1.1", pages: Int? = nil, _ rest: String) {
      (self.status, self.line, self.rest) = (status, line, rest)
      self.pages = pages ?? (status == 200 ? 1 : 0)
    }

    var testDescription: String { "\(line.prefix(60)) \(rest.prefix(120))".debugDescription }
  }

  private static let host = "\r\nHost: 127.0.0.1:PORT"
  private static let second = "GET /second HTTP/1.1\(host)\r\nConnection: close\r\n\r\n"
  private static let end = "\(host)\r\nConnection: close\r\n\r\n"

  static let requests: [Request] = [
    .init(200, end), .init(200, "\r\nContent-Length: 0\(end)"),
    .init(200, line: "GET / HTTP/1.0", "\(host)\r\n\r\n"),
    .init(200, pages: 2, "\(host)\r\n\r\n\(second)"),
    // The host is missing, doubled, hidden or another.
    .init(400, "\r\nConnection: close\r\n\r\n"), .init(403, line: "GET / HTTP/1.0", "\r\n\r\n"),
    .init(400, line: "GET /", "\r\n\r\n"), .init(403, "\(host)\(end)"),
    .init(403, "\r\nhost: other.example\(end)"), .init(403, "\r\nHost: other.example\(end)"),
    .init(403, "\(host), other.example\r\nConnection: close\r\n\r\n"),
    .init(400, "\r\nHost : 127.0.0.1:PORT\r\n\r\n"),
    .init(400, "\r\nX: y\r\n Host: 127.0.0.1:PORT\r\n\r\n"), .init(400, "\r\n\(host)\r\n\r\n"),
    // A line end alone ends a line for some programs and not for others.
    .init(400, "\nHost: other.example\nConnection: close\n\n"),
    .init(400, "\nHost: 127.0.0.1:PORT\n\n"),
    .init(400, "\(host)\n\n\(second)"), .init(400, "\(host)\r\nX: a\rHost: other.example\r\n\r\n"),
    .init(400, "\(host)\r\nX: a\n\r\n\(second)"), .init(400, line: "GET / HTTP/1.1\n", "\(end)"),
    // A control character, or one that no address has.
    .init(400, line: "GET /\u{1} HTTP/1.1", end), .init(400, line: "GET /\u{7F} HTTP/1.1", end),
    .init(400, line: "GET /?\u{8} HTTP/1.1", end), .init(400, line: "GET /é HTTP/1.1", end),
    .init(400, "\r\nX: \u{1B}[2J\(end)"), .init(400, "\r\nX: a\u{7F}\(end)"),
    .init(200, "\r\nX: a\té\(end)"),
    // Two programs could see two bodies, or two requests.
    .init(
      400, "\(host)\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n\(second)"),
    .init(400, "\(host)\r\nContent-Length: 0\r\nContent-Length: 6\r\n\r\nabcdef\(second)"),
    .init(400, "\(host)\r\nContent-Length: 3\r\n\r\nabc\(second)"),
    .init(400, "\(host)\r\nContent-Length: 0, 3\r\n\r\nabc\(second)"),
    .init(400, "\(host)\r\nContent-Length: -5\r\n\r\nabcde\(second)"),
    .init(400, "\(host)\r\nContent-Length: +0\r\n\r\n\(second)"),
    .init(400, "\(host)\r\nContent-Length: 0x5\r\n\r\nabcde\(second)"),
    .init(413, "\(host)\r\nContent-Length: 99999999999999999999999\r\n\r\n\(second)"),
    .init(400, "\(host)\r\nContent-Length: 1000000000\r\n\r\nabc"),
    .init(400, "\(host)\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n\(second)"),
    .init(400, "\(host)\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\(second)"),
    .init(400, "\(host)\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n\(second)"),
    .init(400, "\(host)\r\nTransfer-Encoding: identity\r\n\r\n\(second)"),
    .init(400, "\(host)\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n\(second)"),
    .init(400, "\(host)\r\nno colon\r\n\r\n"),
    .init(405, line: "POST / HTTP/1.1", "\(host)\r\nContent-Length: 30\r\n\r\n\(second)"),
    // A NUL ends a text for some programs and not for others.
    .init(400, line: "GET /\0 HTTP/1.1", end), .init(400, line: "GET /a\0/../b HTTP/1.1", end),
    .init(400, line: "GET\0x / HTTP/1.1", end), .init(400, line: "GET /\0HTTP/1.1 HTTP/1.1", end),
    .init(400, line: "GET /\0HTTP/1.1\0\0 HTTP/1.1", end),
    .init(400, "\r\nHost: 127.0.0.1:PORT\0evil\r\nConnection: close\r\n\r\n"),
    .init(400, "\r\nConnection: close\r\nHost: 127.0.0.1:PORT\0evil\r\n\r\n"),
    .init(400, "\r\nConnection: close\r\nHost: 127.0.0.1:PORT\0\0\0\0evil\r\n\r\n"),
    .init(400, "\r\nConnection: close\0\r\nHost: 127.0.0.1:PORT\r\n\r\n"),
    .init(400, "\r\nX\0Y: z\(end)"), .init(400, "\r\nX: \0z\(end)"),
    // A field without a name.
    .init(400, "\r\n: x\(end)"), .init(400, "\(host)\r\n: x\r\nConnection: close\r\n\r\n"),
    .init(400, "\(host)\r\nConnection: close\r\n:\r\n\r\n"),
    // Not this protocol.
    .init(505, line: "GET / HTTP/2.0", end), .init(505, line: "GET / HTTP/0.9", end),
    .init(400, line: "GET / HTTP/1.1\rX", end), .init(0, line: "GET / x HTTP/1.1", end),
    .init(400, line: "GET http://127.0.0.1:PORT/ HTTP/1.1", end),
    .init(400, line: "GET other.example HTTP/1.1", end),
    // More than a request may have.
    .init(414, line: "GET /\(String(repeating: "a", count: 20_000)) HTTP/1.1", end),
    .init(431, "\r\nX: \(String(repeating: "y", count: 20_000))\(end)"),
    .init(431, String(repeating: "\r\nX: y", count: 4_000) + end),
  ]

  @Test(arguments: requests) func isAnsweredOnceOrNotAtAll(_ request: Request) throws {
    let text = (request.line + request.rest).replacing("PORT", with: "\(port)")
    let connection = try RawConnection(port: port, sending: text)
    try connection.waitForEnd(seconds: 5)
    let status = connection.text.prefixMatch(of: /HTTP\/1\.1 (\d{3})/).flatMap { Int($0.1) }
    #expect(status ?? 0 == request.status, "\(connection.text)")
    #expect(connection.text.components(separatedBy: "page /").count - 1 == request.pages)
    #expect(try HTTPMessage.response("/", port: port).status == 200)
  }
}
