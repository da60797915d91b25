import Base

/// The length of a title that represents a text.
///
/// Pages show a heading or cell in full. Lists, exports, ids, and each row of a section repeat its
/// title, so a title without a bound would cost its length times their number.
public enum TitleText {
  /// The length in Unicode scalars of the longest title that is repeated as it is.
  static let most = 500

  /// Whether a title is longer.
  public static func isLong(_ title: String) -> Bool {
    title.utf8.count > most && title.unicodeScalars.dropFirst(most).first != nil
  }

  /// The title, its end replaced by an ellipsis if it is longer.
  public static func shortened(_ title: String) -> String {
    guard isLong(title) else { return title }
    var result = title.unicodeScalars.prefix(most - 1)
    while result.last?.properties.isWhitespace ?? false { result.removeLast() }
    return String(result) + "…"
  }
}

extension Document {
  /// A finding for each title that is shortened.
  ///
  /// A row of a grid or a transposed table has its title from a line or a head. Rows that share a
  /// title have one finding.
  public var longTitles: [Diagnostic] {
    var places: [SourceLocation] = []
    if let title = metadata.title, TitleText.isLong(title) {
      places.append(SourceLocation(path: path, line: 1, column: 1))
    }
    places += headings.filter { TitleText.isLong($0.text) }.map(\.location)
    var last: Range<Int>?
    for row in rows {
      if TitleText.isLong(row.text), row.lines != last { places.append(row.location) }
      last = row.lines
    }
    places += groups.filter { TitleText.isLong($0.text) }.map(\.location)
    return places.map {
      Diagnostic(
        .titleTooLong,
        "this title has more than 500 characters; lists and exports shorten it",
        at: $0, hint: "write a shorter title, and move the rest into the text")
    }
  }
}
