/// Makes boxes of the marks that items of a list begin with, GitHub Flavored Markdown 0.29, section
/// 5.3, "Task list items (extension)".
enum TaskItems {
  /// Treats an item; one that is not a task stays as it is.
  static func build(_ item: MarkdownNode) {
    guard let paragraph = item.firstChild, paragraph.kind == .paragraph,
      let text = paragraph.firstChild, text.kind == .text
    else { return }
    let literal = text.literal
    guard literal.count > 4 || literal.count == 4 && text.next != nil,
      literal[0] == UInt8(ascii: "["), literal[2] == UInt8(ascii: "]"),
      isSpaceOrTab(literal[3])
    else { return }
    let isDone = literal[1] | 0x20 == UInt8(ascii: "x")
    guard isDone || literal[1] == 0x20,
      let box = MarkdownNode.markup(Markup(.task(isDone: isDone)))
    else { return }
    text.insertBefore(box)
    text.setLiteral([0x20] + literal[3...].drop(while: isSpaceOrTab))
  }
}
