extension TableKind {
  /// Groups, numbers, ticks, and owners as people of many languages write them.
  static let languagesOfShapes: [TableKind] = [
    TableKind(
      "groups, de-caps", "de",
      table(
        "Aufgabe|Leitung|Technik",
        "PLANUNG||",
        "Budget|A|R",
        "BETRIEB||",
        "Sicherung|I|R/A"),
      """
      Budget: Leitung A, Technik R
      Sicherung: Leitung I, Technik RA
      """),
    TableKind(
      "groups, ja-bold-all", "ja",
      table(
        "作業|責任部門|開発部",
        "**企画**||",
        "予算|A|R",
        "**運用**||",
        "監視|I|R"),
      """
      予算: 責任部門 A, 開発部 R
      監視: 責任部門 I, 開発部 R
      """),
    TableKind(
      "groups, numbered", "ru",
      table(
        "№|Задача|Заказчик|Исполнитель",
        "1|**Подготовка**||",
        "1.1|Бюджет|A|R",
        "1.2|Закупка|I|R/A",
        "2|**Работа**||",
        "2.1|Копии|C|RA"),
      """
      Бюджет: Заказчик A, Исполнитель R
      Закупка: Заказчик I, Исполнитель RA
      Копии: Заказчик C, Исполнитель RA
      """),
    TableKind(
      "groups, first-col-phase", "pt-BR",
      table(
        "Fase|Atividade|Gerente|Equipe",
        "**Início**|Orçamento|A|R",
        "|Compra|A|C",
        "**Fim**|Cópias|I|A/R"),
      """
      Orçamento: Gerente A, Equipe R
      Compra: Gerente A, Equipe C
      Cópias: Gerente I, Equipe RA
      """),
    TableKind(
      "groups, heading-emoji", "en",
      table(
        "Activity|Lead|Crew",
        "📋 **Planning**||",
        "Budget|A|R",
        "🔧 **Run**||",
        "Backups|I|A/R"),
      """
      Budget: Lead A, Crew R
      Backups: Lead I, Crew RA
      """),
    TableKind(
      "numbers, hash", "fr",
      table(
        "N°|Activité|Chef|Équipe",
        "1|Budget|A|R",
        "2|Copies|R|A"),
      """
      Budget: Chef A, Équipe R
      Copies: Chef R, Équipe A
      """),
    TableKind(
      "numbers, zh", "zh",
      table(
        "序号|工作内容|项目经理|开发组",
        "1|预算|A|R",
        "2|备份|R|A"),
      """
      预算: 项目经理 A, 开发组 R
      备份: 项目经理 R, 开发组 A
      """),
    TableKind(
      "numbers, arabicdigits", "ar",
      table(
        "رقم|المهمة|المدير|الفريق",
        "١|الميزانية|A|R",
        "٢|النسخ|R|A"),
      """
      الميزانية: المدير A, الفريق R
      النسخ: المدير R, الفريق A
      """),
    TableKind(
      "numbers, roman", "it",
      table(
        "Nr.|Attività|Capo|Squadra",
        "I.|Bilancio|A|R",
        "II.|Copie|R|A",
        "III.|Rapporto|C|A/R"),
      """
      Bilancio: Capo A, Squadra R
      Copie: Capo R, Squadra A
      Rapporto: Capo C, Squadra RA
      """),
    TableKind(
      "numbers, letters", "de",
      table(
        "Nr.|Aufgabe|Chef|Team",
        "a)|Budget|A|R",
        "b)|Kopien|R|A"),
      """
      Budget: Chef A, Team R
      Kopien: Chef R, Team A
      """),
    TableKind(
      "numbers, end", "en",
      table(
        "Task|Lead|Crew|No.",
        "Budget|A|R|1",
        "Copies|R|A|2"),
      """
      Budget: Lead A, Crew R
      Copies: Lead R, Crew A
      """),
    TableKind(
      "ticks, ru", "ru",
      table(
        "Задача|Вы|Мы",
        "Чтение|✔|–",
        "Запуск|✔|✅",
        "Пилот|Да|Нет",
        "План|+|"),
      """
      Чтение: Вы RA
      Запуск: Вы R, Мы R
      Пилот: Вы RA
      План: Вы RA
      """),
    TableKind(
      "ticks, ko", "ko",
      table(
        "작업|고객|공급자",
        "요구 사항 읽기|O|X",
        "장치 등록|O|O",
        "시험|X|O"),
      """
      요구 사항 읽기: 고객 RA
      장치 등록: 고객 R, 공급자 R
      시험: 공급자 RA
      """),
    TableKind(
      "ticks, ja", "ja",
      table(
        "作業|お客様|当社",
        "要件|○|―",
        "登録|○|○",
        "試験|×|○"),
      """
      要件: お客様 RA
      登録: お客様 R, 当社 R
      試験: 当社 RA
      """),
    TableKind(
      "ticks, es", "es",
      table(
        "Tarea|Cliente|Proveedor",
        "Leer|Sí|No",
        "Alta|Sí|Sí",
        "Piloto|No|Sí"),
      """
      Leer: Cliente RA
      Alta: Cliente R, Proveedor R
      Piloto: Proveedor RA
      """),
    TableKind(
      "ticks, pt", "pt-BR",
      table(
        "Tarefa|Cliente|Fornecedor",
        "Ler|Sim|Não",
        "Cadastrar|Sim|Sim",
        "Piloto|Não|Sim (se contratado)"),
      """
      Ler: Cliente RA
      Cadastrar: Cliente R, Fornecedor R
      Piloto: Fornecedor RA
      """),
    TableKind(
      "owners, zh", "zh",
      table(
        "资源|事件|变更",
        "数据|客户|客户",
        "网络|共同|北风",
        "平台|北风|北风"),
      """
      数据∶ 事件: 客户 RA
      数据∶ 变更: 客户 RA
      网络∶ 事件: 客户 R, 北风 R
      网络∶ 变更: 北风 RA
      平台∶ 事件: 北风 RA
      平台∶ 变更: 北风 RA
      """),
    TableKind(
      "owners, es", "es",
      table(
        "Recurso|Incidencias|Cambios",
        "Datos|Cliente|Cliente",
        "Red|Compartida|Norte",
        "Plano|Norte|Norte y Cliente"),
      """
      Datos∶ Incidencias: Cliente RA
      Datos∶ Cambios: Cliente RA
      Red∶ Incidencias: Cliente R, Norte R
      Red∶ Cambios: Norte RA
      Plano∶ Incidencias: Norte RA
      Plano∶ Cambios: Norte R, Cliente R
      """),
    TableKind(
      "owners, owner-col-ja", "ja",
      table(
        "作業|担当",
        "監視|運用チーム",
        "更新|開発チーム",
        "報告|運用チームと開発チーム"),
      """
      監視: 運用チーム R
      更新: 開発チーム R
      報告: 運用チーム R, 開発チーム R
      """),
  ]
}
