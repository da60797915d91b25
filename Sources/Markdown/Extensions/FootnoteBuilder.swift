import Base

/// Takes the definitions of footnotes out of a tree, and puts those that are used behind its text.
///
/// Notes are numbered by the first reference to each; references in the text come before those in
/// other notes. A note that nothing refers to is not shown.
struct FootnoteBuilder {
  private struct Definition {
    let layout: FootnoteLayout
    let item: MarkdownNode
    var uses: [MarkdownNode] = []
  }

  /// The first definition of each label.
  private(set) var numbers: [[UInt8]: Int] = [:]
  private var definitions: [Definition] = []
  /// The definitions by their list items.
  private var definitionOfItem: [MarkdownNode: Int] = [:]
  private let places: PlaceFinder
  private(set) var diagnostics: [Diagnostic] = []

  /// Finds the definitions in a tree, and frees their marks.
  init(
    _ tree: borrowing MarkdownTree, _ layouts: [FootnoteLayout], _ places: PlaceFinder
  ) {
    self.places = places
    if layouts.isEmpty { return }
    var headings: [MarkdownNode] = []
    tree.visit { node, isEntering in
      let isMark =
        isEntering && node.kind == .heading
        && node.firstChild?.literalBegins(with: FootnoteLayout.mark) ?? false
      if isMark { headings.append(node) }
    }
    for heading in headings {
      let digits = heading.firstChild?.literal.dropFirst() ?? []
      let number = Int(String(decoding: digits, as: UTF8.self))
      if let number, layouts.indices.contains(number), let item = heading.parent,
        item.kind == .item
      {
        add(layouts[number], item)
      }
      heading.remove()
    }
  }

  private mutating func add(_ layout: FootnoteLayout, _ item: MarkdownNode) {
    definitionOfItem[item] = definitions.count
    let key = FootnoteLabel.key(layout.label[...])
    if numbers[key] == nil { numbers[key] = definitions.count }
    definitions.append(Definition(layout: layout, item: item))
  }

  /// Puts the notes behind the text.
  ///
  /// - Parameters:
  ///   - references: the places of references, each with its definition.
  ///   - tables: the pipe tables in the order of their cells.
  /// - Returns: the notes by their numbers, and the tables in their new order.
  mutating func build(
    _ tree: borrowing MarkdownTree, _ references: [MarkdownNode: Int], _ tables: [TableLayout],
    _ edits: TreeEdits
  ) -> (notes: [Document.Footnote], tables: [TableLayout]) {
    if definitions.isEmpty { return ([], tables) }
    let firstCells = tables.isEmpty ? [:] : HTMLGrafter.firstCells(tree, tables)
    let order = number(tree, references)
    let notes = order.map { note($0) }
    place(order, at: tree.root)
    let used = Set(order)
    for index in definitions.indices where !used.contains(index) {
      reportUnused(definitions[index])
    }
    // A definition may be in another, which comes before it.
    for index in definitions.indices.reversed() { removeItem(index, edits) }
    if firstCells.isEmpty { return (notes, tables) }
    var result: [TableLayout] = []
    tree.visit { node, isEntering in
      guard isEntering, node.kind == .heading, let table = firstCells[node] else { return }
      result.append(tables[table])
    }
    return (notes, result)
  }

  /// The definitions that are used, in the order of their numbers.
  private mutating func number(
    _ tree: borrowing MarkdownTree, _ references: [MarkdownNode: Int]
  ) -> [Int] {
    var inText: [MarkdownNode] = []
    var inNotes = [[MarkdownNode]](repeating: [], count: definitions.count)
    var open: [Int] = []
    tree.visit { node, isEntering in
      if node.kind == .item, let definition = definitionOfItem[node] {
        if isEntering { open.append(definition) } else { open.removeLast() }
      } else if isEntering, references[node] != nil {
        if let last = open.last { inNotes[last].append(node) } else { inText.append(node) }
      }
    }
    var order: [Int] = []
    var (waiting, next) = (inText, 0)
    while true {
      for node in waiting {
        guard let definition = references[node] else { continue }
        if definitions[definition].uses.isEmpty { order.append(definition) }
        definitions[definition].uses.append(node)
      }
      guard next < order.count else { return order }
      waiting = inNotes[order[next]]
      next += 1
    }
  }

