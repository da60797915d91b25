import GuideFixtures
import Markdown
import Testing

@testable import Guide

/// The targets of links, and the findings on links without targets.
@Suite struct LinkTests {
  /// A guide of two locales; the link under test is the only one in a document of the source.
  private static func files(_ link: String, in document: String) -> [String: String] {
    let text = [
      "en/index.md": "# Home\n",
      "en/roles.md": "# Roles\n\n## Our part\n\nRow | Text\n--- | ---\nApps | One.<br><br>Two.\n",
      "en/intro/start.md": "# Start\n\n## First step\n",
      "en/intro/index.md": "# Introduction\n",
      "en/intro/deep/end.md": "# End\n",
    ]
    var files = text
    files[document] = (text[document] ?? "") + "\n\(link)\n"
    files["guide.yml"] = """
      source_locale: en
      locales: [en, de]
      parties: [provider]
      links:
        - {prefix: ../service/, to: "https://docs.example/{locale}/service/"}
        - {prefix: /old/, to: "https://old.example/"}
      """
    files["raci/roles.yml"] = """
      sections:
        our-part:
          raci: {provider: RA}
          responsibilities: {apps: {}}
      """
    files["de/roles.md"] = """
      # Rollen

      ## Unser Teil

      Zeile | Text
      --- | ---
      Anwendungen | Eins.<br><br>Zwei.
      """
    files["en/picture.png"] = ""
    files["en/files/plan b.pdf"] = ""
    return files
  }

  private static func resolve(
    _ link: String, in document: String, for locale: Int = 0
  ) throws -> (target: ResolvedLink, finding: String?) {
    let fixture = try GuideFixture(files(link, in: "en/\(document).md"))
    let version = try #require(try fixture.document(document).versions[0])
    let first = try #require(version.document.links.first)
    let resolved = fixture.links.resolve(0, in: version, home: 0, for: locale)
    var diagnoser = LinkDiagnoser(fixture.links)
    let finding = resolved.defect.map { diagnoser.diagnostic($0, of: first, home: 0) }
    return (resolved.target, finding?.text)
  }

  /// The target of a link, short enough for a table.
  private static func text(_ target: ResolvedLink, _ keys: [String]) -> String {
    switch target {
    case .address(let address): address
    case .page(let document, let locale, let fragment):
      "\(["en", "de"][locale])/\(keys[document])" + (fragment.map { "#" + $0 } ?? "")
    case .generated(let path, let suffix): "generated " + path + suffix
    case .file(let locale, let path): "file \(["en", "de"][locale])/\(path)"
    case .none: "none"
    }
  }

  private static let keys = ["index", "intro/deep/end", "intro/index", "intro/start", "roles"]

