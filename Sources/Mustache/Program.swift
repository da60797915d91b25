/// All templates of a set, compiled: nodes, and the pools that they refer to.
struct Program: Sendable {
  struct Template: Sendable {
    let source: Source
    var nodes: Range<Int>
  }

  private(set) var templates: [Template] = []
  private(set) var indices: [String: Int] = [:]
  /// The nodes to render, template by template.
  private(set) var nodes: [Node] = []
  /// The template that each node comes from, and the byte in its source.
  private var origins: [(template: Int, offset: Int)] = []
  private(set) var text: [UInt8] = []
  private(set) var lineStarts: [Int] = []
  private(set) var names: [Name] = []
  private var nameTexts: [String] = []
  private(set) var arguments: [Argument] = []

  private(set) var paths: [String: Path] = [:]
  private var blockNames: [String: Int] = [:]
  private var current = 0
  private var canExtendText = false

  /// Appends a part of the text without counting a reference, for which threads would queue up.
  func appendText(_ range: Range<Int>, to output: inout [UInt8]) {
    text.withUnsafeBufferPointer { text in
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[range]))
    }
  }

  /// A path as its tag has it.
  func dottedName(of path: Path) -> String {
    path.names.isEmpty ? "." : nameTexts[path.names].joined(separator: ".")
  }

  /// The error of a node that turned out to be wrong while rendering.
  func error(at node: Int, _ message: String) -> TemplateError {
    let origin = origins[node]
    return templates[origin.template].source.error(at: origin.offset, message)
  }
}

// Compiling.
extension Program {
  /// Makes a template known by its name, with no nodes yet.
  mutating func add(_ source: Source) throws(TemplateError) {
    guard indices[source.name] == nil else {
      throw source.error(at: 0, "two templates are named '\(source.name)'")
    }
    indices[source.name] = templates.count
    templates.append(Template(source: source, nodes: 0..<0))
  }

  /// Lets the nodes that are appended from now on belong to a template.
  mutating func begin(template: Int) {
    current = template
    templates[current].nodes = nodes.count..<nodes.count
    canExtendText = false
  }

  mutating func append(_ node: Node, offset: Int) {
    nodes.append(node)
    origins.append((current, offset))
    templates[current].nodes = templates[current].nodes.lowerBound..<nodes.count
    canExtendText = false
  }

  mutating func replaceNode(at index: Int, with node: Node) {
    nodes[index] = node
  }

  /// Keeps text that follows out of the last run, because content ends there.
  mutating func endText() {
    canExtendText = false
  }

  mutating func appendText(_ bytes: ArraySlice<UInt8>, startsLine: Bool) {
    var run = TextRun(
      bytes: text.count..<text.count, lineStarts: lineStarts.count..<lineStarts.count)
    let extends = canExtendText
    if extends, case .text(let last)? = nodes.last {
      run = last
    }
    if startsLine {
      lineStarts.append(text.count)
    }
    text += bytes
    run = TextRun(
      bytes: run.bytes.lowerBound..<text.count,
      lineStarts: run.lineStarts.lowerBound..<lineStarts.count)
    if extends {
      nodes[nodes.count - 1] = .text(run)
    } else {
      append(.text(run), offset: bytes.startIndex)
    }
    canExtendText = true
  }

  /// Adds bytes that no text run shows.
  mutating func store(_ bytes: ArraySlice<UInt8>) -> Range<Int> {
    canExtendText = false
    let start = text.count
    text += bytes
    return start..<text.count
  }

  mutating func store(_ given: [Argument]) -> Range<Int> {
    let start = arguments.count
    arguments += given
    return start..<arguments.count
  }

  /// The path of a dotted name; equal names share one.
  mutating func path(_ name: String) -> Path {
    if let known = paths[name] { return known }
    let start = names.count
    if name != "." {
      for part in name.split(separator: ".") {
        nameTexts.append(String(part))
        names.append(Name(part))
      }
    }
    let path = Path(names: start..<names.count)
    paths[name] = path
    return path
  }

  /// The number of a block's name.
  mutating func blockName(_ name: String) -> Int {
    if let known = blockNames[name] { return known }
    let number = blockNames.count
    blockNames[name] = number
    return number
  }
}
