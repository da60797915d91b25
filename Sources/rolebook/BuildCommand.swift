import Base
import Guide
import Publishing
import Site

extension Rolebook {
  static let buildCommand = Command(
    name: "build", operands: "", summary: "Builds the site of a guide.",
    options: [
      .content, .templates,
      Option("output", letter: "o", value: "DIR", "write the site to DIR (default: public)"),
      Option("base-path", value: "PATH", "set the URL path that the site is served from"),
      Option(
        "locales", value: "LIST", "build only the pages of these locales"),
      Option("since", value: "OLD", "add changes since an older site, guide, or git revision"),
      .date,
      Option(
        "exports", value: "WHICH", choices: ["all"],
        "write 'all' exports, also workbooks above 20,000 rows"),
      Option("offline", "build a site that opens from a disk, without a server"),
      Option("zip", value: "FILE", "also write the site as one ZIP archive to FILE"),
      Option("precompress", "add a .gz and a .br file to every text file"),
      .language, .all, .jobs, .limits, .strict,
      Option(
        "force", "publish into a folder with other files, and keep them"),
      Option("timings", "print the time of each stage"), .quiet, .help,
    ], run: build)

  private static func build(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    try arguments.refuseOperands()
    let output = arguments.values["output"] ?? "public"
    let isFull = arguments.switches.contains("all")
    let clock = arguments.switches.contains("timings") ? StageClock() : nil
    defer { clock.map { terminal.report($0.text) } }
    try arguments.refuseOverlap(output)
    let snapshot = Snapshot()
    let library = try TemplateLibrary(arguments.values["templates"], of: snapshot)
    terminal.progress("reading")
    let since = try await arguments.since(library, terminal)
    let date = try arguments.date()
    let inputs = arguments.buildInputs(library, snapshot, since, date)
    let (language, defects) = try arguments.messages(library, terminal)
    func refuse(_ findings: [Diagnostic]) -> ExitStatus {
      terminal.reportFindings(findings, refusing: output, in: language, isFull: isFull)
    }
    let digest = try? inputs.digest()
    if let digest,
      try repeatReport(
        of: output, builtFrom: digest, inputs.content, terminal, in: language, isFull: isFull)
    {
      return try arguments.packed(output)
    }
    let frame = try? inputs.frame()
    var loader = try arguments.buildLoader(date, snapshot)
    loader.clock = clock
    clock?.end("looking for changes")
    let (loaded, findings) = try await loader.load(library.strings)
    let diagnostics = defects + findings.filter { $0.severity > .note }  // Notes are for 'check'.
    guard let loaded else { return refuse(diagnostics) }
    let locales = try arguments.locales(of: loaded.guide)
    let publisher = try arguments.publisher(
      of: loaded, diagnostics, library, since: since, jobs: loader.jobs)
    let pages = publisher.site.jobs(for: locales)
    let all = (diagnostics + publisher.collisions(pages)).sortedByPlace()
    guard !all.containsError else { return refuse(all) }
    let localeCount = locales?.count ?? loaded.guide.locales.count
    let report = BuildReport(
      all, in: inputs.content, size: size(pages.count, localeCount, loaded.matrix),
      language: language)
    report.printFindings(to: terminal, in: language, isFull: isFull)
    let keys = frame.flatMap { PageKeys(publisher.site, frame: $0) }
    clock?.end("putting the site together")
    let summary = try await library.placingErrors {
      try await publisher.publish(
        pages, to: output, force: arguments.switches.contains("force"), keys: keys,
        progress: { terminal.progress("rendering \($0) of \($1) pages") }
      ) { parts in
        // Changes made during the build may be in the site or not; such a site gets no record.
        guard let digest, inputs.areStill(digest) else { return nil }
        return BuildRecord(inputs: digest, parts: parts, report: report.bytes)
      }
    }
    clock?.end("pages and publishing")
    say(summary, of: output, report.size, terminal)
    return try arguments.packed(output)
  }

