import Glibc

/// A socket that listens, before anything is served on it.
public struct ListeningSocket: Sendable {
  /// The name or address that was asked for.
  public let host: String
  /// The port, also if any free one was asked for.
  public let port: UInt16
  /// Whether only this machine can reach it.
  public let isLoopback: Bool
  /// Whether it listens on every address of the machine.
  let isWildcard: Bool
  let descriptor: Int32

  /// Why nothing listens.
  public enum Failure: Error, Sendable, Equatable {
    /// Another program listens there.
    case portInUse(UInt16)
    /// The system's reason.
    case system(String)
  }

  /// Listens on TCP.
  ///
  /// - Parameters:
  ///   - host: a name or an address.
  ///   - port: 0 for any free one.
  /// - Throws: `Failure`.
  public init(host: String, port: UInt16) throws(Failure) {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_PASSIVE
    var found: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(host, String(port), &hints, &found)
    guard status == 0, let address = found else {
      throw .system("'\(host)': \(String(cString: gai_strerror(status)))")
    }
    defer { freeaddrinfo(found) }
    let listening = try Self.listening(on: address.pointee, port)
    descriptor = listening
    self.host = host
    var bound = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let named = withUnsafeMutablePointer(to: &bound) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listening, $0, &length) }
    }
    guard named == 0 else { throw Self.systemFailure() }
    (self.port, isLoopback, isWildcard) = Self.facts(&bound)
  }

  private static func listening(
    on address: addrinfo, _ port: UInt16
  ) throws(Failure) -> Int32 {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let descriptor = socket(address.ai_family, kind, 0)
    guard descriptor >= 0 else { throw systemFailure() }
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard bind(descriptor, address.ai_addr, address.ai_addrlen) == 0,
      listen(descriptor, SOMAXCONN) == 0
    else {
      let failure = errno == EADDRINUSE ? Failure.portInUse(port) : systemFailure()
      close(descriptor)
      throw failure
    }
    return descriptor
  }

  private static func systemFailure() -> Failure { .system(String(cString: strerror(errno))) }

  /// The port, whether the address is a loopback address, and whether it means all addresses.
  private static func facts(_ storage: inout sockaddr_storage) -> (UInt16, Bool, Bool) {
    withUnsafePointer(to: &storage) { pointer in
      if Int32(pointer.pointee.ss_family) == AF_INET6 {
        return pointer.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { address in
          let bytes = withUnsafeBytes(of: address.pointee.sin6_addr) { Array($0) }
          let isZero = bytes.dropLast().allSatisfy { $0 == 0 }
          return (
            UInt16(bigEndian: address.pointee.sin6_port), isZero && bytes[15] == 1,
            isZero && bytes[15] == 0
          )
        }
      }
      return pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { address in
        let value = UInt32(bigEndian: address.pointee.sin_addr.s_addr)
        return (UInt16(bigEndian: address.pointee.sin_port), value >> 24 == 127, value == 0)
      }
    }
  }
}
