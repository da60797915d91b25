import Base

/// The contents of `guide.yml`.
public struct GuideSettings: Sendable {
  /// A name with its place in a file.
  public struct Name: Sendable, Hashable {
    /// The name.
    public let text: String
    /// Its place.
    public let location: SourceLocation
  }

  /// The target of links whose documents this guide does not contain.
  public struct LinkRule: Sendable, Hashable {
    /// The beginning of the target, relative to the locale's folder.
    public let prefix: String
    /// The text that replaces the prefix; `{locale}` becomes the reader's locale.
    public let target: String
  }

  /// The path of `guide.yml`.
  public let path: String
  /// The locale that the others are translated from.
  public let sourceLocale: String
  /// All locales in the order of the switcher; the source is one of them.
  public let locales: [Name]
  /// The locales, in order, whose documents are shown instead of a locale's missing ones.
  public let fallback: [String: [String]]
  /// The path that the site is served from; begins and ends with a slash.
  public let basePath: String
  /// The site's origin, such as `https://intranet.example`, without a slash at the end.
  public let siteURL: String?
  /// The parties in the order of the matrix's columns.
  public let parties: [Name]
  /// How to reach parties, and who belongs to them, by id.
  public let profiles: [String: PartyProfile]
  /// The link rules in order; the first that fits counts.
  public let links: [LinkRule]
  /// The severities that the guide sets for rules.
  public let severities: [DiagnosticID: SeverityTable.Weight]
  /// Whether all entries of `locales` could be read, so that a folder not among them is unknown.
  public let knowsAllLocales: Bool
  /// Whether all entries of `parties` could be read, so that other names are unknown.
  public let knowsAllParties: Bool
  /// How much of anything the guide may contain.
  public let limits: InputLimits
  /// Which files beside the documents are published.
  public let linkedFiles: LinkedFiles
  /// The letters of the guide.
  public let letters: LetterScheme
  /// The look of the site, and additional features of its pages.
  public let presentation: Presentation

  /// The same settings under another base path, which begins and ends with a slash.
  public func hung(under path: String) -> GuideSettings {
    GuideSettings(
      path: self.path, sourceLocale: sourceLocale, locales: locales, fallback: fallback,
      basePath: path, siteURL: siteURL, parties: parties, profiles: profiles, links: links,
      severities: severities, knowsAllLocales: knowsAllLocales, knowsAllParties: knowsAllParties,
      limits: limits,
      linkedFiles: linkedFiles, letters: letters, presentation: presentation)
  }

  /// The keys that `guide.yml` may have.
  public static let keys =
    [
      "source_locale", "locales", "fallback", "base_path", "site_url", "parties", "links",
      "severities", "limits", "linked_files", "letters",
    ] + Presentation.keys

  /// Reads `guide.yml`.
  ///
  /// - Parameter limitFactor: how many times the defaults its limits may be.
  /// - Returns: the settings, nil if they cannot be used, and all that is wrong with them.
  public static func load(
    _ file: SourceFile, limitFactor: Int = InputLimits.usualFactor
  ) -> (settings: GuideSettings?, [Diagnostic]) {
    if let defect = file.defect() { return (nil, [defect]) }
    let (root, findings) = YAMLParser.parse(file.bytes, path: file.path)
    guard let root else {
      let empty = Diagnostic(.guideInvalid, "the file is empty", at: file.location)
      return (nil, findings.isEmpty ? [empty] : findings)
    }
    var reader = GuideSettingsReader(root, limitFactor: limitFactor)
    let settings = reader.read()
    return (settings, findings + reader.fields.diagnostics)
  }
}

private struct GuideSettingsReader {
  var fields: YAMLFields
  private let root: YAMLNode
  private let limitFactor: Int

  init(_ root: YAMLNode, limitFactor: Int) {
    self.root = root
    self.limitFactor = limitFactor
    fields = YAMLFields(
      root, what: "guide.yml", known: GuideSettings.keys, invalid: .guideInvalid)
  }

