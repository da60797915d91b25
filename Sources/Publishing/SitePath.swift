import Glibc

/// A path below a site's folder, as the bytes that the file system sees.
///
/// `String` would not do: it takes two spellings of "é" for the same path, and a folder may contain
/// names that are not UTF-8.
struct SitePath: Hashable, Comparable, Sendable {
  /// The path's bytes, ended by NUL, as system calls want them.
  let cString: [CChar]

  /// A path that needs no check: a name that the file system or this target gave.
  init(_ text: String) {
    cString = Array(text.utf8CString)
  }

  init(cString: [CChar]) {
    self.cString = cString
  }

  /// A path from outside.
  ///
  /// - Throws: ``PublishingError/invalidPath(_:_:)`` for a path that could leave the folder, that a
  ///   manifest's line cannot contain, or that publishing needs for itself.
  init(validating text: String) throws(PublishingError) {
    if let defect = Self.defect(of: text.utf8) { throw .invalidPath(text, defect) }
    self.init(text)
  }

  /// Whether a site can have the path.
  static func isValid(_ text: String) -> Bool { defect(of: text.utf8) == nil }

  private static func defect(of bytes: String.UTF8View) -> PathDefect? {
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return .controlCharacter }
    if bytes.contains(UInt8(ascii: "\\")) { return .backslash }
    let components = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for component in components {
      if component.isEmpty { return .emptyComponent }
      if component.elementsEqual(".".utf8) || component.elementsEqual("..".utf8) {
        return .dotComponent
      }
      if component.count > Int(NAME_MAX) { return .longComponent }
    }
    let reserved = [Manifest.path, BuildRecord.path, InPlaceReplacement.incoming].contains {
      $0.bytes.elementsEqual(components[0].map(CChar.init(bitPattern:)))
    }
    return reserved ? .reserved : nil
  }

  /// The bytes without the NUL.
  var bytes: ArraySlice<CChar> { cString.dropLast() }

  /// The first component: the entry of the site's own folder that the path leads through.
  var firstComponent: ArraySlice<CChar> { bytes.prefix { $0 != Self.slash } }

  /// The folders on the way to this path, outermost first.
  var ancestors: [SitePath] {
    cString.indices.filter { cString[$0] == Self.slash }.map {
      SitePath(cString: Array(cString[..<$0]) + [0])
    }
  }

  /// The folder that contains this path; nil at the top.
  var parent: SitePath? {
    cString.lastIndex(of: Self.slash).map { SitePath(cString: Array(cString[..<$0]) + [0]) }
  }

  /// The path of an entry of this folder.
  func appending(_ name: SitePath) -> SitePath {
    SitePath(cString: bytes + [Self.slash] + name.cString)
  }

  func hasPrefix(_ prefix: String) -> Bool {
    bytes.starts(with: prefix.utf8.map(CChar.init(bitPattern:)))
  }

  func hasSuffix(_ suffix: String) -> Bool {
    bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8.map(CChar.init(bitPattern:)))
  }

  /// The path as a person reads it.
  var text: String {
    String(decoding: bytes.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  func hash(into hasher: inout Hasher) {
    cString.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  static func < (first: SitePath, second: SitePath) -> Bool {
    strcmp(first.cString, second.cString) < 0
  }

  private static let slash = CChar(bitPattern: UInt8(ascii: "/"))
}
