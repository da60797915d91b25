import CExpat

/// A piece of an XML file, in the order of the text.
public enum XMLEvent: Sendable, Equatable {
  /// A start tag.
  case start(XMLElement)
  /// Character data; one run of text may come in several pieces.
  case text(String)
  /// An end tag, by the element's local name.
  case end(String)
}

/// The start tag of an element.
public struct XMLElement: Sendable, Equatable {
  /// An attribute of an element.
  public struct Attribute: Sendable, Equatable {
    /// The name without its prefix.
    public let name: String
    /// The namespace's URI; empty if the name has no prefix.
    public let namespace: String
    /// The value, character references resolved.
    public let value: String
  }

  /// The name without its prefix.
  public let name: String
  /// The namespace's URI; empty if the element is in none.
  public let namespace: String
  /// The attributes in order.
  public let attributes: [Attribute]
  /// The line of the tag, from 1.
  public let line: Int
  /// The column of the tag in bytes, from 1.
  public let column: Int

  /// The value of the first attribute with a local name, in any namespace; nil if none has it.
  public subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

/// Reads XML (Extensible Markup Language 1.0, fifth edition, with namespaces) by expat.
///
/// A document type may name an external file, which is never read. One that declares an entity is
/// refused, so no reference grows into more text than the file has.
public enum XMLReader {
  /// The version of the library that is loaded.
  public static var libraryVersion: String { String(cString: XML_ExpatVersion()) }

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - bytes: the file in UTF-8, UTF-16 or Latin 1, as its first line says.
  ///   - handle: takes each piece; an error that it throws ends the reading.
  /// - Throws: `ExchangeError` with the line and column of the first defect.
  public static func read(
    _ bytes: [UInt8], _ limits: ExchangeLimits = ExchangeLimits(),
    _ handle: (XMLEvent) throws(ExchangeError) -> Void
  ) throws(ExchangeError) {
    guard let count = Int32(exactly: bytes.count), bytes.count <= limits.partBytes else {
      throw ExchangeError("larger than \(limits.partBytes) bytes")
    }
    guard let parser = XML_ParserCreateNS(nil, XMLReading.separator) else {
      throw ExchangeError("no memory to read XML")
    }
    defer { XML_ParserFree(parser) }
    let reading = XMLReading(parser, deepest: limits.depth)
    let pointer = Unmanaged.passUnretained(reading).toOpaque()
    XML_SetUserData(parser, pointer)
    setHandlers(parser)
    let failure: ExchangeError? = withoutActuallyEscaping(handle) { handle in
      reading.handle = handle
      defer { reading.handle = nil }
      let status = bytes.withUnsafeBytes {
        XML_Parse(parser, $0.bindMemory(to: CChar.self).baseAddress, count, 1)
      }
      if let error = reading.error { return error }
      guard status == XML_STATUS_OK else { return defect(parser) }
      return nil
    }
    if let failure { throw failure }
  }

  private static func setHandlers(_ parser: XML_Parser) {
    XML_SetElementHandler(
      parser,
      { pointer, name, attributes in
        XMLReading.from(pointer)?.start(name, attributes)
      },
      { pointer, name in XMLReading.from(pointer)?.end(name) })
    XML_SetCharacterDataHandler(parser) { pointer, text, count in
      XMLReading.from(pointer)?.text(text, count)
    }
    XML_SetEntityDeclHandler(parser) { pointer, _, _, _, _, _, _, _, _ in
      XMLReading.from(pointer)?.fail("it declares an entity, which is not allowed")
    }
  }

  private static func defect(_ parser: XML_Parser) -> ExchangeError {
    let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
    return ExchangeError(
      "this is not XML: \(reason ?? "unknown defect")", at: ExchangeError.Place(in: parser))
  }
}

/// The state of one reading while expat calls back.
private final class XMLReading {
  /// Divides a namespace from a name; expat refuses a URI that has it.
  static let separator: CChar = 0x0A

  private let parser: XML_Parser
  private let deepest: Int
  private var depth = 0
  var handle: ((XMLEvent) throws(ExchangeError) -> Void)?
  private(set) var error: ExchangeError?

  init(_ parser: XML_Parser, deepest: Int) {
    self.parser = parser
    self.deepest = deepest
  }

  static func from(_ pointer: UnsafeMutableRawPointer?) -> XMLReading? {
    pointer.map { Unmanaged<XMLReading>.fromOpaque($0).takeUnretainedValue() }
  }

  func start(
    _ name: UnsafePointer<CChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    depth += 1
    if depth > deepest { return fail("its elements nest deeper than \(deepest) levels") }
    let (namespace, local) = Self.divided(name)
    var own: [XMLElement.Attribute] = []
    // The list alternates names and values, and ends with a null pointer.
    var rest = attributes
    while let pair = rest, let name = pair[0], let value = pair[1] {
      let (namespace, local) = Self.divided(name)
      own.append(.init(name: local, namespace: namespace, value: String(cString: value)))
      rest = pair + 2
    }
    let place = ExchangeError.Place(in: parser)
    let element = XMLElement(
      name: local, namespace: namespace, attributes: own, line: place.line, column: place.column)
    send(.start(element))
  }

  func end(_ name: UnsafePointer<CChar>?) {
    depth -= 1
    send(.end(Self.divided(name).local))
  }

  func text(_ text: UnsafePointer<CChar>?, _ count: Int32) {
    guard let text else { return }
    let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
    send(.text(String(decoding: bytes, as: UTF8.self)))
  }

  func fail(_ reason: String) {
    stop(ExchangeError(reason, at: ExchangeError.Place(in: parser)))
  }

  private func send(_ event: XMLEvent) {
    // Expat may call back once more after it was asked to stop.
    guard error == nil else { return }
    do throws(ExchangeError) { try handle?(event) } catch { stop(error) }
  }

  private func stop(_ reason: ExchangeError) {
    if error == nil { error = reason }
    XML_StopParser(parser, 0)
  }

  private static func divided(_ name: UnsafePointer<CChar>?) -> (namespace: String, local: String) {
    guard let name else { return ("", "") }
    let whole = String(cString: name)
    guard let cut = whole.utf8.lastIndex(of: UInt8(bitPattern: separator)) else {
      return ("", whole)
    }
    return (String(whole[..<cut]), String(whole[whole.utf8.index(after: cut)...]))
  }
}

extension ExchangeError.Place {
  /// The place that a parser has come to.
  fileprivate init(in parser: XML_Parser) {
    self.init(
      line: Int(XML_GetCurrentLineNumber(parser)),
      column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
  }
}
