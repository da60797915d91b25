import Base
import Guide
import Site

/// The guide that a site's news are about, and their day.
struct OlderGuide {
  let index: GuideIndex
  let date: String
  /// The day from which the guide is; nil if it is not known.
  let since: String?
  /// Tells it from others.
  let digest: String
}

extension Theme {
  /// The changes in a guide that was read since an older one; nil if none was asked for.
  func news(
    of loaded: LoadedGuide, _ findings: [Diagnostic], since: OlderGuide?
  ) throws -> SiteNews? {
    guard let since else { return nil }
    let site = site(of: loaded, findings)
    var now = try GuideIndex(try site.file(of: .guideJSON))
    now.texts = try site.texts()
    return SiteNews(GuideChanges(from: since.index, to: now), since: since.since, date: since.date)
  }
}

extension ParsedArguments {
  /// The guide of `--since`; nil if none is asked for.
  func since(
    _ library: TemplateLibrary, _ terminal: Terminal
  ) async throws -> OlderGuide? {
    guard let name = values["since"] else { return nil }
    let date = try date()
    let source = GuideSource(
      name: name, content: values["content"] ?? "content", library: library, jobs: try jobs(),
      date: date, terminal: terminal)
    let (index, since) = try await source.dated()
    guard let digest = ContentDigest() else { return nil }
    index.add(to: digest)
    return OlderGuide(
      index: index, date: date, since: since, digest: digest.hexadecimal)
  }
}
