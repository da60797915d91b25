import Base

extension LoadedGuide {
  /// The files that `guide.yml` adds to every page.
  public struct Extras: Sendable, Hashable {
    /// A file.
    public struct File: Sendable, Hashable {
      /// Its name in the site, such as `guide-logo.svg`.
      public let name: String
      /// Its bytes.
      public let bytes: [UInt8]
    }

    /// The logo.
    public var logo: File?
    /// The bytes of a style sheet.
    public var style: [UInt8]?
    /// The scripts, by their paths in the content folder.
    public var scripts: [String: File] = [:]

    /// Whether there is nothing to add.
    public var isEmpty: Bool { logo == nil && style == nil && scripts.isEmpty }
  }
}

extension GuideLoader {
  /// The files that `guide.yml` names for every page; one that can't be read is reported.
  mutating func extras(_ settings: GuideSettings) -> LoadedGuide.Extras {
    let look = settings.presentation
    var extras = LoadedGuide.Extras()
    if let named = look.logo {
      let ending = named.text.split(separator: ".").last.map { $0.lowercased() } ?? ""
      extras.logo = extra(named) { "the logo '\(named.text)' can't be read: \($0)" }
        .map { .init(name: "guide-logo." + ending, bytes: $0) }
    }
    if let named = look.style {
      extras.style = extra(named) { "the style sheet '\(named.text)' can't be read: \($0)" }
      if let style = extras.style {
        diagnostics += StyleSheet(style, path: content + "/" + named.text).findings()
      }
    }
    for script in look.scripts {
      guard case .file(let path) = script.source, extras.scripts[path] == nil else { continue }
      let named = GuideSettings.Name(text: path, location: script.location)
      let number = extras.scripts.count + 1
      extras.scripts[path] = extra(named) { "the script '\(path)' can't be read: \($0)" }
        .map { .init(name: "guide-script-\(number).js", bytes: $0) }
    }
    return extras
  }

  /// The bytes of a file that `guide.yml` names; nil if it can't be read, which is reported.
  private mutating func extra(
    _ named: GuideSettings.Name, _ defect: (_ reason: String) -> DiagnosticMessage
  ) -> [UInt8]? {
    do {
      return try snapshot.take(
        content + "/" + named.text, below: content, limit: limits.assetBytes)
    } catch {
      diagnostics.append(
        Diagnostic(
          .guideInvalid, defect(error.reason), at: named.location,
          hint: "write a path below the content folder"))
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
