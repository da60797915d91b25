import Base

/// All rules and how much they weigh, in Markdown.
struct RuleReference {
  var text: String {
    """
    # Rules

    This page lists every rule with its severity. `rolebook manual --format rules` wrote it, and a test keeps it
    in sync with the program. Each name links to the rule's description and fix. The last column shows whether
    [`severities`](../guide-format.md#severities) can change the rule.

    | rule | severity | with `--strict` | configurable |
    | --- | --- | --- | --- |
    \(DiagnosticID.allCases.map(row).joined(separator: "\n"))

    """
  }

  private func row(_ id: DiagnosticID) -> String {
    let anchor = id.rawValue.replacingCharacters("/", with: "")
    let strict = id.isErrorInStrictMode ? Severity.error : id.severity
    let cells = [
      "[`\(id.rawValue)`](../diagnostics.md#\(anchor))", id.severity.rawValue, strict.rawValue,
      id.isAlwaysError ? "no" : "yes",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }
}
