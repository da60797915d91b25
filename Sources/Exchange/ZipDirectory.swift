/// The central directory at the end of a ZIP archive (PKWARE APPNOTE.TXT 6.3.10, section 4.3.12).
struct ZipDirectory {
  private let bytes: [UInt8]
  private let numbers: LittleEndianBytes
  private let limits: ExchangeLimits

  init(_ bytes: [UInt8], _ limits: ExchangeLimits) {
    self.bytes = bytes
    self.limits = limits
    numbers = LittleEndianBytes(bytes)
  }

  /// The files by their names, which must differ.
  func entries() throws(ExchangeError) -> [String: ZipArchive.Entry] {
    guard let end = endRecord(), let (start, count) = place(end) else {
      throw ExchangeError("not a ZIP archive, or truncated")
    }
    guard count <= limits.parts else {
      throw ExchangeError("it contains more than \(limits.parts) files")
    }
    var result: [String: ZipArchive.Entry] = [:]
    var offset = start
    var total = 0
    for _ in 0..<count {
      guard let (name, entry, next) = entry(at: offset) else {
        throw ExchangeError("the directory of the archive is damaged")
      }
      guard result.updateValue(entry, forKey: name) == nil else {
        throw ExchangeError("it contains '\(name)' twice")
      }
      total = total.addingReportingOverflow(entry.size).partialValue
      guard entry.size <= limits.totalBytes, total >= 0, total <= limits.totalBytes else {
        throw ExchangeError("its files are larger than \(limits.totalBytes) bytes together")
      }
      offset = next
    }
    return result
  }

  /// The offset of the end record: the last one whose comment reaches the file's end.
  private func endRecord() -> Int? {
    let last = bytes.count - 22
    guard last >= 0 else { return nil }
    for offset in stride(from: last, through: max(0, last - 0xFFFF), by: -1)
    where bytes[offset] == 0x50 && numbers.number(at: offset, bytes: 4) == 0x0605_4B50 {
      if numbers.number(at: offset + 20, bytes: 2) == last - offset { return offset }
    }
    return nil
  }

  /// The offset of the directory and the number of its entries, from the 64-bit record if there is
  /// one.
  private func place(_ end: Int) -> (start: Int, count: Int)? {
    guard let count = numbers.number(at: end + 10, bytes: 2),
      let start = numbers.number(at: end + 16, bytes: 4)
    else { return nil }
    guard count == 0xFFFF || start == 0xFFFF_FFFF else { return (start, count) }
    guard numbers.number(at: end - 20, bytes: 4) == 0x0706_4B50,
      let record = numbers.number(at: end - 12, bytes: 8),
      numbers.number(at: record, bytes: 4) == 0x0606_4B50,
      let wideCount = numbers.number(at: record &+ 32, bytes: 8),
      let wideStart = numbers.number(at: record &+ 48, bytes: 8)
    else { return nil }
    return (wideStart, wideCount)
  }

  private func entry(
    at offset: Int
  ) -> (name: String, entry: ZipArchive.Entry, next: Int)? {
    guard offset < bytes.count, numbers.number(at: offset, bytes: 4) == 0x0201_4B50,
      let flags = numbers.number(at: offset + 8, bytes: 2),
      let method = numbers.number(at: offset + 10, bytes: 2),
      let shortPackedSize = numbers.number(at: offset + 20, bytes: 4),
      let shortSize = numbers.number(at: offset + 24, bytes: 4),
      let nameLength = numbers.number(at: offset + 28, bytes: 2),
      let extraLength = numbers.number(at: offset + 30, bytes: 2),
      let commentLength = numbers.number(at: offset + 32, bytes: 2),
      let shortHeader = numbers.number(at: offset + 42, bytes: 4)
    else { return nil }
    let nameEnd = offset + 46 + nameLength
    guard nameEnd + extraLength <= bytes.count else { return nil }
    // The wide field contains only the numbers that do not fit, in this order.
    var wide = wideField(nameEnd..<nameEnd + extraLength)
    guard let size = widened(shortSize, &wide), let packedSize = widened(shortPackedSize, &wide),
      let header = widened(shortHeader, &wide)
    else { return nil }
    let name = String(decoding: bytes[offset + 46..<nameEnd], as: UTF8.self)
    let entry = ZipArchive.Entry(
      method: method, isEncrypted: flags & 1 != 0, packedSize: packedSize, size: size,
      offset: header)
    return (name, entry, nameEnd + extraLength + commentLength)
  }

  /// The number itself, or the next of the wide field if the number says that it is there.
  private func widened(_ number: Int, _ wide: inout Range<Int>) -> Int? {
    guard number == 0xFFFF_FFFF else { return number }
    guard wide.count >= 8, let value = numbers.number(at: wide.lowerBound, bytes: 8),
      value <= Int(Int32.max)
    else { return nil }
    wide = wide.dropFirst(8)
    return value
  }

  /// The bytes of the extra field for numbers of 64 bits; empty if there is none.
  private func wideField(_ extra: Range<Int>) -> Range<Int> {
    var offset = extra.lowerBound
    while offset + 4 <= extra.upperBound,
      let tag = numbers.number(at: offset, bytes: 2),
      let length = numbers.number(at: offset + 2, bytes: 2)
    {
      let end = min(offset + 4 + length, extra.upperBound)
      if tag == 1 { return offset + 4..<end }
      offset += 4 + length
    }
    return extra.lowerBound..<extra.lowerBound
  }
}
