extension CellReader {
  /// The meanings of the words of a text.
  struct Tokens {
    var letters: LetterSet = []
    /// Letters that the scheme lacks.
    var unknown: String?
    /// A footnote mark.
    var mark: String?
    /// The text from the first word on that is not a letter.
    var rest: Substring?
    /// The number of words.
    var count = 0
    /// Whether letters are in more than one word.
    var isParted = false
    /// Whether a colon or a dash is between the letters and the rest: `R: Kim`.
    var isMarked = false
    /// Whether a word of letters has small ones, as in "as agreed".
    var hasSmall = false
    /// Whether a word of several letters is small, as in "si R".
    var hasSmallWord = false
    /// Whether a word of letters has only capitals.
    var hasCapitals = false

    /// Whether small letters are words of a text.
    var isOfWords: Bool {
      rest == nil ? hasSmallWord && hasCapitals : hasSmall && !hasCapitals && !isMarked
    }
  }
}
