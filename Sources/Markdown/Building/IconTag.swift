/// Elements that are icons and say yes or no: `<i class="fa fa-check">`.
enum IconTag {
  private static let yes: Set<Substring> = ["check", "tick", "ok", "done", "yes"]
  private static let no: Set<Substring> = ["times", "close", "cross", "xmark", "x", "remove", "no"]

  /// The sign for an element by its start tag; nil if it is not such an icon.
  static func sign(_ start: [UInt8]) -> String? {
    let tag = HTMLTag(start)
    guard tag.kind == .open, let names = tag.attributes.first(where: { $0.name == "class" })?.value
    else { return nil }
    let words = names.lowercased().split { " -_".contains($0) }
    // "fa-square-check" is a check, and "fa-circle-xmark" is a cross.
    guard words.count > 1 else { return nil }
    if words.contains(where: no.contains) { return "✘" }
    return words.contains(where: yes.contains) ? "✔" : nil
  }
}
