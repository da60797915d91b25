/// How much a finding matters: an error stops publishing, a warning does not.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  case warning
  case error

  /// Orders by weight: a warning weighs less than an error.
  public static func < (left: Severity, right: Severity) -> Bool {
    left == .warning && right == .error
  }
}
