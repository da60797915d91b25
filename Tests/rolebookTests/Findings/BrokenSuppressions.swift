/// Comments that suppress rules: what they cover, and what is wrong with them.
enum BrokenSuppressions {
  private static func page(_ name: String, _ text: String, _ rules: String...) -> [BrokenGuide] {
    [FileForm.plain, .windowsLines, .frontMatter].map { form in
      var guide = BrokenGuide(
        "suppression: \(name), \(form)", ["en/page.md": form.applied(to: text)])
      guide.rules = rules
      return guide
    }
  }

  private static let ignore = "<!-- rolebook-ignore link/unresolved -->"
  private static let gone = "[x](gone.md)"

  private static let scopes =
    page("a paragraph", "\(ignore)\n\(gone)\nand \(gone)\n\n⟦\(gone)\n", "link/unresolved")
    + page("a paragraph behind a gap", "\(ignore)\n\n\(gone)\n\n⟦\(gone)\n", "link/unresolved")
    + page("a heading alone", "\(ignore)\n## \(gone)\n\n⟦\(gone)\n", "link/unresolved")
    + page(
      "a list", "\(ignore)\n- \(gone)\n- b\n\n  \(gone)\n\n## C\n\n⟦\(gone)\n", "link/unresolved")
    + page("an item", "- \(ignore)\n  \(gone)\n- ⟦\(gone)\n", "link/unresolved")
    + page("a quotation", "\(ignore)\n> \(gone)\n>\n> \(gone)\n\n⟦\(gone)\n", "link/unresolved")
    + page("in a quotation", "> \(ignore)\n> \(gone)\n\n⟦\(gone)\n", "link/unresolved")
    + page(
      "a table", "\(ignore)\n\nA | B\n--- | ---\n\(gone) | b\na | \(gone)\n\n⟦\(gone)\n",
      "link/unresolved")
    + page(
      "a row", "A | B\n--- | ---\na | \(gone) \(ignore)\nb | ⟦\(gone)\n", "link/unresolved")
    + page(
      "a row by its first cell", "A | B\n--- | ---\na \(ignore) | \(gone)\n⟦\(gone) | b\n",
      "link/unresolved")
    + page(
      "the paragraph around", "\(gone)\nhere \(ignore) and\n\(gone)\n\n⟦\(gone)\n",
      "link/unresolved")
    + page("the heading around", "## \(gone) \(ignore)\n\n⟦\(gone)\n", "link/unresolved")
    + page(
      "two comments", "<!-- rolebook-ignore document/html-unpaired -->\n\(ignore)\n<i>\(gone)\n")
    + page(
      "a block of HTML", "<!-- rolebook-ignore document/html-dropped -->\n<form>\nx\n</form>\n")
    + page("an empty heading", "<!-- rolebook-ignore document/empty-heading -->\n##\n")
    + page(
      "two rules",
      "<!-- rolebook-ignore link/unresolved, link/image-missing -->\n\(gone) ![x](y.png)\n")
    + page(
      "a comment of two lines", "<!--\nrolebook-ignore link/unresolved\n-->\n\(gone)\n\n⟦\(gone)\n",
      "link/unresolved")

  private static let defects =
    page("nothing", "<!-- rolebook-ignore ⟦link/unresolved -->\nSound.\n", "ignore/unused")
    + page(
      "nothing that follows", "Sound.\n\n<!-- rolebook-ignore ⟦link/unresolved -->\n",
      "ignore/unused")
    + page(
      "another rule", "<!-- rolebook-ignore ⟦link/image-missing -->\n⟦\(gone)\n", "ignore/unused",
      "link/unresolved")
    + page(
      "one of two rules", "<!-- rolebook-ignore link/unresolved ⟦link/image-missing -->\n\(gone)\n",
      "ignore/unused")
    + page(
      "nothing in a row", "A | B\n--- | ---\na | b <!-- rolebook-ignore ⟦link/unresolved -->\n",
      "ignore/unused")
    + page(
      "an unknown rule", "<!-- rolebook-ignore ⟦link/unresolvd -->\n\nSound.\n", "ignore/invalid")
    + page("no rule", "⟦<!-- rolebook-ignore -->\n\nSound.\n", "ignore/invalid")
    + page(
      "an error for ever", "<!-- rolebook-ignore ⟦yaml/invalid -->\n\nSound.\n", "ignore/invalid")
    + page(
      "no such comment", "<!-- rolebook-ignored link/unresolved -->\n⟦\(gone)\n", "link/unresolved")
    + page("a comment in code", "`\(ignore)`\n⟦\(gone)\n", "link/unresolved")

  private static let wholeFiles = [
    BrokenGuide(
      "suppression: front matter",
      [
        "en/page.md": "---\ntranslation: machine\n---\n"
          + "<!-- rolebook-ignore translation/machine -->\n\n# Page\n"
      ]),
    BrokenGuide(
      "suppression: a row that is missing",
      [
        "raci/page.yml": "sections:\n  a:\n    raci: {provider: RA, customer: I}\n"
          + "    responsibilities: {rex: {}, yam: {}}\n",
        "en/page.md": "## A\n\nA | B\n--- | ---\nRex | One two.\nYam | Three.\n",
        "de/page.md": "<!-- rolebook-ignore raci/responsibility-missing -->\n\n"
          + "## A\n\nA | B\n--- | ---\n<a name=\"rex\"></a>Rex | Eins zwei.\n",
      ]),
    BrokenGuide(
      "suppression: a document that the source lacks",
      ["de/nur.md": "<!-- rolebook-ignore guide/document-without-source -->\n# Nur\n"]),
    BrokenGuide(
      "suppression: a rule that the guide turns off",
      [
        "guide.yml": "source_locale: en\nlocales: [en, de]\nparties: [provider, customer]\n"
          + "severities: {link/image-missing: off}\n",
        "en/page.md": "![x](y.png)\n\n⟦[x](y.md)\n\n"
          + "<!-- rolebook-ignore link/image-missing -->\n![x](y.png)\n",
      ], "link/unresolved"),
    BrokenGuide(
      "suppression: nothing is idle where letters cannot be read",
      [
        "raci/page.yml": "⟦[]\n",
        "en/page.md":
          "<!-- rolebook-ignore raci/row-without-responsibility -->\n\nA | B\n--- | ---\na | b\n",
      ], "raci/invalid"),
  ]

  static let all = scopes + defects + wholeFiles
}
