extension CaseIterable where Self: RawRepresentable<String> {
  /// The names to choose from, as a sentence lists them: `a, b, or c`.
  static var names: String { alternatives(allCases.map(\.rawValue)) }
}

/// Names to choose from, as a sentence lists them: `a, b, or c`.
func alternatives(_ names: [String]) -> String {
  guard names.count > 2, let last = names.last else { return names.joined(separator: " or ") }
  return names.dropLast().joined(separator: ", ") + ", or " + last
}
