/// Puts files into a ZIP archive (APPNOTE 6.3.10; ISO/IEC 21320-1), each as it comes.
///
/// An archive depends only on its files. Each has the format's first day and all can read it. The
/// caller appends the result of each call, so an archive of any size takes no more memory than its
/// largest file and its directory. Archives beyond 65,535 files or 4 GB are ZIP64.
public struct ZipWriter: Sendable {
  private static let widest16 = 0xFFFF
  private static let widest32 = 0xFFFF_FFFF
  /// 1980-01-01, the first day that the format knows.
  private static let firstDay = 0x21
  /// Names are in UTF-8.
  private static let flags = 0x0800
  /// Written on Unix, so that permissions count.
  private static let madeOnUnix = 3 << 8
  private static let permissions = 0o100644 << 16

  private var directory: [UInt8] = []
  private var count = 0
  private var offset = 0

  /// Begins an archive.
  public init() {}

  /// The bytes of a file in the archive.
  ///
  /// - Parameter name: its path, slashes between its parts.
  /// - Throws: `CompressionError` past 4 GB, and when memory runs out.
  public mutating func add(
    _ name: String, _ bytes: [UInt8]
  ) throws(CompressionError) -> [UInt8] {
    let packed = try Gzip.deflated(bytes)
    let isPacked = packed.count < bytes.count
    let content = isPacked ? packed : bytes
    let name = Array(name.utf8)
    var common: [UInt8] = []
    common.append(littleEndian: Self.flags, bytes: 2)
    common.append(littleEndian: isPacked ? 8 : 0, bytes: 2)
    common.append(littleEndian: 0, bytes: 2)
    common.append(littleEndian: Self.firstDay, bytes: 2)
    common.append(littleEndian: Int(Gzip.checksum(bytes)), bytes: 4)
    common.append(littleEndian: content.count, bytes: 4)
    common.append(littleEndian: bytes.count, bytes: 4)
    common.append(littleEndian: name.count, bytes: 2)

    var file: [UInt8] = []
    file.reserveCapacity(content.count + name.count + 64)
    file.append(littleEndian: 0x0403_4B50, bytes: 4)
    file.append(littleEndian: 20, bytes: 2)
    file += common
    file.append(littleEndian: 0, bytes: 2)
    file += name
    file += content
    addEntry(name, common)
    count += 1
    offset += file.count
    return file
  }

  /// Notes a file in the directory.
  private mutating func addEntry(_ name: [UInt8], _ common: [UInt8]) {
    let isFar = offset >= Self.widest32
    let version = isFar ? 45 : 20
    directory.append(littleEndian: 0x0201_4B50, bytes: 4)
    directory.append(littleEndian: Self.madeOnUnix | version, bytes: 2)
    directory.append(littleEndian: version, bytes: 2)
    directory += common
    directory.append(littleEndian: isFar ? 12 : 0, bytes: 2)
    directory.append(littleEndian: 0, bytes: 6)
    directory.append(littleEndian: Self.permissions, bytes: 4)
    directory.append(littleEndian: min(offset, Self.widest32), bytes: 4)
    directory += name
    guard isFar else { return }
    directory.append(littleEndian: 1, bytes: 2)
    directory.append(littleEndian: 8, bytes: 2)
    directory.append(littleEndian: offset, bytes: 8)
  }

  /// The bytes that end the archive: its directory, and the place of that.
  public mutating func end() -> [UInt8] {
    var output = directory
    let size = directory.count
    if count >= Self.widest16 || offset >= Self.widest32 || size >= Self.widest32 {
      output.append(littleEndian: 0x0606_4B50, bytes: 4)
      output.append(littleEndian: 44, bytes: 8)
      output.append(littleEndian: Self.madeOnUnix | 45, bytes: 2)
      output.append(littleEndian: 45, bytes: 2)
      output.append(littleEndian: 0, bytes: 8)
      for number in [count, count, size, offset] { output.append(littleEndian: number, bytes: 8) }
      output.append(littleEndian: 0x0706_4B50, bytes: 4)
      output.append(littleEndian: 0, bytes: 4)
      output.append(littleEndian: offset + size, bytes: 8)
      output.append(littleEndian: 1, bytes: 4)
    }
    output.append(littleEndian: 0x0605_4B50, bytes: 4)
    output.append(littleEndian: 0, bytes: 4)
    for _ in 0..<2 { output.append(littleEndian: min(count, Self.widest16), bytes: 2) }
    output.append(littleEndian: min(size, Self.widest32), bytes: 4)
    output.append(littleEndian: min(offset, Self.widest32), bytes: 4)
    output.append(littleEndian: 0, bytes: 2)
    return output
  }

  /// An archive of a few files in their order.
  ///
  /// - Throws: `CompressionError` past 4 GB, and when memory runs out.
  public static func archive(
    _ files: [(name: String, bytes: [UInt8])]
  ) throws(CompressionError) -> [UInt8] {
    var writer = ZipWriter()
    var output: [UInt8] = []
    for file in files { output += try writer.add(file.name, file.bytes) }
    return output + writer.end()
  }
}

extension [UInt8] {
  /// Appends a number with its lowest byte first.
  fileprivate mutating func append(littleEndian number: Int, bytes: Int) {
    var rest = UInt64(truncatingIfNeeded: number)
    for _ in 0..<bytes {
      append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
