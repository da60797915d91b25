import Diagnostics
import Documents

/// Leaves out the findings that comments in documents silence, and says where a comment is idle.
struct FindingSilencer {
  private let silencings: [String: [Silencing]]
  /// The files of which nothing follows from what was not found in them.
  private let unsure: Set<String>

  /// Takes the comments of the documents.
  ///
  /// - Parameter unsure: the keys of documents whose findings are not complete.
  init(_ documents: [Document], unsure: Set<String>) {
    var silencings: [String: [Silencing]] = [:]
    for document in documents where !document.silencings.isEmpty {
      silencings[document.path] = document.silencings
    }
    self.silencings = silencings
    self.unsure = Set(documents.filter { unsure.contains($0.key) }.map(\.path))
  }

  /// What is left of sorted findings, with what is wrong with the comments; sorted.
  func silence(_ findings: [Diagnostic]) -> [Diagnostic] {
    if silencings.isEmpty { return findings }
    var used: Set<SourceLocation> = []
    var kept: [Diagnostic] = []
    for finding in findings {
      let rules = rules(silencing: finding)
      used.formUnion(rules.map(\.location))
      if rules.isEmpty { kept.append(finding) }
    }
    for (path, comments) in silencings {
      for comment in comments { kept += idle(comment, used, isSure: !unsure.contains(path)) }
    }
    return kept.sortedByPlace()
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

  private func idle(
    _ comment: Silencing, _ used: Set<SourceLocation>, isSure: Bool
  ) -> [Diagnostic] {
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
      guard isSure, !used.contains(rule.location) else { return nil }
      return Diagnostic(
        .ignoreUnused, "'\(rule.name)' finds nothing here", at: rule.location,
        hint: "delete it")
    }
  }
}
