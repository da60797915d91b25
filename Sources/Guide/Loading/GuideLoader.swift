import Base
import Markdown

/// A guide as a whole, with all that is wrong with it.
public struct LoadedGuide: Sendable {
  /// The guide.
  public let guide: Guide
  /// The letters of each party, row by row.
  public let matrix: Matrix
  /// The targets of links.
  public let links: LinkResolver
  /// The links of each document, in the order of the guide's documents.
  public let surveys: [LinkSurvey]
  /// Sorted, each once, weighed as strict mode asks.
  public let diagnostics: [Diagnostic]
  /// The local files that pages show or link to.
  public let files: [LocalFile]
  /// The guide's folder, as it was named.
  public let contentFolder: String
  /// The files that `guide.yml` adds to every page.
  public let extras: Extras
  /// When each file last changed, by its path, as `2026-01-31`; empty if the guide doesn't ask.
  public let lastChanges: [String: String]

  /// A file beside the documents that goes into the site.
  public struct LocalFile: Sendable, Hashable {
    /// The locale in whose folder the site shows it, by index.
    public let locale: Int
    /// Its path below the locale's folder.
    public let path: String
    /// Its path on the disk.
    public let source: String
  }
}

/// Reads a content folder: the first half of the pipeline.
public struct GuideLoader {
  /// The guide's folder.
  public let content: String
  /// A base path that overrides the guide's.
  let basePath: String?
  /// Whether warnings are errors.
  public let isStrict: Bool
  /// How many documents are read at once.
  public let jobs: Int
  /// How many times the default limits the guide may ask for.
  public var limitFactor = InputLimits.usualFactor
  /// The place for the documents' HTML until it is needed; nil for memory.
  public var spool: Spool?
  /// The day on which approvals are judged, `2026-01-31`; nil leaves them out.
  public var date: String?
  /// Whether words that changed since an approval are looked for in git.
  public var readsHistory = false
  /// The reader of the guide's files in the next load.
  public var snapshot = Snapshot()
  /// Told when each stage ends.
  public var clock: StageClock?
  /// The memory of earlier loads, if there were any.
  public var memory = GuideMemory()
  /// All findings, except those on single documents.
  var diagnostics: [Diagnostic] = []
  /// The findings on single documents, by key.
  var found: [String: DocumentFindings] = [:]
  /// How much of anything the guide may contain.
  var limits = InputLimits()
  /// The letters of the guide.
  var scheme = LetterScheme.raci
  /// The words of tables in all languages.
  var words = LetterWords.none
  /// The documents that are there and could not be read, by key, with their locales' indices.
  var unreadable: [String: Set<Int>] = [:]

  /// Makes a loader, which reads nothing yet.
  ///
  /// - Parameter basePath: a base path that overrides the guide's, nil for none.
  public init(content: String, basePath: String?, isStrict: Bool, jobs: Int) {
    self.content = content
    self.basePath = basePath
    self.isStrict = isStrict
    self.jobs = jobs
  }

  /// The result for a folder: its guide, nil if it has none that could be built, and findings.
  public typealias Result = (loaded: LoadedGuide?, diagnostics: [Diagnostic])

  /// Reads the UI words; errors in them are added to the findings.
  public typealias Words = (_ locales: [String], inout [Diagnostic]) throws -> StringLoader

