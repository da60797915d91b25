import Testing

@testable import Adoption

/// Lists with letters are not read, and a finding says so.
@Suite struct ListLettersTests {
  private static let lists: [(locale: String, text: String)] = [
    ("en", "## Paint\n\n- **Responsible:** Crew\n- **Accountable:** Shop\n"),
    (
      "en",
      "## Paint\n\n* **Accountable**: Shop\n* **Responsible**: Crew\n* **Informed**: All staff\n"
    ),
    ("en", "## Paint\n\n- R: Crew, Shop\n- A: Yard\n\n## Clean\n\n- R: Shop\n- A: Crew\n"),
    ("en", "## Paint\n\n- Crew (R)\n- Shop (A)\n\n## Clean\n\n- Crew: A\n- Shop: R\n"),
    ("en", "## Paint\n\nResponsible: Crew\n\nAccountable: Shop\n"),
    ("en", "## Paint\n\nResponsible – Crew\n\nAccountable – Shop\n"),
    ("en", "## Paint\n\n**Responsible:** Crew  \n**Accountable:** Shop\n"),
    ("en", "- Paint\n  - Responsible: Crew\n  - Accountable: Shop\n"),
    (
      "en",
      "1. Paint: Responsible: Crew; Accountable: Shop\n2. Clean: Responsible: Shop; Accountable: Crew\n"
    ),
    ("en", "## Paint\n\n- Responsible:\n  - Crew\n  - Shop\n- Accountable:\n  - Yard\n"),
    ("en", "<ul><li><b>Responsible:</b> Crew</li><li><b>Accountable:</b> Shop</li></ul>\n"),
    (
      "en",
      "## RACI\n\n- **Responsible:** Web Design Office (pages), Crew\n- **Accountable:** Head of Paint\n"
    ),
    (
      "en",
      "## Paint\n\n- **Responsible**\n  - Crew\n- **Accountable**\n  - Shop\n\n"
        + "## Clean\n\n- **Responsible**\n  - Shop\n- **Accountable**\n  - Crew\n"
    ),
    (
      "en",
      "## Paint\n\n### Responsible\n\nCrew\n\n### Accountable\n\nShop\n\n"
        + "## Clean\n\n### Responsible\n\nShop\n\n### Accountable\n\nCrew\n"
    ),
    ("en", "## Paint\n\nOwner: Crew\n\n## Clean\n\nOwner: Shop\n\n## Count\n\nOwner: Crew\n"),
    (
      "de",
      "## Malen\n\n**Verantwortlicher:** Trupp\n\n## Putzen\n\n**Verantwortlicher:** Laden\n\n"
        + "## Packen\n\n**Verantwortlicher:** Trupp\n"
    ),
    ("de", "## Malen\n\n- **Verantwortlich:** Trupp\n- **Rechenschaftspflichtig:** Laden\n"),
    ("fr", "## Peindre\n\n- **Responsable :** Équipe\n- **Consulté :** Magasin\n"),
    ("ja", "## 塗る\n\n- 実行責任者：甲班\n- 説明責任者：乙班\n"),
    ("zh", "## 粉刷\n\n- 负责人：甲队\n- 批准人：乙队\n- 知会：丙队\n"),
    ("ru", "## Краска\n\n- Ответственный: Бригада\n- Утверждающий: Цех\n"),
  ]

  @Test(arguments: lists)
  func listsAreNamed(locale: String, text: String) async throws {
    let adopted = try await AdoptedMatrix(["\(locale)/plan.md": "# Plan\n\n" + text])
    let found = adopted.findings.filter { $0.id == .tableUnread }
    #expect(found.count == 1)
    #expect(found.first?.message.contains("list") == true)
    #expect(adopted.report.contains { $0.contains("letters in a list") })
  }

  /// Explanations of letters, facts about the text, and lists of other things are not reported.
  @Test(arguments: [
    "- R: Responsible\n- A: Accountable\n- C: Consulted\n- I: Informed\n",
    "- **Responsible:** Does the work\n- **Accountable:** Answers for the result\n",
    "- **Responsible**: the one who does the work.\n- **Accountable**: the one who decides.\n",
    "- Responsible (R): those who do the work\n- Accountable (A): the one who answers for it\n",
    "**Owner:** Crew\n\n**Version:** 1.0\n\n**Status:** Draft\n",
    "- Note: Crew\n- Contact: Shop\n",
    "- Responsibilities: Paint, clean\n- Skills: Reading\n",
    "Size: A\n\nGrade: B\n",
    "The crew is responsible: it paints. The shop is accountable: it pays.\n",
    "- Responsible: Crew\n",
    "```yaml\nResponsible: Crew\nAccountable: Shop\n```\n",
    "```js\nf({ a: 1 });\ng({ r: 2 });\n```\n\nSize: A\n",
    "Text.\n\n    R: Crew\n    A: Shop\n\n<pre>\nC: Yard\nR: Crew\n</pre>\n",
    "### Responsible\n\nThe one who does the work\n\n### Accountable\n\nThe one who answers\n",
    "Owner: Crew\n\n## Next\n\nOwner: Shop\n",
    "Owner: Crew\n\n## Two\n\nOwner: Crew\n\n## Three\n\nOwner: Crew\n",
  ])
  func otherListsAreNotNamed(text: String) async throws {
    let adopted = try await AdoptedMatrix(["en/plan.md": "# Plan\n\n## Part\n\n" + text])
    #expect(adopted.findings.filter { $0.id == .tableUnread }.map(\.text) == [])
    #expect(!adopted.report.contains { $0.contains("letters in a list") })
  }

  /// Beside a table, one list explains its letters, and lists under several tasks do not.
  @Test func listsBesideTablesExplainThem() async throws {
    let table = TableKind.table("Task|Crew|Shop", "Paint|A|R", "Clean|R|A").joined(separator: "\n")
    let list = "- Responsible: Crew\n- Accountable: Shop\n"
    let one = try await AdoptedMatrix(["en/plan.md": "# Plan\n\n\(list)\n## Part\n\n\(table)\n"])
    #expect(!one.findings.contains { $0.id == .tableUnread })
    let several = "\n## Wash\n\n\(list)\n## Iron\n\n\(list)"
    let two = try await AdoptedMatrix(["en/plan.md": "# Plan\n\n## Part\n\n\(table)\n\(several)"])
    #expect(two.findings.count { $0.id == .tableUnread } == 1)
    #expect(two.rows.count == 2)
  }
}
