import Foundation

/// Holds a built site to what every page owes its readers: links that lead somewhere, ids that
/// are unique, languages that are said, and nothing that a strict policy forbids.
public struct SiteCrawler: Sendable {
  /// Something that is wrong on a page or in a file of the site.
  public struct Problem: Equatable, Sendable, CustomStringConvertible {
    /// The file's path below the site's folder.
    public let file: String
    /// Its line; 0 if it is not at one place.
    public let line: Int
    /// The defect.
    public let message: String

    /// The place and what is wrong there.
    public var description: String { "\(file):\(line): \(message)" }
  }

  let files: FolderContents
  let pages: [String: HTMLPage]
  let ids: [String: Set<String>]
  let addresses: SiteAddresses

  /// Reads a built site.
  ///
  /// - Parameters:
  ///   - folder: The output folder.
  ///   - basePath: The path that it is served from; begins and ends with a slash.
  ///   - origin: What the guide's `site_url` says, if it says anything.
  public init(_ folder: URL, basePath: String = "/", origin: String = "") throws {
    files = try FolderContents(of: folder)
    pages = files.files.filter { $0.key.hasSuffix(".html") }.mapValues { HTMLPage($0) }
    ids = pages.mapValues { Set($0.ids.map(\.id)) }
    addresses = SiteAddresses(files: Set(files.paths), basePath: basePath, origin: origin)
  }

  /// The paths of all pages, in the order of their bytes.
  public var pagePaths: [String] { files.paths.filter { pages[$0] != nil } }

  /// Everything that is wrong, by file and line.
  public func problems() -> [Problem] {
    let ofPages = pagePaths.flatMap { path in
      pages[path].map { page in
        pageProblems(path, page) + linkProblems(path, page) + alternateProblems(path, page)
      } ?? []
    }
    return ofPages + orphans() + dataProblems()
  }

  /// The defect of a URL in a file, or nil if it has a target.
  func complaint(about url: String, in file: String) -> String? {
    switch addresses.target(of: url, in: file) {
    case .elsewhere: nil
    case .wrong(let message): "\(url): \(message)"
    case .file(let path, let fragment):
      fragment.flatMap { ids[path, default: []].contains($0) ? nil : "\(url): no such id" }
    }
  }

  /// Pages that no other page leads to; those for errors are found by the server.
  private func orphans() -> [Problem] {
    var reached: Set<String> = ["index.html"]
    for (path, page) in pages {
      for link in page.elements("a") {
        guard let url = link["href"],
          case .file(let target, _) = addresses.target(of: url, in: path), target != path
        else { continue }
        reached.insert(target)
      }
    }
    return pagePaths.filter { !reached.contains($0) && !$0.hasSuffix("404.html") }.map {
      Problem(file: $0, line: 0, message: "no page leads here")
    }
  }
}
