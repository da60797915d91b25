/// The list of the files that were published, kept in the output folder as `.rolebook`.
///
/// One line of version, then one path a line, sorted by bytes. It lets the next publishing tell its
/// own files from those that someone else put there.
struct Manifest: Equatable, Sendable {
  static let path = SitePath(".rolebook")

  private static let header = Array("rolebook-manifest 1".utf8)
  private static let lineFeed = UInt8(ascii: "\n")

  var files: Set<SitePath>

  init(_ files: some Sequence<SitePath>) {
    self.files = Set(files)
  }

  /// Reads a manifest; one of another version lists nothing, so that nothing is taken for ours.
  init(parsing bytes: [UInt8]) {
    let lines = bytes.split(separator: Self.lineFeed)
    guard lines.first?.elementsEqual(Self.header) ?? false else {
      files = []
      return
    }
    files = Set(
      lines.dropFirst().map { SitePath(cString: $0.map(CChar.init(bitPattern:)) + [0]) })
  }

  var bytes: [UInt8] {
    var bytes = Self.header + [Self.lineFeed]
    for path in files.sorted() {
      bytes.append(contentsOf: path.bytes.lazy.map(UInt8.init(bitPattern:)))
      bytes.append(Self.lineFeed)
    }
    return bytes
  }
}
