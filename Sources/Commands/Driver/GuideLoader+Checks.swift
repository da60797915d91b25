import Diagnostics
import Guide
import SourceFiles

extension GuideLoader {
  mutating func checkCoverage(
    _ guide: Guide, _ folders: [String: SourceTree.LocaleFolder]
  ) {
    for document in guide.documents {
      let unread = unreadable[document.key] ?? []
      for (index, locale) in guide.locales.enumerated()
      where document.versions[index] == nil && !unread.contains(index) {
        let folder = folders[locale.tag]?.path ?? content + "/" + locale.tag
        let isSource = index == guide.sourceIndex
        if isSource, let first = document.versions.compactMap({ $0 }).first {
          diagnostics.append(
            Diagnostic(
              .documentWithoutSource, "the source locale has no '\(document.key).md'",
              at: SourceLocation(path: first.document.path), locale: locale.tag))
        }
        let answered = document.responsibilities.count { $0.entry != nil }
        guard answered > 0, guide.shownLocale(of: document, for: index) == nil else { continue }
        diagnostics.append(
          Diagnostic(
            .responsibilityMissing,
            "there is no '\(document.key).md', so \(answered) responsibilities have no text",
            at: SourceLocation(path: folder), locale: locale.tag))
      }
    }
  }

  /// Resolves every link once in its own locale, for what is wrong with it.
  ///
  /// - Returns: the local files that are needed.
  mutating func checkLinks(
    _ guide: Guide, _ links: LinkResolver
  ) -> [LoadedGuide.LocalFile] {
    var files: Set<LoadedGuide.LocalFile> = []
    var diagnoser = LinkDiagnoser(links)
    for document in guide.documents {
      for (index, version) in document.versions.enumerated() {
        guard let version else { continue }
        for (number, link) in version.document.links.enumerated() {
          let (target, defect) = links.resolve(number, in: version, home: index, for: index)
          if let defect {
            diagnostics.append(diagnoser.diagnostic(defect, of: link, home: index))
          }
          guard case .file(let locale, let path) = target else { continue }
          let source = "\(content)/\(guide.locales[locale].tag)/\(path)"
          files.insert(.init(locale: locale, path: path, source: source))
        }
      }
    }
    return files.sorted { $0.source < $1.source }
  }
}

extension [Diagnostic] {
  /// Those that follow from what the guide says: where some of its parties could not be read, a
  /// name that is none of the others may well be one.
  func known(to settings: GuideSettings) -> [Diagnostic] {
    settings.knowsAllParties ? self : filter { $0.id != .partyUnknown }
  }
}
