import Base

/// All that is wrong with one document in all its languages, as the stages found it.
struct DocumentFindings: Sendable {
  /// The findings of each stage; the array is the same if a later load leaves them unchanged.
  private(set) var parts: [[Diagnostic]] = []

  mutating func add(_ findings: [Diagnostic]) {
    if !findings.isEmpty { parts.append(findings) }
  }

  /// The findings that are left after comments suppressed some and the guide set their severities.
  ///
  /// - Parameter isUnsure: whether something of the document could not be read.
  func finished(
    _ set: DocumentSet?, isUnsure: Bool, _ severities: SeverityTable
  ) -> [FileFindings] {
    let documents = set?.versions.compactMap { $0?.document } ?? []
    return FindingSuppressor(documents, isUnsure: isUnsure).suppress(parts.flatMap { $0 })
      .finished(severities)
  }
}

/// The findings on one file, by place.
struct FileFindings: Sendable {
  let path: String
  /// The folder that the path begins with.
  let folder: Substring
  let findings: [Diagnostic]

  init(_ path: String, _ findings: [Diagnostic]) {
    self.path = path
    folder = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
    self.findings = findings
  }
}

extension [Diagnostic] {
  /// The findings on each file, with the guide's severities.
  fileprivate func finished(_ severities: SeverityTable) -> [FileFindings] {
    byFile().map { findings in
      FileFindings(
        findings[0].location.path,
        findings.countedByText().cappedByRule().compactMap(severities.weigh))
    }
  }
}

/// The findings of a whole guide; those on unchanged documents are reused from the previous
/// load.
struct GuideFindings: Sendable {
  /// The inputs that a document's findings were finished with, and the result.
  private struct Finished {
    let found: DocumentFindings
    let set: DocumentSet?
    let isUnsure: Bool
    let files: [FileFindings]
  }

  private var finished: [String: Finished] = [:]
  private var severities = SeverityTable()

  /// Finishes the findings of each document, by key, and those that belong to no document.
  ///
  /// - Parameter unsure: the keys of documents of which something could not be read.
  /// - Returns: all of them by place, each once.
  mutating func finish(
    _ found: [String: DocumentFindings], _ others: [Diagnostic], _ sets: [DocumentSet],
    unsure: Set<String>, _ severities: SeverityTable
  ) -> [Diagnostic] {
    let old = severities == self.severities ? finished : [:]
    let sets = Dictionary(sets.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
    finished = [:]
    self.severities = severities
    // One folder after the other, since files that are nearly in order are sorted soonest.
    var folders: [Substring: [FileFindings]] = [:]
    for key in Set(found.keys).union(sets.keys).sorted(by: { $0.precedes($1) }) {
      let (found, set) = (found[key] ?? DocumentFindings(), sets[key])
      let isUnsure = unsure.contains(key)
      if let old = old[key], old.set === set, old.isUnsure == isUnsure,
        old.found.parts == found.parts
      {
        finished[key] = old
      } else {
        finished[key] = Finished(
          found: found, set: set, isUnsure: isUnsure,
          files: found.finished(set, isUnsure: isUnsure, severities))
      }
      for file in finished[key]?.files ?? [] { folders[file.folder, default: []].append(file) }
    }
    let sorted = folders.sorted { $0.key < $1.key }.flatMap(\.value)
    let files = sorted + others.finished(severities)
    let order = files.indices.sorted { files[$0].path.precedes(files[$1].path) }
    return order.flatMap { files[$0].findings }
  }
}
