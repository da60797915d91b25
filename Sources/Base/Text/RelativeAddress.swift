extension [UInt8] {
  /// Appends an address of the site, relative to a page (RFC 3986, section 5.2), for a quoted
  /// attribute or for element content.
  ///
  /// So the page stays right wherever the site is.
  ///
  /// - Parameters:
  ///   - address: a path from the server's root, with a query and a fragment if it has any; an
  ///     address elsewhere is appended as it is.
  ///   - page: the path of the page; nil if it may be shown under any path.
  public mutating func appendEscapingHTML(address: String, from page: [UInt8]?) {
    var address = address
    address.withUTF8 { bytes in
      let rest = appendWay(to: bytes, from: page)
      appendEscapingHTML(bytes[rest...])
    }
  }

  /// Appends the way from a page up to the folders that it shares with an address.
  ///
  /// - Returns: the beginning of the rest of the address.
  fileprivate mutating func appendWay(
    to path: UnsafeBufferPointer<UInt8>, from page: [UInt8]?
  ) -> Int {
    guard let page, path.first == UInt8(ascii: "/") else { return 0 }
    var shared = 0
    for index in 0..<Swift.min(path.count, page.count) {
      if path[index] != page[index] { break }
      if path[index] == UInt8(ascii: "/") { shared = index + 1 }
    }
    // An empty segment would begin another kind of address.
    if shared < path.count, path[shared] == UInt8(ascii: "/") { return 0 }
    let steps = page[shared...].count { $0 == UInt8(ascii: "/") }
    for _ in 0..<steps { append(contentsOf: "../".utf8) }
    if steps == 0, Self.needsDot(path[shared...], isFolder: shared == page.count) {
      append(contentsOf: "./".utf8)
    }
    return shared
  }

  /// Whether a path within a page's folder could be misread: an empty one, one whose first segment
  /// looks like a scheme, or the folder's own.
  private static func needsDot(
    _ path: Slice<UnsafeBufferPointer<UInt8>>, isFolder: Bool
  ) -> Bool {
    for (offset, byte) in path.enumerated() {
      switch byte {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "?"), UInt8(ascii: "#"): return offset == 0 && !isFolder
      case UInt8(ascii: "/"): return false
      default: break
      }
    }
    return path.isEmpty
  }
}

/// An address of the site as one of its files leads to it.
///
/// - Parameters:
///   - address: a path from the server's root, with a query and a fragment if it has any.
///   - file: the path of the file.
public func relativeAddress(_ address: String, from file: String) -> String {
  var address = address
  return address.withUTF8 { bytes in
    var output: [UInt8] = []
    let rest = output.appendWay(to: bytes, from: Array(file.utf8))
    return String(decoding: output + bytes[rest...], as: UTF8.self)
  }
}
