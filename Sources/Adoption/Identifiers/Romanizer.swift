import Base

/// Writes letters of alphabets and syllabaries in Latin letters, for ids that people can read.
///
/// Cyrillic follows the table of passports (ICAO Doc 9303, section 6.B), and Greek follows ISO 843.
/// Korean follows the Revised Romanization letter by letter, and Japanese kana Hepburn's table,
/// both without the changes between syllables. Arabic, Hebrew, Thai, and the scripts of India are
/// written letter by letter, and Chinese characters by their usual reading.
enum Romanizer {
  /// The text in Latin letters as far as they are known; other characters stay.
  ///
  /// - Parameter locale: the text's locale, which tells how Chinese characters are read.
  static func latin(_ text: String, in locale: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    let isJapanese = locale == "ja" || locale.hasPrefix("ja-")
    var result = ""
    // A consonant of India's scripts has an "a" unless a vowel or the end of the word follows.
    var hasVowelDue = false
    for scalar in text.unicodeScalars {
      if let sign = IndicLetters.reading(scalar) {
        if hasVowelDue, sign.isConsonant { result += "a" }
        hasVowelDue = sign.isConsonant
        result += sign.text
        continue
      }
      hasVowelDue = false
      if let syllable = hangul(scalar) {
        result += syllable
      } else if let reading = HanReadings.reading(scalar, isJapanese: isJapanese) {
        result += reading
      } else if let letters = table[scalar] ?? table[lower(scalar)] {
        result += letters
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let mapped = scalar.properties.lowercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first ?? scalar : scalar
  }

  private static let table: [Unicode.Scalar: String] = {
    let pairs =
      "а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh "
      + "ц ts ч ch ш sh щ shch ъ ie ы y э e ю iu я ia і i ї i є ie ґ g ў u ј j љ lj њ nj ћ c ђ d џ dz "
      + "ѓ g ќ k ѕ dz қ q ғ g ң n ү u ұ u һ h ә a ө o "
      + "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch "
      + "ψ ps ω o ά a έ e ή i ί i ό o ύ y ώ o ϊ i ϋ y "
      + "ı i ß ss ø o æ ae œ oe đ d ð d þ th ł l ŋ n ħ h ə a ŧ t ƒ f "
      + "あ a い i う u え e お o か ka き ki く ku け ke こ ko さ sa し shi す su せ se そ so た ta ち chi つ tsu "
      + "て te と to な na に ni ぬ nu ね ne の no は ha ひ hi ふ fu へ he ほ ho ま ma み mi む mu め me も mo "
      + "や ya ゆ yu よ yo ら ra り ri る ru れ re ろ ro わ wa を o ん n が ga ぎ gi ぐ gu げ ge ご go ざ za "
      + "じ ji ず zu ぜ ze ぞ zo だ da ぢ ji づ zu で de ど do ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu "
      + "ぺ pe ぽ po ぁ a ぃ i ぅ u ぇ e ぉ o ゃ ya ゅ yu ょ yo"
      + SemiticLetters.pairs + ThaiLetters.pairs
    // Marks that combine would stick to the space before them if characters were divided.
    let words = pairs.unicodeScalars.split(separator: " ").map { String($0) }
    var result: [Unicode.Scalar: String] = ["ь": "", "っ": "", "ッ": "", "ー": ""]
    for silent in (SemiticLetters.silent + ThaiLetters.silent).unicodeScalars {
      result[silent] = ""
    }
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      guard let scalar = words[index].unicodeScalars.first else { continue }
      result[scalar] = words[index + 1]
      // Katakana are 0x60 behind hiragana.
      if (0x3041...0x3096).contains(scalar.value), let kata = Unicode.Scalar(scalar.value + 0x60) {
        result[kata] = words[index + 1]
      }
    }
    return result
  }()

  private static let initials = "g kk n d tt r m b pp s ss - j jj ch k t p h".split(separator: " ")
  private static let vowels = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"
    .split(separator: " ")
  private static let finals =
    "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(separator: " ")

  /// A Hangul syllable (The Unicode Standard, section 3.12).
  private static func hangul(_ scalar: Unicode.Scalar) -> String? {
    guard (0xAC00...0xD7A3).contains(scalar.value) else { return nil }
    let index = Int(scalar.value - 0xAC00)
    let (initial, vowel, final) = (index / 588, index % 588 / 28, index % 28)
    return [initials[initial], vowels[vowel], finals[final]].filter { $0 != "-" }.joined()
  }
}
