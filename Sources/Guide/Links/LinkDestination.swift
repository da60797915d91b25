import Text

/// What a link's target is by its form alone.
enum LinkDestination: Equatable {
  /// An address elsewhere, of a scheme that cannot run anything.
  case web(String)
  /// A path on this server, outside the guide's own pages as far as can be told.
  case serverPath(String)
  /// A path relative to the document, decoded; then the query as written and the fragment,
  /// decoded.
  case relative(path: String, query: String?, fragment: String?)
  /// A scheme or form that may not be linked.
  case unsafe(String)

  private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// Reads a target as browsers would: tabs and line breaks in it do not count, nor does white
  /// space around it (URL Living Standard, "basic URL parser").
  init(_ text: String) {
    let scalars = text.unicodeScalars.filter { !["\t", "\n", "\r"].contains($0) }
    var cleaned = String(String.UnicodeScalarView(scalars))
    while let first = cleaned.unicodeScalars.first, first.value <= 0x20 {
      cleaned.unicodeScalars.removeFirst()
    }
    while let last = cleaned.unicodeScalars.last, last.value <= 0x20 {
      cleaned.unicodeScalars.removeLast()
    }
    if let scheme = Self.scheme(cleaned) {
      let lowercased = scheme.lowercased()
      let needsHost = lowercased == "http" || lowercased == "https"
      let hasHost = cleaned.dropFirst(scheme.count + 1).hasPrefix("//")
      let isSafe = Self.schemes.contains(lowercased) && (!needsHost || hasHost)
      self = isSafe ? .web(cleaned) : .unsafe(lowercased + ":")
      return
    }
    let slashes = cleaned.prefix { $0 == "/" || $0 == "\\" }
    if slashes.contains("\\") || slashes.count > 1 {
      self = .unsafe(String(slashes))
    } else if !slashes.isEmpty {
      self = .serverPath(cleaned)
    } else {
      self = Self.relative(cleaned)
    }
  }

  private static func scheme(_ text: String) -> Substring? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let scheme = text[..<colon]
    guard let first = scheme.utf8.first,
      (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first)
    else { return nil }
    let isScheme = scheme.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
      default: false
      }
    }
    return isScheme ? scheme : nil
  }

  private static func relative(_ text: String) -> LinkDestination {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? percentDecoded(String(parts[1])) : nil
    guard let decoded = percentDecoded(String(path[0])) else { return .unsafe("%") }
    return .relative(
      path: decoded, query: path.count > 1 && !path[1].isEmpty ? String(path[1]) : nil,
      fragment: fragment.flatMap { $0.isEmpty ? nil : $0 })
  }
}

/// A path relative to a locale's folder, `.` and `..` resolved.
///
/// - Parameter folder: the document's folder, without a slash at the end.
/// - Returns: the path; it begins with `..` where it leaves the folder.
func normalizedPath(_ path: String, from folder: String) -> String {
  var parts: [Substring] = []
  for part in folder.split(separator: "/") + path.split(separator: "/") {
    switch part {
    case ".": continue
    case ".." where parts.last.map { $0 != ".." } ?? false: parts.removeLast()
    default: parts.append(part)
    }
  }
  return parts.joined(separator: "/") + (path.hasSuffix("/") && !parts.isEmpty ? "/" : "")
}
