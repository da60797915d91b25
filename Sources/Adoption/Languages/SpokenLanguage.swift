import Base

/// Tells which language a text is in, as far as its script and its most usual words do.
///
/// Letters of a responsibility are never guessed from it: it only weighs names of files and folders.
struct SpokenLanguage: Equatable {
  /// The language's code; nil if the text does not tell.
  let language: String?

  /// The length in bytes of a text's part that is read.
  private static let sampleLength = 4_000
  /// The length in bytes above which a word is not one of the usual ones.
  private static let wordLength = 15

  /// Reads the first lines of a text, code left out.
  init(_ lines: ArraySlice<ArraySlice<UInt8>>) {
    var counts = ScriptCounts()
    var words: [String] = []
    var isCode = false
    var left = Self.sampleLength
    for line in lines where !line.isEmpty {
      if left <= 0 { break }
      if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) { isCode.toggle() }
      let part = line.prefix(left)
      left -= part.count
      if !isCode { Self.read(part, &counts, &words) }
    }
    language = counts.language ?? Self.usual(words)
  }

  private static func read(
    _ line: ArraySlice<UInt8>, _ counts: inout ScriptCounts, _ words: inout [String]
  ) {
    var word = ""
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      counts.take(scalar)
      if isWordCharacter(scalar) {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        add(word, &words)
        word = ""
      }
    }
    if !word.isEmpty { add(word, &words) }
  }

  private static func add(_ word: String, _ words: inout [String]) {
    // One capital by itself is a letter of a table, and not a word.
    let isLetter = word.utf8.count == 1 && word.utf8.first.map { $0 < 0x61 } == true
    if word.utf8.count <= wordLength, !isLetter { words.append(word.lowercased()) }
  }

  /// The language of most of the texts that tell one; nil if none does, or others are as many.
  init(ofMost texts: [SpokenLanguage]) {
    var counts: [String: Int] = [:]
    for language in texts.compactMap(\.language) { counts[language, default: 0] += 1 }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let isClear = sorted.count < 2 || sorted[0].value > sorted[1].value
    language = isClear ? sorted.first?.key : nil
  }

  /// Whether the text may be in the language of a tag; nil if the text does not tell.
  func speaks(_ tag: String) -> Bool? {
    guard let language else { return nil }
    let asked = tag.prefix { $0 != "-" }
    return asked == language || Self.kin[language]?.contains(String(asked)) ?? false
  }

  /// Whether the text is in another language than that of a tag, although its language may be one
  /// that no text tells.
  func denies(_ tag: String) -> Bool {
    guard let language, speaks(tag) == false else { return false }
    let asked = String(tag.prefix { $0 != "-" })
    return language == "en" || !UsualWords.codes.contains(language)
      || UsualWords.codes.contains(asked) || ScriptCounts.codes.contains(asked)
  }

  /// The language with most usual words in a text, if they are three at least, of two kinds, and
  /// clearly more than any other's.
  private static func usual(_ words: [String]) -> String? {
    var scores: [String: Int] = [:]
    var kinds: [String: Set<String>] = [:]
    for word in words {
      for language in UsualWords.languages[word] ?? [] {
        scores[language, default: 0] += 1
        kinds[language, default: []].insert(word)
      }
    }
    let sorted = scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let first = sorted.first, first.value >= 3, kinds[first.key]?.count ?? 0 > 1 else {
      return nil
    }
    if sorted.count > 1, first.value * 3 < sorted[1].value * 4 { return nil }
    return first.key
  }

  /// Languages whose texts look alike to a reader of scripts and usual words.
  private static let kin: [String: Set<String>] = [
    "no": ["nb", "nn", "da"], "da": ["no", "nb", "nn"], "id": ["ms"], "zh": ["yue", "lzh", "nan"],
    "ar": ["ckb", "ps", "ug", "sd"], "fa": ["ps", "ckb", "ur"], "ur": ["fa", "ps"],
    "hi": ["mr", "ne", "sa", "kok", "mai"], "hr": ["bs", "sr", "sl"],
    "ru": ["be", "kk", "ky", "mn"], "kk": ["ky", "mn", "tt", "ba", "tg", "uz"], "nl": ["af"],
    "uk": ["be"], "bg": ["mk"], "sr": ["bs", "mk"], "cs": ["sk"], "sk": ["cs"],
    "es": ["gl", "ast"],
    "pt": ["gl"], "he": ["yi", "iw"], "am": ["ti"], "bn": ["as"],
  ]
}

