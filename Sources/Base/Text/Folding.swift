import CUTF8Proc
import Glibc

/// The text as comparisons see it: compatibility-decomposed, case folded, without combining marks
/// and invisible characters (Unicode Standard Annex #15 and section 3.13), by utf8proc.
public func folded(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
  return mapped(text, [UTF8PROC_CASEFOLD, UTF8PROC_STRIPMARK, UTF8PROC_IGNORE])
}

/// The text in Normalization Form KD (Unicode Standard Annex #15).
public func compatibilityDecomposed(_ text: String) -> String { mapped(text, []) }

/// The text decomposed for compatibility by utf8proc, with further options.
private func mapped(_ text: String, _ more: [utf8proc_option_t]) -> String {
  let options = ([UTF8PROC_STABLE, UTF8PROC_DECOMPOSE, UTF8PROC_COMPAT] + more)
    .reduce(0) { $0 | $1.rawValue }
  var result: UnsafeMutablePointer<UInt8>?
  let bytes = Array(text.utf8)
  let count = bytes.withUnsafeBufferPointer {
    utf8proc_map($0.baseAddress, $0.count, &result, utf8proc_option_t(options))
  }
  defer { free(result) }
  guard count >= 0, let result else { return text }
  return String(decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
}

/// The heading's name in a URL: its letters and digits, folded, with hyphens between words.
///
/// Letters of every script stay, so the slug of a Korean heading is Korean. Empty if the text has
/// no letter or digit.
public func slug(_ text: String) -> String {
  var result: [UInt8] = []
  result.reserveCapacity(text.utf8.count)
  var pendingHyphen = false
  for scalar in folded(text).unicodeScalars {
    if isWordCharacter(scalar) {
      if pendingHyphen && !result.isEmpty { result.append(UInt8(ascii: "-")) }
      pendingHyphen = false
      result.append(contentsOf: scalar.utf8)
    } else if scalar != "'" && scalar != "\u{2019}" {
      pendingHyphen = true
    }
  }
  return precomposed(String(decoding: result, as: UTF8.self))
}

/// A slug of only ASCII letters and digits; empty if the text has none.
public func asciiSlug(_ text: String) -> String {
  var result: [UInt8] = []
  for byte in slug(text).utf8 where byte < 0x80 {
    if byte == UInt8(ascii: "-"), result.last ?? byte == byte { continue }
    result.append(byte)
  }
  if result.last == UInt8(ascii: "-") { result.removeLast() }
  return String(decoding: result, as: UTF8.self)
}

/// How many columns of a fixed grid the text takes: East Asian wide characters two, combining marks
/// none (Unicode Standard Annex #11), by utf8proc.
public func displayWidth(_ text: String) -> Int {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
  return text.unicodeScalars.reduce(0) { $0 + Int(utf8proc_charwidth(Int32($1.value))) }
}

/// Whether the character is a letter or a digit in any script.
public func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x1100...0x11FF, 0x4E00...0x9FFF: return true
  case 0..<0x80: return false
  default: break
  }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
    return true
  default: return false
  }
}

private func precomposed(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  let bytes = Array(text.utf8) + [0]
  guard let composed = bytes.withUnsafeBufferPointer({ utf8proc_NFC($0.baseAddress) }) else {
    return text
  }
  defer { free(composed) }
  return String(cString: composed)
}

/// The library that knows Unicode.
public enum UnicodeLibrary {
  /// The version that is loaded.
  public static var version: String { String(cString: utf8proc_version()) }
}
