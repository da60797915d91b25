import Base
import Guide
import Publishing

extension Rolebook {
  static let serveConfigCommand = Command(
    name: "serve-config", operands: "SERVER",
    operandChoices: WebServer.allCases.map(\.rawValue),
    summary: "Prints a web server's configuration for the site.",
    options: [
      .content,
      Option("output", letter: "o", value: "DIR", "name the site's folder (default: public)"),
      Option("base-path", value: "PATH", "set the URL path that the site is served from"),
      Option("listen", value: "ADDRESS", "set the server's port, or host:port (default: 80)"),
      Option("fragment", "print a fragment for a server with other sites"),
      Option("maps", "print the maps that a fragment for nginx needs"),
      .help,
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
      throw UsageError(message: "a configuration cannot contain the path '\(folder)'")
    }
    let site = ServedSite(
      locales: settings.locales.map(\.text), basePath: basePath ?? settings.basePath,
      folder: folder, address: address, hosts: settings.presentation.hosts)
    let part = try arguments.part(of: server, for: site)
    try terminal.write(Array((part ?? server.configuration(for: site)).utf8))
    return .success
  }
}

extension ParsedArguments {
  /// A part of the configuration; nil if the whole is asked for.
  fileprivate func part(of server: WebServer, for site: ServedSite) throws(UsageError) -> String? {
    let asked = ["fragment", "maps"].filter(switches.contains)
    guard let first = asked.first else { return nil }
    if asked.count > 1 { throw UsageError(message: "'--fragment' and '--maps' exclude each other") }
    if values["listen"] != nil {
      throw UsageError(message: "'--\(first)' and '--listen' exclude each other")
    }
    if first == "fragment" { return server.fragment(for: site) }
    guard let maps = server.maps(for: site) else {
      throw UsageError(message: "'--maps' is only for nginx")
    }
    return maps
  }

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
