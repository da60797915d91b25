/// Renders nodes of a program in a stack of contexts.
struct Renderer {
  /// How deeply sections, partials and blocks may nest.
  ///
  /// Data that nests as deep as this is not for a reader, and the stack of a thread has room for
  /// more.
  static let maximumDepth = 256

  let program: Program
  let isStrict: Bool
  /// The address of the page that is rendered.
  private let page: [UInt8]?
  /// The address of the value of the innermost section.
  ///
  /// Values and scopes are parts of the context, which whoever renders keeps alive and as it is.
  private var value: UnsafePointer<Value>
  /// The fields of the sections around, innermost last.
  private var scopes: [Scope] = []
  /// The arguments of the parents around, and which of them are in force.
  var frames: [Frame] = []
  var currentFrame: Int?
  /// The text to put at the start of a template's line.
  var indentation: [UInt8] = []
  /// Whether the next line start is in the middle of a line of the output.
  var skipsLineStart = false
  private var depth = 0

  /// The arguments of one parent, inside those of the parents around it.
  struct Frame {
    let arguments: Range<Int>
    let outer: Int?
  }

  init(program: Program, isStrict: Bool, page: String?, context: UnsafePointer<Value>) {
    self.program = program
    self.isStrict = isStrict
    self.page = page.map { Array($0.utf8) }
    value = context
    if let scope = context.pointee.scope { scopes.append(scope) }
  }

  mutating func render(
    _ range: Range<Int>, into output: inout [UInt8]
  ) throws(TemplateError) {
    var index = range.lowerBound
    while index < range.upperBound {
      var next = index + 1
      switch program.nodes[index] {
      case .text(let run):
        append(run, to: &output)
      case .variable(let path, let isEscaped):
        if let value = value(at: path) {
          try output.append(value.pointee, isEscaped: isEscaped, on: page)
        }
      case .section(let path, let end):
        if let value = value(at: path), value.pointee.isTrue {
          try renderSection(index, content: next..<end, with: value, into: &output)
        }
        next = end
      case .invertedSection(let path, let end):
        if value(at: path)?.pointee.isTrue != true {
          try descend(index, content: next..<end, into: &output)
        }
        next = end
      case .inclusion(let inclusion):
        try renderInclusion(inclusion, at: index, into: &output)
        next = inclusion.end
      case .block(let block):
        try renderBlock(block, at: index, into: &output)
        next = block.end
      }
      index = next
    }
  }

  /// Renders content inside the node at `index`.
  mutating func descend(
    _ index: Int, content: Range<Int>, into output: inout [UInt8]
  ) throws(TemplateError) {
    guard depth < Self.maximumDepth else {
      throw program.error(
        at: index,
        "templates are nested more than \(Self.maximumDepth) levels deep here; one may include "
          + "itself without end")
    }
    depth += 1
    try render(content, into: &output)
    depth -= 1
  }

  /// The value of a path: its first name is looked up outwards, each other only in the value of the
  /// name before it.
  func value(at path: Path) -> UnsafePointer<Value>? {
    guard var index = path.names.first else { return value }
    var found = outwardsValue(named: program.names[index])
    index += 1
    while index < path.names.upperBound, let value = found {
      found = value.pointee.scope?.place(of: program.names[index])
      index += 1
    }
    return found
  }

  private func outwardsValue(named name: Name) -> UnsafePointer<Value>? {
    var index = scopes.count
    while index > 0 {
      index -= 1
      if let found = scopes[index].place(of: name) { return found }
    }
    return nil
  }

  private mutating func renderSection(
    _ index: Int, content: Range<Int>, with value: UnsafePointer<Value>, into output: inout [UInt8]
  ) throws(TemplateError) {
    switch value.pointee {
    case .list(let items):
      guard let first = items.firstPlace else { return }
      for item in items.indices {
        try renderItem(index, content: content, with: first + item, into: &output)
      }
    case .madeList(let values):
      for number in 0..<values.count {
        try withUnsafePointer(to: values.make(number)) { (item) throws(TemplateError) in
          try renderItem(index, content: content, with: item, into: &output)
        }
      }
    default: try renderItem(index, content: content, with: value, into: &output)
    }
  }

  private mutating func renderItem(
    _ index: Int, content: Range<Int>, with item: UnsafePointer<Value>, into output: inout [UInt8]
  ) throws(TemplateError) {
    let (outer, depth) = (value, scopes.count)
    value = item
    if let scope = item.pointee.scope { scopes.append(scope) }
    try descend(index, content: content, into: &output)
    scopes.removeLast(scopes.count - depth)
    value = outer
  }

  private mutating func append(_ run: TextRun, to output: inout [UInt8]) {
    var start = run.bytes.lowerBound
    if !run.lineStarts.isEmpty {
      if !indentation.isEmpty {
        for lineStart in run.lineStarts.dropFirst(skipsLineStart ? 1 : 0) {
          let end = program.lineStarts[lineStart]
          program.appendText(start..<end, to: &output)
          output += indentation
          start = end
        }
      }
      skipsLineStart = false
    }
    program.appendText(start..<run.bytes.upperBound, to: &output)
  }
}
