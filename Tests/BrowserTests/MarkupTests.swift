import TestSupport
import Testing

/// Every page is HTML, as the Nu checker judges it.
@Suite struct MarkupTests {
  /// The checker is of 2020.
  ///
  /// The pages do not use the newer HTML that it does not know, so no message is excused: scripts
  /// add it (`site.js` the popover of the menu, `search.js` the role of the search box).
  @Test func thePagesPassTheNuChecker() throws {
    let site = try BuiltSite()
    let messages = try NuChecker().messages(about: [site.folder])
    #expect(messages.map(\.description) == [])
  }
}
