import Base
import Markdown

/// The target of a link once the whole guide is known.
public enum ResolvedLink: Sendable, Equatable {
  /// An address that is written as it is.
  case address(String)
  /// A document's page in a locale.
  case page(document: Int, locale: Int, fragment: String?)
  /// A generated page, by its path below the reader's locale, which ends in a slash, and by the
  /// query and fragment behind it.
  case generated(path: String, suffix: String)
  /// A file beside the documents, by the locale whose folder contains it and its path there.
  case file(locale: Int, path: String)
  /// Nowhere: the text is shown without a link.
  case none
}

/// Resolves the links of documents against the guide.
public struct LinkResolver: Sendable {
  /// The guide whose links these are.
  public let guide: Guide
  /// The documents by their keys, by their indices in the guide.
  public let documentByKey: [String: Int]
  /// By locale, the paths of the files that are not documents.
  public let assets: [Set<String>]
  /// Documents of which no file could be read: links to them are not at fault.
  public let unreadable: Set<String>
  let parties: Set<String>
  let names: TargetNames
  let anchors: AnchorNames
  let others: OtherAddresses
  /// Whether some letters could not be read, so that rows may lack their ids.
  let lettersAreBroken: Bool
  /// The documents that have rows, by the beginning of their rows' anchors on matrix pages.
  let documentByMatrixPrefix: [String: Int]
  /// The length of the longest of these beginnings in bytes.
  let longestMatrixPrefix: Int
  /// The locales by their tags, by their indices in the guide.
  public let localeByTag: [String: Int]
  /// The locales by the names that folders and addresses have for them, in small letters.
  private let localeByName: [String: Int]
  /// The length of the longest of these names in bytes.
  private let longestName: Int
  /// The guide's link rules, each with its target in every locale.
  private let rules: [(prefix: String, targets: [String])]
  private let prefixes: PrefixIndex

  /// Takes the guide and, by locale, the paths of the files that are not documents.
  ///
  /// - Parameter unreadable: the keys of documents that are there and could not be read.
  public init(_ guide: Guide, assets: [Set<String>], unreadable: Set<String> = []) {
    self.guide = guide
    self.assets = assets
    self.unreadable = unreadable
    var byKey: [String: Int] = [:]
    var byPrefix: [String: Int] = [:]
    for (index, document) in guide.documents.enumerated() {
      byKey[document.key] = index
      if document.responsibilities.isEmpty { continue }
      byPrefix[document.key.split(separator: "/").joined(separator: "--")] = index
    }
    documentByKey = byKey
    documentByMatrixPrefix = byPrefix
    longestMatrixPrefix = byPrefix.keys.map(\.utf8.count).max() ?? 0
    localeByTag = Dictionary(
      zip(guide.locales.map(\.tag), guide.locales.indices), uniquingKeysWith: { first, _ in first })
    lettersAreBroken = guide.documents.contains { $0.raci?.isBroken ?? false }
    let parties = Set(guide.settings.parties.map(\.text))
    self.parties = parties
    others = OtherAddresses(guide.documents)
    anchors = AnchorNames(guide)
    let names = Self.names(of: guide.locales.map(\.tag))
    localeByName = names
    longestName = names.keys.map(\.utf8.count).max() ?? 0
    self.names = TargetNames(keys: guide.documents.map(\.key), parties: parties, assets: assets)
    rules = guide.settings.links.map { rule in
      let parts = rule.target.split(separator: "{locale}", omittingEmptySubsequences: false)
      return (rule.prefix, guide.locales.map { parts.joined(separator: $0.tag) })
    }
    prefixes = PrefixIndex(rules.map { Array($0.prefix.utf8) })
  }

  /// Locales by their tags, and by only their languages if one locale has each.
  private static func names(of tags: [String]) -> [String: Int] {
    var names: [String: Int] = [:]
    var isShared: Set<String> = []
    for (index, tag) in tags.enumerated() {
      let language = tag.lowercased().split(separator: "-").first.map(String.init) ?? ""
      if names.updateValue(index, forKey: language) != nil { isShared.insert(language) }
    }
    for language in isShared { names[language] = nil }
    for (index, tag) in tags.enumerated() { names[tag.lowercased()] = index }
    return names
  }

