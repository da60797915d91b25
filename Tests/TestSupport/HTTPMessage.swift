import Foundation

/// A request or a response of HTTP/1.1, in the little that tests need of it.
public struct HTTPMessage: Sendable {
  /// The first line, without its line break.
  public var startLine: String
  /// The header fields in their order.
  public var fields: [(name: String, value: String)]
  /// The body's bytes.
  public var body: Data

  /// Something that is not HTTP/1.1, or ended too early.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  /// Makes a message; `Content-Length` is the sender's business.
  public init(startLine: String, fields: [(name: String, value: String)] = [], body: Data = Data())
  {
    self.startLine = startLine
    self.fields = fields
    self.body = body
  }

  /// A header field's value, whatever the case of its name.
  public subscript(_ name: String) -> String? {
    fields.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// A response's status code, or 0.
  public var status: Int {
    let words = startLine.split(separator: " ")
    return words.count > 1 ? Int(words[1]) ?? 0 : 0
  }

  /// The body as text.
  public var text: String { String(decoding: body, as: UTF8.self) }

  /// The message as it goes over the wire.
  var bytes: Data {
    let head = ([startLine] + fields.map { "\($0.name): \($0.value)" }).joined(separator: "\r\n")
    return Data((head + "\r\n\r\n").utf8) + body
  }

  /// Reads a message.
  ///
  /// - Parameters:
  ///   - socket: The connection.
  ///   - unstatedLength: The body's length where no `Content-Length` says it; nil for all until the
  ///     peer's end.
  ///   - hasBody: Whether a body follows; none does where `HEAD` was asked.
  /// - Returns: Nil if the peer ended before it sent anything.
  static func receive(
    from socket: Socket, unstatedLength: Int?, hasBody: Bool = true
  ) throws
    -> HTTPMessage?
  {
    var received = Data()
    let blankLine = Data("\r\n\r\n".utf8)
    while received.range(of: blankLine) == nil {
      let more = try socket.receive()
      if more.isEmpty, received.isEmpty { return nil }
      guard !more.isEmpty else { throw Malformed(description: "the head has no end") }
      received += more
    }
    guard let end = received.range(of: blankLine) else { return nil }
    var message = try HTTPMessage(head: received[..<end.lowerBound])
    message.body = Data(received[end.upperBound...])
    let length = message["Content-Length"].flatMap { Int($0) } ?? unstatedLength
    while hasBody, message.body.count < length ?? Int.max {
      let more = try socket.receive()
      if more.isEmpty, length == nil { break }
      guard !more.isEmpty else { throw Malformed(description: "the body is cut short") }
      message.body += more
    }
    if message["Transfer-Encoding"] == "chunked" {
      message.body = try joinedChunks(message.body)
    }
    return message
  }

  /// A body that came in pieces (RFC 9112, section 7.1).
  private static func joinedChunks(_ body: Data) throws -> Data {
    var joined = Data()
    var rest = body
    while let end = rest.range(of: Data("\r\n".utf8)) {
      let line = String(decoding: rest[..<end.lowerBound], as: UTF8.self)
      guard let count = Int(line.prefix { $0 != ";" }, radix: 16),
        rest[end.upperBound...].count >= count + 2
      else { break }
      if count == 0 { return joined }
      joined += rest[end.upperBound...].prefix(count)
      rest = rest[end.upperBound...].dropFirst(count + 2)
    }
    throw Malformed(description: "a piece of the body is cut short")
  }

  private init(head: Data) throws {
    let lines = String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n")
    let fields = try lines.dropFirst().map { line in
      guard let colon = line.firstIndex(of: ":") else {
        throw Malformed(description: "not a header field: \(line)")
      }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      return (name: String(line[..<colon]), value: value)
    }
    self.init(startLine: lines.first ?? "", fields: fields)
  }
}

extension HTTPMessage {
  /// Sends a request to a port of this machine and gives the response.
  ///
  /// The target goes out as it is, so that a test can send what no browser would.
  ///
  /// - Parameters:
  ///   - method: `GET`, `HEAD`, `POST`, ...
  ///   - target: The path with its query.
  ///   - port: The port on 127.0.0.1.
  ///   - fields: Header fields; `Host` is added unless one is there.
  ///   - body: The body, sent with its length.
  public static func response(
    to method: String = "GET", _ target: String, port: Int,
    fields: [(name: String, value: String)] = [], body: Data? = nil
  ) throws -> HTTPMessage {
    var request = HTTPMessage(startLine: "\(method) \(target) HTTP/1.1", fields: fields)
    if request["Host"] == nil { request.fields.append(("Host", "127.0.0.1:\(port)")) }
    request.fields.append(("Connection", "close"))
    if let body {
      request.fields.append(("Content-Length", String(body.count)))
      request.body = body
    }
    let socket = try Socket.connected(to: port)
    try socket.send(request.bytes)
    let response = try receive(from: socket, unstatedLength: nil, hasBody: method != "HEAD")
    guard let response else {
      throw Malformed(description: "no response to \(request.startLine)")
    }
    return response
  }
}
