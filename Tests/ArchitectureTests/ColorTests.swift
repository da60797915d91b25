import Foundation
import TestSupport
import Testing

/// The check of a guide's style sheet compares it with the colors of the site's own.
struct ColorTests {
  @Test func theCheckKnowsTheColorsOfTheSite() throws {
    let styles = try String(
      contentsOf: Project.templates.appending(path: "assets/site.css"), encoding: .utf8)
    let check = try String(
      contentsOf: Project.root.appending(path: "Sources/Guide/Rules/StyleSheet.swift"),
      encoding: .utf8)
    let known = check.matches(of: /"(--[a-z-]+)": \("(#[0-9a-f]{6})", "(#[0-9a-f]{6})"\)/)
    #expect(known.count == 7)
    for color in known {
      #expect(
        styles.contains("  \(color.1): light-dark(\(color.2), \(color.3));"), "\(color.1)")
    }
  }
}
