extension [Diagnostic] {
  /// How many further places a counted finding names.
  private static let placesNamed = 3

  /// The findings of one file, with one for all texts in another script, and one for all texts in the
  /// same other language.
  ///
  /// A file that nobody translated half of has hundreds, which say the same. Comments that suppress
  /// one of them come before this.
  public func countedByText() -> [Diagnostic] {
    let scripts = indices.filter { self[$0].id == .scriptWrong }
    let languages = indices.filter { self[$0].id == .languageWrong }
    var groups = Array<[Int]>(Dictionary(grouping: languages) { self[$0].statement }.values)
    groups.append(scripts)
    groups.removeAll { $0.count < 2 }
    if groups.isEmpty { return self }
    let counted = Dictionary(uniqueKeysWithValues: groups.map { ($0[0], self.counted($0)) })
    let dropped = Set(groups.flatMap { $0.dropFirst() })
    return indices.compactMap { dropped.contains($0) ? nil : counted[$0] ?? self[$0] }
  }

  /// A finding for several, of which there are at least two.
  private func counted(_ same: [Int]) -> Diagnostic {
    let told = self[same[0]]
    let others = same.dropFirst()
    return Diagnostic(
      told.id,
      .counted(
        others.count, one: "\(told.statement); so is \(others.count) more in this file",
        other: "\(told.statement); so are \(others.count) more in this file"),
      at: told.location, locale: told.locale,
      notes: others.prefix(Self.placesNamed).map { .init("another one", at: self[$0].location) },
      hint: told.advice, severity: told.severity)
  }
}
