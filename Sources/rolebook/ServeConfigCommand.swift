import Base
import Guide
import Publishing

extension Rolebook {
  static let serveConfigCommand = Command(
    name: "serve-config", operands: "SERVER",
    operandChoices: WebServer.allCases.map(\.rawValue),
    summary: "Prints a web server's configuration for the site.",
    options: [
      .content, Option("output", letter: "o", value: "DIR", "where the site is (default: public)"),
      Option("base-path", value: "PATH", "the path under which the site hangs on its server"),
      Option("listen", value: "ADDRESS", "the server's port, or host:port (default: 80)"), .help,
    ], run: printServerConfiguration)

  private static func printServerConfiguration(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    let server = try arguments.choice(
      of: WebServer.self, for: "serve-config", what: "a server")
    let address = try arguments.address()
    let basePath = try arguments.basePath()
    let content = arguments.values["content"] ?? "content"
    let (settings, findings) = GuideSettings.load(try readSourceFile(content + "/guide.yml"))
    _ = terminal.reportFindings(findings, refusing: nil)
    guard let settings, !findings.containsError else { return .findings }
    let folder = absolutePath(arguments.values["output"] ?? "public")
    guard !folder.contains(where: { "\"\\$%{}`<>&\n".contains($0) }) else {
      throw UsageError(message: "a configuration cannot hold the path '\(folder)'")
    }
    let site = ServedSite(
      locales: settings.locales.map(\.text), basePath: basePath ?? settings.basePath,
      folder: folder, address: address)
    try terminal.write(Array(server.configuration(for: site).utf8))
    return .success
  }
}

extension ParsedArguments {
  fileprivate func address() throws(UsageError) -> String {
    let text = values["listen"] ?? "80"
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let isHost = parts.dropLast().allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-*".contains($0)) }
    }
    guard parts.count <= 2, isHost, let port = Int(parts[parts.count - 1]),
      (1...65535).contains(port)
    else {
      throw UsageError(message: "'--listen' takes '8080' or 'host:8080', not '\(text)'")
    }
    return text
  }
}
