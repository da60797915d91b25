import Base

/// Writes one key of a file's front matter and leaves every other byte as it is.
public struct FrontMatterEditor {
  /// Why a file cannot be edited, with the places.
  public struct Refusal: Error, Sendable {
    /// What is wrong with the file.
    public let diagnostics: [Diagnostic]
  }

  private let key: String
  private let lines: [String]
  private let file: SourceFile
  private let mark: ArraySlice<UInt8>

  /// Puts a key's lines into a file, in place of those that it has, else behind its other keys, else
  /// into front matter of its own.
  ///
  /// New lines end as the file's first one does. Comments between the lines that are replaced go
  /// with them.
  ///
  /// - Parameters:
  ///   - lines: the key and its value as a member of a mapping, a line each.
  ///   - bytes: the whole file, with its byte order mark if it has one.
  /// - Throws: `Refusal` where the front matter cannot be read, or is written in a way that leaves
  ///   no line to the key.
  public static func setting(
    _ key: String, to lines: [String], in bytes: [UInt8], path: String
  ) throws(Refusal) -> [UInt8] {
    let file = SourceFile(path: path, bytes: bytes)
    if let defect = file.defect() { throw Refusal(diagnostics: [defect]) }
    let editor = FrontMatterEditor(
      key: key, lines: lines, file: file, mark: bytes.prefix(bytes.count - file.bytes.count))
    return Array(editor.mark) + (try editor.edited())
  }

  private func edited() throws(Refusal) -> [UInt8] {
    let scanner = LineScanner(file.bytes)
    switch try yaml() {
    case nil:
      return written(["---"] + lines + ["---"]) + file.bytes
    case let yaml?:
      let root = try parsed(file.bytes[yaml])
      let (range, indentation) = place(in: yaml, of: root, scanner)
      let new = written(lines.map { String(repeating: " ", count: indentation) + $0 })
      let edited = file.bytes[..<range.lowerBound] + new + file.bytes[range.upperBound...]
      let after = yaml.lowerBound..<(yaml.upperBound + new.count - range.count)
      try check(Array(edited)[after], against: root)
      return Array(edited)
    }
  }

  /// The bytes between the lines of dashes; nil where there is no front matter.
  private func yaml() throws(Refusal) -> Range<Int>? {
    let front = FrontMatter(file)
    if front.diagnostics.containsError { throw Refusal(diagnostics: front.diagnostics) }
    return front.yaml
  }

  private func parsed(_ yaml: ArraySlice<UInt8>) throws(Refusal) -> YAMLNode? {
    let (root, findings) = YAMLParser.parse(yaml, path: file.path, firstLine: 2)
    if findings.containsError { throw Refusal(diagnostics: findings) }
    return root
  }

  /// The bytes that the new lines take the place of, and how far these are indented.
  private func place(
    in yaml: Range<Int>, of root: YAMLNode?, _ scanner: LineScanner
  ) -> (Range<Int>, indentation: Int) {
    let members = root?.members ?? []
    let indentation = (members.first?.keyLocation.column ?? 1) - 1
    guard let index = members.firstIndex(where: { $0.key == key }) else {
      return (yaml.upperBound..<yaml.upperBound, indentation)
    }
    let starts = LineIndex(file.bytes).starts
    let first = members[index].keyLocation.line
    let next = members.indices.contains(index + 1) ? members[index + 1].keyLocation.line : nil
    let limit = next.map { starts[$0 - 1] } ?? yaml.upperBound
    var end = scanner.next(after: scanner.line(at: starts[first - 1]) ?? limit..<limit)
    var position = end
    while position < limit, let line = scanner.line(at: position) {
      position = scanner.next(after: line)
      // What stands behind the value is not the value's: blank lines and comments.
      let text = file.bytes[line].drop(while: isSpaceOrTab)
      if !text.isEmpty, text.first != UInt8(ascii: "#") { end = position }
    }
    return (starts[first - 1]..<max(end, starts[first - 1]), indentation)
  }

  private func written(_ lines: [String]) -> [UInt8] {
    Array(lines.map { $0 + lineEnd }.joined().utf8)
  }

  /// How the file ends its lines.
  private var lineEnd: String {
    guard let index = file.bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return "\n"
    }
    if file.bytes[index] == 0x0A { return "\n" }
    return file.bytes[index...].dropFirst().first == 0x0A ? "\r\n" : "\r"
  }

  /// Makes sure that the front matter says what it said, and the key what it should.
  private func check(_ yaml: ArraySlice<UInt8>, against before: YAMLNode?) throws(Refusal) {
    let (after, findings) = YAMLParser.parse(yaml, path: file.path, firstLine: 2)
    let wanted = YAMLParser.parse(Array(written(lines)), path: file.path).root
    let kept = (before?.members ?? []).filter { $0.key != key }
    let found = (after?.members ?? []).filter { $0.key != key }
    let isKept =
      kept.count == found.count
      && zip(kept, found).allSatisfy { old, new in
        old.key == new.key && old.value.says(the: new.value)
      }
    if findings.isEmpty, isKept, let value = after?[key], let other = wanted?[key],
      value.says(the: other)
    {
      return
    }
    let place = before?.location ?? SourceLocation(path: file.path, line: 2, column: 1)
    throw Refusal(diagnostics: [
      Diagnostic(
        .frontMatterInvalid, "there is no place for '\(key)' in front matter of this form",
        at: place, hint: "write each key on a line of its own")
    ])
  }
}

extension YAMLNode {
  /// Whether both hold the same values, wherever they stand.
  fileprivate func says(the other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.scalar(let left, let isPlain), .scalar(let right, let isPlainToo)):
      left.utf8.elementsEqual(right.utf8) && isPlain == isPlainToo
    case (.sequence(let left), .sequence(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.says(the: $1) }
    case (.mapping(let left), .mapping(let right)):
      left.count == right.count
        && zip(left, right).allSatisfy { $0.key == $1.key && $0.value.says(the: $1.value) }
    default: false
    }
  }
}
