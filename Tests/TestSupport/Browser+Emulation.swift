import Foundation

extension Browser {
  /// Sets the size of what a page has for itself, in CSS pixels.
  ///
  /// - Parameters:
  ///   - width: The width, 390 on a common phone.
  ///   - height: The height.
  ///   - isMobile: Whether it lays out as on a phone, by the page's viewport declaration.
  public func resize(width: Int, height: Int, isMobile: Bool = false) throws {
    try command(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .number(Double(width)), "height": .number(Double(height)),
        "deviceScaleFactor": 1, "mobile": .bool(isMobile),
      ])
  }

  /// Sets what the page's media queries see.
  ///
  /// - Parameters:
  ///   - type: `screen` or `print`.
  ///   - features: Features by name, such as `prefers-color-scheme: dark`.
  public func emulate(media type: String = "screen", _ features: [String: String] = [:]) throws {
    let list = features.map { ["name": .string($0.key), "value": .string($0.value)] as JSONValue }
    try command(
      "Emulation.setEmulatedMedia", ["media": .string(type), "features": .array(list)])
  }

  /// Takes JavaScript from the pages that are opened from now on, or gives it back.
  public func allowScripts(_ allowed: Bool) throws {
    try command("Emulation.setScriptExecutionDisabled", ["value": .bool(!allowed)])
  }

  /// The page as it would be printed: a PDF on A4 paper with the page's own margins and size.
  public func printed() throws -> Data {
    let printed = try command(
      "Page.printToPDF",
      ["paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true])
    return printed["data"].string.flatMap { Data(base64Encoded: $0) } ?? Data()
  }

  /// Gives the browser a command of the Chrome DevTools Protocol.
  @discardableResult
  public func command(_ name: String, _ parameters: JSONValue = [:]) throws -> JSONValue {
    try driver.post(
      "/goog/cdp/execute", ["cmd": .string(name), "params": parameters], as: JSONValue.self)
  }
}
