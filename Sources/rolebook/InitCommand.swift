import Adoption
import Base
import Guide
import Publishing
import Site

extension Rolebook {
  static let initCommand = Command(
    name: "init", operands: "DIR",
    summary: "Creates a guide, or adopts existing texts and tables.",
    options: [
      Option(
        "from", value: "PATH", "adopt a folder, a Markdown file, a .csv, or an .xlsx; repeatable"),
      Option(
        "locale", value: "LOCALE", "set the language of the '--from' before it, or of other files"
      ),
      Option("source", value: "LOCALE", "set the source locale (default: the newest)"),
      Option(
        "sheet", value: "NAME",
        "read sheet NAME of a workbook (default: the first visible one with letters)"),
      Option(
        "letters", value: "MAP",
        "set the scheme, such as 'daci', or the meaning of signs, such as '✔=RA,o=C'; repeatable"
      ),
      Option("dry-run", "print the report without writing files"),
      .jobs,
      Option("quiet", letter: "q", "print only errors"),
      .help,
    ], run: initialize)

  private static func initialize(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    let isDry = arguments.switches.contains("dry-run")
    guard let target = arguments.operands.first ?? (isDry ? "" : nil) else {
      throw UsageError(message: "'init' needs a folder for the new guide")
    }
    if arguments.operands.count > 1 {
      throw UsageError(message: "unexpected argument '\(arguments.operands[1])'")
    }
    let roots = try arguments.adoptedRoots()
    if !isDry, try isFolder(target),
      try !listFolder(target).filter({ !$0.name.hasPrefix(".") }).isEmpty
    {
      throw AdoptionError.targetNotEmpty(target)
    }
    if roots.isEmpty {
      if isDry { return .success }
      try write(Starter.files, [], to: target)
      terminal.say("\(target): \(counted(Starter.files.count, "file"))")
      terminal.say("Next: cd \(target) && rolebook build")
      return .success
    }
    return try await adopt(roots, into: isDry ? nil : target, arguments, terminal)
  }

  private static func adopt(
    _ roots: [AdoptedRoot], into target: String?, _ arguments: ParsedArguments,
    _ terminal: Terminal
  ) async throws -> ExitStatus {
    let source = arguments.values["source"].map(LanguageTag.canonical)
    let options = try arguments.adoptionOptions()
    let loose = try await LooseFiles.read(
      roots,
      .init(
        language: roots.count == 1 ? roots[0].locale : nil, source: source,
        sheet: arguments.values["sheet"], words: options.tableWords),
      jobs: try arguments.jobs())
    for reason in loose.unreadable { terminal.report(visible(reason)) }
    let adoption = try Adoption(
      loose.documents, source: source ?? loose.likelySource, options)
    let guide = try await adoption.result(jobs: try arguments.jobs())
    let files = guide.files
    let report = AdoptionReport(loose, source: adoption.source, guide.tables)
    for line in report.lines {
      if target == nil { try terminal.print(line) } else { terminal.say(line) }
    }
    let status: ExitStatus = loose.unreadable.isEmpty ? .success : .failure
    guard let target else { return status }
    try write(files, loose.assets, to: target)
    terminal.say("\(target): \(counted(files.count + loose.assets.count, "file"))")
    let findings = try await checked(target, arguments)
    let counts = FindingCounts(findings, in: EnglishMessages()).lines
    terminal.say("rolebook check: \(counts.joined(separator: "\n"))")
    for finding in findings.filter({ $0.severity == .error }).prefix(10) {
      terminal.say(finding.text)
    }
    terminal.say("Next: cd \(target) && rolebook preview")
    return status
  }

  private static func write(
    _ files: [Adoption.File], _ assets: [LooseFiles.Asset], to target: String
  ) throws {
    let folder = try NewFolder(target)
    var written: [String] = []
    do {
      for file in files {
        try folder.write(file.path, file.bytes)
        written.append(file.path)
      }
      for asset in assets {
        try folder.write(asset.path, try readFile(asset.source))
        written.append(asset.path)
      }
    } catch {
      folder.remove(written)
      throw error
    }
  }

  /// The findings of `check` in the new guide.
  private static func checked(
    _ target: String, _ arguments: ParsedArguments
  ) async throws -> [Diagnostic] {
    var loader = GuideLoader(
      content: target + "/content", basePath: nil, isStrict: false, jobs: try arguments.jobs())
    return try await findings(&loader, try TemplateLibrary(nil)).0
  }
}

extension ParsedArguments {
  /// The files and folders to adopt, each with the locale that follows it.
  fileprivate func adoptedRoots() throws(UsageError) -> [AdoptedRoot] {
    var roots: [AdoptedRoot] = []
    var early: String?
    for (name, value) in ordered {
      if name == "from" {
        roots.append(.init(path: value, locale: roots.isEmpty ? early : nil))
      } else if name == "locale" {
        guard LanguageTag.isValid(value), let tag = LocaleName(value)?.tag ?? Self.tag(value) else {
          throw UsageError(
            message: "'--locale' takes a language tag such as 'de-DE', not '\(value)'")
        }
        if let last = roots.indices.last { roots[last].locale = tag } else { early = tag }
      }
    }
    for name in ["source", "locale", "sheet", "letters"] where roots.isEmpty && values[name] != nil
    {
      throw UsageError(message: "'--\(name)' needs '--from'")
    }
    return roots
  }

  /// The words of tables, with the meanings that '--letters' sets.
  fileprivate func adoptionOptions() throws -> Adoption.Options {
    var findings: [Diagnostic] = []
    let words = try TemplateLibrary(nil).strings(for: [], &findings).tableWords
    var scheme: LetterScheme?
    var signs: [String: LetterSet] = [:]
    for (name, value) in ordered where name == "letters" {
      if let preset = LetterScheme.presets.first(where: { $0.name == value.lowercased() }) {
        scheme = preset
        continue
      }
      for pair in value.split(separator: ",") { try Self.addSign(String(pair), to: &signs) }
    }
    return Adoption.Options(tableWords: words, scheme: scheme, signs: signs)
  }

  /// Reads `✔=RA`; a sign without letters means nobody.
  private static func addSign(
    _ pair: String, to signs: inout [String: LetterSet]
  ) throws(UsageError) {
    let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let sign = parts.first.map { $0.trimmingPrefix { $0 == " " } } ?? ""
    let letters = (parts.count == 2 ? parts[1] : "").uppercased().filter { $0 != " " }
    let isKnown = letters.allSatisfy { !LetterSet($0).isEmpty }
    guard parts.count == 2, !sign.isEmpty, isKnown, Set(letters).count == letters.count else {
      throw UsageError(
        message: "'--letters' takes a scheme such as 'daci', or a sign and letters such as '✔=RA', "
          + "not '\(pair)'")
    }
    signs[String(sign)] = letters.reduce(into: LetterSet()) { $0.formUnion(LetterSet($1)) }
  }

  private static func tag(_ text: String) -> String? { LanguageTag.canonical(text) }
}
