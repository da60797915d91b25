// YAML turns the bytes of a YAML file into `YAMLNode` values that know their places. Whatever a
// reader could take in two ways (aliases, tags, duplicate keys, several documents) is an error.

import CYAML

/// Parses one YAML document by libyaml's events, so that depth is bounded before memory is.
public struct YAMLParser: ~Copyable {
  /// How deep collections may nest.
  ///
  /// Guides need four levels.
  public static let maximumDepth = 32

  private let path: String
  private let firstLine: Int
  private let input: UnsafeBufferPointer<UInt8>
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var findings: [Diagnostic] = []

  /// What came of a file: its value where it could be read, and all that is wrong with it.
  public typealias Result = (root: YAMLNode?, diagnostics: [Diagnostic])

  /// Parses a whole file or, with `firstLine`, the part of one that begins at that line (from 1).
  public static func parse(
    _ bytes: some Collection<UInt8>, path: String, firstLine: Int = 1
  ) -> Result {
    let input = Array(bytes)
    return input.withUnsafeBufferPointer { buffer in
      guard var parser = YAMLParser(path: path, firstLine: firstLine, input: buffer) else {
        let place = SourceLocation(path: path, line: firstLine, column: 1)
        return (nil, [Diagnostic(.yamlInvalid, "out of memory", at: place)])
      }
      return parser.parseStream()
    }
  }

  private init?(path: String, firstLine: Int, input: UnsafeBufferPointer<UInt8>) {
    self.path = path
    self.firstLine = firstLine
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

  private struct Stop: Error {
    let diagnostic: Diagnostic
  }

  private mutating func parseStream() -> Result {
    do {
      let root = try parseDocument()
      return (root, findings)
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
      return YAMLNode(content: .sequence(try elements(depth)), location: location(start))
    case YAML_MAPPING_START_EVENT:
      try refuseDecoration(event.data.mapping_start.anchor, event.data.mapping_start.tag, start)
      return YAMLNode(content: .mapping(try members(depth)), location: location(start))
    default:
      throw Stop(
        diagnostic: invalid("an alias; write the value out where it is meant", at: start))
    }
  }

  private mutating func scalar(_ event: yaml_event_t) throws -> YAMLNode {
    let scalar = event.data.scalar
    try refuseDecoration(scalar.anchor, scalar.tag, event.start_mark)
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    if bytes.contains(0) {
      throw Stop(diagnostic: invalid("a NUL character in text", at: event.start_mark))
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if let control = text.unicodeScalars.first(where: isForbiddenControl) {
      let code = String(control.value, radix: 16)
      throw Stop(diagnostic: invalid("control character 0x\(code) in text", at: event.start_mark))
    }
    return YAMLNode(
      content: .scalar(
        text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE),
      location: location(event.start_mark))
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
    while true {
      var event = try nextEvent()
      defer { yaml_event_delete(&event) }
      if event.type == YAML_MAPPING_END_EVENT { return result }
      let keyNode = try node(&event, depth: depth + 1)
      guard case .scalar(let key, _) = keyNode.content else {
        throw Stop(diagnostic: invalid("a key that is not text", at: event.start_mark))
      }
      var valueEvent = try nextEvent()
      defer { yaml_event_delete(&valueEvent) }
      let value = try node(&valueEvent, depth: depth + 1)
      if let first = places[key] {
        guard findings.count < Diagnostic.mostOfRule else {
          throw Stop(
            diagnostic: invalid("more keys are written twice than are told", at: event.start_mark))
        }
        findings.append(
          Diagnostic(
            .yamlDuplicateKey, "'\(key)' is written twice", at: keyNode.location,
            notes: [.init("first written here", at: first)]))
      } else {
        places[key] = keyNode.location
        result.append(.init(key: key, keyLocation: keyNode.location, value: value))
      }
    }
  }

  private mutating func refuseDecoration(
    _ anchor: UnsafeMutablePointer<UInt8>?, _ tag: UnsafeMutablePointer<UInt8>?,
    _ mark: yaml_mark_t
  ) throws {
    if anchor != nil { throw Stop(diagnostic: invalid("an anchor (&); not used here", at: mark)) }
    if tag != nil { throw Stop(diagnostic: invalid("a tag (!); not used here", at: mark)) }
  }

  private mutating func nextEvent() throws -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      throw Stop(diagnostic: syntaxError())
    }
    return event
  }

  /// What libyaml stopped at; of bytes that it cannot read it knows the offset alone.
  private func syntaxError() -> Diagnostic {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "not valid YAML"
    guard parser.pointee.error == YAML_READER_ERROR else {
      return invalid(problem, at: parser.pointee.problem_mark)
    }
    let place = LineIndex(Array(input)).location(of: parser.pointee.problem_offset, in: path)
    return Diagnostic(
      .yamlInvalid, problem,
      at: SourceLocation(path: path, line: place.line + firstLine - 1, column: place.column))
  }

  private func invalid(_ message: String, at mark: yaml_mark_t) -> Diagnostic {
    Diagnostic(.yamlInvalid, message, at: location(mark))
  }

  /// libyaml counts lines and columns from 0, columns in code points.
  private func location(_ mark: yaml_mark_t) -> SourceLocation {
    SourceLocation(path: path, line: Int(mark.line) + firstLine, column: Int(mark.column) + 1)
  }
}

/// Whether no page may carry the character; libyaml lets controls through where they are escaped.
private func isForbiddenControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A, 0x0D: false
  case 0..<0x20, 0x7F..<0xA0: true
  default: false
  }
}

/// The library that parses YAML.
public enum YAMLLibrary {
  /// The version that is loaded.
  public static var version: String { String(cString: yaml_get_version_string()) }
}
