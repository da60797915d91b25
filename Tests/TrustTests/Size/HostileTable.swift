import Testing

/// Tables whose rows are as short as rows can be, so that each byte of the file is much to read.
struct HostileTable: CustomTestStringConvertible, Sendable {
  let testDescription: String
  private let head: String
  private let row: @Sendable (Int) -> String

  private init(
    _ name: String, head: String = "|Task|Provider|Customer|\n|-|-|-|\n",
    _ row: @escaping @Sendable (Int) -> String
  ) {
    testDescription = name
    self.head = head
    self.row = row
  }

  /// The files of a guide whose table has so many bytes.
  func files(byteCount: Int) -> [String: String] {
    var text = "# X {#x}\n\n" + head
    var number = 0
    while text.utf8.count < byteCount {
      text += row(number) + "\n"
      number += 1
    }
    return ["content/en-US/x.md": text, "content/raci/x.yml": "table: letters\n"]
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
  static let few = [all[0], all[2]]
}
