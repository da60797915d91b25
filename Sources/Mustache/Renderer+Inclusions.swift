extension Renderer {
  /// Renders a partial, or a parent with its arguments in force.
  mutating func renderInclusion(
    _ inclusion: Inclusion, at index: Int, into output: inout [UInt8]
  ) throws(TemplateError) {
    guard let template = try template(for: inclusion.target, at: index) else { return }
    let outerIndentation = indentation
    let outerFrame = currentFrame
    if let own = inclusion.indentation {
      indentation += program.text[own]
    } else {
      indentation = []
    }
    if !inclusion.arguments.isEmpty {
      frames.append(Frame(arguments: inclusion.arguments, outer: outerFrame))
      currentFrame = frames.count - 1
    }
    try descend(index, content: program.templates[template].nodes, into: &output)
    if !inclusion.arguments.isEmpty {
      frames.removeLast()
    }
    currentFrame = outerFrame
    indentation = outerIndentation
  }

  /// Renders the argument for a block, or its default content.
  ///
  /// The argument belongs to the template that gives it. Blocks in it are filled by those who
  /// include that template, so a block cannot be its own argument.
  mutating func renderBlock(
    _ block: Block, at index: Int, into output: inout [UInt8]
  ) throws(TemplateError) {
    guard let (content, frame) = argument(for: block.name) else {
      try descend(index, content: (index + 1)..<block.end, into: &output)
      return
    }
    let outerIndentation = indentation
    let outerFrame = currentFrame
    indentation += program.text[block.indentation]
    currentFrame = frame
    skipsLineStart = skipsLineStart || !block.startsLine
    try descend(index, content: content, into: &output)
    skipsLineStart = skipsLineStart && block.startsLine
    currentFrame = outerFrame
    indentation = outerIndentation
  }

  /// The argument that the outermost parent gives for a block, and the frame that it was given in.
  private func argument(for block: Int) -> (content: Range<Int>, frame: Int?)? {
    var found: (content: Range<Int>, frame: Int?)?
    var frame = currentFrame
    while let index = frame {
      frame = frames[index].outer
      for argument in program.arguments[frames[index].arguments] where argument.block == block {
        found = (argument.content, frame)
      }
    }
    return found
  }

  private func template(
    for target: Inclusion.Target, at index: Int
  ) throws(TemplateError) -> Int? {
    switch target {
    case .template(let template): return template
    case .nothing: return nil
    case .dynamic(let path):
      if case .text(let name)? = value(at: path)?.pointee {
        if let template = program.indices[name] { return template }
        if isStrict { throw program.error(at: index, "no template is named '\(name)'") }
      } else if isStrict {
        throw program.error(
          at: index, "'\(program.dottedName(of: path))' does not contain the name of a template")
      }
      return nil
    }
  }
}
