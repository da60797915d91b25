/// Defects of files and of their paths.
enum BrokenFiles {
  private static let byte = BrokenGuide.invalidByte

  static let all: [BrokenGuide] =
    [
      ("en/page.md", "# Page\n\n한국어 ⟦\(byte)\n"), ("de/page.md", "⟦\(byte)\n"),
      ("en/deep/er/page.md", "---\ntitle: ⟦\(byte)\n---\n"), ("guide.yml", "a: 1\nb: ⟦\(byte)\n"),
      ("de/locale.yml", "title: 𝔘 ⟦\(byte)\n"), ("raci/index.yml", "\u{FEFF}⟦\(byte)\n"),
      ("templates/strings/de.yml", "a: b\r\nsearch: ⟦\(byte)\n"),
    ].map { path, text in
      var files = [path: text]
      if path == "de/page.md" || path.contains("deep") { files["en/" + path.dropFirst(3)] = "" }
      files[path] = text
      return BrokenGuide("bytes that are no UTF-8 in \(path)", files, "file/invalid-utf-8")
    }
    + ["en/page.md", "de/link.png", "en/deep", "raci/index.yml", "other"].map { path in
      BrokenGuide(
        "a symbolic link \(path)", ["raci/empty.txt": ""], whole: ["\(path) file/symbolic-link"],
        symbolicLinks: [path: "/etc/hostname"])
    }
    + ["en/page.md", "de/pipe", "en/locale.pipe"].map { path in
      BrokenGuide("a pipe \(path)", [:], whole: ["\(path) file/unreadable"], pipes: [path])
    }
    + ["en/a\\b.md", "de/a\u{202E}b.md", "en/\u{85}.md"].map { path in
      // The place is shown with escapes where the text is printed, not where it is compared.
      BrokenGuide(
        "a name \(path.unicodeScalars.map(\.value))", [path: ""],
        whole: ["\(path) file/invalid-name"])
    }
    + [
      BrokenGuide(
        "two documents of one path", ["en/a.md": "", "en/A.md": ""],
        whole: ["en/a.md site/moved-document"]),
      BrokenGuide(
        "a document in the place of the matrix", ["en/matrix.md": ""],
        whole: ["en/matrix.md site/moved-document"]),
      BrokenGuide(
        "a document in the place of a picture",
        ["en/a.png": "x", "en/a.png.md": "# A\n", "en/page.md": "![x](a.png)\n"],
        whole: ["en/a.png.md site/path-collision"]),
      BrokenGuide(
        "a document in the place of a party", ["en/parties/provider.md": ""],
        whole: ["en/parties/provider.md site/moved-document"]),
    ]
}