  mutating func read() -> GuideSettings? {
    guard root.members != nil else { return nil }
    let (limits, unknownKeys) = (readLimits(), fields.diagnostics.count)
    let (tags, isTag) = (fields.texts("locales"), Identifier.isLanguageTag)
    let locales = names("locales", tags, of: "a language tag such as 'de-DE'", isTag)
    let localeFindings = fields.diagnostics.count
    let entries = fields.parties()
    let parties = names(
      "parties", entries.map { ($0.id, $0.location) }, of: Identifier.rule, Identifier.isValid)
    let partyFindings = fields.diagnostics.count - localeFindings
    let source = fields.text("source_locale")
    let basePath = readBasePath()
    let siteURL = readSiteURL()
    let links = readLinks()
    let fallback = readFallback(locales.map(\.text))
    let severities = fields.severities()
    let linkedFiles = readLinkedFiles()
    let letters = fields.letterScheme()
    let presentation = Presentation(&fields)
    checkCount(locales, "locales", limits.locales)
    checkCount(parties, "parties", limits.parties)
    guard let source else {
      if fields.node("source_locale").map({ $0.text != nil }) ?? true { missing("source_locale") }
      return nil
    }
    guard !locales.isEmpty else {
      if fields.node("locales").map({ $0.elements?.isEmpty ?? false }) ?? true {
        missing("locales")
      }
      return nil
    }
    guard locales.contains(where: { $0.text == source }) else {
      fields.report(
        .guideInvalid, "the source locale '\(source)' is not one of 'locales'",
        at: fields.node("source_locale")?.location ?? root.location,
        hint: didYouMean(source, among: locales.map(\.text)))
      return nil
    }
    // Items beyond a limit were reported as an error, and nothing more is made of them.
    return GuideSettings(
      path: root.location.path, sourceLocale: source,
      locales: Array(locales.prefix(limits.locales)), fallback: fallback,
      basePath: basePath, siteURL: siteURL, parties: Array(parties.prefix(limits.parties)),
      profiles: PartyProfile.byID(entries), links: links, severities: severities,
      knowsAllLocales: localeFindings == unknownKeys && locales.count <= limits.locales,
      knowsAllParties: partyFindings == 0 && parties.count <= limits.parties, limits: limits,
      linkedFiles: linkedFiles, letters: letters, presentation: presentation)
  }

  private mutating func missing(_ key: String) {
    fields.report(.guideInvalid, "'\(key)' is missing", at: root.location)
  }

  /// Names of a given form, each once, also when case is ignored.
  private mutating func names(
    _ key: String, _ texts: [(text: String, location: SourceLocation)], of form: DiagnosticMessage,
    _ isValid: (String) -> Bool
  ) -> [GuideSettings.Name] {
    var result: [GuideSettings.Name] = []
    var seen: [String: SourceLocation] = [:]
    for (text, location) in texts {
      guard isValid(text) else {
        fields.report(.guideInvalid, "'\(text)' in '\(key)' is not \(form)", at: location)
        continue
      }
      if let first = seen[text.lowercased()] {
        fields.report(
          .guideInvalid, "'\(text)' appears twice in '\(key)'", at: location,
          notes: [.init("the first one is here", at: first)])
        continue
      }
      seen[text.lowercased()] = location
      result.append(.init(text: text, location: location))
    }
    return result
  }

  private mutating func readBasePath() -> String {
    guard let node = fields.node("base_path"), let text = fields.text(node, "'base_path'") else {
      return "/"
    }
    guard let path = BasePath.normalized(text) else {
      fields.report(
        .guideInvalid, "'base_path' must be a path such as '/guides/desktop/'", at: node.location)
      return "/"
    }
    return path
  }

  private mutating func readSiteURL() -> String? {
    guard let node = fields.node("site_url"), let text = fields.text(node, "'site_url'") else {
      return nil
    }
    let isOrigin = ["https://", "http://"].contains { scheme in
      guard text.hasPrefix(scheme) else { return false }
      let host = text.dropFirst(scheme.count)
      return !host.isEmpty && host.utf8.allSatisfy { $0 > 0x20 && !"/?#\"'<>\\".utf8.contains($0) }
    }
    if !isOrigin {
      fields.report(
        .guideInvalid, "'site_url' must be an origin such as 'https://intranet.example'",
        at: node.location, hint: "write the path under 'base_path'")
    }
    return isOrigin ? text : nil
  }

