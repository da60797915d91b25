import Glibc

/// Which hosts and origins a server answers to.
///
/// A page of another site can make a browser request any address, and can point a name that it owns
/// here (DNS rebinding). Both show in `Host` and `Origin`.
struct RequestOrigin: Sendable {
  private let names: Set<String>
  private let suffixes: Set<String>
  private let takesAddresses: Bool

  init(_ socket: ListeningSocket) {
    var names: Set<String> = [socket.host.contains(":") ? "[\(socket.host)]" : socket.host]
    if socket.isLoopback || socket.isWildcard {
      names.formUnion(["localhost", "127.0.0.1", "[::1]"])
    }
    if socket.isWildcard, let name = Self.machineName() { names.insert(name) }
    self.names = Set(names.map { $0.lowercased() })
    suffixes = socket.port == 80 ? ["", ":80"] : [":\(socket.port)"]
    takesAddresses = socket.isWildcard
  }

  /// Whether a request may be answered.
  ///
  /// - Parameters:
  ///   - hosts: the values of all `Host` fields.
  ///   - origins: the values of all `Origin` fields.
  func allows(hosts: [String], origins: [String]) -> Bool {
    guard hosts.count == 1, let host = hosts.first?.lowercased(), isOwn(host) else { return false }
    return origins.isEmpty || (origins.count == 1 && origins[0].lowercased() == "http://" + host)
  }

  private func isOwn(_ host: String) -> Bool {
    suffixes.contains { suffix in
      guard host.hasSuffix(suffix) else { return false }
      let name = String(host.dropLast(suffix.count))
      return names.contains(name) || (takesAddresses && Self.isAddress(name))
    }
  }

  /// Whether a host is an address, which cannot be made to lead elsewhere.
  private static func isAddress(_ name: String) -> Bool {
    var buffer = in6_addr()
    if name.hasPrefix("["), name.hasSuffix("]") {
      return inet_pton(AF_INET6, String(name.dropFirst().dropLast()), &buffer) == 1
    }
    return inet_pton(AF_INET, name, &buffer) == 1
  }

  private static func machineName() -> String? {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return nil }
    return buffer.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
  }
}
