import Synchronization

/// One client that listens; its connection sleeps while there is nothing to say.
final class EventStream: Sendable {
  private struct State {
    var pending: [UInt8]
    var isAsleep = false
    var isClosed = false
  }

  private let state: Mutex<State>
  private let sleep: @Sendable () -> Void
  private let wake: @Sendable () -> Void
  /// Called when the client is gone.
  let ended: @Sendable (EventStream) -> Void

  /// - Parameters:
  ///   - first: the event that the client gets at once.
  ///   - sleep: keeps the connection from asking for more; called while it asks.
  ///   - wake: lets it ask again.
  init(
    _ first: [UInt8], sleep: @escaping @Sendable () -> Void, wake: @escaping @Sendable () -> Void,
    ended: @escaping @Sendable (EventStream) -> Void
  ) {
    state = Mutex(State(pending: first))
    self.sleep = sleep
    self.wake = wake
    self.ended = ended
  }

  func send(_ bytes: [UInt8]) { change { $0.pending += bytes } }

  /// Ends the stream when all was read.
  func close() { change { $0.isClosed = true } }

  private func change(_ body: (inout State) -> Void) {
    state.withLock { state in
      body(&state)
      guard state.isAsleep else { return }
      state.isAsleep = false
      wake()
    }
  }

  /// Hands out the pending bytes.
  ///
  /// - Returns: how many bytes were put in the buffer; 0 when the connection was sent to sleep, -1 at
  ///   the end.
  func read(_ buffer: UnsafeMutablePointer<CChar>, _ count: Int) -> Int {
    state.withLock { state in
      if !state.pending.isEmpty {
        let taken = min(count, state.pending.count)
        UnsafeMutableRawBufferPointer(start: buffer, count: taken).copyBytes(
          from: state.pending.prefix(taken))
        state.pending.removeFirst(taken)
        return taken
      }
      if state.isClosed { return -1 }
      state.isAsleep = true
      sleep()
      return 0
    }
  }
}
