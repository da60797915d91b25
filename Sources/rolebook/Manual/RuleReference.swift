import Base

/// All rules and how much they weigh, in Markdown.
struct RuleReference {
  var text: String {
    """
    # Rules

    `rolebook manual --format rules` wrote this page; a test holds it to the program. Each name leads to what
    the rule means and what to do. Rules that a guide can weigh otherwise are those that may stand under
    [`severities`](../guide-format.md#severities).

    | rule | weight | with `--strict` | a guide can weigh it |
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
