import Foundation
import Synchronization

/// Serves a folder on 127.0.0.1 as an intranet's web server would; it stops with its owner.
public final class StaticServer {
  /// How a site is served.
  public struct Options: Sendable {
    /// The path that the folder is served from; starts and ends with a slash.
    public var basePath: String
    /// Header fields of every response.
    public var fields: [String: String]

    /// Makes options; by default pages may load nothing but the site's own files.
    public init(
      basePath: String = "/",
      fields: [String: String] = ["Content-Security-Policy": "default-src 'self'"]
    ) {
      self.basePath = basePath
      self.fields = fields
    }
  }

  /// The port that it listens on.
  public let port: Int

  private let socket: Socket
  private let responder: Responder

  /// Starts to serve a folder.
  public init(serving folder: URL, options: Options = Options()) throws {
    let socket = try Socket.listening()
    let responder = Responder(folder: folder, options: options)
    self.socket = socket
    self.responder = responder
    port = try socket.port()
    Thread.detachNewThread {
      while let connection = socket.acceptConnection() {
        Thread.detachNewThread { responder.answer(connection) }
      }
    }
  }

  deinit {
    socket.shutDown()
  }

  /// A page's address; the path includes the base path.
  public func url(_ path: String = "/") -> String {
    "http://127.0.0.1:\(port)\(path)"
  }

  /// The targets that were asked for since the last call, in the order of their arrival.
  public func takeRequests() -> [String] {
    responder.requests.withLock { requests in
      defer { requests = [] }
      return requests
    }
  }
}

/// Answers the requests of all connections.
private final class Responder: Sendable {
  let requests = Mutex<[String]>([])
  private let folder: URL
  private let options: StaticServer.Options

  init(folder: URL, options: StaticServer.Options) {
    self.folder = folder
    self.options = options
  }

  /// Reads one request and answers it; a connection that breaks is the client's business.
  func answer(_ connection: Socket) {
    let received = try? HTTPMessage.receive(from: connection, unstatedLength: 0)
    guard let request = received ?? nil else { return }
    let words = request.startLine.split(separator: " ").map(String.init)
    guard words.count == 3 else { return }
    requests.withLock { $0.append(words[1]) }
    var response = response(to: words[1])
    response.fields += options.fields.map { (name: $0.key, value: $0.value) }
    response.fields.append(("Content-Length", String(response.body.count)))
    response.fields.append(("Connection", "close"))
    if words[0] == "HEAD" { response.body = Data() }
    try? connection.send(response.bytes)
  }

  private func response(to target: String) -> HTTPMessage {
    let path = String(target.prefix { $0 != "?" })
    guard let decoded = path.removingPercentEncoding, decoded.hasPrefix(options.basePath) else {
      return notFound(below: [])
    }
    let components = decoded.dropFirst(options.basePath.count).split(separator: "/").map(
      String.init)
    guard !components.contains("..") else { return notFound(below: []) }
    var file = components.reduce(folder) { $0.appending(path: $1) }
    let isFolder = try? file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory
    if isFolder == true {
      guard path.hasSuffix("/") else {
        let query = target.dropFirst(path.count)
        return HTTPMessage(
          startLine: "HTTP/1.1 301 Moved Permanently", fields: [("Location", "\(path)/\(query)")])
      }
      file.append(path: "index.html")
    } else if path.hasSuffix("/") {
      return notFound(below: components)
    }
    guard let bytes = try? Data(contentsOf: file) else { return notFound(below: components) }
    return HTTPMessage(
      startLine: "HTTP/1.1 200 OK",
      fields: [("Content-Type", contentType(of: file.pathExtension))], body: bytes)
  }

  /// The first folder's own `404.html`, as a server with a rule for each locale answers, else the
  /// site's.
  private func notFound(below components: [String]) -> HTTPMessage {
    let places = components.prefix(1).map { "\($0)/404.html" } + ["404.html"]
    let pages = places.lazy.compactMap { place in
      try? Data(contentsOf: self.folder.appending(path: place))
    }
    return HTTPMessage(
      startLine: "HTTP/1.1 404 Not Found", fields: [("Content-Type", contentType(of: "html"))],
      body: pages.first ?? Data("not found".utf8))
  }

  private func contentType(of fileExtension: String) -> String {
    switch fileExtension {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "json": "application/json"
    case "csv": "text/csv; charset=utf-8"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "xml": "application/xml"
    case "txt", "md": "text/plain; charset=utf-8"
    case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    default: "application/octet-stream"
    }
  }
}
