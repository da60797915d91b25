/// Which files beside the documents a site publishes.
///
/// A site's pages trust all files at their own address. There, a stranger's page or script could
/// read the pages that a reader opens, and replace later pages (a service worker). So a file is
/// published only if its kind is viewed or saved, never run, and its name is not one of the site's.
public struct LinkedFiles: Sendable, Equatable {
  /// Why a file is not published.
  public enum Refusal: Sendable, Hashable {
    /// A browser or a web server would run it.
    case active
    /// Its kind is not known, and the guide does not name it.
    case unknownKind
    /// The site has, or could have, a file of its own there.
    case ownName
  }

  /// Kinds of pictures, sounds, films and documents, by the endings of names.
  public static let known: Set<String> = [
    "apng", "avif", "bmp", "gif", "heic", "ico", "jfif", "jpeg", "jpg", "png", "svg", "tif", "tiff",
    "webp", "m4a", "m4v", "mov", "mp3", "mp4", "oga", "ogg", "ogv", "opus", "wav", "weba", "webm",
    "csv", "doc", "docx", "dotx", "eml", "epub", "ics", "json", "key", "log", "msg", "numbers",
    "odg", "odp", "ods", "odt", "one", "pages", "pdf", "potx", "pps", "ppsx", "ppt", "pptx", "rtf",
    "toml", "tsv", "txt", "vcf", "vsd", "vsdx", "xls", "xlsb", "xlsx", "xltx", "yaml", "yml", "7z",
    "zip",
  ]

  /// Kinds that a browser or a web server runs, or that say how it answers; no guide can add them.
  static let active: Set<String> = [
    "appcache", "asa", "asax", "ascx", "ashx", "asmx", "asp", "aspx", "atom", "bat", "cer", "cfm",
    "cgi", "class", "cmd", "com", "config", "css", "dhtml", "dll", "dtd", "exe", "fcgi", "hta",
    "htaccess", "htc", "htm", "html", "htpasswd", "inc", "jar", "jnlp", "js", "jse", "jsm", "jsp",
    "jspx", "manifest", "mathml", "mht", "mhtml", "mjs", "cjs", "mml", "msi", "php", "php3", "php4",
    "php5", "php7", "phar", "phtml", "pht", "pl", "ps1", "py", "rb", "rdf", "rss", "scr", "shtm",
    "shtml", "stm", "svgz", "swf", "ts", "tsx", "jsx", "vbs", "wasm", "webmanifest", "wsdl", "wsf",
    "xaml", "xbl", "xht", "xhtml", "xml", "xps", "xsd", "xsl", "xslt", "xul",
  ]

  /// Endings of compressed forms: a server sends such a file with the type of the name before it.
  static let compressed: Set<String> = ["br", "bz2", "gz", "xz", "z", "zst"]

  /// Files of a locale that the site makes, with any ending, and its folders of such files.
  private static let ownNames: Set<String> = ["404", "index", "matrix", "guide", "sitemap", "feed"]
  private static let ownFolders: Set<String> = [
    "assets", "changes", "matrix", "parties", "reviews", "search", "status",
  ]
  private static let dataEndings: Set<String> = [
    "csv", "docx", "ics", "json", "txt", "xls", "xlsx", "zip",
  ]

  /// Whether a path from the root of the site is that of a file or folder which the site makes.
  static func isOwn(_ path: String) -> Bool {
    guard let first = path.split(separator: "/").first else { return true }
    let name = first.prefix { $0 != "." }
    return ownNames.contains(String(name)) || ownFolders.contains(String(first))
      || first == "schemas"
  }

  /// Kinds that the guide names beside those that are known.
  private let named: Set<String>

  /// Takes the endings that a guide names.
  public init(named: [String] = []) {
    self.named = Set(named)
  }

  /// Whether a guide may name an ending.
  static func canBeNamed(_ ending: String) -> Bool {
    !ending.isEmpty && ending.utf8.count <= 20
      && ending.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 }
      && !active.contains(ending)
  }

  /// Why a file is not published; nil if it is.
  ///
  /// - Parameter path: its path below the folder of a locale.
  public func refusal(of path: String) -> Refusal? {
    let steps = path.lowercased().split(separator: "/")
    guard let name = steps.last else { return .unknownKind }
    // Some servers look at each part of a name, and some read no further than a semicolon.
    let parts = name.split(omittingEmptySubsequences: false) { ".;:".contains($0) }
    let endings = parts.dropFirst().map { $0.filter { !$0.isWhitespace } }
    if endings.contains(where: Self.active.contains) { return .active }
    guard let ending = endings.last, Self.known.contains(ending) || named.contains(ending) else {
      return .unknownKind
    }
    if Self.compressed.contains(ending) {
      let inner = endings.dropLast().last ?? ""
      if inner != "tar" { return .active }
    }
    if steps.count == 1, Self.ownNames.contains(String(parts[0])) { return .ownName }
    if steps.count > 1, Self.ownFolders.contains(String(steps[0])),
      Self.dataEndings.contains(ending)
    {
      return .ownName
    }
    return nil
  }
}
