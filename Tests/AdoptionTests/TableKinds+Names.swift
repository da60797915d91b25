extension TableKind {
  /// Tables in which names of parties look like several names, like letters, or like no names.
  static let names: [TableKind] = [
    TableKind(
      "a name of two words that are parties elsewhere",
      table(
        "Task|Responsible|Accountable|Informed", "Paint|Customer & Care|Crew|Shop",
        "Clean|Crew|Shop|Guests, Customer & Care"),
      "Paint: Customer & Care R, Crew A, Shop I\n"
        + "Clean: Crew R, Shop A, Guests I, Customer & Care I"),
    TableKind(
      "two crafts of one name",
      table(
        "Task|Responsible|Accountable", "Draw|PX/QX painter|Crew", "Show|QX painter|Crew"),
      "Draw: PX/QX painter R, Crew A\nShow: QX painter R, Crew A"),
    TableKind(
      "several names and a remark",
      table("Task|Kim|Lou|Sam", "Paint|A|R|I", "Clean|R|A|C") + ["", "Then:", ""]
        + table("Step|Accountable", "Open|Kim (row 1)", "Close|Kim / Lou / Sam (rows 1-2)"),
      "Paint: Kim A, Lou R, Sam I\nClean: Kim R, Lou A, Sam C\n"
        + "Open: Kim A\nClose: Kim A, Lou A, Sam A"),
    TableKind(
      "letters behind names",
      table("Step|Who", "Paint|Kim (R)", "Clean|Lou (A), Kim (C)", "Count|Sam (I)"),
      "Paint: Kim R\nClean: Lou A, Kim C\nCount: Sam I"),
    TableKind(
      "letters behind names under any head",
      table("Task|Roles", "Walls|Kim (R), Lou (A), Sam (C)", "Yard|Lou (R), Sam (A/R)"),
      "Walls: Kim R, Lou A, Sam C\nYard: Lou R, Sam RA"),
    TableKind(
      "pictures before names", table("Task|👤 Crew|🛠️ Shop", "Paint|A|R", "Clean|R|A"),
      "Paint: Crew A, Shop R\nClean: Crew R, Shop A"),
    TableKind(
      "a remark that is no letter",
      table("Step|Who", "Paint|Kim (by day)", "Clean|Lou", "Count|Kim (late)"),
      "Paint: Kim RA\nClean: Lou RA\nCount: Kim RA"),
    TableKind(
      "an owner's role",
      table(
        "Process|Description|Owner role", "Paint|All of the walls|Crew lead",
        "Clean|All of the yard|Yard lead"),
      "Paint: Crew lead RA\nClean: Yard lead RA"),
    TableKind(
      "what an audience is told",
      table(
        "Audience|Information|Format|Owner", "Guests|What is new|Letter|Kim",
        "Crew|What is due|Talk|Lou"),
      "What is new: Kim RA\nWhat is due: Lou RA"),
    TableKind(
      "names of capitals beside letters",
      table("Task|Crew|Shop|Scope", "Paint|A|R|SE/ME", "Clean|R|A|SE", "Count|A|R|ME/SE"),
      "Paint: Crew A, Shop R\nClean: Crew R, Shop A\nCount: Crew A, Shop R"),
    TableKind(
      "nobody yet, with a remark",
      table(
        "Task|Responsible|Accountable", "Paint|Crew|TBD (Shop)", "Clean|Shop|Crew"),
      "Paint: Crew R\nClean: Shop R, Crew A"),
    TableKind(
      "a title in the head and the heads below",
      table("All work|||", "|Crew|Shop|Guests", "Paint|A|R|I", "Clean|R|A|I"),
      "Paint: Crew A, Shop R, Guests I\nClean: Crew R, Shop A, Guests I"),
    TableKind(
      "captions of long dashes",
      table(
        "Task|Crew|Shop", "Spring|-----|-----", "Paint|A|R", "Fall|-----|-----", "Clean|R|A"),
      "Paint: Crew A, Shop R\nClean: Crew R, Shop A"),
  ]
}
