extension TableKind {
  /// Tables whose heads are in two parts or two lines, and lines that are captions or grades.
  static let heads: [TableKind] =
    peopleBeforeTasks + [
      TableKind(
        "tasks before roles", table("Task / Role|PM|Dev|QA", "Plan|A|R|C", "Build|I|A/R|C"),
        "Plan: PM A, Dev R, QA C\nBuild: PM I, Dev RA, QA C"),
      TableKind(
        "roles before tasks over tasks",
        table("Role / Task|PM|Dev|QA", "Plan|A|R|C", "Build|I|A/R|C", "Test|A|C|R"),
        "Plan: PM A, Dev R, QA C\nBuild: PM I, Dev RA, QA C\nTest: PM A, Dev C, QA R"),
      TableKind(
        "team members over tasks beside them",
        table("Team member|Plan|Build|Test", "Kim|A|C|I", "Lou|R|A/R|C", "Max|C|I|A/R"), transposed),
      TableKind(
        "departments over tasks beside them",
        table("Department|Plan|Build|Test", "Kim|A|C|I", "Lou|R|A/R|C", "Max|C|I|A/R"), transposed),
      TableKind(
        "groups above the tasks of a transposed table",
        table(
          " |Begin| |End", "Role|Plan|Build|Test", "Project manager|A|C|I", "Developer|R|A/R|C",
          "Test manager|C|I|A/R"),
        """
        Plan: Project manager A, Developer R, Test manager C
        Build: Project manager C, Developer RA, Test manager I
        Test: Project manager I, Developer C, Test manager RA
        """),
      TableKind(
        "groups that come twice above their parties",
        table(
          "Task|Client|Client|Vendor|Vendor", "|IT|HR|PM|Dev", "Hire|A|C|R|I", "Leave|I|A|R|C"),
        "Hire: IT A, HR C, PM R, Dev I\nLeave: IT I, HR A, PM R, Dev C"),
      TableKind(
        "groups with empty heads behind them, and the title's head above",
        table("Task|Client||Vendor|", "|IT|HR|PM|Dev", "Hire|A|C|R|I", "Leave|I|A|R|C"),
        "Hire: IT A, HR C, PM R, Dev I\nLeave: IT I, HR A, PM R, Dev C"),
      TableKind(
        "captions repeated over a line", "es",
        table(
          "Actividad|Jefe|Equipo", "**Fase 1**|**Fase 1**|**Fase 1**", "Acta|A|R",
          "**Fase 2**|**Fase 2**|**Fase 2**", "Informe|R|A"),
        "Acta: Jefe A, Equipo R\nInforme: Jefe R, Equipo A"),
      TableKind(
        "cells that are open",
        table("Task|Dev|Ops", "Deploy|R|TBD", "Watch|TBC|R", "Page|?|R/A"),
        "Deploy: Dev R\nWatch: Ops R\nPage: Ops RA"),
      TableKind(
        "names that are open",
        table(
          "Task|Responsible|Accountable", "Plan|TBD|Lou", "Build|Kim|TBC", "Test|Max|Kim",
          "Ship|Lou|Max"),
        "Plan: Lou A\nBuild: Kim R\nTest: Max R, Kim A\nShip: Lou R, Max A"),
      TableKind(
        "a column of sizes",
        table("Task|Size|Crew|Shop", "Paint|S|A|R", "Clean|M|R|A", "Count|L|I|R"),
        "Paint: Crew A, Shop R\nClean: Crew R, Shop A\nCount: Crew I, Shop R"),
      TableKind(
        "a column of priorities",
        table("Task|Priority|Crew|Shop", "Paint|A|A|R", "Clean|C|R|A", "Count|B|I|R"),
        "Paint: Crew A, Shop R\nClean: Crew R, Shop A\nCount: Crew I, Shop R"),
    ]

  private static let transposed = """
    Plan: Kim A, Lou R, Max C
    Build: Kim C, Lou RA, Max I
    Test: Kim I, Lou C, Max RA
    """

  /// Heads that name the people of the lines and then the tasks of the columns.
  private static let peopleBeforeTasks: [TableKind] = [
    ("en", "Role / Task"), ("en", #"Roles \ Activities"#), ("en", "Roles vs. tasks"),
    ("de", "Rolle / Aufgabe"), ("fr", "Rôle / Tâche"), ("es", "Rol/Actividad"),
    ("it", #"Ruolo\Attività"#), ("pt-BR", "Papel x Atividade"), ("nl", "Rol / Taak"),
    ("sv", "Roll / Uppgift"), ("pl", "Rola / Zadanie"), ("cs", "Role / Úkol"),
    ("tr", "Rol / Görev"), ("vi", "Vai trò / Công việc"), ("ru", "Роль / Задача"),
    ("ar", "الدور / المهمة"), ("zh", "角色/任务"), ("ja", "役割＼作業"), ("ko", "역할/업무"),
  ].map { language, head in
    TableKind(
      "people before tasks: \(head)", language,
      table("\(head)|Plan|Build|Test", "Kim|A|C|I", "Lou|R|A/R|C", "Max|C|I|A/R"), transposed)
  }
}
