extension TableKind {
  /// Tables that look almost like others: names made of letters, codes, joined words.
  static let neighbors: [TableKind] = [
    TableKind(
      "parties in lines",
      table("Role|Paint|Clean|Count", "Crew|A/R|C|A", "Shop| |A|R", "Guests|I|I|"),
      "Paint: Crew RA, Guests I\nClean: Crew C, Shop A, Guests I\nCount: Crew A, Shop R"),
    TableKind(
      "teams in lines, a line that goes on, and one of notes",
      table(
        " |Paint the walls|Clean", "Paint team|Responsible|Informed", "|A|",
        "Office team|Consulted|**Accountable**", "See also|page 3|page 4"),
      "Paint the walls: Paint team RA, Office team C\nClean: Paint team I, Office team A"),
    TableKind(
      "struck letters and raised marks",
      table(
        "Task|Crew|Shop|Guests", "Paint|~~A~~ R|A<sup>1</sup>|<s>I</s>", "Clean|A|R<sup>a</sup>|I*"),
      "Paint: Crew R, Shop A\nClean: Crew A, Shop R, Guests I"),
    TableKind(
      "full circles and empty ones",
      table("Task|Crew|Shop", "Paint|●|○", "Clean|○|●", "Count|●|●"),
      "Paint: Crew RA\nClean: Shop RA\nCount: Crew R, Shop R"),
    TableKind(
      "several owners", table("Task|Owner", "Paint|Kim", "Clean|Kim + Lou", "Count|Lou"),
      "Paint: Kim RA\nClean: Kim R, Lou R\nCount: Lou RA"),
    TableKind(
      "dots for more rows",
      table("Task|Crew|Shop", "Paint|A|R", "Clean|R|A", "...|...|..."), usualOfNeighbors),
    TableKind("one row", table("Task|Crew|Shop", "Paint|A|R"), "Paint: Crew A, Shop R"),
    TableKind(
      "titles that begin with a letter", table("Task|Crew|Shop", "A fence|A|R", "I-beams|R|A"),
      "A fence: Crew A, Shop R\nI-beams: Crew R, Shop A"),
    TableKind(
      "letters in the order of a word for none",
      table("Task|Crew|Shop", "Paint|R|I/A", "Clean|A|I, R"),
      "Paint: Crew R, Shop AI\nClean: Crew A, Shop RI"),
    TableKind(
      "codes of capitals first", table("ID|Task|Crew|Shop", "AC-1|Paint|A|R", "AC-2(1)|Clean|R|A"),
      usualOfNeighbors),
    TableKind(
      "codes alone", table("Control|Crew|Shop", "AC-1|A|R", "RA.2.1|R|A"),
      "AC-1: Crew A, Shop R\nRA.2.1: Crew R, Shop A"),
    TableKind(
      "names made of letters",
      table(
        "Task|Responsible|Accountable|Consulted|Informed", "Hire|HR|COO|CIO|RA", "Pay|RA|HR|CIO|COO"
      ),
      "Hire: HR R, COO A, CIO C, RA I\nPay: RA R, HR A, CIO C, COO I"),
    TableKind(
      "letters and names in the heads",
      table(
        "Task|R - Responsible|A - Accountable|C - Consulted|I - Informed",
        "Paint|Crew|Shop|Guests|-"),
      "Paint: Crew R, Shop A, Guests C"),
    TableKind(
      "placeholders are no parties",
      table("Task|Responsible|Accountable", "Paint|Crew|Shop", "Clean|[name]|Shop"),
      "Paint: Crew R, Shop A\nClean: Shop A"),
    TableKind(
      "all others are told",
      table(
        "Task|Responsible|Accountable|Informed", "Paint|Crew|Shop|All", "Clean|Shop|Crew|Guests"),
      "Paint: Crew R, Shop A, Guests I\nClean: Shop R, Crew A, Guests I"),
    TableKind(
      "colored letters", table("Task|Crew|Shop", "Paint|🔴 A|🟢 R", "Clean|🟢 R|🔴 A"),
      "Paint: Crew A, Shop R\nClean: Crew R, Shop A"),
    TableKind(
      "a head of several words", table("What is to be done|Crew|Shop", "Paint|A|R", "Clean|R|A"),
      usualOfNeighbors),
    TableKind(
      "a head that ends in a word of roles",
      table("Feature name|Crew|Shop", "Paint|A|R", "Clean|R|A"), usualOfNeighbors),
    TableKind(
      "heads that end in a letter",
      table("Task|Shift - A|Shift - C", "Paint|A|R", "Clean|R|A"),
      "Paint: Shift - A A, Shift - C R\nClean: Shift - A R, Shift - C A"),
    TableKind(
      "nobody is responsible", table("Task|Crew|Shop|Guests", "Paint|A|C|I", "Clean|I|A|C"),
      "Paint: Crew A, Shop C, Guests I\nClean: Crew I, Shop A, Guests C"),
    TableKind(
      "lines that go on, and a head without a name",
      table("Task|Crew|Shop| ", "Paint|A|R|often", " |I|I|in May", "Clean|R|A|daily"),
      "Paint: Crew AI, Shop RI\nClean: Crew R, Shop A"),
    TableKind(
      "parties that are words for letters",
      table("Task|Owner|Driver|Approver", "Plan|A|R|C", "Build|I|R/A|C"),
      "Plan: Owner A, Driver R, Approver C\nBuild: Owner I, Driver RA, Approver C"),
    TableKind(
      "heads with their letters", table("Task|Owner (R)|Approver (A)", "Plan|Kim|Lou"),
      "Plan: Kim R, Lou A"),
    TableKind(
      "parties called by letters", table("Activity|A|B|C|D", "Build|A|R|C|I", "Test|R|A|I|C"),
      "Build: A A, B R, C C, D I\nTest: A R, B A, C I, D C"),
    TableKind(
      "owners of things", table("Object|Owner", "Mail|Kim", "Print|Lou", "Names|Kim"),
      "Mail: Kim RA\nPrint: Lou RA\nNames: Kim RA"),
    TableKind(
      "ticks beside texts",
      table("Task|Customer|Provider", "Patch|partly|✅", "Save|—|✅", "Visit|later|✅", "Wire|✅|✅"),
      "Patch: Provider RA\nSave: Provider RA\nVisit: Provider RA\nWire: Customer R, Provider R"),
    TableKind(
      "owners who have capitals for names",
      table("Task|Responsible|Accountable", "Ship|SRE|PM", "Store|DBA|PM", "Try|QA|BA"),
      "Ship: SRE R, PM A\nStore: DBA R, PM A\nTry: QA R, BA A"),
    TableKind("one approver", table("Task|Approver", "Paint|Kim"), "Paint: Kim A"),
    TableKind(
      "responsibilities and their letters",
      table("Responsibility|Responsible|Accountable", "Paint|Crew|Shop", "Clean|Shop|Crew"),
      "Paint: Crew R, Shop A\nClean: Shop R, Crew A"),
    TableKind(
      "one column of names", table("Task|Responsible", "Sweep|Kim", "Paint|Lou"),
      "Sweep: Kim R\nPaint: Lou R"),
    TableKind(
      "signs with remarks", table("Task|You|We", "Paint|✅ monthly|❌", "Clean||✅"),
      "Paint: You RA\nClean: We RA"),
    TableKind(
      "owners that share",
      table("Task|Responsibility|Notes", "Walls|You|Every year", "Roof|Both|", "Yard|Shop & You|"),
      "Walls: You R\nRoof: You R, Shop R\nYard: Shop R, You R"),
    TableKind(
      "a section for each task, and its roles in lines",
      table("Role|RACI", "Paint team|R", "Shop manager|A", "Board|I") + [
        "", "## Sweep the yard", "",
      ]
        + table("Role|RACI", "Paint team|A/R", "Shop manager|C"),
      "Part: Paint team R, Shop manager A, Board I\nSweep the yard: Paint team RA, Shop manager C"),
    TableKind(
      "a head of roles over tasks",
      table(
        "Role|Responsible|Accountable|Informed", "Paint the hall|Crew|Boss|Shop",
        "Sweep|Shop|Boss|Crew", "Count|Crew|Shop|Boss"),
      "Paint the hall: Crew R, Boss A, Shop I\nSweep: Shop R, Boss A, Crew I\n"
        + "Count: Crew R, Shop A, Boss I"),
    TableKind(
      "codes of letters before titles",
      table(
        "Family|Name|Crew|Shop", "AC|Doors|R|A", "AU|Books|R|I", "CA|Tests|A|R", "RA|Risks|A|C"),
      "Doors: Crew R, Shop A\nBooks: Crew R, Shop I\nTests: Crew A, Shop R\nRisks: Crew A, Shop C"),
    TableKind(
      "numbers and codes of letters",
      table("#|Code|Task|Crew|Shop", "1|AC|Doors|R|A", "2|AU|Books|R|I", "3|IA|Keys|A|R"),
      "Doors: Crew R, Shop A\nBooks: Crew R, Shop I\nKeys: Crew A, Shop R"),
    TableKind(
      "codes of letters for titles",
      table("Family|Crew|Shop", "AC|R|A", "AU|R|I", "CA|A|R", "IA|R|A"),
      "AC: Crew R, Shop A\nAU: Crew R, Shop I\nCA: Crew A, Shop R\nIA: Crew R, Shop A"),
    TableKind(
      "words for none beside letters",
      table("Task|Crew|Shop", "Paint|A|N/A", "Clean|R|n/a", "Count|R|A", "Close|A|none"),
      "Paint: Crew A\nClean: Crew R\nCount: Crew R, Shop A\nClose: Crew A"),
  ]

