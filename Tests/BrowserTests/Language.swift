import Testing

/// A locale of the bundled guide, with what its readers type.
struct Language: Sendable, CustomTestStringConvertible {
  /// A query and the row that it leads to.
  struct Sample: Sendable {
    let query: String
    let row: String
    /// Whether the row is the first hit, not only one of them.
    let isFirst: Bool

    init(_ query: String, _ row: String, isFirst: Bool = true) {
      self.query = query
      self.row = row
      self.isFirst = isFirst
    }
  }

  let tag: String
  /// The language by its own name.
  let name: String
  let samples: [Sample]

  var testDescription: String { tag }

  static let tags = all.map(\.tag)

  /// All, in the order of the switcher.
  ///
  /// Each has part of a word, another case, and marks left out or
  /// put in, as far as its script has them.
  static let all: [Language] = [
    Language(
      tag: "en-US", name: "English",
      samples: [
        Sample("frastruct", "network-infrastructure"), Sample("PRINTING", "printing"),
        Sample("idéntity mänagement", "identity-management"),
      ]),
    Language(
      tag: "de-DE", name: "Deutsch",
      samples: [
        Sample("verwaltung", "identity-management", isFirst: false),
        Sample("tätsverwalt", "identity-management"),
        Sample("identitatsverwaltung", "identity-management"),
        Sample("NETZWERKINFRASTRUKTUR EINSCHLIESSLICH", "network-infrastructure"),
      ]),
    Language(
      tag: "fr-FR", name: "Français",
      samples: [
        Sample("rastruct", "network-infrastructure"),
        Sample("infrastructure reseau", "network-infrastructure"),
        Sample("gestion des identites", "identity-management"),
        Sample("IDENTITÉS", "identity-management"),
      ]),
    Language(
      tag: "ko-KR", name: "한국어",
      samples: [
        Sample("트워", "network-infrastructure", isFirst: false),
        Sample("트워크 인프", "network-infrastructure"), Sample("vpn을", "network-infrastructure"),
      ]),
    Language(
      tag: "sv-SE", name: "Svenska",
      samples: [
        Sample("verksinfra", "network-infrastructure"),
        Sample("natverksinfrastruktur", "network-infrastructure"),
        Sample("ÄNDRINGSHANTERING", "change-management"),
      ]),
    Language(
      tag: "zh-CN", name: "简体中文",
      samples: [
        Sample("基础", "network-infrastructure"), Sample("份管", "identity-management"),
        Sample("含 vpn", "network-infrastructure"),
      ]),
    Language(
      tag: "ar-SA", name: "العربية",
      samples: [
        Sample("بنية", "network-infrastructure"), Sample("ادارة الهويات", "identity-management"),
        Sample("إِدارَةُ التَّغْيِير", "change-management"),
      ]),
    Language(
      tag: "es-ES", name: "Español",
      samples: [
        Sample("fraestr", "network-infrastructure"), Sample("IMPRESION", "printing"),
        Sample("gestion de cámbios", "change-management"),
      ]),
    Language(
      tag: "ja-JP", name: "日本語",
      samples: [
        Sample("印刷", "printing"), Sample("更管", "change-management"),
        Sample("ﾈｯﾄﾜｰｸ", "network-infrastructure"),
      ]),
    Language(
      tag: "pt-BR", name: "Português (Brasil)",
      samples: [
        Sample("fraestr", "network-infrastructure"), Sample("IMPRESSAO", "printing"),
        Sample("gerenciamento de mudancas", "change-management"),
      ]),
  ]
}
