import TestSupport

/// A guide that nobody wrote: documents of tables in random kinds, languages and layouts, and the
/// letters that it contains.
struct RandomGuide {
  /// The files by path.
  private(set) var files: [String: String] = [:]
  /// The letters by row and party.
  private(set) var rows: [String: [String: String]] = [:]
  private var random: RandomNumbers
  private let languages: [Language]
  private let layout: Int
  private var number = 0

  /// How a language calls things.
  struct Language {
    let tag: String
    let task: String
    let role: String
    let owner: String
    let note: String
    let title: String
    let parties: [String]
    let heads: [String]
  }

  static let english = Language(
    tag: "en", task: "Task", role: "Role", owner: "Owner", note: "Notes", title: "Order of goods",
    parties: ["Crew", "Shop", "Yard", "Night desk"],
    heads: ["Responsible", "Accountable", "Consulted", "Informed"])
  static let others = [
    Language(
      tag: "de", task: "Aufgabe", role: "Rolle", owner: "Verantwortlicher", note: "Bemerkungen",
      title: "Bestellung der Waren",
      parties: ["Trupp", "Laden", "Hof", "Nachtdienst"],
      heads: ["Verantwortlich", "Rechenschaftspflichtig", "Konsultiert", "Informiert"]),
    Language(
      tag: "fr", task: "Tâche", role: "Rôle", owner: "Propriétaire", note: "Remarques",
      title: "Commande des produits",
      parties: ["Équipe", "Magasin", "Cour", "Bureau de nuit"],
      heads: ["Responsable", "Approbateur", "Consulté", "Informé"]),
    Language(
      tag: "ru", task: "Задача", role: "Роль", owner: "Ответственный", note: "Примечания",
      title: "Заказ товаров",
      parties: ["Бригада", "Магазин", "Двор", "Смена"],
      heads: ["Исполнитель", "Утверждающий", "Консультирует", "Информируется"]),
    Language(
      tag: "ja", task: "作業", role: "役割", owner: "担当部署", note: "備考", title: "商品の注文",
      parties: ["作業班", "商店", "置き場", "夜間窓口"],
      heads: ["実行責任", "説明責任", "相談先", "報告先"]),
  ]

  init(seed: UInt64) {
    random = RandomNumbers(seed: seed)
    let count = random.number(in: 0...2)
    languages = [Self.english] + Self.others.shuffled(using: &random).prefix(count)
    layout = random.number(in: 0...2)
    for document in 1...random.number(in: 1...3) { write(document) }
  }

  private mutating func write(_ document: Int) {
    var texts = languages.map { "# \($0.title) · \(document)\n" }
    for section in 1...random.number(in: 1...3) {
      let table = random.number(in: 0...5)
      for (index, language) in languages.enumerated() {
        texts[index] += "\n## \(language.title) \(document).\(section)\n\n"
      }
      let tables =
        switch table {
        case 0: letterTable(isHTML: false)
        case 1: letterTable(isHTML: true)
        case 2: columnTable()
        case 3: transposedTable()
        case 4: ownerTable()
        default: tickTable()
        }
      for (index, table) in tables.enumerated() { texts[index] += table }
    }
    for (index, language) in languages.enumerated() {
      // The source has every document; a translation may lack one.
      if index > 0, random.once(in: 6) { continue }
      files[path(language, document, isSource: index == 0)] = texts[index]
    }
  }

  private func path(_ language: Language, _ document: Int, isSource: Bool) -> String {
    switch layout {
    case 0: "\(language.tag)/part-\(document).md"
    case 1: "part-\(document).\(language.tag).md"
    default: "docs/\(language.tag)/part-\(document).md"
    }
  }

  /// Letters for some parties, some of them none.
  private mutating func letters(_ parties: Int) -> [String] {
    var result = (0..<parties).map { _ in random.pick(["R", "C", "I", "RA", "CI", ""]) }
    result[random.number(in: 0...(parties - 1))] = random.pick(["A", "RA"])
    return result
  }

  private mutating func written(_ letters: String) -> String {
    if letters.isEmpty { return random.pick(["", "—", "-", "–"]) }
    let joined = letters.map(String.init).joined(
      separator: random.pick(["", "/", ", ", " ", " + "]))
    return random.pick([joined, joined, "**\(joined)**", "*\(joined)*", joined + " (by night)"])
  }

  private mutating func next(_ parties: [(party: Int, letters: String)]) -> Int {
    number += 1
    var letters: [String: String] = [:]
    for (party, own) in parties where !own.isEmpty { letters[Self.english.parties[party]] = own }
    rows["\(Self.english.title) \(number)"] = letters
    return number
  }

