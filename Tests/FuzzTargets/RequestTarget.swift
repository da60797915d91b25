import Glibc
import Preview

/// A server that takes bytes over a socket of this machine, as a preview does.
///
/// `PORT` in the bytes means its port, so that what is kept is understood in every run.
final class RequestTarget: Sendable {
  static let shared = RequestTarget()

  private let port: UInt16
  private let server: HTTPServer

  private init() {
    do {
      let socket = try ListeningSocket(host: "127.0.0.1", port: 0)
      port = socket.port
      server = try HTTPServer(socket) { request in
        precondition(request.path.utf8.first == UInt8(ascii: "/"))
        return .response(.text(200, request.query))
      }
    } catch {
      fatalError("nothing can be served here: \(error)")
    }
  }

  /// How long nothing comes back where nothing more will, in milliseconds.
  private static let silence: Int32 = 2

  /// Sends bytes, and reads what comes back until nothing does.
  func run(_ bytes: [UInt8]) {
    let connection = connected()
    defer { close(connection) }
    var rest = withPort(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      // The server may end it before it has read all.
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    let answer = received(from: connection)
    precondition(answer.isEmpty || answer.starts(with: "HTTP/1.".utf8))
  }

  private func connected() -> Int32 {
    let connection = socket(
      AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    precondition(result == 0, "the server is gone")
    // It is broken off in the end, since ports that wait for stray packets would run out.
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    return connection
  }

  private func received(from connection: Int32) -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      var waiting = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Self.silence) > 0 else { return result }
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return result }
      result += buffer.prefix(count)
    }
  }

  private func withPort(_ bytes: [UInt8]) -> [UInt8] {
    let word = Array("PORT".utf8)
    let digits = Array(String(port).utf8)
    var result: [UInt8] = []
    var rest = bytes[...]
    while let next = rest.first {
      let isWord = rest.starts(with: word)
      result += isWord ? digits : [next]
      rest = rest.dropFirst(isWord ? word.count : 1)
    }
    return result
  }
}
