import Base

/// The long texts of a document, which its alignment, its stamp, and the search index read.
public struct DocumentTexts: Sendable {
  /// The plain text before the first heading.
  public let lead: String
  /// The plain text under each heading up to the next one, rows of responsibilities left out.
  public let sections: [String]
  /// By row, the clauses of all cells behind the title, plain text, never empty ones.
  public let clauses: [[String]]

  /// The plain text of a row's description.
  public func description(ofRow row: Int) -> String { clauses[row].joined(separator: "\n") }
}

/// A document's texts, in memory or in a spool: they are more than half of the facts about it.
struct StoredTexts: Sendable {
  private enum Place: Sendable {
    case memory(DocumentTexts)
    case spool(Spool, offset: Int, byteCount: Int)
  }

  private let place: Place

  /// Puts texts away; they stay in memory if there is no spool, or if it does not take them.
  init(_ texts: DocumentTexts, in spool: Spool?) {
    place = spool.flatMap { Self.place(of: texts, in: $0) } ?? .memory(texts)
  }

  /// Numbers come first: how many sections and rows there are, how many clauses each row has, and the
  /// length of each text.
  private static func place(of texts: DocumentTexts, in spool: Spool) -> Place? {
    var numbers = [texts.sections.count, texts.clauses.count] + texts.clauses.map(\.count)
    var bytes: [UInt8] = []
    func add(_ text: String) {
      bytes += text.utf8
      numbers.append(text.utf8.count)
    }
    add(texts.lead)
    for section in texts.sections { add(section) }
    for clauses in texts.clauses { for clause in clauses { add(clause) } }
    let offset = numbers.withUnsafeBytes { numbers in
      bytes.withUnsafeBytes { spool.append([numbers, $0]) }
    }
    return offset.map {
      .spool(
        spool, offset: $0, byteCount: numbers.count * MemoryLayout<Int>.stride + bytes.count)
    }
  }

  /// Gets the texts back.
  ///
  /// - Parameter onlyClauses: whether lead and sections may be empty, which takes fewer steps.
  /// - Throws: `FileError` if the spool cannot be read.
  func texts(onlyClauses: Bool = false) throws(FileError) -> DocumentTexts {
    switch place {
    case .memory(let texts): return texts
    case .spool(let spool, let offset, let byteCount):
      let buffer = UnsafeMutableRawBufferPointer.allocate(
        byteCount: byteCount, alignment: MemoryLayout<Int>.alignment)
      defer { buffer.deallocate() }
      try spool.read(buffer, from: offset)
      return Self.texts(in: UnsafeRawBufferPointer(buffer), onlyClauses)
    }
  }

  /// Reads the bytes that this process wrote.
  private static func texts(
    in buffer: UnsafeRawBufferPointer, _ onlyClauses: Bool
  ) -> DocumentTexts {
    let numbers = buffer.bindMemory(to: Int.self)
    let (sectionCount, rowCount) = (numbers[0], numbers[1])
    let clauseCounts = numbers[2..<(2 + rowCount)]
    var next = 2 + rowCount
    let textCount = 1 + sectionCount + clauseCounts.reduce(0, +)
    var position = (next + textCount) * MemoryLayout<Int>.stride
    func text(isWanted: Bool = true) -> String {
      let end = position + numbers[next]
      defer { (next, position) = (next + 1, end) }
      return isWanted ? String(decoding: buffer[position..<end], as: UTF8.self) : ""
    }
    let lead = text(isWanted: !onlyClauses)
    let sections = (0..<sectionCount).map { _ in text(isWanted: !onlyClauses) }
    return DocumentTexts(
      lead: lead, sections: sections,
      clauses: clauseCounts.map { count in (0..<count).map { _ in text() } })
  }
}
