/// A text as XLIFF carries it: words, and codes that represent Markdown.
///
/// Each link is a pair of codes around its text; images, code, addresses, tags and line ends are codes
/// of their own. Names and numbers that translations keep are marked as protected.
struct InlineCodes {
  enum Part: Equatable {
    case text(String)
    case protected(String)
    /// The beginning of a pair.
    case open(id: Int, native: String)
    /// The end of the pair.
    case close(id: Int, native: String)
    case code(id: Int, native: String)
    case lineBreak(id: Int)
  }

  let parts: [Part]

  /// Divides a text.
  ///
  /// - Parameter keep: names and numbers that translations keep.
  init(_ text: String, keep: [String]) {
    var parts: [Part] = []
    var next = 0
    var open: [Int] = []
    for piece in InlinePiece.split(text) {
      switch piece {
      case .text(let text): parts += Self.protecting(keep, in: text)
      case .linkStart(let native):
        next += 1
        open.append(next)
        parts.append(.open(id: next, native: native))
      case .linkEnd(let native):
        if let id = open.popLast() {
          parts.append(.close(id: id, native: native))
        } else {
          next += 1
          parts.append(.code(id: next, native: native))
        }
      case .address(let native), .code(let native), .tag(let native):
        next += 1
        parts.append(.code(id: next, native: native))
      case .lineBreak:
        next += 1
        parts.append(.lineBreak(id: next))
      }
    }
    self.parts = parts
  }

  /// Marks the words of a text that are kept, if they are whole words.
  private static func protecting(_ keep: [String], in text: String) -> [Part] {
    let known = Set(keep)
    var parts: [Part] = []
    var plain = ""
    var word = ""
    func flushPlain() {
      if !plain.isEmpty { parts.append(.text(plain)) }
      plain = ""
    }
    func flushWord() {
      if known.contains(word) {
        flushPlain()
        parts.append(.protected(word))
      } else {
        plain += word
      }
      word = ""
    }
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value) {
        word.unicodeScalars.append(scalar)
      } else {
        flushWord()
        plain.unicodeScalars.append(scalar)
      }
    }
    flushWord()
    flushPlain()
    return parts
  }
}

/// Text for XML.
enum XMLText {
  /// A text with XML's special characters escaped, and those that XML forbids replaced.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
