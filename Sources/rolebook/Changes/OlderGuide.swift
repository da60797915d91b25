import Base
import Guide
import Site

/// The guide that a site's news are about, and their day.
struct OlderGuide {
  let index: GuideIndex
  let date: String
  /// Tells it from others.
  let digest: String
}

extension Theme {
  /// What changed in a guide that was read since an older one; nil if none was asked for.
  func news(
    of loaded: LoadedGuide, _ findings: [Diagnostic], since: OlderGuide?
  ) throws -> SiteNews? {
    guard let since else { return nil }
    let now = try GuideIndex(try site(of: loaded, findings).file(of: .guideJSON))
    return SiteNews(GuideChanges(from: since.index, to: now), date: since.date)
  }
}

extension ParsedArguments {
  /// The guide of `--since`; nil if none is asked for.
  func since(_ library: TemplateLibrary) async throws -> OlderGuide? {
    guard let name = values["since"] else {
      // Without it, the day is that of the page to print.
      _ = try saidDate()
      return nil
    }
    let date = try date()
    let source = GuideSource(
      name: name, content: values["content"] ?? "content", library: library, jobs: try jobs())
    let bytes = try await source.bytes()
    guard let digest = ContentDigest() else { return nil }
    digest.add(bytes)
    let index = try source.parsed(bytes)
    return OlderGuide(index: index, date: date, digest: digest.hexadecimal)
  }
}
