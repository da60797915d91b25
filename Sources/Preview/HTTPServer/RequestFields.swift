/// A request's header fields.
struct RequestFields {
  private static let signs = Set("!#$%&'*+-.^_`|~".utf8)

  private let fields: [(name: String, value: String)]

  init(_ fields: [(name: String, value: String)]) {
    self.fields = fields.map { ($0.name.lowercased(), $0.value) }
  }

  /// The values of all fields of a name in lower case.
  subscript(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  /// Whether every name is valid, and no value has a control character.
  ///
  /// A space behind a name, or a bare CR or LF, could hide a field from one program and show it to
  /// another (request smuggling).
  var areWellFormed: Bool {
    fields.allSatisfy {
      !$0.name.isEmpty && $0.name.utf8.allSatisfy(Self.isOfToken)
        && $0.value.utf8.allSatisfy(Self.isOfValue)
    }
  }

  /// Whether a body is to follow.
  var announceBody: Bool {
    !self["transfer-encoding"].isEmpty || !self["content-length"].allSatisfy { $0 == "0" }
  }

  /// Whether a field's name can contain a byte (RFC 9110, section 5.6.2).
  private static func isOfToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: signs.contains(byte)
    }
  }

  /// Whether a field's value can contain a byte (RFC 9110, section 5.5).
  private static func isOfValue(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\t") || (byte >= 0x20 && byte != 0x7F)
  }
}
