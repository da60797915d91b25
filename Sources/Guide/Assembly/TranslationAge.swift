import Markdown

/// Judges from dates and commits in front matter whether a translation is out of date.
///
/// `ms.lasthandoff` and `ms.sourcegitcommit` are what Microsoft's localized documentation carries:
/// a translation handed off earlier, and made from another commit, than the version taken as the
/// source is older than that.
enum TranslationAge {
  /// Whether a version is older than the source; nil if front matter does not say.
  static func isOlder(_ metadata: Metadata, than source: Metadata) -> Bool? {
    guard let commit = metadata.sourceCommit, let sourceCommit = source.sourceCommit else {
      return nil
    }
    if commit == sourceCommit { return false }
    guard let date = metadata.handoffDate, let sourceDate = source.handoffDate else { return nil }
    return date < sourceDate
  }
}
