// YAML turns the bytes of a YAML file into `YAMLNode` values that know their places. An ambiguity
// (an alias, a tag, a duplicate key, several documents) is an error in the guide's own files. It is
// ignored in files that other tools read too.

import CYAML

/// Parses one YAML document by libyaml's events, so that depth is bounded before memory is.
public struct YAMLParser: ~Copyable {
  /// How deep collections may nest.
  ///
  /// Guides need four levels.
  public static let maximumDepth = 32

  /// The origin of the YAML.
  public enum Origin: Sendable {
    /// A file of the guide: every ambiguity is an error.
    case guide
    /// Front matter, which other tools read too. Anchors and tags are ignored, an alias is nothing,
    /// the first of two equal keys counts, and values before a defect are kept.
    case otherTools
  }

  private let places: YAMLPlaces
  let origin: Origin
  private let input: UnsafeBufferPointer<UInt8>
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  var findings: [Diagnostic] = []

  /// The result of a file: its value if it could be read, and all that is wrong with it.
  public typealias Result = (root: YAMLNode?, diagnostics: [Diagnostic])

  /// Parses a whole file or, with `firstLine`, the part of one that begins at that line (from 1).
  public static func parse(
    _ bytes: some Collection<UInt8>, path: String, firstLine: Int = 1, origin: Origin = .guide
  ) -> Result {
    reading(Array(bytes), path: path, firstLine: firstLine, origin: origin, else: nil) {
      $0.parseStream()
    }
  }

  /// The result of parsing the bytes; if memory runs out, another value and a finding.
  private static func reading<Value>(
    _ input: [UInt8], path: String, firstLine: Int, origin: Origin, else other: Value,
    _ read: (inout YAMLParser) -> (Value, [Diagnostic])
  ) -> (Value, [Diagnostic]) {
    input.withUnsafeBufferPointer { buffer in
      if let line = YAMLControls.lineOfExcessiveDirective(buffer) {
        let place = SourceLocation(path: path, line: line + firstLine, column: 1)
        return (other, [Diagnostic(.yamlInvalid, "too many directives (%)", at: place)])
      }
      guard
        var parser = YAMLParser(path: path, firstLine: firstLine, origin: origin, input: buffer)
      else {
        let place = SourceLocation(path: path, line: firstLine, column: 1)
        return (other, [Diagnostic(.yamlInvalid, "out of memory", at: place)])
      }
      return read(&parser)
    }
  }

  /// Parses all documents of a file that another tool wrote.
  ///
  /// - Returns: the documents up to a defect, and all that is wrong.
  public static func parseAll(
    _ bytes: [UInt8], path: String
  ) -> (roots: [YAMLNode], diagnostics: [Diagnostic]) {
    reading(bytes, path: path, firstLine: 1, origin: .otherTools, else: []) { parser in
      var roots: [YAMLNode] = []
      do {
        while let root = try parser.nextDocument() { roots.append(root) }
      } catch let stop as Stop {
        parser.findings.append(stop.diagnostic)
      } catch {}
      return (roots, parser.findings)
    }
  }

