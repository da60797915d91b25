import Base

/// A document's HTML, in memory or in a spool.
public struct StoredHTML: Sendable {
  private enum Place: Sendable {
    case memory(MarkedHTML)
    case spool(Spool, offset: Int, byteCount: Int, markCount: Int)
  }

  private let place: Place

  /// Puts HTML away; it stays in memory if there is no spool, or if it does not take it.
  init(_ html: MarkedHTML, in spool: Spool?) {
    place = spool.flatMap { Self.place(of: html, in: $0) } ?? .memory(html)
  }

  private static func place(of html: MarkedHTML, in spool: Spool) -> Place? {
    let offset = html.bytes.withUnsafeBytes { bytes in
      html.marks.withUnsafeBytes { spool.append([bytes, $0]) }
    }
    return offset.map {
      .spool(spool, offset: $0, byteCount: html.bytes.count, markCount: html.marks.count)
    }
  }

  /// Gets the HTML back.
  ///
  /// - Throws: `FileError` if the spool cannot be read.
  public func html() throws -> MarkedHTML {
    switch place {
    case .memory(let html): return html
    case .spool(let spool, let offset, let byteCount, let markCount):
      let bytes = try [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
        try spool.read(UnsafeMutableRawBufferPointer(buffer), from: offset)
        count = byteCount
      }
      // The spool keeps marks as this process has them in memory.
      let marks = try [MarkedHTML.Mark](unsafeUninitializedCapacity: markCount) { buffer, count in
        try spool.read(UnsafeMutableRawBufferPointer(buffer), from: offset + byteCount)
        count = markCount
      }
      return MarkedHTML(bytes: bytes, marks: marks)
    }
  }
}
