/// How much a finding matters: an error stops publishing, a warning and a note do not.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  /// Worth knowing for whoever checks the guide; builds pass over it.
  case note
  case warning
  case error

  /// Orders by weight: a note weighs least, an error most.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
