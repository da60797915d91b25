/// Why loose files cannot become a guide.
enum AdoptionError: Error, CustomStringConvertible {
  case noFiles(folder: String)
  case isGuide(folder: String)
  case localeUnknown(path: String)
  case pathTaken(first: String, second: String, locale: String, key: String)
  case targetNotEmpty(String)
  case sourceUnknown(String, known: [String])

  var description: String {
    switch self {
    case .noFiles(let folder): "\(folder): no Markdown file in it"
    case .isGuide(let folder): "\(folder): it has a guide.yml, so it is a guide already"
    case .localeUnknown(let path):
      "\(path): its locale is unknown; put it in a folder such as 'de-DE', or give its front "
        + "matter 'lang: de-DE'"
    case .pathTaken(let first, let second, let locale, let key):
      "\(first) and \(second) would both be \(locale)/\(key).md"
    case .targetNotEmpty(let folder): "\(folder): not empty; a new guide needs a folder of its own"
    case .sourceUnknown(let tag, let known):
      "no file is in the locale '\(tag)'; there are \(known.joined(separator: ", "))"
    }
  }
}
