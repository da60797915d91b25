/// The files that all pages share.
///
/// Styles and scripts, which templates name by their key, go by names that change with their
/// content; pictures and fonts keep theirs, since styles name them. Such a name holds the 64-bit FNV-1a hash of the bytes (G. Fowler, L. C. Noll, K.-P. Vo), so that
/// browsers may keep a file for good.
public struct AssetCatalog: Sendable {
  /// A file to write.
  public struct Asset: Sendable {
    /// Its path in the output.
    public let path: String
    /// Its content.
    public let bytes: [UInt8]
  }

  /// The files, sorted by path.
  public let assets: [Asset]
  private let pathByKey: [(key: String, path: String)]

  /// Names the files of the templates' `assets` folder.
  public init(_ files: [(name: String, bytes: [UInt8])]) {
    var assets: [Asset] = []
    var keys: [(String, String)] = []
    for (name, bytes) in files {
      let dot = name.lastIndex(of: ".") ?? name.endIndex
      let isNamedByKey = [".css", ".js"].contains(name[dot...])
      let hash = isNamedByKey ? ".\(Self.hash(bytes))" : ""
      let path = "assets/\(name[..<dot])\(hash)\(name[dot...])"
      assets.append(Asset(path: path, bytes: bytes))
      keys.append((String(name.map { $0 == "." || $0 == "-" ? "_" : $0 }), path))
    }
    self.assets = assets.sorted { $0.path < $1.path }
    pathByKey = keys
  }

  /// The keys by which templates name the files, such as `site_css`, with their paths.
  var keys: [(key: String, path: String)] { pathByKey }

  private static func hash(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