  /// Prints the result of publishing.
  private static func say(
    _ summary: StagedSite.Summary, of output: String, _ size: String, _ terminal: Terminal
  ) {
    if let leftover = summary.leftover { terminal.report("rolebook: warning: \(leftover)") }
    terminal.say(
      "\(output): \(size); \(counted(summary.written, "file")) written, "
        + "\(summary.unchanged) unchanged, \(summary.removed) removed")
  }

  /// How much a site has.
  private static func size(_ pages: Int, _ locales: Int, _ matrix: Matrix) -> String {
    "\(counted(pages, "page")) in \(counted(locales, "locale")), "
      + counted(matrix.rows.count, "responsibility", "responsibilities")
  }

  /// Prints again the messages of the build whose site is in the output folder.
  ///
  /// - Returns: false if another site is there, or none, or one that someone else changed.
  private static func repeatReport(
    of output: String, builtFrom digest: String, _ content: String, _ terminal: Terminal,
    in language: any MessageLanguage, isFull: Bool
  ) throws -> Bool {
    guard let site = try BuildRecord.ofUntouchedSite(output), site.record.inputs == digest,
      site.record.holdsPlainReport
    else { return false }
    let report = BuildReport(parsing: site.record.report)
    guard report.speaks(of: content, in: language) else { return false }
    report.printFindings(to: terminal, in: language, isFull: isFull)
    terminal.say(
      "\(output): \(report.size); 0 files written, \(site.fileCount) unchanged, 0 removed")
    return true
  }
}

extension ParsedArguments {
  /// The reader of a guide that is built on a day.
  fileprivate func buildLoader(
    _ date: String, _ snapshot: Snapshot
  ) throws(UsageError) -> GuideLoader {
    var loader = try loader()
    loader.snapshot = snapshot
    loader.spool = Spool()
    loader.date = date
    loader.readsHistory = true
    return loader
  }

  /// The publisher of a guide's site, configured by the options.
  fileprivate func publisher(
    of loaded: LoadedGuide, _ diagnostics: [Diagnostic], _ library: TemplateLibrary,
    since: OlderGuide?, jobs: Int
  ) throws -> SitePublisher {
    let theme = try Theme(library, isOffline: switches.contains("offline"))
    var options = SiteOptions()
    options.news = try theme.news(of: loaded, diagnostics, since: since)
    options.makesAllExports = try asksForAllExports()
    options.date = try saidDate()
    var publisher = SitePublisher(
      theme, of: loaded, diagnostics, jobs: jobs, options: options)
    publisher.isPrecompressing = switches.contains("precompress")
    return publisher
  }

  /// Refuses arguments that aren't options.
  func refuseOperands() throws(UsageError) {
    if let first = operands.first { throw UsageError(message: "unexpected argument '\(first)'") }
  }

  /// Refuses an output folder in the content folder, or around it: one would become the other.
  func refuseOverlap(_ output: String) throws(UsageError) {
    try refuseArchive(in: output)
    let content = values["content"] ?? "content"
    let (inner, outer) = (absolutePath(output), absolutePath(content))
    guard (inner + "/").hasPrefix(outer + "/") || (outer + "/").hasPrefix(inner + "/") else {
      return
    }
    throw UsageError(
      message: "the output folder '\(output)' and the content folder '\(content)' overlap")
  }

  /// All that a build's pages depend on.
  func buildInputs(
    _ library: TemplateLibrary, _ snapshot: Snapshot, _ since: OlderGuide?, _ date: String
  ) -> BuildInputs {
    let options = ["base-path", "locales", "exports"].map { $0 + "=" + (values[$0] ?? "") }
    let older =
      since.map { ["date=" + $0.date, "from=" + ($0.since ?? ""), "since=" + $0.digest] } ?? []
    let history = historyOfPages(snapshot) + ["day=" + ((try? saidDate()) ?? "")]
    let switched = ["strict", "precompress", "offline"].map { "\($0)=\(switches.contains($0))" }
    return BuildInputs(
      content: values["content"] ?? "content", library: library, snapshot: snapshot,
      options: options + older + switched + history + reviews(on: date, snapshot))
  }

