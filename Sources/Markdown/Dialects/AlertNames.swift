extension AlertKind {
  /// The kind that a tool's name for it means: GitHub's own five, and those of Docusaurus,
  /// VitePress, MkDocs, Obsidian, Sphinx, Quarto and GitBook.
  init?(name: String) {
    let name = name.lowercased()
    if let kind = AlertKind(rawValue: name) {
      self = kind
    } else if let kind = Self.kinds[name] {
      self = kind
    } else {
      return nil
    }
  }

  private static let kinds: [String: AlertKind] = {
    var kinds: [String: AlertKind] = [:]
    let names: [(AlertKind, [String])] = [
      (
        .note,
        [
          "abstract", "admonition", "cite", "details", "example", "faq", "help", "info",
          "information", "notes", "primary", "question", "quote", "secondary", "see", "seealso",
          "summary", "tldr", "todo", "topic", "versionadded", "versionchanged",
        ]
      ), (.tip, ["check", "done", "hint", "success", "tips"]), (.important, ["key"]),
      (.warning, ["alert", "attention", "deprecated", "warn", "warnings"]),
      (.caution, ["bug", "danger", "error", "fail", "failure", "missing"]),
    ]
    for (kind, aliases) in names { for alias in aliases { kinds[alias] = kind } }
    return kinds
  }()
}
