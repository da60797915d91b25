/// The scripts that are distinguished; letters of other ones count as none.
public enum Script: UInt8, Sendable, CaseIterable {
  case latin, greek, cyrillic, armenian, hebrew, arabic, syriac, thaana, devanagari, bengali
  case gurmukhi, gujarati, oriya, tamil, telugu, kannada, malayalam, sinhala, thai, lao, tibetan
  case myanmar, georgian, hangul, ethiopic, khmer, mongolian, kana, bopomofo, han

  /// The script's name, as a word of a message.
  public var name: DiagnosticMessage {
    let word = "\(self)"
    return DiagnosticMessage(words: word.prefix(1).uppercased() + word.dropFirst())
  }

  /// The script of a letter by its code point; nil for digits, signs and rare scripts.
  ///
  /// Blocks as the Unicode Character Database has them (`Blocks.txt`, version 15), narrowed where a
  /// block begins with signs.
  public static func of(_ value: UInt32) -> Script? {
    // Most letters beyond ASCII of most texts are found at once.
    switch value {
    case 0xC0...0xD6, 0xD8...0xF6: return .latin
    case 0x400...0x52F: return .cyrillic
    case 0x620...0x64A: return .arabic
    case 0x3041...0x30FF: return .kana
    case 0x4E00...0x9FFF: return .han
    case 0xAC00...0xD7FF: return .hangul
    default: break
    }
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].last < value { low = middle + 1 } else { high = middle }
    }
    return low < blocks.count && blocks[low].first <= value ? blocks[low].script : nil
  }

  private static let blocks: [(first: UInt32, last: UInt32, script: Script)] = [
    (0x41, 0x5A, .latin), (0x61, 0x7A, .latin), (0xAA, 0xAA, .latin), (0xBA, 0xBA, .latin),
    (0xC0, 0xD6, .latin), (0xD8, 0xF6, .latin), (0xF8, 0x2AF, .latin), (0x370, 0x3FF, .greek),
    (0x400, 0x52F, .cyrillic), (0x531, 0x58A, .armenian), (0x5D0, 0x5F2, .hebrew),
    (0x620, 0x64A, .arabic), (0x66E, 0x6D3, .arabic), (0x6FA, 0x6FF, .arabic),
    (0x710, 0x74F, .syriac), (0x750, 0x77F, .arabic), (0x780, 0x7B1, .thaana),
    (0x8A0, 0x8C9, .arabic), (0x904, 0x963, .devanagari), (0x971, 0x97F, .devanagari),
    (0x980, 0x9E3, .bengali), (0xA05, 0xA5E, .gurmukhi), (0xA85, 0xAE3, .gujarati),
    (0xB05, 0xB63, .oriya), (0xB83, 0xBD7, .tamil), (0xC05, 0xC63, .telugu),
    (0xC85, 0xCE3, .kannada), (0xD05, 0xD63, .malayalam), (0xD85, 0xDDF, .sinhala),
    (0xE01, 0xE4E, .thai), (0xE81, 0xEDF, .lao), (0xF40, 0xFBC, .tibetan),
    (0x1000, 0x103F, .myanmar), (0x10A0, 0x10FF, .georgian), (0x1100, 0x11FF, .hangul),
    (0x1200, 0x135A, .ethiopic), (0x1780, 0x17D3, .khmer), (0x1820, 0x18AA, .mongolian),
    (0x1C80, 0x1C8A, .cyrillic), (0x1C90, 0x1CBF, .georgian), (0x1E00, 0x1EFF, .latin),
    (0x1F00, 0x1FFF, .greek), (0x2DE0, 0x2DFF, .cyrillic), (0x2E80, 0x2FD5, .han),
    (0x3005, 0x3007, .han), (0x3041, 0x30FF, .kana), (0x3105, 0x312F, .bopomofo),
    (0x3131, 0x318E, .hangul), (0x31F0, 0x31FF, .kana), (0x3400, 0x4DBF, .han),
    (0x4E00, 0x9FFF, .han), (0xA640, 0xA69F, .cyrillic), (0xAC00, 0xD7FF, .hangul),
    (0xF900, 0xFAFF, .han), (0xFB50, 0xFDFF, .arabic), (0xFE70, 0xFEFC, .arabic),
    (0xFF21, 0xFF3A, .latin), (0xFF41, 0xFF5A, .latin), (0xFF66, 0xFF9D, .kana),
    (0x20000, 0x323AF, .han),
  ]
}

