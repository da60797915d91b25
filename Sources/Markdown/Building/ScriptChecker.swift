import Base

/// Finds text of a document that is written in another script than its locale's.
///
/// Names and code keep their letters in every language, so a block counts only if its text is
/// mostly foreign. For Latin letters, it must have plain words in addition.
struct ScriptChecker {
  /// With so many letters of an alphabet, or signs that are words by themselves, a text is more
  /// than a name.
  private static let fewestLetters = 12
  private static let fewestSigns = 6
  /// So many words in small Latin letters are a sentence.
  private static let fewestWords = 5
  /// The number of foreign blocks that make a document foreign, if they are half of all.
  private static let fewestBlocksOfDocument = 4

  private let locale: String
  private let system: WritingSystem?
  private let isLatin: Bool
  private var own = 0
  private var latin = 0
  private var words = 0
  private var isInWord = false
  private var foreign = 0
  private var foreignScript: Script?
  private var blockCount = 0
  private var findings: [(script: Script, location: SourceLocation)] = []

  init(locale: String) {
    self.locale = locale
    system = WritingSystem(ofLocale: locale)
    isLatin = system?.contains(.latin) ?? false
  }

  /// Turns to a paragraph, a heading or a cell.
  mutating func beginBlock() {
    (own, latin, words, foreign) = (0, 0, 0, 0)
    (isInWord, foreignScript) = (false, nil)
  }

  /// Counts the letters of a piece of the block's text.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    guard let system else { return }
    isInWord = false
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte < 0x80 {
        if isLatin {
          latin += isLetter(byte) ? 1 : 0
        } else {
          readASCII(byte, isBehindSpace: position == 0 || text[position - 1] <= 0x20)
        }
        position += 1
        continue
      }
      isInWord = false
      let (value, length) = scalar(text, at: position)
      position += length
      guard let script = Script.of(value) else { continue }
      if system.contains(script) {
        own += 1
      } else if script == .latin {
        latin += 1
      } else {
        foreign += 1
        if foreignScript == nil { foreignScript = script }
      }
    }
  }

  private mutating func readASCII(_ byte: UInt8, isBehindSpace: Bool) {
    if isLetter(byte) {
      latin += 1
      if isBehindSpace, byte >= 0x61 { isInWord = true }
    } else {
      if isInWord, byte <= 0x20 { words += 1 }
      isInWord = false
    }
  }

  /// The code point at an offset, and how many bytes it takes; the text is UTF-8.
  private func scalar(
    _ text: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (value: UInt32, length: Int) {
    let lead = text[position]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC0, lead < 0xF8, position + length <= text.count else { return (0, 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(text[position + offset] & 0x3F) }
    return (value, length)
  }

  /// Judges the block.
  ///
  /// - Returns: the script that most of it is in, if that is not the locale's.
  mutating func endBlock() -> Script? {
    guard system != nil else { return nil }
    if own + latin + foreign > 0 { blockCount += 1 }
    let ours = isLatin ? own + latin : own
    if let foreignScript {
      let isSign = foreignScript == .han || foreignScript == .hangul
      let fewest = isSign ? Self.fewestSigns : Self.fewestLetters
      if foreign >= fewest, foreign * 2 > ours + foreign { return foreignScript }
    }
    if !isLatin, words >= Self.fewestWords, own * 4 < latin { return .latin }
    return nil
  }

  /// Says that a block in another script is at `location`.
  mutating func report(_ script: Script, at location: SourceLocation) {
    findings.append((script, location))
  }

  /// The findings; only one if the whole document is foreign.
  var diagnostics: [Diagnostic] {
    guard let system, let first = findings.first else { return [] }
    let written = system.scripts.map(\.name)
    func diagnostic(
      _ text: DiagnosticMessage, _ script: Script, _ location: SourceLocation
    ) -> Diagnostic {
      Diagnostic(
        .scriptWrong,
        "\(text) is in \(script.name) letters; '\(locale)' is written in \(all: written)",
        at: location, locale: locale, hint: "translate it, except names and code")
    }
    let isWhole = findings.count >= Self.fewestBlocksOfDocument && findings.count * 2 >= blockCount
    if isWhole { return [diagnostic("most of this document", first.script, first.location)] }
    return findings.map { diagnostic("this text", $0.script, $0.location) }
  }
}
