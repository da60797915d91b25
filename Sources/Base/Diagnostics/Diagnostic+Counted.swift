extension [Diagnostic] {
  /// How many further places a counted finding names.
  private static let placesNamed = 3

  /// The findings of one file, those about the script of its texts as one that counts them.
  ///
  /// A file that nobody translated half of has hundreds, which say the same. Comments that suppress
  /// one of them come before this.
  public func countedByText() -> [Diagnostic] {
    let same = indices.filter { self[$0].id == .scriptWrong }
    guard same.count > 1, let first = same.first else { return self }
    let others = same.dropFirst()
    let told = self[first]
    let counted = Diagnostic(
      told.id,
      .counted(
        others.count, one: "\(told.statement); so is \(others.count) more in this file",
        other: "\(told.statement); so are \(others.count) more in this file"),
      at: told.location, locale: told.locale,
      notes: others.prefix(Self.placesNamed).map { .init("another one", at: self[$0].location) },
      hint: told.advice, severity: told.severity)
    let dropped = Set(others)
    return indices.compactMap { index in
      index == first ? counted : dropped.contains(index) ? nil : self[index]
    }
  }
}
