extension TableKind {
  /// Tables that write letters, names, and heads in ways that other tables here do not.
  static let world: [TableKind] = writings + ofDecisions + ofHeads + ofConditions

  private static let ofDecisions: [TableKind] = decisions.map { language, heads in
    TableKind(
      "decisions, \(language)", language,
      table(heads, "Alpha|Kim|Lou|Max|Zoe|Eva", "Beta|Lou|Kim|Eva|Max|Zoe"),
      "Alpha: Kim R, Lou A, Max P, Zoe I, Eva D\nBeta: Lou R, Kim A, Eva P, Max I, Zoe D")
  }

  private static let ofHeads: [TableKind] = wordsOfHeads.map { language, heads in
    TableKind(
      "heads, \(language): \(heads)", language,
      table(heads, "Alpha|Kim|Lou|Max|Zoe", "Beta|Lou|Kim|Max, Eva|"),
      "Alpha: Kim R, Lou A, Max C, Zoe I\nBeta: Lou R, Kim A, Max C, Eva C")
  }

  private static let ofConditions: [TableKind] = conditions.map { language, heads, condition in
    TableKind(
      "conditions, \(language)", language,
      table(
        heads, "Alpha|Kim/Lou \(condition)|Max", "Beta|Lou \(condition)|Kim",
        "Gamma|Kim, \(condition)|Lou"),
      "Alpha: Kim R, Lou R, Max A\nBeta: Lou R, Kim A\nGamma: Kim R, Lou A")
  }

