import Foundation

/// One of Debian's web servers, serving a site on 127.0.0.1 by the configuration that the tool
/// prints; it stops with its owner.
public final class WebServerProcess {
  /// The servers that run here.
  public enum Kind: String, CaseIterable, Sendable {
    case nginx, apache, caddy

    var program: String { self == .apache ? "apache2" : rawValue }

    /// Whether it is installed.
    public var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

    fileprivate var path: String {
      let folders = ["/usr/sbin/", "/usr/bin/"].map { $0 + program }
      return folders.first(where: FileManager.default.isExecutableFile) ?? folders[0]
    }
  }

  /// The port that it listens on.
  public let port: Int
  private let folder: TemporaryFolder
  private let command: RunningCommand

  /// A server that does not answer.
  struct Silent: Error, CustomStringConvertible {
    let description: String
  }

  /// A built guide that a server serves.
  public struct Guide: Sendable {
    let content: URL
    let site: URL
    let basePath: String

    /// - Parameters:
    ///   - content: the guide's folder.
    ///   - site: the folder of the built site.
    public init(content: URL, site: URL, basePath: String) {
      (self.content, self.site, self.basePath) = (content, site, basePath)
    }

    fileprivate func printed(_ kind: Kind, _ options: [String]) throws -> String {
      let printed = try run(
        Project.executable(),
        [
          "serve-config", kind.rawValue, "--content", content.path, "--output", site.path,
          "--base-path", basePath,
        ] + options)
      guard printed.status == 0 else { throw Silent(description: printed.errors) }
      return printed.output
    }
  }

  /// Starts a server that serves one guide by a configuration of its own.
  public convenience init(_ kind: Kind, content: URL, site: URL, basePath: String) throws {
    let guide = Guide(content: content, site: site, basePath: basePath)
    try self.init(kind) { folder, port in
      try folder.write(
        guide.printed(kind, ["--listen", "127.0.0.1:\(port)"]), to: "guide.conf")
      let path = folder.file("guide.conf").path
      return switch kind {
      case .nginx: "include \(path);"
      case .apache: "Include \(path)"
      case .caddy: "import \(path)"
      }
    }
  }

  /// Starts one server that serves several guides by their fragments.
  public convenience init(_ kind: Kind, fragmentsOf guides: [Guide]) throws {
    try self.init(kind) { folder, port in
      var maps: [String] = []
      var fragments: [String] = []
      for (number, guide) in guides.enumerated() {
        try folder.write(guide.printed(kind, ["--fragment"]), to: "fragment-\(number).conf")
        fragments.append(folder.file("fragment-\(number).conf").path)
        guard kind == .nginx else { continue }
        try folder.write(guide.printed(kind, ["--maps"]), to: "maps-\(number).conf")
        maps.append("include \(folder.file("maps-\(number).conf").path);")
      }
      return Self.server(kind, fragments, maps, port: port)
    }
  }

  /// A server that one has already, with the fragments in it.
  private static func server(
    _ kind: Kind, _ fragments: [String], _ maps: [String], port: Int
  ) -> String {
    let address = "127.0.0.1:\(port)"
    switch kind {
    case .nginx:
      let includes = fragments.map { "include \($0);" }.joined(separator: "\n")
      return maps.joined(separator: "\n")
        + "\nserver {\nlisten \(address);\n\(includes)\nlocation = /own { return 204; }\n}"
    case .apache:
      let includes = fragments.map { "Include \($0)" }.joined(separator: "\n")
      return "<VirtualHost \(address)>\n\(includes)\nRedirect 204 /own\n</VirtualHost>"
    case .caddy:
      let includes = fragments.map { "import \($0)" }.joined(separator: "\n")
      return "http://\(address) {\n\(includes)\nrespond /own 204\n}"
    }
  }

  /// - Parameter sites: writes files into the server's folder, and says what to include of them.
  private init(_ kind: Kind, sites: (TemporaryFolder, _ port: Int) throws -> String) throws {
    folder = try TemporaryFolder()
    port = try freePort()
    let frame = Self.frame(
      of: kind, in: folder.url.path, port: port, sites: try sites(folder, port))
    try folder.write(frame, to: "server.conf")
    let configuration = folder.file("server.conf").path
    let arguments =
      switch kind {
      case .nginx: ["-p", folder.url.path, "-e", "stderr", "-c", configuration]
      case .apache: ["-X", "-d", folder.url.path, "-f", configuration]
      case .caddy: ["run", "--adapter", "caddyfile", "--config", configuration]
      }
    command = try RunningCommand(
      URL(filePath: kind.path), arguments, in: folder.url,
      environment: ["HOME": folder.url.path, "XDG_DATA_HOME": folder.url.path])
    try waitForAnswer()
  }

  deinit {
    command.send(signal: SIGTERM)
    _ = try? command.waitForEnd(seconds: 10)
  }

  /// Asks for a target, with header fields.
  public func get(
    _ target: String, _ fields: [(name: String, value: String)] = [], method: String = "GET"
  ) throws -> HTTPMessage {
    try HTTPMessage.response(to: method, target, port: port, fields: fields)
  }

  private func waitForAnswer() throws {
    let limit = Date(timeIntervalSinceNow: 20)
    while Date() < limit, command.isRunning {
      if (try? get("/")) != nil { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw Silent(description: command.errors + command.output)
  }

  /// The configuration of a distribution's own files around the printed part.
  private static func frame(
    of kind: Kind, in folder: String, port: Int, sites: String
  ) -> String {
    switch kind {
    case .nginx:
      let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
        "\($0)_temp_path \(folder)/\($0);"
      }
      return """
        daemon off; master_process off; pid \(folder)/pid; worker_processes 1;
        events { worker_connections 64; }
        http { access_log off; \(paths.joined(separator: " "))
        \(sites)
        }
        """
    case .apache:
      let modules = [
        "mpm_event", "alias", "authz_core", "dir", "env", "headers", "mime", "rewrite",
      ].map { "LoadModule \($0)_module /usr/lib/apache2/modules/mod_\($0).so" }
      return """
        \(modules.joined(separator: "\n"))
        ServerName 127.0.0.1
        Listen 127.0.0.1:\(port)
        PidFile \(folder)/pid
        ErrorLog /dev/stderr
        User www-data
        Group www-data
        TypesConfig /dev/null
        \(sites)
        """
    case .caddy:
      return "{\n  admin off\n  auto_https off\n}\n\(sites)\n"
    }
  }
}
