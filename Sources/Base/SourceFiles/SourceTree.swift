// SourceFiles finds the files of a guide and reads them. In: a content folder. Out: `SourceTree`,
// which lists files without reading them, and `SourceFile`, the bytes of one file.

/// The files that a content folder contains, sorted, without their bytes.
public struct SourceTree: Sendable {
  /// A Markdown file of one locale.
  public struct DocumentEntry: Sendable, Hashable {
    /// The path below the locale's folder without the ending; `index` for `README` and `_index`.
    public let key: String
    /// The path to open and to show.
    public let path: String
  }

  /// The folder of one locale.
  public struct LocaleFolder: Sendable {
    /// The folder's name.
    public let tag: String
    /// The folder's path.
    public let path: String
    /// Its Markdown files, sorted by key.
    public let documents: [DocumentEntry]
    /// All other files below it, by their path in it.
    public let assets: Set<String>
    /// Whether it contains a `locale.yml`.
    public let hasLocaleFile: Bool

    /// The path of its `locale.yml`.
    public var localeFilePath: String { path + "/locale.yml" }

    /// Whether a path in it is one of its files, or a folder with some of them.
    func contains(_ rest: String) -> Bool {
      if assets.contains(rest) { return true }
      let file = path + "/" + rest
      return documents.contains { $0.path == file || $0.path.hasPrefix(file + "/") }
        || assets.contains { $0.hasPrefix(rest + "/") }
    }
  }

  /// The content folder as it was given.
  public let root: String
  /// Whether there is a `guide.yml`.
  public let hasGuideFile: Bool
  /// The files under `raci/`, by the document key each one names.
  public let raciFiles: [DocumentEntry]
  /// The folders that can be locales: all but `raci` and hidden ones, sorted by name.
  public let localeFolders: [LocaleFolder]
  /// Files that were passed over and why.
  public let diagnostics: [Diagnostic]

  /// Whether a file, or a folder with files in it, is part of the guide.
  public func contains(_ path: String) -> Bool {
    let within = path + "/"
    if path == root + "/guide.yml" { return true }
    if raciFiles.contains(where: { $0.path == path || $0.path.hasPrefix(within) }) { return true }
    return localeFolders.contains { folder in
      if folder.path == path { return true }
      guard path.hasPrefix(folder.path + "/") else { return false }
      let rest = String(path.dropFirst(folder.path.count + 1))
      return rest == "locale.yml" ? folder.hasLocaleFile : folder.contains(rest)
    }
  }
}

/// Walks a content folder.
///
/// Symbolic links are never followed, hidden files never read.
public struct SourceTreeReader {
  private let root: String
  private let mostEntries: Int
  private let snapshot: Snapshot
  private var entryCount = 0
  private var diagnostics: [Diagnostic] = []

  /// Lists the files below `root`.
  ///
  /// If there are more than a guide may have, the others are passed over and one finding says so.
  ///
  /// - Throws: `FileError` if the content folder or a folder in it cannot be listed.
  public static func read(
    _ root: String, _ limits: InputLimits = InputLimits(), of snapshot: Snapshot = Snapshot()
  ) throws(FileError) -> SourceTree {
    var reader = SourceTreeReader(root: root, mostEntries: limits.files, snapshot: snapshot)
    return try reader.tree()
  }

  private mutating func tree() throws(FileError) -> SourceTree {
    var folders: [SourceTree.LocaleFolder] = []
    var raciFiles: [SourceTree.DocumentEntry] = []
    var hasGuideFile = false
    for entry in try visibleEntries(root) {
      let path = root + "/" + entry.name
      switch (entry.kind, entry.name) {
      case (.file, "guide.yml"): hasGuideFile = true
      case (.folder, "raci"):
        let files = try files(below: path)
        raciFiles = documents(files, in: path, suffix: ".yml")
      case (.folder, _): folders.append(try localeFolder(entry.name, path))
      default: continue
      }
    }
    return SourceTree(
      root: root, hasGuideFile: hasGuideFile, raciFiles: raciFiles, localeFolders: folders,
      diagnostics: diagnostics)
  }

