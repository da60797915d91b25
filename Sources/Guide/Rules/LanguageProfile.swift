import Base

/// Tells languages of one script apart by their frequent short words.
///
/// Words of up to eight bytes are looked up as numbers in a table that is made once. A text counts as
/// being in another language only where that one's words are frequent and the own language's are not.
public struct LanguageProfile: Sendable {
  /// So many words a text must have to be judged.
  public static let fewestWords = 12
  private static let fewestHits = 4

  /// Words that are frequent in each language, and in few others.
  private static let words: [(language: String, name: String, words: String)] = [
    (
      "en", "English",
      "the of and to in is are for with that on by it be as this from or an at your you not can has "
        + "have which when they will its their if them each"
    ),
    (
      "de", "German",
      "der die das und ist nicht mit für von den dem des ein eine auf im zu sich es als auch wird "
        + "oder aus sie wenn nach dass kann haben ihre werden bei sind einen einer"
    ),
    (
      "fr", "French",
      "le la les des et est une dans pour par sur que qui au aux du avec pas vous votre ce cette "
        + "sont ou il être plus elle ses"
    ),
    (
      "sv", "Swedish",
      "och att det som en är av för med till den på inte om ett har de kan från eller vid när ska "
        + "ni er så i"
    ),
    (
      "es", "Spanish",
      "el la los las de que en y un una por con para es se del al su como más no lo sus este esta"
    ),
    (
      "it", "Italian",
      "il la di che e un una per con non si della dei delle le gli sono nel alla da come più o"
    ),
    (
      "nl", "Dutch",
      "de het een en van is dat op te zijn met voor niet aan er om ook als bij of door worden naar "
        + "uit"
    ),
    (
      "pt", "Portuguese",
      "o a os as de que e do da em um uma para com não por se dos das no na mais como ao é"
    ),
    (
      "da", "Danish",
      "og at det er en til af på for med ikke den de der som har et kan fra eller ved når skal"
    ),
    (
      "nb", "Norwegian",
      "og at det er en til av på for med ikke den de som har et kan fra eller ved når skal om"
    ),
    ("pl", "Polish", "i w na z do się nie jest to że oraz dla od przez po za są jak lub które"),
    ("fi", "Finnish", "ja on ei että se ovat joka mutta tai kun sen myös niin voi ole sekä"),
    ("cs", "Czech", "a v na se je že s z do pro jako od k jsou nebo po o by ale"),
    ("tr", "Turkish", "ve bir bu için ile de da olarak olan daha çok gibi kadar ancak veya"),
    ("ru", "Russian", "и в на не что с по для это как из от к или за при он а но"),
    ("uk", "Ukrainian", "і в на не що з для це як від до або та у за при й"),
  ]

  private static let slotCount = 2048

  /// The words' numbers, and the languages that each belongs to as bits; a number of 0 is a free slot.
  private static let table: (keys: [UInt64], masks: [UInt32]) = {
    var keys = [UInt64](repeating: 0, count: slotCount)
    var masks = [UInt32](repeating: 0, count: slotCount)
    for (index, entry) in words.enumerated() {
      for word in entry.words.split(separator: " ") where word.utf8.count <= 8 {
        let key = word.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var slot = slot(of: key)
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) % slotCount }
        keys[slot] = key
        masks[slot] |= 1 << UInt32(index)
      }
    }
    return (keys, masks)
  }()

  private static func slot(of key: UInt64) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) >> 53)
  }

  private let own: Int?

  /// Describes a language by its locale's tag.
  public init(locale: String) {
    let language = locale.prefix { $0 != "-" }.lowercased()
    let known = language == "no" || language == "nn" ? "nb" : language
    own = Self.words.firstIndex { $0.language == known }
  }

  /// The name of the language that texts are in, if that is clearly another one.
  ///
  /// - Returns: nil if the texts are short, in the own language, or in one that nobody knows here.
  public func otherLanguage(of texts: [String]) -> DiagnosticMessage? {
    guard let own else { return nil }
    var hits = [Int](repeating: 0, count: Self.words.count)
    var count = 0
    for text in texts { Self.count(text, &hits, &count) }
    guard count >= Self.fewestWords, let most = hits.max(),
      most >= max(Self.fewestHits, count / 6), hits[own] * 3 <= most,
      let best = hits.firstIndex(of: most)
    else { return nil }
    return DiagnosticMessage(words: Self.words[best].name)
  }

  private static func count(_ text: String, _ hits: inout [Int], _ count: inout Int) {
    var key: UInt64 = 0
    var length = 0
    let table = table
    func end(_ hits: inout [Int], _ count: inout Int) {
      guard length > 0 else { return }
      count += 1
      defer { (key, length) = (0, 0) }
      guard length <= 8 else { return }
      var slot = slot(of: key)
      while table.keys[slot] != 0 {
        if table.keys[slot] == key {
          var mask = table.masks[slot]
          while mask != 0 {
            hits[mask.trailingZeroBitCount] += 1
            mask &= mask - 1
          }
          return
        }
        slot = (slot + 1) % slotCount
      }
    }
    for byte in text.utf8 {
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if (0x61...0x7A).contains(lower) || lower >= 0x80 {
        key = key << 8 | UInt64(lower)
        length += 1
      } else {
        end(&hits, &count)
      }
    }
    end(&hits, &count)
  }
}
