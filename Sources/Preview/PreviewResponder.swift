import Base
import Guide
import Site

/// Answers the preview's requests: pages of the site, and the preview's own resources under `/-/`.
///
/// Each request is looked up in tables; no path of a request ever reaches the file system.
public struct PreviewResponder: Sendable {
  static let comparePath = "/-/compare"
  static let unitsPath = "/-/units"
  static let workPath = "/-/work"
  private static let endOfHead = Array("</head>".utf8)

  let state: PreviewState
  /// The UI words for pages in no language of the guide.
  let words: StringTable
  /// The preview's own files by name.
  let files: [String: [UInt8]]
  /// The texts to translate.
  let work: OpenWork
  /// The language of the findings; nil for that of the page beside which they are shown.
  let messages: (any MessageLanguage)?
  /// The source of the messages in the language of a page.
  let library: TemplateLibrary

  /// The answer to a request.
  public func answer(_ request: HTTPRequest) -> HTTPAnswer {
    let moment = state.current
    switch request.path {
    case "/-/events": return .events(first: Self.event(moment))
    case "/-/facts": return .response(facts(request, moment))
    case Self.comparePath: return .response(comparison(request, moment))
    case Self.unitsPath: return .response(units(request, moment))
    case Self.workPath: return .response(openWork(request, moment))
    case "/-/preview.js": return .response(own("preview.js", "text/javascript; charset=utf-8"))
    case "/-/preview.css": return .response(own("preview.css", "text/css; charset=utf-8"))
    default: return .response(page(request, moment))
    }
  }

  /// The event that open pages get after a change.
  public static func event(_ moment: PreviewState.Moment) -> HTTPEvent {
    HTTPEvent(
      name: "change",
      data: "{\"version\":\(moment.version),\"generation\":\(moment.site?.generation ?? 0)}")
  }

  private func own(_ name: String, _ type: String) -> HTTPResponse {
    HTTPResponse(headers: [("Content-Type", type)], body: files[name] ?? [])
  }

  private func page(_ request: HTTPRequest, _ moment: PreviewState.Moment) -> HTTPResponse {
    guard let site = moment.site else {
      return HTTPResponse(
        status: 503, headers: [("Content-Type", Self.html)],
        body: prepared(files["waiting.html"] ?? [], generation: 0))
    }
    let base = site.site.basePath
    if request.path == "/", base != "/" { return redirection(to: base) }
    // No address of the site has an encoded slash.
    guard request.path.hasPrefix(base), !request.path.lowercased().contains("%2f"),
      let decoded = percentDecoded(request.path)
    else { return .text(404, "the guide is served below \(base)") }
    let path = String(decoded.dropFirst(base.count))
    return found(path, site) { redirection(to: request.path + "/" + suffix(request)) }
  }

  private func found(
    _ path: String, _ site: PreviewedSite, otherwise folder: () -> HTTPResponse
  ) -> HTTPResponse {
    do {
      if let bytes = try site.bytes(path) {
        let type = Self.contentType(of: path)
        let isPage = type == Self.html
        // A drawing, opened by itself, is a document: its scripts are not to run beside the pages.
        let policy = type == Self.drawing ? [("Content-Security-Policy", "sandbox")] : []
        return HTTPResponse(
          headers: [("Content-Type", type)] + policy,
          body: isPage ? prepared(bytes, generation: site.generation) : bytes)
      }
      if !path.isEmpty, !path.hasSuffix("/"), site.job(path + "/") != nil { return folder() }
      return HTTPResponse(
        status: 404, headers: [("Content-Type", Self.html)],
        body: prepared(try site.notFoundPage(path), generation: site.generation))
    } catch {
      return .text(500, "\(error)")
    }
  }

  private func suffix(_ request: HTTPRequest) -> String {
    request.query.isEmpty ? "" : "?" + request.query
  }

  private func redirection(to address: String) -> HTTPResponse {
    HTTPResponse(status: 307, headers: [("Location", address)], body: [])
  }

  /// A page with the preview's style and script in its head.
  private func prepared(_ page: [UInt8], generation: Int) -> [UInt8] {
    guard let head = page.firstRange(of: Self.endOfHead) else { return page }
    let added = """
      <link rel="stylesheet" href="/-/preview.css">
      <script type="module" src="/-/preview.js" data-generation="\(generation)"></script>

      """
    return page[..<head.lowerBound] + Array(added.utf8) + page[head.lowerBound...]
  }

