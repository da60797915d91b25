import Diagnostics
import Documents
import Guide
import Matrix
import SourceFiles

/// A guide as a whole, with all that is wrong with it.
struct LoadedGuide: Sendable {
  let guide: Guide
  let matrix: Matrix
  let links: LinkResolver
  /// Sorted, each once, weighed as strict mode asks.
  let diagnostics: [Diagnostic]
  /// The local files that pages show or link to.
  let files: [LocalFile]
  /// The guide's folder, as it was named.
  let contentFolder: String

  /// A file beside the documents that goes into the site.
  struct LocalFile: Sendable, Hashable {
    let locale: Int
    let path: String
    let source: String
  }
}

/// Reads a content folder: the first half of the pipeline.
struct GuideLoader {
  let content: String
  /// A base path that takes the place of the guide's.
  let basePath: String?
  let isStrict: Bool
  let jobs: Int
  var diagnostics: [Diagnostic] = []
  /// The documents that are there and could not be read, by key, with their locales' indices.
  var unreadable: [String: Set<Int>] = [:]
  private var severities = SeverityTable()

  init(content: String, basePath: String?, isStrict: Bool, jobs: Int) {
    self.content = content
    self.basePath = basePath
    self.isStrict = isStrict
    self.jobs = jobs
  }

  /// What came of a folder: its guide, nil where it has none that could be built, and findings.
  typealias Result = (loaded: LoadedGuide?, diagnostics: [Diagnostic])

  /// Reads, parses, aligns and checks.
  ///
  /// - Throws: `FileError` where the folder cannot be read.
  mutating func load(_ library: TemplateLibrary) async throws -> Result {
    guard isFolder(content) else {
      throw FileError(path: content, reason: "no such content folder")
    }
    let tree = try SourceTreeReader.read(content)
    diagnostics += tree.diagnostics
    severities = SeverityTable(isStrict: isStrict)
    guard let settings = try settings(tree) else { return (nil, finished([])) }
    severities = SeverityTable(settings.severities, isStrict: isStrict)
    let folders = Dictionary(
      tree.localeFolders.map { ($0.tag, $0) }, uniquingKeysWith: { first, _ in first })
    checkFolders(tree, settings)
    let locales = try locales(settings, folders, library)
    let raci = try raciFiles(tree, settings)
    let documents = try await parse(settings, folders, Set(raci.keys))
    let sets = try await assemble(settings, documents, raci)
    let guide = Guide(settings: settings, locales: locales, documents: sets)
    let matrix = Matrix(guide)
    let links = LinkResolver(
      guide, assets: settings.locales.map { folders[$0.text]?.assets ?? [] },
      unreadable: Set(unreadable.keys))
    diagnostics += MatrixRules.check(matrix, of: guide)
    checkCoverage(guide, folders)
    let files = checkLinks(guide, links)
    let findings = finished(sets)
    let loaded = LoadedGuide(
      guide: guide, matrix: matrix, links: links, diagnostics: findings, files: files,
      contentFolder: content)
    return (loaded, findings)
  }

  /// What is left to say once comments have silenced and the guide has weighed it.
  private func finished(_ sets: [DocumentSet]) -> [Diagnostic] {
    let unsure = Set(sets.filter { $0.raci?.isBroken ?? false }.map(\.key)).union(unreadable.keys)
    let silencer = FindingSilencer(
      sets.flatMap { set in set.versions.compactMap { $0?.document } }, unsure: unsure)
    return silencer.silence(diagnostics.sortedByPlace()).compactMap(severities.weigh)
  }

  private mutating func settings(_ tree: SourceTree) throws -> GuideSettings? {
    guard tree.hasGuideFile else {
      diagnostics.append(
        Diagnostic(
          .guideMissing, "there is no guide.yml", at: SourceLocation(path: tree.guideFilePath),
          hint: "'rolebook init' makes a new guide"))
      return nil
    }
    let (settings, findings) = GuideSettings.load(try readSourceFile(tree.guideFilePath))
    diagnostics += findings
    return basePath.flatMap { path in settings.map { $0.hung(under: path) } } ?? settings
  }

  private mutating func checkFolders(_ tree: SourceTree, _ settings: GuideSettings) {
    let known = settings.locales.map(\.text)
    for folder in tree.localeFolders
    where settings.knowsAllLocales && !known.contains(folder.tag) {
      diagnostics.append(
        Diagnostic(
          .localeFolderUnknown, "the folder '\(folder.tag)' is no locale of guide.yml",
          at: SourceLocation(path: folder.path),
          hint: didYouMean(folder.tag, among: known) ?? "add it to 'locales', or move it away"))
    }
    let folders = Dictionary(
      tree.localeFolders.map { ($0.tag, $0) }, uniquingKeysWith: { first, _ in first })
    for name in settings.locales {
      guard let folder = folders[name.text] else {
        diagnostics.append(
          Diagnostic(
            .localeFolderMissing, "the locale '\(name.text)' has no folder in \(tree.root)",
            at: name.location, locale: name.text))
        continue
      }
      if folder.documents.isEmpty {
        diagnostics.append(
          Diagnostic(
            .localeWithoutDocuments, "the locale '\(name.text)' has no documents",
            at: SourceLocation(path: folder.path), locale: name.text))
      }
    }
  }

