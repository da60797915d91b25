import Diagnostics
import Guide
import Pages

extension Rolebook {
  static let buildCommand = Command(
    name: "build", operands: "", summary: "Builds the site of a guide into a folder.",
    options: [
      .content, .templates, Option("output", value: "DIR", "where the site goes (default: public)"),
      Option("base-path", value: "PATH", "the path under which the site hangs on its server"),
      Option("locales", value: "LIST", "only the pages of these locales, divided by commas"),
      .jobs, .strict,
      Option("force", "keep going where the output holds files of others, which are kept"),
      .quiet, .help,
    ], run: build)

  private static func build(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    try arguments.refuseOperands()
    let output = arguments.values["output"] ?? "public"
    let library = try TemplateLibrary(arguments.values["templates"])
    var loader = try arguments.loader()
    terminal.progress("reading")
    let (loaded, diagnostics) = try await loader.load(library)
    guard let loaded else { return terminal.reportFindings(diagnostics, refusing: output) }
    let locales = try arguments.locales(of: loaded.guide)
    let publisher = try sitePublisher(loaded, diagnostics, library, loader.jobs)
    let pages = publisher.site.jobs(for: locales)
    let all = (diagnostics + publisher.collisions(pages)).sortedByPlace()
    guard !all.containsError else { return terminal.reportFindings(all, refusing: output) }
    _ = terminal.reportFindings(all, refusing: nil)
    let force = arguments.switches.contains("force")
    let summary = try await library.placingErrors {
      try await publisher.publish(pages, to: output, force: force, terminal: terminal)
    }
    if let leftover = summary.leftover { terminal.report("rolebook: warning: \(leftover)") }
    let shown = locales?.count ?? loaded.guide.locales.count
    terminal.say(
      "\(output): \(counted(pages.count, "page")) in \(counted(shown, "locale")), "
        + "\(counted(loaded.matrix.rows.count, "responsibility", "responsibilities")); "
        + "\(counted(summary.written, "file")) written, \(summary.unchanged) unchanged, "
        + "\(summary.removed) removed")
    return .success
  }

  /// A publisher for a guide that was read.
  static func sitePublisher(
    _ loaded: LoadedGuide, _ findings: [Diagnostic], _ library: TemplateLibrary, _ jobs: Int
  ) throws -> SitePublisher {
    let assets = try library.assets()
    let site = Site(
      guide: loaded.guide, matrix: loaded.matrix, links: loaded.links, assets: assets,
      templates: try library.templates(), findings: findings, contentFolder: loaded.contentFolder)
    return SitePublisher(
      site: site, files: loaded.files, schemas: try library.schemas(), assets: assets, jobs: jobs)
  }
}

extension ParsedArguments {
  /// Refuses arguments that are no options.
  func refuseOperands() throws(UsageError) {
    if let first = operands.first { throw UsageError(message: "unexpected argument '\(first)'") }
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
    let tags = guide.locales.map(\.tag)
    var result: Set<Int> = []
    for tag in text.split(separator: ",").map(String.init) {
      guard let index = tags.firstIndex(of: tag) else {
        let hint = didYouMean(tag, among: tags).map { "; \($0)" } ?? ""
        throw UsageError(message: "the guide has no locale '\(tag)'\(hint)")
      }
      result.insert(index)
    }
    return result
  }
}

extension Terminal {
  /// Prints findings and, where there are errors, that the site stays as it was.
  func reportFindings(_ diagnostics: [Diagnostic], refusing output: String?) -> ExitStatus {
    for diagnostic in diagnostics {
      report(diagnostic.text(coloring: { colored($0, isError: diagnostic.severity == .error) }))
    }
    guard let output else { return .success }
    let errors = diagnostics.count { $0.severity == .error }
    report("rolebook: \(counted(errors, "error")); \(output) stays as it was")
    return .findings
  }
}

/// A number and its word, such as `1 error` or `2 errors`.
func counted(_ count: Int, _ word: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? word : plural ?? word + "s")"
}
