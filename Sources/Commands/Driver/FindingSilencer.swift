import Base
import Markdown

/// Leaves out the findings that comments in documents silence, and says where a comment is idle.
struct FindingSilencer {
  private let silencings: [String: [Silencing]]
  /// Whether nothing follows from what was not found.
  private let isUnsure: Bool

  /// Takes the comments of a document's versions.
  ///
  /// - Parameter isUnsure: whether the findings are not complete.
  init(_ versions: [Document], isUnsure: Bool) {
    self.isUnsure = isUnsure
    var silencings: [String: [Silencing]] = [:]
    for version in versions where !version.silencings.isEmpty {
      silencings[version.path] = version.silencings
    }
    self.silencings = silencings
  }

  /// What is left of findings, with what is wrong with the comments.
  func silence(_ findings: [Diagnostic]) -> [Diagnostic] {
    if silencings.isEmpty { return findings }
    var used: Set<SourceLocation> = []
    var kept: [Diagnostic] = []
    for finding in findings {
      let rules = rules(silencing: finding)
      used.formUnion(rules.map(\.location))
      if rules.isEmpty { kept.append(finding) }
    }
    for comment in silencings.values.joined() { kept += idle(comment, used) }
    return kept
  }

  /// The rules in comments that silence a finding.
  private func rules(silencing finding: Diagnostic) -> [Silencing.Rule] {
    guard !finding.id.isAlwaysError, let comments = silencings[finding.location.path] else {
      return []
    }
    // What is said of a file as a whole stands for its first line.
    let line = max(finding.location.line, 1)
    return comments.filter { $0.lines?.contains(line) ?? false }.flatMap { comment in
      comment.rules.filter { $0.name == finding.id.rawValue }
    }
  }

  private func idle(_ comment: Silencing, _ used: Set<SourceLocation>) -> [Diagnostic] {
    if comment.rules.isEmpty {
      return [
        Diagnostic(
          .ignoreInvalid, "this comment names no rule", at: comment.location,
          hint: "write the rules that findings show in brackets, such as 'link/unresolved'")
      ]
    }
    return comment.rules.compactMap { rule in
      guard let id = DiagnosticID(rawValue: rule.name) else {
        return Diagnostic(
          .ignoreInvalid, "there is no rule '\(rule.name)'", at: rule.location,
          hint: didYouMean(rule.name, among: DiagnosticID.weighable.map(\.rawValue)))
      }
      if id.isAlwaysError {
        return Diagnostic(
          .ignoreInvalid, "'\(rule.name)' is always an error", at: rule.location,
          hint: "what cannot be read would be left out unseen")
      }
      guard !isUnsure, !used.contains(rule.location) else { return nil }
      return Diagnostic(
        .ignoreUnused, "'\(rule.name)' finds nothing here", at: rule.location,
        hint: "delete it")
    }
  }
}
