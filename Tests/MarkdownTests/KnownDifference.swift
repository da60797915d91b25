@testable import Markdown

/// An intended difference from `cmark-gfm`, with its reason.
struct KnownDifference: Sendable {
  /// Why, in words.
  let reason: String
  /// Whether a document and what the reference makes of it give rise to the difference.
  let mayOccur: @Sendable (_ markdown: String, _ expected: String) -> Bool
  /// Takes what differs, and nothing else, out of either rendering.
  let withoutIt: @Sendable (_ html: String) -> String

  static let all = [
    KnownDifference(
      reason: """
        A definition right above a table's header is a definition to us, as everywhere else. \
        The reference shows it as text, and the links that name it are none.
        """,
      mayOccur: { markdown, expected in
        markdown.contains(/\[(ref|late)\]: \//) && expected.contains(/: \/(target|other|late)/)
      },
      withoutIt: { html in
        html.replacing(/<a href="\/[^>]*>|<\/a>|\[|\]/, with: "")
          .replacing(/(ref|late): \/\w+( (&quot;|')\w+(&quot;|'))?(<br \/>)?/, with: "")
          .replacing(/ref|late|\n/, with: "")
          .replacing("<p></p>", with: "")
      }),
    KnownDifference(
      reason: """
        A form feed at the edge of a cell is white space to us, as it is between cells. \
        The reference keeps it in the cell.
        """,
      mayOccur: { markdown, _ in markdown.contains("\u{000C}") },
      withoutIt: { $0.replacing(/[ \n\t\f]/, with: "") }),
    KnownDifference(
      reason: """
        The reference takes backslashes away before pipes in the lines above a table's header, \
        as if they were cells, so that they are lost in code and after a backslash.
        """,
      mayOccur: { markdown, expected in
        markdown.contains("\\|") && expected.contains(/<\/p>\n<table>|[^>]\n<table>/)
      },
      withoutIt: { $0.replacing("\\", with: "") }),
    KnownDifference(
      reason: """
        The reference takes a list for loose when one of its tables has no rows, although no \
        line is blank.
        """,
      mayOccur: { _, expected in
        expected.contains("</thead>\n</table>") && expected.contains("<li>")
      },
      withoutIt: { $0.replacing(/<p>|<\/p>|\n/, with: "") }),
    KnownDifference(
      reason: """
        The reference keeps the white space before a lazy continuation line, so that a leading \
        pipe in it parts an empty cell off, and the number of columns is wrong; to us it leads \
        the row.
        """,
      mayOccur: { markdown, _ in hasLazyLine(markdown, startingWith: "|", indented: true) },
      withoutIt: { _ in "" }),
    KnownDifference(
      reason: """
        A tag alone on a lazy continuation line begins an HTML block to the reference, which \
        follows CommonMark 0.29, and belongs to the paragraph since 0.30. What the block \
        swallows, the reference does not show.
        """,
      mayOccur: { markdown, _ in hasLazyLine(markdown, startingWith: "<", indented: false) },
      withoutIt: { _ in "" }),
    KnownDifference(
      reason: """
        A line of dashes below nothing but definitions underlines no heading and is text, from \
        which the reference can make a table's header; to us it never is one.
        """,
      mayOccur: { markdown, _ in
        markdown.contains(/\]: \/[^\n]*\n[ >]*(=+|-+)[ \t]*\r?\n/)
      },
      withoutIt: { $0.replacing(/<[^>]*>|[|:\-\s\\]/, with: "") }),
  ]

  private static func hasLazyLine(
    _ markdown: String, startingWith start: Unicode.Scalar, indented: Bool
  ) -> Bool {
    let bytes = Array(markdown.replacing("\r\n", with: "\n").utf8)
    var tracker = BlockTracker(nestingLimit: 50)
    var header: ArraySlice<UInt8>?
    for range in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(\.indices) {
      let line = tracker.track(bytes, range)
      let text = bytes[line.content..<range.upperBound]
      if line.role == .lazyContinuation, line.indentation > 0 || !indented,
        text.first == UInt8(ascii: start)
      {
        return true
      }
      if line.role == .paragraphContinuation, line.indentation < 4, let header,
        let columns = TableRow.alignments(text)?.count, TableRow(header)?.cells.count == columns
      {
        tracker.openTable()
      }
      let isParagraph = line.role != .other && line.role != .blank && line.role != .tableRow
      header = isParagraph ? text : nil
    }
    return false
  }

  /// The differences that together explain a mismatch; nil where they do not.
  static func explaining(
    _ markdown: String, _ expected: String, _ actual: String
  ) -> [KnownDifference]? {
    let possible = all.filter { $0.mayOccur(markdown, expected) }
    let explained = possible.reduce((expected, actual)) { pair, difference in
      (difference.withoutIt(pair.0), difference.withoutIt(pair.1))
    }
    let lost = words(expected).subtracting(words(actual)).subtracting(definitionWords)
    let losesNothing = lost.isEmpty || hasExcessCells(markdown) || actual.contains("omitted -->")
    return explained.0 == explained.1 && losesNothing ? possible : nil
  }

  /// Whether a table has text that the format itself drops.
  private static func hasExcessCells(_ markdown: String) -> Bool {
    let tables = (try? TableRewriter.rewrite(Array(markdown.utf8), firstLine: 1))?.tables ?? []
    return tables.contains { !$0.excess.isEmpty }
  }

  /// The content of definitions, which become links here and stay text in the reference.
  private static let definitionWords: Set<Substring> = [
    "ref", "late", "target", "other", "title", "x",
  ]

  private static func words(_ html: String) -> Set<Substring> {
    let separated = html.replacing(/<\/?a\b[^>]*>|[\[\]]/, with: " ")
    let text = separated.replacing(/<[^>]*>|[*_]/, with: "")
    return Set(text.split { !$0.isLetter && !$0.isNumber }.filter { Int($0) == nil })
  }
}
