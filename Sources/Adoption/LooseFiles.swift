import Base
import Exchange
import Guide
import Markdown

/// Reads the files that are adopted, decides the place of each, and adjusts their links.
public struct LooseFiles {
  /// The user's choices, in addition to the folders.
  public struct Options: Sendable {
    /// The language of files that name none.
    var language: String?
    /// The locale that the others are translated from.
    var source: String?
    /// The name of the sheet of a workbook.
    var sheet: String?
    /// The words of tables by language and key.
    var words: [String: [String: String]]

    /// Takes the user's choices; nil for those that they leave open.
    public init(
      language: String?, source: String?, sheet: String?,
      words: [String: [String: String]] = [:]
    ) {
      (self.language, self.source, self.sheet) = (language, source, sheet)
      self.words = words
    }
  }

  /// A file beside the documents, by its path in the new guide and the one to read.
  public struct Asset: Sendable {
    /// Its path in the new guide.
    public let path: String
    /// Its path on the disk.
    public let source: String
  }

  private(set) var findings: [Diagnostic] = []
  /// The documents, by path.
  public private(set) var documents: [AdoptedDocument] = []
  /// The files that come along beside the documents.
  public private(set) var assets: [Asset] = []
  /// The files that could not be read, each with the reason.
  public private(set) var unreadable: [String] = []
  /// The files that are not adopted, by the reason.
  private(set) var leftOut: [(paths: [String], reason: String)] = []
  /// Whether some of them are documents, which are adopted if the user names their folder.
  private(set) var leavesDocuments = false
  /// Notes for the user, a sentence each.
  private(set) var notes: [String] = []
  /// The locale of the files that name none; nil if all name one.
  private(set) var untagged: String?
  /// Whether the user named it.
  private var isNamed = false

  private var tree: LooseTree
  private var files: [LooseFile] = []
  private var texts: [[UInt8]] = []
  private var places: [String] = []

  /// Reads all files below some roots.
  ///
  /// - Throws: `FileError` or `AdoptionError`.
  public static func read(
    _ roots: [AdoptedRoot], _ options: Options, jobs: Int
  ) async throws -> LooseFiles {
    var files = LooseFiles(tree: try LooseTree(roots))
    files.readTexts(options)
    if files.files.isEmpty { throw AdoptionError.nothingRead(files.unreadable) }
    let layout = try LayoutPlanner.plan(files.files, files.hints(roots, options))
    files.note(layout)
    files.isNamed = options.language != nil
    try await files.place(layout, jobs)
    return files
  }

  /// The locale of the files that name none, if it is likely the source.
  ///
  /// Then the user named it, or it has half as many documents as any other.
  public var likelySource: String? {
    let counts = Dictionary(grouping: documents, by: \.locale).mapValues(\.count)
    guard let untagged, let own = counts[untagged] else { return nil }
    return isNamed || own * 2 >= counts.values.max() ?? 0 ? untagged : nil
  }

  private init(tree: LooseTree) {
    self.tree = tree
  }

  private mutating func readTexts(_ options: Options) {
    let wiki = WikiLinks(tree.markdown.map(\.place))
    for entry in tree.markdown {
      do throws(FileError) {
        let bytes = text(
          of: try readFile(entry.path, limit: InputLimits().fileBytes), entry, options.language)
        if let defect = SourceFile(path: entry.path, bytes: bytes).defect() {
          unreadable.append(Self.reason(defect))
        } else {
          add(entry, withLinks(withTables(bytes, entry.path), entry, wiki))
        }
      } catch { unreadable.append("\(error)") }
    }
    for entry in tree.sheets {
      do {
        let read = try SheetDocument.read(
          entry.path, sheet: options.sheet, language: options.language, words: options.words)
        notes += read.notes
        add(entry, read.markdown)
      } catch { unreadable.append("\(error)") }
    }
  }

