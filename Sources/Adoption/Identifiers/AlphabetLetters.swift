/// Letters of Arabic, with those of Persian and Urdu, and of Hebrew, Georgian, and Armenian.
enum SemiticLetters {
  /// Pairs of a letter and its Latin letters, divided by spaces, with a space before the first.
  static let pairs =
    " ا a آ a أ a إ i ٱ a ب b پ p ت t ٹ t ث th ج j چ ch ح h خ kh د d ڈ d ذ dh ر r ڑ r ز z ژ zh س s "
    + "ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ک k گ g ل l م m ن n ں n ه h ھ h ہ h ۀ h ة h و w "
    + "ؤ w ي y ی y ئ y ى a ے e ۓ e "
    + "א a ב b ג g ד d ה h ו v ז z ח ch ט t י y כ k ך k ל l מ m ם m נ n ן n ס s ע a פ p ף f צ ts "
    + "ץ ts ק k ר r ש sh ת t "
    + "ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh "
    + "ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h "
    + "ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n "
    + "շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ w փ p ք k օ o ֆ f և ev"

  /// Marks of vowels and lengths, and the sign that draws words out.
  static let silent =
    "\u{640}\u{621}\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}\u{651}\u{652}\u{653}\u{654}\u{655}"
    + "\u{5B0}\u{5B1}\u{5B2}\u{5B3}\u{5B4}\u{5B5}\u{5B6}\u{5B7}\u{5B8}\u{5B9}\u{5BB}\u{5BC}\u{5C1}\u{5C2}"
    + "\u{200C}\u{200D}"
}

/// Letters of Thai, as the Royal Thai General System writes consonants at the beginning of a syllable.
enum ThaiLetters {
  /// Pairs of a letter and its Latin letters, divided by spaces, with a space before the first.
  static let pairs: String = {
    let consonants =
      "k kh kh kh kh kh ng ch ch ch s ch y d t th th th n d t th th th n b p ph f ph f ph m y r rue "
      + "l lue w s s s h l o h"
    var result = ""
    for (offset, latin) in consonants.split(separator: " ").enumerated() {
      guard let scalar = Unicode.Scalar(0xE01 + UInt32(offset)) else { continue }
      result += " \(Character(scalar)) \(latin)"
    }
    return result
      + " \u{E30} a \u{E31} a \u{E32} a \u{E33} am \u{E34} i \u{E35} i \u{E36} ue \u{E37} ue \u{E38} u "
      + "\u{E39} u \u{E40} e \u{E41} ae \u{E42} o \u{E43} ai \u{E44} ai"
  }()

  /// Marks of tones and silence, and the sign of repetition.
  static let silent =
    "\u{E2F}\u{E3A}\u{E45}\u{E46}\u{E47}\u{E48}\u{E49}\u{E4A}\u{E4B}\u{E4C}\u{E4D}\u{E4E}"
}
