import Base

/// Code that another tool runs when it builds a site.
enum TemplateCode: Int, CaseIterable {
  /// `{{< name >}}` and `{{% name %}}`, as Hugo has them.
  case shortcode
  /// `{{ value }}`, `{% tag %}` and `{# comment #}`, as Liquid, Jinja and Handlebars have them.
  case template
  /// `import`, `export`, `<Component />` and `{expression}`, as MDX has them.
  case component
  /// Code that takes text from another file.
  case include
  /// `::: name` and the like, with a name that no alert has.
  case container

  /// The words for it in a message, by how many there are.
  func words(_ count: Int) -> DiagnosticMessage {
    switch self {
    case .shortcode: count == 1 ? "a shortcode" : "\(count) shortcodes"
    case .template: count == 1 ? "a template tag" : "\(count) template tags"
    case .component: count == 1 ? "a piece of component code" : "\(count) pieces of component code"
    case .include: count == 1 ? "an include" : "\(count) includes"
    case .container: count == 1 ? "a container" : "\(count) containers"
    }
  }
}

/// The number of pieces of code of each kind in a document, and the place of the first.
struct TemplateCodeCount {
  private struct Entry {
    var count = 0
    let sample: [UInt8]
    let line: Int
    let column: Int
  }

  private var entries: [TemplateCode: Entry] = [:]

  /// Counts one piece.
  ///
  /// - Parameters:
  ///   - text: the piece.
  ///   - line: its line in the file, from 1.
  ///   - column: its byte column in the file, from 1.
  mutating func add(_ kind: TemplateCode, _ text: ArraySlice<UInt8>, line: Int, column: Int) {
    entries[kind, default: Entry(sample: Array(text.prefix(48)), line: line, column: column)]
      .count += 1
  }

  /// A finding for each kind that there is.
  func diagnostics(_ place: (_ line: Int, _ column: Int) -> SourceLocation) -> [Diagnostic] {
    TemplateCode.allCases.compactMap { kind in
      guard let entry = entries[kind] else { return nil }
      let sample =
        String(decoding: entry.sample, as: UTF8.self)
        .split { $0.isNewline }.first.map(String.init) ?? ""
      return Diagnostic(
        .templateCode,
        .counted(
          entry.count,
          one: "\(kind.words(1)) of another tool, such as '\(sample)', is left out",
          other: "\(kind.words(entry.count)) of another tool, such as '\(sample)', are left out"),
        at: place(entry.line, entry.column),
        hint: "replace it with text; text between paired tags remains")
    }
  }
}
