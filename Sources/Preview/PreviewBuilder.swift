import Base
import Guide
import Publishing
import Site

/// Builds a guide in memory again and again, each time from the changed files.
public struct PreviewBuilder {
  private let ownTemplates: String?
  private var library: TemplateLibrary
  private var loader: GuideLoader
  private var theme: Theme?
  private var themeNumber = 0
  private var words: Words?
  private var paths: PreviewedPaths?
  private var generation = 0
  private let work: OpenWork
  private let messages: (any MessageLanguage)?

  /// Takes the loader of a guide and the folder of a publisher's own templates.
  ///
  /// - Parameters:
  ///   - work: finds the texts to translate.
  ///   - messages: the language of the findings; nil for that of each page.
  /// - Throws: `TemplateLibrary.MissingTemplates`.
  public init(
    _ loader: GuideLoader, templates: String?, work: OpenWork,
    messages: (any MessageLanguage)? = nil
  ) throws {
    self.work = work
    self.messages = messages
    self.loader = loader
    ownTemplates = templates
    library = try TemplateLibrary(templates)
  }

  /// The UI words of some locales, and the errors in their files.
  private struct Words {
    let locales: [String]
    let loader: StringLoader
    let findings: [Diagnostic]
  }

  /// The folders whose files a site is made of.
  public var folders: [String] { [loader.content] + library.folders }

  /// The responder that answers requests from `state`.
  ///
  /// - Throws: `FileError` if a file of the preview cannot be read.
  public func responder(_ state: PreviewState) throws -> PreviewResponder {
    var ignored: [Diagnostic] = []
    let words = try library.strings(for: [], &ignored).table(
      for: "en", source: "en", settings: LocaleSettings(), localeFile: .init(path: ""))
    let names = ["preview.js", "preview.css", "waiting.html"]
    let files = try names.map { ($0, try library.previewFile($0) ?? []) }
    return PreviewResponder(
      state: state, words: words.0, files: Dictionary(uniqueKeysWithValues: files), work: work,
      messages: messages, library: library)
  }

  /// The problems if there is no site to show.
  public struct Broken: Error {
    /// The errors.
    public let problems: [PreviewProblem]
  }

  /// Takes notice of changes.
  ///
  /// - Returns: whether they touch anything that the site is made of.
  public mutating func note(_ changes: FolderChanges) -> Bool {
    if changes.isUnsure {
      loader.memory = GuideMemory()
      theme = nil
      return true
    }
    var matters = false
    for path in changes.written.union(changes.removed) where note(path) { matters = true }
    return matters
  }

  private mutating func note(_ path: String) -> Bool {
    if library.folders.contains(where: { path.hasPrefix($0 + "/") }) {
      theme = nil
      return true
    }
    let isThere = (try? isRegularFile(path)) == true
    let wasThere = loader.memory.tree?.contains(path) ?? true
    if !isThere || !wasThere {
      // A file that appeared and is gone again does not matter; editors make such files when they
      // save.
      guard isThere || wasThere || (try? isFolder(path)) == true else { return false }
      loader.memory.forgetTree()
    }
    loader.memory.forget(file: path)
    return true
  }

  /// Builds the site of the files as they are now.
  ///
  /// - Throws: `Broken` if they give none.
  public mutating func build() async throws(Broken) -> PreviewedSite {
    do {
      let theme = try freshTheme()
      let (library, known) = (library, words)
      var read: Words?
      let (loaded, diagnostics) = try await loader.load { locales, findings in
        let words =
          try known.flatMap { $0.locales == locales ? $0 : nil }
          ?? Self.words(of: locales, in: library)
        read = words
        findings += words.findings
        return words.loader
      }
      words = read ?? known
      guard let loaded else { throw Broken(problems: diagnostics.problems) }
      var options = SiteOptions()
      options.openWorkPath = PreviewResponder.workPath
      let publisher = SitePublisher(
        theme, of: loaded, diagnostics, jobs: loader.jobs, options: options)
      let paths = paths(of: publisher)
      let all =
        paths.collisions.isEmpty
        ? diagnostics : (diagnostics + paths.collisions).sortedByPlace()
      guard !all.containsError else { throw Broken(problems: all.problems) }
      generation += 1
      return PreviewedSite(publisher.site, of: loaded, paths, findings: all, generation: generation)
    } catch let broken as Broken {
      throw broken
    } catch {
      throw Broken(problems: [PreviewProblem(error)])
    }
  }

  private static func words(
    of locales: [String], in library: TemplateLibrary
  ) throws -> Words {
    var findings: [Diagnostic] = []
    let loader = try library.strings(for: locales, &findings)
    return Words(locales: locales, loader: loader, findings: findings)
  }

  private mutating func paths(of publisher: SitePublisher) -> PreviewedPaths {
    if let paths, paths.fit(publisher, theme: themeNumber) { return paths }
    let made = PreviewedPaths(publisher, theme: themeNumber)
    paths = made
    return made
  }

  private mutating func freshTheme() throws -> Theme {
    if let theme { return theme }
    words = nil
    library = try TemplateLibrary(ownTemplates)
    let made = try Theme(library)
    theme = made
    themeNumber += 1
    return made
  }
}

extension [Diagnostic] {
  /// The errors, at most so many as somebody would read.
  fileprivate var problems: [PreviewProblem] {
    filter { $0.severity == .error }.prefix(100).map { PreviewProblem($0) }
  }
}
