import Guide

/// Options that several commands have.
extension Option {
  static let content = Option("content", value: "DIR", "the guide's folder (default: content)")
  static let templates = Option(
    "templates", value: "DIR", "templates that take the place of the bundled ones")
  static let jobs = Option(
    "jobs", letter: "j", value: "N", "how much to work on at once (default: all processors)")
  static let strict = Option("strict", "gaps in the guide are errors")
  static let quiet = Option("quiet", letter: "q", "print findings and failures alone")
  static let help = Option("help", letter: "h", "print this")
}

extension ParsedArguments {
  /// The reader of the guide that the arguments name.
  func loader() throws(UsageError) -> GuideLoader {
    GuideLoader(
      content: values["content"] ?? "content", basePath: try basePath(),
      isStrict: switches.contains("strict"), jobs: try jobs())
  }
}