/// How many letters of each script a text has.
private struct ScriptCounts {
  private var latin = 0
  private var kana = 0
  private var han = 0
  private var cyrillic = 0
  private var marks: [Unicode.Scalar: Int] = [:]
  private var others: [String: Int] = [:]

  mutating func take(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin += 1
    case 0x3040...0x30FF: kana += 1
    case 0x4E00...0x9FFF, 0x3400...0x4DBF: han += 1
    case 0x400...0x52F:
      cyrillic += 1
      marks[scalar, default: 0] += 1
    case 0x600...0x6FF:
      others["ar", default: 0] += 1
      marks[scalar, default: 0] += 1
    case 0..<0x370: break
    default:
      guard let language = Self.languages.first(where: { $0.scalars.contains(scalar.value) }) else {
        return
      }
      others[language.code, default: 0] += 1
    }
  }

  /// The language that the script tells; nil for Latin letters and for too few.
  var language: String? {
    let rest = others.max { ($0.value, $1.key) < ($1.value, $0.key) }
    let most = max(kana + han, cyrillic, rest?.value ?? 0)
    // Ideographs say more than letters, and a text about software is full of Latin names.
    guard most >= 3, most * 4 >= latin else { return nil }
    if kana + han == most { return kana * 20 >= han ? "ja" : "zh" }
    if cyrillic == most { return cyrillicLanguage }
    return rest?.key == "ar" ? arabicLanguage : rest?.key
  }

  private var cyrillicLanguage: String {
    // A list of languages names some in their own letters, which are few of a whole text.
    if count(Self.kazakh) * 50 >= cyrillic { return "kk" }
    if count(["ў"]) > 0 { return "be" }
    if count(["і", "ї", "є"]) * 100 >= cyrillic { return "uk" }
    if count(["ђ", "ј", "љ", "њ", "ћ"]) * 100 >= cyrillic { return "sr" }
    return count(["ъ"]) > 4 * count(["ы", "э"]) ? "bg" : "ru"
  }

  /// Letters of Kazakh and its neighbors that the Slavic languages lack.
  private static let kazakh: [Unicode.Scalar] = ["ә", "ғ", "қ", "ң", "ө", "ұ"]

  private var arabicLanguage: String {
    if count(["ٹ", "ے", "ں"]) > 0 { return "ur" }
    return count(["پ", "چ", "گ", "ژ"]) == 0 ? "ar" : "fa"
  }

  private func count(_ letters: [Unicode.Scalar]) -> Int {
    letters.reduce(0) { $0 + (marks[$1] ?? 0) }
  }

  /// The languages that a script tells.
  static let codes = Set(languages.map(\.code)).union([
    "ar", "be", "bg", "fa", "ja", "kk", "ru", "sr", "uk", "ur", "zh",
  ])

  /// Scripts that are nearly always one language.
  private static let languages: [(scalars: ClosedRange<UInt32>, code: String)] = [
    (0x370...0x3FF, "el"), (0x530...0x58F, "hy"), (0x590...0x5FF, "he"), (0x900...0x97F, "hi"),
    (0x980...0x9FF, "bn"), (0xA00...0xA7F, "pa"), (0xA80...0xAFF, "gu"), (0xB80...0xBFF, "ta"),
    (0xC00...0xC7F, "te"), (0xC80...0xCFF, "kn"), (0xD00...0xD7F, "ml"), (0xD80...0xDFF, "si"),
    (0xE00...0xE7F, "th"), (0xE80...0xEFF, "lo"), (0x1000...0x109F, "my"), (0x10A0...0x10FF, "ka"),
    (0x1100...0x11FF, "ko"), (0x1200...0x137F, "am"), (0x1780...0x17FF, "km"),
    (0x1F00...0x1FFF, "el"), (0xAC00...0xD7AF, "ko"),
  ]
}