  private static let writings: [TableKind] = [
    TableKind(
      "tasks that are called by letters", table("Task|Crew|Shop", "A|A|R", "B|R|A", "C|A|R"),
      "A: Crew A, Shop R\nB: Crew R, Shop A\nC: Crew A, Shop R"),
    TableKind(
      "tasks that are called by the scheme's letters",
      table("Task|Crew|Shop", "A|A|R", "C|R|A", "I|A|I", "R|I|A"),
      "A: Crew A, Shop R\nC: Crew R, Shop A\nI: Crew A, Shop I\nR: Crew I, Shop A"),
    TableKind(
      "letters that have owners",
      table("Zone|Responsible", "A|Crew", "C|Shop", "R|Crew"), "A: Crew R\nC: Shop R\nR: Crew R"),
    TableKind(
      "letters with backslashes between",
      table("Task|Crew|Shop", #"Paint|R\A|C"#, #"Clean|I|A \ R"#),
      "Paint: Crew RA, Shop C\nClean: Crew I, Shop RA"),
    TableKind(
      "owners with an at sign",
      table("Place|Owner", "Walls|@example/crew", "Roof|@example/shop, @kim", "Yard|@lou @kim"),
      "Walls: @example/crew RA\nRoof: @example/shop R, @kim R\nYard: @lou R, @kim R"),
    TableKind(
      "columns of names with an at sign",
      table("Task|Responsible|Accountable", "Paint|@kim @lou|@max", "Clean|@max|@kim"),
      "Paint: @kim R, @lou R, @max A\nClean: @max R, @kim A"),
    TableKind(
      "names of steps", table("Step|Name|Responsible", "1|Paint the wall|Kim", "2|Clean|Lou"),
      "Paint the wall: Kim R\nClean: Lou R"),
    TableKind(
      "people in lines under another word for them",
      table(
        "Stakeholder|Plan|Draw|Launch", "Owner of the shop|A|C|A", "Painters|R|R|R",
        "Guests|I|I|C", "Lawyers|C|A|I"),
      "Plan: Owner of the shop A, Painters R, Guests I, Lawyers C\n"
        + "Draw: Owner of the shop C, Painters R, Guests I, Lawyers A\n"
        + "Launch: Owner of the shop A, Painters R, Guests C, Lawyers I"),
    TableKind(
      "tasks beside each other, one of which is a word for a letter", "de",
      table(
        "Rolle|Planung|Freigabe|Abnahme", "Projektleiter|A|A|R", "Entwicklungsteam|R|R|C",
        "Kunde|C|I|A"),
      "Planung: Projektleiter A, Entwicklungsteam R, Kunde C\n"
        + "Freigabe: Projektleiter A, Entwicklungsteam R, Kunde I\n"
        + "Abnahme: Projektleiter R, Entwicklungsteam C, Kunde A"),
    TableKind(
      "groups of parties above their heads",
      table(" |Inside| |Outside", "Task|Crew|Shop|Guests", "Paint|A|R|I", "Clean|R|A|C"),
      "Paint: Crew A, Shop R, Guests I\nClean: Crew R, Shop A, Guests C"),
    TableKind(
      "an explanation of letters in the last line",
      table(
        "Task|Crew|Shop", "Paint|A|R", "Clean|R|A", "**Key**: R = Responsible, A = Accountable||"),
      "Paint: Crew A, Shop R\nClean: Crew R, Shop A"),
    TableKind(
      "names that are alone only in pairs",
      table(
        "Task|Responsible|Accountable|Consulted", "Write|DEV / BA|PM|BA / ARCH",
        "Read|PM / BA|PM|OPS"),
      "Write: DEV R, BA RC, PM A, ARCH C\nRead: PM RA, BA R, OPS C"),
    TableKind(
      "a name that is no condition", "sv",
      table("Uppgift|Utför|Ansvarig", "Måla|Kim, Per Berg|Lou", "Städa|Lou|Kim"),
      "Måla: Kim R, Per Berg R, Lou A\nStäda: Lou R, Kim A"),
  ]

  /// The heads of RAPID's letters, the first one a word for decisions.
  private static let decisions: [(String, String)] = [
    ("en", "Decision|Recommends|Agrees|Performs|Gives input|Decides"),
    ("es", "Decisión|Recomendar|Acordar|Ejecutar|Aportar|Decidir"),
    ("pt-BR", "Decisão|Recomendar|Concordar|Executar|Contribuir|Decidir"),
    ("fr", "Décision|Recommander|Approuver|Exécuter|Contribuer|Décider"),
    ("it", "Decisione|Raccomandare|Approvare|Eseguire|Contribuire|Decidere"),
    ("de", "Entscheidung|Empfehlen|Zustimmen|Durchführen|Beitragen|Entscheiden"),
    ("nl", "Besluit|Aanbevelen|Instemmen|Uitvoeren|Input leveren|Beslissen"),
    ("pl", "Decyzja|Rekomenduje|Zgadza się|Wykonuje|Wnosi wkład|Decyduje"),
    ("sv", "Beslut|Rekommenderar|Godkänner|Utför|Ger input|Beslutar"),
    ("ja", "意思決定|提案|同意|実行|情報提供|決定"), ("zh", "决策|建议|同意|执行|提供意见|决定"),
    ("ko", "의사결정|제안|동의|실행|의견 제공|결정"),
  ]

  /// Words for letters.
  private static let wordsOfHeads: [(String, String)] = [
    ("de", "Tätigkeit|Durchführung|Verantwortung|Beratung|Information"),
    ("pt-BR", "Atividade|Executa|Responde|Consultados|Informados"),
    ("ru", "Задача|Выполняет|Утверждает|Консультирует|Наблюдает"),
    ("ja", "作業|実行責任者|説明責任者|相談対応|情報提供"),
    ("zh", "任务|承办人|批准人|咨询方|知情方"), ("zh-TW", "任務|執行者|當責者|諮詢者|告知者"),
    ("ko", "업무|실무 담당자|의사결정권자|업무 자문|결과 통보"), ("ko", "업무|실행 책임|최종 책임|자문|통보"),
    ("he", "משימה|מבצע|אחראי|מיועץ|מיודע"),
  ]

  /// Conditions behind names.
  private static let conditions: [(String, String, String)] = [
    ("en", "Task|Responsible|Accountable", "by class"),
    ("en", "Task|Responsible|Accountable", "if asked"),
    ("de", "Aufgabe|Durchführend|Rechenschaftspflichtig", "wenn offen"),
    ("fr", "Tâche|Réalise|Approuve", "selon le cas"),
    ("es", "Tarea|Ejecuta|Aprueba", "según el caso"),
    ("ru", "Задача|Исполнитель|Ответственный", "при аварии"),
    ("ar", "المهمة|المنفذ|المسؤول", "عند الحاجة"),
  ]
}
