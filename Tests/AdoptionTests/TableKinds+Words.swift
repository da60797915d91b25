extension TableKind {
  /// Texts in cells and heads that begin like letters, or are words for none.
  static let words: [TableKind] =
    noneKinds + smallWords + joinedBySmallLetters + [
      TableKind(
        "names beside a name of both words",
        table(
          "Task|Responsible|Accountable", "Paint|Product, Marketing|Shop",
          "Clean|Product|Marketing",
          "Count|Product marketing|Shop"),
        """
        Paint: Product R, Marketing R, Shop A
        Clean: Product R, Marketing A
        Count: Product marketing R, Shop A
        """),
      TableKind(
        "how a letter's holder acts, in heads",
        table("Task|R (lead)|A (approves)|C (supporting)|I", "Paint|Crew|Shop|Yard|Guests"),
        "Paint: Crew R, Shop A, Yard C, Guests I"),
      TableKind(
        "stages beside tasks",
        table(
          "Operation|Stage|Crew|Shop", "Paint|Before|R|A", "Clean|Before|A|R", "Count|After|R|A"),
        "Paint: Crew R, Shop A\nClean: Crew A, Shop R\nCount: Crew R, Shop A"),
      TableKind(
        "ticks in parentheses",
        table("Task|Crew|Shop", "Paint|✔|", "Clean||(✔)", "Count|✔|✔"),
        "Paint: Crew RA\nClean: Shop RA\nCount: Crew R, Shop R"),
      TableKind(
        "a task of parties in lines that has texts",
        table(
          "Role|Paint|Clean|Count", "Crew|R|A|A", "Shop|A|Updated|R", "Yard|C|Monitors|C"),
        "Paint: Crew R, Shop A, Yard C\nClean: Crew A\nCount: Crew A, Shop R, Yard C"),
      TableKind(
        "support in Italian", "it",
        table(
          "Attività|Squadra|Negozio|Cortile", "Dipingere|R|A|S", "Pulire|A|R|S", "Contare|A|S|R"),
        """
        Dipingere: Squadra R, Negozio A, Cortile S
        Pulire: Squadra A, Negozio R, Cortile S
        Contare: Squadra A, Negozio S, Cortile R
        """),
    ]

  private static let joinedBySmallLetters = [
    ("pl", "R i A", "RA"), ("hr", "R i C", "RC"), ("cs", "R a C", "RC"), ("sk", "C a I", "CI"),
    ("pl", "R, i", "RI"), ("it", "R e A", "RA"), ("es", "R y A", "RA"), ("en", "r, a", "RA"),
  ].map { locale, cell, letters in
    TableKind(
      "'\(cell)' in \(locale)", locale,
      table("Task|Crew|Shop|Yard", "Paint|\(cell)|A|C", "Clean|A|R|C", "Count|I|A|R"),
      "Paint: Crew \(letters), Shop A, Yard C\nClean: Crew A, Shop R, Yard C\n"
        + "Count: Crew I, Shop A, Yard R")
  }

  private static let noneKinds = [("en", "N/A"), ("de", "k. A."), ("es", "N/A"), ("fr", "S.O.")]
    .map { locale, none in
      TableKind(
        "\(none) in \(locale)", locale,
        table("Task|Crew|Shop|Yard", "Paint|R|A|\(none)", "Clean|A|R|C", "Count|R|\(none)|A"),
        "Paint: Crew R, Shop A\nClean: Crew A, Shop R, Yard C\nCount: Crew R, Yard A")
    }

  private static let smallWords = [
    ("en", "as agreed"), ("en", "As agreed"), ("en", "a few days"), ("en", "is told"),
    ("es", "a definir"), ("fr", "ci-dessous"), ("fr", "si R"), ("sv", "i samråd"),
    ("it", "ci pensa"), ("de", "ca. 5 Tage"),
  ].map { locale, text in
    TableKind(
      "'\(text)' in \(locale)", locale,
      table("Task|Crew|Shop|Yard", "Paint|R|A|\(text)", "Clean|A|R|C", "Count|R|C|A"),
      "Paint: Crew R, Shop A\nClean: Crew A, Shop R, Yard C\nCount: Crew R, Shop C, Yard A")
  }
}
