import CGumbo

/// A step through a parsed piece of HTML, in document order.
enum HTMLEvent {
  case start(HTMLElement)
  case end
  /// Text, its character references resolved.
  case text([UInt8])
}

/// An element as the HTML5 parser made it.
struct HTMLElement {
  /// The name in lower case.
  let name: String
  /// The attributes in order, their character references resolved.
  let attributes: [(name: String, value: String)]
  /// The offset of its tag in the parsed text; nil if the parser added the element by itself.
  let offset: Int?

  /// The value of an attribute.
  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
}

/// Parses HTML as browsers do (HTML5, section 13.2), by gumbo.
///
/// gumbo has no limits. It takes one stack frame per level when it frees a tree, and more than
/// linear time for deep nesting. `HTMLSource` bounds both beforehand.
enum GumboParser {
  /// The elements and texts of a fragment, as they would be in a page's body.
  static func events(of html: [UInt8]) -> [HTMLEvent] {
    html.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return [] }
      return start.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
        parse($0, buffer.count)
      }
    }
  }

  private static func parse(_ text: UnsafePointer<CChar>, _ count: Int) -> [HTMLEvent] {
    var options = kGumboDefaultOptions
    options.max_errors = 0
    options.fragment_context = GUMBO_TAG_BODY
    guard let output = gumbo_parse_with_options(&options, text, count) else { return [] }
    defer { gumbo_destroy_output(&options, output) }
    return events(below: output.pointee.root, text)
  }

  /// Walks a tree without recursion.
  private static func events(
    below root: UnsafeMutablePointer<GumboNode>?, _ text: UnsafePointer<CChar>
  ) -> [HTMLEvent] {
    var events: [HTMLEvent] = []
    var open: [(node: UnsafeMutablePointer<GumboNode>, next: Int)] = []
    if let root { open.append((root, 0)) }
    while let (parent, next) = open.last {
      guard let node = child(next, of: parent) else {
        open.removeLast()
        if !open.isEmpty { events.append(.end) }
        continue
      }
      open[open.count - 1].next = next + 1
      switch node.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        events.append(.start(element(node.pointee.v.element, text)))
        open.append((node, 0))
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
        events.append(.text(bytes(node.pointee.v.text.text)))
      default: continue
      }
    }
    return events
  }

  private static func child(
    _ index: Int, of node: UnsafeMutablePointer<GumboNode>
  ) -> UnsafeMutablePointer<GumboNode>? {
    let children = node.pointee.v.element.children
    guard index < Int(children.length) else { return nil }
    return children.data[index]?.assumingMemoryBound(to: GumboNode.self)
  }

  private static func element(
    _ element: GumboElement, _ text: UnsafePointer<CChar>
  ) -> HTMLElement {
    var attributes: [(name: String, value: String)] = []
    for index in 0..<Int(element.attributes.length) {
      guard
        let attribute = element.attributes.data[index]?
          .assumingMemoryBound(to: GumboAttribute.self).pointee
      else { continue }
      attributes.append((string(attribute.name), string(attribute.value)))
    }
    let offset = element.original_tag.data.map { $0 - text }
    return HTMLElement(
      name: string(gumbo_normalized_tagname(element.tag)), attributes: attributes,
      offset: element.original_tag.length > 0 ? offset : nil)
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
    guard var position = text else { return [] }
    var bytes: [UInt8] = []
    while position.pointee != 0 {
      bytes.append(UInt8(bitPattern: position.pointee))
      position += 1
    }
    return bytes
  }
}
