extension TableKind {
  /// Signs with marks of notes, icons, rows that explain, and words for nobody yet.
  static let marks: [TableKind] = notes + icons + explained + open + listed

  private static let usualOfTicks = "Paint: Crew RA\nClean: Shop RA\nCount: Crew R, Shop R"

  /// Marks of notes behind signs and letters.
  private static let notes: [TableKind] =
    ["X 1)", "X1)", "X¹", "X (1)", "✔ 2)", "✔²", "✅*", "X<sup>1</sup>"].map { cell in
      TableKind(
        "a tick with a mark, \(cell)",
        table("Task|Crew|Shop", "Paint|\(cell)|", "Clean||X", "Count|X|\(cell)"), usualOfTicks)
    } + [
      TableKind(
        "letters with marks",
        table("Task|Crew|Shop", "Paint|R 1)|A", "Clean|A2)|R2)", "Count|A¹|R²"),
        "Paint: Crew R, Shop A\nClean: Crew A, Shop R\nCount: Crew A, Shop R")
    ]

  /// Icons of other tools.
  private static let icons: [TableKind] = [
    (#"<i class="fa fa-check"></i>"#, #"<i class="fa fa-times"></i>"#),
    (#"<span class="glyphicon glyphicon-ok"></span>"#, ""),
    (":material-check:", ":material-close:"), (":octicons-check-16:", ":octicons-x-16:"),
    (":fontawesome-solid-check:", ":fontawesome-solid-xmark:"), ("(/)", "(x)"),
    (#"$\checkmark$"#, #"$\times$"#), ("![check](check.png)", ""),
  ].map { yes, no in
    TableKind(
      "an icon, \(yes)",
      table("Task|Crew|Shop", "Paint|\(yes)|\(no)", "Clean|\(no)|\(yes)", "Count|\(yes)|\(yes)"),
      usualOfTicks)
  }

  /// A row behind the others that explains letters or has a note.
  private static let explained: [TableKind] = [
    "R = Responsible||", "Legend||\n| R = Responsible, A = Accountable||",
    "Key: R=Responsible|A=Accountable|C=Consulted", "Legend|R = Responsible|A = Accountable",
    "R=Responsible<br>A=Accountable||", "* only by night||", "¹ only by night||",
  ].map { last in
    TableKind(
      "a last row with '\(last)'", table("Task|Crew|Shop", "Paint|A|R", "Clean|R|A", last),
      "Paint: Crew A, Shop R\nClean: Crew R, Shop A")
  }

  /// Nobody yet.
  private static let open: [TableKind] = [
    ("en", "To be defined"), ("en", "TBD¹"), ("fr", "à définir"), ("es", "Por definir"),
    ("de", "noch offen"), ("it", "da definire"), ("pt-BR", "a definir"), ("nl", "n.t.b."),
    ("pl", "do ustalenia"), ("ru", "уточняется"), ("zh", "待定"), ("ja", "未定"), ("ko", "미정"),
  ].map { locale, none in
    TableKind(
      "'\(none)' in \(locale)", locale,
      table(
        "Task|Responsible|Accountable", "Paint|Crew|\(none)", "Clean|\(none)|Shop",
        "Count|Shop|Crew"),
      "Paint: Crew R\nClean: Shop A\nCount: Shop R, Crew A")
  }

  /// A numbered list on one line of a cell.
  private static let listed: [TableKind] = [
    "1. Crew 2. Shop", "1) Crew 2) Shop", "(1) Crew (2) Shop",
  ]
  .map {
    TableKind(
      "names with numbers on one line, \($0)",
      table(
        "Task|Responsible|Accountable", "Paint|\($0)|Yard", "Clean|Shop|Yard", "Count|Crew|Yard"),
      "Paint: Crew R, Shop R, Yard A\nClean: Shop R, Yard A\nCount: Crew R, Yard A")
  }
}