  /// Reads, parses, aligns and checks.
  ///
  /// - Parameter reading: reads the UI words and reports their defects.
  /// - Throws: `FileError` if the folder cannot be read.
  public mutating func load(_ reading: Words) async throws -> Result {
    (diagnostics, found, unreadable) = ([], [:], [:])
    // The next load finds the files as they are then.
    defer { snapshot = Snapshot() }
    guard try isFolder(content) else {
      throw FileError(path: content, reason: "no such content folder")
    }
    let settings = try settings()
    keep(settings?.limits ?? InputLimits(), settings?.letters ?? .raci)
    let tree = try tree()
    diagnostics += tree.diagnostics
    guard let settings else { return (nil, finished(SeverityTable(isStrict: isStrict), [])) }
    let folders = Dictionary(
      tree.localeFolders.map { ($0.tag, $0) }, uniquingKeysWith: { first, _ in first })
    checkFolders(tree, settings)
    let locales = try locales(settings, folders, reading)
    let raci = try raciFiles(tree, settings)
    clock?.end("settings, letters, and words")
    let documents = try await parse(settings, folders, Set(raci.keys))
    clock?.end("documents")
    let letters = GuideLetters(
      scheme: scheme, parties: settings.parties.map(\.text), tables: nil, words: words,
      names: locales.map(\.parties),
      sourceIndex: locales.firstIndex { $0.tag == settings.sourceLocale } ?? 0)
    let sets = try await assemble(settings, documents, raci, letters)
    clock?.end("alignment")
    var guide = Guide(settings: settings, locales: locales, documents: sets)
    guide.reviews = try reviews(of: guide)
    let matrix = memory.matrix(of: guide)
    let links = LinkResolver(
      guide, assets: settings.locales.map { folders[$0.text]?.assets ?? [] },
      unreadable: Set(unreadable.keys))
    let checks = GuideChecks(guide: guide, matrix: matrix, links: links, jobs: jobs)
    note(try await checks.rules(&memory), of: sets)
    diagnostics += MatrixRules.checkWhole(matrix, of: guide)
    diagnostics += PartyRules.findings(settings) + SidebarRules.findings(guide)
    note(checks.documentsWithoutSource(besides: unreadable), of: sets)
    diagnostics += checks.coverage(besides: unreadable) {
      folder(ofLocale: locales[$0].tag, folders)
    }
    clock?.end("rules")
    let surveys = try await checks.surveys(&memory)
    clock?.end("links")
    note(surveys.map(\.diagnostics), of: sets)
    let files = localFiles(surveys, guide)
    let extras = extras(settings)
    let findings = finished(SeverityTable(settings.severities, isStrict: isStrict), sets)
    clock?.end("findings")
    let loaded = LoadedGuide(
      guide: guide, matrix: matrix, links: links, surveys: surveys, diagnostics: findings,
      files: files, contentFolder: content, extras: extras, lastChanges: lastChanges(settings))
    return (loaded, findings)
  }

  /// Takes limits and letters; text that was read under others no longer counts.
  private mutating func keep(_ limits: InputLimits, _ scheme: LetterScheme) {
    if self.limits != limits || self.scheme != scheme { memory = GuideMemory() }
    self.limits = limits
    self.scheme = scheme
  }

  private mutating func tree() throws -> SourceTree {
    if let known = memory.tree { return known }
    let tree = try SourceTreeReader.read(content, limits, of: snapshot)
    memory.remember(tree)
    return tree
  }

  private func folder(
    ofLocale tag: String, _ folders: [String: SourceTree.LocaleFolder]
  ) -> String {
    folders[tag]?.path ?? content + "/" + tag
  }

  /// Takes the findings of a stage in each document.
  mutating func note(_ findings: [[Diagnostic]], of sets: [DocumentSet]) {
    for (set, findings) in zip(sets, findings) { found[set.key, default: .init()].add(findings) }
  }

  /// The files that are published along; those that are too large are reported.
  private mutating func localFiles(
    _ surveys: [LinkSurvey], _ guide: Guide
  ) -> [LoadedGuide.LocalFile] {
    typealias Use = (place: SourceLocation, key: String)
    var uses: [LinkSurvey.LocalFile: Use] = [:]
    for (set, survey) in zip(guide.documents, surveys) {
      uses.merge(survey.files.map { ($0, Use($1, set.key)) }) { $1.place < $0.place ? $1 : $0 }
    }
    var files: [LoadedGuide.LocalFile] = []
    for (file, use) in uses {
      let source = "\(content)/\(guide.locales[file.locale].tag)/\(file.path)"
      if let size = fileSize(source), size > limits.assetBytes {
        found[use.key, default: .init()].add([tooLarge(file.path, size, at: use.place)])
      } else {
        files.append(.init(locale: file.locale, path: file.path, source: source))
      }
    }
    return files.sorted { $0.source < $1.source }
  }

  /// The findings that are left after comments suppressed some and the guide set their severities.
  private mutating func finished(
    _ severities: SeverityTable, _ sets: [DocumentSet]
  ) -> [Diagnostic] {
    let unsure = Set(sets.filter { $0.raci?.isBroken ?? false }.map(\.key)).union(unreadable.keys)
    return memory.findings.finish(found, diagnostics, sets, unsure: unsure, severities)
  }

  private func tooLarge(_ path: String, _ size: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .fileTooLarge,
      "'\(path)' has \(size) bytes, more than the limit of \(limits.assetBytes)",
      at: place, hint: "shrink it, or raise 'asset_bytes' under 'limits' in guide.yml")
  }
}
