/// HTML with holes: places whose content is known only when the whole guide is.
///
/// cmark renders a document once, long before ids are aligned and links are resolved. The few
/// bytes that depend on them are left out and named.
public struct MarkedHTML: Sendable {
  /// The content of a hole.
  ///
  /// Indices count in the document's own lists.
  public enum Hole: Sendable, Hashable {
    /// The `id` attribute of a heading.
    case headingID(heading: Int)
    /// The tag that opens a link.
    case linkStart(link: Int)
    /// The tag that closes a link.
    case linkEnd(link: Int)
    /// A whole image.
    case image(link: Int)
    /// An explicit anchor in running text.
    case anchor(anchor: Int)
    /// The name of an alert's kind in the reader's language.
    case alertTitle(AlertKind)
    /// The HTML that opens a table, up to and without its head.
    case tableStart(table: Int)
    /// The HTML that closes a table.
    case tableEnd(table: Int)
    /// The attribute that aligns a cell of an ordinary table; never for `none`.
    case cellAlignment(ColumnAlignment)
    /// The `id` and other attributes of a line of a table that may contain responsibilities.
    case rowAttributes(line: Int)
    /// The name and the class of the element of such a table's cell.
    case cellTag(cell: Int)
    /// The HTML after the content of such a cell, and the tag that closes it.
    case cellEnd(cell: Int)
    /// The `id` attribute of a clause of a cell, counted from 1.
    case clauseID(cell: Int, clause: Int)
    /// The box of a task.
    case task(isDone: Bool)
    /// The tag that opens the footnotes.
    case footnotesStart
    /// The `id` attribute of a footnote.
    case footnoteID(footnote: Int)
    /// A reference to a footnote; uses count from 0.
    case footnoteReference(footnote: Int, use: Int)
    /// The link from a footnote back to a reference.
    case footnoteReturn(footnote: Int, use: Int)
  }

  /// A hole and the offset of the byte that follows it.
  ///
  /// A large table has very many, so its numbers take no more room than they need.
  public struct Mark: Sendable {
    let position: Int32
    let first: Int32
    let second: Int32
    let kind: HoleMarker.Kind

    /// The offset in `bytes`.
    public var offset: Int { Int(position) }
    /// The content that belongs there.
    public var hole: Hole { HoleMarker.hole(kind, Int(first), Int(second)) }
  }

  /// The HTML without the content of the holes.
  public let bytes: [UInt8]
  /// The holes by rising offset.
  public let marks: [Mark]

  /// Appends the HTML with its holes filled by `fill`.
  public func append<Failure: Error>(
    to output: inout [UInt8], filling fill: (Hole, inout [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var position = 0
    func appendBytes(upTo end: Int) {
      bytes.withUnsafeBufferPointer {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[position..<end]))
      }
      position = end
    }
    for mark in marks {
      appendBytes(upTo: mark.offset)
      try fill(mark.hole, &output)
    }
    appendBytes(upTo: bytes.count)
  }
}

/// The five kinds of alerts that a quotation can be.
public enum AlertKind: String, Sendable, CaseIterable {
  case note
  case tip
  case important
  case warning
  case caution
}
