/// Guides with more of something than `limits` allows.
enum BrokenLimits {
  /// A guide with limits of its own and a document that goes beyond one of them.
  private static func guide(
    _ name: String, _ limits: String, _ text: String, _ rules: String...
  ) -> BrokenGuide {
    var guide = BrokenGuide(
      name,
      [
        "guide.yml": "source_locale: en\nlocales: [en, de]\nparties: [provider, customer]\n"
          + "limits: {\(limits)}\n", "en/page.md": text,
      ])
    guide.rules = rules
    return guide
  }

  static let all: [BrokenGuide] =
    [
      guide(
        "a line too long", "line_bytes: 10", "# A\n\n0123456789⟦ab\n", "limit/line-length"),
      guide(
        "a line too long in wide characters", "line_bytes: 12", "# 가\n\n가나다라⟦마\n",
        "limit/line-length"),
      guide("too much markup", "marks: 6", "*a* *b*\n\n⟦*c* *d*\n", "limit/marks"),
      guide("quotations too deep", "nesting: 2", "> a\n\n> > > ⟦b\n", "limit/nesting"),
      guide("lists too deep", "nesting: 2", "- a\n  - b\n    - ⟦c\n", "limit/nesting"),
      guide(
        "too many images", "images: 1", "![a](a.png) ⟦![b](b.png)\n", "limit/images"),
      guide(
        "too many columns", "columns: 2", "# A\n\n⟦a|b|c\n-|-|-\nd|e|f\n",
        "limit/columns"),
      guide(
        "too many cells", "cells: 4", "a|b\n-|-\nc|d\ne|f\n⟦g|h\n", "limit/cells"),
    ]
    + [
      BrokenGuide(
        "a file too large",
        [
          "guide.yml": "source_locale: en\nlocales: [en, de]\nparties: [provider, customer]\n"
            + "limits: {file_bytes: 200}\n",
          "en/page.md": String(repeating: "text\n", count: 50),
        ], whole: ["en/page.md limit/file-size"]),
      BrokenGuide(
        "too many files",
        [
          "guide.yml": "source_locale: en\nlocales: [en, de]\nparties: [provider, customer]\n"
            + "limits: {files: 3}\n"
        ],
        whole: [
          "de guide/locale-without-documents", "de limit/files",
          "de/locale.yml locale/file-missing",
          "en guide/locale-without-documents", "en/locale.yml locale/file-missing",
        ]),
    ]
}
