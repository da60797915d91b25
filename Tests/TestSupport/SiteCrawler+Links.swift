extension SiteCrawler {
  /// The links, loads and references of a page that lead nowhere.
  func linkProblems(_ path: String, _ page: HTMLPage) -> [Problem] {
    page.tags.flatMap { tag -> [Problem] in
      let urls = [
        "href", "action", "cite", "data-search-index",
      ]
      .compactMap { tag[$0] }
      let bad = Set(urls + loaded(by: tag)).sorted().compactMap { complaint(about: $0, in: path) }
      let references = [
        "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "for",
        "popovertarget", "list", "form",
      ].flatMap { tag.words($0) }
      let unknown = references.filter { !ids[path, default: []].contains($0) }
      return (bad + unknown.map { "'\($0)' is no id of the page" })
        .map { Problem(file: path, line: tag.line, message: $0) }
    }
  }

  /// The counterparts in other languages that a page names and that do not name it, and what else
  /// is wrong with them.
  func alternateProblems(_ path: String, _ page: HTMLPage) -> [Problem] {
    let links = Self.translations(page)
    guard let line = links.first?.line, !isBorrowed(path, page) else { return [] }
    var problems: [Problem] = []
    func report(_ line: Int, _ message: String) {
      problems.append(Problem(file: path, line: line, message: message))
    }
    let tags = links.map { $0["hreflang"] ?? "" }
    if !tags.contains("x-default") { report(line, "no alternate is x-default") }
    for tag in Set(tags).sorted() where tags.count(where: { $0 == tag }) > 1 {
      report(line, "more than one alternate is \(tag)")
    }
    if !alternates(of: path).contains(path) { report(line, "the page is none of its alternates") }
    for link in links {
      guard case .file(let other, _) = addresses.target(of: link["href"] ?? "", in: path) else {
        report(link.line, "an alternate that is no page: \(link["href"] ?? "")")
        continue
      }
      if !alternates(of: other).contains(path) {
        report(link.line, "\(other) does not name this page as an alternate")
      }
      let language = pages[other]?.elements("html").first?["lang"]
      if let tag = link["hreflang"], tag != "x-default", tag != language {
        report(link.line, "\(other) is in \(language ?? "no language"), not in \(tag)")
      }
    }
    return problems
  }

  /// Whether a page shows what is another's: its canonical address is not its own.
  private func isBorrowed(_ path: String, _ page: HTMLPage) -> Bool {
    let canonical = page.elements("link").first { $0.words("rel") == ["canonical"] }?["href"]
    return canonical.map { addresses.target(of: $0, in: path) != .file(path, fragment: nil) }
      ?? false
  }

  /// The links to the same page in other languages; a feed is an alternate of another kind.
  private static func translations(_ page: HTMLPage) -> [HTMLPage.Tag] {
    page.elements("link").filter { $0.words("rel").contains("alternate") && $0["type"] == nil }
  }

  private func alternates(of path: String) -> Set<String> {
    let links = pages[path].map(Self.translations) ?? []
    return Set(
      links.compactMap { link in
        guard case .file(let file, _) = addresses.target(of: link["href"] ?? "", in: path) else {
          return nil
        }
        return file
      })
  }
}
