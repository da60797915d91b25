/// Names of languages that are used instead of codes, and the codes that are mistaken for them.
enum LanguageNames {
  /// The tag of a language's name, in English or its own words, lower case; nil if no language has
  /// it.
  static func tag(ofWord word: String) -> String? { words[word] }

  /// Codes of countries that people write for the language spoken there.
  static let misnomers = [
    "cn": "zh-CN", "jp": "ja", "ua": "uk", "cz": "cs", "dk": "da", "gr": "el", "vn": "vi",
    "hk": "zh-HK", "us": "en-US", "gb": "en-GB", "mx": "es-MX", "at": "de-AT", "kp": "ko",
    "ir": "fa", "il": "he", "np": "ne", "pk": "ur", "rs": "sr", "chs": "zh-Hans", "cht": "zh-Hant",
    "ptbr": "pt-BR", "zhcn": "zh-CN",
    "zhtw": "zh-TW",
  ]

  /// Codes that are taken for other languages as well, which are then meant by the text.
  static let secondMeanings = [
    "kr": "ko", "tw": "zh-TW", "br": "pt-BR", "se": "sv", "my": "ms", "in": "hi", "ch": "de-CH",
  ]

  /// Of both, those of countries that do not also name words or departments.
  static let countries: Set<String> = [
    "br", "ch", "cn", "cz", "dk", "gb", "gr", "hk", "il", "ir", "jp", "kp", "kr", "mx", "np", "pk",
    "rs", "se", "tw",
    "ua", "vn",
  ]

  /// Codes of languages that sites are written in; any other two letters need a text that speaks
  /// the language.
  static let usual: Set<String> = Set(
    """
    ar az be bg bn bs ca cs da de el en eo es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it \
    ja ka kk km kn ko lt lv mk ml mn mr ms nb ne nl nn no pl pt ro ru sk sl sq sr sv sw ta te th \
    tl tr uk ur uz vi zh yue
    """.split(separator: " ").map(String.init))

  /// Codes that are also departments, countries or words in file names.
  static let ambiguous: Set<String> = [
    "am", "an", "ar", "as", "av", "be", "bi", "br", "ca", "ch", "co", "cr", "cs", "cv", "cy", "dv",
    "ee", "et", "ga", "ha", "he", "hi", "ho", "hr", "ht", "ia", "id", "ie", "ii", "io", "is",
    "it", "kr", "la", "li", "lo", "ml", "mr", "ms", "mt", "my", "na", "nb", "ne", "ng", "no", "nr",
    "oc", "om", "or", "os", "pa", "pi", "ps", "qu", "rm", "rn", "sa", "sc", "sd", "se", "sg",
    "si", "sm", "so", "sq", "ss", "st", "te", "to", "ts", "tw", "ty", "uk", "ve", "vo", "wa", "yo",
  ]

  /// The regions that say that a code of the list above is a language: `it-IT`, unlike `to-do`.
  static let usualRegions: [String: String] = [
    "am": "et", "ar": "sa ae eg ma dz tn iq jo kw lb ly om qa sy ye bh sd 001", "be": "by",
    "br": "fr", "ca": "es ad", "co": "fr", "cs": "cz", "cy": "gb", "et": "ee", "ga": "ie",
    "ha": "ng", "he": "il", "hi": "in", "hr": "hr ba", "ht": "ht", "id": "id", "in": "id",
    "is": "is", "iw": "il", "it": "it ch", "kr": "", "lo": "la", "ml": "in", "mr": "in",
    "ms": "my bn sg", "mt": "mt",
    "my": "mm", "nb": "no", "ne": "np in", "no": "no", "oc": "fr", "or": "in", "pa": "in pk",
    "ps": "af", "rm": "ch", "se": "no fi", "si": "lk", "so": "so", "sq": "al xk mk", "te": "in",
    "uk": "ua", "yo": "ng",
  ]
}
