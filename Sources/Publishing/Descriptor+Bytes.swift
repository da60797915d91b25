import Glibc

extension Descriptor {
  /// Makes a file that must not exist yet; on failure there is none.
  ///
  /// - Parameter modified: The status whose modification time the file takes; nil for now.
  func create(
    _ path: SitePath, _ bytes: [UInt8], modified: FileStatus? = nil
  ) throws(PublishingError) {
    let file = try newFile(path, mode: 0o644)
    do throws(PublishingError) {
      var failure: PublishingError?
      bytes.withUnsafeBytes { failure = file.append($0) }
      if let failure { throw failure }
      if let modified { try file.setModified(of: modified) }
    } catch {
      try? remove(path)
      throw error
    }
  }

  /// Copies a file of another folder, a block at a time, with its modification time.
  func copy(
    _ source: SitePath, from folder: Descriptor, to target: SitePath
  ) throws(PublishingError) {
    let original = try folder.file(source)
    let status = try original.status()
    let copy = try newFile(target, mode: status.permissions)
    var failure: PublishingError?
    withUnsafeTemporaryAllocation(byteCount: Self.blockSize, alignment: 1) { block in
      repeat {
        let count = original.fill(block)
        if count == 0 { return }
        failure =
          count < 0
          ? .failed(.read, original.path)
          : copy.append(UnsafeRawBufferPointer(rebasing: block[..<count]))
      } while failure == nil
    }
    if let failure { throw failure }
    try copy.setModified(of: status)
  }

  /// Whether the file at a path is still the one that was seen and contains exactly these bytes.
  ///
  /// A file that cannot be read does not: it is then written again.
  func holds(_ bytes: [UInt8], at path: SitePath, as seen: FileStatus) -> Bool {
    guard seen.size == bytes.count, let file = try? file(path), let now = try? file.status(),
      now == seen
    else { return false }
    return withUnsafeTemporaryAllocation(byteCount: Self.blockSize, alignment: 1) { block in
      bytes.withUnsafeBytes { expected in
        var rest = expected[...]
        while true {
          let count = file.fill(block)
          if count <= 0 { return count == 0 && rest.isEmpty }
          let next = UnsafeRawBufferPointer(rebasing: rest.prefix(count))
          guard next.count == count, let found = block.baseAddress, let wanted = next.baseAddress,
            memcmp(found, wanted, count) == 0
          else { return false }
          rest = rest.dropFirst(count)
        }
      }
    }
  }

  /// All bytes of a file below this folder.
  func bytes(of path: SitePath) throws(PublishingError) -> [UInt8] {
    let file = try file(path)
    let size = try file.status().size
    var bytes = [UInt8](repeating: 0, count: size)
    let count = bytes.withUnsafeMutableBytes { file.fill($0) }
    guard count >= 0 else { throw .failed(.read, file.path) }
    bytes.removeLast(size - count)
    return bytes
  }

  private static var blockSize: Int { 1 << 16 }

  private func newFile(_ path: SitePath, mode: mode_t) throws(PublishingError) -> Descriptor {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let number = openat(number, path.cString, flags, mode)
    guard number >= 0 else { throw .failed(.create, describe(path)) }
    let file = Descriptor(number, path: describe(path))
    try file.setPermissions(mode)
    return file
  }

  private func setModified(of status: FileStatus) throws(PublishingError) {
    let time = timespec(tv_sec: status.modifiedSeconds, tv_nsec: status.modifiedNanoseconds)
    guard futimens(number, [time, time]) == 0 else { throw .failed(.write, path) }
  }

  /// Writes all of a block; nil on success.
  func append(_ block: UnsafeRawBufferPointer) -> PublishingError? {
    var rest = block
    while !rest.isEmpty {
      let count = Glibc.write(number, rest.baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { return .failed(.write, path) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return nil
  }

  /// Reads until the block is full or the file ends; the count, or -1 with `errno` set.
  private func fill(_ block: UnsafeMutableRawBufferPointer) -> Int {
    var filled = 0
    while filled < block.count {
      let count = read(number, block.baseAddress?.advanced(by: filled), block.count - filled)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { return -1 }
      if count == 0 { break }
      filled += count
    }
    return filled
  }
}
