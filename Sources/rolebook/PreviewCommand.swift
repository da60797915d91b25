import Base
import Glibc
import Guide
import Preview
import Site
import Synchronization

extension Rolebook {
  static let previewCommand = Command(
    name: "preview", operands: "",
    summary: "Serves a guide while you write, and shows each change.",
    options: [
      Option("host", value: "HOST", "listen on HOST (default: 127.0.0.1)"),
      Option("port", value: "PORT", "listen on PORT; 0 takes any free port (default: 8000)"),
      .language, .date, .content, .templates, .jobs, .limits, .quiet, .help,
    ], run: preview)

  private static func preview(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    try arguments.refuseOperands()
    var loader = try arguments.loader()
    loader.date = try arguments.date()
    guard try isFolder(loader.content) else {
      throw FileError(path: loader.content, reason: "no such content folder")
    }
    let socket = try arguments.listeningSocket()
    raiseDescriptorLimit()
    let library = try TemplateLibrary(arguments.values["templates"])
    let (language, defects) = try arguments.messages(library, terminal)
    _ = terminal.reportFindings(defects, refusing: nil, in: language)
    var builder = try PreviewBuilder(
      loader, templates: arguments.values["templates"],
      work: OpenWork(date: try arguments.date(), version: version) { $0.history },
      messages: arguments.values["language"] == nil ? nil : language)
    let watcher = try FolderWatcher(builder.folders)
    let state = PreviewState()
    let responder = try builder.responder(state)
    let server = try HTTPServer(socket) { responder.answer($0) }
    Task { try await server.tend() }
    let address =
      "http://\(socket.host.contains(":") ? "[\(socket.host)]" : socket.host):\(socket.port)/"
    try terminal.print(address)
    if !socket.isLoopback {
      terminal.report(
        "rolebook: warning: other machines can reach this preview, because it listens on \(socket.host)"
      )
    }
    await builder.rebuild(state, terminal, in: language)
    server.send(PreviewResponder.event(state.current))
    for await _ in watcher.signals {
      guard builder.note(watcher.take()) else { continue }
      await builder.rebuild(state, terminal, in: language)
      server.send(PreviewResponder.event(state.current))
    }
    return .success
  }

  /// Lets the process have as many descriptors as it may: an open page needs one.
  private static func raiseDescriptorLimit() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}

extension PreviewBuilder {
  /// Builds again and says how that went.
  fileprivate mutating func rebuild(
    _ state: PreviewState, _ terminal: Terminal, in language: any MessageLanguage
  ) async {
    let start = ContinuousClock.now
    do throws(Broken) {
      let site = try await build()
      state.show(site)
      let time = (ContinuousClock.now - start) / .milliseconds(1)
      terminal.say(
        "built in \(Int(time.rounded())) ms; \(counted(site.findings.count, "finding"))")
    } catch {
      state.keepSite(because: error.problems)
      for problem in error.problems {
        terminal.report(problem.text(in: language) { terminal.colored($0, isError: true) })
      }
      terminal.say("the preview was not changed")
    }
  }
}

extension ParsedArguments {
  fileprivate func listeningSocket() throws -> ListeningSocket {
    let host = values["host"] ?? "127.0.0.1"
    let text = values["port"] ?? "8000"
    guard let port = UInt16(text) else {
      throw UsageError(message: "'--port' takes a number from 0 to 65535, not '\(text)'")
    }
    do throws(ListeningSocket.Failure) {
      return try ListeningSocket(host: host, port: port)
    } catch {
      switch error {
      case .portInUse(let port): throw PortTaken(port: port)
      case .system(let reason): throw CannotListen(host: host, port: port, reason: reason)
      }
    }
  }
}

/// A port that another program uses.
private struct PortTaken: Error, CustomStringConvertible {
  let port: UInt16

  var description: String {
    let holder = PortHolder.name(of: port).map { " by \($0)" } ?? ""
    return "port \(port) is in use\(holder); use '--port' for another port, or for any free one "
      + "with '--port 0'"
  }
}

/// An address that cannot be listened on.
private struct CannotListen: Error, CustomStringConvertible {
  let host: String
  let port: UInt16
  let reason: String

  var description: String { "cannot listen on \(host), port \(port): \(reason)" }
}
