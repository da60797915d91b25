import CCMark
import Glibc

/// A document's blocks and inlines as cmark keeps them; freed as a whole when it goes away.
struct MarkdownTree: ~Copyable {
  let root: MarkdownNode

  /// Parses Markdown; nil only when memory runs out.
  init?(_ markdown: [UInt8]) {
    let parsed = markdown.withUnsafeBytes { buffer in
      cmark_parse_document(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count,
        CMARK_OPT_SOURCEPOS)
    }
    guard let parsed else { return nil }
    root = MarkdownNode(pointer: parsed)
  }

  deinit {
    cmark_node_free(root.pointer)
  }

  /// Visits every node in document order, containers on the way in and on the way out.
  ///
  /// The tree must not change during the visit.
  func visit(_ body: (_ node: MarkdownNode, _ isEntering: Bool) -> Void) {
    guard let iterator = cmark_iter_new(root.pointer) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard let pointer = cmark_iter_get_node(iterator) else { return }
      body(MarkdownNode(pointer: pointer), event == CMARK_EVENT_ENTER)
    }
  }

  /// Renders HTML by cmark's own renderer in its safe mode, and takes the holes out of it.
  func html() -> MarkedHTML {
    guard let text = cmark_render_html(root.pointer, CMARK_OPT_DEFAULT) else {
      return MarkedHTML(bytes: [], marks: [])
    }
    defer { cmark_get_default_mem_allocator().pointee.free(text) }
    return UnsafeRawBufferPointer(start: text, count: strlen(text)).withMemoryRebound(
      to: UInt8.self, HoleMarker.extract)
  }
}

/// A node of a `MarkdownTree`, valid as long as the tree and until it is freed.
struct MarkdownNode: Hashable {
  /// The kinds of nodes that the project tells apart.
  enum Kind {
    case paragraph, heading, blockQuote, htmlBlock, codeBlock, text, softBreak, lineBreak, code
    case htmlInline, link, image, list, item, emphasis, strong, customBlock, thematicBreak, other
  }

