import Foundation
import TestSupport

/// A guide of a large house: 200 documents in 20 folders with 3,000 rows in English, German, and Arabic,
/// and a letter that changed since May.
struct AskedGuide {
  static let locales = ["en-US", "de-DE", "ar-SA"]
  static let rowCount = 3000
  static let changed = "Backup for Lisbon Mail"

  /// The folder that `content/` is in, in a repository of its own.
  let folder: TemporaryFolder

  var content: URL { folder.file("content") }

  /// Writes the guide as it was in May, records it, and changes a letter.
  init() throws {
    let parties = ["operations", "desk", "security", "customer", "finance", "vendor"]
    folder = try TemporaryFolder()
    var files = [
      "guide.yml": "source_locale: en-US\nlocales: [\(Self.locales.joined(separator: ", "))]\n"
        + "parties: [\(parties.joined(separator: ", "))]\n"
    ]
    for (locale, words) in zip(Self.locales, [Self.english, Self.german, Self.arabic]) {
      let names = zip(parties, words.parties).map { "  \($0): \($1)\n" }
      files["\(locale)/locale.yml"] = "title: \(words.guide)\nparties:\n" + names.joined()
      files["\(locale)/index.md"] = "# \(words.guide)\n"
      for (place, placeName) in words.places.enumerated() {
        for (system, systemName) in words.systems.enumerated() {
          let key =
            "\(Self.slug(Self.english.places[place]))/\(Self.slug(Self.english.systems[system]))"
          files["\(locale)/\(key).md"] = Self.document(placeName, systemName, words)
        }
      }
    }
    for (number, (place, system)) in Self.documents.enumerated() {
      files["raci/\(Self.slug(place))/\(Self.slug(system)).yml"] = Self.letters(number)
    }
    for (path, text) in files { try folder.write(text, to: "content/" + path) }
    try git("init", "--quiet")
    try git("add", "content")
    try git("commit", "--quiet", "-m", "May")
    let path = "content/raci/lisbon/mail.yml"
    let text = try folder.read(path)
    try folder.write(
      text.replacing(
        "backup: {}", with: "backup: {raci: {operations: R, security: A, customer: I}}"),
      to: path)
  }

  private func git(_ arguments: String...) throws {
    let day = "2026-05-01T12:00:00Z"
    _ = try run(
      URL(filePath: "/usr/bin/git"),
      ["-c", "user.name=test", "-c", "user.email=test@localhost"] + arguments, in: folder.url,
      environment: ["GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day])
  }

  private struct Words {
    let guide: String
    let parties: [String]
    let places: [String]
    let systems: [String]
    let tasks: [String]
    /// The text between a task and its document.
    let of: String
  }

  private static let english = Words(
    guide: "House guide",
    parties: ["Operations", "Service desk", "Security", "Customer", "Finance", "Vendor"],
    places: [
      "Lisbon", "Oslo", "Cairo", "Seoul", "Paris", "Rome", "Madrid", "Vienna", "Berlin", "Prague",
      "Athens", "Dublin", "Tunis", "Amman", "Doha", "Tokyo", "Delhi", "Lima", "Quito", "Accra",
    ],
    systems: [
      "Mail", "Telephony", "Payroll", "Archive", "Portal", "Database", "Network", "Printing",
      "Storage", "Directory",
    ],
    tasks: [
      "Backup", "Recovery", "Patching", "Monitoring", "Licensing", "Onboarding", "Offboarding",
      "Auditing", "Encryption", "Inventory", "Training", "Cabling", "Billing", "Cleaning",
      "Renewal",
    ], of: "for")
  private static let german = Words(
    guide: "Hausleitfaden",
    parties: ["Betrieb", "Servicedesk", "Sicherheit", "Kunde", "Finanzen", "Lieferant"],
    places: english.places,
    systems: [
      "E-Mail", "Telefonie", "Gehälter", "Archiv", "Portal", "Datenbank", "Netz", "Druck",
      "Speicher", "Verzeichnis",
    ],
    tasks: [
      "Sicherung", "Wiederherstellung", "Aktualisierung", "Überwachung", "Lizenzierung", "Eintritt",
      "Austritt", "Prüfung", "Verschlüsselung", "Inventur", "Schulung", "Verkabelung", "Abrechnung",
      "Reinigung", "Verlängerung",
    ], of: "für")
  private static let arabic = Words(
    guide: "دليل الدار",
    parties: ["التشغيل", "مكتب الخدمة", "الأمن", "العميل", "المالية", "المورد"],
    places: [
      "لشبونة", "أوسلو", "القاهرة", "سيول", "باريس", "روما", "مدريد", "فيينا", "برلين", "براغ",
      "أثينا", "دبلن", "تونس", "عمّان", "الدوحة", "طوكيو", "دلهي", "ليما", "كيتو", "أكرا",
    ],
    systems: [
      "البريد", "الهاتف", "الرواتب", "الأرشيف", "البوابة", "قاعدة البيانات", "الشبكة", "الطباعة",
      "التخزين", "الدليل",
    ],
    tasks: [
      "النسخ الاحتياطي", "الاستعادة", "التحديث", "المراقبة", "الترخيص", "الانضمام", "المغادرة",
      "التدقيق", "التشفير", "الجرد", "التدريب", "التمديدات", "الفوترة", "التنظيف", "التجديد",
    ], of: "في")

  private static var documents: [(place: String, system: String)] {
    english.places.flatMap { place in english.systems.map { (place, $0) } }
  }

  private static func slug(_ text: String) -> String { text.lowercased() }

  private static func document(_ place: String, _ system: String, _ words: Words) -> String {
    let rows = zip(english.tasks, words.tasks).map { id, task in
      "| <a name=\"\(slug(id))\"></a>\(task) \(words.of) \(place) \(system) "
        + "| \(words.parties[0]): \(task), \(system). |\n"
    }
    return
      "# \(place) \(system)\n\n## \(system) <a name=\"tasks\"></a>\n\n| A | B |\n| --- | --- |\n"
      + rows.joined()
  }

  private static func letters(_ number: Int) -> String {
    let rows = english.tasks.enumerated().map { place, task in
      let own =
        switch (number + place) % 5 {
        case 1: "{raci: {security: RA, operations: C, customer: I}}"
        case 3: "{raci: {vendor: R, operations: A, finance: I}}"
        default: "{}"
        }
      return "      \(slug(task)): \(own)\n"
    }
    return "sections:\n  tasks:\n    raci: {operations: RA, desk: C, customer: I}\n"
      + "    responsibilities:\n" + rows.joined()
  }
}