  private func note(_ definition: Int) -> Document.Footnote {
    let layout = definitions[definition].layout
    return Document.Footnote(
      label: String(decoding: layout.label, as: UTF8.self),
      useCount: definitions[definition].uses.count,
      location: places.location(line: layout.line, byteColumn: layout.byteColumn))
  }

  /// Puts the notes into a section at the end, and links into the places of references.
  private func place(_ order: [Int], at root: MarkdownNode) {
    guard !order.isEmpty,
      let section = MarkdownNode.block(Markup(.footnotesStart), "</ol>\n</section>")
    else { return }
    for (number, definition) in order.enumerated() {
      var start: Markup = "<li"
      start.append(.footnoteID(footnote: number))
      start.append(">")
      guard let item = MarkdownNode.block(start, "</li>") else { continue }
      let uses = definitions[definition].uses
      for (use, node) in uses.enumerated() {
        let link = MarkdownNode.markup(Markup(.footnoteReference(footnote: number, use: use)))
        if let link { node.replace(with: link) }
      }
      item.takeChildren(of: definitions[definition].item)
      appendReturns(number, count: uses.count, to: item)
      section.append(item)
    }
    root.append(section)
  }

  /// Appends the links back to the text to a note's last paragraph.
  private func appendReturns(_ number: Int, count: Int, to item: MarkdownNode) {
    let paragraph = item.lastChild.flatMap { $0.kind == .paragraph ? $0 : nil }
    guard let parent = paragraph ?? MarkdownNode.block("") else { return }
    if paragraph == nil { item.append(parent) }
    for use in 0..<count {
      if paragraph != nil || use > 0, let space = MarkdownNode.make(.text, [0x20]) {
        parent.append(space)
      }
      let link = MarkdownNode.markup(Markup(.footnoteReturn(footnote: number, use: use)))
      if let link { parent.append(link) }
    }
  }

  /// Frees a definition's item, and its list if that has no other.
  private func removeItem(_ index: Int, _ edits: TreeEdits) {
    let definition = definitions[index]
    edits.forgetPlaces(below: definition.item)
    let list = definition.item.parent
    definition.item.remove()
    if let list, list.kind == .list, list.firstChild == nil { list.remove() }
  }

  private mutating func reportUnused(_ definition: Definition) {
    let label = String(decoding: definition.layout.label, as: UTF8.self)
    let first = numbers[FootnoteLabel.key(definition.layout.label[...])].map { definitions[$0] }
    let isSecond = first.map { $0.item != definition.item } ?? false
    let place = places.location(
      line: definition.layout.line, byteColumn: definition.layout.byteColumn)
    diagnostics.append(
      isSecond
        ? Diagnostic(
          .footnoteUnused, "the footnote '\(label)' is defined twice, and this one is not shown",
          at: place, hint: "rename it, or delete it")
        : Diagnostic(
          .footnoteUnused, "nothing refers to the footnote '\(label)', which is not shown",
          at: place, hint: "write [^\(label)] in the text, or delete the footnote"))
  }

  /// Reports references to footnotes that the document does not define.
  mutating func reportUndefined(_ labels: [(label: String, location: SourceLocation)]) {
    for (label, location) in labels {
      diagnostics.append(
        Diagnostic(
          .footnoteUndefined, "no footnote of this document is called '\(label)'", at: location,
          hint: "define it in a line '[^\(label)]: text', or write \\[ before it"))
    }
  }
}

extension TreeEdits {
  /// Forgets the places of nodes that are freed with the one above them.
  fileprivate func forgetPlaces(below root: MarkdownNode) {
    var pending = root.children
    while let node = pending.popLast() {
      places[node] = nil
      pending += node.children
    }
  }
}