  /// The locale that a part of a path names, in any spelling.
  func locale(named name: some StringProtocol) -> Int? {
    guard name.utf8.count <= longestName else { return nil }
    return localeByName[
      name.lowercased().replacingBytes(UInt8(ascii: "_"), with: UInt8(ascii: "-"))]
  }

  /// Resolves a link of a document.
  ///
  /// - Parameters:
  ///   - link: the link, by its index in the document.
  ///   - version: the version that contains it.
  ///   - home: the locale of that version.
  ///   - locale: the reader's locale, which differs from `home` if the page is a fallback.
  /// - Returns: the target of the link, and the errors in it.
  public func resolve(
    _ link: Int, in version: DocumentSet.Version, home: Int, for locale: Int
  ) -> (target: ResolvedLink, defect: LinkDefect?) {
    let isImage = version.document.links[link].isImage
    switch version.destinations[link] {
    case .unsafe(let form): return (.none, .unsafe(form: form))
    case .web(let address): return (.address(address), isImage ? .externalImage : nil)
    case .serverPath(let path):
      if let address = ruledServerPath(path, locale) { return (.address(address), nil) }
      let place = Place(key: version.document.key, home: home, locale: locale)
      return onServer(path, place, isImage: isImage)
    case .relative(let path, let query, let fragment):
      let place = Place(key: version.document.key, home: home, locale: locale)
      return relative(path, query, fragment, isImage: isImage, place)
    }
  }

  /// Whether links of a document that is in both guides lead to the same places, except links to
  /// parties.
  ///
  /// Then no document came, went, or changed its link targets.
  public func leads(toTheSamePlacesAs other: LinkResolver) -> Bool {
    let (own, others) = (guide.settings, other.guide.settings)
    return own.links == others.links && own.sourceLocale == others.sourceLocale
      && own.fallback == others.fallback && own.basePath == others.basePath
      && assets == other.assets && unreadable == other.unreadable
      && own.linkedFiles == others.linkedFiles
      && own.locales.map(\.text) == others.locales.map(\.text)
      && guide.documents.elementsEqual(other.guide.documents) {
        $0 === $1 || $0.offersTheSameTargets(as: $1)
      }
  }

  /// Whether both guides have the same parties.
  public func hasTheSameParties(as other: LinkResolver) -> Bool { parties == other.parties }

  /// The place of a link: the document, the locale of its text, and the reader's.
  struct Place {
    let key: String
    let home: Int
    let locale: Int
  }

  /// A file beside the documents, in a locale's folder or else in the source's; nil if none is there.
  func file(_ path: String, in locale: Int) -> (ResolvedLink, LinkDefect?)? {
    guard
      let folder = [locale, guide.sourceIndex].first(where: { assets[$0].contains(path) })
    else { return nil }
    if let refusal = guide.settings.linkedFiles.refusal(of: path) {
      return (.none, .fileRefused(path: path, refusal))
    }
    return (.file(locale: folder, path: path), nil)
  }

