/// An element of the page that a browser shows.
public struct BrowserElement {
  fileprivate static let identifierName = "element-6066-11e4-a52e-4f735466cecf"

  fileprivate let browser: Browser
  fileprivate let identifier: String

  private var path: String { "/element/\(identifier)" }

  /// The text as a reader sees it: nothing hidden, white space folded.
  public func text() throws -> String {
    try browser.driver.get("\(path)/text", as: String.self)
  }

  /// An attribute as it is written, or nil.
  public func attribute(_ name: String) throws -> String? {
    let element: JSONValue = [Self.identifierName: .string(identifier)]
    return try browser.evaluate(
      "return arguments[0].getAttribute(arguments[1])", element, .string(name), as: String?.self)
  }

  /// The role that assistive technology is told.
  public func role() throws -> String {
    try browser.driver.get("\(path)/computedrole", as: String.self)
  }

  /// The name that assistive technology is told.
  public func label() throws -> String {
    try browser.driver.get("\(path)/computedlabel", as: String.self)
  }

  /// Whether a reader can see it.
  public func isDisplayed() throws -> Bool {
    try browser.driver.get("\(path)/displayed", as: Bool.self)
  }

  /// Scrolls to it and clicks it, as a reader would: what covers it is an error.
  public func click() throws {
    try browser.driver.post("\(path)/click")
  }

  /// Types into it.
  public func type(_ text: String) throws {
    try browser.driver.post("\(path)/value", ["text": .string(text)])
  }

  /// Empties a field.
  public func clear() throws {
    try browser.driver.post("\(path)/clear")
  }
}

extension Browser {
  /// The first element that a CSS selector finds; none is an error.
  public func element(_ selector: String) throws -> BrowserElement {
    let found = try driver.post(
      "/element", ["using": "css selector", "value": .string(selector)], as: JSONValue.self)
    return element(found)
  }

  /// All elements that a CSS selector finds, in the order of the document.
  public func elements(_ selector: String) throws -> [BrowserElement] {
    let found = try driver.post(
      "/elements", ["using": "css selector", "value": .string(selector)], as: [JSONValue].self)
    return found.map { element($0) }
  }

  /// The texts of all elements that a CSS selector finds, as a reader sees them.
  public func texts(_ selector: String) throws -> [String] {
    try elements(selector).map { try $0.text() }
  }

  /// The element that has the focus.
  public func focusedElement() throws -> BrowserElement {
    element(try driver.get("/element/active", as: JSONValue.self))
  }

  /// Presses keys where the focus is; see ``Key`` for those without a character.
  public func press(_ keys: String) throws {
    let actions = keys.flatMap { key -> [JSONValue] in
      let value = JSONValue.string(String(key))
      return [["type": "keyDown", "value": value], ["type": "keyUp", "value": value]]
    }
    try driver.post(
      "/actions", ["actions": [["type": "key", "id": "keyboard", "actions": .array(actions)]]])
  }

  private func element(_ found: JSONValue) -> BrowserElement {
    BrowserElement(browser: self, identifier: found[BrowserElement.identifierName].string ?? "")
  }
}

/// The keys that have no character, as WebDriver writes them.
public enum Key {
  /// Moves the focus on.
  public static let tab = "\u{E004}"
  /// Submits or follows.
  public static let enter = "\u{E007}"
  /// Closes.
  public static let escape = "\u{E00C}"
  /// Up.
  public static let up = "\u{E013}"
  /// Down.
  public static let down = "\u{E015}"
}
