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
    for (row, indices) in paired.source.rows {
      let id = paired.source.version.rowIDs[row]
      let texts = indices.filter { paired.source.entries[$0].unit.isTranslatable }
      let isNew = texts.contains(where: newlyConfirmed.contains)
      if isNew, texts.allSatisfy(isSettled) { currentRows.insert(id) }
    }
    let others = paired.source.entries.indices.filter { index in
      paired.source.entries[index].row == nil && paired.source.entries[index].unit.isTranslatable
    }
    let isTextSettled =
      others.allSatisfy(isSettled) && ["title", "description"].allSatisfy(isSettled)
    let isTextNew = others.contains(where: newlyConfirmed.contains) || hasNewText
    let merged = now.of(revision: revision).merged(
      into: old, current: currentRows, documentIsCurrent: isTextNew && isTextSettled)
    return merged == old ? nil : merged
  }

  private func isSettled(_ index: Int) -> Bool {
    confirmed.contains(index) || states[paired.source.entries[index].context] == .current
  }

  private func isSettled(_ key: String) -> Bool {
    let text = key == "title" ? paired.source.file.title : paired.source.file.description
    return text == nil || confirmedKeys.contains(key)
      || states["\(paired.document.key)@\(key)"] == .current
  }
}