  private static let usualOfNeighbors = "Paint: Crew A, Shop R\nClean: Crew R, Shop A"

  /// Tables that say nothing of who does what.
  static let others: [[String]] = [
    table("Role|Owner (open)|Responsibilities", "Painter|Kim|Paints", "Cleaner|TBD|Cleans"),
    table("Team role|Owner (TBD)|Responsibilities", "Painter|Kim|Paints", "Cleaner|Lou|Cleans"),
    table("Gap|Area|Part of the standard", "No plan|Data|PR.DS", "No copy|Disks|RC.RP"),
    table("Person|R|A|C|I", "Kim|X|X||", "Lou|||X|", "Sam||X||X"),
    table("Person|What they do|R|A|C", "Kim|Paints all walls|✔|✔|", "Lou|Cleans the yard|||✔"),
    table("Page|Viewer|Editor|Admin", "Home|R|RW|RWD", "News|R|RW|RWD", "Shop|R|R|RWD"),
    table("Object|Viewer|Editor|Owner", "Page|R|R/W|R/W", "File|R|R|R/W"),
    table("Field|Draft|Sent|Paid", "Number|R/W|R|R", "Date|R/W|R/W|R") + [
      "", "R = read only, R/W = read and write.",
    ],
    ["R: read, C: create, A: admin.", ""]
      + table("Object|Viewer|Editor|Boss", "Page|R|C|A", "File|R|C|A"),
    ["- R : lecture", "- A : administration", ""]
      + table("Objet|Lecteur|Chef", "Page|R|A", "Fichier|R|A"),
    table("Entity|Create|Read|Update|Delete", "Order|C|R|U|D", "User|C|R|U|D"),
    table("Asset|Confidentiality|Integrity|Availability", "Mail|C|I|A", "Web|C|I|A"),
    table("Duty|Buy|Pay|Check", "Buy| |X|X", "Pay|X| |X", "Check|X|X| "),
    table("Grade|A|B|C|I", "Weld|4|3|2|1", "Paint|4|4|2|1"),
    table("Item|Class|Rating", "Rope|A|C", "Hook|C|A"),
    table("Name|Role|Org|RACI", "Kim|Lead|North|R", "Lou|Clerk|South|C"),
    table("Version|Date|Author|Approver|Changes", "1.0|May|Kim|Lou|First text of this page"),
    table(
      "Stakeholder role|Responsible|Accountable", "Owner|Define what is needed|Say the last word"),
    table("Risk|Likelihood|Impact|Owner", "Fire|Low|High|Kim", "Flood|Low|Low|Lou"),
    table("Task|Crew|Shop", "Paint||", "Clean||"),
    table("Service|Plan|Costs", "Computer|as it is used|50 a month", "Disk|by size|5 a month"),
    table("Role|Responsibilities", "Owner|Says what is to be done", "Crew|Does all of the work"),
    table("Method|Description", "GET|Reads a page of the list", "PUT|Writes a page of the list"),
    table("Service|Ready models|Build|Train", "Seer|Yes|Yes|No", "Hear|No|Yes|Yes"),
    table("Process|RACI role", "Policy|A", "Report|R"),
    table("Process|RACI", "Policy|A", "Report|R", "List|V", "Roll|V"),
    table("Step|From|To", "Open|new|open", "Close|open|new", "Drop|new|open"),
    table("#|Part|Metric|Code", "1|Client|rpc.client|OK", "2|Client|rpc.client|Err"),
    table("Key|Before|After", "Start|“\\\\A”|“\\\\Z”", "End|“\\\\Z”|“\\\\A”"),
    table("Aspect|Provider|You", "Rooms|Keeps them dry and warm|Nothing at all"),
    table("Task|Crew|Shop", "Paint|Y|N", "Clean|N|E") + [""]
      + table(
        "Letter|Meaning", "Y|The crew does all of this work", "N|Nobody has to do this work",
        "E|Everybody lends a hand here"),
    table("Task|Crew|Shop", "Paint|Primary|Secondary", "Clean|Secondary|Primary"),
    table("Item|Value (R$)|Remarks", "Paint|R$ 10.000,00|All walls", "Brush|R$ 500,00|Two kinds"),
    table("Risk|Effect|Owner", "Fire|High|[Responsible]", "Flood|Low|[Responsible]"),
    table("Event|Source|Target", "Stop|GRC|Yard", "Start|GRC|AIMS", "Halt|AIMS|Yard"),
    table("Audience|Channel|How often|Owner", "Guests|Letter|Monthly|Kim", "Crew|Talk|Daily|Lou"),
  ]

