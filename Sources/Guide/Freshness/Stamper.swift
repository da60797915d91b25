import Base
import Markdown

/// Records in translations the source that they were made from.
///
/// Reads only the settings of a guide, the names of its parties, and the source and the letters of
/// each document. So errors elsewhere are in nobody's way.
public struct Stamper {
  /// A translation with its stamp.
  public struct File {
    /// Its path.
    public let path: String
    /// Its bytes with the stamp.
    public let bytes: [UInt8]
    /// Whether the stamp differs from the one that the file has.
    public let isChanged: Bool
    /// How many rows the source has.
    public let rowCount: Int
  }

  /// Why a translation cannot be stamped.
  public struct Refusal: Error {
    /// The errors in the way.
    public let diagnostics: [Diagnostic]

    /// Turns warnings into errors, since they block a stamp.
    init(_ diagnostics: [Diagnostic]) {
      self.diagnostics = diagnostics.map { $0.severity == .error ? $0 : $0.weighed(.error) }
    }

    init(
      _ id: DiagnosticID, _ message: DiagnosticMessage, _ path: String,
      hint: DiagnosticMessage? = nil
    ) {
      diagnostics = [
        Diagnostic(id, message, at: SourceLocation(path: path), hint: hint, severity: .error)
      ]
    }
  }

  private let content: String
  private let settings: GuideSettings
  private let letters: GuideLetters
  /// The stamps of the documents that were asked for, by key.
  private var stamps: [String: SourceStamp] = [:]

  /// Reads a guide's settings.
  ///
  /// - Parameter tableWords: the words of tables by language and key.
  /// - Throws: `FileError` if there is no guide, `Refusal` if its settings cannot be used.
  public init(content: String, tableWords: [String: [String: String]]) throws {
    self.content = content
    let (settings, findings) = GuideSettings.load(try readSourceFile(content + "/guide.yml"))
    guard let settings, !findings.containsError else { throw Refusal(findings) }
    self.settings = settings
    letters = GuideLetters(
      scheme: settings.letters, parties: settings.parties.map(\.text), tables: nil,
      words: LetterWords(tableWords, for: settings.letters),
      names: try Self.partyNames(settings, in: content),
      sourceIndex: settings.locales.firstIndex { $0.text == settings.sourceLocale } ?? 0)
  }

  /// The names of the parties in each locale.
  private static func partyNames(
    _ settings: GuideSettings, in content: String
  ) throws -> [[LocaleSettings.PartyName]] {
    let parties = settings.parties.map(\.text)
    return try settings.locales.map { locale in
      let path = "\(content)/\(locale.text)/locale.yml"
      let said =
        try isRegularFile(path)
        ? LocaleSettings.load(
          try readSourceFile(path), locale: locale.text, parties: parties
        ).0 : LocaleSettings()
      return parties.map { said.parties[$0] ?? .init(name: $0, short: $0, description: nil) }
    }
  }

  /// A translation as it is to be.
  ///
  /// - Throws: `Refusal` if it cannot be stamped.
  public mutating func stamped(_ path: String) throws(Refusal) -> File {
    let (locale, key) = try document(at: path)
    guard locale != settings.sourceLocale else {
      throw Refusal(
        .stampNeedless, "this is the source: '\(locale)' is the guide's source locale", path,
        hint: "stamp its translations")
    }
    let stamp = try stamp(ofDocument: key, for: path)
    let bytes = try read { () throws(FileError) in try readFile(path) }
    do throws(FrontMatterEditor.Refusal) {
      let lines = stamp.lines(parties: settings.parties.map(\.text))
      let edited = try FrontMatterEditor.setting(
        SourceStamp.key, to: lines, in: bytes, path: path)
      return File(
        path: path, bytes: edited, isChanged: edited != bytes, rowCount: stamp.rows.count)
    } catch {
      throw Refusal(error.diagnostics)
    }
  }

