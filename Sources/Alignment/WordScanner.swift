/// The words of a text as numbers, so that texts are compared without making strings.
///
/// A word is a run of letters and digits of one kind of script, in small letters, accents of Latin
/// letters taken off. Words of five letters and more also count by their first four, as cognates do
/// in M. Simard, G. Foster and P. Isabelle, "Using Cognates to Align Sentences in Bilingual Corpora"
/// (1992). Chinese characters count in pairs, since their words are not divided.
struct WordScanner {
  /// The whole words, and the pairs of Chinese characters.
  private(set) var whole: [UInt64] = []
  /// The beginnings of longer words.
  private(set) var beginnings: [UInt64] = []

  private enum Script { case none, alphabet, latin, han }

  private var script = Script.none
  private var count = 0
  private var hash: UInt64 = 0
  private var beginning: UInt64 = 0
  private var previous: UInt32 = 0

  /// The words of a row, each once.
  static func words(of row: RowFeatures) -> WordScanner {
    var scanner = WordScanner()
    scanner.scan(row.title)
    for clause in row.clauses { scanner.scan(clause) }
    scanner.whole = unique(scanner.whole)
    scanner.beginnings = unique(scanner.beginnings)
    return scanner
  }

  /// A text as a number.
  static func number(of text: String) -> UInt64 {
    text.utf8.reduce(seed) { mixed($0, UInt32($1)) }
  }

  private static func unique(_ numbers: [UInt64]) -> [UInt64] {
    var result: [UInt64] = []
    for number in numbers.sorted() where number != result.last { result.append(number) }
    return result
  }

  /// Reads one text more.
  private mutating func scan(_ text: String) {
    for scalar in text.unicodeScalars { take(scalar.value) }
    end()
  }

  private mutating func take(_ value: UInt32) {
    let letter = Self.folded(value)
    let next = Self.script(of: letter)
    if next != script { end() }
    script = next
    guard next != .none else { return }
    count += 1
    if next == .han {
      if count > 1 { whole.append(Self.mixed(Self.mixed(Self.seed, previous), letter)) }
      previous = letter
      return
    }
    hash = Self.mixed(hash, letter)
    if count == 4 { beginning = hash }
  }

  private mutating func end() {
    if script == .latin || script == .alphabet {
      if count >= 3 { whole.append(hash) }
      if count >= 5 { beginnings.append(beginning) }
    }
    (script, count, hash) = (.none, 0, Self.seed)
  }

  /// The initial value of a word's number, which is a hash after Fowler, Noll and Vo (FNV-1a).
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func mixed(_ hash: UInt64, _ letter: UInt32) -> UInt64 {
    (hash ^ UInt64(letter)) &* 0x100_0000_01B3
  }

  private static func script(of letter: UInt32) -> Script {
    switch letter {
    case 0x30...0x39, 0x61...0x7A, 0xDF...0x24F, 0x1E00...0x1EFF: .latin
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x323AF: .han
    case 0x300...0x36F, 0x2000...0x2E7F, 0x3000...0x3040, 0xFE30...0xFFFF: .none
    case 0x60C, 0x61B, 0x61F, 0x6D4, 0x964, 0x965: .none
    case 0x370...: .alphabet
    default: .none
    }
  }

  /// A letter in small letters and without accents, a digit as in ASCII.
  private static func folded(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5A: value | 0x20
    case 0...0xBF: value
    case 0xC0...0xFF: UInt32(latin[Int(value) - 0xC0])
    case 0x100...0x17F, 0x1E00...0x1EFF: value | 1
    case 0x400...0x40F: value + 0x50
    case 0x391...0x3A9, 0x410...0x42F: value + 0x20
    case 0x660...0x669, 0x6F0...0x6F9: 0x30 + (value & 0xF)
    case 0x966...0x96F: 0x30 + (value - 0x966)
    case 0xFF10...0xFF19, 0xFF41...0xFF5A: value - 0xFEE0
    case 0xFF21...0xFF3A: value - 0xFEC0
    default: value
    }
  }

  /// The letters of Latin-1 from U+00C0 on without their accents.
  private static let latin = Array(
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty".utf8)
}
