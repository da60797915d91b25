import Foundation

/// Deque's axe-core: what a program can find of a page's barriers.
public struct Axe {
  /// A rule that the page breaks.
  public struct Violation: Decodable, Sendable, CustomStringConvertible {
    /// An element that breaks it.
    public struct Node: Decodable, Sendable {
      /// The element's markup, cut short.
      public let html: String
      /// The fix.
      public let failureSummary: String?
    }

    /// The rule's name, such as `color-contrast`.
    public let id: String
    /// `minor`, `moderate`, `serious` or `critical`.
    public let impact: String?
    /// The rule's requirement.
    public let help: String
    /// The places that break it.
    public let nodes: [Node]

    /// The rule and every place.
    public var description: String {
      let places = nodes.map { "\n  \($0.html)\n    \($0.failureSummary ?? "")" }
      return "\(id): \(help)" + places.joined()
    }
  }

  /// The findings of axe on a page.
  public struct Audit: Decodable, Sendable {
    /// The rules that the page breaks.
    public let violations: [Violation]
    /// The rules that found something to judge on the page, broken or not.
    public let judged: [String]
  }

  private let source: String

  /// Reads axe-core from the test tools.
  public init() throws {
    let file = try Project.testToolPackages().appending(path: "axe_playwright_python/axe.min.js")
    source = try String(
      contentsOf: MissingTool.require(file, hint: MissingTool.makeTest), encoding: .utf8)
  }

  /// Checks the page that a browser shows against WCAG 2.2 A and AA and axe's own good practice.
  public func violations(in browser: Browser) throws -> [Violation] {
    try audit(browser).violations
  }

  /// Checks the page like ``violations(in:)`` and tells which rules had something to judge.
  ///
  /// - Parameter rules: the only rules to check; nil for all of those levels.
  public func audit(_ browser: Browser, rules: [String]? = nil) throws -> Audit {
    let only = (rules ?? []).map { "'\($0)'" }.joined(separator: ", ")
    // The size of targets is the one rule of WCAG 2.2 AA that axe leaves off unless asked. Axe
    // takes most of its time to list the rules that pass, which nobody reads.
    let check = """
      const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const only = [\(only)];
      const runOnly = only.length ? { type: 'rule', values: only } : { type: 'tag', values };
      const rules = only.length ? {} : { 'target-size': { enabled: true } };
      return axe.run(document, { runOnly, rules, resultTypes: ['violations'], selectors: false })
        .then(({ violations, passes }) => ({
          violations, judged: [...violations, ...passes].map((rule) => rule.id)
        }));
      """
    // A page that reloads in between has no axe again, so one script brings it and uses it.
    let audit = try browser.evaluate(
      "if (!('axe' in window)) return null;\n" + check, as: Audit?.self)
    return try audit ?? browser.evaluate(source + ";\n" + check, as: Audit.self)
  }
}
