import Base

/// The start and end tags of elements that pass, written again.
enum HTMLNodes {
  /// The start tag of an element, its harmless attributes with it.
  static func startTag(of element: HTMLElement, named name: String? = nil) -> Markup {
    let name = name ?? element.name
    var bytes = Array("<\(name)".utf8)
    for attribute in element.attributes {
      guard let written = attributeValue(attribute, of: element.name) else { continue }
      bytes += " \(written.name)".utf8
      guard let value = written.value else { continue }
      bytes += "=\"".utf8
      bytes.appendEscapingHTML(value.utf8)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
    return Markup(bytes)
  }

  static func endTag(_ name: String) -> Markup { Markup(Array("</\(name)>".utf8)) }

  /// The output for an attribute; anchors, links and pictures are written elsewhere.
  private static func attributeValue(
    _ attribute: (name: String, value: String), of element: String
  ) -> (name: String, value: String?)? {
    let value = attribute.value
    switch (attribute.name, element) {
    case ("dir", _):
      let direction = value.lowercased()
      return ["ltr", "rtl", "auto"].contains(direction) ? ("dir", direction) : nil
    case ("lang", _):
      let isTag = value.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x2D }
      return isTag && !value.isEmpty ? ("lang", value) : nil
    case ("title", _): return ("title", value)
    case ("align", _): return alignment(value).map { ("class", "align-\($0)") }
    case ("open", "details"): return ("open", nil)
    case ("reversed", "ol"): return ("reversed", nil)
    case ("start", "ol"): return number(value, digits: 9).map { ("start", $0) }
    case ("type", "ol"): return ["1", "a", "A", "i", "I"].contains(value) ? ("type", value) : nil
    default: return nil
    }
  }

  /// The alignment that an `align` attribute asks for.
  static func alignment(_ value: String) -> ColumnAlignment? {
    switch value.lowercased() {
    case "left": .left
    case "center", "middle": .center
    case "right": .right
    default: nil
    }
  }

  /// A whole number of few digits, or nil.
  static func number(_ value: String, digits: Int) -> String? {
    let text = value.hasSuffix("px") ? value.dropLast(2) : value[...]
    let isNumber = !text.isEmpty && text.utf8.count <= digits && text.utf8.allSatisfy(isDigit)
    return isNumber ? String(text) : nil
  }

  /// The anchor of an element with an id or, for a link, a name.
  static func anchor(of element: HTMLElement) -> [MarkdownNode] {
    guard let name = element["id"] ?? element["name"], !name.isEmpty else { return [] }
    var tag = Array("<a id=\"".utf8)
    tag.appendEscapingHTML(name.utf8)
    tag += "\">".utf8
    return [MarkdownNode.make(.htmlInline, tag), .make(.htmlInline, Array("</a>".utf8))]
      .compactMap { $0 }
  }
}

/// The structure of HTML beyond inlines, among the inlines of a cell.
///
/// A raw inline whose first byte UTF-8 never has, so that no document can write one.
enum CellMark: Equatable {
  /// A new clause begins.
  case clause
  /// A new item of a list begins, at a level from 1.
  case item(level: Int, isOrdered: Bool)

  private static let deepestLevel = 9

  var node: MarkdownNode? {
    switch self {
    case .clause: .make(.htmlInline, [TableRewriter.mark, UInt8(ascii: "c")])
    case .item(let level, let isOrdered):
      .make(
        .htmlInline,
        [
          TableRewriter.mark, UInt8(ascii: isOrdered ? "o" : "u"),
          UInt8(min(max(level, 1), Self.deepestLevel)),
        ])
    }
  }

  /// The mark that a node is; nil for all others.
  init?(_ node: MarkdownNode) {
    guard node.kind == .htmlInline, node.literalBegins(with: TableRewriter.mark) else { return nil }
    let literal = node.literal
    guard literal.count > 1 else { return nil }
    if literal.count > 2 {
      self = .item(level: Int(literal[2]), isOrdered: literal[1] == UInt8(ascii: "o"))
    } else {
      self = .clause
    }
  }
}
