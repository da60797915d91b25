import Base
import Guide
import Publishing
import Site

extension Rolebook {
  static let stampCommand = Command(
    name: "stamp", operands: "FILE...", summary: "Records that translations are up to date.",
    options: [
      .content, Option("quiet", letter: "q", "print only errors"), .help,
    ], run: stamp)

  private static func stamp(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    guard !arguments.operands.isEmpty else {
      throw UsageError(message: "'stamp' needs the files of translations")
    }
    let (files, findings) = try stamped(
      arguments.operands, in: arguments.values["content"] ?? "content")
    guard findings.isEmpty else {
      _ = terminal.reportFindings(findings, refusing: nil)
      terminal.report("rolebook: \(counted(findings.count, "error")); no file was changed")
      return .findings
    }
    for file in files {
      if file.isChanged { try writeFile(file.path, file.bytes) }
      let rows = counted(file.rowCount, "row")
      terminal.say("\(file.path): \(file.isChanged ? "stamped" : "as it was"), \(rows)")
    }
    return .success
  }

  /// The files as they are to be, or all that is in the way.
  private static func stamped(
    _ paths: [String], in content: String
  ) throws -> (files: [Stamper.File], findings: [Diagnostic]) {
    var files: [Stamper.File] = []
    var findings: [Diagnostic] = []
    do {
      let words = try TemplateLibrary(nil).strings(for: [], &findings).tableWords
      var stamper = try Stamper(content: content, tableWords: words)
      for path in paths {
        do throws(Stamper.Refusal) {
          files.append(try stamper.stamped(path))
        } catch {
          findings += error.diagnostics
        }
      }
    } catch let refusal as Stamper.Refusal {
      findings = refusal.diagnostics
    }
    return (files, findings.filter { $0.severity == .error }.sortedByPlace())
  }
}
