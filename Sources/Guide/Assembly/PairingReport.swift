import Alignment
import Base
import Markdown

/// Why rows of translations were paired with rows of the source, in words.
public struct PairingReport {
  private let guide: Guide

  /// Takes the guide to explain.
  public init(guide: Guide) { self.guide = guide }

  /// The lines for every row of every translation that has rows, by document and locale.
  ///
  /// - Throws: `FileError` if a text that waits on the disk cannot be read.
  public func lines() throws -> [String] {
    try guide.documents.flatMap { document in
      try guide.locales.indices.flatMap { locale -> [String] in
        guard let version = document.versions[locale],
          let (rows, lacking) = try document.explanations(of: locale, source: guide.sourceIndex)
        else { return [] }
        let path = SourceLocation(path: version.document.path, line: 1, column: 1)
        return rows.flatMap(lines)
          + lacking.map { "\(path): no row is the source's '\($0.title)' (\($0.location))" }
      }
    }
  }

  private func lines(_ explanation: DocumentSet.Explanation) -> [String] {
    let row = explanation.row
    guard let match = explanation.match else {
      return ["\(row.location): row '\(row.title)' is none of the source's rows"]
    }
    let score = decimal(match.pair.score)
    return [
      "\(row.location): row '\(row.title)' is the source's '\(match.source.title)' "
        + "(\(match.source.location)), as '\(explanation.id)', score \(score)",
      "  \(words(match.pair.reason))",
    ] + (match.pair.reason == .id ? [] : parts(match).map { "  " + $0 })
  }

  private func words(_ reason: RowAligner.Reason) -> String {
    switch reason {
    case .id: "by the anchor in its first cell"
    case .anchors: "by links and kept tokens that no other row has so"
    case .order: "by its place among the other rows"
    case .content: "by what it says, out of its place"
    }
  }

  private func parts(_ match: DocumentSet.Explanation.Match) -> [String] {
    let (left, right) = (match.sourceFeatures, match.targetFeatures)
    let evidence = match.evidence
    let ratio = left.length > 0 ? Double(right.length) / Double(left.length) : 0
    let order = "row \(match.pair.source + 1) there, row \(match.pair.target + 1) here"
    let sections =
      left.section == nil || right.section == nil
      ? "not known" : left.section == right.section ? "the same" : "another"
    return [
      shared("links", match.sharedLinks, left.links.count, right.links.count, evidence.links),
      shared(
        "kept tokens", match.sharedTokens, left.keptTokens.count, right.keptTokens.count,
        evidence.keptTokens),
      "other words that both texts have (\(signed(evidence.words)))",
      "clauses: \(left.clauseCount) there, \(right.clauseCount) here (\(signed(evidence.clauses)))",
      "length: \(left.length) characters there, \(right.length) here, ratio \(decimal(ratio)) "
        + "(\(signed(evidence.length)))",
      "lines and sentences: \(left.lineCount) and \(left.sentenceCount) there, "
        + "\(right.lineCount) and \(right.sentenceCount) here (\(signed(evidence.structure)))",
      "order: \(order); section: \(sections) (\(signed(evidence.section)))",
    ]
  }

  private func shared(
    _ name: String, _ items: [String], _ there: Int, _ here: Int, _ evidence: Double
  ) -> String {
    let list = items.isEmpty ? "none" : items.joined(separator: ", ")
    return "\(name): \(there) there, \(here) here, shared: \(list) (\(signed(evidence)))"
  }

  private func signed(_ value: Double) -> String {
    let text = decimal(value)
    return text.hasPrefix("-") || text == "0.00" ? text : "+" + text
  }

  /// A number with two digits behind the point.
  private func decimal(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let sign = value < 0 && hundredths > 0 ? "-" : ""
    let rest = hundredths % 100
    return "\(sign)\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
