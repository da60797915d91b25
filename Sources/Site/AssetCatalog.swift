/// The files that all pages share.
///
/// Styles and scripts, which templates name by their key, have names that change with their
/// content. Pictures and fonts keep their names, because styles use them. Such a name has the
/// 64-bit FNV-1a hash (G. Fowler, L. C. Noll, K.-P. Vo) of the bytes of the file and of all that it
/// refers to, so that browsers may keep a file for good. A script refers to another file as
/// `"./name.js"`, which becomes that file's name in the site.
public struct AssetCatalog: Sendable, Equatable {
  /// A file to write.
  public struct Asset: Sendable, Equatable {
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
    let references = AssetReferences(files)
    var assets: [Asset] = []
    var keys: [(String, String)] = []
    for (name, bytes) in files {
      let path = "assets/" + references.siteName(of: name)
      assets.append(Asset(path: path, bytes: references.rewritten(name, bytes)))
      keys.append((Self.key(of: name), path))
    }
    self.assets = assets.sorted { $0.path < $1.path }
    pathByKey = keys
  }

  /// The key by which templates name a file.
  static func key(of name: String) -> String {
    String(name.map { $0 == "." || $0 == "-" ? "_" : $0 })
  }

  /// Whether two have the same files; their keys follow from them.
  public static func == (left: AssetCatalog, right: AssetCatalog) -> Bool {
    left.assets == right.assets
  }

  /// The path of a file by its name in the templates' folder; nil if there is none.
  func path(of name: String) -> String? {
    let key = Self.key(of: name)
    return pathByKey.first { $0.key == key }?.path
  }

  /// The keys by which templates name the files, such as `site_css`, with their paths.
  var keys: [(key: String, path: String)] { pathByKey }
}
