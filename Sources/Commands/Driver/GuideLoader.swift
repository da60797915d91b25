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
  private var limits = InputLimits()
  private var diagnostics: [Diagnostic] = []

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
    let settings = try settings()
    let tree = try SourceTreeReader.read(content, settings?.limits ?? InputLimits())
    diagnostics += tree.diagnostics
    guard let settings else { return (nil, finished()) }
    limits = settings.limits
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
      guide, assets: settings.locales.map { folders[$0.text]?.assets ?? [] })
    diagnostics += MatrixRules.check(matrix, of: guide)
    checkCoverage(guide, folders)
    let files = checkLinks(guide, links)
    let findings = finished()
    let loaded = LoadedGuide(
      guide: guide, matrix: matrix, links: links, diagnostics: findings, files: files,
      contentFolder: content)
    return (loaded, findings)
  }

  private func finished() -> [Diagnostic] {
    let sorted = diagnostics.sortedByPlace().cappedByRule().sortedByPlace()
    return isStrict ? sorted.map { $0.strict() } : sorted
  }

  private mutating func settings() throws -> GuideSettings? {
    let path = content + "/guide.yml"
    guard isRegularFile(path) else {
      diagnostics.append(
        Diagnostic(
          .guideMissing, "there is no guide.yml", at: SourceLocation(path: path),
          hint: "'rolebook init' makes a new guide"))
      return nil
    }
    let (settings, findings) = GuideSettings.load(try readSourceFile(path))
    diagnostics += findings
    return basePath.flatMap { path in settings.map { $0.hung(under: path) } } ?? settings
  }

  private mutating func checkFolders(_ tree: SourceTree, _ settings: GuideSettings) {
    let known = settings.locales.map(\.text)
    for folder in tree.localeFolders where !known.contains(folder.tag) {
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
      var isNamed = false
      if let folder, folder.hasLocaleFile {
        let (settings, findings) = LocaleSettings.load(
          try readSourceFile(path, below: content, limit: limits.fileBytes), locale: name.text,
          parties: settings.parties.map(\.text))
        said = settings
        isNamed = !findings.containsError
        diagnostics += findings
      } else if folder != nil {
        diagnostics.append(
          Diagnostic(
            .localeFileMissing, "there is no locale.yml: title and parties have no names",
            at: SourceLocation(path: path), locale: name.text))
      }
      let builder = LocaleBuilder(settings: settings, strings: strings)
      let (locale, findings) = builder.build(
        name.text, said, SourceLocation(path: path), isNamed: isNamed)
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
        try readSourceFile(entry.path, below: content, limit: limits.fileBytes), key: entry.key,
        parties: settings.parties.map(\.text))
      diagnostics += findings
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
    let parsed = try await parallelMap(work, jobs: jobs) { [limits, content] item in
      DocumentParser.parse(
        try readSourceFile(item.entry.path, below: content, limit: limits.fileBytes),
        .init(
          key: item.entry.key, locale: item.locale,
          isResponsibilityDocument: raci.contains(item.entry.key)),
        limits)
    }
    var result: [String: [Document?]] = [:]
    let empty = [Document?](repeating: nil, count: settings.locales.count)
    for (item, (document, findings)) in zip(work, parsed) {
      diagnostics += findings.map { $0.inLocale(item.locale) }
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
    let built = try await parallelMap(keys, jobs: jobs) { key in
      DocumentSetBuilder.build(
        key: key, raci: raci[key], versions: documents[key] ?? [], sourceIndex: source,
        locales: locales)
    }
    diagnostics += built.flatMap(\.diagnostics)
    for (key, file) in raci.sorted(by: { $0.key < $1.key }) where documents[key] == nil {
      diagnostics.append(
        Diagnostic(
          .raciWithoutDocument, "no locale has a document '\(key).md' for these letters",
          at: SourceLocation(path: file.path), hint: didYouMean(key, among: keys)))
    }
    return DocumentOrder.sorted(built.map(\.set), source: source)
  }

  private mutating func checkCoverage(
    _ guide: Guide, _ folders: [String: SourceTree.LocaleFolder]
  ) {
    for document in guide.documents {
      for (index, locale) in guide.locales.enumerated() where document.versions[index] == nil {
        let folder = folders[locale.tag]?.path ?? content + "/" + locale.tag
        let isSource = index == guide.sourceIndex
        if isSource, let first = document.versions.compactMap({ $0 }).first {
          diagnostics.append(
            Diagnostic(
              .documentWithoutSource, "the source locale has no '\(document.key).md'",
              at: SourceLocation(path: first.document.path), locale: locale.tag))
        }
        let answered = document.responsibilities.count { $0.entry != nil }
        guard answered > 0, guide.shownLocale(of: document, for: index) == nil else { continue }
        diagnostics.append(
          Diagnostic(
            .responsibilityMissing,
            "there is no '\(document.key).md', so \(answered) responsibilities have no text",
            at: SourceLocation(path: folder), locale: locale.tag))
      }
    }
  }

  /// Resolves every link once in its own locale, for what is wrong with it.
  ///
  /// - Returns: the local files that are needed.
  private mutating func checkLinks(
    _ guide: Guide, _ links: LinkResolver
  ) -> [LoadedGuide.LocalFile] {
    var files: Set<LoadedGuide.LocalFile> = []
    var diagnoser = LinkDiagnoser(links)
    for document in guide.documents {
      for (index, version) in document.versions.enumerated() {
        guard let version else { continue }
        for (number, link) in version.document.links.enumerated() {
          let (target, defect) = links.resolve(number, in: version, home: index, for: index)
          if let defect {
            diagnostics.append(diagnoser.diagnostic(defect, of: link, home: index))
          }
          guard case .file(let locale, let path) = target else { continue }
          let source = "\(content)/\(guide.locales[locale].tag)/\(path)"
          if let size = fileSize(source), size > limits.assetBytes {
            diagnostics.append(tooLarge(path, size, at: link.location))
            continue
          }
          files.insert(.init(locale: locale, path: path, source: source))
        }
      }
    }
    return files.sorted { $0.source < $1.source }
  }

  private func tooLarge(_ path: String, _ size: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .fileTooLarge,
      "'\(path)' has \(size) bytes, more than the \(limits.assetBytes) that are published",
      at: place, hint: "make it smaller, or raise 'asset_bytes' under 'limits' in guide.yml")
  }
}
