// Diagnostics lie beneath all stages: a stage that meets a defect in the guide returns a
// `Diagnostic` beside its result and goes on. What stops a stage is thrown instead.

/// One finding about the guide: what is wrong, where, and how to mend it.
public struct Diagnostic: Sendable, Hashable {
  /// A second place that belongs to the finding.
  public struct Note: Sendable, Hashable {
    /// What is to be seen there.
    public let message: String
    /// Where it is.
    public let location: SourceLocation

    /// Points at a second place.
    public init(_ message: String, at location: SourceLocation) {
      self.message = shortened(message)
      self.location = location
    }
  }

  /// The rule that speaks.
  public let id: DiagnosticID
  /// Its weight in this run.
  public private(set) var severity: Severity
  /// One line: what is wrong, with the names involved in single quotes; shortened in its middle where
  /// it is thousands of bytes long.
  public let message: String
  /// Where it is.
  public let location: SourceLocation
  /// The locale whose readers are affected, where it is one.
  public private(set) var locale: String?
  /// Other places that belong to it, such as the first of two equal names.
  public let notes: [Note]
  /// What would mend it, where that is known.
  public let hint: String?
  /// How many findings of its rule it stands for that are not told one by one; 0 for a finding itself.
  var untold = 0

  /// Makes a finding with the rule's own severity unless another is given.
  public init(
    _ id: DiagnosticID, _ message: String, at location: SourceLocation, locale: String? = nil,
    notes: [Note] = [], hint: String? = nil, severity: Severity? = nil
  ) {
    self.id = id
    self.severity = severity ?? id.severity
    self.message = shortened(message)
    self.location = location
    self.locale = locale
    self.notes = notes
    self.hint = hint.map(shortened)
  }

  /// The same finding, of a locale where it names none.
  public func inLocale(_ tag: String) -> Diagnostic {
    var copy = self
    copy.locale = locale ?? tag
    return copy
  }

  /// The same finding as strict mode weighs it: rules that allow no gap become errors.
  public func strict() -> Diagnostic {
    id.isErrorInStrictMode && severity < .error ? weighed(.error) : self
  }

  /// The same finding with another weight.
  public func weighed(_ severity: Severity) -> Diagnostic {
    var copy = self
    copy.severity = severity
    return copy
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