  /// A file's bytes in UTF-8, those in UTF-16 or in an encoding of Windows that its language shows.
  private mutating func text(
    of bytes: [UInt8], _ entry: LooseTree.Entry, _ language: String?
  ) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      notes.append("'\(entry.path)' is adopted in UTF-8 instead of UTF-16")
      return TextEncoding.decode(bytes).text
    }
    guard String(validating: bytes, as: UTF8.self) == nil, !bytes.contains(0) else { return bytes }
    let given = entry.place.split(separator: "/").first.flatMap { tree.given[String($0)] }
    guard
      let found = LegacyText.decode(bytes, language: given ?? language, place: entry.place)
    else { return bytes }
    notes.append("'\(entry.path)' is adopted in UTF-8 instead of \(found.name)")
    return found.text
  }

  /// A text with its tables as Markdown writes them.
  private mutating func withTables(_ bytes: [UInt8], _ path: String) -> [UInt8] {
    guard let narrow = WideBars.narrowed(bytes) else { return bytes }
    notes.append("'\(path)' has tables with bars of full width, which are adopted as '|'")
    return narrow
  }

  /// A text with the links of a wiki as Markdown writes them.
  private mutating func withLinks(
    _ bytes: [UInt8], _ entry: LooseTree.Entry, _ wiki: WikiLinks
  ) -> [UInt8] {
    guard let linked = wiki.linked(bytes, in: entry.place) else { return bytes }
    notes.append(
      "'\(entry.path)' has links of a wiki, '[[page]]', which are adopted as '[page](page.md)'")
    return linked
  }

  /// Why a file is not read, in one line.
  private static func reason(_ defect: Diagnostic) -> String {
    "\(defect.location): \(defect.message) [\(defect.id.rawValue)]"
  }

  private mutating func add(_ entry: LooseTree.Entry, _ bytes: [UInt8]) {
    let parts = LooseTree.split(entry.place).stem.split(separator: "/").map(String.init)
    guard let stem = parts.last else { return }
    files.append(
      .init(path: entry.path, folders: parts.dropLast(), stem: stem, hints: TextHints(bytes)))
    texts.append(bytes)
    places.append(entry.place)
  }

  private func hints(_ roots: [AdoptedRoot], _ options: Options) -> LayoutPlanner.Hints {
    var configuration = ToolConfiguration()
    for name in ToolConfiguration.names {
      guard let entry = tree.others.first(where: { $0.place == name }),
        let bytes = try? readFile(entry.path, limit: 1 << 20)
      else { continue }
      configuration.read(name, String(decoding: bytes, as: UTF8.self))
    }
    var hints = LayoutPlanner.Hints()
    hints.given = tree.given.merging(configuration.folders) { named, _ in named }
    hints.language = options.language ?? (roots.count == 1 ? roots[0].locale : nil)
    hints.source = options.source
    hints.configured = configuration.defaultLocale
    hints.rootName = tree.rootName
    hints.hasSeveralRoots = roots.count > 1 && tree.folders.isEmpty
    return hints
  }

  private mutating func note(_ layout: Layout) {
    notes += layout.notes
    untagged = layout.untagged
    for left in layout.leftOut {
      leftOut.append((left.files.map { files[$0].path }, left.reason))
      leavesDocuments = true
    }
    if !tree.links.isEmpty { leftOut.append((tree.links, "symbolic links are not followed")) }
  }

  /// Gives every file its place, adjusts links, and parses the results.
  private mutating func place(_ layout: Layout, _ jobs: Int) async throws {
    findLinkedFiles()
    var moved: [String: LinkTargets.Place] = [:]
    for place in layout.places {
      let old = places[place.file]
      let ending = AdoptedDocument.ending(of: old)
      moved[old] = .init(locale: place.locale, path: place.key + ending)
    }
    var targets = LinkTargets(
      documents: moved, others: Set(tree.others.map(\.place)), layout: layout)
    var work: [(place: Layout.Place, path: String, bytes: [UInt8])] = []
    for place in layout.places {
      let old = places[place.file]
      let bytes = LinkRewriter.rewrite(texts[place.file]) { targets.moved($0, in: old) }
      work.append((place, files[place.file].path, bytes))
      texts[place.file] = []
    }
    bringFiles(&targets, layout)
    let sources = Dictionary(tree.others.map { ($0.place, $0.path) }) { first, _ in first }
    assets = targets.assets.sorted { $0.key.precedes($1.key) }.compactMap { path, old in
      sources[old].map { Asset(path: path, source: $0) }
    }
    leaveOutTexts(except: Set(assets.map(\.source)))
    let parsed = try await parallelMap(work, jobs: jobs) { item in
      DocumentParser.parse(
        SourceFile(path: item.path, bytes: item.bytes),
        .init(key: item.place.key, locale: item.place.locale, isResponsibilityDocument: true))
    }
    for (item, parsed) in zip(work, parsed) {
      findings += parsed.diagnostics
      guard let document = parsed.document else {
        unreadable.append(parsed.diagnostics.first.map(Self.reason) ?? item.path)
        continue
      }
      documents.append(
        .init(
          path: item.path, bytes: item.bytes, locale: item.place.locale, key: item.place.key,
          document: document))
    }
    if documents.isEmpty { throw AdoptionError.nothingRead(unreadable) }
  }

  /// Names the texts and tables that are neither documents nor files beside them.
  private mutating func leaveOutTexts(except taken: Set<String>) {
    let open = tree.folders.isEmpty ? tree.others.filter { !taken.contains($0.path) } : []
    let ending = { (entry: LooseTree.Entry) in LooseTree.split(entry.place).ending.lowercased() }
    for (endings, reason) in [
      (LooseTree.sheetEndings, "a table beside Markdown, which '--from FILE' adopts"),
      (LooseTree.textEndings, "neither Markdown nor a table; save them as one"),
    ] {
      let paths = open.filter { endings.contains(ending($0)) && !LooseTree.isOfPrograms($0.place) }
        .map(\.path)
      if !paths.isEmpty { leftOut.append((paths, reason)) }
    }
  }

  /// Takes all files in languages' folders along, linked or not.
  private func bringFiles(_ targets: inout LinkTargets, _ layout: Layout) {
    for entry in tree.others {
      var path = ""
      for part in entry.place.split(separator: "/").dropLast() {
        path = path.isEmpty ? String(part) : path + "/" + part
        guard let locale = layout.folders[path] else { continue }
        targets.bring(entry.place, to: locale)
        break
      }
    }
  }

  /// Finds the files that texts named one by one link to.
  private mutating func findLinkedFiles() {
    if tree.folders.isEmpty { return }
    var found: [String: String] = [:]
    for (index, place) in places.enumerated() {
      let own = place.split(separator: "/").dropLast().joined(separator: "/")
      let prefix = own.isEmpty ? "" : own + "/"
      guard let folder = tree.folders[prefix] else { continue }
      _ = LinkRewriter.rewrite(texts[index]) { path in
        let parts = path.split(separator: "/")
        if !path.hasPrefix("/"), !parts.contains(".."), !path.utf8.contains(0) {
          let tidy = parts.filter { $0 != "." }.joined(separator: "/")
          let file = folder + "/" + tidy
          if !tidy.isEmpty, (try? isRegularFile(file)) == true { found[prefix + tidy] = file }
        }
        return nil
      }
    }
    let known = Set(places)
    for (place, path) in found.sorted(by: { $0.key < $1.key }) where !known.contains(place) {
      if LooseTree.markdownEndings.contains(LooseTree.split(place).ending.lowercased()) { continue }
      tree.addOther(place, path)
    }
  }
}
