import Base

/// A place in a document from which on it would take too long.
///
/// The time of cmark grows with the square of some counts, and no reader needs so many.
///
/// The document is then shown as the text that it is, and the place is reported.
struct LimitExcess: Error {
  let id: DiagnosticID
  let message: DiagnosticMessage
  /// The line in the file, from 1.
  let line: Int
  /// The column in bytes, from 1.
  let byteColumn: Int

  func diagnostic(_ places: PlaceFinder) -> Diagnostic {
    Diagnostic(
      id, message, at: places.location(line: line, byteColumn: byteColumn),
      hint: "rewrite it, or raise the limit under 'limits' in guide.yml; until then the document "
        + "is shown as plain text")
  }
}

extension LimitExcess {
  static func line(_ line: Int, limit: Int) -> LimitExcess {
    LimitExcess(
      id: .lineTooLong, message: "the line is longer than \(limit) bytes", line: line,
      byteColumn: limit + 1)
  }

  static func marks(_ line: Int, limit: Int) -> LimitExcess {
    LimitExcess(
      id: .marksTooMany, message: "this document has more than \(limit) characters of markup",
      line: line, byteColumn: 1)
  }

  static func nesting(_ line: Int, byteColumn: Int, limit: Int) -> LimitExcess {
    LimitExcess(
      id: .nestingTooDeep,
      message: "quotations and lists nested deeper than \(limit) levels", line: line,
      byteColumn: byteColumn)
  }

  static func cells(_ line: Int, limit: Int) -> LimitExcess {
    LimitExcess(
      id: .cellsTooMany, message: "the tables of this document have more than \(limit) cells",
      line: line, byteColumn: 1)
  }

  static func images(_ line: Int, byteColumn: Int, limit: Int) -> LimitExcess {
    LimitExcess(
      id: .imagesTooMany, message: "more than \(limit) images start in one paragraph", line: line,
      byteColumn: byteColumn)
  }
}
