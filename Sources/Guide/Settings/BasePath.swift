/// The path that a site is served from on its server.
public enum BasePath {
  /// The path with a slash at both ends, or nil if the text is not a plain path.
  public static func normalized(_ text: String) -> String? {
    let parts = text.split(separator: "/")
    let isPlain = parts.allSatisfy { part in
      part != "." && part != ".."
        && part.utf8.allSatisfy { byte in
          switch byte {
          case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
          default: false
          }
        }
    }
    guard isPlain, !text.contains("//") else { return nil }
    return parts.isEmpty ? "/" : "/" + parts.joined(separator: "/") + "/"
  }
}