  /// Schemes by what their tables have, with the letters that the guide gets.
  static let schemes: [(name: String, lines: [String], letters: String, expected: String)] = [
    (
      "RASCI", table("Task|Crew|Shop|Guests", "Paint|R|A|S", "Clean|A/R|S|I"), "RASCI",
      "Paint: Crew R, Shop A, Guests S\nClean: Crew RA, Shop S, Guests I"
    ),
    (
      "DACI", table("Decision|Crew|Shop|Guests", "Color|D|A|C", "Price|A|D|I"), "DACI",
      "Color: Crew D, Shop A, Guests C\nPrice: Crew A, Shop D, Guests I"
    ),
    (
      "DACI by its words",
      table("Decision|Driver|Approver|Contributors|Informed", "Color|Crew|Shop|Guests|-"), "DACI",
      "Color: Crew D, Shop A, Guests C"
    ),
    (
      "RACI with two more",
      table("Task|Crew|Shop|Guests", "Paint|R|A|V", "Clean|A/R|V|Q", "Count|A|R|Q"), "RAVQ",
      "Paint: Crew R, Shop A, Guests V\nClean: Crew RA, Shop V, Guests Q\nCount: Crew A, Shop R, Guests Q"
    ),
    (
      "letters that the text explains",
      table("Task|Crew|Shop", "Paint|V|E", "Clean|E|K") + [
        "", "V = Responsible, E = Decides, K = Consulted.",
      ], "VEK",
      "Paint: Crew V, Shop E\nClean: Crew E, Shop K"
    ),
    (
      "letters of a legend",
      table("Task|Crew|Shop", "Paint|V|E", "Clean|E|K") + [""]
        + table("Letter|Meaning", "V|Responsible", "E|Decides", "K|Consulted"), "VEK",
      "Paint: Crew V, Shop E\nClean: Crew E, Shop K"
    ),
  ]
}
