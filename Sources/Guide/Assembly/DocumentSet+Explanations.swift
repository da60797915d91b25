import Alignment
import Base
import Markdown

extension DocumentSet {
  /// Why a row of a translation was paired with a row of the source, or that it was not.
  public struct Explanation: Sendable {
    /// The translation's row.
    public let row: Document.Row
    /// The id that it has on its page.
    public let id: String
    /// The result; nil for a row without a partner.
    public let match: Match?

    /// A partner and the evidence for it.
    public struct Match: Sendable {
      /// The pair with its score.
      public let pair: RowAligner.Pair
      /// The source's row.
      public let source: Document.Row
      /// The evidence for and against it.
      public let evidence: Evidence
      /// The links that both rows have, sorted.
      public let sharedLinks: [String]
      /// The kept tokens that both rows have, sorted.
      public let sharedTokens: [String]
      /// The comparable features of the source's row.
      public let sourceFeatures: RowFeatures
      /// The comparable features of the translation's row.
      public let targetFeatures: RowFeatures
    }
  }

  /// Explains the pairs of a translation.
  ///
  /// - Parameter source: the locale's index that others are translated from.
  /// - Returns: the rows of the translation, and the source's rows without one. Nil if the locale
  ///   has no version, or is the one that others are aligned with.
  /// - Throws: `FileError` if the disk does not return a version's texts.
  public func explanations(
    of locale: Int, source: Int
  ) throws(FileError) -> (rows: [Explanation], lacking: [Document.Row])? {
    let reference = versions[source] == nil ? versions.firstIndex { $0 != nil } : source
    guard let reference, reference != locale, let version = versions[locale],
      let original = versions[reference]
    else { return nil }
    let known = Set(raci?.sections.map(\.anchor) ?? [])
    let sections = original.document.sectionAnchors(
      original.headingIDs, original.groupIDs, known: known)
    let left = try original.document.rowFeatures(
      sections, of: sections, anchors: original.rowIDs)
    let right = try version.document.rowFeatures(
      version.document.sectionAnchors(version.headingIDs, version.groupIDs, known: known),
      of: sections,
      anchors: version.document.rows.map(\.anchor))
    let evidence = RowAligner.evidence(source: left, target: right, pairs: version.pairs)
    var matches: [Int: Explanation.Match] = [:]
    for (pair, evidence) in zip(version.pairs, evidence) {
      let (first, second) = (left[pair.source], right[pair.target])
      matches[pair.target] = Explanation.Match(
        pair: pair, source: original.document.rows[pair.source], evidence: evidence,
        sharedLinks: first.links.filter(Set(second.links).contains),
        sharedTokens: first.keptTokens.filter(Set(second.keptTokens).contains),
        sourceFeatures: first, targetFeatures: second)
    }
    let rows = version.document.rows.indices.map { index in
      Explanation(
        row: version.document.rows[index], id: version.rowIDs[index], match: matches[index])
    }
    let paired = Set(version.pairs.map(\.source))
    let lacking = original.document.rows.indices.filter { !paired.contains($0) }
    return (rows, lacking.map { original.document.rows[$0] })
  }
}
