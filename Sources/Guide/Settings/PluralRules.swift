/// A form that a language's words take beside a number (CLDR, "Language Plural Rules").
public enum PluralCategory: String, CaseIterable, Sendable {
  case zero, one, two, few, many, other
}

/// Which form a whole number asks for, by the rules of CLDR 48 for cardinal numbers.
///
/// The browser tests compare the table with `Intl.PluralRules`.
public struct PluralRules: Sendable {
  private let rule: Rule

  /// The rules of a BCP 47 tag; a language that the table lacks has "one" for 1 and "other".
  public init(_ tag: String) {
    let chain = LanguageTag.chain(of: tag)
    let language = chain.last?.prefix { $0 != "-" } ?? ""
    let isEuropean = LanguageTag.canonical(tag).hasPrefix("pt-PT")
    rule = isEuropean ? .oneAndMillions : Self.rules[String(language)] ?? .one
  }

  /// The form that a number takes.
  ///
  /// - Parameter count: how many; a negative number counts by its size.
  public func category(of count: Int) -> PluralCategory {
    let number = count.magnitude
    let (last, lastTwo) = (number % 10, number % 100)
    let isMillions = number != 0 && number % 1_000_000 == 0
    switch rule {
    case .none: return .other
    case .one: return number == 1 ? .one : .other
    case .zeroAndOne: return number < 2 ? .one : .other
    case .oneAndMillions: return number == 1 ? .one : isMillions ? .many : .other
    case .zeroAndOneAndMillions: return number < 2 ? .one : isMillions ? .many : .other
    case .lastOne: return last == 1 && lastTwo != 11 ? .one : .other
    case .oneAndTwo: return number == 1 ? .one : number == 2 ? .two : .other
    case .eastSlavic, .southSlavic:
      if last == 1 && lastTwo != 11 { return .one }
      if (2...4).contains(last) && !(12...14).contains(lastTwo) { return .few }
      return rule == .eastSlavic ? .many : .other
    case .polish:
      if number == 1 { return .one }
      return (2...4).contains(last) && !(12...14).contains(lastTwo) ? .few : .many
    case .czech: return number == 1 ? .one : (2...4).contains(number) ? .few : .other
    case .slovenian:
      return lastTwo == 1 ? .one : lastTwo == 2 ? .two : (3...4).contains(lastTwo) ? .few : .other
    case .lithuanian:
      if (11...19).contains(lastTwo) || last == 0 { return .other }
      return last == 1 ? .one : .few
    case .latvian:
      if last == 0 || (11...19).contains(lastTwo) { return .zero }
      return last == 1 ? .one : .other
    case .romanian:
      if number == 1 { return .one }
      return number == 0 || (1...19).contains(lastTwo) ? .few : .other
    case .arabic:
      if number < 3 { return [.zero, .one, .two][Int(number)] }
      return (3...10).contains(lastTwo) ? .few : lastTwo > 10 ? .many : .other
    case .welsh:
      let forms: [UInt: PluralCategory] = [0: .zero, 1: .one, 2: .two, 3: .few, 6: .many]
      return forms[number] ?? .other
    case .irish:
      if number == 1 || number == 2 { return number == 1 ? .one : .two }
      return (3...6).contains(number) ? .few : (7...10).contains(number) ? .many : .other
    case .maltese:
      if number == 1 || number == 2 { return number == 1 ? .one : .two }
      if number == 0 || (3...10).contains(lastTwo) { return .few }
      return (11...19).contains(lastTwo) ? .many : .other
    case .filipino:
      return (1...3).contains(number) || ![4, 6, 9].contains(last) ? .one : .other
    }
  }

  /// The forms that whole numbers ask for, in CLDR's order.
  public var categories: [PluralCategory] {
    let found = Set((Array(0...200) + [1_000_000]).map(category))
    return PluralCategory.allCases.filter(found.contains)
  }

  /// Kinds of rules, each named for its distinctions or for a language that has it.
  private enum Rule {
    case none, one, zeroAndOne, oneAndMillions, zeroAndOneAndMillions, lastOne, oneAndTwo
    case eastSlavic, southSlavic, polish, czech, slovenian, lithuanian, latvian, romanian
    case arabic, welsh, irish, maltese, filipino
  }

  private static let languages: [(rule: Rule, codes: String)] = [
    (
      .none,
      "bm bo dz id ig ii in ja jbo jv jw kde kea km ko lkt lo ms my nqo osa sah ses sg su th to"
    ),
    (.none, "tpi vi wo yo yue zh"),
    (.zeroAndOne, "ak am as bho bn csw doi fa ff gu guw hi hy kab kn ln mg nso pa pcm si ti wa zu"),
    (.zeroAndOneAndMillions, "fr pt"), (.oneAndMillions, "ca es it lld scn vec"),
    (.lastOne, "is mk"), (.oneAndTwo, "he iu iw naq sat se sma smi smj smn sms"),
    (.eastSlavic, "be ru uk"), (.southSlavic, "bs hr sh sr"), (.polish, "pl"), (.czech, "cs sk"),
    (.slovenian, "dsb hsb sl"), (.lithuanian, "lt"), (.latvian, "lv prg"), (.romanian, "mo ro"),
    (.arabic, "ar ars"), (.welsh, "cy"), (.irish, "ga"), (.maltese, "mt"),
    (.filipino, "ceb fil tl"),
  ]

  private static let rules: [String: Rule] = {
    var result: [String: Rule] = [:]
    for (rule, codes) in languages {
      for code in codes.split(separator: " ") { result[String(code)] = rule }
    }
    return result
  }()
}