  private func relative(
    _ path: String, _ query: String?, _ fragment: String?, isImage: Bool, _ place: Place
  ) -> (ResolvedLink, LinkDefect?) {
    let folder =
      place.key.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(place.key[..<$0]) } ?? ""
    let full = path.isEmpty ? place.key + ".md" : normalizedPath(path, from: folder)
    let link = Link(query: query, fragment: fragment, isImage: isImage)
    if let found = target(full, link, place) { return found }
    if let address = ruled(full, place.locale) {
      return (.address(address + suffix(query, fragment)), nil)
    }
    // Other tools count from the page's address, which is a folder.
    let isIndex = place.key == "index" || place.key.hasSuffix("/index")
    if !path.isEmpty, !isIndex,
      let found = target(normalizedPath(path, from: place.key), link, place)
    {
      return found
    }
    if isUnreadable(full) { return (.none, nil) }
    // Hugo's references count from the top as well.
    if !isImage, !path.hasPrefix("."), DocumentPath.stem(path) == nil,
      let document = document(path) ?? looseDocument(path)
    {
      return page(document, fragment, place)
    }
    return (.none, isImage ? .imageMissing(path: full) : .unresolved(path: full))
  }

  /// The parts of a link other than its path.
  private struct Link {
    let query: String?
    let fragment: String?
    let isImage: Bool
  }

  /// The target of a path from the locale's folder; nil if there is no such target.
  private func target(
    _ path: String, _ link: Link, _ place: Place
  ) -> (ResolvedLink, LinkDefect?)? {
    if path.utf8.starts(with: "../".utf8) { return targetOutside(path, link, place) }
    let isFile = path.utf8.suffix(3).elementsEqual(".md".utf8)
    if !link.isImage, !isFile, isGenerated(path) {
      let page = path.utf8.last == UInt8(ascii: "/") ? path : path + "/"
      let suffix = suffix(link.query, link.fragment)
      return (.generated(path: page, suffix: suffix), fragmentDefect(link.fragment, on: page))
    }
    if !link.isImage, let document = document(path) { return page(document, link.fragment, place) }
    if let found = file(path, in: place.home) { return found }
    guard !link.isImage else { return nil }
    if let document = looseDocument(path) { return page(document, link.fragment, place) }
    if let (document, locale) = documentOfLocale(path) {
      return page(document, of: locale, link.fragment, path, place)
    }
    return nil
  }

  /// The target of a path that leaves the locale's folder: in another locale's folder, or an address
  /// that a document had elsewhere.
  private func targetOutside(
    _ path: String, _ link: Link, _ place: Place
  ) -> (ResolvedLink, LinkDefect?)? {
    if let (locale, rest) = otherLocale(path) {
      if !link.isImage, let document = document(rest) ?? looseDocument(rest) {
        return page(document, of: locale, link.fragment, rest, place)
      }
      if assets[locale].contains(rest) { return file(rest, in: locale) }
    }
    guard !link.isImage, let document = others.document(path) else { return nil }
    return page(document, link.fragment, place)
  }

  func document(_ path: String) -> Int? {
    if let stem = DocumentPath.stem(path) {
      return documentByKey[stem] ?? documentByKey[DocumentPath.indexed(stem)]
    }
    let key = path.utf8.last == UInt8(ascii: "/") ? String(path.dropLast()) : path
    return documentByKey[key] ?? documentByKey[key.isEmpty ? "index" : key + "/index"]
  }

  func page(
    _ document: Int, _ fragment: String?, _ place: Place
  ) -> (ResolvedLink, LinkDefect?) {
    let set = guide.documents[document]
    guard let shown = guide.nearestLocale(of: set, for: place.locale),
      let version = set.versions[shown]
    else { return (.none, nil) }
    let isHere = guide.shownLocale(of: set, for: place.locale) != nil
    let pageLocale = isHere ? place.locale : shown
    // A fragment can be a slug of the language that the link is written in, or of the source's.
    let meant = [place.home, guide.sourceIndex].lazy.compactMap { index in
      fragment.flatMap { set.versions[index]?.id(forFragment: $0) }
    }
    let id =
      fragment.flatMap(version.id(forFragment:))
      ?? meant.compactMap(version.id(forFragment:)).first
    let defect = id == nil ? missing(fragment, in: set, document, shown) : nil
    return (.page(document: document, locale: pageLocale, fragment: id), defect)
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
    if rules.isEmpty { return nil }
    var first: Int?
    var path = path
    path.withUTF8 { bytes in
      prefixes.forEachPrefix(of: bytes, from: 0) { rule, _ in first = min(first ?? rule, rule) }
    }
    guard let first else { return nil }
    let rule = rules[first]
    var rest = path.utf8.dropFirst(rule.prefix.utf8.count)
    if rest.suffix(3).elementsEqual(".md".utf8) { rest = rest.dropLast(3) }
    return rule.targets[locale] + percentEncoded(String(Substring(rest)))
  }
}
