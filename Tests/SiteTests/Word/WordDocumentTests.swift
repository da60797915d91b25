import Base
import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import Site

/// HTML as WordprocessingML: well-formed whatever the text, with the structure that Word knows.
@Suite struct WordDocumentTests {
  private static let facts = WordDocument.Facts(
    title: "A & <B>", head: ("Guide \"1\"", "May 1"), language: "en-US", isRightToLeft: false,
    date: "2026-01-31")

  /// The parts of a document by their names.
  private func parts(
    _ html: String, _ facts: WordDocument.Facts = facts
  ) throws -> [String: Data] {
    let bytes = try WordDocument(Array(html.utf8), facts).bytes()
    let folder = try TemporaryFolder()
    try folder.write(Data(bytes), to: "a.docx")
    let result = try run(
      URL(filePath: "/usr/bin/unzip"), ["-q", "a.docx", "-d", "parts"], in: folder.url)
    try #require(result.status == 0, "\(result.errors)")
    return try FolderContents(of: folder.file("parts")).files
  }

  /// The document's part, once every part is well-formed XML.
  private func document(_ html: String, _ facts: WordDocument.Facts = facts) throws -> String {
    let parts = try parts(html, facts)
    for (name, bytes) in parts where name.hasSuffix(".xml") || name.hasSuffix(".rels") {
      let parser = XMLParser(data: bytes)
      #expect(parser.parse(), "\(name): \(parser.parserError.map(String.init(describing:)) ?? "")")
    }
    return String(decoding: parts["word/document.xml"] ?? Data(), as: UTF8.self)
  }

  private func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.appendEscapingHTML(text.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The texts of the runs of a part, as XML's readers get them.
  private func texts(_ document: String) throws -> String {
    final class Collector: NSObject, XMLParserDelegate {
      var isText = false
      var text = ""
      func parser(
        _: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
      ) { isText = name == "w:t" }
      func parser(
        _: XMLParser, didEndElement _: String, namespaceURI: String?, qualifiedName: String?
      ) { isText = false }
      func parser(_: XMLParser, foundCharacters text: String) { if isText { self.text += text } }
    }
    let collector = Collector()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = collector
    #expect(parser.parse())
    return collector.text
  }

  @Test func everyCharacterIsTextOrReplaced() throws {
    let all = (0..<0x3000).map { UInt32($0) } + [0xFFFD, 0xFFFE, 0xFFFF, 0x1F600, 0x10FFFF]
    let scalars = all.compactMap(Unicode.Scalar.init)
    let text = String(String.UnicodeScalarView(scalars))
    let expected = String(
      String.UnicodeScalarView(
        scalars.compactMap { scalar in
          switch scalar.value {
          case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20: nil
          case 0..<0x20, 0xFFFE, 0xFFFF: "\u{FFFD}"
          default: scalar
          }
        }))
    for html in [
      "<p>\(escaped(text))</p>", "<h2>\(escaped(text))</h2>", "<pre>\(escaped(text))</pre>",
    ] {
      let found = try texts(try document("<div class=\"book\">\(html)</div>"))
      let kept = found.unicodeScalars.filter {
        ![0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20].contains($0.value)
      }
      #expect(
        kept.filter { $0.value != 0xFFFD }.elementsEqual(
          expected.unicodeScalars.filter { $0.value != 0xFFFD }))
    }
    let facts = WordDocument.Facts(
      title: text, head: (text, text), language: text, isRightToLeft: true, date: "2026-01-31")
    _ = try document("<p title=\"\(escaped(text))\">a</p>", facts)
  }

  @Test func generatedMarkupIsWellFormed() throws {
    var random = RandomNumbers(seed: 20)
    let names = [
      "p", "div", "ul", "ol", "li", "table", "thead", "tbody", "tr", "td", "th", "caption",
      "blockquote", "pre",
      "code", "strong", "em", "a", "span", "h2", "h3", "h6", "dl", "dt", "dd", "details", "summary",
      "br", "hr",
      "img", "input", "sup", "section",
    ]
    let attributes = [
      " id=\"a\"", " id=\"b\"", " href=\"#a\"", " href=\"https://x.example/?a&amp;b\"",
      " href=\"javascript:1\"",
      " class=\"chip chip-a\"", " class=\"footnotes\"", " class=\"footnote-ref\"", " colspan=\"3\"",
      " rowspan=\"2\"", " colspan=\"9999999999\"", " dir=\"rtl\" lang=\"ar\"",
      " src=\"data:image/png;base64,!\"",
      " type=\"i\" start=\"7\"", " class=\"book-matrix\"", " class=\"book-table\"",
      " class=\"assignments\"",
      " class=\"book-contents\"", " hidden", " alt=\"&quot;&lt;\"",
    ]
    for _ in 0..<300 {
      var html = "<div class=\"book\">"
      for _ in 0..<random.number(in: 1...60) {
        switch random.number(in: 1...4) {
        case 1: html += escaped(random.pick(["a", " ", "\u{1}", "مرحبا b", "<&>\"'", "\n", "한국어"]))
        case 2: html += "</\(random.pick(names))>"
        default:
          html += "<\(random.pick(names))\(random.once(in: 2) ? random.pick(attributes) : "")>"
        }
      }
      let document = try document(html)
      #expect(!document.contains("javascript:"))
    }
  }

