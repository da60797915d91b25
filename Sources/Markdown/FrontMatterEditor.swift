import Base

/// Writes one key of a file's front matter and leaves every other byte as it is.
public struct FrontMatterEditor {
  /// Why a file cannot be edited, with the places.
  public typealias Refusal = EditRefusal

  private let key: String
  private let lines: [String]
  private let file: SourceFile

  /// Puts a key's lines into a file: over those that it has, or behind its other keys, or into new
  /// front matter.
  ///
  /// New lines end as the file's first one does. Comments between the lines that are replaced go
  /// with them.
  ///
  /// - Parameters:
  ///   - lines: the key and its value as a member of a mapping, a line each.
  ///   - bytes: the whole file, with its byte order mark if it has one.
  /// - Throws: `Refusal` if the front matter is invalid, or is written in a way that leaves
  ///   no line to the key.
  public static func setting(
    _ key: String, to lines: [String], in bytes: [UInt8], path: String
  ) throws(Refusal) -> [UInt8] {
    var document = try DocumentEditor(bytes, path: path)
    let editor = FrontMatterEditor(key: key, lines: lines, file: document.file)
    let (range, new, root) = try editor.edit()
    document.replace(range, with: new)
    let edited: [UInt8]
    do {
      edited = try document.edited(
        changing: [.frontMatter(key)], orReporting: .frontMatterInvalid)
    } catch {
      throw editor.refusal(root)
    }
    try editor.check(SourceFile(path: path, bytes: edited), against: root)
    return edited
  }

  /// The range to replace, its new bytes, and the present front matter.
  private func edit() throws(Refusal) -> (Range<Int>, new: [UInt8], root: YAMLNode?) {
    guard let yaml = try yaml() else { return (0..<0, written(["---"] + lines + ["---"]), nil) }
    let root = try parsed(file.bytes[yaml])
    let (range, indentation) = place(in: yaml, of: root, LineScanner(file.bytes))
    let new = written(lines.map { String(repeating: " ", count: indentation) + $0 })
    guard yaml.lowerBound <= range.lowerBound, range.upperBound <= yaml.upperBound,
      !hasAlias(of: file.bytes[range], in: file.bytes[yaml])
    else {
      throw refusal(root)
    }
    return (range, new, root)
  }

  /// Whether an alias in the front matter may be one of a value that goes.
  private func hasAlias(of value: ArraySlice<UInt8>, in yaml: ArraySlice<UInt8>) -> Bool {
    let aliases = Set(names(behind: UInt8(ascii: "*"), in: yaml))
    return names(behind: UInt8(ascii: "&"), in: value).contains { aliases.contains($0) }
  }

  /// The words that follow a sign, which may be names of anchors or aliases (YAML 1.2, 6.9.2).
  private func names(behind sign: UInt8, in bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let ends = Set(" \t\r\n,[]{}".utf8)
    return bytes.split(separator: sign, omittingEmptySubsequences: false).dropFirst()
      .map { rest in rest.prefix { !ends.contains($0) } }
  }

  /// The bytes between the lines of dashes; nil if there is no front matter.
  private func yaml() throws(Refusal) -> Range<Int>? {
    let front = FrontMatter(file)
    let defects = front.diagnostics.filter { $0.severity > .note && $0.id == .frontMatterInvalid }
    if !defects.isEmpty { throw Refusal(diagnostics: defects) }
    if front.format == nil || front.format == .yaml { return front.yaml }
    throw Refusal(diagnostics: [
      Diagnostic(
        .frontMatterInvalid, "'\(key)' can be written only into YAML front matter",
        at: SourceLocation(path: file.path, line: 1, column: 1),
        hint: "rewrite the front matter as 'key: value' lines between lines of three dashes")
    ])
  }

  private func parsed(_ yaml: ArraySlice<UInt8>) throws(Refusal) -> YAMLNode? {
    let (root, findings) = parse(yaml)
    if !findings.isEmpty { throw Refusal(diagnostics: findings) }
    return root
  }

  private func parse(_ yaml: ArraySlice<UInt8>) -> YAMLParser.Result {
    YAMLParser.parse(yaml, path: file.path, firstLine: 2, origin: .otherTools)
  }

  /// The bytes that the new lines replace, and the indentation of these.
  private func place(
    in yaml: Range<Int>, of root: YAMLNode?, _ scanner: LineScanner
  ) -> (Range<Int>, indentation: Int) {
    let members = root?.members ?? []
    let indentation = (members.first?.keyLocation.column ?? 1) - 1
    guard let index = members.firstIndex(where: { $0.key == key }) else {
      return (yaml.upperBound..<yaml.upperBound, indentation)
    }
    // Lines begin where the file's lines do: others that YAML knows divide no text of a file.
    let start = lineStart(of: members[index], in: yaml)
    let next = members.indices.contains(index + 1) ? members[index + 1] : nil
    let limit = next.map { lineStart(of: $0, in: yaml) } ?? yaml.upperBound
    let value = yaml.lowerBound + members[index].value.end
    var end = scanner.line(at: start).map(scanner.next) ?? limit
    var position = end
    while position < limit, let line = scanner.line(at: position) {
      position = scanner.next(after: line)
      // Text behind the value is not part of it, except for its closing mark.
      let first = file.bytes[line].drop(while: isSpaceOrTab).first
      let closes = first == UInt8(ascii: "}") || first == UInt8(ascii: "]")
      if line.lowerBound < value || closes { end = position }
    }
    return (start..<max(min(end, yaml.upperBound), start), indentation)
  }

  /// The offset of the first byte of the line that a member's key is on.
  private func lineStart(of member: YAMLNode.Member, in yaml: Range<Int>) -> Int {
    let key = min(yaml.lowerBound + member.keyBytes.lowerBound, yaml.upperBound)
    let before = file.bytes[yaml.lowerBound..<key]
    return before.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? yaml.lowerBound
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

  /// Checks that only the key's value changed in the front matter, and that it is the intended one.
  private func check(_ edited: SourceFile, against before: YAMLNode?) throws(Refusal) {
    let front = FrontMatter(edited)
    let (after, findings) = parse(front.yaml.map { edited.bytes[$0] } ?? [])
    let wanted = YAMLParser.parse(Array(written(lines)), path: file.path).root
    let kept = (before?.members ?? []).filter { $0.key != key }
    let found = (after?.members ?? []).filter { $0.key != key }
    let isKept =
      kept.count == found.count
      && zip(kept, found).allSatisfy { old, new in
        old.key.utf8.elementsEqual(new.key.utf8) && old.value.says(theSameAs: new.value)
      }
    if findings.isEmpty, isKept, let value = after?[key], let other = wanted?[key],
      value.says(theSameAs: other)
    {
      return
    }
    throw refusal(before)
  }

  private func refusal(_ before: YAMLNode?) -> Refusal {
    let place = before?.location ?? SourceLocation(path: file.path, line: 2, column: 1)
    return Refusal(diagnostics: [
      Diagnostic(
        .frontMatterInvalid, "there is no place for '\(key)' in front matter of this form",
        at: place, hint: "write each key on a line of its own")
    ])
  }
}

extension YAMLNode {
  /// The offset behind its last scalar.
  ///
  /// Nodes nest no deeper than the parser lets them.
  fileprivate var end: Int {
    switch content {
    case .scalar: bytes.upperBound
    case .sequence(let elements): elements.last?.end ?? bytes.upperBound
    case .mapping(let members): members.last?.value.end ?? bytes.upperBound
    }
  }
}
