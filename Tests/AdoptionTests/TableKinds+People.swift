extension TableKind {
  /// Tables whose heads and titles are parties or tasks, whichever word is before them.
  static let people: [TableKind] = [
    TableKind(
      "tasks called names",
      table(
        "Name|Project manager|Technical leader|Software engineer|Client", "Brief|I|A|R|C",
        "Charter|R/A|C|I|I"),
      "Brief: Project manager I, Technical leader A, Software engineer R, Client C\n"
        + "Charter: Project manager RA, Technical leader C, Software engineer I, Client I"),
    TableKind(
      "one answers for a name's column",
      table(
        "Name|Program manager|Shop manager|Yard manager", "Brief|A|R|C", "Plan|C|A|R",
        "Count|R|C|A"),
      "Brief: Program manager A, Shop manager R, Yard manager C\n"
        + "Plan: Program manager C, Shop manager A, Yard manager R\n"
        + "Count: Program manager R, Shop manager C, Yard manager A"),
    TableKind(
      "roles of whom several answer",
      table(
        "Role|Draft|Use|Store", "Paint team|R|A|R", "Office managers|A|R|A", "Shop team|A|C|I"),
      "Draft: Paint team R, Office managers A, Shop team A\n"
        + "Use: Paint team A, Office managers R, Shop team C\n"
        + "Store: Paint team R, Office managers A, Shop team I"),
    TableKind(
      "who does it and who is asked", "ru",
      table(
        "Задача|Кто исполняет|Кто консультирует", "Покраска|Бригада|Магазин",
        "Уборка|Магазин|Бригада"),
      "Покраска: Бригада R, Магазин C\nУборка: Магазин R, Бригада C"),
  ]
}
