import Base

/// Rewrites other tools' additions to Markdown for cmark, line by line.
///
/// Alerts in the spellings of other tools become quotations with GitHub's marker, attribute lines
/// become anchors, and template code is left out. Each line stays a line, and columns are mapped, so
/// that findings name places in the file. Time is linear: looking ahead has a budget.
struct DialectRewriter {
  private let source: [UInt8]
  private let firstLine: Int
  private let closed: Set<Int>
  private var frames = ContainerFrames()
  private var tracker: BlockTracker
  private var scanner: TemplateScanner
  private var tags: TagLines
  private var result = DialectMarkdown()
  /// Code that began on an earlier line goes on to here.
  private var resume = 0
  private var last = LastLine.blank

  /// The kind of the previous line, to which attributes belong.
  private enum LastLine {
    case blank, heading, underline, text, tags, other
  }

  /// Rewrites a document, or returns nil if it has nothing of the kind.
  ///
  /// - Parameters:
  ///   - firstLine: the line in the file of the document's first line.
  ///   - isMDX: whether the file says by its name that it contains components.
  static func rewrite(
    _ source: [UInt8], firstLine: Int, isMDX: Bool, _ limits: InputLimits
  ) -> DialectMarkdown? {
    guard DialectScan.mayHold(source, isMDX: isMDX) else { return nil }
    var rewriter = DialectRewriter(source, firstLine, isMDX, limits)
    var ranges = LineRanges(source)
    while let range = ranges.next() {
      rewriter.take(range)
      if rewriter.tracker.isTooDeep { return nil }
    }
    rewriter.result.templateCode = rewriter.scanner.counts
    return rewriter.result
  }

  private init(_ source: [UInt8], _ firstLine: Int, _ isMDX: Bool, _ limits: InputLimits) {
    self.source = source
    self.firstLine = firstLine
    closed = DialectScan.closedContainers(source)
    tracker = BlockTracker(nestingLimit: limits.nesting)
    scanner = TemplateScanner(source, isMDX: isMDX)
    tags = TagLines(isMDX: isMDX)
    result.bytes.reserveCapacity(source.count + source.count / 16)
  }

  private var lineIndex: Int { result.starts.count }

  private mutating func take(_ range: Range<Int>) {
    let start = max(range.lowerBound, min(resume, range.upperBound))
    let whole = LineDraft(source, range)
    if start > range.lowerBound, start == range.upperBound {
      emit(LineDraft(), as: .blank)
      return
    }
    var line = LineDraft()
    line.copy(whole, (start - range.lowerBound)..<whole.count)
    let known = frames.count
    if !frames.isEmpty, line.bytes.allSatisfy({ $0 <= 0x20 }) {
      takeText(frames.blankLine(before: range.upperBound, in: source), range)
      return
    }
    var (prefix, position) = frames.enter(line)
    if frames.isHidden {
      emit(prefix, as: .blank)
      return
    }
    let isVerbatim = tracker.isFenced && frames.count == known
    if !isVerbatim, frames.endsAtHeading,
      isATXHeading(line.bytes[position...].drop(while: isSpaceOrTab))
    {
      frames.close(to: frames.count - 1)
      (prefix, position) = frames.enter(line)
    }
    if !isVerbatim, takeContainer(line, prefix, from: position) { return }
    var draft = prefix
    draft.copy(line, position..<line.count)
    takeText(draft, range)
  }

  /// Takes a line that opens or closes a container.
  private mutating func takeContainer(
    _ line: LineDraft, _ prefix: LineDraft, from position: Int
  ) -> Bool {
    var start = position
    while start < line.count, isSpaceOrTab(line.bytes[start]) || line.bytes[start] == 0x3E {
      start += 1
    }
    guard start < line.count else { return false }
    let text = line.bytes[start...]
    if frames.closeLast(text) {
      emit(frames.blankLine(), as: .blank)
      return true
    }
    let lead = line.bytes[position..<start]
    guard frames.count < ContainerFrames.deepest, let opening = ContainerOpening(text) else {
      return takeStrayColons(text)
    }
    var draft = prefix
    draft.copy(line, position..<line.count)
    var probe = tracker
    _ = probe.track(draft.bytes, 0..<draft.count)
    if probe.isIndentedCode { return false }
    open(opening, line, prefix, lead: Array(lead), from: start)
    return true
  }

  /// Leaves out a line of colons that closes nothing.
  private mutating func takeStrayColons(_ text: ArraySlice<UInt8>) -> Bool {
    guard ContainerOpening.closes(text, .colons(3)) else { return false }
    emit(frames.blankLine(), as: .blank)
    return true
  }

  private mutating func open(
    _ opening: ContainerOpening, _ line: LineDraft, _ prefix: LineDraft, lead: [UInt8],
    from start: Int
  ) {
    if opening.isForeign {
      scanner.counts.add(
        .container, line.bytes[start...], line: firstLine + lineIndex,
        column: line.origin(of: start) + 1)
    }
    let depth =
      opening.isAlert ? frames.depth(ofLead: lead, isBehindBlank: last == .blank) : 0
    if depth > 1 { result.siblings.insert(firstLine + lineIndex) }
    var draft = prefix
    draft.add(lead)
    for _ in 1..<max(1, depth) { draft.add("> ") }
    draft.add(opening.markdown)
    emit(draft, as: .other)
    if opening.style == .line { return }
    let needsEnd = opening.style != .indented
    frames.open(
      .init(
        style: opening.style, lead: lead, depth: depth,
        endsAtHeading: needsEnd && !closed.contains(lineIndex - 1), isHidden: opening.isHidden))
  }