  @Test func structureIsWordsOwn() throws {
    let html = """
      <div class="book"><h1 class="book-title">T</h1>
      <nav class="book-contents"><h2>Contents</h2><ol><li><a href="#k">One</a></li></ol></nav>
      <article class="book-chapter" id="k"><h2>One</h2><h3>Sub</h3>
      <ol start="3"><li>third<ul><li>inner</li></ul></li></ol>
      <p><a href="https://x.example/?a&amp;b">out</a> <a href="#k">in</a> <a href="#none">nowhere</a></p>
      <p>Text<sup class="footnote-ref"><a href="#n">1</a></sup></p>
      <p dir="rtl" lang="ar">نص ABC نص</p>
      <table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td rowspan="2">x</td>
      <td>1</td></tr><tr><td>2</td></tr><tr><td colspan="2">wide</td></tr></tbody></table>
      <section class="footnotes"><ol><li id="n">The note.</li></ol></section></article></div>
      """
    let document = try document(html)
    for expected in [
      "<w:pStyle w:val=\"Title\"/>", "<w:pStyle w:val=\"Heading1\"/>",
      "<w:pStyle w:val=\"Heading2\"/>",
      " TOC \\o &quot;1-2&quot;", "<w:hyperlink w:anchor=\"_Ref1\">",
      "<w:bookmarkStart w:id=\"1\" w:name=\"_Ref1\"/>",
      "<w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/>", "<w:hyperlink r:id=\"rId1\">",
      "<w:footnoteReference w:id=\"1\"/>", "<w:bidi/>", "<w:lang w:val=\"ar\" w:bidi=\"ar\"/>",
      "<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>", "<w:gridSpan w:val=\"2\"/>", "<w:tblHeader/>",
    ] {
      let text = expected.replacing("&quot;", with: "\"")
      #expect(document.contains(text), "\(text)")
    }
    #expect(!document.contains("The note."))
    let parts = try parts(html)
    let text = { (name: String) in String(decoding: parts[name] ?? Data(), as: UTF8.self) }
    #expect(text("word/footnotes.xml").contains("The note."))
    #expect(text("word/numbering.xml").contains("<w:start w:val=\"3\"/>"))
    #expect(text("word/_rels/document.xml.rels").contains("https://x.example/?a&amp;b"))
    #expect(text("docProps/core.xml").contains("<dc:title>A &amp; &lt;B&gt;</dc:title>"))
    // Latin words in a text from right to left keep their own direction.
    #expect(document.contains("<w:t xml:space=\"preserve\">ABC</w:t>"))
  }

  @Test func picturesAreTold() throws {
    let png: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 8, 0, 0, 0, 4]
    #expect(PictureSize(png)?.width == 8)
    #expect(PictureSize(Array("GIF89a".utf8) + [3, 0, 2, 0])?.height == 2)
    let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 5, 0, 9, 1]
    #expect(PictureSize(jpeg)?.width == 9)
    #expect(PictureSize(jpeg)?.height == 5)
    for end in 0..<jpeg.count { _ = PictureSize(Array(jpeg[..<end])) }
    #expect(PictureSize(Array("<svg/>".utf8)) == nil)
    var data = Array("<p><img alt=\"Plan\" src=\"data:image/png;base64,".utf8)
    data.appendBase64(png)
    let parts = try parts(
      String(decoding: data, as: UTF8.self) + "\"><img alt=\"Other\" src=\"x.svg\"></p>")
    #expect(parts["word/media/image1.png"] == Data(png))
    let document = String(decoding: parts["word/document.xml"] ?? Data(), as: UTF8.self)
    #expect(document.contains("descr=\"Plan\""))
    #expect(document.contains(">Other<"))
  }

  @Test(arguments: [
    ("abc", false, ["abc"]), ("ab שלום cd", false, ["ab ", "שלום", " cd"]),
    ("שלום (ABC) 12", true, ["שלום (", "ABC", ") 12"]), ("Office 365", true, ["Office", " 365"]),
    ("", false, [""]), ("12", true, ["12"]),
  ])
  func directionsAreKept(text: String, isRightToLeft: Bool, parts: [String]) {
    #expect(DirectedText.parts(of: text, inRightToLeft: isRightToLeft).map(\.text) == parts)
  }
}
