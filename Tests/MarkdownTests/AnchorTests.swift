import Testing

@testable import Markdown

@Suite struct AnchorTests {
  @Test(arguments: [
    ("# <a name=\"roles\"></a>Roles", "roles", "Roles"),
    ("# <a id='roles'></a> Roles", "roles", "Roles"),
    ("# Roles {#roles}", "roles", "Roles"), ("# Roles{#roles}", "roles", "Roles"),
    ("# Roles {#roles} #", "roles", "Roles"), ("# Roles <A NAME=roles></A>", "roles", "Roles"),
    ("# <a name=\"roles\">Roles</a>", "roles", "Roles"), ("# **Big** `code` {#x}", "x", "Big code"),
    ("# 역할 {#역할}", "역할", "역할"), ("Roles {#a}\n====", "a", "Roles"),
    ("# <a name=\"a\"/>Roles", "a", "Roles"),
  ]) func aHeadingsAnchorIsTaken(markdown: String, anchor: String, title: String) throws {
    let parsed = try Parsed(markdown)
    let heading = try #require(parsed.document.headings.first)
    #expect(heading.anchor == anchor)
    #expect(heading.title == title)
    #expect(parsed.html.hasPrefix("<h1 id=\"\(anchor)\">"))
    #expect(
      !parsed.html.contains("#") && !parsed.html.contains("<a") && !parsed.html.contains("&lt;"))
    #expect(parsed.messages.isEmpty)
  }

  /// Elements that go, that pass, and that nobody knows, around an id or beside it.
  @Test(arguments: [
    "iframe", "script", "style", "video", "font", "center", "object", "svg", "form", "input", "foo",
    "x-y", "u", "b", "span", "div", "td", "template", "title", "textarea",
  ]) func tagsDoNotTakeAnId(element: String) throws {
    for text in [
      "Roles {#roles} <e></e>", "Roles {#roles} <e>", "Roles {#roles}</e>",
      "Roles <e></e> {#roles}", "Roles {#roles}   <e>",
      "Roles <e> {#roles}", "<e>Roles</e> {#roles}", "<e>Roles {#roles}</e>",
      "Roles {#roles} <!-- x -->", "Roles {#roles} <e></e> <e></e>",
    ] where !text.hasPrefix("<e>") || ["font", "foo", "x-y", "u", "b", "span"].contains(element) {
      let line = text.replacing("<e>", with: "<\(element)>").replacing(
        "</e>", with: "</\(element)>")
      // A tag at a line's beginning can begin a block of HTML, which is not a heading.
      let underlined = line.hasPrefix("<") ? [] : ["\(line)\n---\n"]
      for markdown in ["## \(line)\n"] + underlined {
        let heading = try #require(try Parsed(markdown).document.headings.first, "\(markdown)")
        #expect(heading.anchor == "roles", "\(markdown)")
        #expect(!heading.title.contains("{"), "\(markdown)")
      }
      let row = try Parsed("T | D\n--|--\n\(line) | text\n", responsibilities: true)
        .document.rows.first
      #expect(row?.anchor == "roles", "\(line)")
    }
  }

  @Test(arguments: [
    ("# Roles {x}", "Roles {x}"), ("# Roles {#}", "Roles {#}"), ("# Roles {#a b}", "Roles {#a b}"),
    ("# {#x} Roles", "{#x} Roles"), ("# Roles `{#x}`", "Roles {#x}"), ("# Roles {#x", "Roles {#x"),
  ]) func whatIsNoAnchorIsText(markdown: String, title: String) throws {
    let heading = try #require(try Parsed(markdown).document.headings.first)
    #expect(heading.anchor == nil)
    #expect(heading.title == title)
  }

  @Test(arguments: [
    ("<a name=\"apps\"></a>Apps", "apps"), ("Apps {#apps}", "apps"),
    ("<a id=\"apps\"></a> Apps", "apps"),
    ("Apps", nil),
  ]) func aRowsAnchorStandsInItsTitle(cell: String, anchor: String?) throws {
    let parsed = try Parsed("T | D\n--|--\n\(cell) | text\n", responsibilities: true)
    let row = try #require(parsed.document.rows.first)
    #expect(row.anchor == anchor)
    #expect(row.title == "Apps")
    let id = anchor.map { " id=\"\($0)\"" } ?? ""
    #expect(parsed.html.contains("<tr\(id)>\n<th scope=\"row\" class=\"responsibility\">"))
    #expect(parsed.html.contains("Apps</th>"))
    #expect(parsed.messages.isEmpty)
  }

  @Test func anAnchorInRunningTextIsCollected() throws {
    let parsed = try Parsed("Text <a name=\"here\"></a>and\n<a id=\"there\"></a>that\n")
    #expect(parsed.document.anchors.map(\.name) == ["here", "there"])
    #expect(
      parsed.document.anchors.map(\.location.description) == ["guide.md:1:6", "guide.md:2:1"])
    #expect(parsed.html == "<p>Text <a id=\"here\"></a>and\n<a id=\"there\"></a>that</p>\n")
  }

  @Test func anAnchorAloneOnALineIsCollected() throws {
    let parsed = try Parsed("# A\n\n<a name=\"here\"></a>\n\ntext\n")
    #expect(parsed.document.anchors.map(\.name) == ["here"])
    #expect(parsed.document.anchors.map(\.location.description) == ["guide.md:3:1"])
    #expect(parsed.html.contains("<a id=\"here\"></a>"))
    #expect(!parsed.html.contains("&lt;"))
  }

  @Test func theFirstAnchorNamesTheHeadingAndTheSecondStaysInItsText() throws {
    let parsed = try Parsed("# <a name=\"a\"></a><a name=\"b\"></a>Title\n")
    #expect(parsed.document.headings[0].anchor == "a")
    #expect(parsed.document.anchors.map(\.name) == ["b"])
    #expect(parsed.html == "<h1 id=\"a\"><a id=\"b\"></a>Title</h1>\n")
  }
}