  /// The state of the guide's approvals on a day, if there are any: it changes pages by itself.
  private func reviews(on date: String, _ snapshot: Snapshot) -> [String] {
    let path = (values["content"] ?? "content") + "/reviews.yml"
    guard let bytes = try? snapshot.read(path, limit: InputLimits().yamlBytes) else { return [] }
    let reviews = ReviewFile.load(SourceFile(path: path, bytes: bytes)).reviews
    guard !reviews.isEmpty else { return [] }
    let head = GitHistory(folder: values["content"] ?? "content").head ?? ""
    return ["reviews=" + Review.verdicts(on: date, reviews), "history=" + head]
  }

  /// The revision of a guide whose pages show when they changed: history by itself changes them.
  private func historyOfPages(_ snapshot: Snapshot) -> [String] {
    let content = values["content"] ?? "content"
    guard let settings = try? snapshot.read(content + "/guide.yml"),
      String(decoding: settings, as: UTF8.self).contains("last_changed")
    else { return [] }
    return ["history=" + (GitHistory(folder: content).head ?? "")]
  }

  /// Whether files are asked for that take long to make.
  func asksForAllExports() throws(UsageError) -> Bool {
    guard let text = values["exports"] else { return false }
    guard text == "all" else {
      throw UsageError(message: "'--exports' takes 'all', not '\(text)'")
    }
    return true
  }

  /// The number of jobs that is asked for, or that of processors.
  func jobs() throws(UsageError) -> Int {
    guard let text = values["jobs"] else { return availableProcessors() }
    guard let jobs = Int(text), (1...1024).contains(jobs) else {
      throw UsageError(message: "'--jobs' takes a number from 1 to 1024, not '\(text)'")
    }
    return jobs
  }

  func basePath() throws(UsageError) -> String? {
    guard let text = values["base-path"] else { return nil }
    guard let path = BasePath.normalized(text) else {
      throw UsageError(message: "'--base-path' takes a path such as '/guides/', not '\(text)'")
    }
    return path
  }

  /// The locales that are asked for, by index; nil for all.
  func locales(of guide: Guide) throws(UsageError) -> Set<Int>? {
    guard let text = values["locales"] else { return nil }
    var result: Set<Int> = []
    for tag in text.split(separator: ",") { result.insert(try index(of: String(tag), in: guide)) }
    if result.isEmpty { throw UsageError(message: "'--locales' takes tags, such as 'de-DE,fr-FR'") }
    return result
  }

  /// The index of a locale that is asked for.
  func index(of tag: String, in guide: Guide) throws(UsageError) -> Int {
    let tags = guide.locales.map(\.tag)
    if let index = tags.firstIndex(of: tag) { return index }
    let hint = didYouMean(tag, among: tags).map { "; \($0)" } ?? ""
    throw UsageError(message: "the guide has no locale '\(tag)'\(hint)")
  }
}

extension Terminal {
  /// Prints findings and, if there are errors, that the site stays as it was.
  func reportFindings(
    _ diagnostics: [Diagnostic], refusing output: String?,
    in language: any MessageLanguage = EnglishMessages(), isFull: Bool = true
  ) -> ExitStatus {
    BuildReport(diagnostics, in: "", size: "", language: language)
      .printFindings(to: self, in: language, isFull: isFull)
    guard let output else { return .success }
    let errors = diagnostics.count { $0.severity == .error }
    report("rolebook: \(counted(errors, "error")); \(output) was not changed")
    return .findings
  }
}

extension BuildRecord {
  /// Whether the recorded messages have the form of a build's.
  ///
  /// Someone who can write to the output folder must not control the terminal of a build.
  fileprivate var holdsPlainReport: Bool {
    String(decoding: report, as: UTF8.self).unicodeScalars
      .split { ["\0", "\u{1}", "\n"].contains($0) }
      .allSatisfy { String($0) == visible(String($0)) }
  }
}