  /// The locale and the key of the document that a file is.
  private func document(at path: String) throws(Refusal) -> (locale: String, key: String) {
    guard try read({ () throws(FileError) in try isRegularFile(path) }) else {
      throw refusal(ofNoFile: path)
    }
    let root = absolutePath(content) + "/"
    let parts = path.split(separator: "/")
    let folder = path.hasPrefix("/") ? "/" : ""
    let place = absolutePath(
      parts.count == 1 ? folder + "." : folder + parts.dropLast().joined(separator: "/"))
    let file = place + "/" + (parts.last ?? "")
    let below = file.utf8.starts(with: root.utf8) ? file.dropFirst(root.count) : ""
    let steps = below.split(separator: "/").map(String.init)
    let isHidden = steps.contains { $0.hasPrefix(".") }
    guard let tag = steps.first, steps.count > 1, !isHidden,
      let stem = DocumentPath.stem(String(below.dropFirst(tag.utf8.count + 1))),
      settings.locales.contains(where: { $0.text.utf8.elementsEqual(tag.utf8) })
    else {
      throw Refusal(
        .fileUnreadable, "this is not a document of the guide in \(content)", path,
        hint: "use '--content' for another guide")
    }
    return (tag, DocumentPath.indexed(stem))
  }

  private func refusal(ofNoFile path: String) -> Refusal {
    if (try? isFolder(path)) == true {
      return Refusal(.fileUnreadable, "this is a folder; name its files", path)
    }
    guard (try? isRegularFile(absolutePath(path))) == true else {
      return Refusal(.fileUnreadable, "there is no such file", path)
    }
    return Refusal(
      .fileSymbolicLink, "a symbolic link is never followed", path,
      hint: "name its target")
  }

  private mutating func stamp(
    ofDocument key: String, for path: String
  ) throws(Refusal) -> SourceStamp {
    if let known = stamps[key] { return known }
    let raci = try raci(key)
    let folder = "\(content)/\(settings.sourceLocale)/"
    var source: String?
    for name in DocumentPath.candidates(key) where source == nil {
      let path = folder + name
      if try read({ () throws(FileError) in try isRegularFile(path) }) { source = path }
    }
    guard let source else {
      throw Refusal(
        .documentWithoutSource, "the source locale has no '\(key).md' that it was made from", path)
    }
    let file = try read { () throws(FileError) in try readSourceFile(source) }
    let (document, findings) = DocumentParser.parse(
      file,
      .init(
        key: key, locale: settings.sourceLocale, isResponsibilityDocument: raci != nil))
    let locales = [settings.sourceLocale]
    let letters = letters.only(
      settings.locales.firstIndex { $0.text == settings.sourceLocale } ?? 0)
    let (set, defects) = try read { () throws(FileError) in
      try DocumentSetBuilder.build(
        key: key, raci: raci, versions: [document], sourceIndex: 0, locales: locales,
        letters: letters)
    }
    let errors = (findings + defects).filter { $0.severity == .error }
    guard errors.isEmpty, let version = set.versions.first.flatMap({ $0 }),
      let stamp = try read({ () throws(FileError) in
        try SourceStamp(of: version.document, set.responsibilities, locale: 0)
      })
    else { throw Refusal(errors) }
    let revision = GitHistory(folder: content).revision(of: source)
    stamps[key] = stamp.of(revision: revision)
    return stamp.of(revision: revision)
  }

  /// The letters of a document; nil if it has none.
  private func raci(_ key: String) throws(Refusal) -> RaciFile? {
    let path = "\(content)/raci/\(key).yml"
    guard try read({ () throws(FileError) in try isRegularFile(path) }) else { return nil }
    let file = try read { () throws(FileError) in try readSourceFile(path) }
    let (raci, findings) = RaciFile.load(
      file, key: key, parties: settings.parties.map(\.text), letters: settings.letters)
    if findings.containsError { throw Refusal(findings) }
    return raci
  }

  private func read<Result>(_ body: () throws(FileError) -> Result) throws(Refusal) -> Result {
    do throws(FileError) { return try body() } catch {
      throw Refusal(.fileUnreadable, "\(error.reason)", error.path)
    }
  }
}
