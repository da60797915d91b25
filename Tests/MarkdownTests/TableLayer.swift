import Base

@testable import Markdown

/// The table layer alone, rendered by cmark's safe mode, so that raw HTML is left out as the
/// `cmark-gfm` command leaves it out.
func renderTables(_ markdown: String) -> String? {
  let source = Array(markdown.utf8)
  let rewritten = try? TableRewriter.rewrite(source, firstLine: 1)
  guard let tree = MarkdownTree(rewritten?.bytes ?? source) else { return nil }
  let layouts = rewritten?.tables ?? []
  let places = PlaceFinder(
    SourceFile(path: "guide.md", bytes: source), firstLine: 1, movedLines: rewritten?.lines ?? [])
  let outline = TreeOutliner.outline(
    tree, layouts, TreeEdits(), places,
    .init(key: "guide", locale: "en", isResponsibilityDocument: false))
  var tables = TableBuilder(layouts, isResponsibilityDocument: false)
  tables.build(outline.cells)
  let marked = tree.html()
  var bytes: [UInt8] = []
  marked.append(to: &bytes) { hole, output in
    switch hole {
    case .tableStart: output += Array("<table>".utf8)
    case .tableEnd: output += Array("</table>".utf8)
    case .cellAlignment(let alignment): output += Array(" align=\"\(alignment)\"".utf8)
    default: output += Array("?".utf8)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
