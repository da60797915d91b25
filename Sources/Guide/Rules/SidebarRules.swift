import Base

/// Checks the sidebar that `guide.yml` describes.
enum SidebarRules {
  /// The entries that are neither a document nor a folder of the guide.
  static func findings(_ guide: Guide) -> [Diagnostic] {
    let keys = guide.documents.map(\.key)
    let known = Set(keys.flatMap(Sidebar.names))
    var hints = NameHints(keys)
    return guide.settings.presentation.sidebar.entries.compactMap { entry in
      guard !known.contains(entry.name.text) else { return nil }
      return Diagnostic(
        .documentUnknown, "'\(entry.name.text)' in 'sidebar' is neither a document nor a folder",
        at: entry.name.location, hint: hints.didYouMean(entry.name.text))
    }
  }
}
