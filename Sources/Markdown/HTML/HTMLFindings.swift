import Base

/// What is left out of a document's raw HTML: one finding a kind, however often it occurs.
struct HTMLFindings {
  private struct Count {
    var total = 0
    var first: NodePlace
  }

  private var elements: [String: Count] = [:]
  private var unpaired: [String: Count] = [:]
  private var handlers: Count?

  /// Counts an element whose tags are left out.
  mutating func countElement(_ name: String, at place: NodePlace) {
    elements[Self.shown(name), default: Count(first: place)].total += 1
  }

  /// Counts a tag without its partner.
  mutating func countUnpaired(_ name: String, at place: NodePlace) {
    unpaired[Self.shown(name), default: Count(first: place)].total += 1
  }

  /// Counts an element with an event handler.
  mutating func countHandler(at place: NodePlace) {
    handlers = handlers ?? Count(first: place)
    handlers?.total += 1
  }

  /// Adds what was found later in the document.
  mutating func add(_ later: HTMLFindings) {
    elements.merge(later.elements, uniquingKeysWith: Self.sum)
    unpaired.merge(later.unpaired, uniquingKeysWith: Self.sum)
    if let count = later.handlers { handlers = handlers.map { Self.sum($0, count) } ?? count }
  }

  private static func sum(_ earlier: Count, _ later: Count) -> Count {
    Count(total: earlier.total + later.total, first: earlier.first)
  }

  /// A name that a finding can hold.
  private static func shown(_ name: String) -> String { String(name.prefix(40)) }

  var isEmpty: Bool { elements.isEmpty && unpaired.isEmpty && handlers == nil }
}
