import Base
import Exchange
import Guide
import Publishing
import Site

extension Rolebook {
  static let translateCommand = Command(
    name: "translate", operands: "export|import [FILE]...",
    operandChoices: ["export", "import"],
    summary: "Exports texts to translators and imports translations.",
    options: [
      Option("locale", value: "LOCALE", "set the language of the translation"),
      Option(
        "only", value: "STATES", choices: TranslationChoice.allCases.map(\.rawValue),
        "export stale, missing, or all texts (default: stale and missing)"),
      Option(
        "format", value: "FORMAT", choices: TranslationFormat.allCases.map(\.rawValue),
        "export as \(TranslationFormat.names) (default: po)"),
      Option(
        "output", letter: "o", value: "FILE", "write an export to FILE (default: standard output)"),
      Option("dry-run", "print the changes of an import without making them"),
      .date, .content, .templates, .jobs, .quiet, .help,
    ], run: translate)

  private static func translate(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    switch arguments.operands.first {
    case "export": return try await exportTranslations(arguments, terminal)
    case "import": return try await importTranslations(arguments, terminal)
    case let other?:
      throw UsageError(message: "'translate' takes 'export' or 'import', not '\(other)'")
    case nil: throw UsageError(message: "'translate' needs 'export' or 'import'")
    }
  }

  private static func exportTranslations(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    guard arguments.operands.count == 1 else {
      throw UsageError(message: "'translate export' takes no files; '--output' names one")
    }
    let format = try arguments.translationFormat()
    let choice = try arguments.translationChoice(format)
    guard let tag = arguments.values["locale"] else {
      throw UsageError(message: "'translate export' needs '--locale'")
    }
    let date = try arguments.date()
    guard let loaded = try await arguments.translatedGuide(terminal) else { return .findings }
    guard tag != loaded.guide.settings.sourceLocale else {
      throw UsageError(message: "'\(tag)' is the source locale; name the locale of a translation")
    }
    try arguments.checkTag(tag, loaded.guide)
    let builder = CatalogBuilder(
      guide: loaded.guide, read: { try readSourceFile($0) },
      history: loaded.history)
    let catalog = try builder.catalog(for: tag).filtered(choice.includes)
    let bytes = format.bytes(of: catalog, date: date, version: version)
    guard let output = arguments.values["output"], output != "-" else {
      try terminal.write(bytes)
      return .success
    }
    try writeFile(output, bytes)
    let hint = catalog.units.isEmpty && choice != .all ? "; '--only all' exports every text" : ""
    terminal.say("\(output): \(counted(catalog.units.count, "text"))\(hint)")
    return .success
  }

  private static func importTranslations(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    let files = arguments.operands.dropFirst()
    guard !files.isEmpty else { throw UsageError(message: "'translate import' needs files") }
    var translated: [(path: String, file: TranslatedFile)] = []
    for path in files {
      do {
        translated.append((path, try TranslationReader.read(path)))
      } catch let defect as TranslationDefect {
        terminal.report(visible("\(defect)"))
        terminal.report("rolebook: 1 error; no file was changed")
        return .findings
      }
    }
    var status = ExitStatus.success
    for (path, file) in translated {
      guard let loaded = try await arguments.translatedGuide(terminal) else { return .findings }
      guard let tag = arguments.values["locale"] ?? file.locale else {
        throw UsageError(message: "\(path) does not say its language; add '--locale'")
      }
      try arguments.checkTag(tag, loaded.guide)
      try arguments.checkLanguage(of: file, path, tag)
      if try loaded.bring(file, path, into: tag, arguments, terminal) { continue }
      status = .findings
    }
    return status
  }
}

extension LoadedGuide {
  /// Finds the source as it was when a translation was made.
  var history: CatalogBuilder.History {
    let history = SourceHistory(git: GitHistory(folder: contentFolder), guide: guide)
    return { try history.file($0, $1) }
  }

  /// Writes returned translations into the files of a locale.
  ///
  /// - Returns: whether nothing was refused.
  fileprivate func bring(
    _ file: TranslatedFile, _ path: String, into tag: String, _ arguments: ParsedArguments,
    _ terminal: Terminal
  ) throws -> Bool {
    guard tag != guide.settings.sourceLocale else {
      throw UsageError(
        message: "\(path): '\(tag)' is the source locale; name the file of a translation")
    }
    let git = GitHistory(folder: contentFolder)
    let work = TranslationImport(
      guide: guide, content: contentFolder, read: { try readSourceFile($0) }, history: history,
      revision: { git.revision(of: $0) })
    let outcome = try work.outcome(of: file.texts, locale: tag)
    for warning in outcome.warnings {
      terminal.report(visible("\(warning.location): warning: \(warning.message)"))
    }
    for refusal in outcome.refusals { terminal.report(visible("\(refusal)")) }
    let isTrial = arguments.switches.contains("dry-run")
    for change in outcome.changes {
      if !isTrial { try write(change) }
      let texts = counted(change.textCount, "text")
      let rows = change.rowCount > 0 ? ", \(counted(change.rowCount, "row")) stamped" : ""
      terminal.say("\(change.path): \(isTrial ? "would change: " : "")\(texts)\(rows)")
    }
    if !guide.locales.contains(where: { $0.tag == tag }), !outcome.changes.isEmpty {
      terminal.say("Next: add '\(tag)' to 'locales' in \(contentFolder)/guide.yml")
    }
    let open = file.openCount > 0 ? ", \(file.openCount) open" : ""
    let skipped = outcome.skippedCount > 0 ? ", \(outcome.skippedCount) skipped" : ""
    let refused = outcome.refusals.isEmpty ? "" : ", \(outcome.refusals.count) refused"
    let taken = outcome.changes.reduce(0) { $0 + $1.textCount }
    terminal.say(
      "\(path): \(taken) taken, \(outcome.unchangedCount) as they were\(open)\(skipped)\(refused)")
    return outcome.refusals.isEmpty
  }
}

