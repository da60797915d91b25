import CXXHash
import Glibc

/// A digest of files and options, by which a later run knows that nothing changed.
///
/// The 128-bit XXH3 hash (Y. Collet, xxHash 0.8): fast, the same on every machine, and no
/// protection against someone who wants two inputs to look alike.
public struct ContentDigest: ~Copyable {
  private let state: OpaquePointer

  /// Starts empty; nil only when memory runs out.
  public init?() {
    guard let state = XXH3_createState() else { return nil }
    XXH3_128bits_reset(state)
    self.state = state
  }

  deinit {
    XXH3_freeState(state)
  }

  /// Adds bytes, told apart from those before and behind them.
  public func add(_ bytes: [UInt8]) {
    withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { add($0) }
    bytes.withUnsafeBytes { add($0) }
  }

  /// Adds a text.
  public func add(_ text: String) { add(Array(text.utf8)) }

  /// Adds the names and bytes of all files below a folder that a guide is made of: hidden ones are
  /// left out, symbolic links and other files without bytes count by name.
  ///
  /// - Throws: `FileError` where a folder or file cannot be read, where a file is larger than a
  ///   guide's files are, and where there are more files than a guide has.
  public func add(filesBelow folder: String) throws(FileError) {
    var rest = InputLimits().files
    try add(filesBelow: folder, root: folder, rest: &rest)
  }

  private func add(filesBelow folder: String, root: String, rest: inout Int) throws(FileError) {
    let entries = try listFolder(folder, below: root, limit: rest + 1)
    rest -= entries.count
    if rest < 0 { throw FileError(path: folder, reason: "too many files") }
    for entry in entries where !entry.name.hasPrefix(".") {
      add("\(entry.kind) \(entry.name)")
      let path = folder + "/" + entry.name
      switch entry.kind {
      case .file: add(try readFile(path, below: root))
      case .folder: try add(filesBelow: path, root: root, rest: &rest)
      case .symbolicLink, .other: continue
      }
    }
    add("end")
  }

  /// Adds a file's path, size and time of modification: for files that are replaced, not edited.
  ///
  /// - Throws: `FileError` where there is no such file.
  public func add(stampOf path: String) throws(FileError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .current(path) }
    add("\(path) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)")
  }

  /// The digest of all that was added, in 32 hexadecimal digits.
  public var hexadecimal: String {
    let hash = XXH3_128bits_digest(state)
    return [hash.high64, hash.low64].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// The version of xxHash that is loaded.
  public static var libraryVersion: String {
    let version = XXH_versionNumber()
    return "\(version / 10_000).\(version / 100 % 100).\(version % 100)"
  }

  private func add(_ bytes: UnsafeRawBufferPointer) {
    XXH3_128bits_update(state, bytes.baseAddress, bytes.count)
  }
}
