import Base
import Guide
import Site

/// Options that several commands have.
extension Option {
  static let content = Option("content", value: "DIR", "read the guide from DIR (default: content)")
  static let templates = Option(
    "templates", value: "DIR", "override bundled templates with those in DIR")
  static let jobs = Option(
    "jobs", letter: "j", value: "N", "set the maximum of parallel jobs (default: all processors)")
  static let strict = Option("strict", "treat gaps as errors")
  static let quiet = Option("quiet", letter: "q", "print only findings and errors")
  static let all = Option("all", "print each finding, not a summary of many")
  static let limits = Option(
    "limits", value: "FACTOR",
    "let the guide raise limits to FACTOR times their defaults (default: 10)"
  )
  static let language = Option(
    "language", value: "LANG", "print findings in LANG, such as de (default: en)")
  static let help = Option("help", letter: "h", "show this help")
}

extension ParsedArguments {
  /// The language that findings are asked for in, English if nothing is said, and what is wrong with
  /// the file of its messages.
  func messages(
    _ library: TemplateLibrary, _ terminal: Terminal
  ) throws -> (language: any MessageLanguage, defects: [Diagnostic]) {
    guard let tag = values["language"] else { return (EnglishMessages(), []) }
    guard LanguageTag.isValid(tag) else {
      throw UsageError(message: "'--language' takes a language tag such as 'de', not '\(tag)'")
    }
    var defects: [Diagnostic] = []
    if let catalog = try library.messages(in: tag, &defects) { return (catalog, defects) }
    if LanguageTag.chain(of: tag).last != "en" {
      let known = (["en"] + (try library.messageLanguages())).sorted().joined(separator: ", ")
      terminal.say("findings are in English, because '\(tag)' is not one of \(known)")
    }
    return (EnglishMessages(), [])
  }

  /// The reader of the guide that the arguments name.
  func loader() throws(UsageError) -> GuideLoader {
    var loader = GuideLoader(
      content: values["content"] ?? "content", basePath: try basePath(),
      isStrict: switches.contains("strict"), jobs: try jobs())
    if let text = values["limits"] {
      guard let factor = Int(text), (1...1000).contains(factor) else {
        throw UsageError(message: "'--limits' takes a number from 1 to 1000, not '\(text)'")
      }
      loader.limitFactor = factor
    }
    return loader
  }
}
