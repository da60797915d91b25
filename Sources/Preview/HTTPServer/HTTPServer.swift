import CMicroHTTPD
import Glibc
import Synchronization

/// A server for HTTP/1.1 on one socket, by libmicrohttpd.
///
/// It answers only GET and HEAD, of hosts and origins that are its own, and sends every response
/// with fields that keep other sites out. A client has `requestTime` seconds to send a request.
public final class HTTPServer: Sendable {
  /// Answers a request; called from several threads.
  public typealias Handler = @Sendable (HTTPRequest) -> HTTPAnswer

  /// How long a request may take to arrive, in seconds, and a reader to take bytes.
  static let requestTime = 10
  /// How often an idle stream hears from the server, in seconds, so that dead ones are noticed.
  static let heartbeat = 15
  private static let mostRequestBytes = 16 * 1024
  private static let mostConnections: UInt32 = 8192
  private static let threads: UInt32 = 4

  private static let commonFields = [
    ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
    ("Content-Security-Policy", "default-src 'self'; base-uri 'none'; frame-ancestors 'none'"),
    ("Cross-Origin-Resource-Policy", "same-origin"), ("Referrer-Policy", "no-referrer"),
  ]

  private let handler: Handler
  private let origin: RequestOrigin
  private let streams = Mutex<[ObjectIdentifier: EventStream]>([:])
  /// Connections that owe a request: their sockets, and until when.
  private let owing = Mutex<[UInt: (socket: Int32, until: Int)]>([:])
  /// The daemon's address; nil once stopped.
  private let daemon = Mutex<UInt?>(nil)

  /// Serves on a socket.
  ///
  /// - Throws: `ListeningSocket.Failure` if threads or memory are missing.
  public init(_ socket: ListeningSocket, handler: @escaping Handler) throws(ListeningSocket.Failure)
  {
    self.handler = handler
    origin = RequestOrigin(socket)
    var callbacks = http_callbacks(
      handle: Self.handle, begin: Self.begin, complete: Self.complete, notify: Self.notify)
    let started = http_start(
      socket.descriptor, Self.threads, Self.mostConnections, UInt32(Self.requestTime),
      Self.mostRequestBytes, &callbacks, Unmanaged.passUnretained(self).toOpaque())
    guard let started else { throw .system("the server cannot start") }
    daemon.withLock { $0 = UInt(bitPattern: started) }
  }

  deinit { stop() }

  /// Sends an event to all streams.
  public func send(_ event: HTTPEvent) { send(event.bytes) }

  /// How many streams are open.
  public var streamCount: Int { streams.withLock { $0.count } }

  /// Ends overdue connections and keeps streams alive, until the task is canceled.
  public func tend() async throws {
    var ticks = 0
    while true {
      try await Task.sleep(for: .seconds(1))
      ticks += 1
      endOverdue()
      if ticks % Self.heartbeat == 0 { send(Array(":\n\n".utf8)) }
    }
  }

  /// Ends all streams and the server; returns when no thread of it runs any more.
  public func stop() {
    guard
      let address = daemon.withLock({ daemon in
        defer { daemon = nil }
        return daemon
      })
    else { return }
    for stream in streams.withLock({ Array($0.values) }) { stream.close() }
    MHD_stop_daemon(OpaquePointer(bitPattern: address))
  }

  private func send(_ bytes: [UInt8]) {
    for stream in streams.withLock({ Array($0.values) }) { stream.send(bytes) }
  }

  private func endOverdue() {
    let now = monotonicSeconds()
    owing.withLock { owing in
      for (connection, debt) in owing where debt.until < now {
        shutdown(debt.socket, Int32(SHUT_RDWR))
        owing[connection] = nil
      }
    }
  }

  // MARK: Callbacks of libmicrohttpd

  /// The target as it was sent, which the library hands out before it decodes it.
  private final class Request: Sendable {
    let target: String
    /// Its address, which is not for reading: the library decodes it in place.
    let address: UInt
    let isBegun = Mutex(false)
    /// Whether the target has only characters that a target can have (RFC 3986, section 2).
    var isOfVisibleBytes: Bool { target.utf8.allSatisfy { (0x21...0x7E).contains($0) } }

    init(_ target: UnsafePointer<CChar>?) {
      self.target = target.map { String(cString: $0) } ?? ""
      address = UInt(bitPattern: target)
    }
  }

  private static func server(_ pointer: UnsafeMutableRawPointer?) -> HTTPServer? {
    pointer.map { Unmanaged<HTTPServer>.fromOpaque($0).takeUnretainedValue() }
  }

