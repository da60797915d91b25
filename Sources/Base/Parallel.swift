import Glibc
import Synchronization

/// Applies a transformation to every element, several at a time, and keeps their order.
///
/// - Parameter jobs: how many elements are worked on at once; 1 keeps all on one thread.
/// - Throws: the first error of the transformation; elements not begun by then are skipped.
public func parallelMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int, _ transform: @Sendable @escaping (Element) throws -> Result
) async throws -> [Result] {
  if jobs <= 1 || elements.count <= 1 { return try elements.map(transform) }
  let next = Queue(count: elements.count)
  return try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
    for _ in 0..<min(jobs, elements.count) {
      group.addTask {
        var results: [(Int, Result)] = []
        while let index = next.take() {
          try Task.checkCancellation()
          results.append((index, try transform(elements[index])))
        }
        return results
      }
    }
    var results = [Result?](repeating: nil, count: elements.count)
    for try await part in group {
      for (index, result) in part { results[index] = result }
    }
    return results.compactMap { $0 }
  }
}

/// Hands out the places of a list to workers, one at a time: some elements are much more work than
/// others.
private final class Queue: Sendable {
  private let next = Mutex(0)
  private let count: Int

  init(count: Int) {
    self.count = count
  }

  func take() -> Int? {
    next.withLock { next in
      guard next < count else { return nil }
      defer { next += 1 }
      return next
    }
  }
}

/// How many processors this process may use.
public func availableProcessors() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