  @Test(arguments: [
    ("roles", "[x](index.md)", "en/index"), ("roles", "[x](./)", "en/index"),
    ("roles", "[x](index)", "en/index"), ("roles", "[x](#our-part)", "en/roles#our-part"),
    ("roles", "[x](roles.md#apps)", "en/roles#apps"),
    ("roles", "[x](roles.md#apps.2)", "en/roles#apps.2"),
    ("roles", "[x](intro/start.md#first-step)", "en/intro/start#first-step"),
    ("roles", "[x](intro/)", "en/intro/index"), ("roles", "[x](intro/start/)", "en/intro/start"),
    ("roles", "[x](intro/start.md?view=1#first-step)", "en/intro/start#first-step"),
    ("roles", "[x](intro/%73tart.md)", "en/intro/start"),
    ("intro/start", "[x](../roles.md)", "en/roles"),
    ("intro/start", "[x](./index.md)", "en/intro/index"),
    ("intro/deep/end", "[x](../../roles.md#apps)", "en/roles#apps"),
    ("intro/deep/end", "[x](../start.md)", "en/intro/start"),
    ("roles", "[x](matrix/)", "generated matrix/"), ("roles", "[x](matrix)", "generated matrix/"),
    (
      "roles", "[x](matrix/?party=provider#roles--apps)",
      "generated matrix/?party=provider#roles--apps"
    ),
    ("roles", "[x](matrix/roles/)", "generated matrix/roles/"),
    ("intro/start", "[x](../matrix/)", "generated matrix/"),
    ("roles", "[x](search/?q=mdm%20x)", "generated search/?q=mdm%20x"),
    ("intro/deep/end", "[x](../../parties/provider/)", "generated parties/provider/"),
    ("roles", "[x](https://a.example/b?c#d)", "https://a.example/b?c#d"),
    ("roles", "[x](mailto:help@a.example)", "mailto:help@a.example"),
    ("roles", "[x](tel:+49123)", "tel:+49123"), ("roles", "[x](/status/#x)", "/status/#x"),
    ("roles", "[x](/matrix.xlsx)", "/matrix.xlsx"), ("roles", "[x](/guide.json)", "/guide.json"),
    ("roles", "[x](/old/a.md?b=c#d)", "https://old.example/a?b=c#d"),
    ("roles", "[x](../service/user.md)", "https://docs.example/en/service/user"),
    (
      "roles", "[x](../service/user.md?view=o#proxy%20x)",
      "https://docs.example/en/service/user?view=o#proxy%20x"
    ),
    ("intro/start", "[x](../../service/a/b.html)", "https://docs.example/en/service/a/b.html"),
    ("roles", "[x](../service/ä%20b.md)", "https://docs.example/en/service/%C3%A4%20b"),
    ("roles", "![x](picture.png)", "file en/picture.png"),
    ("intro/start", "![x](../picture.png)", "file en/picture.png"),
    ("roles", "[x](files/plan%20b.pdf)", "file en/files/plan b.pdf"),
  ]) func aLinkThatLeadsSomewhere(document: String, link: String, expected: String) throws {
    let (target, finding) = try Self.resolve(link, in: document)
    #expect(Self.text(target, Self.keys) == expected)
    #expect(finding == nil)
  }

  /// Another site may lie beside the guide, so the link stays, but nobody has said so.
  @Test func aPathThatNothingAnswersStaysAndIsTold() throws {
    let (target, finding) = try Self.resolve("[x](/other/app?x#y)", in: "roles")
    #expect(Self.text(target, Self.keys) == "/other/app?x#y")
    #expect(finding?.contains("[link/unresolved]") == true)
  }

  @Test(arguments: [
    ("[x](roles.md#our-part)", "de/roles#our-part"), ("[x](roles.md#apps.1)", "de/roles#apps.1"),
    ("[x](index.md)", "en/index"), ("[x](intro/start.md#first-step)", "en/intro/start#first-step"),
    ("[x](../service/user.md)", "https://docs.example/de/service/user"),
    ("[x](parties/provider/)", "generated parties/provider/"),
    ("![x](picture.png)", "file en/picture.png"),
  ]) func aReaderOfAnotherLocaleStaysThereWhereItCan(link: String, expected: String) throws {
    let (target, finding) = try Self.resolve(link, in: "index", for: 1)
    #expect(Self.text(target, Self.keys) == expected)
    #expect(finding == nil)
  }

  @Test func aFragmentOfTheWritersLanguageLeadsToTheSameHeading() throws {
    var files = Self.files("", in: "en/index.md")
    files["de/other.md"] = "# Anderes\n\n[x](roles.md#unser-teil)\n"
    let fixture = try GuideFixture(files)
    let version = try #require(try fixture.document("other").versions[1])
    for reader in [0, 1] {
      let resolved = fixture.links.resolve(0, in: version, home: 1, for: reader)
      let keys = fixture.guide.documents.map(\.key)
      #expect(Self.text(resolved.target, keys) == ["en", "de"][reader] + "/roles#our-part")
      #expect(resolved.defect == nil)
    }
  }

