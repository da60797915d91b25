/// The languages that the configuration of another tool plainly gives.
struct ToolConfiguration {
  /// The names that are looked for in the adopted folder.
  static let names = [
    "docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs", "astro.config.mjs",
    "astro.config.ts", "astro.config.js", "hugo.toml", "hugo.yaml", "hugo.yml", "config.toml",
    "config.yaml", "config.yml", "config/_default/hugo.toml", "config/_default/hugo.yaml",
    "config/_default/config.toml", "config/_default/config.yaml", "config/_default/languages.toml",
    "config/_default/languages.yaml", "mkdocs.yml", "mkdocs.yaml", "_config.yml", "book.toml",
  ]

  /// The locale of files that name none.
  private(set) var defaultLocale: String?
  /// The locales of folders, by their paths.
  private(set) var folders: [String: String] = [:]

  /// Reads a file.
  mutating func read(_ name: String, _ text: String) {
    let isLanguages = name.contains("languages.")
    var language: String?
    var languagesIndent: Int?
    var itemLocale: Substring?
    for raw in text.split(whereSeparator: \.isNewline) {
      let line = raw.trimmed
      if line.hasPrefix("#") || line.hasPrefix("//") || line.isEmpty { continue }
      let indent = raw.prefix { $0 == " " || $0 == "\t" }.count
      if line.hasPrefix("[") {
        let section = line.dropFirst().prefix { $0 != "]" }
        if section.hasPrefix("languages.") {
          language = String(section.dropFirst(10).prefix { $0 != "." })
        } else {
          language = isLanguages ? String(section.prefix { $0 != "." }) : nil
        }
        continue
      }
      guard let (key, value) = Self.field(line) else { continue }
      if key == "languages", value.isEmpty { languagesIndent = indent }
      if let above = languagesIndent, indent > above, value.isEmpty, LocaleName(key) != nil {
        language = String(key)
      }
      switch key {
      case "defaultLocale", "defaultContentLanguage", "default_language", "default_lang":
        take(value)
      case "lang" where name == "_config.yml", "language" where name == "book.toml": take(value)
      case "locale" where name.hasPrefix("mkdocs"): itemLocale = value
      case "default" where name.hasPrefix("mkdocs") && value == "true":
        if let itemLocale { take(itemLocale) }
      case "contentDir":
        if let language, let tag = LocaleName(language)?.tag { folders[Self.path(value)] = tag }
      default: continue
      }
    }
  }

  private mutating func take(_ value: Substring) {
    if defaultLocale == nil { defaultLocale = LocaleName(value)?.tag }
  }

  private static func field(_ line: Substring) -> (key: Substring, value: Substring)? {
    let line = line.hasPrefix("- ") ? line.dropFirst(2).trimmed : line
    guard let cut = line.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return nil }
    let key = line[..<cut].trimmed.unquoted
    return (key, line[line.index(after: cut)...].trimmed.unquoted)
  }

  private static func path(_ value: Substring) -> String {
    value.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}
