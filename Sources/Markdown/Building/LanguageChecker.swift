import Base

/// Tells text in another language than the locale's, of the same script.
///
/// It judges paragraphs, headings, and cells one by one. Code and alternative texts don't count.
struct LanguageChecker {
  private let profile: LanguageProfile
  private var count = LanguageProfile.WordCount()

  init(locale: String) {
    profile = LanguageProfile(locale: locale)
  }

  /// Turns to a block.
  mutating func beginBlock() { count.reset() }

  /// Counts the words of a piece of the block's text.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    if profile.isKnown { count.read(text) }
  }

  /// The name of the language of the block so far, if that is clearly another one.
  var otherLanguage: DiagnosticMessage? { profile.otherLanguage(of: count) }
}
