import Base
import Synchronization

/// The possible targets of links, searched when the first link leads to nothing.
struct TargetNames: Sendable {
  /// The documents' files.
  let documents: LateNames
  /// The paths of pages below a locale, each with a slash behind it.
  let pages: LateNames
  /// By locale, the other files.
  let files: [LateNames]

  init(keys: [String], parties: Set<String>, assets: [Set<String>]) {
    documents = LateNames { keys.map { $0 + ".md" } }
    pages = LateNames {
      ["matrix/", "search/"] + parties.map { "parties/\($0)/" }
        + keys.filter { $0 != "index" }.map { key in
          key.hasSuffix("/index") ? String(key.dropLast("index".count)) : key + "/"
        }
    }
    files = assets.map { paths in LateNames { Array(paths) } }
  }
}

/// Known names that are prepared once, when something is first asked.
final class LateNames: Sendable {
  private let list: @Sendable () -> [String]
  private let names = Mutex<KnownNames?>(nil)
  /// The names by their small letters; nil if several have the same.
  private let folded = Mutex<[String: String?]?>(nil)

  init(_ list: @escaping @Sendable () -> [String]) {
    self.list = list
  }

  /// A hint that offers the name that differs only in case, else the nearest one, or nil if none is
  /// near.
  func didYouMean(_ name: String) -> DiagnosticMessage? {
    let match = folded.withLock { folded in
      let table =
        folded
        ?? Dictionary(
          list().map { ($0.lowercased(), Optional($0)) }, uniquingKeysWith: { _, _ in nil })
      folded = table
      return table[name.lowercased()] ?? nil
    }
    if let match { return "did you mean '\(match)'?" }
    let known = names.withLock { names in
      let known = names ?? KnownNames(list())
      names = known
      return known
    }
    return known.didYouMean(name)
  }
}

/// The anchors of documents, prepared once each, when a link to one of them first leads to nothing.
final class AnchorNames: Sendable {
  private let guide: Guide
  private let names = Mutex<[Version: KnownNames]>([:])

  private struct Version: Hashable {
    let document: Int
    let locale: Int
  }

  init(_ guide: Guide) { self.guide = guide }

  /// A hint that offers the nearest anchor of a document in a locale; nil if none is near.
  func didYouMean(_ name: String, document: Int, locale: Int) -> DiagnosticMessage? {
    let version = Version(document: document, locale: locale)
    let known = names.withLock { names in
      let known =
        names[version] ?? KnownNames(guide.documents[document].versions[locale]?.ids ?? [])
      names[version] = known
      return known
    }
    return known.didYouMean(name)
  }
}