  private static let begin:
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?) ->
      UnsafeMutableRawPointer? = { _, target, _ in
        Unmanaged.passRetained(Request(target)).toOpaque()
      }

  private static let complete: MHD_RequestCompletedCallback = { pointer, connection, context, _ in
    if let request = context?.pointee {
      Unmanaged<Request>.fromOpaque(request).release()
      context?.pointee = nil
    }
    if let connection { server(pointer)?.owe(connection) }
  }

  private static let notify: MHD_NotifyConnectionCallback = { pointer, connection, _, what in
    guard let connection, let server = server(pointer) else { return }
    if what == .CONNECTION_NOTIFY_STARTED {
      server.owe(connection)
    } else {
      server.owing.withLock { $0[UInt(bitPattern: connection)] = nil }
    }
  }

  private func owe(_ connection: OpaquePointer) {
    let debt = (socket: http_socket(connection), until: monotonicSeconds() + Self.requestTime)
    owing.withLock { $0[UInt(bitPattern: connection)] = debt }
  }

  private static let handle: MHD_AccessHandlerCallback = {
    pointer, connection, _, method, version, _, _, context in
    guard let connection, let server = server(pointer), let opaque = context?.pointee,
      let method
    else { return .NO }
    let request = Unmanaged<Request>.fromOpaque(opaque).takeUnretainedValue()
    if !["GET", "HEAD"].contains(String(cString: method)) {
      return respond(.refused(405, "only GET and HEAD are supported"), on: connection)
    }
    // An answer at this point, before a body is read, ends the connection.
    let (fields, places) = fields(of: connection)
    let head = RequestHead(
      method: method, target: (request.address, request.target.utf8.count), version: version,
      fields: places, byteCount: http_head_size(connection))
    if !head.isWhole || !request.isOfVisibleBytes || !fields.areWellFormed || fields.announceBody {
      return respond(.refused(400, "this request is not supported"), on: connection)
    }
    let isFirst = request.isBegun.withLock { isBegun in
      defer { isBegun = true }
      return !isBegun
    }
    if isFirst { return .YES }
    server.owing.withLock { $0[UInt(bitPattern: connection)] = nil }
    return server.answer(request, fields, on: connection)
  }

  private func answer(
    _ request: Request, _ fields: RequestFields, on connection: OpaquePointer
  ) -> MHD_Result {
    guard origin.allows(hosts: fields["host"], origins: fields["origin"]) else {
      return Self.respond(.refused(403, "this host or origin is not served here"), on: connection)
    }
    guard request.target.hasPrefix("/") else {
      return Self.respond(.refused(400, "this request is not supported"), on: connection)
    }
    let parts = request.target.split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let answer = handler(
      HTTPRequest(path: String(parts[0]), query: parts.count > 1 ? String(parts[1]) : ""))
    switch answer {
    case .response(let response): return Self.respond(response, on: connection)
    case .events(let first): return stream(from: first, on: connection)
    }
  }

  private static func fields(
    of connection: OpaquePointer
  ) -> (RequestFields, places: [RequestHead.Field]) {
    var fields: [(name: String, value: String, place: RequestHead.Field)] = []
    withUnsafeMutablePointer(to: &fields) { collected in
      _ = MHD_get_connection_values(
        connection, .HEADER_KIND,
        { pointer, _, name, value in
          pointer?.assumingMemoryBound(
            to: [(name: String, value: String, place: RequestHead.Field)].self
          ).pointee.append(
            (
              name.map { String(cString: $0) } ?? "", value.map { String(cString: $0) } ?? "",
              RequestHead.Field(name, value)
            ))
          return .YES
        }, collected)
    }
    return (RequestFields(fields.map { ($0.name, $0.value) }), fields.map(\.place))
  }

  private static func respond(
    _ answer: HTTPResponse, on connection: OpaquePointer
  ) -> MHD_Result {
    // The library copies the bytes, though its argument is not const.
    let response = answer.body.withUnsafeBytes {
      MHD_create_response_from_buffer(
        $0.count, UnsafeMutableRawPointer(mutating: $0.baseAddress), .RESPMEM_MUST_COPY)
    }
    guard let response else { return .NO }
    return queue(response, answer.status, answer.headers, on: connection)
  }

  private static func queue(
    _ response: OpaquePointer, _ status: UInt32, _ fields: [(name: String, value: String)],
    on connection: OpaquePointer
  ) -> MHD_Result {
    defer { MHD_destroy_response(response) }
    for (name, value) in commonFields + fields { MHD_add_response_header(response, name, value) }
    return MHD_queue_response(connection, status, response)
  }

  // MARK: Event streams

  private func stream(from first: HTTPEvent, on connection: OpaquePointer) -> MHD_Result {
    let address = UInt(bitPattern: connection)
    let stream = EventStream(
      first.bytes,
      sleep: { MHD_suspend_connection(OpaquePointer(bitPattern: address)) },
      wake: { MHD_resume_connection(OpaquePointer(bitPattern: address)) },
      ended: { [weak self] stream in
        self?.streams.withLock { $0[ObjectIdentifier(stream)] = nil }
      })
    let pointer = Unmanaged.passRetained(stream).toOpaque()
    let response = MHD_create_response_from_callback(
      UInt64.max, 4096,
      { pointer, _, buffer, count in
        guard let pointer, let buffer else { return -1 }
        return Unmanaged<EventStream>.fromOpaque(pointer).takeUnretainedValue().read(buffer, count)
      }, pointer,
      { pointer in
        guard let pointer else { return }
        let stream = Unmanaged<EventStream>.fromOpaque(pointer).takeRetainedValue()
        stream.ended(stream)
      })
    guard let response else {
      Unmanaged<EventStream>.fromOpaque(pointer).release()
      return .NO
    }
    streams.withLock { $0[ObjectIdentifier(stream)] = stream }
    return Self.queue(response, 200, [("Content-Type", "text/event-stream")], on: connection)
  }
}

extension HTTPResponse {
  fileprivate static func refused(_ status: UInt32, _ reason: String) -> HTTPResponse {
    .text(status, reason)
  }
}

private func monotonicSeconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec
}

/// The library that serves.
public enum HTTPServerLibrary {
  /// The version that is loaded.
  public static var version: String { String(cString: MHD_get_version()) }
}
