import Foundation
import TestSupport
import Testing

@testable import Preview

/// The server answers browsers that mean it, and refuses everybody else.
@Suite struct HTTPServerTests {
  private let socket: ListeningSocket
  private let server: HTTPServer
  private var port: Int { Int(socket.port) }

  init() throws {
    socket = try ListeningSocket(host: "127.0.0.1", port: 0)
    server = try HTTPServer(socket) { request in
      if request.path == "/events" { return .events(first: .init(name: "hello", data: "1")) }
      return .response(.text(200, "\(request.path)|\(request.query)"))
    }
  }

  @Test func saysWhatTheHandlerSays() throws {
    let response = try HTTPMessage.response("/a/b?c=d", port: port)
    #expect(response.status == 200)
    #expect(response.text == "/a/b|c=d\n")
    #expect(response["Content-Security-Policy"]?.contains("default-src 'self'") == true)
    #expect(response["X-Content-Type-Options"] == "nosniff")
    #expect(response["Cross-Origin-Resource-Policy"] == "same-origin")
    #expect(response["Access-Control-Allow-Origin"] == nil)
    let head = try HTTPMessage.response(to: "HEAD", "/a", port: port)
    #expect(head["Content-Length"] == "4")
  }

  /// A target reaches the handler as it was sent: nothing is decoded, resolved or cut.
  @Test(arguments: [
    "/..%2f..%2fetc/passwd", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc", "/a%00.html",
    "/..%5c..%5cwindows", "//etc/passwd", "/%c0%ae%c0%ae/", "/a;b", "/%252e%252e/",
  ]) func handsOutTargetsAsTheyAre(_ target: String) throws {
    #expect(try HTTPMessage.response(target, port: port).text == target + "|\n")
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "X"])
  func answersNothingButGetAndHead(_ method: String) throws {
    #expect(try HTTPMessage.response(to: method, "/", port: port).status == 405)
  }

  @Test(arguments: ["http://127.0.0.1/", "*", "http://other.example/"])
  func refusesTargetsThatAreNoPath(_ target: String) throws {
    #expect(try HTTPMessage.response(target, port: port).status == 400)
  }

  @Test func refusesABody() throws {
    let response = try HTTPMessage.response("/", port: port, body: Data("x".utf8))
    #expect(response.status == 400)
  }

  struct Fields: Sendable, CustomTestStringConvertible {
    let fields: [(name: String, value: String)]
    let status: Int

    init(_ status: Int, _ fields: (name: String, value: String)...) {
      (self.status, self.fields) = (status, fields)
    }

    var testDescription: String { fields.map { "\($0.name): \($0.value)" }.joined(separator: ", ") }
  }

  /// `PORT` means the port.
  static let origins: [Fields] = [
    .init(200, ("Host", "127.0.0.1:PORT")), .init(200, ("Host", "localhost:PORT")),
    .init(200, ("Host", "LOCALHOST:PORT")), .init(200, ("Host", "[::1]:PORT")),
    .init(200, ("Host", "localhost:PORT"), ("Origin", "http://localhost:PORT")),
    .init(403, ("Host", "evil.example:PORT")), .init(403, ("Host", "localhost")),
    .init(403, ("Host", "localhost:1")), .init(403, ("Host", "localhost.evil.example:PORT")),
    .init(403, ("Host", "evil.example@localhost:PORT")), .init(403, ("Host", "192.0.2.1:PORT")),
    .init(403, ("Host", "127.0.0.1:PORT"), ("Host", "127.0.0.1:PORT")),
    .init(403, ("Host", "localhost:PORT"), ("Origin", "http://evil.example")),
    .init(403, ("Host", "localhost:PORT"), ("Origin", "https://localhost:PORT")),
    .init(403, ("Host", "localhost:PORT"), ("Origin", "http://127.0.0.1:PORT")),
    .init(403, ("Host", "localhost:PORT"), ("Origin", "null")),
    .init(403, ("Host", "localhost:PORT"), ("Origin", "")),
  ]

  @Test(arguments: origins, ["/", "/events"])
  func answersItsOwnHostsAndOriginsAlone(_ asked: Fields, _ path: String) throws {
    if asked.status == 200, path == "/events" { return }
    let fields = asked.fields.map {
      (name: $0.name, value: $0.value.replacing("PORT", with: "\(port)"))
    }
    let response = try HTTPMessage.response(path, port: port, fields: fields)
    #expect(response.status == asked.status)
  }

  @Test func aRequestThatIsTooLargeIsRefused() throws {
    let long = String(repeating: "a", count: 100_000)
    let response = try HTTPMessage.response("/", port: port, fields: [("X-Long", long)])
    #expect([400, 413, 431].contains(response.status))
    let target = try HTTPMessage.response("/" + long, port: port)
    #expect([400, 413, 414, 431].contains(target.status))
  }

  @Test func allStreamsHearOfAnEvent() async throws {
    let streams = try (0..<50).map { _ in
      try RawConnection(
        port: port, sending: "GET /events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
    }
    for stream in streams { try stream.wait(for: "event: hello\ndata: 1\n\n") }
    #expect(server.streamCount == 50)
    server.send(.init(name: "change", data: "{}"))
    for stream in streams { try stream.wait(for: "event: change\ndata: {}\n\n") }
    #expect(try HTTPMessage.response("/", port: port).status == 200)
  }

  @Test func aStreamThatItsReaderLeftIsForgotten() async throws {
    var stream: RawConnection? = try RawConnection(
      port: port, sending: "GET /events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
    try stream?.wait(for: "event: hello")
    stream = nil
    for _ in 0..<200 where server.streamCount > 0 {
      server.send(.init(name: "change", data: "{}"))
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(server.streamCount == 0)
  }

  @Test func stopEndsStreams() throws {
    let stream = try RawConnection(
      port: port, sending: "GET /events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
    try stream.wait(for: "event: hello")
    server.stop()
    try stream.waitForEnd()
  }

  @Test func aRequestThatDoesNotComeIsCutOff() async throws {
    let tending = Task { try await server.tend() }
    defer { tending.cancel() }
    let slow = try RawConnection(port: port, sending: "GET / HTTP/1.1\r\nHost: 127.0")
    for _ in 0..<40 where !slow.hasEnded {
      try await Task.sleep(for: .milliseconds(500))
      slow.trySending("x")
    }
    #expect(slow.hasEnded)
  }

  @Test func aPortInUseIsSaid() {
    #expect(throws: ListeningSocket.Failure.portInUse(socket.port)) {
      try ListeningSocket(host: "127.0.0.1", port: socket.port)
    }
    #expect(throws: ListeningSocket.Failure.self) {
      try ListeningSocket(host: "no such host.invalid", port: 0)
    }
  }

  @Test(arguments: [
    ("127.0.0.1", true), ("127.0.0.2", true), ("localhost", true), ("0.0.0.0", false),
  ])
  func knowsWhetherOthersCanReachIt(_ host: String, _ isLoopback: Bool) throws {
    #expect(try ListeningSocket(host: host, port: 0).isLoopback == isLoopback)
  }
}
