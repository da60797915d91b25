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
  let surveys: [LinkSurvey]
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
  /// Where the documents' HTML waits until it is needed; nil for the memory.
  var spool: Spool?
  /// What loads before this one know, where there were any.
  var memory = GuideMemory()
  /// What is wrong, but for what is wrong with single documents.
  var diagnostics: [Diagnostic] = []
  /// What is wrong with single documents, by key.
  private var found: [String: DocumentFindings] = [:]
  /// How much of anything the guide may hold.
  var limits = InputLimits()
  /// The documents that are there and could not be read, by key, with their locales' indices.
  private var unreadable: [String: Set<Int>] = [:]

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
    (diagnostics, found, unreadable) = ([], [:], [:])
    guard try isFolder(content) else {
      throw FileError(path: content, reason: "no such content folder")
    }
    let settings = try settings()
    keep(settings?.limits ?? InputLimits())
    let tree = try tree()
    diagnostics += tree.diagnostics
    guard let settings else { return (nil, finished(SeverityTable(isStrict: isStrict), [])) }
    let folders = Dictionary(
      tree.localeFolders.map { ($0.tag, $0) }, uniquingKeysWith: { first, _ in first })
    checkFolders(tree, settings)
    let locales = try locales(settings, folders, library)
    let raci = try raciFiles(tree, settings)
    let documents = try await parse(settings, folders, Set(raci.keys))
    let sets = try await assemble(settings, documents, raci)
    let guide = Guide(settings: settings, locales: locales, documents: sets)
    let matrix = memory.matrix(of: guide)
    let links = LinkResolver(
      guide, assets: settings.locales.map { folders[$0.text]?.assets ?? [] },
      unreadable: Set(unreadable.keys))
    let checks = GuideChecks(guide: guide, matrix: matrix, links: links, jobs: jobs)
    note(try await checks.rules(&memory), of: sets)
    diagnostics += MatrixRules.checkWhole(matrix, of: guide)
    note(checks.documentsWithoutSource(besides: unreadable), of: sets)
    diagnostics += checks.coverage(besides: unreadable) {
      folder(ofLocale: locales[$0].tag, folders)
    }
    let surveys = try await checks.surveys(&memory)
    note(surveys.map(\.diagnostics), of: sets)
    let files = localFiles(surveys, guide)
    let findings = finished(SeverityTable(settings.severities, isStrict: isStrict), sets)
    let loaded = LoadedGuide(
      guide: guide, matrix: matrix, links: links, surveys: surveys, diagnostics: findings,
      files: files, contentFolder: content)
    return (loaded, findings)
  }

  /// Takes limits; what was read under others counts no more.
  private mutating func keep(_ limits: InputLimits) {
    if self.limits != limits { memory = GuideMemory() }
    self.limits = limits
  }

  private mutating func tree() throws -> SourceTree {
    if let known = memory.tree { return known }
    let tree = try SourceTreeReader.read(content, limits)
    memory.remember(tree)
    return tree
  }

  private func folder(
    ofLocale tag: String, _ folders: [String: SourceTree.LocaleFolder]
  ) -> String {
    folders[tag]?.path ?? content + "/" + tag
  }

  /// Takes what a stage found in each document.
  private mutating func note(_ findings: [[Diagnostic]], of sets: [DocumentSet]) {
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

  /// What is left to say once comments have silenced and the guide has weighed it.
  private mutating func finished(
    _ severities: SeverityTable, _ sets: [DocumentSet]
  ) -> [Diagnostic] {
    let unsure = Set(sets.filter { $0.raci?.isBroken ?? false }.map(\.key)).union(unreadable.keys)
    return memory.findings.finish(found, diagnostics, sets, unsure: unsure, severities)
  }

  private mutating func raciFiles(
    _ tree: SourceTree, _ settings: GuideSettings
  ) throws -> [String: RaciFile] {
    let parties = settings.parties.map(\.text)
    var result: [String: RaciFile] = [:]
    for entry in tree.raciFiles {
      let read = try memory.raci(entry.path, parties: parties) ?? readRaci(entry, parties)
      found[entry.key, default: .init()].add(read.findings.known(to: settings))
      result[entry.key] = read.raci
    }
    return result
  }

  private mutating func readRaci(
    _ entry: SourceTree.DocumentEntry, _ parties: [String]
  ) throws -> GuideMemory.ReadRaci {
    let file = try readSourceFile(entry.path, below: content, limit: limits.yamlBytes)
    let (raci, findings) = RaciFile.load(file, key: entry.key, parties: parties)
    return memory.remember(
      .init(parties: parties, raci: raci, findings: findings), at: entry.path)
  }

  /// Parses the documents that are not known, one a job.
  ///
  /// - Returns: the versions of each document by its key, in the order of the locales.
  private mutating func parse(
    _ settings: GuideSettings, _ folders: [String: SourceTree.LocaleFolder], _ raci: Set<String>
  ) async throws -> [String: [Document?]] {
    let work = settings.locales.enumerated().flatMap { index, name in
      (folders[name.text]?.documents ?? []).map {
        (index: index, locale: name.text, entry: $0) as ParsingJob
      }
    }
    let parsed = try await parse(work, raci)
    var result: [String: [Document?]] = [:]
    let empty = [Document?](repeating: nil, count: settings.locales.count)
    for (item, parsed) in zip(work, parsed) {
      found[item.entry.key, default: .init()].add(parsed.findings)
      if parsed.document == nil { unreadable[item.entry.key, default: []].insert(item.index) }
      if let twin = result[item.entry.key]?[item.index] {
        found[item.entry.key, default: .init()].add([sameName(item, as: twin)])
        continue
      }
      result[item.entry.key, default: empty][item.index] = parsed.document
    }
    return result
  }

  private func sameName(_ item: ParsingJob, as twin: Document) -> Diagnostic {
    Diagnostic(
      .outputCollision, "the name of this file is to Unicode the same as another's",
      at: SourceLocation(path: item.entry.path), locale: item.locale,
      notes: [.init("the other one", at: SourceLocation(path: twin.path))],
      hint: "rename one of them")
  }

  /// A document to parse, and its locale.
  private typealias ParsingJob = (index: Int, locale: String, entry: SourceTree.DocumentEntry)

  private mutating func parse(
    _ work: [ParsingJob], _ raci: Set<String>
  ) async throws -> [GuideMemory.ParsedDocument] {
    var parsed = work.map {
      memory.document($0.entry.path, isResponsibilityDocument: raci.contains($0.entry.key))
    }
    let unknown = parsed.indices.filter { parsed[$0] == nil }
    let new = try await parallelMap(unknown, jobs: jobs) { [content, limits, spool] index in
      let item = work[index]
      let isResponsibilityDocument = raci.contains(item.entry.key)
      let (document, findings) = DocumentParser.parse(
        try readSourceFile(item.entry.path, below: content, limit: limits.fileBytes),
        .init(
          key: item.entry.key, locale: item.locale,
          isResponsibilityDocument: isResponsibilityDocument),
        limits, spool: spool)
      return GuideMemory.ParsedDocument(
        isResponsibilityDocument: isResponsibilityDocument, document: document,
        findings: findings.map { $0.inLocale(item.locale) })
    }
    for (index, document) in zip(unknown, new) {
      parsed[index] = document
      memory.remember(document, at: work[index].entry.path)
    }
    return parsed.compactMap { $0 }
  }

  /// Aligns the documents that are not known, one a job, and puts them in the order of the navigation.
  private mutating func assemble(
    _ settings: GuideSettings, _ documents: [String: [Document?]], _ raci: [String: RaciFile]
  ) async throws -> [DocumentSet] {
    let locales = settings.locales.map(\.text)
    let source = locales.firstIndex(of: settings.sourceLocale) ?? 0
    let keys = documents.keys.sorted { $0.precedes($1) }
    let inputs = keys.map {
      GuideMemory.AlignmentInputs(
        raci: raci[$0], versions: documents[$0] ?? [], locales: locales, source: source,
        isSourceUnreadable: unreadable[$0]?.contains(source) ?? false)
    }
    let known = zip(keys, inputs).map { memory.set($0, madeOf: $1) }
    let aligned = try await parallelMap(Array(keys.indices), jobs: jobs) { index in
      try known[index] ?? Self.align(keys[index], inputs[index])
    }
    memory.remember(aligned)
    note(aligned.map(\.findings), of: aligned.map(\.set))
    var hints = NameHints(keys)
    for (key, file) in raci.sorted(by: { $0.key < $1.key })
    where documents[key] == nil && unreadable[key] == nil {
      let lone = Diagnostic(
        .raciWithoutDocument, "no locale has a document '\(key).md' for these letters",
        at: SourceLocation(path: file.path), hint: hints.didYouMean(key))
      found[key, default: .init()].add([lone])
    }
    return DocumentOrder.sorted(aligned.map(\.set), source: source)
  }

  private static func align(
    _ key: String, _ inputs: GuideMemory.AlignmentInputs
  ) throws(FileError) -> GuideMemory.AlignedDocument {
    let (set, findings) = try DocumentSetBuilder.build(
      key: key, raci: inputs.raci, versions: inputs.versions, sourceIndex: inputs.source,
      locales: inputs.locales)
    // Where the source could not be read, nothing follows from what translations have.
    if inputs.isSourceUnreadable { return .init(inputs: inputs, set: set, findings: []) }
    let lost = try TranslationRules.check(
      set, sourceIndex: inputs.source, locales: inputs.locales, findings: findings)
    return .init(inputs: inputs, set: set, findings: findings + lost)
  }

  private func tooLarge(_ path: String, _ size: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .fileTooLarge,
      "'\(path)' has \(size) bytes, more than the \(limits.assetBytes) that are published",
      at: place, hint: "make it smaller, or raise 'asset_bytes' under 'limits' in guide.yml")
  }
}