  @Test(arguments: [
    (
      "[x](role.md)",
      "3:1: warning: the link to 'role.md' has no target in this guide [link/unresolved]\n"
        + "  hint: did you mean 'roles.md'?"
    ),
    (
      "[x](../elsewhere/a.md)",
      "3:1: warning: the link to '../elsewhere/a.md' has no target in this guide "
        + "[link/unresolved]\n  hint: add a rule to 'links' in guide.yml"
    ),
    (
      "[x](parties/nobody/)",
      "3:1: warning: the link to 'parties/nobody/' has no target in this guide "
        + "[link/unresolved]\n  hint: add a rule to 'links' in guide.yml"
    ),
    (
      "[x](matrix/index/)",
      "3:1: warning: the link to 'matrix/index/' has no target in this guide "
        + "[link/unresolved]\n  hint: add a rule to 'links' in guide.yml"
    ),
    (
      "ab [x](javascript:alert)",
      "3:4: warning: a link of the form 'javascript:' is not allowed [link/unsafe-scheme]\n"
        + "  hint: use an http, https, mailto, tel, or relative link"
    ),
    (
      "[x](JaVaScRiPt:alert)",
      "3:1: warning: a link of the form 'javascript:' is not allowed [link/unsafe-scheme]\n"
        + "  hint: use an http, https, mailto, tel, or relative link"
    ),
    (
      "[x](&#9;java&#10;script:alert)",
      "3:1: warning: a link of the form 'javascript:' is not allowed [link/unsafe-scheme]\n"
        + "  hint: use an http, https, mailto, tel, or relative link"
    ),
    (
      "[x](blob:x)",
      "3:1: warning: a link of the form 'blob:' is not allowed [link/unsafe-scheme]\n"
        + "  hint: use an http, https, mailto, tel, or relative link"
    ),
    (
      "[x](https:a.example)",
      "3:1: warning: a link of the form 'https:' is not allowed [link/unsafe-scheme]\n"
        + "  hint: use an http, https, mailto, tel, or relative link"
    ),
    (
      "[x](//host/a)",
      "3:1: warning: a link of the form '//' is not allowed [link/unsafe-scheme]\n"
        + "  hint: use an http, https, mailto, tel, or relative link"
    ),
    (
      "[x](/\\\\host/a)",
      "3:1: warning: a link of the form '/\\' is not allowed [link/unsafe-scheme]\n"
        + "  hint: use an http, https, mailto, tel, or relative link"
    ),
    (
      "[x](a%00b.md)",
      "3:1: warning: a link of the form '%' is not allowed [link/unsafe-scheme]\n"
        + "  hint: use an http, https, mailto, tel, or relative link"
    ),
    (
      "![x](pictur.png)",
      "3:1: warning: the image 'pictur.png' is not here [link/image-missing]\n"
        + "  hint: did you mean 'picture.png'?"
    ),
    (
      "![x](roles.md)",
      "3:1: warning: the image 'roles.md' is not here [link/image-missing]"
    ),
  ]) func aLinkThatLeadsNowhere(link: String, message: String) throws {
    let (target, finding) = try Self.resolve(link, in: "index")
    #expect(target == .none)
    #expect(finding == "en/index.md:" + message)
  }

  @Test(arguments: [
    (
      "[x](roles.md#aps)", "en/roles",
      "3:1: warning: no anchor 'aps' in en/roles.md [link/fragment-missing]\n"
        + "  hint: did you mean 'apps'?"
    ),
    (
      "[x](roles.md#apps.3)", "en/roles",
      "3:1: warning: no anchor 'apps.3' in en/roles.md [link/fragment-missing]\n"
        + "  hint: did you mean 'apps'?"
    ),
    (
      "![x](https://a.example/b.png)", "https://a.example/b.png",
      "3:1: warning: external image; shown as a link because pages load nothing from other hosts "
        + "[link/external-image]\n  hint: copy the file into the guide"
    ),
  ]) func aLinkThatLeadsNearby(link: String, expected: String, message: String) throws {
    let (target, finding) = try Self.resolve(link, in: "index")
    #expect(Self.text(target, Self.keys) == expected)
    #expect(finding == "en/index.md:" + message)
  }
}
