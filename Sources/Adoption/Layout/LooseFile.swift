/// A Markdown file to adopt, with the signs of its language.
struct LooseFile: Sendable {
  /// The path as it was named, for messages.
  let path: String
  /// The folders that it is below, the adopted one first.
  var folders: [String]
  /// Its name without the ending.
  let stem: String
  /// The hints in its front matter and its text.
  let hints: TextHints

  /// The folders and the name, divided by slashes.
  var place: String { (folders + [stem]).joined(separator: "/") }
}

/// The hints in a Markdown file about its language and its translations.
struct TextHints: Sendable, Equatable {
  /// The canonical tag that the front matter names; nil if it names none.
  var locale: String?
  /// The front matter's key for all translations, `translationKey` or `ref`; nil if it has none.
  var pairing: String?
  /// The anchor that the author wrote into the first heading; nil if there is none.
  var anchor: String?
  /// The language of the text.
  var spoken: SpokenLanguage
}
