import Base

/// The omitted parts of a document's raw HTML: one finding per kind, however often it occurs.
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

  /// Adds the findings of a later part of the document.
  mutating func add(_ later: HTMLFindings) {
    elements.merge(later.elements, uniquingKeysWith: Self.sum)
    unpaired.merge(later.unpaired, uniquingKeysWith: Self.sum)
    if let count = later.handlers { handlers = handlers.map { Self.sum($0, count) } ?? count }
  }

  private static func sum(_ earlier: Count, _ later: Count) -> Count {
    Count(total: earlier.total + later.total, first: earlier.first)
  }

  /// A name that a finding can contain.
  private static func shown(_ name: String) -> String { String(name.prefix(40)) }

  var isEmpty: Bool { elements.isEmpty && unpaired.isEmpty && handlers == nil }

  /// One finding for elements and handlers that are left out, one for tags that do not pair.
  func diagnostics(_ places: PlaceFinder) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var left = elements
    if let handlers { left["on…"] = handlers }
    if let place = Self.first(of: left, places) {
      result.append(
        Diagnostic(
          .htmlDropped, "HTML was removed, and its text kept: \(Self.list(left))", at: place,
          hint: "write Markdown, or an element that docs/guide-format.md lists"))
    }
    if let place = Self.first(of: unpaired, places) {
      result.append(
        Diagnostic(
          .htmlUnpaired, "unmatched HTML tags were removed: \(Self.list(unpaired))",
          at: place, hint: "close each element where it was opened, or delete the tags"))
    }
    return result
  }

  private static func first(
    of counts: [String: Count], _ places: PlaceFinder
  ) -> SourceLocation? {
    counts.values.map { places.location(of: $0.first) }.min()
  }

  /// Names by falling counts, the first few of them.
  private static func list(_ counts: [String: Count]) -> DiagnosticMessage {
    let sorted = counts.sorted { ($1.value.total, $0.key) < ($0.value.total, $1.key) }
    let shown = sorted.prefix(6).map { name, count -> DiagnosticMessage in
      count.total == 1 ? "'\(name)'" : "'\(name)' (\(count.total))"
    }
    let rest = sorted.count - shown.count
    return rest > 0 ? "\(list: shown) and \(rest) more" : "\(list: shown)"
  }
}
