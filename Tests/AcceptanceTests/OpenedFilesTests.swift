import Foundation
import TestSupport
import Testing

/// The requests of a build to the file system.
@Suite struct OpenedFilesTests {
  /// Each file of the guide and each template is opened once, and each folder is listed once.
  @Test func everyInputIsReadOnce() throws {
    let folder = try TemporaryFolder()
    for name in ["content", "templates"] {
      try FileManager.default.copyItem(
        at: Project.root.appending(path: name), to: folder.file(name))
    }
    // Times of files count in ticks; what changed just now is read again at the end.
    Thread.sleep(forTimeInterval: 1.2)
    let log = folder.file("calls")
    let built = try run(
      URL(filePath: "/usr/bin/strace"),
      [
        "--follow-forks", "--decode-fds=path", "--trace=open,openat,getdents64",
        "--output=\(log.path)", try Project.executable().path, "build", "--quiet",
      ], in: folder.url)
    #expect(built.status == 0, "\(built.errors)")
    let calls = Calls(try String(contentsOf: log, encoding: .utf8), below: folder.url.path + "/")
    let inputs = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).filter {
      $0.hasPrefix("content/") && $0.hasSuffix(".md")
    }
    #expect(inputs.count > 30)
    for path in inputs { #expect(calls.opened[path] == 1, "\(path)") }
    let repeated = calls.opened.filter { $0.value > 1 && Self.isInput($0.key) }
    #expect(repeated.isEmpty, "opened more than once: \(repeated)")
    #expect(calls.listed["content/en-US"] == 1)
    let relisted = calls.listed.filter { $0.value > 1 && Self.isInput($0.key) }
    #expect(relisted.isEmpty, "listed more than once: \(relisted)")
  }

  private static func isInput(_ path: String) -> Bool {
    ["content", "templates"].contains(path.split(separator: "/").first)
  }

  /// How often each path was opened as a file, and listed as a folder.
  private struct Calls {
    var opened: [String: Int] = [:]
    var listed: [String: Int] = [:]

    init(_ log: String, below root: String) {
      for line in log.split(separator: "\n") {
        // `= 7</path>` says what was opened; a list ends where `getdents64(7</path>, ...)` gives 0.
        if line.contains("getdents64("), line.hasSuffix(" = 0") {
          if let path = Self.path(in: line, below: root) { listed[path, default: 0] += 1 }
        } else if line.contains("open"), !line.contains("O_DIRECTORY"), !line.contains("O_CREAT"),
          let result = line.range(of: " = ", options: .backwards)
        {
          let path = Self.path(in: line[result.upperBound...], below: root)
          if let path { opened[path, default: 0] += 1 }
        }
      }
    }

    private static func path(in text: Substring, below root: String) -> String? {
      guard let start = text.range(of: "<" + root),
        let end = text[start.upperBound...].firstIndex(of: ">")
      else { return nil }
      return String(text[start.upperBound..<end])
    }
  }
}
