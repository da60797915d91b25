extension Diagnostic {
  /// How many findings of one rule in one file are listed one by one.
  public static let mostOfRule = 1_000

  /// Represents the findings of a rule in a file that are not listed one by one.
  public static func more(_ count: Int, of id: DiagnosticID, in path: String) -> Diagnostic {
    Diagnostic(
      id,
      .counted(
        count, one: "\(count) more finding of this kind in this file",
        other: "\(count) more findings of this kind in this file"),
      at: SourceLocation(path: path)
    ).standing(forUntold: count)
  }
}

extension [Diagnostic] {
  /// The findings by place, those of one rule in one file up to a thousand; the others are only
  /// counted.
  ///
  /// If there are no more than a thousand in all, they stay as they are.
  public func cappedByRule() -> [Diagnostic] {
    guard count > Diagnostic.mostOfRule else { return self }
    var told: [Rule: Int] = [:]
    var untold: [Rule: Int] = [:]
    var result: [Diagnostic] = []
    for diagnostic in self {
      let rule = Rule(id: diagnostic.id, path: diagnostic.location.path)
      if diagnostic.untold > 0 {
        untold[rule, default: 0] += diagnostic.untold
      } else if told[rule, default: 0] == Diagnostic.mostOfRule {
        untold[rule, default: 0] += 1
      } else {
        told[rule, default: 0] += 1
        result.append(diagnostic)
      }
    }
    return (result + untold.map { .more($0.value, of: $0.key.id, in: $0.key.path) }).sorted()
  }
}

private struct Rule: Hashable {
  let id: DiagnosticID
  let path: String
}
