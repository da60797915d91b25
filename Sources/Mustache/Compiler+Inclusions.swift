// Partials, and the parents, blocks and arguments of inheritance.
extension Compiler {
  mutating func addPartial(_ tag: Tag) throws(TemplateError) {
    let target = try target(of: tag)
    let indentation = program.store(indentation(before: tag))
    let isAlone = consume(tag)
    let next = program.nodes.count + 1
    program.append(
      .inclusion(
        Inclusion(
          target: target, indentation: isAlone ? indentation : nil, arguments: 0..<0, end: next)),
      offset: tag.range.lowerBound)
  }

  /// Opens a parent.
  ///
  /// Only its end shows whether it has its lines to itself. So the text before it gets a separate
  /// node, which `closeParent` can empty.
  mutating func openParent(_ tag: Tag) throws(TemplateError) {
    let target = try target(of: tag)
    let mayStandAlone = cursor.startsLine && cursor.canStandAlone
    let indentation = mayStandAlone ? program.store(indentation(before: tag)) : nil
    consumeInline(tag)
    let inclusion = Inclusion(
      target: target, indentation: indentation, arguments: 0..<0, end: 0)
    open(.parent, tag, node: .inclusion(inclusion))
  }

  mutating func closeParent(_ element: Element, _ tag: Tag) {
    guard case .inclusion(var inclusion) = program.nodes[element.node] else { return }
    let next = source.nextLineIfBlank(from: tag.range.upperBound)
    if inclusion.indentation != nil, let next {
      program.replaceNode(at: element.node - 1, with: .text(.empty))
      cursor.startLine(at: next)
    } else {
      inclusion.indentation = nil
      cursor.continueLine(at: tag.range.upperBound)
    }
    inclusion.arguments = program.store(element.arguments)
    inclusion.end = program.nodes.count
    program.replaceNode(at: element.node, with: .inclusion(inclusion))
  }

  /// Adds the content of a parent: arguments; text and comments mean nothing there.
  mutating func addInsideParent(_ tag: Tag) throws(TemplateError) {
    switch tag.kind {
    case .block: try openArgument(tag)
    case .close: try close(tag)
    case .comment, .delimiters: cursor.position = tag.range.upperBound
    default:
      let parent = elements.last.map(\.description) ?? ""
      throw source.error(
        at: tag.range.lowerBound, "only blocks are allowed directly in \(parent)")
    }
  }

  /// Opens the content for a parent's block, whose own indentation is taken off.
  private mutating func openArgument(_ tag: Tag) throws(TemplateError) {
    let block = program.blockName(tag.name)
    let isRepeated = elements.last?.arguments.contains { $0.block == block } ?? false
    guard !isRepeated else {
      throw source.error(at: tag.range.lowerBound, "block '\(tag.name)' is given twice")
    }
    elements.append(
      Element(
        kind: .argument, name: tag.name, offset: tag.range.lowerBound, node: program.nodes.count,
        margin: cursor.margin))
    program.endText()
    if let next = source.nextLineIfBlank(from: tag.range.upperBound) {
      cursor.startLine(at: next)
      cursor.margin = Array(source.bytes[source.firstIndentation(from: next)])
    } else {
      cursor.startLine(at: tag.range.upperBound)
      cursor.canStandAlone = false
      cursor.margin = []
    }
  }

  mutating func closeArgument(_ element: Element, _ tag: Tag) {
    let hasText = cursor.position < tag.range.lowerBound && !cursor.canStandAlone
    if hasText {
      consumeInline(tag)
    }
    cursor.continueLine(at: tag.range.upperBound)
    cursor.margin = element.margin
    let argument = Argument(
      block: program.blockName(element.name), content: element.node..<program.nodes.count)
    elements[elements.count - 2].arguments.append(argument)
  }

  /// Opens a block that an argument can fill.
  ///
  /// With a line to itself, it indents the argument like its default content, else like the line
  /// that it starts.
  mutating func openBlock(_ tag: Tag) {
    var indentation = indentation(before: tag)
    let isAlone = consume(tag)
    if isAlone {
      let blanks = source.firstIndentation(from: cursor.position)
      if !scanner.isClosingTag(at: blanks.upperBound) {
        indentation = withoutMargin(blanks)
      }
    }
    let block = Block(
      name: program.blockName(tag.name), indentation: program.store(indentation),
      startsLine: isAlone, end: 0)
    open(.block, tag, node: .block(block))
  }

  private mutating func target(of tag: Tag) throws(TemplateError) -> Inclusion.Target {
    if let name = tag.dynamicName {
      return .dynamic(try path(name, of: tag))
    }
    if let index = program.indices[tag.name] { return .template(index) }
    guard !isStrict else {
      throw source.error(at: tag.range.lowerBound, "no template is named '\(tag.name)'")
    }
    return .nothing
  }
}
