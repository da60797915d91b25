import Base
import Exchange

/// The readers of files that people edit elsewhere.
enum ImportTargets {
  private static let parties: [(id: String, names: Set<String>)] = [
    ("provider", ["Provider", "provider"]), ("customer", ["Customer", "customer"]),
  ]
  private static let words: [String: Set<String>] = ["party": ["Partei"], "mail": ["Post"]]

  static func run(_ target: FuzzTarget, _ bytes: [UInt8]) {
    switch target {
    case .workbook:
      if let file = try? WorkbookFile(bytes) {
        for entry in file.sheets { _ = try? file.sheet(entry) }
      }
      matrix(bytes)
      contacts(bytes, "fuzz.xlsx")
    case .separated:
      _ = try? SeparatedText(bytes)
      matrix(bytes)
    case .contacts: contacts(bytes, "fuzz.csv")
    case .catalog: contacts(bytes, "fuzz.yaml")
    case .po: _ = try? POReader.read(SourceFile(path: "fuzz", bytes: bytes))
    default: _ = try? XLIFFReader.read(bytes, path: "fuzz")
    }
  }

  private static func matrix(_ bytes: [UInt8]) {
    _ = try? EditedMatrix(file: bytes, sheet: nil, parties: parties)
  }

  private static func contacts(_ bytes: [UInt8], _ path: String) {
    _ = try? PartyRecords.read(bytes, path: path, sheet: nil, words: words)
  }
}
