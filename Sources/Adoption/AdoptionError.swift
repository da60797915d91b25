/// Why loose files cannot become a guide.
public enum AdoptionError: Error, CustomStringConvertible {
  case noFiles(folder: String)
  case isGuide(folder: String)
  case localeUnknown(paths: [String])
  case nothingRead([String])
  case targetNotEmpty(String)
  case sourceUnknown(String, known: [String])

  /// The message.
  public var description: String {
    switch self {
    case .noFiles(let folder): "\(folder): no Markdown file in it"
    case .isGuide(let folder): "\(folder): it has a guide.yml, so it is a guide already"
    case .localeUnknown(let paths):
      "nothing tells the language of \(listed(paths)); name it with '--locale en', put each "
        + "language in a folder such as 'de-DE', or give the front matter 'lang: de-DE'"
    case .nothingRead(let reasons): "no file could be read: \(listed(reasons))"
    case .targetNotEmpty(let folder): "\(folder): not empty; a new guide needs a folder of its own"
    case .sourceUnknown(let tag, let known):
      "no file is in the locale '\(tag)'; there are \(known.joined(separator: ", "))"
    }
  }
}

/// Names in a sentence; past twelve the others are counted.
func listed(_ names: [String]) -> String {
  let shown = names.prefix(12).joined(separator: ", ")
  return names.count > 12 ? "\(shown), and \(names.count - 12) more" : shown
}
