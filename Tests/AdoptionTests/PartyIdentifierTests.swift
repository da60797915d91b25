import Testing

@testable import Adoption

/// Parties have ids that people can read, in whatever script their names are.
@Suite struct PartyIdentifierTests {
  private static let scripts: [(locale: String, table: [String], ids: [String])] = [
    ("zh", ["任务|甲方|供应商", "需求|A|R", "测试|R|A"], ["jiafang", "gongyingshang"]),
    ("zh-TW", ["工作|甲方|供應商", "需求|A|R", "測試|R|A"], ["jiafang", "gongyingshang"]),
    ("ja", ["作業|総務部|開発部", "塗装|A|R", "清掃|R|A"], ["somubu", "kaihatsubu"]),
    ("ar", ["المهمة|العميل|المزود", "تخطيط|A|R", "نسخ|R|A"], ["alamyl", "almzwd"]),
    ("fa", ["کار|مشتری|پیمانکار", "طرح|A|R", "آزمون|R|A"], ["mshtry", "pymankar"]),
    ("he", ["משימה|לקוח|ספק", "תכנון|A|R", "גיבוי|R|A"], ["lkvch", "spk"]),
    ("hi", ["कार्य|ग्राहक|प्रदाता", "योजना|A|R", "परीक्षण|R|A"], ["grahak", "pradata"]),
    ("bn", ["কাজ|গ্রাহক|সরবরাহকারী", "নকশা|A|R", "পরীক্ষা|R|A"], ["grahak", "sarabarahakari"]),
    ("th", ["งาน|ลูกค้า|ผู้ขาย", "แผน|A|R", "ทดสอบ|R|A"], ["lukkha", "phukhay"]),
    ("ko", ["작업|고객|공급자", "계획|A|R", "시험|R|A"], ["gogaek", "gonggeupja"]),
    ("ru", ["Задача|Заказчик|Исполнитель", "План|A|R", "Тест|R|A"], ["zakazchik", "ispolnitel"]),
    ("ru", ["Задача|Бригада 10|Бригада 12", "План|A|R"], ["brigada-10", "brigada-12"]),
    ("el", ["Εργασία|Πελάτης|Πάροχος", "Σχέδιο|A|R", "Δοκιμή|R|A"], ["pelatis", "parochos"]),
    ("vi", ["Việc|Khách hàng|Đối tác", "Lập|A|R", "Thử|R|A"], ["khach-hang", "doi-tac"]),
  ]

  @Test(arguments: scripts.indices)
  func namesAreWrittenInLatinLetters(index: Int) async throws {
    let (locale, lines, ids) = Self.scripts[index]
    let table = TableKind.table(lines[0], Array(lines.dropFirst()))
    let adopted = try await AdoptedMatrix([
      "\(locale)/plan.md": "# X\n\n## Y\n\n" + table.joined(separator: "\n") + "\n"
    ])
    #expect(adopted.parties == ids)
    #expect(!adopted.findings.containsError)
  }

  /// A party's name in an English translation is a better id than its name in Latin letters.
  @Test(arguments: [
    (["任务|甲方|供应商", "需求|A|R"], ["Task|Customer|Vendor", "Needs|A|R"]),
    (["任务|负责人|批准人", "需求|供应商|甲方"], ["Task|Responsible|Accountable", "Needs|Vendor|Customer"]),
  ])
  func englishNamesComeFirst(own: [String], english: [String]) async throws {
    func page(_ lines: [String]) -> String {
      "# X\n\n## Y\n\n"
        + TableKind.table(lines[0], Array(lines.dropFirst())).joined(separator: "\n")
        + "\n"
    }
    let adopted = try await AdoptedMatrix(
      ["zh/plan.md": page(own), "en/plan.md": page(english)], source: "zh")
    #expect(Set(adopted.parties) == ["customer", "vendor"])
  }
}
