import Testing

/// Parts of the files that commands read.
extension HostileCommand {
  /// A document of so many rows, and its letters.
  static func rows(_ count: Int, named name: String = "task") -> String {
    "# X {#x}\n\n## H {#h}\n\n| a | b |\n|---|---|\n"
      + lines(count) { "| <a name=\"r\($0)\"></a>\(name) \($0) | do it \($0) |" }
  }

  static func raci(_ count: Int) -> String {
    "sections:\n  h:\n    raci: {provider: RA}\n    responsibilities:\n"
      + lines(count) { "      r\($0): {}" }
  }

  static let head = """
    msgid ""
    msgstr "Content-Type: text/plain; charset=UTF-8\\nX-Target-Locale: de-DE\\n"


    """

  static func po(
    _ count: Int, _ unit: (Int) -> (context: String, id: String, text: String)
  ) -> String {
    head
      + lines(count) { number in
        let (context, id, text) = unit(number)
        return "msgctxt \"\(context)\"\nmsgid \"\(id)\"\nmsgstr \"\(text)\"\n"
      }
  }

  static func paragraphs(_ count: Int, _ text: (Int) -> String) -> String {
    "# X {#x}\n\n" + lines(count) { text($0) + "\n" }
  }

  /// A document of rows that are all the same.
  static func equalRows(_ count: Int, named name: String = "task") -> String {
    "# X {#x}\n\n## H {#h}\n\n| a | b |\n|---|---|\n" + lines(count) { _ in "| \(name) | do it |" }
  }
}
