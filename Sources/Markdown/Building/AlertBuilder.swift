import Base

/// Makes alerts of quotations that begin with `[!NOTE]` or one of its sisters.
enum AlertBuilder {
  /// Treats all quotations of a document; a marker of an unknown kind is reported and stays text.
  static func build(_ quotations: [TreeOutline.RawHTML]) -> [Diagnostic] {
    quotations.compactMap { quotation in
      guard let paragraph = quotation.node.firstChild, paragraph.kind == .paragraph,
        let marker = paragraph.firstChild, marker.kind == .text,
        let (name, rest) = split(marker.literal)
      else { return nil }
      guard let kind = AlertKind(rawValue: name.lowercased()) else {
        return Diagnostic(
          .alertUnknown, "unknown kind of alert '[!\(name)]'", at: quotation.location,
          hint: didYouMean(name.lowercased(), among: AlertKind.allCases.map(\.rawValue)))
      }
      build(kind, quotation.node, paragraph, marker, rest)
      return nil
    }
  }

  private static func build(
    _ kind: AlertKind, _ quotation: MarkdownNode, _ paragraph: MarkdownNode,
    _ marker: MarkdownNode, _ rest: [UInt8]
  ) {
    var start =
      Array("<div class=\"alert alert-\(kind.rawValue)\" role=\"note\">\n".utf8)
      + Array("<p class=\"alert-title\">".utf8)
    HoleMarker.append(.alertTitle(kind), to: &start)
    start += Array("</p>".utf8)
    guard let block = MarkdownNode.block(Markup(start), "</div>") else { return }
    if rest.isEmpty {
      if let next = marker.next, next.kind == .softBreak || next.kind == .lineBreak {
        next.remove()
      }
      marker.remove()
    } else {
      marker.setLiteral(rest)
    }
    if paragraph.firstChild == nil { paragraph.remove() }
    quotation.insertBefore(block)
    block.takeChildren(of: quotation)
    quotation.remove()
  }

  /// The name in a leading `[!NAME]` and the text behind it.
  private static func split(_ text: [UInt8]) -> (name: String, rest: [UInt8])? {
    guard text.starts(with: "[!".utf8), let end = text.firstIndex(of: UInt8(ascii: "]")) else {
      return nil
    }
    let name = text[2..<end]
    guard !name.isEmpty, name.allSatisfy(isLetter) else { return nil }
    return (String(decoding: name, as: UTF8.self), Array(text[(end + 1)...].drop { $0 == 0x20 }))
  }
}
