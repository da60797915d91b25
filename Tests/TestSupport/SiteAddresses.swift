import Foundation

/// Turns the URLs in a site's files into the files that a server answers with.
struct SiteAddresses: Sendable {
  /// The target of a URL.
  enum Target: Equatable {
    /// To another site, or to a program for mail or calls.
    case elsewhere
    /// To a file of the site and perhaps to an id in it.
    case file(String, fragment: String?)
    /// To nothing, and why.
    case wrong(String)
  }

  /// The paths of all files below the output folder.
  let files: Set<String>
  /// The path that the site is served from.
  let basePath: String
  /// The scheme and host of complete URLs, or nothing.
  let origin: String

  /// The target of a URL in a file.
  func target(of url: String, in file: String) -> Target {
    var rest = url[...]
    if !origin.isEmpty, rest.hasPrefix(origin + "/") { rest = rest.dropFirst(origin.count) }
    if let end = rest.firstIndex(where: { ":/?#".contains($0) }), rest[end] == ":" {
      let known = ["http", "https", "mailto", "tel"].contains(rest[..<end].lowercased())
      return known ? .elsewhere : .wrong("the scheme is not allowed")
    }
    if rest.hasPrefix("//") { return .elsewhere }
    let parts = rest.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? String(parts[1]).removingPercentEncoding : nil
    if fragment?.isEmpty == true { return .wrong("the fragment is empty") }
    let address = parts[0].prefix { $0 != "?" }
    guard !address.isEmpty else { return .file(file, fragment: fragment) }
    return target(ofPath: String(address), in: file, fragment: fragment)
  }

  private func target(ofPath path: String, in file: String, fragment: String?) -> Target {
    guard let decoded = path.removingPercentEncoding else { return .wrong("bad percent-encoding") }
    var folders: [Substring]
    if decoded.hasPrefix("/") {
      guard decoded.hasPrefix(basePath) else { return .wrong("outside of the base path") }
      folders = []
    } else if file.hasSuffix("404.html") {
      return .wrong("relative on a page that any address may show")
    } else {
      folders = file.split(separator: "/").dropLast()
    }
    let below = decoded.hasPrefix("/") ? decoded.dropFirst(basePath.count) : decoded[...]
    for component in below.split(separator: "/") {
      switch component {
      case ".": continue
      case "..":
        guard folders.popLast() != nil else { return .wrong("above the site") }
      default: folders.append(component)
      }
    }
    let isFolder = below.isEmpty || below.hasSuffix("/")
    let found = (folders + (isFolder ? ["index.html"] : [])).joined(separator: "/")
    if files.contains(found) { return .file(found, fragment: fragment) }
    let lacksSlash = files.contains("\(found)/index.html")
    return .wrong(lacksSlash ? "a folder without its slash" : "no such file")
  }
}
