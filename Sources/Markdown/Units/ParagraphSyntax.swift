/// Removes from a paragraph's lines the syntax that people write on top of CommonMark: fences of
/// alerts, definitions of links, attributes, template code.
struct ParagraphSyntax {
  let bytes: [UInt8]

  /// The runs of lines that are text, without markers at their beginning.
  func runs(of lines: [UnitReader.ParagraphLine]) -> [[UnitReader.ParagraphLine]] {
    var runs: [[UnitReader.ParagraphLine]] = []
    var run: [UnitReader.ParagraphLine] = []
    for (index, line) in lines.enumerated() {
      let content = content(of: line, isFirst: index == 0)
      if content.isWhole, let range = content.range {
        run.append(line.with(range))
        continue
      }
      if !run.isEmpty { runs.append(run) }
      run = []
      if let range = content.range { runs.append([line.with(range)]) }
    }
    if !run.isEmpty { runs.append(run) }
    return runs
  }

  /// The text of a line, and whether it belongs to the lines around it.
  private func content(
    of line: UnitReader.ParagraphLine, isFirst: Bool
  ) -> (range: Range<Int>?, isWhole: Bool) {
    let text = bytes[line.content]
    if text.starts(with: ":::".utf8) || text.starts(with: "!!!".utf8)
      || text.starts(with: "???".utf8)
    {
      return (title(in: line.content), false)
    }
    if isFirst, text.starts(with: "[!".utf8), let end = text.firstIndex(of: UInt8(ascii: "]")) {
      let rest = text[(end + 1)...].allSatisfy(isSpaceOrTab) ? nil : (end + 1)..<text.endIndex
      return (rest, false)
    }
    if isFirst, let start = behindMark(text) { return (start..<text.endIndex, true) }
    return isDefinition(text) || isTemplate(text) ? (nil, false) : (line.content, true)
  }

  /// The title of an alert: the text in quotes, or behind its kind.
  private func title(in line: Range<Int>) -> Range<Int>? {
    let quote = UInt8(ascii: "\"")
    if let open = bytes[line].firstIndex(of: quote), let close = bytes[line].lastIndex(of: quote),
      close > open + 1
    {
      return (open + 1)..<close
    }
    guard bytes[line].first == UInt8(ascii: ":") else { return nil }
    let behind = bytes[line].drop { $0 == UInt8(ascii: ":") || isSpaceOrTab($0) }
    let title = behind.drop { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    guard let first = title.first, isSpaceOrTab(first) else { return nil }
    return title.startIndex..<title.endIndex
  }

  /// The offset behind the box of a task or the label of a footnote.
  private func behindMark(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.first == UInt8(ascii: "["), let end = text.firstIndex(of: UInt8(ascii: "]")) else {
      return nil
    }
    let label = text[(text.startIndex + 1)..<end]
    let after = text[(end + 1)...]
    if label.count == 1, let sign = label.first, " xX".utf8.contains(sign),
      let next = after.first, isSpaceOrTab(next)
    {
      return end + 1
    }
    guard label.first == UInt8(ascii: "^"), after.first == UInt8(ascii: ":") else { return nil }
    return end + 2
  }

  /// Whether a line defines the destination of a link: `[label]: target "title"`.
  private func isDefinition(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "["), let end = text.firstIndex(of: UInt8(ascii: "]")),
      end > text.startIndex + 1, text[(end + 1)...].first == UInt8(ascii: ":")
    else { return false }
    let target = text[(end + 2)...].drop(while: isSpaceOrTab)
    let behind = target.drop { !isSpaceOrTab($0) }.drop(while: isSpaceOrTab)
    return !target.isEmpty && (behind.isEmpty || "\"'(".utf8.contains(behind.first ?? 0))
  }

  /// Whether a line is nothing but template code or attributes.
  private func isTemplate(_ text: ArraySlice<UInt8>) -> Bool {
    let line = Array(text.reversed().drop(while: isSpaceOrTab).reversed())
    guard line.first == UInt8(ascii: "{") else { return false }
    var searches = InlineMarkup.Searches()
    return InlineMarkup.templateEnd(0, line, &searches) == line.count
  }
}

extension UnitReader.ParagraphLine {
  fileprivate func with(_ content: Range<Int>) -> Self {
    .init(
      line: line, content: content, opensItem: opensItem, opensContainer: opensContainer,
      prefix: prefix)
  }
}
