import Foundation

/// A guide so large that its search index is split: documents of three responsibilities, no two
/// alike.
public struct LargeGuide {
  /// The content folder.
  public let folder: TemporaryFolder

  /// Writes a guide in English and Korean.
  public init(documents: Int) throws {
    var files = [
      "guide.yml": "source_locale: en-US\nlocales: [en-US, ko-KR]\nparties: [provider, customer]\n"
    ]
    for tag in ["en-US", "ko-KR"] {
      files["\(tag)/locale.yml"] =
        "title: Large\nparties: {provider: Provider, customer: Customer}\n"
    }
    for number in 0..<documents {
      files["en-US/service-\(number).md"] = Self.document(number, Self.english)
      files["ko-KR/service-\(number).md"] = Self.document(number, Self.korean)
      files["raci/service-\(number).yml"] = """
        sections:
          tasks:
            raci: {provider: RA, customer: I}
            responsibilities:
              first: {}
              second: {}
              third: {raci: {customer: RA, provider: C}}

        """
    }
    folder = try TemporaryFolder(files: files)
  }

  /// The title of a responsibility in English, `row` being 0, 1 or 2.
  public static func title(_ document: Int, _ row: Int) -> String { name(document, row, english) }

  /// The title of a responsibility in Korean.
  public static func koreanTitle(_ document: Int, _ row: Int) -> String {
    name(document, row, korean)
  }

  private static let english = [
    "Printer", "Gateway", "Mailbox", "Ledger", "Badge", "Camera", "Workshop", "Archive", "Fleet",
    "Garden", "Kitchen", "Library", "Museum", "Network", "Office", "Parking", "Reception",
  ]
  private static let korean = [
    "인쇄기", "출입구", "우편함", "장부", "명찰", "사진기", "작업장", "보관소", "차량", "정원", "주방", "도서관",
    "박물관", "통신망", "사무실", "주차장", "접수대",
  ]

  private static func name(_ document: Int, _ row: Int, _ words: [String]) -> String {
    let number = document * 3 + row
    let count = words.count
    return [number % count, number / count % count, number / count / count % count, 7 + row]
      .map { words[$0 % count] }.joined(separator: " ")
  }

  private static func document(_ number: Int, _ words: [String]) -> String {
    let rows = ["first", "second", "third"].enumerated().map { row, id in
      let text = (0..<30).map { words[($0 * $0 + number * 3 + row + $0 / 4) % words.count] }
      return "| <a name=\"\(id)\"></a>\(name(number, row, words)) | "
        + "\(text.joined(separator: " ")) \(number) x\(row). |"
    }
    return "# \(words[number % words.count]) \(number)\n\n## \(words[0]) <a name=\"tasks\"></a>\n\n"
      + "| A | B |\n| --- | --- |\n\(rows.joined(separator: "\n"))\n"
  }
}