  private mutating func localeFolder(
    _ tag: String, _ path: String
  ) throws(FileError) -> SourceTree.LocaleFolder {
    let files = try files(below: path)
    let sorted = files.sorted { $0.precedes($1) }
    let keys = DocumentPath.keys(sorted)
    let assets = zip(sorted, keys).filter { $1 == nil && $0 != "locale.yml" }.map(\.0)
    let documents = zip(sorted, keys).compactMap { file, key in
      key.map { SourceTree.DocumentEntry(key: $0, path: path + "/" + file) }
    }
    return SourceTree.LocaleFolder(
      tag: tag, path: path, documents: documents.sorted { $0.key.precedes($1.key) },
      assets: Set(assets), hasLocaleFile: files.contains("locale.yml"))
  }

  private func documents(
    _ files: [String], in folder: String, suffix: String
  ) -> [SourceTree.DocumentEntry] {
    files.filter { $0.hasSuffix(suffix) && $0.utf8.count > suffix.utf8.count }
      .map { .init(key: String($0.dropLast(suffix.count)), path: folder + "/" + $0) }
      .sorted { $0.key.precedes($1.key) }
  }

  /// The paths of all regular files below a folder, relative to it.
  private mutating func files(below folder: String) throws(FileError) -> [String] {
    var result: [String] = []
    var pending = [""]
    while let prefix = pending.popLast() {
      for entry in try visibleEntries(prefix.isEmpty ? folder : folder + "/" + prefix) {
        let path = prefix.isEmpty ? entry.name : prefix + "/" + entry.name
        switch entry.kind {
        case .file: result.append(path)
        case .folder: pending.append(path)
        case .symbolicLink, .other: continue
        }
      }
    }
    return result
  }

  /// The entries that can be files of a guide; the others are reported.
  private mutating func visibleEntries(_ folder: String) throws(FileError) -> [FolderEntry] {
    var result: [FolderEntry] = []
    // Strings compare by canonical equivalence, so two spellings of "é" are one name here.
    var names: Set<String> = []
    let entries = try snapshot.list(folder, below: root, limit: mostEntries - entryCount + 1)
    let wasFull = entryCount > mostEntries
    entryCount += entries.count
    if entryCount > mostEntries {
      if !wasFull {
        report(
          .filesTooMany, "the guide has more than \(mostEntries) files and folders",
          SourceLocation(path: folder),
          "move files that are not part of it, or raise 'files' under 'limits' in guide.yml")
      }
      return []
    }
    for entry in entries where !entry.name.hasPrefix(".") {
      let place = SourceLocation(path: folder + "/" + entry.name)
      if entry.kind == .symbolicLink {
        report(
          .fileSymbolicLink, "a symbolic link is never followed", place, "copy the file here"
        )
      } else if entry.kind == .other {
        report(
          .fileUnreadable, "this is neither a file nor a folder, so it is never opened", place,
          "move it away")
      } else if entry.name.unicodeScalars.contains(where: isUnfitForNames) {
        report(
          .fileNameInvalid, "the name contains a character that URLs do not allow", place,
          "rename it without control characters, backslashes, or invalid UTF-8")
      } else if !names.insert(entry.name).inserted {
        report(
          .fileNameInvalid,
          "another name in this folder has the same characters in a different Unicode form",
          place, "delete one of the two", severity: .error)
      } else {
        result.append(entry)
      }
    }
    return result
  }

  private mutating func report(
    _ id: DiagnosticID, _ message: DiagnosticMessage, _ place: SourceLocation,
    _ hint: DiagnosticMessage, severity: Severity? = nil
  ) {
    diagnostics.append(Diagnostic(id, message, at: place, hint: hint, severity: severity))
  }

  private init(root: String, mostEntries: Int, snapshot: Snapshot) {
    self.root = root
    self.mostEntries = mostEntries
    self.snapshot = snapshot
  }

  private func isUnfitForNames(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x5C, 0xFFFD, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
      true
    default: false
    }
  }
}
