extension TableKind {
  /// Tables with a line per person, spanning cells, and lines that are not rows.
  static let lines: [TableKind] =
    people(of: ["x", "✔", "Yes"]) + [
      TableKind(
        "a line per person, titles repeated",
        table(
          "Task|Team member|Responsible|Accountable|Consulted", "Paint|Kim|✓||", "Paint|Lou||✓|",
          "Clean|Lou|✓|✓|", "Clean|Kim|||✓"),
        "Paint: Kim R, Lou A\nClean: Lou RA, Kim C"),
      TableKind(
        "a line per person, letters below RACI",
        table("Task|Person|RACI", "Paint|Kim|R", "|Lou|A, C", "Clean|Lou|R/A", "|Kim|I"),
        "Paint: Kim R, Lou AC\nClean: Lou RA, Kim I"),
      TableKind(
        "a line per person, letters below Role",
        table("Task|Name|Role", "Paint|Kim|R", "Paint|Lou|A", "Clean|Lou|R", "Clean|Kim|A"),
        "Paint: Kim R, Lou A\nClean: Lou R, Kim A"),
      TableKind(
        "a line per person after a number",
        table("No.|Task|Name|R|A|C", "1|Paint|Kim|x||", "||Lou||x|", "2|Clean|Lou|x|x|"),
        "Paint: Kim R, Lou A\nClean: Lou RA"),
      TableKind(
        "a line per person in German", "de",
        table(
          "Aufgabe|Person|Verantwortlich|Rechenschaftspflichtig", "Malen|Kim|x|", "|Lou||x",
          "Putzen|Lou|x|x"),
        "Malen: Kim R, Lou A\nPutzen: Lou RA"),
      TableKind(
        "a letter that is short for yes", "hu",
        table("Feladat|Csapat|Bolt|Iroda", "Festés|A|R|I", "Takarítás|R|A|I (este)"),
        "Festés: Csapat A, Bolt R, Iroda I\nTakarítás: Csapat R, Bolt A, Iroda I"),
      TableKind(
        "small letters, one of them short for yes", "hu",
        table("Feladat|Csapat|Bolt|Iroda", "Festés|a|r|i", "Takarítás|r|a|i"),
        "Festés: Csapat A, Bolt R, Iroda I\nTakarítás: Csapat R, Bolt A, Iroda I"),
      TableKind(
        "yes and no by one letter", "hu",
        table("Feladat|Csapat|Bolt", "Festés|I|N", "Takarítás|N|I"),
        "Festés: Csapat RA\nTakarítás: Bolt RA"),
      TableKind(
        "the heads again",
        table("Task|Crew|Shop", "Paint|A|R", "**Task**|**Crew**|**Shop**", "Clean|R|A"),
        "Paint: Crew A, Shop R\nClean: Crew R, Shop A"),
      TableKind(
        "numbers of letters",
        table("Task|Crew|Shop", "Paint|A|R", "Clean|R|A", "Total of R|1|1", "Share|50%|50 %"),
        "Paint: Crew A, Shop R\nClean: Crew R, Shop A"),
      TableKind(
        "letters over several columns and lines",
        html([
          "<tr><th>Task</th><th>Crew</th><th>Shop</th><th>Yard</th></tr>",
          "<tr><td>Paint</td><td>A</td><td colspan=2>R</td></tr>",
          "<tr><td>Clean</td><td rowspan=2>R</td><td>A</td><td>I</td></tr>",
          "<tr><td>Count</td><td>C</td><td>A</td></tr>",
        ]),
        "Paint: Crew A, Shop R, Yard R\nClean: Crew R, Shop A, Yard I\nCount: Crew R, Shop C, Yard A"
      ),
      TableKind(
        "an owner over several lines",
        html([
          "<tr><th>Task</th><th>Owner</th></tr>",
          "<tr><td>Paint</td><td rowspan=2>Crew</td></tr>", "<tr><td>Clean</td></tr>",
          "<tr><td>Count</td><td>Shop</td></tr>",
        ]), "Paint: Crew RA\nClean: Crew RA\nCount: Shop RA"),
      TableKind(
        "an owner of several areas",
        html([
          "<tr><th>Thing</th><th>By day</th><th>By night</th></tr>",
          "<tr><td>Soap</td><td colspan=2>You</td></tr>",
          "<tr><td>Mops</td><td>You</td><td>We</td></tr>",
        ]), "Soap∶ By day, By night: You RA\nMops∶ By day: You RA\nMops∶ By night: We RA"),
      TableKind(
        "letters before texts in one column",
        table("Task|Crew|Shop", "Paint|A|R", "Clean|R|A") + ["", "## In short", ""]
          + table("Task|Crew's role|Risk", "Order|A - signs|High", "Sweep|R - does it|Low"),
        "Paint: Crew A, Shop R\nClean: Crew R, Shop A"),
      TableKind(
        "letters before names",
        table("Task|Crew|Shop", "Paint|R: Kim|A: Lou", "Clean|A – Kim|R - Lou"),
        "Paint: Crew R, Shop A\nClean: Crew A, Shop R"),
      TableKind(
        "a column that explains letters",
        table("Task|Crew|Shop|Legend", "Paint|R|A|R = Responsible", "Clean|A|R|A = Accountable"),
        "Paint: Crew R, Shop A\nClean: Crew A, Shop R"),
      TableKind(
        "ticks that name a letter",
        table("Task|Crew|Shop|Yard", "Paint|X|X (accountable)|", "Clean||X|✔ (consulted)"),
        "Paint: Crew R, Shop A\nClean: Shop R, Yard C"),
      TableKind(
        "signs that a table explains",
        table("Sign|Meaning", "🔴|Responsible", "🟡|Accountable: answers", "🔵|Consulted") + [
          "", "The plan:", "",
        ] + table("Task|Crew|Shop|Yard", "Paint|🔴|🟡|🔵", "Clean|🟡|🔴|"),
        "Paint: Crew R, Shop A, Yard C\nClean: Crew A, Shop R"),
      TableKind(
        "bullets and thumbs", table("Task|Crew|Shop", "Paint|•|", "Clean|👎|👍"),
        "Paint: Crew RA\nClean: Shop RA"),
      TableKind(
        "letters of mathematics",
        table("Task|Crew|Shop", "Paint|𝐑|𝖠", "Clean|𝗔|𝑅"),
        "Paint: Crew R, Shop A\nClean: Crew A, Shop R"),
      TableKind(
        "an individual that is directly responsible",
        table("Area|Directly Responsible Individual (DRI)", "Paint|Kim", "Soap|Lou"),
        "Paint: Kim RA\nSoap: Lou RA"),
    ]

  private static func people(of signs: [String]) -> [TableKind] {
    signs.map { sign in
      TableKind(
        "a line per person, ticked with \(sign)",
        table(
          "Task|Name|R|A|C|I", "Paint|Kim|\(sign)|||", "|Lou||\(sign)||",
          "Clean|Lou|\(sign)|\(sign)||", "|Kim|||\(sign)|"),
        "Paint: Kim R, Lou A\nClean: Lou RA, Kim C")
    }
  }

  private static func html(_ rows: [String]) -> [String] { ["<table>"] + rows + ["</table>"] }
}
