import Base
import Guide
import Publishing
import Site

extension Rolebook {
  static let exportCommand = Command(
    name: "export", operands: "", summary: "Exports the matrix, or the whole guide as one file.",
    options: [
      Option(
        "format", value: "FORMAT", choices: ExportChoice.names,
        "matrix: csv, xlsx, json, markdown, oscal; guide: html, docx"),
      Option(
        "locale", value: "LOCALE", "set the language (default: the source; for xlsx, all)"),
      Option(
        "document", value: "DOCUMENT",
        "export only this document, such as 'intro/roles', as html or docx"),
      Option("output", letter: "o", value: "FILE", "write to FILE (default: standard output)"),
      .date,
      .content, .templates,
      Option("base-path", value: "PATH", "set the URL path that the site is served from"),
      .jobs, .strict, .quiet, .help,
    ], run: export)

  private static func export(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    try arguments.refuseOperands()
    let choice = try arguments.exportChoice()
    let output = arguments.values["output"].flatMap { $0 == "-" ? nil : $0 }
    guard output != nil || choice.isText || !terminal.showsOutput else {
      throw UsageError(message: "'\(choice.name)' is not text; use '--output FILE'")
    }
    let library = try TemplateLibrary(arguments.values["templates"])
    var loader = try arguments.loader()
    let date = try arguments.date()
    loader.date = date
    let (loaded, findings) = try await loader.load(library.strings)
    _ = terminal.reportFindings(findings.filter { $0.severity > .note }, refusing: nil)
    guard let loaded, !findings.containsError else {
      let errors = findings.count { $0.severity == .error }
      terminal.report("rolebook: \(counted(errors, "error")); nothing was exported")
      return .findings
    }
    let locale = try arguments.locale(of: loaded.guide)
    let document = try arguments.document(of: loaded, locale ?? loaded.guide.sourceIndex)
    var options = SiteOptions()
    options.date = date
    let site = try Theme(library).site(of: loaded, findings, options)
    let (bytes, size, leftOut) = try await library.placingErrors {
      try arguments.exported(choice, site, loaded, locale, document)
    }
    for path in leftOut {
      terminal.report(visible("rolebook: warning: no room for the picture '\(path)'"))
    }
    guard let output else {
      try terminal.write(bytes)
      return .success
    }
    try writeFile(output, bytes)
    terminal.say("\(output): \(size)")
    return .success
  }
}

/// The kind of an export: a form of the matrix, or one of the whole guide.
private enum ExportChoice {
  case matrix(ExportFormat)
  case book(BookFormat)

  init?(_ name: String) {
    if let format = ExportFormat(rawValue: name) {
      self = .matrix(format)
    } else if let format = BookFormat(rawValue: name) {
      self = .book(format)
    } else {
      return nil
    }
  }

  static let names = ExportFormat.allCases.map(\.rawValue) + BookFormat.allCases.map(\.rawValue)

  var name: String {
    switch self {
    case .matrix(let format): format.rawValue
    case .book(let format): format.rawValue
    }
  }

  var isText: Bool {
    switch self {
    case .matrix(let format): format.isText
    case .book(let format): format.isText
    }
  }
}

extension ParsedArguments {
  fileprivate func exportChoice() throws(UsageError) -> ExportChoice {
    let names = ExportChoice.names
    let list = alternatives(names)
    guard let text = values["format"] else {
      throw UsageError(message: "'export' needs '--format': \(list)")
    }
    guard let choice = ExportChoice(text) else {
      let hint = didYouMean(text, among: names).map { "; \($0)" } ?? ""
      throw UsageError(message: "'--format' takes \(list), not '\(text)'\(hint)")
    }
    if case .matrix = choice, values["document"] != nil {
      throw UsageError(message: "'--document' needs '--format html' or '--format docx'")
    }
    return choice
  }

  /// The locale that is asked for, by index; nil if none is.
  fileprivate func locale(of guide: Guide) throws(UsageError) -> Int? {
    try values["locale"].map { (tag) throws(UsageError) in try index(of: tag, in: guide) }
  }

  /// The document that is asked for, by index; nil if none is.
  ///
  /// Its file's name or path names it, too.
  fileprivate func document(of loaded: LoadedGuide, _ locale: Int) throws(UsageError) -> Int? {
    guard let name = values["document"] else { return nil }
    let guide = loaded.guide
    let tag = guide.locales[locale].tag
    let index = guide.documents.firstIndex { set in
      let paths = set.versions.compactMap { $0?.document.path }
      let ofLocale = guide.locales.map { loaded.contentFolder + "/" + $0.tag + "/" }
      let files = paths.flatMap { path in
        [path] + ofLocale.filter(path.hasPrefix).map { String(path.dropFirst($0.count)) }
      }
      return set.key == name || files.contains(name)
    }
    guard let index else {
      let hint = didYouMean(name, among: guide.documents.map(\.key)).map { "; \($0)" } ?? ""
      throw UsageError(message: "the guide has no document '\(name)'\(hint)")
    }
    guard guide.shownLocale(of: guide.documents[index], for: locale) != nil else {
      throw UsageError(message: "the document '\(name)' is not in '\(tag)'")
    }
    return index
  }

  /// The bytes of an export, how much is in it, and the pictures for which it has no room.
  fileprivate func exported(
    _ choice: ExportChoice, _ site: Site, _ loaded: LoadedGuide, _ locale: Int?, _ document: Int?
  ) throws -> (bytes: [UInt8], size: String, leftOut: [String]) {
    switch choice {
    case .matrix(let format):
      let rows = loaded.matrix.rows.count
      return (
        try site.export(format, locale: locale, date: try date()),
        counted(rows, "responsibility", "responsibilities"), []
      )
    case .book(let format):
      let locale = locale ?? loaded.guide.sourceIndex
      let size = site.sizeOfBook(locale: locale, document: document)
      let (content, limit) = (loaded.contentFolder, loaded.guide.settings.limits.assetBytes)
      let tags = loaded.guide.locales.map(\.tag)
      let files = BookFiles { path, folder in
        try? readFile("\(content)/\(tags[folder])/\(path)", below: content, limit: limit)
      }
      let bytes = try site.book(format, locale: locale, document: document, files: files)
      return (
        bytes,
        counted(size.documents, "document") + ", "
          + counted(size.rows, "responsibility", "responsibilities"), files.leftOut
      )
    }
  }
}
