import Base

/// The form in which a workbook records its export, so that it can be merged when it comes back.
///
/// The sheet's first column has the kind of a row. It is `rolebook` and the version; `parties` by
/// id; a `sheet` with its name and its heads of parties. A `row` has the text of its ID column, its
/// document, its id, a digest, and its letters by party. Parties, heads and letters begin in the
/// sixth column.
public enum MatrixRecordForm {
  /// The name of the hidden sheet.
  public static let sheetName = "rolebook"
  /// The version of the form.
  public static let version = "1"
  /// The first column of parties, heads and letters, from 0.
  public static let firstColumn = 5

  /// A digest of a row's letters; empty only when memory runs out.
  ///
  /// - Parameter name: the text of the row's ID column.
  public static func digest(name: String, _ letters: [String]) -> String {
    guard let digest = ContentDigest() else { return "" }
    digest.add(name)
    for text in letters { digest.add(text) }
    return String(digest.hexadecimal.prefix(16))
  }

  /// The texts of the ID column: a row's id, with its document before it if another has the same.
  public static func names(_ rows: [(document: String, id: String)]) -> [String] {
    var counts: [String: Int] = [:]
    for row in rows { counts[row.id, default: 0] += 1 }
    return rows.map { counts[$0.id] == 1 ? $0.id : "\($0.document)#\($0.id)" }
  }
}