  fileprivate let pointer: OpaquePointer

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_CUSTOM_BLOCK: .customBlock
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    default: .other
    }
  }

  /// The line cmark counted, from 1.
  var line: Int { Int(cmark_node_get_start_line(pointer)) }
  /// The column in bytes cmark counted, from 1.
  var byteColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  /// The number of bytes between cmark's first and last column.
  var width: Int {
    Int(cmark_node_get_end_column(pointer)) - Int(cmark_node_get_start_column(pointer)) + 1
  }
  /// A heading's level, 1 to 6.
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  var parent: MarkdownNode? { cmark_node_parent(pointer).map(MarkdownNode.init) }
  var previous: MarkdownNode? { cmark_node_previous(pointer).map(MarkdownNode.init) }
  var next: MarkdownNode? { cmark_node_next(pointer).map(MarkdownNode.init) }
  var firstChild: MarkdownNode? { cmark_node_first_child(pointer).map(MarkdownNode.init) }
  var lastChild: MarkdownNode? { cmark_node_last_child(pointer).map(MarkdownNode.init) }

  /// The children at this moment, so that they can be moved while they are walked.
  var children: [MarkdownNode] {
    var result: [MarkdownNode] = []
    var child = firstChild
    while let node = child {
      result.append(node)
      child = node.next
    }
    return result
  }

  /// The text of a text, code or HTML node.
  var literal: [UInt8] { bytes(cmark_node_get_literal(pointer)) }

  /// Calls `body` with the text of a text, code or HTML node, which is not copied.
  func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let text = cmark_node_get_literal(pointer) else {
      return body(.init(start: nil, count: 0))
    }
    let count = strlen(text)
    return text.withMemoryRebound(to: UInt8.self, capacity: count) {
      body(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// A link's or an image's destination.
  var destination: [UInt8] { bytes(cmark_node_get_url(pointer)) }

  /// A link's or an image's title.
  var title: [UInt8] { bytes(cmark_node_get_title(pointer)) }

  /// Whether a text begins with the byte; no allocation.
  func literalBegins(with byte: UInt8) -> Bool {
    guard let text = cmark_node_get_literal(pointer) else { return false }
    return UInt8(bitPattern: text[0]) == byte
  }

  /// Replaces the text of a text node.
  func setLiteral(_ text: some Sequence<UInt8>) {
    Markup(Array(text)).withCString { _ = cmark_node_set_literal(pointer, $0) }
  }

  /// Makes a node that renders as the given markup around its children, without line breaks.
  static func markup(_ before: Markup, _ after: Markup = "") -> MarkdownNode? {
    custom(CMARK_NODE_CUSTOM_INLINE, before, after)
  }

  /// Makes a block that renders as the given markup around its children, on lines of its own.
  static func block(_ before: Markup, _ after: Markup = "") -> MarkdownNode? {
    custom(CMARK_NODE_CUSTOM_BLOCK, before, after)
  }

  /// The markup that such a node begins with; empty for the other kinds.
  var markupStart: [UInt8] { bytes(cmark_node_get_on_enter(pointer)) }

  /// Makes a node of one of cmark's own kinds, without content; nil for the other kinds.
  static func make(_ kind: Kind) -> MarkdownNode? {
    let type: cmark_node_type? =
      switch kind {
      case .paragraph: CMARK_NODE_PARAGRAPH
      case .heading: CMARK_NODE_HEADING
      case .emphasis: CMARK_NODE_EMPH
      case .strong: CMARK_NODE_STRONG
      case .codeBlock: CMARK_NODE_CODE_BLOCK
      case .code: CMARK_NODE_CODE
      case .text: CMARK_NODE_TEXT
      case .link: CMARK_NODE_LINK
      case .image: CMARK_NODE_IMAGE
      case .htmlInline: CMARK_NODE_HTML_INLINE
      case .htmlBlock: CMARK_NODE_HTML_BLOCK
      case .thematicBreak: CMARK_NODE_THEMATIC_BREAK
      default: nil
      }
    return type.flatMap { cmark_node_new($0) }.map(MarkdownNode.init)
  }

  /// Makes a text, code or HTML node.
  static func make(_ kind: Kind, _ literal: some Sequence<UInt8>) -> MarkdownNode? {
    let node = make(kind)
    node?.setLiteral(literal)
    return node
  }

  /// Sets a heading's level, 1 to 6.
  func setHeadingLevel(_ level: Int) { _ = cmark_node_set_heading_level(pointer, Int32(level)) }

  /// Sets the destination and the title of a link or an image.
  func setDestination(_ destination: some Sequence<UInt8>, title: some Sequence<UInt8>) {
    Markup(Array(destination)).withCString { _ = cmark_node_set_url(pointer, $0) }
    Markup(Array(title)).withCString { _ = cmark_node_set_title(pointer, $0) }
  }

  /// Sets the info string of a code block.
  func setFenceInfo(_ info: some Sequence<UInt8>) {
    Markup(Array(info)).withCString { _ = cmark_node_set_fence_info(pointer, $0) }
  }

  /// The info string of a code block, which names its language.
  var fenceInfo: [UInt8] { bytes(cmark_node_get_fence_info(pointer)) }

  /// Whether a list is numbered.
  var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }

  private static func custom(
    _ type: cmark_node_type, _ before: Markup, _ after: Markup
  ) -> MarkdownNode? {
    guard let pointer = cmark_node_new(type) else { return nil }
    before.withCString { _ = cmark_node_set_on_enter(pointer, $0) }
    after.withCString { _ = cmark_node_set_on_exit(pointer, $0) }
    return MarkdownNode(pointer: pointer)
  }

  /// Puts a node right before this one.
  func insertBefore(_ node: MarkdownNode) { cmark_node_insert_before(pointer, node.pointer) }

  /// Appends a node, and removes it from its present place.
  func append(_ node: MarkdownNode) { cmark_node_append_child(pointer, node.pointer) }

  /// Takes all children of another node.
  func takeChildren(of node: MarkdownNode) {
    while let child = node.firstChild { append(child) }
  }

  /// Takes the node out of the tree and frees it with all below it.
  func remove() { cmark_node_free(pointer) }

  /// Puts another node in this one's place and frees this one.
  func replace(with node: MarkdownNode) {
    insertBefore(node)
    remove()
  }

  private func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
    guard let text else { return [] }
    return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }
}

/// The library that parses Markdown.
public enum CommonMarkLibrary {
  /// The version that is loaded.
  public static var version: String { String(cString: cmark_version_string()) }
}
