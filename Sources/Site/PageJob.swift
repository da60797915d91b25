import Guide

/// A piece of the site that one worker renders.
public enum PageJob: Sendable, Hashable {
  case document(Int, locale: Int)
  /// The home of a locale that has no index document.
  case home(locale: Int)
  case matrix(locale: Int)
  /// The part of the matrix that begins with a document.
  case matrixPart(Int, locale: Int)
  case party(Int, locale: Int)
  case search(locale: Int)
  /// The whole guide on one page, to print.
  case book(locale: Int)
  case searchIndex(locale: Int)
  /// The rows of a large matrix, for its script.
  case matrixRows(locale: Int)
  case matrixJSON(locale: Int)
  case matrixCSV(locale: Int)
  case matrixXLSX(locale: Int)
  case notFound(locale: Int)
  /// Changes since an older site, with feeds.
  case changes(locale: Int)
  case changesFeed(locale: Int)
  case partyFeed(Int, locale: Int)
  /// Approvals, and changes since.
  case reviews(locale: Int)
  /// The matrix in all locales.
  case workbook
  case chooser
  case rootNotFound
  case status
  /// The open work in a locale of a large guide.
  case statusDetails(locale: Int)
  case guideJSON
  case sitemap
}

extension Site {
  /// All jobs of the site, those that take long first, so that no worker is left with one at the end.
  ///
  /// - Parameter locales: the locales whose pages are wanted, by index; nil for all.
  public func jobs(for locales: Set<Int>? = nil) -> [PageJob] {
    let shown = guide.locales.indices.filter { locales?.contains($0) ?? true }
    var jobs: [PageJob] = makesWorkbook(of: guide.locales.count) ? [.workbook] : []
    jobs += [.guideJSON, .chooser]
    // No server looks for these on a disk.
    if !isOffline { jobs += [.sitemap, .rootNotFound] }
    if guide.settings.presentation.publishesStatus { jobs += statusJobs }
    for locale in shown {
      jobs += [
        .searchIndex(locale: locale), .matrixJSON(locale: locale), .matrixCSV(locale: locale),
        .matrix(locale: locale), .book(locale: locale),
      ]
      if !matrixFitsHome { jobs.append(.matrixRows(locale: locale)) }
      if makesWorkbook(of: 1) { jobs.append(.matrixXLSX(locale: locale)) }
      jobs += guide.settings.parties.indices.map { .party($0, locale: locale) }
    }
    for locale in shown {
      for document in guide.documents.indices
      where guide.shownLocale(of: guide.documents[document], for: locale) != nil {
        jobs.append(.document(document, locale: locale))
      }
      if !homeIsDocument(locale) { jobs.append(.home(locale: locale)) }
      jobs += matrixParts.all.map { .matrixPart($0.first, locale: locale) }
      if !isOffline { jobs.append(.notFound(locale: locale)) }
      jobs += [.search(locale: locale)] + newsJobs(locale)
      jobs += reviewJobs(locale)
    }
    return jobs
  }

  /// The path of the page or file that a job makes.
  public func path(of job: PageJob) -> String {
    switch job {
    case .document(let document, let locale): paths.document(guide.documents[document].key, locale)
    case .home(let locale): paths.home(locale)
    case .matrix(let locale): paths.matrix(locale)
    case .matrixPart(let first, let locale):
      paths.matrixPart(from: guide.documents[first].key, locale)
    case .party(let party, let locale):
      paths.party(guide.settings.parties[party].text, locale)
    case .search(let locale): paths.search(locale)
    case .book(let locale): paths.book(locale)
    case .searchIndex(let locale): paths.searchIndex(locale)
    case .matrixRows(let locale): paths.matrixRows(locale)
    case .matrixJSON(let locale): paths.matrixJSON(locale)
    case .matrixCSV(let locale): paths.matrixCSV(locale)
    case .matrixXLSX(let locale): paths.matrixXLSX(locale)
    case .notFound(let locale): paths.notFound(locale)
    case .changes(let locale): paths.changes(locale)
    case .changesFeed(let locale): paths.changesFeed(locale)
    case .partyFeed(let party, let locale):
      paths.partyFeed(guide.settings.parties[party].text, locale)
    case .reviews(let locale): paths.reviews(locale)
    case .workbook: paths.workbook
    case .chooser: ""
    case .rootNotFound: "404.html"
    case .status: paths.status
    case .statusDetails(let locale): paths.statusDetails(locale)
    case .guideJSON: "guide.json"
    case .sitemap: "sitemap.xml"
    }
  }

