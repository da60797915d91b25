import Testing

/// Tables whose rows are as short as rows can be, so that each byte of the file is much to read.
struct HostileTable: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// The instructions that a byte may cost: three seconds for a million bytes, if a processor
  /// executes 5.7 billion instructions a second, and four if all parties share each row or each row
  /// differs from its translation.
  let mostForByte: Int
  private let head: String
  private let kind: String
  private let row: @Sendable (Int) -> String
  /// The row of the translation; nil if there is none.
  private let translated: (@Sendable (Int) -> String)?

  private init(
    _ name: String, head: String = "|Task|Provider|Customer|\n|-|-|-|\n", kind: String = "letters",
    mostForByte: Int = 17_000, translated: (@Sendable (Int) -> String)? = nil,
    _ row: @escaping @Sendable (Int) -> String
  ) {
    testDescription = name
    self.mostForByte = mostForByte
    self.head = head
    self.kind = kind
    self.translated = translated
    self.row = row
  }

  /// The files of a guide whose table has so many bytes.
  func files(byteCount: Int) -> [String: String] {
    var files = [
      "content/en-US/x.md": text(byteCount, row), "content/raci/x.yml": "table: \(kind)\n",
    ]
    if let translated { files["content/de-DE/x.md"] = text(byteCount, translated) }
    return files
  }

  private func text(_ byteCount: Int, _ row: (Int) -> String) -> String {
    var text = "# X {#x}\n\n" + head
    var number = 0
    while text.utf8.count < byteCount {
      text += row(number) + "\n"
      number += 1
    }
    return text
  }

  /// A word that no other number has.
  private static func word(_ number: Int) -> String {
    var rest = number &* 7919
    return String(
      (0..<4).map { _ in
        defer { rest /= 26 }
        return Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(rest % 26)))
      })
  }

  static let all = [
    Self("titles") { "|\(word($0)) x|R|A|" },
    Self("numbers") { "|t\($0)|R|A|" },
    Self("remarks") { "|\(word($0)) x|R(a\($0))|A(b\($0))|" },
    Self("words after letters") { "|\(word($0)) x|R \(word($0 + 9))|A \(word($0 + 17))|" },
    Self("no letters") { "|\(word($0)) x|\(word($0 + 3))|\(word($0 + 7))|" },
    Self("strong cells") { "|**\(word($0))** x|**R**|*A*|" },
    Self("groups") { $0 % 2 == 0 ? "|**\(word($0))**|||" : "|\(word($0)) x|R|A|" },
    Self("scripts") { number in
      let scalar = Unicode.Scalar(0x4E00 + UInt32(number % 20_000)) ?? " "
      return "|\(Character(scalar))\(word(number))|R|A|"
    },
    Self("many tables", head: "") { "|Task|Provider|\n|-|-|\n|\(word($0)) x|RA|\n" },
    Self("letters that differ", mostForByte: 24_000, translated: { "|\(word($0)) y|A|R|" }) {
      "|\(word($0)) x|R|A|"
    },
    Self("shared rows", head: "|Area|Owner|\n|-|-|\n", kind: "owners", mostForByte: 24_000) {
      "|\(word($0)) x|Shared|"
    },
    Self("owners", head: "|Area|Owner|\n|-|-|\n", kind: "owners") {
      "|\(word($0)) x|Provider, Customer|"
    },
    Self("unknown names", head: "|Task|Responsible|Accountable|\n|-|-|-|\n", kind: "columns") {
      "|\(word($0)) x|Provide\(word($0 + 5))|Custom|"
    },
    Self("ticks", kind: "ticks") { "|\(word($0)) x|✔|✘|" },
    Self("people", head: "|Name|R|A|C|I|\n|-|-|-|-|-|\n", kind: "people") {
      $0 % 2 == 0 ? "|Provider|x||||" : "|Customer||x|||"
    },
    Self("continued rows") { $0 % 9 == 0 ? "|\(word($0)) x|R|A|" : "||C|I|" },
    Self("rows in HTML", head: "<table><tr><th>Task<th>Provider\n") {
      "<tr><td>\(word($0)) x<td>R"
    },
    Self(
      "many columns",
      head: "|Task" + (0..<100).map { "|P\($0)" }.joined() + "|\n|-"
        + String(repeating: "|-", count: 100) + "|\n"
    ) { "|\(word($0)) x" + String(repeating: "|R", count: 100) + "|" },
  ]

  /// Those that are counted in every run: counting instructions takes time.
  static let few = all.filter {
    ["titles", "remarks", "letters that differ", "shared rows"].contains($0.testDescription)
  }
}
