import Base

/// Checks rules that need the whole guide: rows without letters, links without targets.
struct GuideChecks {
  let guide: Guide
  let matrix: Matrix
  let links: LinkResolver
  let jobs: Int

  /// The violations of the rules of the matrix in each document.
  func rules(_ memory: inout GuideMemory) async throws -> [[Diagnostic]] {
    let parties = guide.settings.parties.map(\.text)
    let known = guide.documents.map { memory.findings(of: $0, parties: parties) }
    let (guide, matrix) = (guide, matrix)
    let unknown = known.indices.filter { known[$0] == nil }
    let checked = try await parallelMap(unknown, jobs: jobs) {
      MatrixRules.check(document: $0, matrix, of: guide)
    }
    let all = filled(known, unknown, checked)
    memory.remember(
      zip(guide.documents, all).map { .init(set: $0, parties: parties, findings: $1) })
    return all
  }

  /// The targets of each document's links, and the errors in them.
  func surveys(_ memory: inout GuideMemory) async throws -> [LinkSurvey] {
    let known = memory.surveys(links)
    let unknown = known.indices.filter { known[$0] == nil }
    let links = links
    let surveyed = try await parallelMap(unknown, jobs: jobs) { LinkSurvey(of: $0, links) }
    let all = filled(known, unknown, surveyed)
    memory.remember(.init(links: links, surveys: all))
    return all
  }

  /// For each document, a finding if the source lacks it.
  ///
  /// - Parameter unreadable: the locales, by document, whose files are there and could not be read.
  func documentsWithoutSource(besides unreadable: [String: Set<Int>]) -> [[Diagnostic]] {
    let source = guide.sourceIndex
    return guide.documents.map { document in
      guard document.versions[source] == nil,
        !(unreadable[document.key]?.contains(source) ?? false),
        let first = document.versions.compactMap({ $0 }).first
      else { return [] }
      return [
        Diagnostic(
          .documentWithoutSource, "the source locale has no '\(document.key).md'",
          at: SourceLocation(path: first.document.path), locale: guide.locales[source].tag)
      ]
    }
  }

  /// The responsibilities without any text in a locale.
  ///
  /// - Parameters:
  ///   - unreadable: the locales, by document, whose files are there and could not be read.
  ///   - folder: the path of a locale's folder, by the locale's index.
  func coverage(
    besides unreadable: [String: Set<Int>], folder: (Int) -> String
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for document in guide.documents {
      let unread = unreadable[document.key] ?? []
      let answered = document.responsibilities.count { $0.entry != nil }
      if answered == 0 { continue }
      for (index, locale) in guide.locales.enumerated()
      where document.versions[index] == nil && !unread.contains(index) {
        guard guide.shownLocale(of: document, for: index) == nil else { continue }
        diagnostics.append(
          Diagnostic(
            .responsibilityMissing,
            .counted(
              answered,
              one: "missing '\(document.key).md'; \(answered) responsibility has no text",
              other: "missing '\(document.key).md'; \(answered) responsibilities have no text"),
            at: SourceLocation(path: folder(index)), locale: locale.tag))
      }
    }
    return diagnostics
  }

  private func filled<Element>(
    _ known: [Element?], _ unknown: [Int], _ made: [Element]
  ) -> [Element] {
    var all = known
    for (index, element) in zip(unknown, made) { all[index] = element }
    return all.compactMap { $0 }
  }
}
