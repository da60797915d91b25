/// One file of the guide in memory: valid UTF-8 without a byte order mark.
public struct SourceFile: Sendable {
  /// The path as diagnostics show it.
  public let path: String
  /// The content, a leading byte order mark removed; none if the file is too large.
  public let bytes: [UInt8]
  /// The byte order mark that the file begins with; empty if it has none.
  public let mark: [UInt8]
  private let excess: SizeExcess?

  private struct SizeExcess: Sendable {
    let size: Int
    let limit: Int
  }

  /// Wraps text that is already in memory.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    mark = isMarked ? [0xEF, 0xBB, 0xBF] : []
    self.bytes = isMarked ? Array(bytes.dropFirst(3)) : bytes
    excess = nil
  }

  /// Stands for a file that is not read, since it is larger than the limit.
  init(path: String, size: Int, beyond limit: Int) {
    self.path = path
    (bytes, mark) = ([], [])
    excess = SizeExcess(size: size, limit: limit)
  }

  /// The whole file as a place.
  public var location: SourceLocation { SourceLocation(path: path) }

  /// A digest of the content; nil only when memory runs out.
  public var digest: Digest? {
    guard let digest = ContentDigest() else { return nil }
    digest.add(bytes)
    return digest.value
  }

  /// Why the file cannot be used: it is too large, or some bytes are not UTF-8; nil if all is
  /// well.
  public func defect() -> Diagnostic? {
    if let excess {
      return Diagnostic(
        .fileTooLarge,
        "the file has \(excess.size) bytes, more than the \(excess.limit) that are read",
        at: location,
        hint: "split it, or raise 'file_bytes' or 'yaml_bytes' under 'limits' in guide.yml")
    }
    guard let offset = firstInvalidUTF8(in: bytes) else { return nil }
    return Diagnostic(
      .encodingInvalid,
      "the file is not valid UTF-8 (the first invalid byte is 0x\(String(bytes[offset], radix: 16)))",
      at: LineIndex(bytes).location(of: offset, in: path), hint: "save the file as UTF-8")
  }
}

/// The offset of the first byte that breaks well-formed UTF-8 (Unicode, table 3-7), or nil.
func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
  if bytes.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) }) != nil { return nil }
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var offset = 0
  while case .scalarValue(let scalar) = decoder.decode(&iterator) {
    offset += UTF8.width(scalar)
  }
  return min(offset, bytes.count - 1)
}
