import Foundation

/// A Chromium with a fresh profile, driven over WebDriver; it ends when nothing refers to it.
///
/// No name but 127.0.0.1 resolves in it, so a page that asks another host for something fails.
public final class Browser {
  /// The settings of a reader.
  public struct Reader: Sendable {
    /// The languages that the browser asks for, the preferred one first.
    public var languages: [String]
    /// The window's inner size in CSS pixels.
    public var width: Int
    /// The window's inner height in CSS pixels.
    public var height: Int

    /// Makes a reader, of English at a desk unless told.
    public init(languages: [String] = ["en-US"], width: Int = 1440, height: Int = 900) {
      self.languages = languages
      self.width = width
      self.height = height
    }
  }

  /// A line of the browser's console; what a Content Security Policy refused is one, too.
  public struct LogEntry: Decodable, Sendable, CustomStringConvertible {
    /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
    public let level: String
    /// The source with line and column, and the text.
    public let message: String

    /// Level and message.
    public var description: String { "\(level): \(message)" }
  }

  let driver: WebDriver
  private let profile: TemporaryFolder

  /// Starts a browser.
  public init(_ reader: Reader = Reader()) throws {
    profile = try TemporaryFolder()
    driver = try WebDriver(capabilities: [
      "browserName": "chrome",
      "goog:loggingPrefs": ["browser": "ALL"],
      "goog:chromeOptions": [
        "args": [
          "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
          "--no-first-run", "--disable-background-networking", "--disable-component-update",
          "--disable-sync", "--force-color-profile=srgb",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
          .string("--user-data-dir=\(profile.url.path)"),
        ],
        "prefs": ["intl.accept_languages": .string(reader.languages.joined(separator: ","))],
      ],
    ])
    try resize(width: reader.width, height: reader.height)
  }

  /// Opens an address and waits until the page has loaded.
  public func open(_ url: String) throws {
    try driver.post("/url", ["url": .string(url)])
  }

  /// Loads the page again.
  public func reload() throws {
    try driver.post("/refresh")
  }

  /// Goes one step back in the history.
  public func goBack() throws {
    try driver.post("/back")
  }

  /// The address that the browser shows.
  public func url() throws -> String {
    try driver.get("/url", as: String.self)
  }

  /// The page's title.
  public func title() throws -> String {
    try driver.get("/title", as: String.self)
  }

  /// Runs the body of a function in the page, whatever its Content Security Policy, and decodes
  /// what it returns; a promise is waited for.
  public func evaluate<Value: Decodable>(
    _ script: String, _ arguments: JSONValue..., as type: Value.Type
  ) throws -> Value {
    try driver.post(
      "/execute/sync", ["script": .string(script), "args": .array(arguments)], as: type)
  }

  /// Runs the body of a function in the page for what it does.
  public func execute(_ script: String, _ arguments: JSONValue...) throws {
    try driver.post("/execute/sync", ["script": .string(script), "args": .array(arguments)])
  }

  /// Waits until the body of a function returns something true; its result is decoded.
  @discardableResult
  public func waitFor<Value: Decodable>(
    _ script: String, seconds: Double = 10, as type: Value.Type = Bool.self
  ) throws -> Value {
    let limit = Date(timeIntervalSinceNow: seconds)
    while true {
      let isTrue = try evaluate("return Boolean((() => { \(script) })())", as: Bool.self)
      if isTrue { return try evaluate(script, as: type) }
      guard Date() < limit else {
        throw WebDriver.Failure(name: "timeout", message: "waited in vain for \(script)")
      }
      Thread.sleep(forTimeInterval: 0.03)
    }
  }

  /// The console's lines since the last call.
  public func takeLog() throws -> [LogEntry] {
    try driver.post("/se/log", ["type": "browser"], as: [LogEntry].self)
  }

  /// The window's content as PNG.
  public func screenshot() throws -> Data {
    let text = try driver.get("/screenshot", as: String.self)
    return Data(base64Encoded: text) ?? Data()
  }
}
