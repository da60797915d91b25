extension TableKind {
  /// Grids of owners, heads under groups, and heads that name times.
  static let grids: [TableKind] =
    [
      TableKind(
        "a column in which half of the cells are names",
        table(
          "Task|Draft|Build", "Paint|Customer|Provider", "Clean|Provider|see contract",
          "Count|Customer|per order", "Pack|Provider|Customer"),
        """
        Paint∶ Draft: Customer RA
        Paint∶ Build: Provider RA
        Clean∶ Draft: Provider RA
        Clean∶ Build:
        Count∶ Draft: Customer RA
        Count∶ Build:
        Pack∶ Draft: Provider RA
        Pack∶ Build: Customer RA
        """),
      TableKind(
        "half of the cells, de", "de",
        table(
          "Aufgabe|Entwurf|Bau", "Malen|Kunde|Anbieter", "Putzen|Anbieter|nach Absprache",
          "Packen|Kunde|Kunde"),
        """
        Malen∶ Entwurf: Kunde RA
        Malen∶ Bau: Anbieter RA
        Putzen∶ Entwurf: Anbieter RA
        Putzen∶ Bau:
        Packen∶ Entwurf: Kunde RA
        Packen∶ Bau: Kunde RA
        """),
      TableKind(
        "teams in a grid",
        table(
          "Task|Draft|Build", "Paint|Blue team|Red team", "Clean|Red team|Blue team",
          "Count|Blue team|Blue team"),
        """
        Paint∶ Draft: Blue team RA
        Paint∶ Build: Red team RA
        Clean∶ Draft: Red team RA
        Clean∶ Build: Blue team RA
        Count∶ Draft: Blue team RA
        Count∶ Build: Blue team RA
        """),
    ] + groups + periods

  private static let usualOfGroups = """
    Paint: North∶ Crew A, North∶ Shop R, South∶ Crew C, South∶ Shop I
    Clean: North∶ Crew R, North∶ Shop A, South∶ Crew I, South∶ Shop C
    Count: North∶ Crew I, North∶ Shop C, South∶ Crew R, South∶ Shop A
    """
  private static let rowsOfGroups = ["Paint|A|R|C|I", "Clean|R|A|I|C", "Count|I|C|R|A"]

  /// Equal heads under two groups.
  private static let groups: [TableKind] = [
    TableKind(
      "equal heads under groups that come again",
      table(" |North|North|South|South", ["Task|Crew|Shop|Crew|Shop"] + rowsOfGroups), usualOfGroups
    ),
    TableKind(
      "equal heads under groups with empty heads behind them",
      table(" |North||South|", ["Task|Crew|Shop|Crew|Shop"] + rowsOfGroups), usualOfGroups),
    TableKind(
      "equal heads below the title's line",
      table("Task|North||South|", [" |Crew|Shop|Crew|Shop"] + rowsOfGroups), usualOfGroups),
    TableKind(
      "equal heads under groups in HTML",
      [
        "<table><thead><tr><th rowspan=2>Task</th><th colspan=2>North</th><th colspan=2>South</th>",
        "</tr><tr><th>Crew</th><th>Shop</th><th>Crew</th><th>Shop</th></tr></thead><tbody>",
      ]
        + rowsOfGroups.map { row in
          "<tr>" + row.split(separator: "|").map { "<td>\($0)</td>" }.joined() + "</tr>"
        } + ["</tbody></table>"], usualOfGroups),
  ]

  /// Numbered times in heads, which are never parties.
  private static let periods: [TableKind] = [
    ("en", "Who|Step 1|Step 2|Step 3"), ("en", "Role|Wave 1|Wave 2|Wave 3"),
    ("en", "Team|Phase I|Phase II|Phase III"), ("en", "Role|Q1|Q2|Q3"),
    ("en", "Role|Sprint 3|Sprint 4|Sprint 5"), ("de", "Wer|Welle 1|Welle 2|Welle 3"),
    ("fr", "Rôle|Étape 1|Étape 2|Étape 3"), ("zh", "角色|阶段一|阶段二|阶段三"),
    ("ja", "役割|フェーズ1|フェーズ2|フェーズ3"),
  ].map { locale, head in
    let heads = head.split(separator: "|").dropFirst()
    let letters = ["Crew R, Shop A, Yard C", "Crew A, Shop R, Yard C", "Crew C, Shop A, Yard R"]
    return TableKind(
      "times in heads, \(head)", locale, table(head, "Crew|R|A|C", "Shop|A|R|A", "Yard|C|C|R"),
      zip(heads, letters).map { "\($0): \($1)" }.joined(separator: "\n"))
  }
}
