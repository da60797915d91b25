import Testing

@testable import Adoption

/// Heads and cells say "name", "role", and "support" in every language.
@Suite struct PeopleHeadTests {
  /// The word for a task, and words for the column of people.
  static let heads: [(locale: String, task: String, people: [String])] = [
    ("ar", "المهمة", ["الاسم"]), ("bg", "Задача", ["Име", "Име и фамилия"]), ("bn", "কাজ", ["নাম"]),
    ("ca", "Tasca", ["Nom", "Nom i cognoms"]), ("cs", "Úkol", ["Jméno", "Jméno a příjmení"]),
    ("da", "Opgave", ["Navn"]), ("de", "Aufgabe", ["Name", "Person"]),
    ("el", "Εργασία", ["Όνομα", "Ονοματεπώνυμο"]), ("en", "Task", ["Name", "Person", "Who"]),
    ("es", "Tarea", ["Nombre", "Persona"]), ("et", "Ülesanne", ["Nimi"]), ("fa", "وظیفه", ["نام"]),
    ("fi", "Tehtävä", ["Nimi"]), ("fr", "Tâche", ["Nom", "Personne"]), ("he", "משימה", ["שם"]),
    ("hi", "कार्य", ["नाम"]), ("hr", "Zadatak", ["Ime", "Ime i prezime"]),
    ("hu", "Feladat", ["Név"]), ("id", "Tugas", ["Nama"]), ("is", "Verk", ["Nafn"]),
    ("it", "Compito", ["Nome", "Nominativo"]), ("ja", "作業", ["氏名", "担当者"]),
    ("ko", "작업", ["이름", "성명"]), ("lt", "Užduotis", ["Vardas"]), ("lv", "Uzdevums", ["Vārds"]),
    ("ms", "Tugas", ["Nama"]), ("nb", "Oppgave", ["Navn"]), ("nl", "Taak", ["Naam"]),
    ("pl", "Zadanie", ["Imię i nazwisko"]), ("pt-BR", "Tarefa", ["Nome"]),
    ("pt-PT", "Tarefa", ["Nome"]), ("ro", "Sarcină", ["Nume"]),
    ("ru", "Задача", ["Имя", "ФИО", "Ф.И.О."]),
    ("sk", "Úloha", ["Meno"]), ("sl", "Naloga", ["Ime"]), ("sr-Latn", "Zadatak", ["Ime"]),
    ("sv", "Uppgift", ["Namn"]), ("th", "งาน", ["ชื่อ"]), ("tr", "Görev", ["Ad Soyad", "İsim"]),
    ("uk", "Завдання", ["Ім’я", "ПІБ"]), ("ur", "کام", ["نام"]), ("vi", "Công việc", ["Họ và tên"]),
    ("zh", "任务", ["姓名"]), ("zh-TW", "任務", ["姓名"]),
  ]

  @Test(arguments: heads)
  func aLinePerPersonIsRead(locale: String, task: String, people: [String]) async throws {
    for person in people {
      for (head, rows) in [
        ("RACI", ["Pia|R", "Max|A", "Max|R", "Pia|A"]),
        ("R|A", ["Pia|x|", "Max||x", "Max|x|", "Pia||x"]),
      ] {
        let titles = ["Paint", "Paint", "Clean", "Clean"]
        let lines = TableKind.table(
          "\(task)|\(person)|\(head)", zip(titles, rows).map { "\($0)|\($1)" })
        let adopted = try await AdoptedMatrix(
          ["plan.md": "# Plan\n\n## Part\n\n" + lines.joined(separator: "\n") + "\n"],
          locale: locale)
        #expect(
          adopted.rows == ["Paint": ["Pia": "R", "Max": "A"], "Clean": ["Max": "R", "Pia": "A"]],
          "\(locale), \(person): \(adopted.report.joined(separator: "\n"))")
      }
    }
  }

  /// Words in place of letters are not read, and that is said, in every language.
  @Test(arguments: AdoptedMatrix.strings?.tableWords.keys.sorted() ?? [])
  func wordsOfRolesAreNamed(language: String) async throws {
    let words = AdoptedMatrix.strings?.tableWords[language] ?? [:]
    let roles = (words["read_role"] ?? "").split(separator: ",").map { $0.trimmingPrefix(" ") }
    let task = (words["read_task"] ?? "").split(separator: ",").first ?? ""
    try #require(roles.count > 5)
    let letters = [
      "read_r", "read_a", "read_c", "read_i", "read_s", "read_yes", "read_no", "read_owner",
    ]
    .flatMap { (words[$0] ?? "").split(separator: ",").map { $0.trimmingPrefix(" ") } }
    let open = roles.filter { !letters.contains($0) }
    for (first, second) in zip(open, open.dropFirst()).prefix(3) {
      let lines = TableKind.table(
        "\(task)|Crew|Shop", "Paint|\(first)|\(second)", "Clean|\(second)|\(first)")
      let adopted = try await AdoptedMatrix(
        ["plan.md": "# Plan\n\n## Part\n\n" + lines.joined(separator: "\n") + "\n"],
        locale: language)
      #expect(adopted.rows.values.flatMap(\.values) == [], "\(language): \(first), \(second)")
      #expect(
        adopted.findings.contains { $0.id == .tableUnread }, "\(language): \(first), \(second)")
    }
  }
}
