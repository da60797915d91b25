import Base
import Guide
import Markdown
import Synchronization

/// Keys that show that a page has not changed: for each job, a digest of its files' sources.
///
/// A page of one document depends on its files in all locales, the targets of its links, and the
/// rows that lead to it. A page of a locale depends on the parts of all documents that the locale
/// shows. An export depends on its rows, and every page on the frame. A job without a key is done
/// each time.
public struct PageKeys: Sendable {
  private let site: Site
  private let frame: Digest
  /// A digest of each document's files.
  private let sets: [Digest]
  /// A digest of the places in each document that links may lead to, if any do.
  private let targets: [Int: Digest]
  /// A digest of all documents as each locale shows them.
  private let locales: [Digest]
  private let tables: TableDigests

  /// Takes stock of a site; nil if its pages report changes since an older site.
  ///
  /// - Parameter frame: a digest of all that pages depend on except documents and letters: files,
  ///   settings, names, templates, options, and the program itself.
  public init?(_ site: Site, frame: Digest) {
    guard site.news == nil, let digest = ContentDigest() else { return nil }
    digest.add(frame)
    digest.add(site.matrixFitsOnePage ? 1 : 0)
    digest.add(site.matrix.hasInheritedLetters ? 1 : 0)
    if let reviews = site.guide.reviews { digest.add(reviews.fingerprint) }
    if site.guide.documents.count <= DocumentNavigation.mostDocuments {
      for document in site.guide.documents {
        digest.add(document.key)
        for version in document.versions { digest.add(version?.document.title ?? "") }
      }
    }
    self.site = site
    self.frame = digest.value
    sets = site.guide.documents.compactMap(Self.digest)
    var targets: [Int: Digest] = [:]
    for document in site.surveys.reduce(into: Set<Int>(), { $0.formUnion($1.documents) }) {
      targets[document] = Self.digestOfTargets(in: site.guide.documents[document])
    }
    self.targets = targets
    tables = TableDigests(site)
    locales = site.guide.locales.indices.compactMap { [sets] in
      Self.digest(ofLocale: $0, site, sets)
    }
  }

  /// The key of a job; nil if it must be done.
  public func key(of job: PageJob) -> Digest? {
    guard let digest = ContentDigest() else { return nil }
    digest.add(frame)
    digest.add(site.path(of: job))
    switch job {
    case .document(let document, let locale):
      add(document, to: digest)
      addSurroundings(of: document, to: digest)
      digest.add(site.matrixURL(ofDocument: document, locale))
      // The matrix of a document may be on the page of others.
      if site.surveys[document].leadsToMatrix { digest.add(locales[locale]) }
      addNeighbors(of: document, locale, to: digest)
      addNavigation(near: document, locale, to: digest)
      if site.guide.documents[document].isHome { digest.add(locales[locale]) }
    case .matrixPart(let first, let locale):
      for document in site.matrixParts[first]?.documents ?? [] { add(document, to: digest) }
      addNavigation(near: first, locale, to: digest)
    case .home(let locale), .matrix(let locale), .search(let locale), .searchIndex(let locale),
      .notFound(let locale), .party(_, let locale), .matrixRows(let locale), .book(let locale):
      digest.add(locales[locale])
    case .matrixJSON(let locale), .matrixCSV(let locale), .matrixXLSX(let locale):
      guard let table = tables[locale] else { return nil }
      digest.add(table)
    case .workbook:
      for locale in site.guide.locales.indices {
        guard let table = tables[locale] else { return nil }
        digest.add(table)
      }
    case .changes, .changesFeed, .partyFeed, .reviews, .chooser, .rootNotFound, .status,
      .statusDetails, .guideJSON, .sitemap:
      return nil
    }
    return digest.value
  }

  private func add(_ document: Int, to digest: borrowing ContentDigest) {
    digest.add(site.guide.documents[document].key)
    digest.add(sets[document])
  }

