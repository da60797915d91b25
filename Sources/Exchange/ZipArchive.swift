import Base

/// The files in a ZIP archive, restored one by one when they are asked for.
///
/// The format is that of ISO/IEC 21320-1: stored or deflated, not encrypted, in one volume. Names
/// are keys of a table and never paths to open.
public struct ZipArchive: Sendable {
  /// A file in the archive.
  struct Entry: Sendable, Equatable {
    let method: Int
    let isEncrypted: Bool
    let packedSize: Int
    let size: Int
    /// The offset of its local header.
    let offset: Int
  }

  private let bytes: [UInt8]
  private let entries: [String: Entry]
  private let limits: ExchangeLimits

  /// The names of all files, sorted by their bytes.
  public var names: [String] { entries.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// Whether there is a file of that name.
  public func contains(_ name: String) -> Bool { entries[name] != nil }

  /// Reads the directory of an archive.
  public init(
    _ bytes: [UInt8], _ limits: ExchangeLimits = ExchangeLimits()
  ) throws(ExchangeError) {
    self.bytes = bytes
    self.limits = limits
    entries = try ZipDirectory(bytes, limits).entries()
  }

  /// The bytes of a file; nil if there is none of that name.
  public func read(_ name: String) throws(ExchangeError) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    guard !entry.isEncrypted else {
      throw ExchangeError("it is encrypted", hint: "save it without a password")
    }
    guard entry.size <= limits.partBytes else {
      throw ExchangeError("'\(name)' in it is larger than \(limits.partBytes) bytes")
    }
    let packed = try packedBytes(entry, name)
    switch entry.method {
    case 0 where entry.size == entry.packedSize: return Array(packed)
    case 8:
      // Deflate reaches a ratio of 1032 at most, so a size beyond it is a lie.
      guard entry.size <= entry.packedSize.multipliedReportingOverflow(by: 1040).partialValue,
        let restored = Gzip.inflated(packed, count: entry.size)
      else { throw Self.broken(name) }
      return restored
    default: throw Self.broken(name)
    }
  }

  private func packedBytes(
    _ entry: Entry, _ name: String
  ) throws(ExchangeError) -> ArraySlice<UInt8> {
    let header = LittleEndianBytes(bytes)
    guard header.number(at: entry.offset, bytes: 4) == 0x0403_4B50,
      let nameLength = header.number(at: entry.offset + 26, bytes: 2),
      let extraLength = header.number(at: entry.offset + 28, bytes: 2)
    else { throw Self.broken(name) }
    let start = entry.offset + 30 + nameLength + extraLength
    guard start <= bytes.count, entry.packedSize <= bytes.count - start else {
      throw Self.broken(name)
    }
    return bytes[start..<start + entry.packedSize]
  }

  private static func broken(_ name: String) -> ExchangeError {
    ExchangeError("'\(name)' in it is damaged")
  }
}

/// Numbers of a file whose lowest byte comes first.
struct LittleEndianBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The number at an offset, up to eight bytes long; nil if it is not all there or beyond `Int`.
  func number(at offset: Int, bytes count: Int) -> Int? {
    guard offset >= 0, count <= 8, offset <= bytes.count, count <= bytes.count - offset else {
      return nil
    }
    let value = bytes[offset..<offset + count].reversed().reduce(UInt64(0)) {
      $0 << 8 | UInt64($1)
    }
    return Int(exactly: value)
  }
}
