/// What is beyond the limits that `guide.yml` sets.
enum BrokenLimits {
  static let all: [BrokenGuide] = [
    guide("a line", "line_bytes: 10", "0123456789⟦abc\n", "limit/line-length"),
    guide("quotations in each other", "nesting: 2", "> a\n\n> > > ⟦a\n", "limit/nesting"),
    guide("images", "images: 1", "![a](b.png) ⟦![c](d.png)\n", "limit/images"),
    guide("columns", "columns: 1", "⟦a | b\n--- | ---\nc | d\n", "limit/columns"),
    guide("cells", "cells: 2", "a | b\n--- | ---\nc | d\n⟦e | f\n", "limit/cells"),
    BrokenGuide(
      "a large file",
      [
        "guide.yml": settings("file_bytes: 100"),
        "en/page.md": String(repeating: "a b ", count: 26),
      ],
      whole: ["en/page.md limit/file-size"]),
    BrokenGuide(
      "many files", ["guide.yml": settings("files: 8"), "en/more/page.md": "# Page\n"],
      whole: ["en/more limit/files"]),
  ]

  private static func guide(
    _ name: String, _ limit: String, _ text: String, _ rule: String
  ) -> BrokenGuide {
    BrokenGuide(name, ["guide.yml": settings(limit), "en/page.md": text], rule)
  }

  private static func settings(_ limit: String) -> String {
    (BrokenGuide.sound["guide.yml"] ?? "") + "limits: {\(limit)}\n"
  }
}