/// The scripts that a language is written in.
public struct WritingSystem: Sendable {
  /// The scripts, the one that names the system first.
  public let scripts: [Script]
  private let mask: UInt64

  private init(_ scripts: [Script]) {
    self.scripts = scripts
    mask = scripts.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  /// The system of a BCP 47 tag: that of its script subtag, or the language's usual one (CLDR 44,
  /// "Likely Subtags").
  ///
  /// It is nil if neither is known.
  public init?(ofLocale tag: String) {
    let parts = tag.lowercased().split(separator: "-").map(String.init)
    guard let language = parts.first else { return nil }
    if let script = parts.dropFirst().first(where: { $0.utf8.count == 4 }) {
      guard let scripts = Self.subtags[script] else { return nil }
      self.init(scripts)
    } else if let scripts = Self.languages[language] {
      self.init(scripts)
    } else if language.utf8.count == 2, !Self.unknown.contains(language) {
      self.init([.latin])
    } else {
      return nil
    }
  }

  /// Whether the script is one of them.
  public func contains(_ script: Script) -> Bool { mask & 1 << UInt64(script.rawValue) != 0 }

  private static let chinese: [Script] = [.han, .bopomofo]
  private static let japanese: [Script] = [.kana, .han]
  private static let korean: [Script] = [.hangul, .han]

  /// Languages of ISO 639 that are not written in Latin letters, or not only in these.
  private static let languages: [String: [Script]] = [
    "ab": [.cyrillic], "am": [.ethiopic], "ar": [.arabic], "as": [.bengali],
    "av": [.cyrillic], "ba": [.cyrillic], "be": [.cyrillic], "bg": [.cyrillic],
    "bn": [.bengali], "bo": [.tibetan], "bs": [.latin, .cyrillic], "ce": [.cyrillic],
    "ckb": [.arabic], "cv": [.cyrillic], "dv": [.thaana], "dz": [.tibetan], "el": [.greek],
    "fa": [.arabic], "gu": [.gujarati], "he": [.hebrew], "hi": [.devanagari],
    "hy": [.armenian], "ja": japanese, "ka": [.georgian], "kk": [.cyrillic, .latin],
    "km": [.khmer], "kn": [.kannada], "ko": korean, "ks": [.arabic, .devanagari],
    "ku": [.latin, .arabic], "kv": [.cyrillic], "ky": [.cyrillic], "lo": [.lao],
    "mk": [.cyrillic], "ml": [.malayalam], "mn": [.cyrillic, .mongolian],
    "mr": [.devanagari], "my": [.myanmar], "ne": [.devanagari], "or": [.oriya],
    "os": [.cyrillic], "pa": [.gurmukhi, .arabic], "ps": [.arabic], "ru": [.cyrillic],
    "sa": [.devanagari], "sd": [.arabic, .devanagari], "si": [.sinhala],
    "sr": [.cyrillic, .latin], "ta": [.tamil], "te": [.telugu], "tg": [.cyrillic],
    "th": [.thai], "ti": [.ethiopic], "tk": [.latin, .cyrillic], "tt": [.cyrillic],
    "ug": [.arabic], "uk": [.cyrillic], "ur": [.arabic], "uz": [.latin, .cyrillic],
    "yi": [.hebrew], "yue": chinese, "zh": chinese, "az": [.latin, .cyrillic, .arabic],
  ]

  /// Languages whose script is not one of these.
  private static let unknown: Set<String> = ["cr", "ii", "iu", "oj"]

  private static let subtags: [String: [Script]] = [
    "arab": [.arabic], "armn": [.armenian], "beng": [.bengali], "cyrl": [.cyrillic],
    "deva": [.devanagari], "ethi": [.ethiopic], "geor": [.georgian], "grek": [.greek],
    "gujr": [.gujarati], "guru": [.gurmukhi], "hang": [.hangul], "hans": chinese,
    "hant": chinese, "hebr": [.hebrew], "jpan": japanese, "khmr": [.khmer], "knda": [.kannada],
    "kore": korean, "laoo": [.lao], "latn": [.latin], "mlym": [.malayalam],
    "mong": [.mongolian], "mymr": [.myanmar], "orya": [.oriya], "sinh": [.sinhala],
    "syrc": [.syriac], "taml": [.tamil], "telu": [.telugu], "thaa": [.thaana],
    "thai": [.thai], "tibt": [.tibetan],
  ]
}
