import Foundation
import TestSupport
import Testing

/// Debian's web servers do with the printed configuration what the site needs.
@Suite struct WebServerTests {
  private static let servers = WebServerProcess.Kind.allCases.filter(\.isInstalled)
  private static let basePaths = ["/", "/guides/desktop/"]

  /// The requests of readers' browsers, and the redirections; nil is the list of languages.
  private static let readers: [(accepted: String?, locale: String?)] = [
    ("de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7", "de-DE"), ("fr", "fr-FR"),
    ("fr-CA, en;q=0.5", "fr-FR"), ("vi,ko;q=0.8,en;q=0.6", "ko-KR"), ("SV-fi", "sv-SE"),
    ("en;q=0.2, ar;q=0.75", "ar-SA"), ("de;q=0, fr;q=0.1", "fr-FR"), ("zh-TW,zh-Hant", nil),
    ("zh-TW, zh;q=0.9, en;q=0.8", "zh-CN"), ("zh-Hans-SG", "zh-CN"), ("nn-NO, *;q=0.5", nil),
    ("den, den-DE;q=0.9, en-GB;q=0.05", "en-US"), (nil, nil), ("sv ; q=1.000 , de", "sv-SE"),
  ]

  @Test func atLeastNginxAndApacheAreHere() {
    #expect(Set(Self.servers).isSuperset(of: [.nginx, .apache]))
  }

  @Test(arguments: servers, basePaths)
  func theFirstPageLeadsToTheReadersLanguage(
    kind: WebServerProcess.Kind, basePath: String
  ) throws {
    let guide = try ServedGuide(kind, basePath: basePath)
    for (accepted, locale) in Self.readers {
      let fields = accepted.map { ["Accept-Language": $0] } ?? [:]
      try expect(locale, guide.get("", fields), guide, "\(kind) \(accepted ?? "nothing")")
    }
    let german = ["Accept-Language": "de"]
    for (cookie, locale) in [
      ("rolebook_locale=sv-SE", "sv-SE"), ("a=b; rolebook_locale=ko-KR; c=d", "ko-KR"),
      ("rolebook_locale=tlh", "de-DE"), ("xrolebook_locale=sv-SE", "de-DE"),
    ] {
      let answer = try guide.get("", german.merging(["Cookie": cookie]) { $1 })
      expect(locale, answer, guide, "\(kind) \(cookie)")
    }
    for query in ["?choose", "?a=b&choose"] {
      try expect(nil, guide.get(query, german), guide, "\(kind) \(query)")
    }
    try expect("de-DE", guide.get("?q=choose", german), guide, "\(kind) a search")
  }

  private func expect(
    _ locale: String?, _ answer: HTTPMessage, _ guide: ServedGuide, _ reader: String
  ) {
    #expect(answer["Vary"]?.contains("Accept-Language") == true, "\(reader)")
    #expect(answer["Vary"]?.contains("Cookie") == true, "\(reader)")
    #expect(answer["Cache-Control"] == "no-cache", "\(reader)")
    guard let locale else {
      #expect(answer.status == 200, "\(reader)")
      #expect(answer["Content-Type"] == "text/html; charset=utf-8", "\(reader)")
      #expect(answer.body == (try? guide.file("index.html")), "\(reader)")
      return
    }
    #expect(answer.status == 302, "\(reader)")
    let location = answer["Location"].map { $0.replacing(/^http:\/\/[^\/]+/, with: "") }
    #expect(location == guide.base + locale + "/", "\(reader)")
  }

  @Test(arguments: servers, basePaths)
  func whatIsNotThereIsSaidInTheReadersLanguage(
    kind: WebServerProcess.Kind, basePath: String
  ) throws {
    let guide = try ServedGuide(kind, basePath: basePath)
    let swedish = ["Accept-Language": "sv"]
    for (path, fields, page) in [
      ("de-DE/nope/", swedish, "de-DE/404.html"), ("zh-CN/a/b.html", [:], "zh-CN/404.html"),
      ("de-DEx", [:], "404.html"), ("nope", swedish, "sv-SE/404.html"),
      ("nope/x.css", ["Cookie": "rolebook_locale=fr-FR"], "fr-FR/404.html"),
      (".rolebook", [:], "404.html"), ("assets/site.0123456789abcdef.css", [:], "404.html"),
    ] {
      let answer = try guide.get(path, fields)
      #expect(answer.status == 404, "\(kind) \(path)")
      #expect(answer.body == (try guide.file(page)), "\(kind) \(path)")
      #expect(answer["Content-Type"] == "text/html; charset=utf-8", "\(kind) \(path)")
      #expect(answer["Cache-Control"] == "no-cache", "\(kind) \(path)")
      #expect(answer["X-Content-Type-Options"] == "nosniff", "\(kind) \(path)")
    }
    let compressed = try guide.get("ko-KR/nope", ["Accept-Encoding": "br"])
    #expect(compressed.status == 404)
    #expect(compressed["Content-Encoding"] == "br")
    #expect(compressed.body == (try guide.file("ko-KR/404.html.br")))
  }

