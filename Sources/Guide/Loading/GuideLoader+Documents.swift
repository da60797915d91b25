import Base
import Markdown

extension GuideLoader {
  /// Reads the files of letters that are not known, by the key of the document each one is for.
  mutating func raciFiles(
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
    let file = try snapshot.takeSourceFile(entry.path, below: content, limit: limits.yamlBytes)
    let (raci, findings) = RaciFile.load(
      file, key: entry.key, parties: parties, letters: scheme)
    return memory.remember(
      .init(parties: parties, raci: raci, findings: findings), at: entry.path)
  }

  /// Parses the documents that are not known, one a job.
  ///
  /// - Returns: the versions of each document by its key, in the order of the locales.
  mutating func parse(
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
      .outputCollision, "the name of this file is the same as another in Unicode",
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
    let new = try await parallelMap(unknown, jobs: jobs) {
      [content, limits, spool, snapshot] index in
      let item = work[index]
      let isResponsibilityDocument = raci.contains(item.entry.key)
      let (document, findings) = DocumentParser.parse(
        try snapshot.takeSourceFile(item.entry.path, below: content, limit: limits.fileBytes),
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
  mutating func assemble(
    _ settings: GuideSettings, _ documents: [String: [Document?]], _ raci: [String: RaciFile],
    _ letters: GuideLetters
  ) async throws -> [DocumentSet] {
    let locales = settings.locales.map(\.text)
    let source = locales.firstIndex(of: settings.sourceLocale) ?? 0
    let keys = documents.keys.sorted { $0.precedes($1) }
    let inputs = keys.map {
      GuideMemory.AlignmentInputs(
        raci: raci[$0], versions: documents[$0] ?? [], locales: locales, source: source,
        isSourceUnreadable: unreadable[$0]?.contains(source) ?? false, letters: letters)
    }
    let known = zip(keys, inputs).map { memory.set($0, madeOf: $1) }
    let revisions = SourceRevisions(
      of: zip(inputs, known).compactMap { $1 == nil ? $0.versions : nil }, source: source,
      content: content)
    let aligned = try await parallelMap(Array(keys.indices), jobs: jobs) { index in
      try known[index] ?? Self.align(keys[index], inputs[index], revisions)
    }
    memory.remember(aligned)
    note(aligned.map(\.findings), of: aligned.map(\.set))
    var hints = NameHints(keys)
    for (key, file) in raci.sorted(by: { $0.key < $1.key })
    where documents[key] == nil && unreadable[key] == nil {
      let lone = Diagnostic(
        .raciWithoutDocument, "no locale has a document '\(key).md' for this file",
        at: SourceLocation(path: file.path), hint: hints.didYouMean(key))
      found[key, default: .init()].add([lone])
    }
    return DocumentOrder.sorted(
      aligned.map(\.set), source: source, settings.presentation.sidebar)
  }

  private static func align(
    _ key: String, _ inputs: GuideMemory.AlignmentInputs, _ revisions: SourceRevisions?
  ) throws(FileError) -> GuideMemory.AlignedDocument {
    let (set, findings) = try DocumentSetBuilder.build(
      key: key, raci: inputs.raci, versions: inputs.versions, sourceIndex: inputs.source,
      locales: inputs.locales, letters: inputs.letters, revisions: revisions)
    // If the source could not be read, nothing follows from the rows of translations.
    if inputs.isSourceUnreadable { return .init(inputs: inputs, set: set, findings: []) }
    let lost = try TranslationRules.check(
      set, sourceIndex: inputs.source, locales: inputs.locales, findings: findings)
    return .init(inputs: inputs, set: set, findings: findings + lost)
  }
}
