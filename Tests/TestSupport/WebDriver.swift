import Foundation

/// A chromedriver and one session of it: commands of W3C WebDriver go in, JSON comes out.
final class WebDriver {
  /// The driver's error.
  struct Failure: Error, CustomStringConvertible {
    /// WebDriver's name of the error, such as `no such element`.
    let name: String
    let message: String

    var description: String { "\(name): \(message)" }
  }

  private struct Reply<Value: Decodable>: Decodable {
    let value: Value
  }

  private let driver: RunningCommand
  private let port: Int
  private var session = ""

  /// Starts a driver and, in a browser of its own, a session with those capabilities.
  init(capabilities: JSONValue) throws {
    let program = try MissingTool.require(program: "chromedriver")
    _ = try MissingTool.require(program: "chromium")
    (driver, port) = try Self.start(program, attempts: 5)
    let created = try send(
      "POST", "/session", ["capabilities": ["alwaysMatch": capabilities]], as: JSONValue.self)
    session = "/session/\(created["sessionId"].string ?? "")"
  }

  /// Starts a driver.
  ///
  /// It asks for a free port of one address family and then for the same of the other, which somebody
  /// may have taken by then.
  private static func start(
    _ program: URL, attempts: Int
  ) throws -> (driver: RunningCommand, port: Int) {
    let driver = try RunningCommand(program, ["--port=0"])
    do {
      let port = try driver.waitForOutput(/started successfully on port (\d+)/)
      return (driver, Int(port) ?? 0)
    } catch  where attempts > 1 && (driver.output + driver.errors).contains("already in use") {
      return try start(program, attempts: attempts - 1)
    }
  }

  deinit {
    if !session.isEmpty { _ = try? send("DELETE", session, nil, as: JSONValue.self) }
    driver.send(signal: SIGTERM)
    _ = try? driver.waitForEnd(seconds: 10)
  }

  /// Asks for something of the session, such as `/url`.
  func get<Value: Decodable>(_ path: String, as type: Value.Type) throws -> Value {
    try send("GET", session + path, nil, as: type)
  }

  /// Gives the session a command and decodes its result.
  func post<Value: Decodable>(
    _ path: String, _ body: JSONValue, as type: Value.Type
  ) throws
    -> Value
  {
    try send("POST", session + path, body, as: type)
  }

  /// Gives the session a command that has no result.
  func post(_ path: String, _ body: JSONValue = [:]) throws {
    _ = try post(path, body, as: JSONValue.self)
  }

  private func send<Value: Decodable>(
    _ method: String, _ path: String, _ body: JSONValue?, as type: Value.Type
  ) throws -> Value {
    let response = try HTTPMessage.response(
      to: method, path, port: port, fields: [("Content-Type", "application/json")],
      body: try body.map { try JSONEncoder().encode($0) })
    guard response.status == 200 else {
      let value = try JSONDecoder().decode(Reply<JSONValue>.self, from: response.body).value
      throw Failure(name: value["error"].string ?? "", message: value["message"].string ?? "")
    }
    return try JSONDecoder().decode(Reply<Value>.self, from: response.body).value
  }
}