  @Test(arguments: servers, basePaths)
  func compressedFormsAreServed(kind: WebServerProcess.Kind, basePath: String) throws {
    let guide = try ServedGuide(kind, basePath: basePath)
    let style = try guide.styleSheet()
    let page = "en-US/index.html"
    for (path, file, type) in [
      ("en-US/", page, "text/html; charset=utf-8"), (style, style, "text/css; charset=utf-8"),
      ("guide.json", "guide.json", "application/json"),
      ("sitemap.xml", "sitemap.xml", "application/xml; charset=utf-8"),
      ("en-US/matrix.csv", "en-US/matrix.csv", "text/csv; charset=utf-8"),
      ("assets/icon.svg", "assets/icon.svg", "image/svg+xml"),
    ] {
      for (accepted, encoding, suffix) in [
        ("gzip, deflate, br", "br", ".br"), ("gzip", "gzip", ".gz"), ("", nil, ""),
        ("br;q=0, gzip;q=0.5", "gzip", ".gz"), ("identity", nil, ""), ("xbr, gzip;q=0", nil, ""),
      ] {
        let answer = try guide.get(path, ["Accept-Encoding": accepted])
        let what = "\(kind) \(path) \(accepted)"
        #expect(answer.status == 200, "\(what)")
        #expect(answer["Content-Encoding"] == encoding, "\(what)")
        #expect(answer["Content-Type"] == type, "\(what)")
        #expect(answer.body == (try guide.file(file + suffix)), "\(what)")
        #expect(answer["Vary"]?.contains("Accept-Encoding") == true, "\(what)")
      }
    }
    let workbook = try guide.get("matrix.xlsx", ["Accept-Encoding": "br"])
    #expect(workbook["Content-Type"]?.hasSuffix("spreadsheetml.sheet") == true)
    #expect(workbook["Content-Encoding"] == nil)
  }

  @Test(arguments: servers, basePaths)
  func answersAreKeptAndAskedForAgain(kind: WebServerProcess.Kind, basePath: String) throws {
    let guide = try ServedGuide(kind, basePath: basePath)
    let style = try guide.styleSheet()
    for path in ["de-DE/matrix/", style, "guide.json"] {
      var tags: Set<String> = []
      for encoding in ["", "br", "gzip"] {
        let answer = try guide.get(path, ["Accept-Encoding": encoding])
        let expected = path == style ? "public, max-age=31536000, immutable" : "no-cache"
        #expect(answer["Cache-Control"] == expected, "\(kind) \(path)")
        let tag = try #require(answer["ETag"], "\(kind) \(path)")
        tags.insert(tag)
        let again = try guide.get(path, ["Accept-Encoding": encoding, "If-None-Match": tag])
        #expect(again.status == 304, "\(kind) \(path)")
        #expect(again.body.isEmpty)
      }
      if kind != .caddy { #expect(tags.count == 3, "\(kind) \(path)") }
    }
  }

  @Test(arguments: servers, basePaths)
  func everyAnswerHasItsHeaders(kind: WebServerProcess.Kind, basePath: String) throws {
    let guide = try ServedGuide(kind, basePath: basePath)
    for (path, status) in [
      ("en-US/", 200), ("", 302), ("nope", 404), ("en-US", 301), ("guide.json", 200),
    ] {
      let answer = try guide.get(path, ["Accept-Language": "en"])
      if kind != .caddy || status != 301 { #expect(answer.status == status, "\(kind) \(path)") }
      for (name, value) in [
        (
          "Content-Security-Policy",
          "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'; "
            + "object-src 'none'"
        ), ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
      ] {
        let values = answer.fields.filter { $0.name.lowercased() == name.lowercased() }
        #expect(values.map(\.value) == [value], "\(kind) \(path) \(name)")
      }
      #expect(answer["Permissions-Policy"]?.contains("camera=()") == true)
    }
    let folder = try guide.get("en-US")["Location"] ?? ""
    #expect(folder.hasSuffix(basePath + "en-US/"), "\(kind): \(folder)")
  }

  /// A drawing that is opened by itself is a document, whose scripts must not run beside the pages.
  @Test(arguments: servers, basePaths)
  func drawingsAreServedInASandbox(kind: WebServerProcess.Kind, basePath: String) throws {
    let guide = try ServedGuide(kind, basePath: basePath)
    for encoding in ["", "br", "gzip"] {
      let answer = try guide.get("assets/icon.svg", ["Accept-Encoding": encoding])
      #expect(answer.status == 200)
      let policies = answer.fields.filter { $0.name.lowercased() == "content-security-policy" }
      #expect(
        policies.map(\.value) == ["sandbox; default-src 'none'; style-src 'unsafe-inline'"],
        "\(kind) \(encoding)")
    }
  }

  /// A browser goes the whole way: first page, choice, search, and back.
  @Test(arguments: servers) func aReaderWalks(kind: WebServerProcess.Kind) throws {
    let guide = try ServedGuide(kind, basePath: "/guides/desktop/")
    let browser = try Browser(.init(languages: ["sv-SE", "en"]))
    let start = "http://127.0.0.1:\(guide.server.port)/guides/desktop/"
    let address = { try browser.evaluate("return location.pathname", as: String.self) }
    try browser.open(start)
    #expect(try address() == "/guides/desktop/sv-SE/")
    try browser.element(".switcher summary").click()
    try browser.element(".switcher-panel a[hreflang='fr-FR']").click()
    try browser.open(start)
    #expect(try address() == "/guides/desktop/fr-FR/")
    try browser.open(start + "fr-FR/matrix/")
    #expect(
      try browser.evaluate("return document.documentElement.lang", as: String.self) == "fr-FR")
    #expect(try browser.takeLog().map(\.description) == [])
    try browser.open(start + "nope/")
    #expect(
      try browser.evaluate("return document.documentElement.lang", as: String.self) == "fr-FR")
  }
}
