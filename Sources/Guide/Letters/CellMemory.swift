import Synchronization

/// The content of short texts of cells, so that each is read once: most cells repeat a few texts.
final class CellMemory: Sendable {
  /// The length in bytes of the longest text that is kept.
  static let longestText = 48
  /// The most texts that are kept for all languages together.
  private static let mostTexts = 20_000

  private struct Known {
    var contents: [String: [String: CellContent]] = [:]
    var count = 0
  }

  private let known = Mutex(Known())

  /// The content of a text, read only if it is not known.
  func content(of text: String, in locale: String, _ read: () -> CellContent) -> CellContent {
    if let content = known.withLock({ $0.contents[locale]?[text] }) { return content }
    let content = read()
    // Texts that are equal in another form of Unicode share an entry, but not their remarks.
    if content.remark != nil, text.utf8.contains(where: { $0 >= 0x80 }) { return content }
    known.withLock { known in
      guard known.count < Self.mostTexts else { return }
      known.contents[locale, default: [:]][text] = content
      known.count += 1
    }
    return content
  }
}
