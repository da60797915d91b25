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
    case .noFiles(let folder):
      "\(folder): there is no Markdown, .csv, or .xlsx file; save other formats as one of these"
    case .isGuide(let folder): "\(folder): the folder already contains a guide.yml"
    case .localeUnknown(let paths):
      "cannot tell the language of \(listed(paths)); name it with '--locale en', put each "
        + "language in a folder such as 'de-DE', or give the front matter 'lang: de-DE'"
    case .nothingRead(let reasons): "no file could be read: \(listed(reasons))"
    case .targetNotEmpty(let folder):
      "\(folder): the folder is not empty; a new guide needs an empty folder"
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
