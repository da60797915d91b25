import Base
import Guide
import Site

/// The facts that the preview's script requests for a page: its problems, and its sources.
struct PageFacts {
  private static let mostFindings = 200

  private let moment: PreviewState.Moment
  private let path: String
  private let words: StringTable
  private let messages: any MessageLanguage

  /// - Parameters:
  ///   - path: the page's path below the base path.
  ///   - words: the UI words in the page's language.
  ///   - messages: the language of the findings.
  init(
    _ moment: PreviewState.Moment, path: String, words: StringTable,
    messages: any MessageLanguage
  ) {
    self.moment = moment
    self.path = path
    self.words = words
    self.messages = messages
  }

  /// The facts as JSON.
  var json: [UInt8] {
    let site = moment.site
    let sources = site?.job(path).map { job in site?.site.sources(of: job) } ?? nil
    let findings = findings(sources)
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", moment.version)
      writer.member("generation", site?.generation ?? 0)
      writer.key("problems")
      writer.array { writer in
        for problem in moment.problems { problem.write(to: &writer, in: messages) }
      }
      writer.member("total", site?.findings.count ?? 0)
      writer.key("findings")
      writer.array { writer in
        for finding in findings {
          PreviewProblem(finding).write(
            to: &writer, in: messages, anchor: sources?.anchor(of: finding))
        }
      }
      writer.key("rows")
      writer.object { writer in write(sources?.rows ?? [], &writer) }
      writer.member("language", messages.tag)
      writer.member("direction", messages.isRightToLeft ? "rtl" : "ltr")
      writer.member("compare", sources.flatMap { compareURL($0) })
      writer.member("units", sources.flatMap { unitsURL($0) })
      writer.member("status", site.map { $0.site.url(of: .status) })
      writer.key("words")
      writer.object { writer in writeWords(found: findings.count, &writer) }
    }
    return writer.bytes
  }

  private func findings(_ sources: PageSources?) -> [Diagnostic] {
    guard let sources, let site = moment.site else { return [] }
    let own = site.findings.filter { sources.files.contains($0.location.path) }
    let tag = site.site.locales[sources.locale].tag
    // Those of the page's language come first, then those of all languages.
    let ranks = [own.filter { $0.locale == tag }, own.filter { $0.locale == nil }]
    let others = own.filter { $0.locale != tag && $0.locale != nil }
    return Array((ranks.flatMap { $0 } + others).prefix(Self.mostFindings))
  }

  /// The places of each row's text and each of its letters, by the row's id on the page.
  private func write(_ rows: [PageSources.Row], _ writer: inout JSONWriter) {
    var places: [String: RaciPlaces] = [:]
    for row in rows {
      writer.key(row.anchor)
      writer.object { writer in
        writer.member("text", row.text?.description)
        writer.key("letters")
        writer.array { writer in
          for party in moment.site?.site.partyIDs ?? [] {
            let letters = row.raciPath.flatMap { path -> SourceLocation? in
              if places[path] == nil {
                places[path] = RaciPlaces(
                  (try? readSourceFile(path)) ?? .init(path: path, bytes: []))
              }
              return places[path]?.place(
                of: party, responsibility: row.responsibility, section: row.section)
            }
            writer.value(letters?.description)
          }
        }
      }
    }
  }

  /// The comparison of the page's document with its source, or of the source with a translation.
  private func compareURL(_ sources: PageSources) -> String? {
    guard let site = moment.site?.site, let document = sources.document else { return nil }
    return site.compareQuery(document: document, locale: sources.locale).map {
      PreviewResponder.comparePath + "?" + $0
    }
  }

  /// The texts of the page's document with their states.
  private func unitsURL(_ sources: PageSources) -> String? {
    guard let site = moment.site?.site, let document = sources.document else { return nil }
    return site.unitsQuery(document: document, locale: sources.locale).map {
      PreviewResponder.unitsPath + "?" + $0
    }
  }

  private func writeWords(found: Int, _ writer: inout JSONWriter) {
    let names = words.words.keys.filter {
      $0.hasPrefix("preview_") || $0.hasPrefix("severity_") || $0 == "close"
    }
    let counts = [
      "preview_problems": moment.problems.count, "preview_findings": found,
      "preview_all_findings": moment.site?.findings.count ?? 0,
    ]
    for name in names.sorted() {
      writer.member(name, counts[name].map { words.counted(name, $0) } ?? words[name])
    }
  }
}
