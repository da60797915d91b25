extension CellReader {
  /// The letters of a remark that is nothing but capitals of the scheme: `R`, `A/R`; nil if it says
  /// something else.
  func capitals(_ remark: String?) -> LetterSet? {
    guard let remark, remark == remark.uppercased() else { return nil }
    let content = read(remark)
    let isAll = content.letters.text.count == remark.count(where: \.isLetter)
    return content.kind == .letters && content.unknown == nil && isAll ? content.letters : nil
  }

  /// Whether all names in cells have letters behind them: `Kim (R), Lou (A)`.
  func statesLetters(_ cells: some Sequence<String>) -> Bool {
    var hasName = false
    for part in cells.lazy.flatMap({ NameReader.parts(of: $0) }) {
      let (name, remark) = NameReader.withoutParentheses(part)
      guard !name.isEmpty, capitals(remark) != nil else { return false }
      hasName = true
    }
    return hasName
  }
}
