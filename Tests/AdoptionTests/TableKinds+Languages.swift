extension TableKind {
  /// Tables of letters as people of many languages write them, with their own punctuation.
  static let languages: [TableKind] = [
    TableKind(
      "letters, de", "de",
      table(
        "Aufgabe|Auftraggeber|Projektleitung|Technik|Helpdesk",
        "Platten bestellen|A|**R**|C|i",
        "Daten kopieren|—|R/A|r|I",
        "Abnahme|I|A|R, C|",
        "Bericht|C|R·A|–|C+I"),
      """
      Platten bestellen: Auftraggeber A, Projektleitung R, Technik C, Helpdesk I
      Daten kopieren: Projektleitung RA, Technik R, Helpdesk I
      Abnahme: Auftraggeber I, Projektleitung A, Technik RC
      Bericht: Auftraggeber C, Projektleitung RA, Helpdesk CI
      """),
    TableKind(
      "letters, ja", "ja",
      table(
        "作業項目|お客様|開発チーム|運用チーム",
        "要件定義|A／R|C|Ｉ",
        "設計|C|A、R|－",
        "テスト|Ｉ|R|Ａ",
        "移行|I|Ｃ／Ｉ|R/A"),
      """
      要件定義: お客様 RA, 開発チーム C, 運用チーム I
      設計: お客様 C, 開発チーム RA
      テスト: お客様 I, 開発チーム R, 運用チーム A
      移行: お客様 I, 開発チーム CI, 運用チーム RA
      """),
    TableKind(
      "letters, ru", "ru",
      table(
        "Работа|Заказчик|Руководитель проекта|Аналитик",
        "Сбор требований|С|А|R",
        "Согласование|А|R|I",
        "Приёмка|R/А|С|—"),
      """
      Сбор требований: Заказчик C, Руководитель проекта A, Аналитик R
      Согласование: Заказчик A, Руководитель проекта R, Аналитик I
      Приёмка: Заказчик RA, Руководитель проекта C
      """),
    TableKind(
      "letters, ar", "ar",
      table(
        "المهمة|مدير المشروع|فريق التطوير|الدعم",
        "جمع المتطلبات|A|R|I",
        "النسخ الاحتياطي|I|C|R/A",
        "التقرير|R، A|C، I|-"),
      """
      جمع المتطلبات: مدير المشروع A, فريق التطوير R, الدعم I
      النسخ الاحتياطي: مدير المشروع I, فريق التطوير C, الدعم RA
      التقرير: مدير المشروع RA, فريق التطوير CI
      """),
    TableKind(
      "letters, th", "th",
      table(
        "กิจกรรม|ผู้จัดการโครงการ|ทีมพัฒนา|ฝ่ายปฏิบัติการ",
        "วางแผน|A|R|C",
        "ติดตั้งระบบ|I|R|A",
        "สำรองข้อมูล|-|C/I|A/R"),
      """
      วางแผน: ผู้จัดการโครงการ A, ทีมพัฒนา R, ฝ่ายปฏิบัติการ C
      ติดตั้งระบบ: ผู้จัดการโครงการ I, ทีมพัฒนา R, ฝ่ายปฏิบัติการ A
      สำรองข้อมูล: ทีมพัฒนา CI, ฝ่ายปฏิบัติการ RA
      """),
    TableKind(
      "letters, vi", "vi",
      table(
        "Công việc|Khách hàng|Trưởng dự án|Nhóm phát triển",
        "Thu thập yêu cầu|C|A|R",
        "Kiểm thử|I|**A**|*R*",
        "Bàn giao|A / C|R|I"),
      """
      Thu thập yêu cầu: Khách hàng C, Trưởng dự án A, Nhóm phát triển R
      Kiểm thử: Khách hàng I, Trưởng dự án A, Nhóm phát triển R
      Bàn giao: Khách hàng AC, Trưởng dự án R, Nhóm phát triển I
      """),
    TableKind(
      "letters, zh-noouter", "zh",
      [
        "任务 | 甲方 | 乙方 | 监理",
        ":-- | :-: | :-: | :-:",
        "需求 | A | R | I",
        "测试 | C | A&R | 无",
        "上线 | A | R | C",
      ],
      """
      需求: 甲方 A, 乙方 R, 监理 I
      测试: 甲方 C, 乙方 RA
      上线: 甲方 A, 乙方 R, 监理 C
      """),
    TableKind(
      "letters, he", "he",
      table(
        "משימה|מנהל פרויקט|צוות פיתוח|תמיכה",
        "תכנון|A|R|I",
        "גיבוי|I|C|R+A"),
      """
      תכנון: מנהל פרויקט A, צוות פיתוח R, תמיכה I
      גיבוי: מנהל פרויקט I, צוות פיתוח C, תמיכה RA
      """),
    TableKind(
      "letters, hi", "hi",
      table(
        "कार्य|ग्राहक|परियोजना प्रबंधक|विकास दल",
        "योजना|I|A|R",
        "परीक्षण|C|A|R"),
      """
      योजना: ग्राहक I, परियोजना प्रबंधक A, विकास दल R
      परीक्षण: ग्राहक C, परियोजना प्रबंधक A, विकास दल R
      """),
    TableKind(
      "letters, el", "el",
      table(
        "Εργασία|Πελάτης|Πάροχος|Ομάδα έργου",
        "Σχεδιασμός|Α|R|C",
        "Υλοποίηση|Ι|Α/R|—"),
      """
      Σχεδιασμός: Πελάτης A, Πάροχος R, Ομάδα έργου C
      Υλοποίηση: Πελάτης I, Πάροχος RA
      """),
    TableKind(
      "letters, bullet-dot", "fr",
      table(
        "Tâche|MOA|MOE|Exploitation",
        "Cadrage|A|R|C",
        "Recette|R • A|C|I",
        "Mise en production|A|C ; I|R"),
      """
      Cadrage: MOA A, MOE R, Exploitation C
      Recette: MOA RA, MOE C, Exploitation I
      Mise en production: MOA A, MOE CI, Exploitation R
      """),
    TableKind(
      "columns, fr", "fr",
      table(
        "Décision|Réalisateur|Approbateur|Consulté|Informé",
        "Budget|Paul, Nina|Zoé|Léo|Paul",
        "Outils|Léo + Paul|Paul|–|Zoé"),
      """
      Budget: Paul RI, Nina R, Zoé A, Léo C
      Outils: Léo R, Paul RA, Zoé I
      """),
    TableKind(
      "columns, zh", "zh",
      table(
        "任务|负责人|批准人|咨询|知会",
        "预算|产品组|管理层|财务部、法务部|运维组",
        "采购|财务部|管理层|产品组|法务部"),
      """
      预算: 产品组 R, 管理层 A, 财务部 C, 法务部 C, 运维组 I
      采购: 财务部 R, 管理层 A, 产品组 C, 法务部 I
      """),
    TableKind(
      "columns, ko", "ko",
      table(
        "업무|담당자|승인자|협의|통보",
        "예산|기획팀|본부장|재무팀|운영팀",
        "구매|재무팀, 운영팀|본부장|기획팀|-"),
      """
      예산: 기획팀 R, 본부장 A, 재무팀 C, 운영팀 I
      구매: 재무팀 R, 운영팀 R, 본부장 A, 기획팀 C
      """),
    TableKind(
      "columns, es-raci-heads", "es",
      table(
        "Actividad|R|A|C|I",
        "Presupuesto|Finanzas y Compras|Dirección|Legal|Ventas",
        "Compra|Compras|Dirección|Finanzas|"),
      """
      Presupuesto: Finanzas R, Compras R, Dirección A, Legal C, Ventas I
      Compra: Compras R, Dirección A, Finanzas C
      """),
    TableKind(
      "columns, tr", "tr",
      table(
        "Görev|Sorumlu (R)|Hesap veren (A)|Danışılan (C)|Bilgilendirilen (I)",
        "Bütçe|Maliye|Genel Müdür|Hukuk|Satış",
        "Satın alma|Lojistik; Maliye|Genel Müdür|–|Hukuk"),
      """
      Bütçe: Maliye R, Genel Müdür A, Hukuk C, Satış I
      Satın alma: Lojistik R, Maliye R, Genel Müdür A, Hukuk I
      """),
    TableKind(
      "columns, pl-br", "pl",
      table(
        "Zadanie|Wykonawca|Zatwierdzający|Konsultowany|Informowany",
        "Budżet|Kadry<br>Księgowość|Zarząd|Prawnicy|Sprzedaż",
        "Zakup|Księgowość|Zarząd|Kadry|"),
      """
      Budżet: Kadry R, Księgowość R, Zarząd A, Prawnicy C, Sprzedaż I
      Zakup: Księgowość R, Zarząd A, Kadry C
      """),
    TableKind(
      "columns, key-heads", "en",
      table(
        "Item|role_responsible|role_accountable|role_consulted|role_informed",
        "Budget|Lead|Sponsor|Desk|Crew",
        "Tools|Crew|Lead|Sponsor|Desk"),
      """
      Budget: Lead R, Sponsor A, Desk C, Crew I
      Tools: Crew R, Lead A, Sponsor C, Desk I
      """),
    TableKind(
      "columns, ar", "ar",
      table(
        "المهمة|المسؤول|المساءل|المستشار|المطلع",
        "الميزانية|المالية، المشتريات|المدير العام|القانونية|المبيعات",
        "الشراء|المشتريات|المدير العام|المالية|-"),
      """
      الميزانية: المالية R, المشتريات R, المدير العام A, القانونية C, المبيعات I
      الشراء: المشتريات R, المدير العام A, المالية C
      """),
  ]
}
