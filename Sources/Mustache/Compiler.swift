/// Turns templates into nodes.
///
/// The specification's rules for lines are applied here. A tag by itself on its line takes the line
/// with it. The beginning of each other line is marked, so that rendering only puts the indentation
/// of the surrounding partials at the marks.
struct Compiler {
  var program = Program()
  let isStrict: Bool
  var source: Source
  var scanner: TagScanner
  var cursor = LineCursor()
  var elements: [Element] = []

  /// Compiles all sources; in strict mode a fixed name that none of them has is an error.
  static func compile(_ sources: [Source], isStrict: Bool) throws(TemplateError) -> Program {
    var program = Program()
    for source in sources {
      try program.add(source)
    }
    var compiler = Compiler(program: program, isStrict: isStrict)
    for index in sources.indices {
      try compiler.compile(sources[index], index: index)
    }
    return compiler.program
  }

  private init(program: Program, isStrict: Bool) {
    self.program = program
    self.isStrict = isStrict
    source = Source(name: "", bytes: [])
    scanner = TagScanner(source)
  }

  private mutating func compile(_ source: Source, index: Int) throws(TemplateError) {
    self.source = source
    scanner = TagScanner(source)
    cursor = LineCursor()
    program.begin(template: index)
    while let tag = try scanner.next() {
      addText(until: tag.range.lowerBound, leavesBlanks: true)
      try add(tag)
    }
    addText(until: source.bytes.count, leavesBlanks: false)
    if let element = elements.last {
      let line = source.line(at: element.offset)
      throw source.error(
        at: element.offset, "\(element.description), opened on line \(line), is never closed")
    }
  }

  private mutating func add(_ tag: Tag) throws(TemplateError) {
    if elements.last?.kind == .parent {
      try addInsideParent(tag)
      return
    }
    switch tag.kind {
    case .variable, .unescapedVariable:
      consumeInline(tag)
      let path = try path(tag.name, of: tag)
      program.append(
        .variable(path, isEscaped: tag.kind == .variable), offset: tag.range.lowerBound)
    case .section, .invertedSection:
      consume(tag)
      let path = try path(tag.name, of: tag)
      open(
        tag.kind == .section ? .section : .invertedSection, tag,
        node: tag.kind == .section ? .section(path, end: 0) : .invertedSection(path, end: 0))
    case .partial: try addPartial(tag)
    case .parent: try openParent(tag)
    case .block: openBlock(tag)
    case .close: try close(tag)
    case .comment, .delimiters: consume(tag)
    }
  }

  mutating func open(_ kind: Element.Kind, _ tag: Tag, node: Node) {
    elements.append(
      Element(
        kind: kind, name: tag.name, offset: tag.range.lowerBound, node: program.nodes.count,
        margin: cursor.margin))
    program.append(node, offset: tag.range.lowerBound)
  }

  mutating func close(_ tag: Tag) throws(TemplateError) {
    guard let element = elements.last else {
      throw source.error(at: tag.range.lowerBound, "'\(tag.name)' is closed but not open")
    }
    guard element.name == tag.name else {
      throw source.error(
        at: tag.range.lowerBound,
        "'\(tag.name)' is closed where \(element.description), opened on line "
          + "\(source.line(at: element.offset)), must be closed first")
    }
    switch element.kind {
    case .parent: closeParent(element, tag)
    case .argument: closeArgument(element, tag)
    case .section, .invertedSection, .block:
      consume(tag)
      endContent(of: element)
    }
    program.endText()
    elements.removeLast()
  }

  private mutating func endContent(of element: Element) {
    let end = program.nodes.count
    switch program.nodes[element.node] {
    case .section(let path, _):
      program.replaceNode(at: element.node, with: .section(path, end: end))
    case .invertedSection(let path, _):
      program.replaceNode(at: element.node, with: .invertedSection(path, end: end))
    case .block(var block):
      block.end = end
      program.replaceNode(at: element.node, with: .block(block))
    case .text, .variable, .inclusion: break
    }
  }

  mutating func path(_ name: String, of tag: Tag) throws(TemplateError) -> Path {
    if let known = program.paths[name] { return known }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard name == "." || !parts.contains("") else {
      throw source.error(at: tag.range.lowerBound, "name '\(name)' has an empty part")
    }
    return program.path(name)
  }
}

/// A tag that waits for its closing tag.
struct Element {
  enum Kind {
    case section
    case invertedSection
    case parent
    case block
    case argument
  }

  let kind: Kind
  let name: String
  let offset: Int
  /// The node to complete; an argument has none and keeps the first of its content.
  let node: Int
  /// The margin to go back to behind the element.
  let margin: [UInt8]
  /// The arguments that a parent was given so far.
  var arguments: [Argument] = []

  var description: String {
    switch kind {
    case .section, .invertedSection: "section '\(name)'"
    case .parent: "parent '\(name)'"
    case .block, .argument: "block '\(name)'"
    }
  }
}
