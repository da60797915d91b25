import Base
import Markdown

/// Removes the findings that comments in documents suppress, and reports the comments that suppress
/// none.
struct FindingSuppressor {
  private let suppressions: [String: [Suppression]]
  /// Whether nothing follows from a missing finding.
  private let isUnsure: Bool

  /// Takes the comments of a document's versions.
  ///
  /// - Parameter isUnsure: whether the findings are not complete.
  init(_ versions: [Document], isUnsure: Bool) {
    self.isUnsure = isUnsure
    var suppressions: [String: [Suppression]] = [:]
    for version in versions where !version.suppressions.isEmpty {
      suppressions[version.path] = version.suppressions
    }
    self.suppressions = suppressions
  }

  /// A rule in a file.
  private struct Place: Hashable {
    let path: String
    let rule: String
  }

  /// The findings that are left, with the errors in the comments.
  ///
  /// - Complexity: that of sorting both, however many comments cover a line.
  func suppress(_ findings: [Diagnostic]) -> [Diagnostic] {
    if suppressions.isEmpty { return findings }
    var lines: [Place: [Int]] = [:]
    for finding in findings where suppressions[finding.location.path] != nil {
      lines[place(of: finding), default: []].append(line(of: finding))
    }
    for place in lines.keys { lines[place]?.sort() }
    let covered = covered()
    var kept = findings.filter { finding in
      finding.id.isAlwaysError
        || !(covered[place(of: finding)]?.contains(line(of: finding)) ?? false)
    }
    var hints = NameHints(DiagnosticID.weighable.map(\.rawValue))
    for (path, comments) in suppressions.sorted(by: { $0.key.precedes($1.key) }) {
      for comment in comments {
        kept += idle(comment, &hints) { rule in
          let found = lines[Place(path: path, rule: rule.name)] ?? []
          return comment.lines.map { LineRanges.holds(found, anyIn: $0) } ?? false
        }
      }
    }
    return kept
  }

  private func place(of finding: Diagnostic) -> Place {
    Place(path: finding.location.path, rule: finding.id.rawValue)
  }

  /// The line of a finding; a finding on a whole file counts for its first line.
  private func line(of finding: Diagnostic) -> Int { max(finding.location.line, 1) }

  /// The lines on which each rule is suppressed.
  private func covered() -> [Place: LineRanges] {
    var ranges: [Place: [ClosedRange<Int>]] = [:]
    for (path, comments) in suppressions {
      for comment in comments {
        guard let lines = comment.lines else { continue }
        for rule in comment.rules {
          ranges[Place(path: path, rule: rule.name), default: []].append(lines)
        }
      }
    }
    return ranges.mapValues(LineRanges.init)
  }

  private func idle(
    _ comment: Suppression, _ hints: inout NameHints, isUsed: (Suppression.Rule) -> Bool
  ) -> [Diagnostic] {
    if comment.rules.isEmpty {
      return [
        Diagnostic(
          .ignoreInvalid, "this comment names no rule", at: comment.location,
          hint: "name a rule that findings show in brackets, such as 'link/unresolved'")
      ]
    }
    return comment.rules.compactMap { rule in
      guard let id = DiagnosticID(rawValue: rule.name) else {
        return Diagnostic(
          .ignoreInvalid, "unknown rule '\(rule.name)'", at: rule.location,
          hint: hints.didYouMean(rule.name))
      }
      if id.isAlwaysError {
        return Diagnostic(
          .ignoreInvalid, "'\(rule.name)' is always an error", at: rule.location,
          hint: "delete it; the rule reports content that would be dropped")
      }
      guard !isUnsure, !isUsed(rule) else { return nil }
      return Diagnostic(
        .ignoreUnused, "unused ignore comment: no '\(rule.name)' finding here", at: rule.location,
        hint: "delete it")
    }
  }
}

/// Ranges of lines, merged, so that a line is looked up by halves.
private struct LineRanges {
  private var ranges: [ClosedRange<Int>] = []

  init(_ all: [ClosedRange<Int>]) {
    for range in all.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ranges.last, range.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
  }

  func contains(_ line: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < line { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(line)
  }

  /// Whether one of some lines, in their order, is in a range.
  static func holds(_ lines: [Int], anyIn range: ClosedRange<Int>) -> Bool {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && range.contains(lines[low])
  }
}
