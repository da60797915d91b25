import Base
import Glibc

/// A new folder that takes files made of bytes, and goes again.
struct ScratchFolder {
  let path: String

  init?() {
    var template = Array("/tmp/rolebook-fuzz-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Writes a file whose first line is its path; one that would leave the folder is left out.
  func write(_ file: [UInt8], below prefix: String = "") {
    let line = file.prefix { $0 != 0x0A }
    let name = String(decoding: line, as: UTF8.self)
    let steps = name.split(separator: "/", omittingEmptySubsequences: false)
    let isPath =
      !steps.isEmpty && steps.count < 8
      && steps.allSatisfy { step in
        !step.isEmpty && step != "." && step != ".." && step.utf8.count < 100
          && !step.utf8.contains(0)
      }
    if isPath { write(Array(file.dropFirst(line.count + 1)), to: prefix + name) }
  }

  /// Writes a file, and the folders above it.
  func write(_ bytes: [UInt8], to name: String) {
    var folder = path
    let steps = name.split(separator: "/")
    for step in steps.dropLast() {
      folder += "/" + step
      mkdir(folder, 0o755)
    }
    let descriptor = open(folder + "/" + (steps.last ?? ""), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { return }
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }

  /// Removes the folder.
  func remove() {
    var folders = [path]
    var index = 0
    while index < folders.count {
      let folder = folders[index]
      index += 1
      for entry in (try? listFolder(folder)) ?? [] {
        let name = folder + "/" + entry.name
        if entry.kind == .folder { folders.append(name) } else { unlink(name) }
      }
    }
    for folder in folders.reversed() { rmdir(folder) }
  }
}