  private mutating func letterTable(isHTML: Bool) -> [String] {
    let count = random.number(in: 2...4)
    let lines = (0..<random.number(in: 2...6)).map { _ -> (number: Int, cells: [String]) in
      let own = letters(count)
      let number = next(own.enumerated().map { ($0, $1) })
      return (number, own.map { written($0) })
    }
    let (isNumbered, isNoted) = (random.once(in: 3), random.once(in: 3))
    let areas = random.once(in: 3) ? [0, lines.count / 2] : []
    return languages.map { language in
      var rows: [[String]] = []
      for (index, line) in lines.enumerated() {
        if areas.contains(index) { rows.append(["", "**\(language.title)**"]) }
        rows.append(
          ["\(index + 1)", "\(language.title) \(line.number)"] + line.cells
            + [index.isMultiple(of: 2) ? "" : language.title])
      }
      let heads = ["#", language.task] + language.parties.prefix(count) + [language.note]
      let table = ([heads] + rows).map { row in
        let row = row + Array(repeating: "", count: count + 3 - row.count)
        return Array(row.dropFirst(isNumbered ? 0 : 1).dropLast(isNoted ? 0 : 1))
      }
      let body = Array(table.dropFirst())
      return isHTML ? Self.html(table[0], body) : Self.pipes(table[0], body)
    }
  }

  /// A column that says who owns each row, under a word for owners.
  private mutating func ownerTable() -> [String] {
    let lines = (0..<random.number(in: 3...7)).map { _ -> (number: Int, owners: [Int]) in
      let owners = Array([0, 1, 2].shuffled(using: &random).prefix(random.once(in: 3) ? 2 : 1))
      return (next(owners.map { ($0, owners.count == 1 ? "RA" : "R") }), owners)
    }
    return languages.map { language in
      Self.pipes(
        [language.task, language.owner],
        lines.map { line in
          [
            "\(language.title) \(line.number)",
            line.owners.map { language.parties[$0] }.joined(separator: ", "),
          ]
        })
    }
  }

  private mutating func columnTable() -> [String] {
    let letters = ["R", "A", "C", "I"]
    let lines = (0..<random.number(in: 2...6)).map { _ -> (number: Int, cells: [[Int]]) in
      let all = [0, 1, 2, 3].shuffled(using: &random)
      let cells = [
        Array(all.prefix(random.number(in: 1...2))), [all[3]],
        random.once(in: 2) ? [all[2]] : [], [],
      ]
      var held: [Int: String] = [:]
      for (letter, parties) in zip(letters, cells) {
        for party in parties { held[party, default: ""] += letter }
      }
      return (next(held.map { ($0.key, $0.value) }), cells)
    }
    return languages.map { language in
      Self.pipes(
        [language.task] + language.heads,
        lines.map { line in
          ["\(language.title) \(line.number)"]
            + line.cells.map { $0.map { language.parties[$0] }.joined(separator: ", ") }
        })
    }
  }

  private mutating func tickTable() -> [String] {
    let count = random.number(in: 2...4)
    let lines = (0..<random.number(in: 2...6)).map { _ -> (number: Int, cells: [String]) in
      var ticks = (0..<count).map { _ in random.once(in: 3) }
      ticks[random.number(in: 0...(count - 1))] = true
      let own = ticks.count { $0 } == 1 ? "RA" : "R"
      let number = next(ticks.enumerated().map { ($0, $1 ? own : "") })
      return (
        number, ticks.map { $0 ? random.pick(["✔", "✅", "X"]) : random.pick(["✘", "❌", ""]) }
      )
    }
    return languages.map { language in
      Self.pipes(
        [language.task] + language.parties.prefix(count),
        lines.map { ["\(language.title) \($0.number)"] + $0.cells })
    }
  }

  /// Parties in lines, and a task in each column, for each of which one party is accountable.
  ///
  /// The first party is accountable for two tasks, so that no line looks like a task's.
  private mutating func transposedTable() -> [String] {
    let count = random.number(in: 2...4)
    let columns = (0..<random.number(in: 2...6)).map { index -> (number: Int, cells: [String]) in
      var own = (0..<count).map { _ in random.pick(["R", "C", "I", "CI", ""]) }
      own[index < 2 ? 0 : random.number(in: 0...(count - 1))] = random.pick(["A", "RA"])
      let number = next(own.enumerated().map { ($0, $1) })
      return (number, own.map { written($0) })
    }
    return languages.map { language in
      Self.pipes(
        [language.role] + columns.map { "\(language.title) \($0.number)" },
        (0..<count).map { party in [language.parties[party]] + columns.map { $0.cells[party] } })
    }
  }

  private static func pipes(_ heads: [String], _ rows: [[String]]) -> String {
    let rule = heads.map { _ in "---" }
    return ([heads, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  private static func html(_ heads: [String], _ rows: [[String]]) -> String {
    let head = heads.map { "<th>\($0)</th>" }.joined()
    let body = rows.map { row in
      let cells = row.map { cell in
        let text = cell.replacing("*", with: "")
        return cell.hasPrefix("**") ? "<td><strong>\(text)</strong></td>" : "<td>\(text)</td>"
      }
      return "<tr>" + cells.joined() + "</tr>\n"
    }
    return "<table>\n<tr>\(head)</tr>\n" + body.joined() + "</table>\n"
  }
}
