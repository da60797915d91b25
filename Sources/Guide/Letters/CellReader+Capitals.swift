extension CellReader {
  /// The letters of a remark that is nothing but capitals of the scheme: `R`, `A/R`; nil if it says
  /// something else.
  func capitals(_ remark: String?) -> LetterSet? {
    guard let remark, remark == remark.uppercased() else { return nil }
    let content = read(remark)
    let isAll = content.letters.text.count == remark.count(where: \.isLetter)
    return content.kind == .letters && content.unknown == nil && isAll ? content.letters : nil
  }
}
