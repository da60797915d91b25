import Synchronization

/// Says how long each stage of a run took.
public final class StageClock: Sendable {
  private struct State {
    var last = ContinuousClock.now
    var stages: [(name: String, duration: Duration)] = []
  }

  private let state = Mutex(State())

  /// Starts with the first stage.
  public init() {}

  /// Ends a stage; the next one begins.
  public func end(_ stage: String) {
    let now = ContinuousClock.now
    state.withLock { state in
      state.stages.append((stage, now - state.last))
      state.last = now
    }
  }

  /// The stages in their order, a line each, with their times in milliseconds and the sum.
  public var text: String {
    let stages = state.withLock { $0.stages }
    let sum = stages.reduce(Duration.zero) { $0 + $1.duration }
    let lines = (stages + [("all", sum)]).map { name, duration in
      let (seconds, attoseconds) = duration.components
      let milliseconds = String(seconds * 1000 + attoseconds / 1_000_000_000_000_000)
      return String(repeating: " ", count: max(0, 8 - milliseconds.count)) + milliseconds
        + " ms  " + name
    }
    return lines.joined(separator: "\n")
  }
}