  /// The next document of the stream; nil at its end.
  private mutating func nextDocument() throws -> YAMLNode? {
    while true {
      var event = try nextEvent()
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_DOCUMENT_START_EVENT:
        var first = try nextEvent()
        defer { yaml_event_delete(&first) }
        return try node(&first, depth: 0)
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      default: return nil
      }
    }
  }

  private init?(
    path: String, firstLine: Int, origin: Origin, input: UnsafeBufferPointer<UInt8>
  ) {
    places = YAMLPlaces(input, path: path, firstLine: firstLine)
    self.origin = origin
    self.input = input
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// A defect behind which nothing is read.
  struct Stop: Error {
    let diagnostic: Diagnostic
  }

  private mutating func parseStream() -> Result {
    do {
      return (try parseDocument(), findings)
    } catch let stop as Stop {
      return (nil, findings + [stop.diagnostic])
    } catch {
      return (nil, findings)
    }
  }

  private mutating func parseDocument() throws -> YAMLNode? {
    var root: YAMLNode?
    while true {
      var event = try nextEvent()
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      case YAML_STREAM_END_EVENT: return root
      case YAML_DOCUMENT_START_EVENT where root == nil:
        var first = try nextEvent()
        defer { yaml_event_delete(&first) }
        root = try node(&first, depth: 0)
      case _ where origin == .otherTools: return root
      default:
        throw Stop(diagnostic: invalid("a second YAML document in one file", at: event.start_mark))
      }
    }
  }

  private mutating func node(_ event: inout yaml_event_t, depth: Int) throws -> YAMLNode {
    let start = event.start_mark
    guard depth < Self.maximumDepth else {
      throw Stop(diagnostic: invalid("nested deeper than \(Self.maximumDepth) levels", at: start))
    }
    switch event.type {
    case YAML_SCALAR_EVENT: return try scalar(event)
    case YAML_SEQUENCE_START_EVENT:
      try refuseDecoration(event.data.sequence_start.anchor, event.data.sequence_start.tag, start)
      return YAMLNode(
        content: .sequence(try elements(depth)), location: location(start),
        bytes: bytes(start, start))
    case YAML_MAPPING_START_EVENT:
      try refuseDecoration(event.data.mapping_start.anchor, event.data.mapping_start.tag, start)
      return YAMLNode(
        content: .mapping(try members(depth)), location: location(start),
        bytes: bytes(start, start))
    case _ where origin == .otherTools:
      return YAMLNode(
        content: .scalar("", isPlain: true), location: location(start),
        bytes: bytes(start, event.end_mark))
    default:
      throw Stop(
        diagnostic: invalid("an alias is not allowed; write the value here", at: start))
    }
  }

  private mutating func scalar(_ event: yaml_event_t) throws -> YAMLNode {
    let scalar = event.data.scalar
    try refuseDecoration(scalar.anchor, scalar.tag, event.start_mark)
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    if origin == .otherTools {
      return YAMLNode(
        content: .scalar(
          YAMLControls.replaced(in: bytes), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE),
        location: location(event.start_mark), bytes: self.bytes(event.start_mark, event.end_mark))
    }
    if bytes.contains(0) {
      throw Stop(diagnostic: invalid("a NUL character in text", at: event.start_mark))
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if let control = YAMLControls.firstForbidden(in: text, of: bytes) {
      let code = String(control.value, radix: 16)
      throw Stop(diagnostic: invalid("control character 0x\(code) in text", at: event.start_mark))
    }
    return YAMLNode(
      content: .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE),
      location: location(event.start_mark), bytes: self.bytes(event.start_mark, event.end_mark))
  }

  private mutating func elements(_ depth: Int) throws -> [YAMLNode] {
    var result: [YAMLNode] = []
    while true {
      var event = try nextEvent()
      defer { yaml_event_delete(&event) }
      if event.type == YAML_SEQUENCE_END_EVENT { return result }
      result.append(try node(&event, depth: depth + 1))
    }
  }

  private mutating func members(_ depth: Int) throws -> [YAMLNode.Member] {
    var result: [YAMLNode.Member] = []
    var places: [String: SourceLocation] = [:]
    do {
      while let member = try nextMember(depth) {
        guard let first = places[member.key] else {
          places[member.key] = member.keyLocation
          result.append(member)
          continue
        }
        try reportDuplicate(member, first, depth)
      }
    } catch let stop as Stop where origin == .otherTools && depth == 0 {
      findings.append(stop.diagnostic)
      // The text on the defect's own line may be read in part.
      if let last = result.last, last.value.location.line >= stop.diagnostic.location.line {
        result.removeLast()
      }
    }
    return result
  }

  /// The next member whose key is text; nil at the mapping's end.
  private mutating func nextMember(_ depth: Int) throws -> YAMLNode.Member? {
    while true {
      var event = try nextEvent()
      defer { yaml_event_delete(&event) }
      if event.type == YAML_MAPPING_END_EVENT { return nil }
      let isAlias = event.type == YAML_ALIAS_EVENT
      let keyNode = try node(&event, depth: depth + 1)
      var key: String?
      if case .scalar(let text, _) = keyNode.content, !isAlias { key = text }
      if key == nil, origin == .guide {
        throw Stop(diagnostic: invalid("a key that is not text", at: event.start_mark))
      }
      var valueEvent = try nextEvent()
      defer { yaml_event_delete(&valueEvent) }
      let value = try node(&valueEvent, depth: depth + 1)
      if let key {
        return .init(
          key: key, keyLocation: keyNode.location, keyBytes: keyNode.bytes, value: value)
      }
    }
  }

  private mutating func refuseDecoration(
    _ anchor: UnsafeMutablePointer<UInt8>?, _ tag: UnsafeMutablePointer<UInt8>?,
    _ mark: yaml_mark_t
  ) throws {
    if origin == .otherTools { return }
    if anchor != nil { throw Stop(diagnostic: invalid("an anchor (&) is not allowed", at: mark)) }
    if tag != nil { throw Stop(diagnostic: invalid("a tag (!) is not allowed", at: mark)) }
  }

  private mutating func nextEvent() throws -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      throw Stop(diagnostic: syntaxError())
    }
    return event
  }

  /// The defect that libyaml stopped at; of bytes that it cannot read it knows only the offset.
  private func syntaxError() -> Diagnostic {
    let problem =
      parser.pointee.problem.map { DiagnosticMessage(words: String(cString: $0)) }
      ?? "not valid YAML"
    guard parser.pointee.error == YAML_READER_ERROR else {
      return invalid(problem, at: parser.pointee.problem_mark)
    }
    return Diagnostic(
      .yamlInvalid, problem,
      at: places.location(ofByte: parser.pointee.problem_offset, in: input))
  }

  private func invalid(_ message: DiagnosticMessage, at mark: yaml_mark_t) -> Diagnostic {
    Diagnostic(.yamlInvalid, message, at: location(mark))
  }

  private func location(_ mark: yaml_mark_t) -> SourceLocation {
    places.location(line: Int(mark.line), column: Int(mark.column), character: Int(mark.index))
  }

  private func bytes(_ start: yaml_mark_t, _ end: yaml_mark_t) -> Range<Int> {
    places.bytes(from: Int(start.index), to: Int(end.index))
  }
}

/// The library that parses YAML.
public enum YAMLLibrary {
  /// The version that is loaded.
  public static var version: String { String(cString: yaml_get_version_string()) }
}
