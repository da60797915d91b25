import Testing

@testable import Guide

/// Which linked files are published.
@Suite struct LinkedFilesTests {
  private static let bases = ["tool", "a/b/tool", "Ünïcode name", "archive.v1"]

  @Test(arguments: LinkedFiles.active.sorted()) func whatRunsIsNeverPublished(ending: String) {
    let files = LinkedFiles(named: [ending, "xyz", "gz", "br"])
    for base in Self.bases {
      for name in [
        "\(base).\(ending)", "\(base).\(ending.uppercased())", "\(base).\(ending).gz",
        "\(base).\(ending).br", "\(base).\(ending).xyz", "\(base).\(ending);.png",
        "\(base).\(ending). ",
      ] { #expect(files.refusal(of: name) != nil, "\(name)") }
    }
  }

  @Test(arguments: LinkedFiles.known.sorted()) func picturesAndDocumentsAre(ending: String) {
    for base in Self.bases {
      #expect(LinkedFiles().refusal(of: "\(base).\(ending)") == nil)
      #expect(LinkedFiles().refusal(of: "\(base).\(ending.uppercased())") == nil)
    }
  }

  @Test(arguments: [
    "index.html.gz", "index.html.br", "matrix.csv", "matrix.xlsx", "MATRIX.JSON",
    "search/index.json",
    "search/a/b.json", "changes/x.txt", "parties/p/list.csv", "404.txt", "picture.svg.gz",
    "notes.txt.br", "web.config", ".htaccess", "noending", "a.drawio",
  ]) func namesOfTheSiteAndItsTwinsAreRefused(path: String) {
    #expect(LinkedFiles().refusal(of: path) != nil)
    #expect(LinkedFiles(named: ["gz", "br"]).refusal(of: path) != nil)
  }

  @Test func aGuideNamesMoreKinds() {
    #expect(LinkedFiles(named: ["drawio"]).refusal(of: "a.drawio") == nil)
    #expect(LinkedFiles(named: ["gz"]).refusal(of: "a.tar.gz") == nil)
    for ending in ["html", "js", "", "a.b", ".png", "A"] {
      #expect(!LinkedFiles.canBeNamed(ending))
    }
  }
}
