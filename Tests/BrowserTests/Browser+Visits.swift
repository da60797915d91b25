import Foundation
import TestSupport
import Testing

extension Browser {
  /// Expects that no page since the last call logged anything, and that the one that is shown
  /// loaded nothing from elsewhere.
  ///
  /// A refusal by the policy is a line of the log, and so is a request to another host, because
  /// no name resolves in this browser.
  func expectQuiet(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let log = try takeLog().map(\.description)
    #expect(log == [], sourceLocation: sourceLocation)
    let foreign = """
      return performance.getEntries().map((entry) => entry.name)
        .filter((name) => /^\\w+:/.test(name) && !name.startsWith(location.origin + '/'))
      """
    let loaded = try evaluate(foreign, as: [String].self)
    #expect(loaded == [], sourceLocation: sourceLocation)
  }

  /// Waits until the address ends like this, and expects it; percent-encoding is undone.
  func expectAddress(_ ending: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let script = "return document.readyState === 'complete' ? decodeURI(location.href) : ''"
    let limit = Date(timeIntervalSinceNow: 5)
    var address = ""
    while !address.hasSuffix(ending), Date() < limit {
      address = try evaluate(script, as: String.self)
    }
    #expect(address.hasSuffix(ending), sourceLocation: sourceLocation)
  }

  /// Expects that the element with that id is what the address leads to, and that a reader sees
  /// its beginning: on the screen and not under the page's head.
  func expectTarget(_ id: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let script = """
      const target = document.querySelector(':target');
      if (target?.id !== arguments[0]) return 'the target is ' + target?.id;
      const { left, top, width, height } = target.getBoundingClientRect();
      const seen = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
      return target.contains(seen) ? '' : 'it is covered by ' + seen?.outerHTML.slice(0, 200);
      """
    let complaint = try evaluate(script, .string(id), as: String.self)
    #expect(complaint == "", sourceLocation: sourceLocation)
  }

  /// Opens an address like a reader who does not care for motion, so that nothing is on its way.
  func visit(_ url: String) throws {
    try emulate(["prefers-reduced-motion": "reduce"])
    try open(url)
  }
}
