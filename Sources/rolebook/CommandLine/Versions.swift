import Base
import Markdown
import Preview
import Site

extension Rolebook {
  /// The program's version and, since they have a say in the output, those of its libraries.
  static var versions: String {
    let libraries = [
      ("brotli", Brotli.libraryVersion), ("libcmark", CommonMarkLibrary.version),
      ("libmicrohttpd", HTTPServerLibrary.version),
      ("libxlsxwriter", WorkbookLibrary.version), ("libyaml", YAMLLibrary.version),
      ("utf8proc", UnicodeLibrary.version), ("xxHash", ContentDigest.libraryVersion),
      ("zlib", Gzip.libraryVersion),
    ]
    return (["rolebook \(version)"] + libraries.map { "  \($0) \($1)" }).joined(separator: "\n")
  }
}
