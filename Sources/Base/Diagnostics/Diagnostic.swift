// Diagnostics are below all stages: a stage that meets a defect in the guide returns a `Diagnostic`
// beside its result and goes on. An error that stops a stage is thrown instead.

/// One finding about the guide: the problem, its place, and how to fix it.
public struct Diagnostic: Sendable, Hashable {
  /// A second place that belongs to the finding.
  public struct Note: Sendable, Hashable {
    /// A description of that place.
    public let statement: DiagnosticMessage
    /// The place.
    public let location: SourceLocation

    /// A description of that place, in English.
    public var message: String { statement.description }

    /// Points at a second place.
    public init(_ statement: DiagnosticMessage, at location: SourceLocation) {
      self.statement = statement
      self.location = location
    }
  }

  /// The rule that speaks.
  public var id: DiagnosticID { box.facts.id }
  /// Its weight in this run.
  public var severity: Severity { box.facts.severity }
  /// One line: the problem, with the names involved in single quotes.
  public var statement: DiagnosticMessage { box.facts.statement }
  /// The problem, in English; shortened in its middle if it is thousands of bytes long.
  public var message: String { statement.description }
  /// The place.
  public var location: SourceLocation { box.facts.location }
  /// The locale whose readers are affected, if it is only one.
  public var locale: String? { box.facts.locale }
  /// Other places that belong to it, such as the first of two equal names.
  public var notes: [Note] { box.facts.notes }
  /// A way to fix it, if one is known.
  public var advice: DiagnosticMessage? { box.facts.advice }
  /// A way to fix it, in English.
  public var hint: String? { advice?.description }
  /// The number of unlisted findings of its rule that it represents; 0 for a finding itself.
  var untold: Int { box.facts.untold }

  private let box: Box

  private struct Facts: Sendable, Hashable {
    let id: DiagnosticID
    var severity: Severity
    let statement: DiagnosticMessage
    let location: SourceLocation
    var locale: String?
    let notes: [Note]
    let advice: DiagnosticMessage?
    var untold = 0
  }

  /// Facts in one place, so that lists of tens of thousands of findings are copied quickly.
  private final class Box: Sendable {
    let facts: Facts
    init(_ facts: Facts) { self.facts = facts }
  }

  /// Makes a finding with the rule's own severity unless another is given.
  public init(
    _ id: DiagnosticID, _ statement: DiagnosticMessage, at location: SourceLocation,
    locale: String? = nil, notes: [Note] = [], hint: DiagnosticMessage? = nil,
    severity: Severity? = nil
  ) {
    box = Box(
      Facts(
        id: id, severity: severity ?? id.severity, statement: statement, location: location,
        locale: locale, notes: notes, advice: hint))
  }

  private init(_ facts: Facts) { box = Box(facts) }

  /// Whether both say the same of the same place.
  public static func == (left: Diagnostic, right: Diagnostic) -> Bool {
    left.box === right.box || left.box.facts == right.box.facts
  }

  /// Hashes all that it says.
  public func hash(into hasher: inout Hasher) { hasher.combine(box.facts) }

  /// The same finding, of a locale if it names none.
  public func inLocale(_ tag: String) -> Diagnostic {
    if locale != nil { return self }
    var facts = box.facts
    facts.locale = tag
    return Diagnostic(facts)
  }

  /// The same finding as strict mode weighs it: rules that allow no gap become errors.
  public func strict() -> Diagnostic {
    id.isErrorInStrictMode && severity < .error ? weighed(.error) : self
  }

  /// The same finding with another weight.
  public func weighed(_ severity: Severity) -> Diagnostic {
    var facts = box.facts
    facts.severity = severity
    return Diagnostic(facts)
  }

  /// The same finding, representing so many that are not listed one by one.
  func standing(forUntold count: Int) -> Diagnostic {
    var facts = box.facts
    facts.untold = count
    return Diagnostic(facts)
  }
}

extension Diagnostic: Comparable {
  /// Orders by place, then rule, then message, so that output never depends on who came first.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.location != right.location { return left.location < right.location }
    if left.id != right.id { return left.id.rawValue < right.id.rawValue }
    return left.message.utf8.lexicographicallyPrecedes(right.message.utf8)
  }
}

extension [Diagnostic] {
  /// Whether any of them is an error.
  public var containsError: Bool { contains { $0.severity == .error } }
}
