/// The content of one cell's text.
struct CellContent: Sendable, Hashable {
  /// The kind of text.
  enum Kind: Sendable {
    /// Letters, with or without a remark.
    case letters
    /// A letter or two, and a text that may be all of the cell.
    case loose
    /// A sign or a word for yes.
    case yes
    /// A sign or a word for no.
    case no
    /// Nothing, or a dash.
    case nothing
    /// Something else.
    case text
  }

  var kind: Kind
  /// The letters of the scheme.
  var letters: LetterSet = []
  /// The text that looks like a letter and is not one of the scheme.
  var unknown: String?
  /// A condition or a remark beside the letters.
  var remark: String?
  /// Whether a colon or a dash is between the letters and the remark: `R: Kim`.
  var isMarked = false
}
