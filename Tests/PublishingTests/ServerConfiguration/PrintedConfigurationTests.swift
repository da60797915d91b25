import Foundation
import FoundationXML
import TestSupport
import Testing

/// Checks of a printed configuration without its server.
@Suite struct PrintedConfigurationTests {
  private func printed(_ arguments: [String]) throws -> RunningCommand.Result {
    try run(
      Project.executable(), ["serve-config", "--content", Project.content.path] + arguments)
  }

  @Test func theConfigurationForIISIsWellFormed() throws {
    let text = try printed(["iis", "--base-path", "/guides/desktop/"]).output
    let document = try XMLDocument(xmlString: text)
    #expect(document.rootElement()?.name == "configuration")
    let names = try document.nodes(forXPath: "//rewrite//rule/@name").map(\.stringValue)
    #expect(Set(names).count == names.count, "IIS refuses rules of the same name")
    let types = try document.nodes(forXPath: "//mimeMap/@fileExtension").map(\.stringValue)
    #expect(Set(types).count == types.count, "IIS refuses types of the same ending")
    let places = try document.nodes(forXPath: "//location/@path").compactMap(\.stringValue)
    #expect(
      places == [
        "en-US", "de-DE", "fr-FR", "ko-KR", "sv-SE", "zh-CN", "ar-SA", "es-ES", "ja-JP", "pt-BR",
      ])
    let pages = try document.nodes(forXPath: "//error[@statusCode='404']/@path")
    #expect(pages.compactMap(\.stringValue).contains("/guides/desktop/de-DE/404.html"))
    for pattern in try document.nodes(forXPath: "//rewrite//@pattern | //match/@url") {
      #expect(throws: Never.self) {
        try NSRegularExpression(pattern: try #require(pattern.stringValue))
      }
    }
  }

  /// Follows the rules of `web.config` for a request of the first page.
  private func target(_ fields: [String: String], _ document: XMLDocument) throws -> String? {
    var url = ""
    for case let rule as XMLElement in try document.nodes(forXPath: "//rewrite/rules/rule") {
      let match = try #require(rule.elements(forName: "match").first)
      guard groups(match.attribute(forName: "url")?.stringValue, in: url) != nil else { continue }
      var captured: [String] = []
      var isMet = true
      for case let condition as XMLElement in try rule.nodes(forXPath: "conditions/add") {
        let value = condition.attribute(forName: "input")?.stringValue ?? ""
        let found = groups(
          condition.attribute(forName: "pattern")?.stringValue ?? "^nothing$",
          in: fields[value] ?? "")
        let isNegated = condition.attribute(forName: "negate")?.stringValue == "true"
        isMet = isMet && (found == nil) == isNegated
        if !isNegated { captured = found ?? [] }
      }
      guard isMet else { continue }
      let action = try #require(rule.elements(forName: "action").first)
      url = action.attribute(forName: "url")?.stringValue ?? ""
      if captured.count > 1 { url = url.replacing("{C:1}", with: captured[1]) }
      if action.attribute(forName: "type")?.stringValue == "Redirect" { return url }
    }
    return nil
  }

  private func groups(_ pattern: String?, in text: String) -> [String]? {
    guard let pattern,
      let expression = try? NSRegularExpression(pattern: pattern, options: .caseInsensitive),
      let match = expression.firstMatch(
        in: text, range: NSRange(text.startIndex..., in: text))
    else { return nil }
    return (0..<match.numberOfRanges).map { index in
      Range(match.range(at: index), in: text).map { String(text[$0]) } ?? ""
    }
  }

  @Test(
    arguments: [
      ("de-AT,en;q=0.5", "", "", "/g/de-DE/"), ("vi, ko;q=0.3", "", "", "/g/ko-KR/"),
      ("zh-TW", "", "", nil), ("de", "a=b; rolebook_locale=sv-SE", "", "/g/sv-SE/"),
      ("de", "rolebook_locale=tlh", "", "/g/de-DE/"), ("de", "", "choose", nil), ("", "", "", nil),
    ] as [(String, String, String, String?)])
  func theRulesForIISNegotiate(
    accepted: String, cookie: String, query: String, expected: String?
  ) throws {
    let text = try printed(["iis", "--base-path", "/g/"]).output
    let fields = [
      "{HTTP_ACCEPT_LANGUAGE}": accepted, "{HTTP_COOKIE}": cookie, "{QUERY_STRING}": query,
    ]
    #expect(try target(fields, XMLDocument(xmlString: text)) == expected)
  }

  @Test(.enabled(if: WebServerProcess.Kind.caddy.isInstalled, "needs caddy"))
  func caddyTakesItsConfiguration() throws {
    let folder = try TemporaryFolder()
    try folder.write(try printed(["caddy", "--listen", "8080"]).output, to: "Caddyfile")
    let result = try run(
      URL(filePath: "/usr/bin/caddy"),
      ["validate", "--adapter", "caddyfile", "--config", folder.file("Caddyfile").path],
      environment: ["HOME": folder.url.path])
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test(arguments: [
    ([], "'serve-config' needs a server: nginx, apache, iis, or caddy"),
    (
      ["nginxx"],
      "'serve-config' knows nginx, apache, iis, or caddy, not 'nginxx'; did you mean 'nginx'?"
    ), (["nginx", "caddy"], "unexpected argument 'caddy'"),
    (["nginx", "--listen", "0"], "'--listen' takes '8080' or 'host:8080', not '0'"),
    (["nginx", "--listen", "a b:80"], "'--listen' takes '8080' or 'host:8080', not 'a b:80'"),
    (["nginx", "--listen", "::80"], "'--listen' takes '8080' or 'host:8080', not '::80'"),
    (["nginx", "--fragment", "--maps"], "'--fragment' and '--maps' exclude each other"),
    (["nginx", "--maps", "--listen", "80"], "'--maps' and '--listen' exclude each other"),
    (["apache", "--maps"], "'--maps' is only for nginx"),
    (["nginx", "--output", "/srv/a\"b"], "a configuration cannot contain the path '/srv/a\"b'"),
  ]) func argumentsThatMakeNoSense(arguments: [String], message: String) throws {
    let result = try printed(arguments)
    #expect(result.status == 2)
    #expect(result.errors == "rolebook: \(message)\nTry 'rolebook --help'.\n")
    #expect(result.output == "")
  }

  @Test func languagesOfOneKindAreToldApart() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "source_locale: en-US\nlocales: [en-US, en-GB, zh-TW, zh-CN, sr-Latn-RS]\nparties: [a]\n",
      to: "content/guide.yml")
    let text = try run(
      Project.executable(), ["serve-config", "iis"], in: folder.url
    ).output
    let document = try XMLDocument(xmlString: text)
    for (accepted, locale) in [
      ("en-GB-oxendict", "/en-GB/"), ("en-AU", "/en-US/"), ("en", "/en-US/"), ("zh", "/zh-CN/"),
      ("zh-HK", "/zh-TW/"), ("zh-Hant-CN", "/zh-TW/"), ("sr-ME", "/sr-Latn-RS/"), ("sr", nil),
    ] {
      let found = try target(["{HTTP_ACCEPT_LANGUAGE}": accepted], document)
      #expect(found == locale, "\(accepted)")
    }
  }
}
