import TestSupport
import Testing

/// Every page is HTML, as the Nu checker judges it.
@Suite struct MarkupTests {
  /// Something that the HTML Living Standard allows and the checker of 2020 does not know of.
  struct Newer: Sendable {
    let message: String
    /// The section of the standard that allows it.
    let section: String
  }

  static let newer = [
    Newer(
      message: "Attribute “popover” not allowed on element “nav” at this point.",
      section: "6.12 The popover attribute: a global attribute, with the value auto"),
    Newer(
      message: "Attribute “popovertarget” not allowed on element “button” at this point.",
      section: "6.12.1 The popover target attributes: on button, the id of a popover"),
    Newer(
      message: "Attribute “enterkeyhint” not allowed on element “input” at this point.",
      section: "6.8.10 Input modalities: the enterkeyhint attribute: global, with the value search"),
  ]

  @Test func thePagesPassTheNuChecker() throws {
    let site = try BuiltSite()
    let messages = try NuChecker().messages(about: [site.folder])
    let unknown = messages.filter { message in
      !Self.newer.contains { $0.message == message.message }
    }
    #expect(unknown.map(\.description) == [])
    for entry in Self.newer {
      #expect(messages.contains { $0.message == entry.message }, "no longer needed: \(entry)")
    }
  }
}
