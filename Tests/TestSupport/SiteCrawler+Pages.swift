extension SiteCrawler {
  /// The defects of a page by itself.
  func pageProblems(_ path: String, _ page: HTMLPage) -> [Problem] {
    var problems: [Problem] = []
    func report(_ line: Int, _ message: String) {
      problems.append(Problem(file: path, line: line, message: message))
    }
    let root = page.elements("html").first
    if (root?["lang"] ?? "").isEmpty { report(root?.line ?? 0, "the page has no lang") }
    for tag in page.tags {
      let isRoot = tag.name == "html"
      guard let direction = tag["dir"] ?? (isRoot ? "" : nil) else { continue }
      let allowed = isRoot ? ["ltr", "rtl"] : ["ltr", "rtl", "auto"]
      if !allowed.contains(direction) { report(tag.line, "dir is '\(direction)'") }
    }
    if page.elements("title").isEmpty { report(0, "the page has no title") }
    if page.elements("h1").count != 1 {
      report(0, "the page has \(page.elements("h1").count) h1")
    }
    var seen: Set<String> = []
    for (id, line) in page.ids where !seen.insert(id).inserted {
      report(line, "the id '\(id)' is there twice")
    }
    return problems + page.tags.flatMap { policyProblems(path, $0) }
  }

  /// The requests that a policy that allows only the site's own files would refuse.
  private func policyProblems(_ path: String, _ tag: HTMLPage.Tag) -> [Problem] {
    var messages: [String] = []
    switch tag.name {
    case "script" where tag["src"] == nil: messages.append("an inline script")
    case "script" where !tag.rawText.isEmpty: messages.append("a script with text and src")
    case "style": messages.append("an inline style sheet")
    case "base": messages.append("a base element, which moves every relative link")
    default: break
    }
    for (name, _) in tag.attributes where name == "style" || name.hasPrefix("on") {
      messages.append("the attribute '\(name)' on \(tag.name)")
    }
    for url in loaded(by: tag) where addresses.target(of: url, in: path) == .elsewhere {
      messages.append("\(tag.name) loads \(url) from another host")
    }
    return messages.map { Problem(file: path, line: tag.line, message: $0) }
  }

  /// The URLs that a browser fetches by itself for a tag.
  func loaded(by tag: HTMLPage.Tag) -> [String] {
    let fetches = ["stylesheet", "icon", "preload", "modulepreload", "manifest"]
    var urls = ["src", "poster", "data"].compactMap { name in
      name == "data" && tag.name != "object" ? nil : tag[name]
    }
    if tag.name == "link", tag.words("rel").contains(where: fetches.contains) {
      urls += [tag["href"] ?? ""]
    }
    let candidates = tag["srcset"]?.split(separator: ",") ?? []
    return urls + candidates.compactMap { $0.split(separator: " ").first.map(String.init) }
  }
}
