extension Diagnostic {
  /// How many findings of one rule in one file are told one by one.
  public static let mostOfRule = 1_000

  /// Stands for the findings of a rule in a file that are not told one by one.
  public static func more(_ count: Int, of id: DiagnosticID, in path: String) -> Diagnostic {
    Diagnostic(
      id, "\(count) more findings of this kind in this file", at: SourceLocation(path: path))
  }
}

extension [Diagnostic] {
  /// The findings, those of one rule in one file up to a thousand; the others are only counted.
  public func cappedByRule() -> [Diagnostic] {
    guard count > Diagnostic.mostOfRule else { return self }
    var counts: [Rule: Int] = [:]
    var order: [Rule] = []
    var result: [Diagnostic] = []
    for diagnostic in self {
      let rule = Rule(
        id: diagnostic.id, severity: diagnostic.severity, path: diagnostic.location.path)
      let seen = counts[rule, default: 0]
      if seen == Diagnostic.mostOfRule { order.append(rule) }
      counts[rule] = seen + 1
      if seen < Diagnostic.mostOfRule { result.append(diagnostic) }
    }
    return result
      + order.map { rule in
        .more(counts[rule, default: 0] - Diagnostic.mostOfRule, of: rule.id, in: rule.path)
      }
  }
}

private struct Rule: Hashable {
  let id: DiagnosticID
  let severity: Severity
  let path: String
}
