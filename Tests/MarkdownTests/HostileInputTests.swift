import Foundation
import Testing

@testable import Markdown

/// Input that is built to take long takes no longer than its length allows.
@Suite(.serialized) struct HostileInputTests {
  struct Input: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let markdown: @Sendable (_ count: Int) -> String

    init(_ description: String, _ markdown: @escaping @Sendable (Int) -> String) {
      (testDescription, self.markdown) = (description, markdown)
    }
  }

  static let inputs = [
    Input("links on one line") { String(repeating: "책 [a](b) ", count: $0) },
    Input("links in one cell") { "a|b\n-|-\nc|" + String(repeating: "[a](b)\\| ", count: $0) },
    Input("tags that never close") {
      String(repeating: "<b>", count: $0) + String(repeating: "</i>", count: $0)
    },
    Input("comments that never end") { "<!--" + String(repeating: "<!-- ", count: $0) },
    Input("tags in a block") { "<div>\n" + String(repeating: "<a <b c='d'> ", count: $0) },
    Input("breaks in a cell") { "a|b\n-|-\nc|" + String(repeating: "x<br>- ", count: $0) },
    Input("breaks at ends of lines") { String(repeating: "[a](b)\\\n", count: $0) },
    Input("delimiter rows") { "a\n" + String(repeating: "-|-\n", count: $0) },
    Input("bare addresses") { String(repeating: "https://a.example/(b) ", count: $0) },
    Input("addresses in one word") { "x" + String(repeating: "_www.a_www.b", count: $0) },
    Input("schemes in one word") { String(repeating: "http://a_http://", count: $0) },
    Input("brackets behind an address") {
      "https://a.example/" + String(repeating: ")", count: $0)
    },
    Input("at signs") { String(repeating: "a@a", count: $0) + ".b" },
    Input("tildes that never close") { String(repeating: "~a ~~b ", count: $0) },
    Input("tildes that may do both") { String(repeating: "a~b~~", count: $0) },
    Input("strikethrough in itself") {
      String(repeating: "~a ~~b ", count: $0) + String(repeating: "b~~ a~ ", count: $0)
    },
    Input("references to nothing") { String(repeating: "[^a[^b] ", count: $0) },
    Input("references to one footnote") { String(repeating: "[^a] ", count: $0) + "\n\n[^a]: b" },
    Input("footnotes") {
      (0..<$0).map { "[^\($0)] " }.joined() + "\n\n"
        + (0..<$0).map { "[^\($0)]: a[^\($0 + 1)]\n" }.joined()
    },
    Input("footnotes in quotations") { String(repeating: "> [^a]: b\n\n", count: $0) },
    Input("tasks") { String(repeating: "- [x] a\n", count: $0) },
    Input("escapes beside tildes") { String(repeating: "\\~&amp;~~ ", count: $0) },
    Input("control characters") { String(repeating: "\u{1}", count: $0) },
  ]

  @Test(arguments: inputs) func timeGrowsAsLengthDoes(input: Input) throws {
    let short = try seconds(input.markdown(500))
    let long = try seconds(input.markdown(4000))
    #expect(long < short * 24 + 0.1, "\(short) and \(long)")
  }

  /// The time that this thread alone spends, whatever else the machine does.
  private func seconds(_ markdown: String) throws -> Double {
    let bytes = Array(markdown.utf8)
    let start = threadTime()
    _ = try Parsed(bytes: bytes, responsibilities: true)
    return threadTime() - start
  }

  private func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test func emphasisIsNestedWithoutEnd() throws {
    let stars = String(repeating: "*", count: 40_000)
    let parsed = try Parsed("a|b\n-|-\nc|x<br>\(stars)d\(stars)<br>- e\n", responsibilities: true)
    #expect(try parsed.document.texts().clauses == [["x\nd\ne"]])
  }

  @Test func aWideHeaderAboveShortRowsDoesNotGrowWithoutBound() throws {
    let columns = 1000
    let header = String(repeating: "|a", count: columns) + "\n"
    let delimiter = String(repeating: "|-", count: columns) + "\n"
    let parsed = try Parsed(header + delimiter + String(repeating: "row\n", count: 1000))
    #expect(try parsed.document.body.html().bytes.count < 1_500_000)
    #expect(parsed.html.matches(of: /row/).count == 1000)
    #expect(parsed.html.contains("</table>\n<p>row\nrow"))
  }
}