extension LoadedGuide {
  private func write(_ change: TranslationImport.Change) throws {
    guard change.isNew else { return try writeFile(change.path, change.bytes) }
    let below = String(change.path.dropFirst(contentFolder.count + 1))
    try NewFolder(contentFolder).write(below, change.bytes)
  }
}

extension ParsedArguments {
  /// The guide; nil if it cannot be used, which is reported.
  func translatedGuide(_ terminal: Terminal) async throws -> LoadedGuide? {
    let library = try TemplateLibrary(values["templates"])
    var loader = GuideLoader(
      content: values["content"] ?? "content", basePath: nil, isStrict: false, jobs: try jobs())
    let (loaded, findings) = try await loader.load(library.strings)
    if let loaded { return loaded }
    _ = terminal.reportFindings(findings.filter { $0.severity == .error }, refusing: nil)
    let errors = findings.count { $0.severity == .error }
    terminal.report("rolebook: \(counted(errors, "error")); the guide cannot be read")
    return nil
  }

  /// Makes sure that a file which names its language is not brought into another one.
  fileprivate func checkLanguage(
    of file: TranslatedFile, _ path: String, _ tag: String
  ) throws(UsageError) {
    guard let own = file.locale, values["locale"] != nil else { return }
    func language(_ tag: String) -> String {
      tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    }
    guard language(own) != language(tag) else { return }
    throw UsageError(message: "\(path) says that it is in '\(own)', not in '\(tag)'")
  }

  /// Makes sure that a tag is the guide's or can become it.
  fileprivate func checkTag(_ tag: String, _ guide: Guide) throws(UsageError) {
    let tags = guide.locales.map(\.tag)
    if tags.contains(tag) { return }
    let longer = tags.first { $0.lowercased().hasPrefix(tag.lowercased() + "-") }
    if let hint = didYouMean(tag, among: tags) ?? longer.map({ "did you mean '\($0)'?" }) {
      throw UsageError(message: "the guide has no locale '\(tag)'; \(hint)")
    }
    guard LanguageTag.isValid(tag) else {
      throw UsageError(message: "'\(tag)' is not a language tag such as 'nl-NL'")
    }
  }

  fileprivate func translationFormat() throws(UsageError) -> TranslationFormat {
    guard let text = values["format"] else { return .po }
    if let format = TranslationFormat(rawValue: text) { return format }
    let names = TranslationFormat.allCases.map(\.rawValue)
    let hint = didYouMean(text, among: names).map { "; \($0)" } ?? ""
    throw UsageError(
      message: "'--format' takes \(TranslationFormat.names), not '\(text)'\(hint)")
  }

  fileprivate func translationChoice(
    _ format: TranslationFormat
  ) throws(UsageError) -> TranslationChoice {
    guard let text = values["only"] else { return format == .tmx ? .all : .open }
    if let choice = TranslationChoice(rawValue: text) { return choice }
    throw UsageError(message: "'--only' takes stale, missing, or all, not '\(text)'")
  }
}

/// Which texts an export has.
enum TranslationChoice: String, CaseIterable {
  case open, stale, missing, all

  /// Whether a text of a state is one of them.
  func includes(_ state: TranslationUnit.State) -> Bool {
    switch self {
    case .open: state.isOpen
    case .stale: state == .stale
    case .missing: state == .missing || state == .identical
    case .all: true
    }
  }
}

/// The forms in which texts are given to translators.
enum TranslationFormat: String, CaseIterable {
  case po, xliff, xliff2, tmx

  func bytes(of catalog: TranslationCatalog, date: String, version: String) -> [UInt8] {
    switch self {
    case .po: POWriter.bytes(catalog, date: date, version: version)
    case .xliff: XLIFFWriter.bytes(catalog, version: version)
    case .xliff2: XLIFF2Writer.bytes(catalog)
    case .tmx: TMXWriter.bytes(catalog, date: date, version: version)
    }
  }
}
