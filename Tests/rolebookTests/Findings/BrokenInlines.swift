/// Defects of running text, each in every place where running text can be.
enum BrokenInlines {
  /// The defect and its place; a link to `other.md` is valid.
  static let defects: [(name: String, text: String, rule: String)] = [
    ("a document that is not here", "⟦[x](gone.md)", "link/unresolved"),
    ("a folder that is not here", "⟦[x](gone/)", "link/unresolved"),
    ("a page of no party", "⟦[x](parties/nobody/)", "link/unresolved"),
    ("a matrix of no document", "⟦[x](matrix/other/)", "link/unresolved"),
    ("a page of the site that is not there", "⟦[x](/de/matrx/)", "link/unresolved"),
    ("a document of the site that is not there", "⟦[x](/en/gone/)", "link/unresolved"),
    ("an anchor that is not here", "⟦[x](#gone)", "link/fragment-missing"),
    ("an anchor that another document lacks", "⟦[x](other.md#gone)", "link/fragment-missing"),
    ("an anchor that a page of the site lacks", "⟦[x](/en/other/#gone)", "link/fragment-missing"),
    ("a row that no matrix has", "⟦[x](matrix/#other--gone)", "link/fragment-missing"),
    ("a row that the site's matrix lacks", "⟦[x](/de/matrix/#gone)", "link/fragment-missing"),
    ("a script", "⟦[x](javascript:a)", "link/unsafe-scheme"),
    ("another host without scheme", "⟦[x](//host/a)", "link/unsafe-scheme"),
    ("an image that is not here", "⟦![x](gone.png)", "link/image-missing"),
    ("an image of the site that is not there", "⟦![x](/en/gone.png)", "link/image-missing"),
    ("a page that somebody wrote", "⟦[x](tool.html)", "link/file-refused"),
    ("a file named as the site's", "⟦[x](matrix.csv)", "link/file-refused"),
    ("an image on another host", "⟦![x](https://a.example/b.png)", "link/external-image"),
    ("an element that is not allowed", "⟦<iframe src=\"x\">", "document/html-dropped"),
    ("an element that never closes", "⟦<kbd>x", "document/html-unpaired"),
    ("an anchor that begins with an underscore", "⟦<a name=\"_x\"></a>", "document/invalid-anchor"),
    ("an anchor like a clause's", "⟦<a id=\"x.1\"></a>", "document/invalid-anchor"),
    ("a heading's anchor", "⟦<a id=\"taken\"></a>", "document/duplicate-anchor"),
    ("a character that HTML forbids", "⟦\u{1}", "document/control-character"),
  ]

  /// Its place; `@` is the defect.
  static let places: [(name: String, text: String)] = [
    ("paragraph", "@ b\n"), ("middle of a paragraph", "One\ntwo @ b\nthree\n"),
    ("wide characters", "𝔘 漢字 👩‍👧 é @\n"), ("tab", "a\t@ b\n"), ("heading", "## A @ b\n"),
    ("item", "- a\n- b @\n  - c\n"), ("numbered item", "1. a\n\n   b @\n"),
    ("quotation", "> a\n> b @\n"), ("alert", "> [!NOTE]\n> b @\n"),
    ("quotation in an item", "- > a @ b\n"), ("emphasis", "a **b @ c** d\n"),
    ("head of a table", "A @ | B\n--- | ---\na | b\n"),
    ("cell", "A | B\n--- | ---\na | 한국어 @ b\n"),
    ("cell with pipes", "| A | B |\n| --- | --- |\n| @ | \\| b |\n"),
    ("cell behind breaks", "A | B\n--- | ---\na | One.<br><br>Two @<br>- three\n"),
    ("table in a quotation", "> A | B\n> --- | ---\n> a | @\n"),
  ]

  static let all: [BrokenGuide] = defects.enumerated().flatMap { number, defect in
    places.enumerated().compactMap { position, place -> BrokenGuide? in
      // A heading's anchor is the heading's own, and spoken of there.
      if place.name == "heading", defect.rule.hasSuffix("-anchor") { return nil }
      let text = "# Page {#taken}\n\n" + place.text.replacing("@", with: defect.text)
      // Each file in another form, so that every defect meets every form somewhere.
      let form = FileForm.allCases[(number + position) % FileForm.allCases.count]
      var guide = BrokenGuide(
        "\(defect.name) in \(place.name), \(form)",
        [
          "en/page.md": form.applied(to: text), "en/other.md": "# Other\n",
          "en/tool.html": "<p>a", "en/matrix.csv": "a",
        ])
      guide.rules = [defect.rule]
      return guide
    }
  }
}

/// How a text can be saved.
enum FileForm: CaseIterable {
  case plain, windowsLines, byteOrderMark, frontMatter, windowsFrontMatter

  func applied(to text: String) -> String {
    switch self {
    case .plain: text
    case .windowsLines: text.replacing("\n", with: "\r\n")
    case .byteOrderMark: "\u{FEFF}" + text
    case .frontMatter: "---\ntitle: 제목\n---\n" + text
    case .windowsFrontMatter:
      ("\u{FEFF}---\ntitle: Page\norder: 3\n---\n\n" + text).replacing("\n", with: "\r\n")
    }
  }
}