  private mutating func locales(
    _ settings: GuideSettings, _ folders: [String: SourceTree.LocaleFolder],
    _ library: TemplateLibrary
  ) throws -> [Locale] {
    let strings = try library.strings(&diagnostics)
    var locales: [Locale] = []
    for name in settings.locales {
      let folder = folders[name.text]
      let path = (folder?.path ?? content + "/" + name.text) + "/locale.yml"
      var said = LocaleSettings()
      var (isNamed, isComplete) = (false, true)
      if let folder, folder.hasLocaleFile {
        let (own, findings) = LocaleSettings.load(
          try readSourceFile(path), locale: name.text, parties: settings.parties.map(\.text))
        said = own
        isNamed = !findings.containsError
        isComplete = isNamed
        diagnostics += findings.known(to: settings)
      } else if folder != nil {
        diagnostics.append(
          Diagnostic(
            .localeFileMissing, "there is no locale.yml: title and parties have no names",
            at: SourceLocation(path: path), locale: name.text))
      }
      let builder = LocaleBuilder(settings: settings, strings: strings)
      let (locale, findings) = builder.build(
        name.text, said, SourceLocation(path: path), isNamed: isNamed, isComplete: isComplete)
      diagnostics += findings
      locales.append(locale)
    }
    return LocaleBuilder.toldApart(locales)
  }

  private mutating func raciFiles(
    _ tree: SourceTree, _ settings: GuideSettings
  ) throws -> [String: RaciFile] {
    var result: [String: RaciFile] = [:]
    for entry in tree.raciFiles {
      let (raci, findings) = RaciFile.load(
        try readSourceFile(entry.path), key: entry.key, parties: settings.parties.map(\.text))
      diagnostics += findings.known(to: settings)
      result[entry.key] = raci
    }
    return result
  }

  /// Parses all documents, one a job.
  ///
  /// - Returns: the versions of each document by its key, in the order of the locales.
  private mutating func parse(
    _ settings: GuideSettings, _ folders: [String: SourceTree.LocaleFolder], _ raci: Set<String>
  ) async throws -> [String: [Document?]] {
    let work = settings.locales.enumerated().flatMap { index, name in
      (folders[name.text]?.documents ?? []).map { (index: index, locale: name.text, entry: $0) }
    }
    let parsed = try await parallelMap(work, jobs: jobs) { item in
      DocumentParser.parse(
        try readSourceFile(item.entry.path),
        .init(
          key: item.entry.key, locale: item.locale,
          isResponsibilityDocument: raci.contains(item.entry.key)))
    }
    var result: [String: [Document?]] = [:]
    let empty = [Document?](repeating: nil, count: settings.locales.count)
    for (item, (document, findings)) in zip(work, parsed) {
      diagnostics += findings.map { $0.inLocale(item.locale) }
      if document == nil { unreadable[item.entry.key, default: []].insert(item.index) }
      if let twin = result[item.entry.key]?[item.index] {
        diagnostics.append(
          Diagnostic(
            .outputCollision, "the name of this file is to Unicode the same as another's",
            at: SourceLocation(path: item.entry.path), locale: item.locale,
            notes: [.init("the other one", at: SourceLocation(path: twin.path))],
            hint: "rename one of them"))
        continue
      }
      result[item.entry.key, default: empty][item.index] = document
    }
    return result
  }

  /// Aligns the documents, one a job, and puts them in the order of the navigation.
  private mutating func assemble(
    _ settings: GuideSettings, _ documents: [String: [Document?]], _ raci: [String: RaciFile]
  ) async throws -> [DocumentSet] {
    let locales = settings.locales.map(\.text)
    let source = locales.firstIndex(of: settings.sourceLocale) ?? 0
    let keys = documents.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let unread = unreadable
    let built = try await parallelMap(keys, jobs: jobs) { key in
      let (set, findings) = DocumentSetBuilder.build(
        key: key, raci: raci[key], versions: documents[key] ?? [], sourceIndex: source,
        locales: locales)
      // Where the source could not be read, nothing follows from what translations have.
      if unread[key]?.contains(source) ?? false { return (set: set, diagnostics: [Diagnostic]()) }
      let lost = TranslationRules.check(
        set, sourceIndex: source, locales: locales, findings: findings)
      return (set: set, diagnostics: findings + lost)
    }
    diagnostics += built.flatMap(\.diagnostics)
    for (key, file) in raci.sorted(by: { $0.key < $1.key })
    where documents[key] == nil && unreadable[key] == nil {
      diagnostics.append(
        Diagnostic(
          .raciWithoutDocument, "no locale has a document '\(key).md' for these letters",
          at: SourceLocation(path: file.path), hint: didYouMean(key, among: keys)))
    }
    return DocumentOrder.sorted(built.map(\.set), source: source)
  }
}
