/// Tables as people write them, and the letters that they contain.
struct TableKind: Sendable, CustomStringConvertible {
  let name: String
  let locale: String
  let text: String
  /// A line for each row: `Title: Party LETTERS, Party LETTERS`.
  let expected: String

  var description: String { name }

  init(_ name: String, _ lines: [String], _ expected: String) {
    self.init(name, "en", lines, expected)
  }

  init(_ name: String, _ locale: String, _ lines: [String], _ expected: String) {
    self.name = name
    self.locale = locale
    self.expected = expected
    text = "# Plan\n\n## Part\n\n" + lines.joined(separator: "\n") + "\n"
  }

  /// The letters by row and party.
  var rows: [String: [String: String]] {
    var result: [String: [String: String]] = [:]
    for line in expected.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      var letters: [String: String] = [:]
      for pair in parts[1].split(separator: ",") {
        let words = pair.split(separator: " ").map(String.init)
        if words.isEmpty { continue }
        letters[words.dropLast().joined(separator: " ").replacing("∶", with: ":")] =
          words.last ?? ""
      }
      result[parts[0].replacing("∶", with: ":")] = letters
    }
    return result
  }

  static func table(_ head: String, _ rows: [String]) -> [String] {
    let count = head.split(separator: "|", omittingEmptySubsequences: false).count
    return ["| \(head) |", "|" + String(repeating: " --- |", count: count)]
      + rows.map { "| \($0) |" }
  }

  static func table(_ rows: String...) -> [String] {
    let count = rows[0].split(separator: "|", omittingEmptySubsequences: false).count
    var lines = rows.map { "| \($0) |" }
    lines.insert("|" + String(repeating: " --- |", count: count), at: 1)
    return lines
  }

  static let all: [TableKind] =
    cells + columns + signs + scripts + shapes + neighbors + people + names
    + languages + languagesOfShapes + lines + world + heads + owners + words + grids + marks
  private static let usual = "Paint: Crew A, Shop R\nClean: Crew R, Shop A"

  static let cells: [TableKind] = [
    TableKind("capitals", table("Task|Crew|Shop", "Paint|A|R", "Clean|R|A"), usual),
    TableKind(
      "slash", table("Task|Crew|Shop", "Paint|A/R|C", "Clean|I|R/A"),
      "Paint: Crew RA, Shop C\nClean: Crew I, Shop RA"),
    TableKind(
      "comma", table("Task|Crew|Shop", "Paint|A, R|C", "Clean|R|A"),
      "Paint: Crew RA, Shop C\nClean: Crew R, Shop A"),
    TableKind(
      "plus, and, hyphen, dot", table("Task|Crew|Shop", "Paint|A + R|C & I", "Clean|R-A|C·I"),
      "Paint: Crew RA, Shop CI\nClean: Crew RA, Shop CI"),
    TableKind("small letters", table("Task|Crew|Shop", "Paint|a|r", "Clean|r|a"), usual),
    TableKind("full width", table("Task|Crew|Shop", "Paint|Ａ|Ｒ", "Clean|Ｒ|Ａ"), usual),
    TableKind("circled", table("Task|Crew|Shop", "Paint|Ⓐ|Ⓡ", "Clean|Ⓡ|Ⓐ"), usual),
    TableKind(
      "Cyrillic letters", table("Task|Crew|Shop", "Paint|А|R", "Clean|R|С"),
      "Paint: Crew A, Shop R\nClean: Crew R, Shop C"),
    TableKind(
      "emphasis and code", table("Task|Crew|Shop", "Paint|**A**|*R*", "Clean|`R`|__A__"), usual),
    TableKind("dashes", table("Task|Crew|Shop|Yard", "Paint|A|R|—", "Clean|R|A|n/a"), usual),
    TableKind(
      "a condition", table("Task|Crew|Shop", "Paint|A (by night)|R", "Clean|R *(1)*|A"), usual),
    TableKind("a footnote sign", table("Task|Crew|Shop", "Paint|A¹|R*", "Clean|R†|A"), usual),
    TableKind(
      "words",
      table("Task|Crew|Shop", "Paint|Accountable|Responsible", "Clean|responsible|accountable"),
      usual),
    TableKind(
      "a column nobody fills", table("Task|Crew|Yard|Shop", "Paint|A||R", "Clean|R||A"), usual),
  ]

  static let columns: [TableKind] = [
    TableKind(
      "words as heads",
      table(
        "Task|Responsible|Accountable|Consulted|Informed", "Paint|Shop|Crew||", "Clean|Crew|Shop||"),
      usual),
    TableKind(
      "letters as heads", table("Task|R|A|C|I", "Paint|Shop|Crew|Yard|", "Clean|Crew|Shop||Yard"),
      "Paint: Crew A, Shop R, Yard C\nClean: Crew R, Shop A, Yard I"),
    TableKind(
      "several names",
      table("Task|Responsible|Accountable", "Paint|Shop, Yard|Crew", "Clean|Crew + Shop|Yard"),
      "Paint: Crew A, Shop R, Yard R\nClean: Crew R, Shop R, Yard A"),
    TableKind(
      "names over lines",
      table("Task|Responsible|Accountable", "Paint|Shop<br>Yard|Crew", "Clean|Crew|Yard"),
      "Paint: Crew A, Shop R, Yard R\nClean: Crew R, Yard A"),
    TableKind(
      "names with and",
      table("Task|Responsible|Accountable", "Paint|Shop and Crew|Crew", "Clean|Crew|Shop"),
      "Paint: Crew RA, Shop R\nClean: Crew R, Shop A"),
    TableKind(
      "a name with an ampersand",
      table("Task|Responsible|Accountable", "Paint|Bits & Bolts|Crew", "Clean|Crew|Bits & Bolts"),
      "Paint: Crew A, Bits & Bolts R\nClean: Crew R, Bits & Bolts A"),
    TableKind(
      "one owner",
      table(
        "Task|Owner|Due", "Paint|Crew|May", "Clean|Shop|June", "Wash|Crew|May", "Iron|Shop|June"),
      "Paint: Crew RA\nClean: Shop RA\nWash: Crew RA\nIron: Shop RA"),
    TableKind(
      "German heads", "de",
      table(
        "Aufgabe|Verantwortlich|Rechenschaftspflichtig", "Malen|Laden|Trupp", "Putzen|Trupp|Laden"),
      "Malen: Trupp A, Laden R\nPutzen: Trupp R, Laden A"),
    TableKind(
      "Russian heads", "ru",
      table("Задача|Ответственный|Утверждающий", "Краска|Цех|Бригада", "Уборка|Бригада|Цех"),
      "Краска: Бригада A, Цех R\nУборка: Бригада R, Цех A"),
  ]

  static let signs: [TableKind] = [
    TableKind(
      "ticks", table("Task|Crew|Shop", "Paint|✔|✘", "Clean|✅|✔", "Wash||☑"),
      "Paint: Crew RA\nClean: Crew R, Shop R\nWash: Shop RA"),
    TableKind(
      "yes and no", table("Task|Crew|Shop", "Paint|Yes|No", "Clean|no|yes"),
      "Paint: Crew RA\nClean: Shop RA"),
    TableKind(
      "crosses as ticks", table("Task|Crew|Shop", "Paint|X|", "Clean||X"),
      "Paint: Crew RA\nClean: Shop RA"),
    TableKind(
      "shortcodes",
      table("Task|Crew|Shop", "Paint|:white_check_mark:|:x:", "Clean|:x:|:heavy_check_mark:"),
      "Paint: Crew RA\nClean: Shop RA"),
    TableKind(
      "ja and nein", "de", table("Aufgabe|Trupp|Laden", "Malen|Ja|Nein", "Putzen|Nein|Ja"),
      "Malen: Trupp RA\nPutzen: Laden RA"),
    TableKind(
      "owners of areas",
      table("Thing|By day|By night", "Paint|You|Acme", "Soap|Acme|Acme", "Mops|You|You and Acme"),
      """
      Paint∶ By day: You RA
      Paint∶ By night: Acme RA
      Soap∶ By day: Acme RA
      Soap∶ By night: Acme RA
      Mops∶ By day: You RA
      Mops∶ By night: You R, Acme R
      """),
  ]

  static let scripts: [TableKind] = [
    TableKind(
      "Chinese words", "zh", table("任务|车间|仓库", "油漆|批准|负责", "清洁|负责|批准"),
      "油漆: 车间 A, 仓库 R\n清洁: 车间 R, 仓库 A"),
    TableKind("Japanese", "ja", table("作業|班|店", "塗装|Ａ|Ｒ", "清掃|Ｒ／Ａ|－"), "塗装: 班 A, 店 R\n清掃: 班 RA"),
    TableKind(
      "Korean", "ko", table("작업|작업반|상점", "도색|A|R", "청소|R|A"), "도색: 작업반 A, 상점 R\n청소: 작업반 R, 상점 A"),
    TableKind(
      "Arabic", "ar", table("المهمة|الفريق|المتجر", "طلاء|A|R", "تنظيف|R|A"),
      "طلاء: الفريق A, المتجر R\nتنظيف: الفريق R, المتجر A"),
    TableKind(
      "Greek", "el", table("Εργασία|Συνεργείο|Μαγαζί", "Βάψιμο|Α|R", "Καθάρισμα|R|Α"),
      "Βάψιμο: Συνεργείο A, Μαγαζί R\nΚαθάρισμα: Συνεργείο R, Μαγαζί A"),
    TableKind(
      "Turkish", "tr", table("Görev|Ekip|Dükkân", "Altyapı|A|R", "Işık|R|A"),
      "Altyapı: Ekip A, Dükkân R\nIşık: Ekip R, Dükkân A"),
  ]

  static let shapes: [TableKind] = [
    TableKind("no name over the titles", table("|Crew|Shop", "Paint|A|R", "Clean|R|A"), usual),
    TableKind(
      "numbers first", table("No.|Task|Crew|Shop", "1.1|Paint|A|R", "1.2|Clean|R|A"), usual),
    TableKind(
      "a column of areas", table("Area|Task|Crew|Shop", "Hall|Paint|A|R", "|Clean|R|A"), usual),
    TableKind(
      "rows of captions",
      table("Task|Crew|Shop", "**Spring**||", "Paint|A|R", "**Fall**||", "Clean|R|A"), usual),
    TableKind(
      "remarks and priority",
      table(
        "Task|Crew|Shop|Remarks|Priority", "Paint|A|R|Twice a year.|high", "Clean|R|A|Each day.|low"
      ), usual),
    TableKind(
      "equal heads", table("Task|Crew|Shop|Shop", "Paint|A|R|C", "Clean|R|A|"),
      "Paint: Crew A, Shop RC\nClean: Crew R, Shop A"),
    TableKind(
      "a head for two", table("Task|Crew|Shop|Crew/Shop", "Paint|A|R|", "Clean|||R"),
      "Paint: Crew A, Shop R\nClean: Crew R, Shop R"),
    TableKind(
      "a legend before",
      table("Code|Meaning", "R|Responsible", "A|Accountable") + [""]
        + table("Task|Crew|Shop", "Paint|A|R", "Clean|R|A"), usual),
    TableKind(
      "two kinds in one section",
      table("Task|Crew|Shop", "Paint|A|R") + ["", "More:", ""]
        + table("Task|Responsible|Accountable", "Clean|Crew|Shop"), usual),
    TableKind(
      "an ordinary table beside",
      table("Task|Crew|Shop", "Paint|A|R", "Clean|R|A") + ["", "More:", ""]
        + table("Version|Date", "1.0|May", "1.1|June"), usual),
    TableKind(
      "heads of two lines in HTML",
      [
        "<table><tr><th rowspan=2>Task</th><th colspan=2>All</th></tr><tr><th>Crew</th><th>Shop</th></tr>",
        "<tr><td>Paint</td><td>A</td><td>R</td></tr><tr><td>Clean</td><td>R</td><td><b>A</b></td></tr></table>",
      ], usual),
    TableKind(
      "links in heads and titles",
      table("Task|[Crew](#part)|Shop", "[Paint](#part)|A|R", "Clean|R|A"), usual),
  ]
}
