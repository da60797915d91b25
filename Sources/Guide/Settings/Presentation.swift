import Base

/// The look of a guide's site, and the features of its pages in addition to the guide.
public struct Presentation: Sendable, Hashable {
  /// The address for edits of a page, with `{path}`, `{locale}`, and `{line}` in it.
  public var editURL: String?
  /// The address for reports of mistakes on a page, with the same in it.
  public var reportURL: String?
  /// The color of links and buttons.
  public var accentColor: WebColor?
  /// The path of the logo below the content folder, with its place.
  public var logo: GuideSettings.Name?
  /// The path of a style sheet below the content folder, with its place.
  public var style: GuideSettings.Name?
  /// Scripts for every page, such as for analytics or feedback.
  public var scripts: [PageScript] = []
  /// The order of documents, and their groups in the navigation.
  public var sidebar = Sidebar()
  /// Whether pages show the date of their last change, from git.
  public var showsLastChange = false
  /// Whether the status page is published.
  public var publishesStatus = true

  /// The origins of other hosts that scripts need, each once, in order.
  public var hosts: [String] {
    var seen: Set<String> = []
    return scripts.flatMap(\.hosts).filter { seen.insert($0).inserted }
  }

  /// The folders at the top of the content folder that contain its files.
  var folders: Set<String> {
    let scripts = scripts.compactMap { script -> String? in
      if case .file(let path) = script.source { path } else { nil }
    }
    let paths = [logo?.text, style?.text].compactMap { $0 } + scripts
    return Set(paths.filter { $0.contains("/") }.map { String($0.prefix { $0 != "/" }) })
  }

  /// A site that looks as usual.
  public init() {}

  /// The keys of `guide.yml` that it has.
  static let keys = [
    "edit_url", "report_url", "accent_color", "logo", "style", "scripts", "sidebar",
    "last_changed",
    "status_page",
  ]

  /// The names that patterns can have in braces.
  private static let places = ["path", "locale", "line"]
  /// Each page has the addresses, so their length is bounded.
  private static let mostBytesOfPattern = 2_000
  private static let mostPlacesOfPattern = 10
  /// The pictures that a logo can be.
  private static let pictures = [".svg", ".png", ".webp", ".avif", ".jpg", ".jpeg", ".gif"]
  /// The least contrast of text with its ground (WCAG 2.2, 1.4.3).
  public static let leastContrast = 4.5

  /// Reads it from `guide.yml`.
  init(_ fields: inout YAMLFields) {
    editURL = Self.pattern("edit_url", ["https://", "http://"], &fields)
    reportURL = Self.pattern("report_url", ["https://", "http://", "mailto:"], &fields)
    accentColor = Self.color(&fields)
    logo = Self.logo(&fields)
    style = Self.style(&fields)
    scripts = fields.pageScripts()
    sidebar = fields.sidebar()
    showsLastChange = fields.flag("last_changed") ?? false
    publishesStatus = fields.flag("status_page") ?? true
  }

  private static func pattern(
    _ key: String, _ schemes: [String], _ fields: inout YAMLFields
  ) -> String? {
    guard let node = fields.node(key), let text = fields.text(node, "'\(key)'") else { return nil }
    let isAddress =
      schemes.contains { text.hasPrefix($0) } && !text.contains { $0.isWhitespace || $0 == "\"" }
    let names = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      .map { String($0.prefix { $0 != "}" }) }
    if text.utf8.count > mostBytesOfPattern || names.count > mostPlacesOfPattern {
      fields.report(
        .guideInvalid,
        "'\(key)' must have at most \(mostBytesOfPattern) bytes and \(mostPlacesOfPattern) names in braces",
        at: node.location, hint: "write each name once")
      return nil
    }
    if isAddress, names.allSatisfy(places.contains) { return text }
    fields.report(
      .guideInvalid, "'\(key)' must be an address, with {path}, {locale}, or {line} in it",
      at: node.location, hint: "write 'https://git.example/guide/edit/main/content/{path}'")
    return nil
  }

  private static func color(_ fields: inout YAMLFields) -> WebColor? {
    guard let node = fields.node("accent_color"),
      let text = fields.text(node, "'accent_color'")
    else { return nil }
    guard let color = WebColor(text) else {
      fields.report(
        .guideInvalid, "'accent_color' must be a color such as '#0b6478'", at: node.location,
        hint: "write the color in quotation marks, because '#' begins a comment")
      return nil
    }
    let contrast = color.contrast(with: WebColor(red: 255, green: 255, blue: 255))
    if contrast < leastContrast {
      let tenths = Int(contrast * 10)
      fields.report(
        .contrastLow,
        "the contrast of '\(text)' with white is \(tenths / 10).\(tenths % 10), less than 4.5",
        at: node.location, hint: "choose a darker color")
    }
    return color
  }

  private static func logo(_ fields: inout YAMLFields) -> GuideSettings.Name? {
    guard let node = fields.node("logo"), let text = fields.text(node, "'logo'") else { return nil }
    if isPath(text, endingWith: pictures) {
      return GuideSettings.Name(text: text, location: node.location)
    }
    fields.report(
      .guideInvalid, "'logo' must be the path of a picture in the content folder",
      at: node.location, hint: "write a path such as 'logo.svg'")
    return nil
  }

  private static func style(_ fields: inout YAMLFields) -> GuideSettings.Name? {
    guard let node = fields.node("style"), let text = fields.text(node, "'style'") else {
      return nil
    }
    if isPath(text, endingWith: [".css"]) {
      return GuideSettings.Name(text: text, location: node.location)
    }
    fields.report(
      .guideInvalid, "'style' must be the path of a style sheet in the content folder",
      at: node.location, hint: "write a path such as 'brand.css'")
    return nil
  }

  /// Whether a text is the path of a visible file below the content folder with one of the endings.
  static func isPath(_ text: String, endingWith endings: [String]) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return !parts.contains { $0.isEmpty || $0.hasPrefix(".") }
      && endings.contains { text.lowercased().hasSuffix($0) }
  }
}