  /// Adds the targets of a document's links, and the rows that lead to it.
  private func addSurroundings(of document: Int, to digest: borrowing ContentDigest) {
    for other in site.surveys[document].documents.sorted() {
      digest.add(site.guide.documents[other].key)
      digest.add(targets[other])
    }
    for reference in site.references.references(to: document) {
      digest.add(reference.responsibility)
      add(reference.document, to: digest)
    }
  }

  /// Adds the content of a document's page about those before, behind, and above it.
  private func addNeighbors(
    of document: Int, _ locale: Int, to digest: borrowing ContentDigest
  ) {
    let (previous, next) = site.neighbors(of: document, locale)
    let above = site.pagesAbove(document, locale)
    for other in [previous, next] + above { addTitle(of: other, locale, to: digest) }
  }

  /// Adds the navigation of a large guide on a document's pages.
  private func addNavigation(
    near document: Int, _ locale: Int, to digest: borrowing ContentDigest
  ) {
    let navigation = site.contexts[locale].navigation
    guard navigation.isPartial else { return }
    for other in navigation.documents(near: document) { addTitle(of: other, locale, to: digest) }
  }

  private func addTitle(
    of document: Int?, _ locale: Int, to digest: borrowing ContentDigest
  ) {
    guard let set = document.map({ site.guide.documents[$0] }),
      let shown = site.guide.shownLocale(of: set, for: locale)
    else { return digest.add("") }
    digest.add(set.key)
    digest.add(site.guide.locales[shown].tag)
    digest.add(set.versions[shown]?.document.title ?? "")
  }

  private static func digest(_ set: DocumentSet) -> Digest? {
    guard let digest = ContentDigest() else { return nil }
    digest.add(set.raci?.digest)
    for version in set.versions { digest.add(version?.document.digest) }
    return digest.value
  }

  private static func digestOfTargets(in set: DocumentSet) -> Digest? {
    guard let digest = ContentDigest() else { return nil }
    for version in set.versions {
      guard let version else {
        digest.add("none")
        continue
      }
      for list in [version.headingIDs, version.rowIDs, version.document.anchors.map(\.name)] {
        digest.add(list.count)
        for id in list { digest.add(id) }
      }
      for isUnique in version.anchorIsUnique { digest.add(isUnique ? 1 : 0) }
      for (name, id) in version.aliases.sorted(by: { $0.key < $1.key }) {
        digest.add(name)
        digest.add(id)
      }
      for row in version.document.rows { digest.add(row.clauseCount) }
    }
    for responsibility in set.responsibilities { digest.add(responsibility.id) }
    return digest.value
  }

  private static func digest(ofLocale locale: Int, _ site: Site, _ sets: [Digest]) -> Digest? {
    guard let digest = ContentDigest() else { return nil }
    let shown = [site.guide.sourceIndex, locale] + site.guide.locales[locale].fallback
    for (set, whole) in zip(site.guide.documents, sets) {
      digest.add(set.key)
      guard set.isWhole(in: site.guide.sourceIndex) else {
        digest.add(whole)
        continue
      }
      digest.add(set.raci?.digest)
      for index in shown { digest.add(set.versions[index]?.document.digest) }
    }
    return digest.value
  }
}

extension DocumentSet {
  /// Whether a locale has all of its sections and rows, so that no other must lend one.
  fileprivate func isWhole(in locale: Int) -> Bool {
    guard let version = versions[locale] else { return false }
    let sections = Set(version.headingIDs)
    return responsibilities.allSatisfy { $0.rows[locale] != nil && sections.contains($0.section) }
  }
}

/// A digest of each locale's exported matrix, made when it is asked for; nil if memory runs out.
private final class TableDigests: Sendable {
  private let site: Site
  private let made: [Made]

  private final class Made: Sendable {
    let digest = Mutex<Digest?>(nil)
  }

  init(_ site: Site) {
    self.site = site
    made = site.guide.locales.map { _ in Made() }
  }

  subscript(locale: Int) -> Digest? {
    made[locale].digest.withLock { digest in
      if digest == nil { digest = site.table(locale).digest }
      return digest
    }
  }
}
