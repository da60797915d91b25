import Foundation
import TestSupport
import Testing

@Suite struct StaticServerTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder(files: [
      "index.html": "home", "404.html": "no such page", "de-DE/404.html": "keine solche Seite",
      "de-DE/index.html": "Start", "assets/site.css": "body {}", "a b.txt": "spaced",
    ])
  }

  struct Expectation: Sendable {
    let target: String
    let status: Int
    let body: String
    let type: String?
  }

  @Test(arguments: [
    Expectation(target: "/", status: 200, body: "home", type: "text/html; charset=utf-8"),
    Expectation(target: "/?q=x", status: 200, body: "home", type: "text/html; charset=utf-8"),
    Expectation(target: "/de-DE/", status: 200, body: "Start", type: "text/html; charset=utf-8"),
    Expectation(target: "/de-DE?q=x", status: 301, body: "", type: nil),
    Expectation(
      target: "/assets/site.css", status: 200, body: "body {}", type: "text/css; charset=utf-8"),
    Expectation(
      target: "/a%20b.txt", status: 200, body: "spaced", type: "text/plain; charset=utf-8"),
    Expectation(
      target: "/nowhere/", status: 404, body: "no such page", type: "text/html; charset=utf-8"),
    Expectation(
      target: "/de-DE/nowhere/", status: 404, body: "keine solche Seite",
      type: "text/html; charset=utf-8"),
    Expectation(
      target: "/index.html/", status: 404, body: "no such page", type: "text/html; charset=utf-8"),
    Expectation(
      target: "/..%2f..%2fetc/passwd", status: 404, body: "no such page",
      type: "text/html; charset=utf-8"),
  ])
  func answers(_ expected: Expectation) throws {
    let server = try StaticServer(serving: folder.url)
    let response = try HTTPMessage.response(to: "GET", expected.target, port: server.port)
    #expect(response.status == expected.status)
    #expect(response.text == expected.body)
    #expect(response["Content-Type"] == expected.type)
    #expect(response["Content-Security-Policy"] == "default-src 'self'")
    #expect(server.takeRequests() == [expected.target])
  }

  @Test func aFolderWithoutItsSlashKeepsTheQuery() throws {
    let server = try StaticServer(serving: folder.url)
    let response = try HTTPMessage.response(to: "GET", "/de-DE?q=x", port: server.port)
    #expect(response["Location"] == "/de-DE/?q=x")
  }

  @Test func theBasePathIsPartOfEveryAddress() throws {
    let options = StaticServer.Options(basePath: "/guide/", fields: [:])
    let server = try StaticServer(serving: folder.url, options: options)
    #expect(try HTTPMessage.response(to: "GET", "/guide/de-DE/", port: server.port).text == "Start")
    #expect(try HTTPMessage.response(to: "GET", "/de-DE/", port: server.port).status == 404)
  }

  @Test func headHasNoBody() throws {
    let server = try StaticServer(serving: folder.url)
    let response = try HTTPMessage.response(to: "HEAD", "/", port: server.port)
    #expect(response["Content-Length"] == "4")
    #expect(response.body.isEmpty)
  }

  @Test func thePortIsFreeAgainAfterwards() throws {
    var server: StaticServer? = try StaticServer(serving: folder.url)
    let port = try #require(server?.port)
    server = nil
    let limit = Date(timeIntervalSinceNow: 5)
    while (try? HTTPMessage.response(to: "GET", "/", port: port)) != nil, Date() < limit {
      Thread.sleep(forTimeInterval: 0.01)
    }
    #expect(throws: (any Error).self) {
      try HTTPMessage.response(to: "GET", "/", port: port)
    }
  }
}
