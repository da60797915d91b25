// HTTPServer answers requests over HTTP/1.1. In: a listening address and a function from request to
// answer. Out: bytes on sockets. It knows of no guide, and it refuses requests that no browser
// makes.

/// A request that passed the server's own checks.
public struct HTTPRequest: Sendable {
  /// The target's path as it was sent: percent-encoded, never resolved.
  public let path: String
  /// The text after the `?`, as it was sent; empty if there is none.
  public let query: String
}

/// The answer of a handler.
public enum HTTPAnswer: Sendable {
  /// A whole response.
  case response(HTTPResponse)
  /// A stream of the server's events, which stays open; it begins with this one.
  case events(first: HTTPEvent)
}

/// A whole response.
public struct HTTPResponse: Sendable {
  /// The status code.
  public let status: UInt32
  /// The header fields in addition to those that the server adds to all.
  public let headers: [(name: String, value: String)]
  /// The body.
  public let body: [UInt8]

  /// Makes a response.
  public init(status: UInt32 = 200, headers: [(name: String, value: String)], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A response of plain text.
  public static func text(_ status: UInt32, _ text: String) -> HTTPResponse {
    HTTPResponse(
      status: status, headers: [("Content-Type", "text/plain; charset=utf-8")],
      body: Array((text + "\n").utf8))
  }
}

/// A server-sent event (HTML Living Standard, "Server-sent events").
public struct HTTPEvent: Sendable {
  /// The event's type.
  public let name: String
  /// One line of data.
  public let data: String

  /// Makes an event.
  public init(name: String, data: String) {
    self.name = name
    self.data = data
  }

  var bytes: [UInt8] { Array("event: \(name)\ndata: \(data)\n\n".utf8) }
}
