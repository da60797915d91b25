import Foundation

extension SiteCrawler {
  /// The addresses in the site's files for machines that lead nowhere.
  func dataProblems() -> [Problem] {
    files.paths.flatMap { path -> [Problem] in
      guard let bytes = files.files[path], !path.hasPrefix("schemas/") else { return [] }
      // The names of its members are words of texts, "url" perhaps among them.
      if path.contains("/search/tokens/") { return [] }
      if path.hasSuffix(".json") { return jsonProblems(path, bytes) }
      return path == "sitemap.xml" ? sitemapProblems(path, bytes) : []
    }
  }

  private func jsonProblems(_ path: String, _ bytes: Data) -> [Problem] {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: bytes) else {
      return [Problem(file: path, line: 0, message: "not JSON")]
    }
    // The files of a split search index are parts of it.
    let place = path.replacing(/search\/entries\/\d+\.json$/, with: "search/index.json")
    return urls(in: value).compactMap { complaint(about: $0, in: place) }.map {
      Problem(file: path, line: 0, message: $0)
    }
  }

  /// The members `url` and `evidence` at any depth; a null has nothing to be checked.
  private func urls(in value: JSONValue) -> [String] {
    switch value {
    case .array(let values): values.flatMap(urls)
    case .object(let members):
      members.sorted { $0.key < $1.key }.flatMap { name, member in
        ["url", "evidence"].contains(name) ? [member.string].compactMap(\.self) : urls(in: member)
      }
    default: []
    }
  }

  /// Every address of a sitemap is a page's own: one that exists and is not borrowed.
  private func sitemapProblems(_ path: String, _ bytes: Data) -> [Problem] {
    let text = String(decoding: bytes, as: UTF8.self)
    let links = HTMLPage(bytes).elements("xhtml:link").map { ($0.line, $0["href"] ?? "") }
    let locations = text.matches(of: /<loc>([^<]*)<\/loc>/).map { (0, String($0.1)) }
    return (locations + links).compactMap { line, url in
      complaint(about: url, in: path).map { Problem(file: path, line: line, message: $0) }
    }
  }
}
