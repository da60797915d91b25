/// The severity of each rule in one run: the one that the guide sets, or else its own, which strict
/// mode may raise.
public struct SeverityTable: Sendable, Equatable {
  /// The guide's setting for a rule.
  public enum Weight: Sendable, Hashable {
    /// Findings of the rule are left out.
    case off
    /// They weigh this much.
    case severity(Severity)

    /// The words that a guide may write.
    public static let names = ["error", "warning", "note", "off"]

    /// Reads one of the words.
    public init?(_ name: String) {
      if name == "off" {
        self = .off
      } else if let severity = Severity(rawValue: name) {
        self = .severity(severity)
      } else {
        return nil
      }
    }
  }

  private let weights: [DiagnosticID: Weight]
  private let isStrict: Bool

  /// Takes the guide's settings, which apply in strict mode too.
  public init(_ weights: [DiagnosticID: Weight] = [:], isStrict: Bool = false) {
    self.weights = weights
    self.isStrict = isStrict
  }

  /// The finding with its weight; nil if the rule is off.
  public func weigh(_ finding: Diagnostic) -> Diagnostic? {
    switch weights[finding.id] {
    case .off: nil
    case .severity(let severity):
      severity == finding.severity ? finding : finding.weighed(severity)
    case nil: isStrict ? finding.strict() : finding
    }
  }
}
