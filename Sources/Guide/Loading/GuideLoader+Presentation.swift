import Base

extension LoadedGuide {
  /// The guide's logo.
  public struct Logo: Sendable, Hashable {
    /// Its name in the site: `guide-logo`, with the ending of its file.
    public let name: String
    /// Its bytes.
    public let bytes: [UInt8]
  }
}

extension GuideLoader {
  /// The logo that `guide.yml` names; one that can't be read is reported.
  mutating func logo(_ settings: GuideSettings) -> LoadedGuide.Logo? {
    guard let named = settings.presentation.logo else { return nil }
    let path = content + "/" + named.text
    do {
      let bytes = try snapshot.take(path, below: content, limit: limits.assetBytes)
      let ending = named.text.split(separator: ".").last.map { $0.lowercased() } ?? ""
      return LoadedGuide.Logo(name: "guide-logo." + ending, bytes: bytes)
    } catch {
      diagnostics.append(
        Diagnostic(
          .guideInvalid, "the logo '\(named.text)' can't be read: \(error.reason)",
          at: named.location, hint: "write a path below the content folder"))
      return nil
    }
  }

  /// When each file last changed, by its path in the content folder, as `2026-01-31`; empty if the guide
  /// doesn't ask, or git doesn't know.
  func lastChanges(_ settings: GuideSettings) -> [String: String] {
    settings.presentation.showsLastChange
      ? GitHistory(folder: content).lastChanges() : [:]
  }
}
