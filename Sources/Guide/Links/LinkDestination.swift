import Base

/// The kind of a link's target, by its form only.
enum LinkDestination: Equatable {
  /// An address elsewhere, of a scheme that cannot run anything.
  case web(String)
  /// A path on this server, outside the guide's own pages as far as the path shows.
  case serverPath(String)
  /// A path relative to the document, decoded; then the query as written and the fragment,
  /// decoded.
  case relative(path: String, query: String?, fragment: String?)
  /// A scheme or form that may not be linked.
  case unsafe(String)

  private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// Reads a target as browsers would (URL Living Standard, "basic URL parser").
  ///
  /// Tabs and line breaks in it do not count, nor does white space around it.
  init(_ text: String) {
    let target = Self.stripped(text)
    if let scheme = Self.scheme(target) {
      let lowercased = scheme.lowercased()
      let needsHost = lowercased == "http" || lowercased == "https"
      let hasHost = target.utf8.dropFirst(scheme.utf8.count + 1).starts(with: "//".utf8)
      let isSafe = Self.schemes.contains(lowercased) && (!needsHost || hasHost)
      self = isSafe ? .web(target) : .unsafe(lowercased + ":")
      return
    }
    let slashes = target.utf8.prefix { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    if slashes.isEmpty {
      self = Self.relative(target[...])
    } else if slashes.count > 1 || slashes.first == UInt8(ascii: "\\") {
      self = .unsafe(String(Substring(slashes)))
    } else {
      self = .serverPath(target)
    }
  }

  /// The target without the parts that do not count.
  private static func stripped(_ text: String) -> String {
    let hasBreak = text.utf8.contains { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    let ends = [text.utf8.first, text.utf8.last].compactMap { $0 }
    guard hasBreak || ends.contains(where: { $0 <= 0x20 }) else { return text }
    let counted = text.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    let inner = counted.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
    return String(decoding: Array(inner), as: UTF8.self)
  }

  private static func scheme(_ text: String) -> Substring? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
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

  private static func relative(_ text: Substring) -> LinkDestination {
    let (address, fragment) = cut(text, at: UInt8(ascii: "#"))
    let (path, query) = cut(address, at: UInt8(ascii: "?"))
    guard let decoded = percentDecoded(String(path)) else { return .unsafe("%") }
    return .relative(
      path: decoded, query: query.flatMap { $0.isEmpty ? nil : String($0) },
      fragment: fragment.flatMap { percentDecoded(String($0)) }.flatMap { $0.isEmpty ? nil : $0 })
  }

  /// The text before a character and the text after it.
  private static func cut(_ text: Substring, at byte: UInt8) -> (Substring, Substring?) {
    guard let place = text.utf8.firstIndex(of: byte) else { return (text, nil) }
    return (text[..<place], text[text.utf8.index(after: place)...])
  }
}

/// A path relative to a locale's folder, `.` and `..` resolved.
///
/// - Parameter folder: the document's folder, without a slash at the end.
/// - Returns: the path; it begins with `..` if it leaves the folder.
func normalizedPath(_ path: String, from folder: String) -> String {
  if folder.isEmpty, isNormal(path) { return path }
  let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
  var result: [UInt8] = []
  result.reserveCapacity(folder.utf8.count + path.utf8.count + 1)
  // How many parts of the result name folders, which `..` leaves.
  var depth = 0
  func append(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < text.count {
      let end = text.first(from: start) { $0.equal(slash) }
      let part = text[start..<end]
      start = end + 1
      let isOfDots = part.count <= 2 && part.allSatisfy { $0 == dot }
      if isOfDots, part.count < 2 { continue }
      if isOfDots, depth > 0 {
        result.removeLast(result.count - (result.lastIndex(of: slash) ?? 0))
        depth -= 1
        continue
      }
      if !isOfDots { depth += 1 }
      if !result.isEmpty { result.append(slash) }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: part))
    }
  }
  var (folder, path) = (folder, path)
  folder.withUTF8(append)
  path.withUTF8(append)
  if path.utf8.last == slash, !result.isEmpty { result.append(slash) }
  return String(decoding: result, as: UTF8.self)
}

/// Whether no part of a path is empty or begins with a dot, as almost all do not.
private func isNormal(_ path: String) -> Bool {
  var isAtStart = true
  for byte in path.utf8 {
    if isAtStart, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") { return false }
    isAtStart = byte == UInt8(ascii: "/")
  }
  return true
}
