extension [UInt8] {
  /// Appends an address of the site as a page of the site leads to it (RFC 3986, section 5.2), so
  /// that the page stays right wherever the site is; for a quoted attribute or for element content.
  ///
  /// - Parameters:
  ///   - address: a path from the server's root, with a query and a fragment if it has any; an
  ///     address elsewhere is appended as it is.
  ///   - page: the path of the page; nil if it may be shown under any path.
  public mutating func appendEscapingHTML(address: String, from page: [UInt8]?) {
    var address = address
    address.withUTF8 { bytes in
      guard let page, bytes.first == UInt8(ascii: "/") else { return appendEscapingHTML(bytes) }
      let shared = Self.sharedFolders(bytes, page)
      let rest = bytes[shared...]
      // An empty segment would begin another kind of address.
      guard rest.first != UInt8(ascii: "/") else { return appendEscapingHTML(bytes) }
      for byte in page[shared...] where byte == UInt8(ascii: "/") { append(contentsOf: "../".utf8) }
      if shared == page.count, Self.needsDot(rest) { append(contentsOf: "./".utf8) }
      appendEscapingHTML(rest)
    }
  }

  /// How many bytes the folders have that both paths begin with.
  private static func sharedFolders(_ path: UnsafeBufferPointer<UInt8>, _ page: [UInt8]) -> Int {
    var shared = 0
    for index in 0..<Swift.min(path.count, page.count) {
      if path[index] != page[index] { break }
      if path[index] == UInt8(ascii: "/") { shared = index + 1 }
    }
    return shared
  }

  /// Whether a path within a page's folder would be taken for nothing, or its first segment for a
  /// scheme.
  private static func needsDot(_ path: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    for byte in path {
      switch byte {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return false
      default: break
      }
    }
    return path.isEmpty
  }
}
