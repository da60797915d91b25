import Base
import Guide

/// A file or folder that is adopted.
public struct AdoptedRoot: Sendable, Equatable {
  /// Its path on the disk.
  public let path: String
  /// The locale that the user named for it.
  public var locale: String?

  /// A file or folder, without reading it.
  public init(path: String, locale: String?) { (self.path, self.locale) = (path, locale) }
}

/// The files of all folders that are adopted, without their bytes.
struct LooseTree {
  /// A file.
  struct Entry: Sendable {
    /// The path among all adopted files, folders of several roots by their names.
    let place: String
    /// The path to open and to show.
    let path: String
  }

  /// The endings of files that are Markdown, lower case, the usual one first.
  static let markdownEndings = ["md", "mdx", "markdown", "mdown", "mkd"]
  /// The endings of tables.
  static let sheetEndings = ["csv", "tsv", "xlsx", "xlsm"]
  /// The endings of texts in other formats.
  static let textEndings = [
    "adoc", "asciidoc", "doc", "docx", "htm", "html", "ods", "odt", "org", "pdf", "rst", "rtf",
    "txt", "wiki", "xls",
  ]
  /// Folders of programs, which nobody writes texts in.
  private static let passedOver: Set<String> = ["node_modules", "bower_components"]
  private static let mostFiles = InputLimits().files

  private(set) var markdown: [Entry] = []
  private(set) var sheets: [Entry] = []
  private(set) var others: [Entry] = []
  /// Links, which are not followed.
  private(set) var links: [String] = []
  /// The locales that the user named, by the folders' names.
  private(set) var given: [String: String] = [:]
  /// The name of the only folder; empty if there are several or a file.
  private(set) var rootName = ""
  /// The folders of files that were named one by one, whose pictures are looked for on demand.
  private(set) var folders: [String: String] = [:]

  /// Lists all files below the roots.
  ///
  /// - Throws: `FileError` or `AdoptionError`.
  init(_ roots: [AdoptedRoot]) throws {
    var names: Set<String> = []
    for root in roots {
      let name = Self.name(of: root.path)
      var unique = name
      var number = 2
      while !names.insert(unique).inserted {
        unique = "\(name)-\(number)"
        number += 1
      }
      if try isFolder(root.path) {
        if try isRegularFile(root.path + "/guide.yml") {
          throw AdoptionError.isGuide(folder: root.path)
        }
        if roots.count == 1 { rootName = name } else { given[unique] = root.locale }
        try list(root.path, roots.count == 1 ? "" : unique + "/")
      } else if try isRegularFile(root.path) {
        let folder = root.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let above = folder.isEmpty ? "." : folder.joined(separator: "/")
        // A file with a locale of its own is in a folder with that name.
        let place = root.locale.map { _ in unique + "/" } ?? ""
        if let locale = root.locale { given[unique] = locale }
        folders[place] = above.isEmpty ? "/" : above
        add(place + name, root.path)
      } else {
        throw FileError(path: root.path, reason: "no such file or folder")
      }
    }
    // A table is a document if it was named, or if there is nothing else.
    if !markdown.isEmpty, folders.isEmpty {
      others += sheets
      sheets = []
    }
    if markdown.isEmpty, sheets.isEmpty {
      throw AdoptionError.noFiles(folder: roots.map(\.path).joined(separator: ", "))
    }
  }

  /// Takes a file that a text names, if it is below a named file's folder.
  mutating func addOther(_ place: String, _ path: String) {
    others.append(.init(place: place, path: path))
  }

  private mutating func list(_ root: String, _ prefix: String) throws {
    var pending = [""]
    while let folder = pending.popLast() {
      for entry in try listFolder(folder.isEmpty ? root : root + "/" + folder)
      where !entry.name.hasPrefix(".") {
        let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
        switch entry.kind {
        case .folder: if !Self.passedOver.contains(entry.name) { pending.append(path) }
        case .file: add(prefix + path, root + "/" + path)
        case .symbolicLink: links.append(root + "/" + path)
        case .other: continue
        }
      }
      guard markdown.count + others.count <= Self.mostFiles else {
        throw FileError(path: root, reason: "more than \(Self.mostFiles) files")
      }
    }
    markdown.sort { $0.place.precedes($1.place) }
    others.sort { $0.place.precedes($1.place) }
    sheets.sort { $0.place.precedes($1.place) }
  }

  private mutating func add(_ place: String, _ path: String) {
    let entry = Entry(place: place, path: path)
    let ending = Self.split(place).ending.lowercased()
    if Self.markdownEndings.contains(ending) {
      markdown.append(entry)
    } else if Self.sheetEndings.contains(ending) {
      sheets.append(entry)
    } else {
      others.append(entry)
    }
  }

  /// Whether a file has text for programs, as `requirements.txt` has.
  static func isOfPrograms(_ place: String) -> Bool {
    let name = place.split(separator: "/").last?.lowercased() ?? ""
    return programFiles.contains(name) || name.hasPrefix("requirements") && name.hasSuffix(".txt")
  }

  private static let programFiles: Set<String> = [
    "cmakelists.txt", "constraints.txt", "llms.txt", "robots.txt",
  ]

  /// A path without its ending, and the ending.
  static func split(_ path: String) -> (stem: String, ending: String) {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")), dot > path.startIndex,
      !path[dot...].contains("/")
    else { return (path, "") }
    return (String(path[..<dot]), String(path[path.utf8.index(after: dot)...]))
  }

  private static func name(of path: String) -> String {
    absolutePath(path).split(separator: "/").last.map(String.init) ?? "files"
  }
}
