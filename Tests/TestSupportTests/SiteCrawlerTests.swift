import TestSupport
import Testing

/// The crawler finds each kind of fault, and finds none where there is none.
@Suite struct SiteCrawlerTests {
  private static let head = """
    <!DOCTYPE html>
    <html lang="en" dir="ltr"><head><title>A &amp; B</title><!-- <a href="/gone/"> -->
    <link rel="alternate" hreflang="en" href="/site/">
    <link rel="alternate" hreflang="de" href="/site/de/">
    <link rel="alternate" hreflang="x-default" href="/site/">
    <link rel=stylesheet href='/site/site.css'></head>
    """

  private static let files = [
    "index.html": """
    \(head)<body><h1 id="top">Home</h1><a href="de/#teil.1">Deutsch</a> <a href="#top">Top</a>
    <a href="https://intranet.example/">On</a> <a href="/site/a%20b.txt?x=1">Text</a></body></html>
    """,
    "de/index.html": """
    \(head.replacing("lang=\"en\" dir", with: "lang=\"de\" dir"))<body><h1>Start</h1>
    <p id='teil.1' title="a > b">Teil</p><a href="../" title='"'>Home</a></body></html>
    """,
    "404.html": "<html lang=en dir=ltr><title>404</title><h1>Gone</h1><a href=/site/>Home</a>",
    "site.css": "", "a b.txt": "",
    "guide.json": #"{"documents": [{"url": "/site/de/#teil.1", "evidence": null}]}"#,
    "sitemap.xml": "<urlset><url><loc>/site/de/</loc></url></urlset>",
  ]

  struct Fault: Sendable {
    let file: String
    let text: String
    let replacement: String
    let message: String

    init(_ file: String, _ text: String, _ replacement: String, _ message: String) {
      self.file = file
      self.text = text
      self.replacement = replacement
      self.message = message
    }
  }

  private func problems(with fault: Fault? = nil) throws -> [String] {
    let folder = try TemporaryFolder(files: Self.files)
    if let fault {
      let text = try folder.read(fault.file)
      try #require(text.contains(fault.text))
      try folder.write(text.replacing(fault.text, with: fault.replacement), to: fault.file)
    }
    return try SiteCrawler(folder.url, basePath: "/site/").problems().map(\.description)
  }

  @Test func aSoundSiteHasNoProblem() throws {
    #expect(try problems() == [])
  }

  @Test(arguments: [
    Fault("index.html", "#teil.1", "#teil.2", "index.html:6: de/#teil.2: no such id"),
    Fault("index.html", "a%20b", "b", "index.html:7: /site/b.txt?x=1: no such file"),
    Fault("index.html", "de/#", "de#", "index.html:6: de#teil.1: a folder without its slash"),
    Fault("index.html", "/site/a", "/a", "index.html:7: /a%20b.txt?x=1: outside of the base path"),
    Fault("index.html", "#top", "#", "index.html:6: #: the fragment is empty"),
    Fault(
      "index.html", "https:", "javascript:",
      "index.html:7: javascript://intranet.example/: the scheme is not allowed"),
    Fault("de/index.html", "../", "../../", "de/index.html:7: ../../: above the site"),
    Fault(
      "404.html", "/site/", "de/", "404.html:1: de/: relative on a page that any address may show"),
    Fault(
      "de/index.html", "<h1", "<h1 id='teil.1'", "de/index.html:7: the id 'teil.1' is there twice"),
    Fault("index.html", " dir=\"ltr\"", "", "index.html:2: dir is ''"),
    Fault("404.html", "lang=en ", "", "404.html:1: the page has no lang"),
    Fault("index.html", "<h1", "<h2", "index.html:0: the page has 0 h1"),
    Fault(
      "index.html", "<body>", "<body onload='x'>", "index.html:6: the attribute 'onload' on body"),
    Fault("index.html", "<h1", "<h1 STYLE=x", "index.html:6: the attribute 'style' on h1"),
    Fault("index.html", "</h1>", "</h1><style>a{}</style>", "index.html:6: an inline style sheet"),
    Fault(
      "index.html", "</h1>", "</h1><script>'<p id=top>'</script>", "index.html:6: an inline script"),
    Fault(
      "index.html", "</h1>", "</h1><img src='//intranet.example/x.png'>",
      "index.html:6: img loads //intranet.example/x.png from another host"),
    Fault(
      "index.html", "<h1", "<h1 aria-labelledby='up'", "index.html:6: 'up' is no id of the page"),
    Fault(
      "de/index.html", "hreflang=\"en\"", "hreflang=\"fr\"",
      "de/index.html:3: index.html is in en, not in fr"),
    Fault(
      "de/index.html", "x-default", "sv",
      "de/index.html:3: no alternate is x-default"),
    Fault(
      "de/index.html", "href=\"/site/de/\"", "href=\"/site/404.html\"",
      "de/index.html:4: 404.html does not name this page as an alternate"),
    Fault("index.html", "de/#teil.1", "", "de/index.html:0: no page leads here"),
    Fault("guide.json", "teil.1", "teil", "guide.json:0: /site/de/#teil: no such id"),
    Fault("guide.json", "{\"url", "\"url", "guide.json:0: not JSON"),
    Fault("sitemap.xml", "/de/", "/fr/", "sitemap.xml:0: /site/fr/: no such file"),
  ])
  func everyFaultIsFound(_ fault: Fault) throws {
    let problems = try problems(with: fault)
    #expect(problems.contains(fault.message), "\(problems)")
  }
}