  /// Takes a line of text, code or anything else.
  private mutating func takeText(_ draft: LineDraft, _ range: Range<Int>) {
    var draft = draft
    var probe = tracker
    var line = probe.track(draft.bytes, 0..<draft.count)
    if probe.isIndentedCode, tags.isNoCode(draft.bytes[line.content...]) {
      draft = draft.dedented(line)
      probe = tracker
      line = probe.track(draft.bytes, 0..<draft.count)
    }
    if line.role == .blank { scanner.endStatements() }
    if probe.isVerbatim || line.content >= draft.count
      || draft.bytes[line.content...].starts(with: "<!--".utf8)
    {
      emit(draft, as: line.role == .blank ? .blank : .other, probe)
      return
    }
    if takeAttributes(draft, from: line.content) { return }
    if last == .tags, isThematicBreak(draft.bytes[line.content...]) {
      // Dashes would make a heading of the tags.
      var rule = LineDraft()
      rule.copy(draft, 0..<line.content)
      rule.add("***")
      emit(rule, as: .other)
      return
    }
    let isHeading = isATXHeading(draft.bytes[line.content...])
    let scanned = scanner.scan(
      draft, from: line.content, lineEnd: range.upperBound, isHeading: isHeading,
      startsParagraph: line.role == .paragraphStart, line: firstLine + lineIndex)
    resume = max(resume, scanned.resume)
    let isUnderline = line.role == .other && isSetextUnderline(draft.bytes[line.content...])
    let kind: LastLine =
      isHeading ? .heading : isUnderline ? .underline : line.role == .other ? .other : .text
    let beginsBlock = line.role == .other && !probe.continuesBlock
    if let tagged = tags.take(scanned.draft, from: line.content, beginsBlock: beginsBlock) {
      emit(tagged, as: .tags)
    } else if scanned.draft.count == draft.count {
      emit(draft, as: kind, probe)
    } else {
      emit(scanned.draft, as: kind)
    }
  }

  /// Takes a line of attributes, `{: #id}` or `{.class}`, whose id becomes an anchor of the block above.
  private mutating func takeAttributes(_ draft: LineDraft, from start: Int) -> Bool {
    var text = draft.bytes[start...]
    while let byte = text.last, byte <= 0x20 { text = text.dropLast() }
    guard text.first == UInt8(ascii: "{"), text.count > 3,
      text.firstIndex(of: UInt8(ascii: "}")) == text.indices.last
    else { return false }
    let inside = text.dropFirst().dropLast()
    let isMarked = inside.first == UInt8(ascii: ":")
    if isMarked, inside.dropFirst().first == UInt8(ascii: ":") { return false }
    guard
      let list = isMarked ? AttributeList(inside.dropFirst()) : AttributeList(unmarked: inside)
    else { return false }
    var line = LineDraft()
    line.copy(draft, 0..<start)
    if let id = list.id, !attach(id) { line.add("<a id=\"\(id)\"></a>".utf8) }
    emit(line, as: .blank)
    return true
  }

  /// Gives the block above an id; false if it takes none.
  private mutating func attach(_ id: String) -> Bool {
    let anchor = Array(" <a id=\"\(id)\"></a>".utf8)
    switch last {
    case .heading: insert(Array(" {#\(id)}".utf8), behindLine: lineIndex - 1)
    case .underline where lineIndex > 1:
      insert(Array(" {#\(id)}".utf8), behindLine: lineIndex - 2)
    case .text: insert(anchor, behindLine: lineIndex - 1)
    default: return false
    }
    return true
  }

  /// Puts text behind that of a line; before the pipe that ends a table's row, and before the signs
  /// that close a heading.
  private mutating func insert(_ text: [UInt8], behindLine index: Int) {
    let line = result.text(ofLine: index)
    var end = line.endIndex
    while end > line.startIndex, line[end - 1] <= 0x20 { end -= 1 }
    if end > line.startIndex, line[end - 1] == UInt8(ascii: "|") {
      end -= 1
    } else if last == .heading {
      let closing = line[..<end].reversed().prefix { $0 == UInt8(ascii: "#") }.count
      if end - closing - 1 > line.startIndex, isSpaceOrTab(line[end - closing - 1]) {
        end -= closing
      }
    }
    result.bytes.insert(contentsOf: text + [0x20], at: end)
    for later in (index + 1)..<max(index + 1, lineIndex) {
      result.starts[later] += text.count + 1
    }
  }

  private mutating func emit(_ draft: LineDraft, as kind: LastLine, _ probe: BlockTracker? = nil) {
    if let probe {
      tracker = probe
    } else {
      _ = tracker.track(draft.bytes, 0..<draft.count)
    }
    if !draft.isUnmoved { result.moved[lineIndex] = draft.pieces }
    result.starts.append(result.bytes.count)
    result.bytes.append(contentsOf: draft.bytes)
    result.bytes.append(0x0A)
    last = kind
  }
}
