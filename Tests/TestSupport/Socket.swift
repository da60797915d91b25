import Foundation
import Glibc

/// A TCP socket on 127.0.0.1, closed when nothing refers to it.
final class Socket: Sendable {
  /// A system call on a socket that failed.
  struct Failure: Error, CustomStringConvertible {
    let call: String
    let code: Int32

    var description: String { "\(call): \(String(cString: strerror(code)))" }
  }

  private let descriptor: Int32

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Listens on a port that the system chooses.
  static func listening() throws -> Socket {
    let socket = try Socket.make()
    try socket.with(port: 0) { address, size in
      try check("bind", bind(socket.descriptor, address, size))
    }
    try check("listen", listen(socket.descriptor, 64))
    return socket
  }

  /// Connects to a port; a peer that says nothing for a minute fails the read.
  static func connected(to port: Int) throws -> Socket {
    let socket = try Socket.make()
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(socket.descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
    try socket.with(port: port) { address, size in
      try check("connect", connect(socket.descriptor, address, size))
    }
    return socket
  }

  deinit {
    close(descriptor)
  }

  /// The port that it is bound to.
  func port() throws -> Int {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    try withUnsafeMutablePointer(to: &address) { pointer in
      try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        try Socket.check("getsockname", getsockname(descriptor, generic, &size))
      }
    }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  /// The next connection, or nil once the socket was shut down.
  func acceptConnection() -> Socket? {
    while true {
      let connection = accept(descriptor, nil, nil)
      if connection >= 0 {
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        return Socket(descriptor: connection)
      }
      guard errno == EINTR || errno == ECONNABORTED else { return nil }
    }
  }

  /// Ends reading and writing on the socket, and waiting for connections.
  func shutDown() {
    shutdown(descriptor, Int32(SHUT_RDWR))
  }

  /// The bytes that have arrived; waits for some; empty at the peer's end.
  func receive() throws -> Data {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count >= 0 { return Data(buffer[0..<count]) }
      guard errno == EINTR else { throw Failure(call: "recv", code: errno) }
    }
  }

  /// Sends all of it.
  func send(_ data: Data) throws {
    let bytes = [UInt8](data)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { rest in
        Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
      }
      guard count >= 0 || errno == EINTR else { throw Failure(call: "send", code: errno) }
      sent += max(count, 0)
    }
  }

  private static func make() throws -> Socket {
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let descriptor = socket(AF_INET, type, 0)
    try check("socket", descriptor)
    return Socket(descriptor: descriptor)
  }

  private static func check(_ call: String, _ result: Int32) throws {
    guard result >= 0 else { throw Failure(call: call, code: errno) }
  }

  private func with(
    port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) throws -> Void
  ) throws {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    try withUnsafePointer(to: &address) { pointer in
      try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        try body(generic, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}