  private func facts(_ request: HTTPRequest, _ moment: PreviewState.Moment) -> HTTPResponse {
    let base = moment.site?.site.basePath ?? "/"
    let address = request.parameters["page"] ?? ""
    let path = address.hasPrefix(base) ? percentDecoded(String(address.dropFirst(base.count))) : nil
    let locale = moment.site?.site.locales.first { $0.tag == request.parameters["language"] }
    let facts = PageFacts(
      moment, path: path ?? "", words: locale?.strings ?? words,
      messages: messages ?? library.pageMessages(in: locale?.tag ?? "en"))
    return HTTPResponse(headers: [("Content-Type", "application/json")], body: facts.json)
  }

  private func comparison(_ request: HTTPRequest, _ moment: PreviewState.Moment) -> HTTPResponse {
    let asked = request.parameters
    guard let site = moment.site,
      let page = ComparePage(
        site.site, document: asked["document"] ?? "", left: asked["left"] ?? "",
        right: asked["right"] ?? "", onlyDifferences: asked["only"] == "differences")
    else { return .text(404, "there is no such document or locale") }
    do {
      let bytes = prepared(try page.render(), generation: site.generation)
      return HTTPResponse(headers: [("Content-Type", Self.html)], body: bytes)
    } catch {
      return .text(500, "\(error)")
    }
  }

  /// The texts of a document with the states of their translations.
  private func units(_ request: HTTPRequest, _ moment: PreviewState.Moment) -> HTTPResponse {
    let asked = request.parameters
    let (document, locale) = (asked["document"] ?? "", asked["locale"] ?? "")
    do {
      guard let site = moment.site,
        let units = try work.units(document: document, locale: locale, of: site.loaded),
        let page = UnitsPage(
          site.site, document: document, locale: locale, units: units.map(UnitsPage.Unit.init))
      else { return .text(404, "there is no such document or translation") }
      let bytes = try page.render(downloads: site.site.openWork(locale: locale))
      return HTTPResponse(
        headers: [("Content-Type", Self.html)],
        body: prepared(bytes, generation: site.generation))
    } catch {
      return .text(500, "\(error)")
    }
  }

  /// The missing or stale texts of a locale, as a file for translators.
  private func openWork(_ request: HTTPRequest, _ moment: PreviewState.Moment) -> HTTPResponse {
    let asked = request.parameters
    let locale = asked["locale"] ?? ""
    do {
      guard let site = moment.site, let format = OpenWork.Format(rawValue: asked["format"] ?? "po"),
        let bytes = try work.file(format, locale: locale, of: site.loaded)
      else { return .text(404, "there is no such translation or format") }
      // The tag is one of the guide's, with only letters, digits and hyphens.
      return HTTPResponse(
        headers: [
          ("Content-Type", format.contentType),
          ("Content-Disposition", "attachment; filename=\"\(locale)\(format.ending)\""),
        ], body: bytes)
    } catch {
      return .text(500, "\(error)")
    }
  }

  private static let drawing = "image/svg+xml"
  private static let html = "text/html; charset=utf-8"

  private static func contentType(of path: String) -> String {
    guard let dot = path.lastIndex(of: "."), !path.hasSuffix("/") else { return html }
    return types[path[dot...].lowercased()] ?? "application/octet-stream"
  }

  private static let types = [
    ".avif": "image/avif", ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8", ".gif": "image/gif", ".html": html,
    ".jpeg": "image/jpeg", ".jpg": "image/jpeg", ".js": "text/javascript; charset=utf-8",
    ".json": "application/json", ".pdf": "application/pdf", ".png": "image/png",
    ".svg": drawing, ".txt": "text/plain; charset=utf-8", ".webp": "image/webp",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
  ]
}

extension HTTPRequest {
  /// The query's parameters as forms send them.
  fileprivate var parameters: [String: String] {
    var result: [String: String] = [:]
    for part in query.split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let decoded = pair.map {
        percentDecoded(String($0.map { $0 == "+" ? " " : $0 }))
      }
      if let name = decoded[0] { result[name] = decoded.count > 1 ? decoded[1] ?? "" : "" }
    }
    return result
  }
}

extension [UInt8] {
  fileprivate func firstRange(of bytes: [UInt8]) -> Range<Int>? {
    guard let first = bytes.first else { return nil }
    var start = startIndex
    while let found = self[start...].firstIndex(of: first) {
      if self[found...].starts(with: bytes) { return found..<found + bytes.count }
      start = found + 1
    }
    return nil
  }
}
