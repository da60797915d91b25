import Markdown

/// Judges from dates and commits in front matter whether a translation is out of date.
///
/// Microsoft's localized documentation has `ms.lasthandoff` and `ms.sourcegitcommit`. A translation
/// is older than the source version if it was handed off earlier and made from another commit.
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
