import Documents

/// Judges from front matter how far a translation can be trusted.
///
/// `ms.lasthandoff` and `ms.sourcegitcommit` are what Microsoft's localized documentation carries:
/// a translation handed off earlier, and made from another commit, than the version taken as the
/// source is older than that.
enum TranslationAge {
  /// The state of a version beside the source's.
  static func state(of metadata: Metadata, source: Metadata?) -> TranslationState {
    if let source, isOlder(metadata, than: source) { return .stale }
    return metadata.isMachineTranslated ? .machine : .current
  }

  private static func isOlder(_ metadata: Metadata, than source: Metadata) -> Bool {
    guard let date = metadata.handoffDate, let sourceDate = source.handoffDate,
      let commit = metadata.sourceCommit, let sourceCommit = source.sourceCommit
    else { return false }
    return commit != sourceCommit && date < sourceDate
  }
}