  /// Makes the file of a job, which is at the job's path; of a search index its head.
  ///
  /// - Throws: the error of `make`.
  public func file(of job: PageJob) throws -> [UInt8] {
    let place = SitePaths.file(for: path(of: job))
    var file: [UInt8] = []
    try make(job) { path, bytes in if path == place { file = bytes } }
    return file
  }

  /// Makes the files of a job and hands them over one by one.
  ///
  /// - Throws: `TemplateError` if a template cannot be rendered, `WorkbookError` if a
  ///   spreadsheet cannot be made, and the errors of `take`.
  public func make(
    _ job: PageJob, _ take: (_ path: String, _ bytes: [UInt8]) throws -> Void
  ) throws {
    guard isOffline else { return try makeFiles(job, take) }
    try makeFiles(job) { path, bytes in
      if !job.isData { try take(path, bytes) }
      guard isRequested(job) else { return }
      try take(
        path + OfflineScripts.suffix, OfflineScripts.script(of: bytes, next: nextFiles(job, path)))
    }
  }

  /// Makes the files of a job as a server has them.
  private func makeFiles(
    _ job: PageJob, _ take: (_ path: String, _ bytes: [UInt8]) throws -> Void
  ) throws {
    let bytes: [UInt8]
    switch job {
    case .searchIndex(let locale): return try SearchIndex(self, locale: locale).make(take)
    case .matrixRows(let locale): return try MatrixRows(self, locale: locale).make(take)
    case .document(let document, let locale):
      bytes = try DocumentPage(self, document: document, locale: locale).render()
    case .home(let locale): bytes = try homePage(locale)
    case .matrix(let locale):
      bytes = try MatrixPage(self, part: nil, locale: locale).render()
    case .matrixPart(let first, let locale):
      bytes = try MatrixPage(self, part: matrixParts[first], locale: locale).render()
    case .party(let party, let locale):
      bytes = try PartyPage(self, party: party, locale: locale).render()
    case .search(let locale): bytes = try searchPage(locale)
    case .book(let locale): bytes = try bookPage(locale)
    case .matrixJSON(let locale): bytes = try export(.json, locale: locale)
    case .matrixCSV(let locale): bytes = try export(.csv, locale: locale)
    case .matrixXLSX(let locale): bytes = try export(.xlsx, locale: locale)
    case .workbook: bytes = try export(.xlsx, locale: nil)
    case .notFound(let locale): bytes = try notFoundPage(locale)
    case .changes(let locale): bytes = try ChangesPage(self, locale: locale)?.render() ?? []
    case .changesFeed(let locale): bytes = newsFeed(party: nil, locale)
    case .partyFeed(let party, let locale): bytes = newsFeed(party: party, locale)
    case .reviews(let locale): bytes = try ReviewsPage(self, locale: locale)?.render() ?? []
    case .chooser: bytes = try chooserPage()
    case .rootNotFound: bytes = try notFoundPage(guide.sourceIndex)
    case .status: bytes = try StatusPage(self).render()
    case .statusDetails(let locale): bytes = try statusDetailsPage(locale)
    case .guideJSON: bytes = online.guideJSON()
    case .sitemap: bytes = sitemap()
    }
    try take(SitePaths.file(for: path(of: job)), bytes)
  }
}
