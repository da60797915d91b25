import Foundation
import Synchronization

/// A connection whose bytes a test sends itself, and reads as they come.
public final class RawConnection: Sendable {
  private let socket: Socket
  private let received = Mutex((bytes: Data(), hasEnded: false))

  /// Something that never came.
  public struct NeverCame: Error, CustomStringConvertible {
    /// The bytes that came instead.
    public let description: String
  }

  /// Connects to a port of this machine, sends a text and begins to read.
  public convenience init(port: Int, sending text: String) throws {
    try self.init(port: port, sending: Data(text.utf8))
  }

  /// Connects to a port of this machine, sends bytes and begins to read.
  public init(port: Int, sending bytes: Data) throws {
    socket = try Socket.connected(to: port)
    try socket.send(bytes)
    let thread = Thread { [weak self, socket] in
      while let bytes = try? socket.receive(), !bytes.isEmpty {
        self?.received.withLock { $0.bytes += bytes }
      }
      self?.received.withLock { $0.hasEnded = true }
    }
    thread.start()
  }

  deinit { socket.shutDown() }

  /// Ends it, as a browser does that leaves.
  public func end() { socket.shutDown() }

  /// Whether the peer ended it.
  public var hasEnded: Bool { received.withLock { $0.hasEnded } }

  /// The bytes that have arrived.
  public var text: String { received.withLock { String(decoding: $0.bytes, as: UTF8.self) } }

  /// Sends a text, if the peer still takes it.
  public func trySending(_ text: String) { try? socket.send(Data(text.utf8)) }

  /// Waits until a text has arrived.
  public func wait(for expected: String, seconds: Double = 30) throws {
    try wait(seconds) { text.contains(expected) }
  }

  /// Waits until the peer ends it.
  public func waitForEnd(seconds: Double = 30) throws { try wait(seconds) { hasEnded } }

  private func wait(_ seconds: Double, _ isThere: () -> Bool) throws {
    let limit = Date(timeIntervalSinceNow: seconds)
    while !isThere() {
      guard Date() < limit else { throw NeverCame(description: "only this came: \(text)") }
      Thread.sleep(forTimeInterval: 0.005)
    }
  }
}
