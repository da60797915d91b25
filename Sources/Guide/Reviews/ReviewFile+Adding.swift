import Base

extension ReviewFile {
  /// A file with one more approval at its end, in the indentation of the last one.
  ///
  /// - Returns: nil if the file is in a form that cannot be extended.
  public static func adding(_ review: Review, to file: [UInt8], path: String) -> [UInt8]? {
    let known = load(SourceFile(path: path, bytes: file)).reviews
    var lines = file.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    if lines.last?.isEmpty == true { lines = Array(lines.dropLast()) }
    let entry = lines.last { $0.firstMatch(of: /^ *-\s/) != nil }
    let indentation = entry.map { $0.prefix { $0 == " " } } ?? "  "
    var added = review.lines.map { "\(indentation)\($0.dropFirst(2))" }
    if entry == nil {
      if let index = lines.firstIndex(where: { $0.hasPrefix("reviews:") }) {
        lines[index].replace(/^reviews: *(?:\[ *\]|(?:~|null)(?=\s|$))/, with: "reviews:")
      } else {
        added.insert("reviews:", at: 0)
      }
    }
    let marker = lines.lastIndex { $0.wholeMatch(of: /\.\.\.\s*/) != nil }
    lines.insert(contentsOf: added, at: marker ?? lines.count)
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    let (reviews, defects) = load(SourceFile(path: path, bytes: bytes))
    guard !defects.containsError, reviews.count == known.count + 1, reviews.starts(with: known),
      reviews.last?.lines == review.lines
    else { return nil }
    return bytes
  }

  /// The lines to add to a file by hand: inside brackets, an entry in braces.
  public static func lines(of review: Review, in file: [UInt8], path: String) -> [String] {
    let file = SourceFile(path: path, bytes: file)
    let list = YAMLParser.parse(file.bytes, path: path).root?["reviews"]
    let isFlow =
      list?.elements != nil
      && list.map { file.bytes[$0.bytes.lowerBound...].first } == UInt8(ascii: "[")
    return isFlow ? [review.flow] : review.lines
  }
}
