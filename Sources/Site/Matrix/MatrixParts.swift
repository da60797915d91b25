import Base
import Guide

/// The pages that the rows of a matrix are divided into.
///
/// A guide whose matrix fits on one page has a part per document. In a larger guide, a part has
/// consecutive documents of one folder, up to `mostRows`. A name says whether its document begins a
/// part, so that one more document changes only the parts around it.
struct MatrixParts: Sendable {
  /// How many rows a part of several documents has at most.
  static let mostRows = 200

  /// Documents whose rows share a page.
  struct Part: Sendable {
    /// The documents, by their indices in the guide.
    fileprivate(set) var documents: [Int]
    fileprivate(set) var rows: Range<Int>

    /// The document whose key the page has in its address.
    var first: Int { documents[0] }
  }

  let all: [Part]
  /// The number of each document's part; nil if the document has no rows.
  private let numbers: [Int?]

  init(_ guide: Guide, _ matrix: Matrix, isDivided: Bool) {
    var all: [Part] = []
    var numbers: [Int?] = []
    var folder: Substring?
    for (document, rows) in matrix.rowsOfDocument.enumerated() {
      guard !rows.isEmpty else {
        numbers.append(nil)
        continue
      }
      let key = guide.documents[document].key
      let own = key[..<(key.lastIndex(of: "/") ?? key.startIndex)]
      if let last = all.last, isDivided, folder == own, !Self.begins(key, rows.count),
        last.rows.count + rows.count <= Self.mostRows
      {
        all[all.count - 1].documents.append(document)
        all[all.count - 1].rows = last.rows.lowerBound..<rows.upperBound
      } else {
        all.append(Part(documents: [document], rows: rows))
      }
      folder = own
      numbers.append(all.count - 1)
    }
    self.all = all
    self.numbers = numbers
  }

  /// Whether a document begins a part wherever it is: about one does among so many rows as a part has.
  private static func begins(_ key: String, _ rows: Int) -> Bool {
    guard let digest = ContentDigest() else { return true }
    digest.add(key)
    return digest.value.number(below: mostRows) < rows
  }

  /// The part that has a document's rows; nil if it has none.
  subscript(document: Int) -> Part? { numbers[document].map { all[$0] } }
}

extension Site {
  /// The path of the matrix page that has a document's rows; its own address if it has none.
  func matrixPath(ofDocument document: Int, _ locale: Int) -> String {
    let first = matrixParts[document]?.first ?? document
    return paths.matrixPart(from: guide.documents[first].key, locale)
  }

  /// The URL of a document's rows: the page, and in one of several documents the first row.
  func matrixURL(ofDocument document: Int, _ locale: Int) -> String {
    guard let part = matrixParts[document], part.documents.count > 1 else {
      return paths.url(matrixPath(ofDocument: document, locale))
    }
    let row = matrix.rows[matrix.rowsOfDocument[document].lowerBound]
    return paths.url(matrixPath(ofDocument: document, locale), fragment: anchor(ofRow: row))
  }
}
