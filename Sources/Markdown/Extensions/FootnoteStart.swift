extension BlockTracker {
  /// The first line of a footnote's definition.
  struct FootnoteStart {
    /// The bytes of its label.
    let label: Range<Int>
    /// The range of its marker.
    let marker: Range<Int>
    /// How many containers are around it.
    let depth: Int
    /// Whether no other container begins before it on the line.
    let isFirst: Bool
  }
}
