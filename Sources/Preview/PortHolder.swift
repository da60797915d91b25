import Base
import Glibc

/// The program that listens on a port, as far as this user may see (proc(5)).
public enum PortHolder {
  /// The program's name and process, such as `python3 (process 812)`; nil if it is unknown.
  public static func name(of port: UInt16) -> String? {
    let inodes = ["/proc/net/tcp", "/proc/net/tcp6"].flatMap { listeners($0, port) }
    guard !inodes.isEmpty else { return nil }
    let wanted = Set(inodes.map { "socket:[\($0)]" })
    let processes = (try? listFolder("/proc"))?.compactMap { Int32($0.name) } ?? []
    for process in processes {
      let folder = "/proc/\(process)/fd"
      let descriptors = (try? listFolder(folder)) ?? []
      guard descriptors.contains(where: { wanted.contains(link(folder + "/" + $0.name)) })
      else { continue }
      let name = lines("/proc/\(process)/comm").first ?? "a program"
      return "\(name) (process \(process))"
    }
    return nil
  }

  /// The inodes of the sockets that listen on a port, by one of the kernel's tables.
  private static func listeners(_ table: String, _ port: UInt16) -> [Substring] {
    lines(table).dropFirst().compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count > 9, fields[3] == "0A", let digits = fields[1].split(separator: ":").last,
        UInt16(digits, radix: 16) == port
      else { return nil }
      return fields[9]
    }
  }

  private static func lines(_ path: String) -> [String] {
    guard let file = fopen(path, "re") else { return [] }
    defer { fclose(file) }
    var lines: [String] = []
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while getline(&line, &capacity, file) > 0, let text = line.map({ String(cString: $0) }) {
      lines.append(text.last == "\n" ? String(text.dropLast()) : text)
    }
    return lines
  }

  private static func link(_ path: String) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.bindMemory(to: CChar.self).baseAddress.map { readlink(path, $0, bytes.count) } ?? 0
    }
    return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
  }
}
