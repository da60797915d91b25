extension ContainerOpening {
  /// Whether its content becomes a quotation.
  var isAlert: Bool { if case .alert = content { true } else { false } }

  /// The Markdown that replaces the line.
  var markdown: [UInt8] {
    switch content {
    case .alert(let kind):
      Array("> [!\(kind.rawValue.uppercased())]".utf8) + (title.isEmpty ? [] : "+ ".utf8 + title)
    case .tab: "**".utf8 + title + "**".utf8
    case .image(let source, let alternative):
      "![".utf8 + alternative.utf8.filter { !"[]\\".utf8.contains($0) } + "](<".utf8
        + source.utf8.filter { $0 != 0x3E } + ">)".utf8
    case .plain, .nothing: []
    }
  }
}
