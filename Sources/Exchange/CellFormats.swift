/// How the numbers of a workbook are shown: as numbers, shares, dates or times.
struct CellFormats: Sendable {
  /// The meaning of a number.
  enum Kind: Sendable, Equatable {
    case number
    case percent
    case date
    case time
    case dateAndTime
  }

  /// The kind of each cell format, by its index.
  private let kinds: [Kind]
  private let calendar: SerialCalendar

  /// Reads the file of styles; nil if the workbook has none.
  init(
    _ bytes: [UInt8]?, countsFrom1904: Bool, _ limits: ExchangeLimits
  ) throws(ExchangeError) {
    calendar = SerialCalendar(countsFrom1904: countsFrom1904)
    guard let bytes else {
      kinds = []
      return
    }
    var own: [Int: Kind] = [:]
    var used: [Int] = []
    var isCellFormats = false
    try XMLReader.read(bytes, limits) { event throws(ExchangeError) in
      switch event {
      case .start(let element) where element.name == "numFmt":
        guard let id = element["numFmtId"].flatMap(Int.init), let code = element["formatCode"]
        else { return }
        own[id] = Self.kind(ofCode: code)
      case .start(let element) where element.name == "cellXfs": isCellFormats = true
      case .start(let element) where element.name == "xf" && isCellFormats:
        used.append(element["numFmtId"].flatMap(Int.init) ?? 0)
      case .end("cellXfs"): isCellFormats = false
      default: return
      }
    }
    kinds = used.map { own[$0] ?? Self.kind(ofBuiltIn: $0) }
  }

  /// The text that a cell with a stored number shows.
  ///
  /// - Parameter format: the index of the cell's format; nil if it names none.
  func text(_ stored: String, format: Int?) -> String {
    guard let number = Double(stored), number.isFinite else { return stored }
    let kind = format.flatMap { kinds.indices.contains($0) ? kinds[$0] : nil } ?? .number
    switch kind {
    case .number: return Self.plain(number)
    case .percent: return Self.plain((number * 1_000_000).rounded() / 10_000) + "%"
    case .date: return calendar.date(number) ?? Self.plain(number)
    case .time: return calendar.time(number) ?? Self.plain(number)
    case .dateAndTime:
      guard let date = calendar.date(number), let time = calendar.time(number) else {
        return Self.plain(number)
      }
      return date + " " + time
    }
  }

  /// A number without a needless fraction or exponent, to 15 digits as spreadsheets keep them.
  private static func plain(_ number: Double) -> String {
    if let whole = Int(exactly: number), abs(number) < 1e15 { return String(whole) }
    let magnitude = abs(number)
    if magnitude >= 1e-4, magnitude < 1e9 {
      // Nine digits before the point leave six behind it within the 15.
      let rounded = (number * 1e6).rounded() / 1e6
      if abs(rounded - number) <= magnitude * 1e-12 {
        return Int(exactly: rounded).map(String.init) ?? "\(rounded)"
      }
    }
    return "\(number)"
  }

  /// The formats that every program knows by number (ECMA-376 part 1, section 18.8.30).
  private static func kind(ofBuiltIn id: Int) -> Kind {
    switch id {
    case 9, 10: .percent
    case 14...17, 27...31, 34...36, 50...54, 57, 58: .date
    case 18...21, 32, 33, 45...47, 55, 56: .time
    case 22: .dateAndTime
    default: .number
    }
  }

  /// A format code's kind, by the letters outside of quotes and brackets in its first section.
  static func kind(ofCode code: String) -> Kind {
    var letters: Set<UInt8> = []
    var closing: UInt8?
    var isEscaped = false
    for byte in code.utf8 {
      if isEscaped {
        isEscaped = false
      } else if let end = closing {
        if byte == end { closing = nil }
      } else if byte == UInt8(ascii: ";") {
        break
      } else if byte == UInt8(ascii: "\"") {
        closing = byte
      } else if byte == UInt8(ascii: "[") {
        closing = UInt8(ascii: "]")
      } else if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "_") {
        isEscaped = true
      } else {
        letters.insert(byte | 0x20)
      }
    }
    let hasTime = !letters.isDisjoint(with: "hs".utf8)
    let hasDate = !letters.isDisjoint(with: "yd".utf8) || letters.contains(0x6D) && !hasTime
    let isGeneral = letters.contains(UInt8(ascii: "g"))
    if isGeneral { return .number }
    if hasDate { return hasTime ? .dateAndTime : .date }
    if hasTime { return .time }
    return code.utf8.contains(UInt8(ascii: "%")) ? .percent : .number
  }
}

/// Days as spreadsheets count them (ECMA-376 part 1, section 18.17.4).
struct SerialCalendar: Sendable {
  let countsFrom1904: Bool

  /// `yyyy-mm-dd`; nil if no such day is counted.
  func date(_ serial: Double) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var days = Int(serial.rounded(.down))
    // 1900 counts a 29th of February that never was.
    if countsFrom1904 { days += 1_462 } else if days < 60 { days += 1 }
    // Day 25,569 is the first of 1970.
    let (year, month, day) = Self.civil(daysSince1970: days - 25_569)
    return "\(year)-\(Self.padded(month))-\(Self.padded(day))"
  }

  /// `hh:mm`, with seconds if there are some; nil if the number is negative or no count of days.
  func time(_ serial: Double) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let seconds = Int(((serial - serial.rounded(.down)) * 86_400).rounded()) % 86_400
    let minutes = "\(Self.padded(seconds / 3_600)):\(Self.padded(seconds / 60 % 60))"
    return seconds % 60 == 0 ? minutes : minutes + ":" + Self.padded(seconds % 60)
  }

  /// The Gregorian date, by the "chrono-Compatible Low-Level Date Algorithms" of Howard Hinnant.
  private static func civil(daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