  private mutating func readLinks() -> [GuideSettings.LinkRule] {
    guard let node = fields.node("links") else { return [] }
    guard let elements = node.elements else {
      fields.report(.guideInvalid, "'links' must be a list, not \(node.kind)", at: node.location)
      return []
    }
    return elements.compactMap { element in
      var rule = YAMLFields(
        element, what: "a link rule", known: ["prefix", "to"], invalid: .guideInvalid)
      let prefix = rule.text("prefix")
      let target = rule.text("to")
      let isWeb = target.map { $0.hasPrefix("https://") || $0.hasPrefix("http://") } ?? true
      if element.members != nil, prefix == nil || target == nil || !isWeb {
        rule.report(
          .guideInvalid, "a link rule needs 'prefix' and 'to', an http or https address",
          at: element.location)
      }
      fields.absorb(rule)
      guard let prefix, let target, isWeb else { return nil }
      return .init(prefix: prefix, target: target)
    }
  }

  private mutating func readLinkedFiles() -> LinkedFiles {
    let endings = fields.texts("linked_files").filter { ending, location in
      let isKind = LinkedFiles.canBeNamed(ending)
      if !isKind {
        fields.report(
          .guideInvalid, "'\(ending)' in 'linked_files' is not a valid ending",
          at: location,
          hint: "write small letters and digits without a dot, for a kind that browsers can't run")
      }
      return isKind
    }
    return LinkedFiles(named: endings.map(\.text))
  }

  private mutating func checkCount(_ names: [GuideSettings.Name], _ key: String, _ limit: Int) {
    guard names.count > limit else { return }
    fields.report(
      .guideInvalid, "'\(key)' has more than \(limit) entries", at: names[limit].location,
      hint: "raise '\(key)' under 'limits' if you need that many")
  }

  private mutating func readLimits() -> InputLimits {
    var limits = InputLimits()
    guard let node = fields.node("limits") else { return limits }
    var inner = YAMLFields(
      node, what: "'limits'", known: InputLimits.names.map(\.name), invalid: .guideInvalid)
    for (name, limit) in InputLimits.names {
      guard let value = inner.node(name) else { continue }
      if case .scalar(let text, isPlain: true) = value.content, let number = Int(text),
        (1...1_000_000_000).contains(number)
      {
        let most = limits[keyPath: limit].multipliedReportingOverflow(by: limitFactor)
        if !most.overflow, number > most.partialValue {
          inner.report(
            .guideInvalid,
            "'\(name)' is \(number), but the command line allows at most \(most.partialValue)",
            at: value.location,
            hint: "if you trust the guide, allow more with '--limits', such as '--limits 100'")
          continue
        }
        limits[keyPath: limit] = number
      } else {
        inner.report(
          .guideInvalid, "'\(name)' must be a whole number from 1 to 1000000000",
          at: value.location)
      }
    }
    fields.absorb(inner)
    return limits
  }

  private mutating func readFallback(_ locales: [String]) -> [String: [String]] {
    guard let node = fields.node("fallback") else { return [:] }
    var result: [String: [String]] = [:]
    var inner = YAMLFields(node, what: "'fallback'", known: nil, invalid: .guideInvalid)
    let known = Set(locales)
    var hints = NameHints(locales)
    for member in inner.all {
      let chain = inner.texts(member.value, "the chain of '\(member.key)'")
      for (tag, location) in [(member.key, member.keyLocation)] + chain where !known.contains(tag) {
        inner.report(
          .guideInvalid, "'\(tag)' in 'fallback' is not one of 'locales'", at: location,
          hint: hints.didYouMean(tag))
      }
      result[member.key] = chain.map(\.text).filter { known.contains($0) && $0 != member.key }
    }
    fields.absorb(inner)
    return result
  }
}
