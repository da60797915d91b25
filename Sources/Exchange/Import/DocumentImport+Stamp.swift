import Base
import Guide

extension DocumentImport {
  /// The stamp that the translation gets; nil if nothing became current.
  ///
  /// - Parameter revision: the git revision of the source as it is now.
  mutating func stamp(revision: String?) throws -> SourceStamp? {
    guard
      let now = try SourceStamp(
        of: paired.source.version.document, paired.document.responsibilities,
        locale: guide.sourceIndex)
    else { return nil }
    let member = paired.target?.version.document.metadata.sourceDigest
    let old = member.flatMap { SourceStamp.read($0.value).stamp }
    let isStamped = old != nil
    for (row, indices) in paired.source.rows {
      let id = paired.source.version.rowIDs[row]
      let texts = indices.filter { paired.source.entries[$0].unit.isTranslatable }
      let isNew = texts.contains(where: newlyConfirmed.contains)
      let isSettled = texts.allSatisfy { confirmed.contains($0) || isStamped && isCurrent($0) }
      if isNew, isSettled { currentRows.insert(id) }
    }
    let others = paired.source.entries.indices.filter { index in
      paired.source.entries[index].row == nil && paired.source.entries[index].unit.isTranslatable
    }
    let isTextSettled =
      others.allSatisfy { confirmed.contains($0) || isStamped && isCurrent($0) }
      && ["title", "description"].allSatisfy { isSettled($0, isStamped) }
    let isTextNew = others.contains(where: newlyConfirmed.contains) || hasNewText
    let merged = now.of(revision: revision).merged(
      into: old, current: currentRows, documentIsCurrent: isTextNew && isTextSettled)
    return merged == old ? nil : merged
  }

  private func isCurrent(_ index: Int) -> Bool {
    states[paired.source.entries[index].context] == .current
  }

  private func isSettled(_ key: String, _ isStamped: Bool) -> Bool {
    let text = key == "title" ? paired.source.file.title : paired.source.file.description
    return text == nil || confirmedKeys.contains(key)
      || isStamped && states["\(paired.document.key)@\(key)"] == .current
  }
}
