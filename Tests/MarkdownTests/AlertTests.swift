import Testing

@testable import Markdown

@Suite struct AlertTests {
  private func alert(_ kind: String, _ content: String) -> String {
    """
    <div class="alert alert-\(kind)" role="note">
    <p class="alert-title">\(kind.uppercased())</p>
    \(content)</div>

    """
  }

  @Test(arguments: AlertKind.allCases, [true, false])
  func allFiveKindsInEitherCase(kind: AlertKind, isUpper: Bool) throws {
    let name = isUpper ? kind.rawValue.uppercased() : kind.rawValue
    let parsed = try Parsed("> [!\(name)]\n> Text *here*.\n")
    #expect(parsed.html == alert(kind.rawValue, "<p>Text <em>here</em>.</p>\n"))
    #expect(parsed.messages.isEmpty)
    #expect(parsed.document.markup?.marks.map(\.hole) == [.alertTitle(kind)])
  }

  @Test(arguments: [
    ("> [!NOTE] Text\n", "<p>Text</p>\n"), ("> [!NOTE]\n", ""),
    ("> [!NOTE]\n>\n> Text\n", "<p>Text</p>\n"),
    ("> [!NOTE]  \n> Text\n", "<p>Text</p>\n"), ("> [!NOTE]\\\n> Text\n", "<p>Text</p>\n"),
    ("> [!NOTE]**Text**\n", "<p><strong>Text</strong></p>\n"),
    (">[!NOTE]\nlazy\n", "<p>lazy</p>\n"),
    ("> [!NOTE]\n> - a\n> - b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ("> [!NOTE]\n> a\n>\n> b\n", "<p>a</p>\n<p>b</p>\n"),
    ("> [!NOTE] a\n> b\n", "<p>a\nb</p>\n"),
  ]) func theMarkerStandsAloneOrBeforeText(markdown: String, content: String) throws {
    #expect(try Parsed(markdown).html == alert("note", content))
  }

  @Test func anAlertInAListStaysInItsItem() throws {
    let parsed = try Parsed("- a\n\n  > [!TIP]\n  > b\n")
    #expect(parsed.html == "<ul>\n<li>\n<p>a</p>\n\(alert("tip", "<p>b</p>\n"))</li>\n</ul>\n")
  }

  @Test func anAlertCanHoldATable() throws {
    let parsed = try Parsed("> [!TIP]\n> a | b\n> --|--\n> c | d\n")
    #expect(parsed.html.hasPrefix("<div class=\"alert alert-tip\""))
    #expect(parsed.html.contains("<th>a</th>") && parsed.html.contains("<td>d</td>"))
    #expect(
      parsed.html.hasSuffix("</table></div>\n") || parsed.html.hasSuffix("</table>\n</div>\n"))
  }

  @Test(arguments: [
    ("> [!NOTEX]\n> a\n", "did you mean 'note'?"),
    ("> [!Warnung]\n> a\n", "did you mean 'warning'?"),
    ("> [!XXXXXXX]\n> a\n", nil),
  ]) func anUnknownKindIsReportedAndStaysText(markdown: String, hint: String?) throws {
    let parsed = try Parsed(markdown)
    #expect(parsed.html.hasPrefix("<blockquote>\n<p>[!"))
    #expect(parsed.diagnostics.map(\.id) == [.alertUnknown])
    #expect(parsed.diagnostics.map(\.location.description) == ["guide.md:1:1"])
    #expect(parsed.diagnostics.first?.hint == hint)
  }

  @Test(arguments: [
    "> Text [!NOTE]\n", "> \\[!NOTE]\n> a\n", "[!NOTE]\n", "> **[!NOTE]**\n", "> [!]\n",
    "> `[!NOTE]`\n",
    "> [! NOTE]\n",
  ]) func whatIsNoMarkerIsText(markdown: String) throws {
    let parsed = try Parsed(markdown)
    #expect(!parsed.html.contains("<div"))
    #expect(parsed.messages.isEmpty)
  }
}
