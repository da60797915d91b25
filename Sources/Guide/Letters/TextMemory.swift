import Base
import Synchronization

/// The meanings of short texts of tables, so that each is read once: most cells and heads repeat a
/// few texts.
final class TextMemory<Meaning: Sendable>: Sendable {
  private struct Known {
    var meanings: [String: [ExactText: Meaning]] = [:]
    var count = 0
  }

  private let known = Mutex(Known())

  /// The length in bytes of the longest text that is kept.
  private var longestText: Int { 48 }
  /// The most texts that are kept for all languages together, as many as a document has cells.
  ///
  /// If there are more, the memory starts over: titles that differ must not keep out the letters
  /// that are in every row.
  private var mostTexts: Int { InputLimits().cells }

  /// The meaning of a text, read only if it is not known.
  func meaning(of text: String, in locale: String, _ read: () -> Meaning) -> Meaning {
    guard text.utf8.count <= longestText else { return read() }
    let text = ExactText(text)
    if let meaning = known.withLock({ $0.meanings[locale]?[text] }) { return meaning }
    let meaning = read()
    known.withLock { known in
      if known.count >= mostTexts { known = Known() }
      known.meanings[locale, default: [:]][text] = meaning
      known.count += 1
    }
    return meaning
  }
}
