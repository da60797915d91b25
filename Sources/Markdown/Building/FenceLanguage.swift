/// The language of a block of code whose fence names it in braces, as Pandoc, MyST, and Quarto do.
enum FenceLanguage {
  /// Writes only the language into a block of code: `yaml` for `{.yaml .numberLines}`.
  static func unwrap(_ node: MarkdownNode) {
    let info = node.fenceInfo
    guard info.first == UInt8(ascii: "{"), let end = info.firstIndex(of: UInt8(ascii: "}")),
      let list = AttributeList(info[1..<end])
    else { return }
    let word = list.words.first.map { String($0.prefix { $0 != "," }) }
    let rest = info[(end + 1)...].split(whereSeparator: isSpaceOrTab).first
    var language = list.classes.first ?? word ?? ""
    if let word, directives.contains(word) {
      language = rest.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    node.setFenceInfo(language.utf8)
  }

  /// MyST's directives for code, which precede the language.
  private static let directives: Set<String> = [
    "code", "code-block", "code-cell", "sourcecode",
  ]
}
