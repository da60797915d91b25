import Diagnostics
import Documents
import Text

/// Where a link leads once the whole guide is known.
public enum ResolvedLink: Sendable, Equatable {
  /// An address that is written as it is.
  case address(String)
  /// A document's page in a locale.
  case page(document: Int, locale: Int, fragment: String?)
  /// A generated page, by its path below the reader's locale, which ends in a slash, and by the
  /// query and fragment behind it.
  case generated(path: String, suffix: String)
  /// A file beside the documents, by the locale whose folder holds it and its path there.
  case file(locale: Int, path: String)
  /// Nowhere: the text is shown without a link.
  case none
}

/// Resolves the links of documents against the guide.
public struct LinkResolver: Sendable {
  private let guide: Guide
  private let documentByKey: [String: Int]
  private let assets: [Set<String>]
  private let parties: Set<String>

  /// Takes the guide and, by locale, the paths of the files that are no documents.
  public init(_ guide: Guide, assets: [Set<String>]) {
    self.guide = guide
    self.assets = assets
    var byKey: [String: Int] = [:]
    for (index, document) in guide.documents.enumerated() { byKey[document.key] = index }
    documentByKey = byKey
    parties = Set(guide.settings.parties.map(\.text))
  }

  /// Resolves a link of a document.
  ///
  /// - Parameters:
  ///   - version: the version that holds the link.
  ///   - home: the locale of that version.
  ///   - locale: the reader's locale, which differs from `home` where the page is a fallback.
  /// - Returns: where it leads, and what is wrong with it.
  public func resolve(
    _ link: Document.Link, in version: DocumentSet.Version, home: Int, for locale: Int
  ) -> (target: ResolvedLink, diagnostic: Diagnostic?) {
    switch LinkDestination(link.destination) {
    case .unsafe(let form):
      return (
        .none,
        Diagnostic(
          .linkUnsafe, "a link of the form '\(form)' is not allowed", at: link.location,
          locale: guide.locales[home].tag, hint: "http, https, mailto, tel and relative links are")
      )
    case .web(let address): return (.address(address), externalImage(link, home))
    case .serverPath(let path): return (.address(ruledServerPath(path, locale) ?? path), nil)
    case .relative(let path, let query, let fragment):
      return relative(path, suffix(query, fragment), fragment, link, version, home, locale)
    }
  }

  private func relative(
    _ path: String, _ suffix: String, _ fragment: String?, _ link: Document.Link,
    _ version: DocumentSet.Version, _ home: Int, _ locale: Int
  ) -> (ResolvedLink, Diagnostic?) {
    let key = version.document.key
    let folder = key.split(separator: "/").dropLast().joined(separator: "/")
    let full = path.isEmpty ? key + ".md" : normalizedPath(path, from: folder)
    if let document = document(full), !link.isImage {
      return page(document, fragment, link, home, locale)
    }
    if isGenerated(full) {
      let folder = full.hasSuffix("/") ? full : full + "/"
      return (.generated(path: folder, suffix: suffix), nil)
    }
    for folder in [home, guide.sourceIndex] where assets[folder].contains(full) {
      return (.file(locale: folder, path: full), nil)
    }
    if let address = ruled(full, locale) { return (.address(address + suffix), nil) }
    let tag = guide.locales[home].tag
    if link.isImage {
      return (
        .none,
        Diagnostic(
          .imageMissing, "the image '\(link.destination)' is not here", at: link.location,
          locale: tag, hint: didYouMean(full, among: assets[home]))
      )
    }
    let known = documentByKey.keys.map { $0 + ".md" }
    return (
      .none,
      Diagnostic(
        .linkUnresolved, "the link to '\(link.destination)' leads to nothing in this guide",
        at: link.location, locale: tag,
        hint: didYouMean(full, among: known) ?? "'links' in guide.yml can say where it leads")
    )
  }

  private func document(_ path: String) -> Int? {
    if path.hasSuffix(".md") { return documentByKey[String(path.dropLast(3))] }
    let key = path.hasSuffix("/") ? String(path.dropLast()) : path
    return documentByKey[key] ?? documentByKey[key.isEmpty ? "index" : key + "/index"]
  }

  private func page(
    _ document: Int, _ fragment: String?, _ link: Document.Link, _ home: Int, _ locale: Int
  ) -> (ResolvedLink, Diagnostic?) {
    let set = guide.documents[document]
    guard let shown = guide.nearestLocale(of: set, for: locale), let version = set.versions[shown]
    else { return (.none, nil) }
    let pageLocale = guide.shownLocale(of: set, for: locale) == nil ? shown : locale
    guard let fragment else {
      return (.page(document: document, locale: pageLocale, fragment: nil), nil)
    }
    // A fragment can be a slug of the language that the link is written in.
    let meant = set.versions[home]?.id(forFragment: fragment) ?? fragment
    if let id = version.id(forFragment: fragment) ?? version.id(forFragment: meant) {
      return (.page(document: document, locale: pageLocale, fragment: id), nil)
    }
    let finding = Diagnostic(
      .linkFragmentMissing, "no anchor '\(fragment)' in \(version.document.path)",
      at: link.location, locale: guide.locales[home].tag,
      hint: didYouMean(fragment, among: version.ids))
    return (.page(document: document, locale: pageLocale, fragment: nil), finding)
  }

  private func isGenerated(_ path: String) -> Bool {
    let parts = path.split(separator: "/").map(String.init)
    switch parts.first {
    case "matrix" where parts.count == 1: return true
    case "matrix":
      let key = parts.dropFirst().joined(separator: "/")
      return documentByKey[key].map { !guide.documents[$0].responsibilities.isEmpty } ?? false
    case "search": return parts.count == 1
    case "parties": return parts.count == 2 && parties.contains(parts[1])
    default: return false
    }
  }

  private func suffix(_ query: String?, _ fragment: String?) -> String {
    (query.map { "?" + $0 } ?? "") + (fragment.map { "#" + percentEncoded($0) } ?? "")
  }

  private func ruledServerPath(_ text: String, _ locale: Int) -> String? {
    let path = text.prefix { $0 != "?" && $0 != "#" }
    guard let decoded = percentDecoded(String(path)) else { return nil }
    return ruled(decoded, locale).map { $0 + text[path.endIndex...] }
  }

  /// The address that the guide's link rules give a path, without a Markdown file's ending.
  private func ruled(_ path: String, _ locale: Int) -> String? {
    for rule in guide.settings.links where path.hasPrefix(rule.prefix) {
      var rest = String(path.dropFirst(rule.prefix.count))
      if rest.hasSuffix(".md") { rest = String(rest.dropLast(3)) }
      let target = rule.target.split(separator: "{locale}", omittingEmptySubsequences: false)
        .joined(separator: guide.locales[locale].tag)
      return target + percentEncoded(rest)
    }
    return nil
  }

  private func externalImage(_ link: Document.Link, _ home: Int) -> Diagnostic? {
    guard link.isImage else { return nil }
    return Diagnostic(
      .imageExternal, "the image is on another host, which pages never ask; a link stands for it",
      at: link.location, locale: guide.locales[home].tag, hint: "copy the file into the guide")
  }
}
